#ifndef SLA_ZONE_FIXED_OFFSET_HPP
#define SLA_ZONE_FIXED_OFFSET_HPP

#include <chrono>
#include <string>
#include <string_view>

#include "sla/time/amount.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

/// A zone whose clocks are never changed.
///
/// name     what it is called, for example "India Standard Time"; also its abbreviation
/// offset   of the wall clock from UTC, east is positive, less than a day
/// coverage the years of std::chrono, -32767 to 32767; outside it coverage_error
/// throws   terms_error for a day or more
/// example  fixed_offset{"IST", 5h + 30min}.to_civil(sys_days{2026y/November/23}) is 05:30 of the same day
class fixed_offset {
 public:
  constexpr fixed_offset(std::string_view name, std::chrono::seconds offset) : name_(name), offset_(offset) {
    if (offset <= -std::chrono::days{1} || offset >= std::chrono::days{1}) an_offset_must_be_less_than_a_day(offset);
  }

  constexpr std::string_view name() const noexcept { return name_; }

  static constexpr day_range coverage() noexcept {
    return {civil_day{(std::chrono::year::min)() / std::chrono::January / 1},
            civil_day{(std::chrono::year::max)() / std::chrono::December / 31}};
  }

  constexpr civil_time to_civil(instant at) const {
    return covered(civil_time{detail::later(at, offset_).time_since_epoch()});
  }

  constexpr civil_lookup look_up(civil_time reading) const {
    const instant at = instant{covered(reading).time_since_epoch()} - offset_;
    return {occurrence::once, at, at, at};
  }

  constexpr offset_period period_at(instant) const noexcept {
    return {offset_, name_, (instant::min)(), (instant::max)()};
  }

 private:
  static constexpr civil_time covered(civil_time reading) {
    if (reading < coverage().first || coverage().last + std::chrono::days{1} < reading)
      detail::day_is_outside_coverage("a fixed offset", reading, coverage());
    return reading;
  }
  [[noreturn]] static void an_offset_must_be_less_than_a_day(std::chrono::seconds offset) {
    throw terms_error("the offset of " + std::to_string(offset.count()) + " s is not between -86399 s and 86399 s");
  }

  std::string_view name_;
  std::chrono::seconds offset_;
};

/// The clocks of UTC.
inline constexpr fixed_offset utc{"UTC", std::chrono::seconds{0}};

}  // namespace sla::inline v0

#endif
