#ifndef SLA_ZONE_ANY_ZONE_HPP
#define SLA_ZONE_ANY_ZONE_HPP

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

/// A zone that becomes known at run time: one of this library's, with a name of its own.
///
/// example  any_zone(us_eastern); any_zone(fixed_offset{"IST", 5h + 30min})
class any_zone {
 public:
  constexpr any_zone(const us_zone& zone) : name_(zone.name()), zone_(zone) {}
  constexpr any_zone(const fixed_offset& zone) : name_(zone.name()), zone_(zone) {}

  /// The zone of the contiguous United States, or UTC, that has a name; none for other names.
  ///
  /// name     as in the IANA database
  /// example  any_zone::by_name("America/New_York")
  static constexpr std::optional<any_zone> by_name(std::string_view name) {
    for (const us_zone& zone : {us_eastern, us_central, us_mountain, us_pacific})
      if (zone.name() == name) return any_zone(zone);
    if (utc.name() == name) return any_zone(utc);
    return std::nullopt;
  }

  constexpr std::string_view name() const noexcept { return name_; }

  /// The offset from UTC of a zone whose clocks are never changed; none for others.
  constexpr std::optional<std::chrono::seconds> constant_offset() const {
    if (const auto* fixed = std::get_if<fixed_offset>(&zone_)) return fixed->period_at({}).offset;
    return std::nullopt;
  }

  constexpr civil_time to_civil(instant at) const {
    if (const auto* us = std::get_if<us_zone>(&zone_)) return us->to_civil(at);
    return std::get<fixed_offset>(zone_).to_civil(at);
  }
  constexpr civil_lookup look_up(civil_time reading) const {
    if (const auto* us = std::get_if<us_zone>(&zone_)) return us->look_up(reading);
    return std::get<fixed_offset>(zone_).look_up(reading);
  }
  constexpr offset_period period_at(instant at) const {
    if (const auto* us = std::get_if<us_zone>(&zone_)) return us->period_at(at);
    offset_period always = std::get<fixed_offset>(zone_).period_at(at);
    always.abbreviation = name_;
    return always;
  }

 private:
  std::string name_;
  std::variant<us_zone, fixed_offset> zone_;
};

}  // namespace sla::inline v0

#endif
