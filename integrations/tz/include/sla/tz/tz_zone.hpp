#ifndef SLA_TZ_TZ_ZONE_HPP
#define SLA_TZ_TZ_ZONE_HPP

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"
#include "sla/tz/zone_history.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

/// Any zone of the IANA time-zone database, as the machine has it.
///
/// name      as in the database; the database is read once in a program, by date's tz library
/// coverage  civil dates 1902-01-01 to 2199-12-31, 24:00; shorter where the database does not say how the clocks go on; outside it
///           coverage_error
/// throws    tz_error for a name that the database does not have
/// cost      made in some microseconds, copied by a pointer; questions logarithmic in the changes of the clocks
/// example   tz_zone("Europe/London").to_civil(sys_days{2026y/July/1} + 12h) is 2026-07-01 13:00
class tz_zone {
 public:
  explicit tz_zone(std::string_view name)
      : history_(std::make_shared<const detail::zone_history>(detail::read_zone_history(std::string(name)))) {}

  std::string_view name() const noexcept { return history_->name; }
  day_range coverage() const noexcept { return history_->coverage; }

  civil_time to_civil(instant at) const { return stretch_at(at)->reading_of(at); }

  civil_lookup look_up(civil_time reading) const {
    using std::chrono::days;
    if (reading < coverage().first || coverage().last + days{1} < reading) refuse(reading);
    const auto by = [reading](const detail::zone_stretch& each) {
      return instant{reading.time_since_epoch()} - each.clock.offset;
    };
    // No clock is a day ahead of UTC or behind it.
    auto stretch = first_that_ends_after(instant{reading.time_since_epoch()} - days{1});
    for (auto next = stretch + 1; next != history_->stretches.end(); stretch = next++) {
      const bool is_over = stretch->until <= by(*stretch);
      const bool has_begun = next->from <= by(*next);
      if (is_over && !has_begun) return {occurrence::skipped, by(*next), by(*stretch), next->from};
      if (!is_over && has_begun) return {occurrence::repeated, by(*stretch), by(*next), next->from};
      if (!is_over) break;
    }
    return {occurrence::once, by(*stretch), by(*stretch), by(*stretch)};
  }

  /// The abbreviation lives as long as the zone or a copy of it.
  offset_period period_at(instant at) const {
    const auto stretch = stretch_at(at);
    return {stretch->clock.offset, stretch->clock.abbreviation, stretch->from, stretch->until};
  }

 private:
  std::vector<detail::zone_stretch>::const_iterator first_that_ends_after(instant at) const {
    return std::ranges::upper_bound(history_->stretches, at, {}, &detail::zone_stretch::until);
  }

  std::vector<detail::zone_stretch>::const_iterator stretch_at(instant at) const {
    const auto& all = history_->stretches;
    if (at < all.front().from) refuse(all.front().reading_of(at));
    if (all.back().until < at) refuse(all.back().reading_of(at));
    return at == all.back().until ? all.end() - 1 : first_that_ends_after(at);
  }

  [[noreturn]] void refuse(civil_time reading) const {
    detail::day_is_outside_coverage(history_->name.c_str(), date_of(reading), coverage());
  }

  std::shared_ptr<const detail::zone_history> history_;
};

static_assert(civil_zone<tz_zone>);

}  // namespace sla::inline v0

#endif
