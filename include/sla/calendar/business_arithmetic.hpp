#ifndef SLA_CALENDAR_BUSINESS_ARITHMETIC_HPP
#define SLA_CALENDAR_BUSINESS_ARITHMETIC_HPP

// Counting business days and business time, once for every calendar. Two conventions settle what libraries disagree on:
//
//   Business days between two dates are counted half-open, [from, to), and negative when `to` is earlier. Advancing
//   counts strictly: Saturday + 1 is Monday, Saturday - 1 is Friday, and + 0 is the day itself, open or not.
//
//   Adding business time gives the smallest instant at which exactly the amount has been open: an amount used up at
//   closing time is used up at closing time, not at the next opening. Subtracting is the mirror, the largest instant
//   from which exactly the amount is open. A zero amount changes nothing.

#include <chrono>
#include <cstdint>

#include "sla/calendar/business_calendar.hpp"
#include "sla/calendar/opening_times.hpp"
#include "sla/time/amount.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/interval.hpp"

namespace sla::inline v0 {

/// True if business is done on a date.
///
/// throws   coverage_error
/// example  is_business_day(us_federal, civil_day{2026y/November/26}) is false: Thanksgiving Day
constexpr bool is_business_day(const business_calendar auto& calendar, civil_day day) {
  return calendar.days().contains(day);
}

/// The business days in [from, to); negative when `to` is before `from`.
///
/// throws   coverage_error
/// example  from Fri 2026-11-20 to Fri 2026-11-27 there are 4: Thanksgiving Day does not count
constexpr business_days business_days_between(const business_calendar auto& calendar, civil_day from, civil_day to) {
  const day_table days = calendar.days();
  return business_days{static_cast<int>(days.rank(to) - days.rank(from))};
}

/// The n-th business day after a date, or before it for a negative n; the date itself for 0.
///
/// throws   coverage_error if the date or the answer lies outside the calendar's coverage
/// example  advance(us_federal, civil_day{2026y/November/20}, business_days{3}) is civil_day{2026y/November/25}
constexpr civil_day advance(const business_calendar auto& calendar, civil_day from, business_days n) {
  const day_table days = calendar.days();
  return days.day_at(days.advance(days.locate(from), n.count()));
}

/// The first business day after a date.
///
/// throws   coverage_error
/// example  after Fri 2025-07-04 it is Mon 2025-07-07
constexpr civil_day next_business_day(const business_calendar auto& calendar, civil_day day) {
  return advance(calendar, day, business_days{1});
}

/// The last business day before a date.
///
/// throws   coverage_error
/// example  before Mon 2025-07-07 it is Thu 2025-07-03
constexpr civil_day previous_business_day(const business_calendar auto& calendar, civil_day day) {
  return advance(calendar, day, business_days{-1});
}

/// The open time in [from, to); negative when `to` is before `from`.
///
/// throws   coverage_error
/// example  09:00-17:00, from Thu 2025-07-03 15:30 to Mon 11:30 it is 4 h: Friday is Independence Day
template <class Hours, class Zone>
[[gnu::always_inline]] constexpr business_time business_time_between(const opening_times<Hours, Zone>& times,
                                                                     instant from, instant to) {
  return business_time{times.open_before(to) - times.open_before(from)};
}

/// The largest instant from which exactly the amount is open until `from`; for a negative amount, adds it.
///
/// throws   coverage_error
/// example  09:00-17:00, 4 h before Mon 2025-07-07 11:30 it is Thu 2025-07-03 15:30
template <class Hours, class Zone>
constexpr instant subtract_business_time(const opening_times<Hours, Zone>& times, instant from, business_time amount);

/// The smallest instant at which the amount has been open since `from`; for a negative amount, subtracts it.
///
/// throws   coverage_error
/// source   "within four hours of the same/next business day" is this, with the whole day or the hours of business
/// example  09:00-17:00, 4 h from Thu 2025-07-03 15:30 end on Mon 11:30: 1 h 30 Thursday, 2 h 30 Monday
template <class Hours, class Zone>
[[gnu::always_inline]] constexpr instant add_business_time(const opening_times<Hours, Zone>& times, instant from,
                                                           business_time amount) {
  using std::chrono::milliseconds;
  if (amount <= business_time{}) return subtract_business_time(times, from, -amount);
  return times.open_moment(detail::sum(times.open_before(from), amount.length() - milliseconds{1})) + milliseconds{1};
}

template <class Hours, class Zone>
constexpr instant subtract_business_time(const opening_times<Hours, Zone>& times, instant from, business_time amount) {
  if (amount == business_time{}) return from;
  if (amount < business_time{}) return add_business_time(times, from, -amount);
  return times.open_moment(times.open_before(from) - amount.length());
}

/// The instant itself while open, otherwise the next opening.
///
/// throws   coverage_error
/// example  09:00-17:00, from Fri 2026-11-20 22:00 it is Mon 2026-11-23 09:00
template <class Hours, class Zone>
constexpr instant next_opening(const opening_times<Hours, Zone>& times, instant from) {
  return times.open_moment(times.open_before(from));
}

/// The instant itself up to closing time, otherwise the last closing.
///
/// throws   coverage_error
/// example  09:00-17:00, from Fri 2026-11-20 22:00 it is Fri 17:00
template <class Hours, class Zone>
constexpr instant previous_closing(const opening_times<Hours, Zone>& times, instant from) {
  using std::chrono::milliseconds;
  return times.open_moment(times.open_before(from) - milliseconds{1}) + milliseconds{1};
}

/// The closing that ends the open time at or after an instant.
///
/// throws   coverage_error
/// example  09:00-17:00, from Fri 2026-11-20 12:00 it is Fri 17:00, from Fri 17:00 it is Mon 17:00
template <class Hours, class Zone>
constexpr instant next_closing(const opening_times<Hours, Zone>& times, instant from) {
  return times.closing_after(next_opening(times, from));
}

/// The opening that began the open time before an instant.
///
/// throws   coverage_error
/// example  09:00-17:00, from Mon 2026-11-23 12:00 it is Mon 9:00, from Mon 9:00 it is Fri 9:00
template <class Hours, class Zone>
constexpr instant previous_opening(const opening_times<Hours, Zone>& times, instant from) {
  return times.opening_before(previous_closing(times, from) - std::chrono::milliseconds{1});
}

/// True from an opening until just before a closing.
///
/// throws   coverage_error
/// example  09:00-17:00, Fri 2026-11-20 09:00 is open and 17:00 is closed
template <class Hours, class Zone>
constexpr bool is_open(const opening_times<Hours, Zone>& times, instant at) {
  return times.is_open(at);
}

}  // namespace sla::inline v0

#endif
