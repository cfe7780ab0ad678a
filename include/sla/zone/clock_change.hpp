#ifndef SLA_ZONE_CLOCK_CHANGE_HPP
#define SLA_ZONE_CLOCK_CHANGE_HPP

#include <algorithm>
#include <chrono>
#include <vector>

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

/// The changes of the clocks within a coverage, as far as the zone says what it covers.
constexpr std::vector<clock_change> clock_changes(const civil_zone auto& zone, day_range covered) {
  if constexpr (requires { day_range{zone.coverage()}; })
    covered = {(std::max)(covered.first, zone.coverage().first), (std::min)(covered.last, zone.coverage().last)};
  std::vector<clock_change> changes;
  if (covered.last < covered.first) return changes;
  const instant end = last_instant(zone, covered.last + std::chrono::days{1} - std::chrono::milliseconds{1});
  for (offset_period clocks = zone.period_at(first_instant(zone, covered.first)); clocks.until <= end;) {
    const civil_time utc{clocks.until.time_since_epoch()};
    const offset_period later = zone.period_at(clocks.until);
    if (clocks.offset != later.offset) changes.push_back({utc + clocks.offset, utc + later.offset});
    clocks = later;
  }
  return changes;
}

}  // namespace sla::inline v0::detail

#endif
