#ifndef SLA_TZ_AGREES_WITH_HPP
#define SLA_TZ_AGREES_WITH_HPP

// A zone that was compiled follows the law as it stood then. Laws change, and the database of a machine learns of it with
// an update of its packages. A service that starts can compare the two and refuse to count by rules that no longer hold.

#include <algorithm>
#include <chrono>
#include <optional>

#include "sla/time/civil.hpp"
#include "sla/time/interval.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

/// Where two zones part: the first instant at which their clocks differ, and the offset of each from UTC.
struct zone_difference {
  instant at;
  std::chrono::seconds compiled;
  std::chrono::seconds other;

  friend constexpr bool operator==(const zone_difference&, const zone_difference&) = default;
};

/// Whether two zones agree; true if they do.
///
/// parted  none if they agree
struct zone_agreement {
  std::optional<zone_difference> parted;

  constexpr explicit operator bool() const noexcept { return !parted; }
};

/// Whether the clocks of another zone read like those of a compiled one, at every instant from one to another.
///
/// Compiled  a zone that is a constant, such as us_eastern
/// from, to  instants; the last one does not count
/// throws    coverage_error outside the coverage of either zone; interval_error if `to` is before `from`
/// cost      a step for each change of the clocks, none is sampled
/// example   agrees_with<us_eastern>(tz_zone("America/New_York"), sys_days{1968y/January/1}, sys_days{2038y/January/1})
template <const auto& Compiled>
constexpr zone_agreement agrees_with(const civil_zone auto& other, instant from, instant to) {
  const interval compared(from, to);
  for (instant at = from; compared.contains(at);) {
    const offset_period ours = Compiled.period_at(at);
    const offset_period theirs = other.period_at(at);
    if (ours.offset != theirs.offset) return {zone_difference{at, ours.offset, theirs.offset}};
    at = (std::min)(ours.until, theirs.until);
  }
  return {};
}

}  // namespace sla::inline v0

#endif
