#ifndef SLA_TIME_CIVIL_HPP
#define SLA_TIME_CIVIL_HPP

// Two kinds of time meet in every service level agreement, and most wrong due dates come from taking one for the
// other.
//
//   instant     a point on the world's time line. "The outage began" is an instant. Subtracting two of them gives
//               real, elapsed time; adding 24 h gives the same reading on the wall only if no clock was changed.
//   civil_time  a reading of a wall clock and a calendar, without saying whose. "Friday 21:00" is a civil time. Some
//               readings never happen (the skipped hour in spring), some happen twice (the repeated hour in autumn).
//   civil_day   a date. Weekdays, holidays and business days are questions about dates, never about instants.
//
// They are std::chrono's own types under the field's names, so there is nothing to convert at a service's border. An
// instant becomes a civil time only through a zone (see zone/zone.hpp), and a civil time becomes an instant only
// through a zone together with an answer for the skipped and the repeated hour; neither happens by itself, because
// the two clocks have different types.
//
// Resolution is the millisecond: a coarser time point (seconds, minutes, days) converts by itself, a finer one does
// not compile until the caller says how to round it. The range is that of std::chrono, more than 290 million years;
// what an answer covers is decided by the zone and the calendar, which refuse what lies outside.

#include <chrono>
#include <cstdint>
#include <limits>

namespace sla::inline v0 {

/// A point in time, UTC, to the millisecond.
///
/// example  instant{sys_days{2026y/November/23} + 7h} is Mon 2026-11-23 07:00 UTC, 02:00 in New York
using instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// A reading of the wall clock and the calendar in some zone, to the millisecond.
///
/// example  civil_time{local_days{2026y/November/20} + 22h} is Fri 2026-11-20 22:00, wherever that is
using civil_time = std::chrono::local_time<std::chrono::milliseconds>;

/// A date.
///
/// example  civil_day{2026y/November/26} is Thanksgiving Day
using civil_day = std::chrono::local_days;

namespace detail {

/// The days from 1970-01-01 to the date of a civil time; 32 bits, which civil_day may have, do not hold them all.
constexpr std::int64_t day_number(civil_time time) noexcept {
  constexpr std::int64_t day = std::chrono::milliseconds{std::chrono::days{1}}.count();
  const std::int64_t since = time.time_since_epoch().count();
  return since / day - (since % day < 0 ? 1 : 0);
}

}  // namespace detail

/// The date on which a civil time falls; the last civil_day that there is, where it ends 5.8 million years away.
constexpr civil_day date_of(civil_time time) noexcept {
  using count = std::numeric_limits<std::chrono::days::rep>;
  constexpr std::int64_t first = (count::min)();
  constexpr std::int64_t last = (count::max)();
  const std::int64_t number = detail::day_number(time);
  const std::int64_t nearest = number < first ? first : last < number ? last : number;
  return civil_day{std::chrono::days{static_cast<std::chrono::days::rep>(nearest)}};
}

/// The dates from `first` to `last`, both included.
///
/// example  the United States' calendars cover {1971-01-01, 2099-12-31}
struct day_range {
  civil_day first;
  civil_day last;

  constexpr bool contains(civil_day day) const noexcept { return first <= day && day <= last; }
  friend constexpr bool operator==(const day_range&, const day_range&) = default;
};

}  // namespace sla::inline v0

#endif
