#ifndef SLA_ZONE_CLOCK_CHANGE_HPP
#define SLA_ZONE_CLOCK_CHANGE_HPP

#include <algorithm>
#include <chrono>
#include <optional>

#include "sla/time/civil.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0::detail {

/// What the old and the new clock read at the instant of a change.
struct clock_change {
  civil_time before;
  civil_time after;

  /// True for a date of which the clocks show nothing, as those of Samoa on 2011-12-30.
  constexpr bool skips(civil_day date) const noexcept { return before <= date && date + std::chrono::days{1} <= after; }
};

/// The first change of the clocks within a coverage for which a test holds, as far as the zone says what it covers; nullopt
/// if there is none.
constexpr std::optional<clock_change> first_clock_change(const civil_zone auto& zone, day_range covered, auto&& test) {
  if constexpr (requires { day_range{zone.coverage()}; })
    covered = {(std::max)(covered.first, zone.coverage().first), (std::min)(covered.last, zone.coverage().last)};
  if (covered.last < covered.first) return std::nullopt;
  const instant end = last_instant(zone, covered.last + std::chrono::days{1} - std::chrono::milliseconds{1});
  for (offset_period clocks = zone.period_at(first_instant(zone, covered.first)); clocks.until <= end;) {
    const civil_time utc{clocks.until.time_since_epoch()};
    const offset_period later = zone.period_at(clocks.until);
    if (const clock_change change{utc + clocks.offset, utc + later.offset};
        clocks.offset != later.offset && test(change))
      return change;
    clocks = later;
  }
  return std::nullopt;
}

}  // namespace sla::inline v0::detail

#endif
