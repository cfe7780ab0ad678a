#ifndef SLA_CALENDAR_DAYS_ON_CLOCKS_HPP
#define SLA_CALENDAR_DAYS_ON_CLOCKS_HPP

// A calendar knows no clocks, and clocks know no calendar. Friday 2011-12-30 is a business day like others, but it never
// came in Samoa, where Thursday's midnight was Saturday's. Where the two meet, one law holds: a date that the clocks skip
// altogether is no business day. It neither opens nor closes, no night begins on it, and it counts in no number of days.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "sla/calendar/business_calendar.hpp"
#include "sla/calendar/day_table.hpp"
#include "sla/calendar/weekday_set.hpp"
#include "sla/time/civil.hpp"
#include "sla/zone/clock_change.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0::detail {

/// Visits the dates of a coverage that the clocks of a zone skip altogether, in their order.
///
/// throws  coverage_error if the zone does not cover the first or the last date of the coverage
constexpr void for_each_skipped_date(const civil_zone auto& zone, day_range coverage, auto&& visit) {
  const auto note = [&](const clock_change& change) {
    for (civil_day date = date_of(change.before); date < change.after; date += std::chrono::days{1})
      if (change.skips(date) && coverage.contains(date)) visit(date);
    return false;
  };
  note({coverage.first, zone.to_civil(first_instant(zone, coverage.first))});
  static_cast<void>(last_instant(zone, coverage.last));
  static_cast<void>(first_clock_change(zone, coverage, note));
}

/// A calendar as it is on the clocks of a zone.
template <civil_zone Zone>
struct days_on_clocks {
  std::string_view name;
  day_table days;
  const Zone* zone;
};

template <class Zone>
constexpr day_range coverage_of(const days_on_clocks<Zone>& on) noexcept {
  return on.days.coverage();
}
template <class Zone>
constexpr weekday_set weekdays_of(const days_on_clocks<Zone>& on) noexcept {
  return on.days.weekdays();
}
template <class Zone>
constexpr void fill(std::uint8_t* open, const days_on_clocks<Zone>& on) {
  day_table_builder table(on.days.coverage(), on.days.weekdays(), open);
  std::copy(on.days.open_days().begin(), on.days.open_days().end(), open);
  for_each_skipped_date(*on.zone, on.days.coverage(), [&](civil_day date) { table.close(date); });
}

/// The same of constants; the calendar's own table where the clocks skip no date.
template <const auto& Calendar, const auto& Zone>
struct compiled_days_on_clocks {
  static constexpr days_on_clocks<std::remove_cvref_t<decltype(Zone)>> definition{Calendar.days().name(),
                                                                                  Calendar.days(), &Zone};
  static constexpr bool skips_dates = [] {
    bool any = false;
    for_each_skipped_date(Zone, Calendar.days().coverage(), [&](civil_day) { any = true; });
    return any;
  }();

  static constexpr day_table days() noexcept {
    if constexpr (skips_dates)
      return compiled_day_table<definition>::view();
    else
      return Calendar.days();
  }
};

}  // namespace sla::inline v0::detail

#endif
