#ifndef SLA_CALENDAR_OPENING_CHECKS_HPP
#define SLA_CALENDAR_OPENING_CHECKS_HPP

// What hours and a calendar owe each other before tables can be made of them. A weekday has hours if the calendar is
// usually open on it; it may have hours if some of its dates are worked. A date that is worked has hours, its own or those
// of its weekday, and hours of its own are for a date that is worked.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "sla/calendar/day_table.hpp"
#include "sla/calendar/opening_hours.hpp"
#include "sla/calendar/opening_rules.hpp"
#include "sla/calendar/weekday_set.hpp"
#include "sla/time/error.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0::detail {

[[noreturn]] inline void hours_and_calendar_must_open_on_the_same_weekdays(std::chrono::weekday day, bool has_hours) {
  throw terms_error(std::string(name_of(day)) + (has_hours ? " has opening hours, but the calendar is never open on it"
                                                           : " is a business day, but has no opening hours"));
}
[[noreturn]] inline void a_special_day_must_be_a_business_day(civil_day date, day_range covered) {
  const std::string text = iso(date) + " has hours of its own, but ";
  if (covered.contains(date))
    throw terms_error(text + "the calendar is closed on it; to work on it, add it to the calendar's working dates: " +
                      "working = [" + iso(date) + ']');
  throw terms_error(text + "lies outside of the calendar's coverage, " + iso(covered.first) + " to " +
                    iso(covered.last));
}
[[noreturn]] inline void a_special_day_must_have_hours(civil_day date) {
  throw terms_error(iso(date) + " has hours of its own without a span; to close a date, close it in the calendar");
}
[[noreturn]] inline void special_hours_must_not_meet_the_hours_of_the_next_day(civil_day date) {
  throw terms_error("the opening hours of " + iso(date) + " and of a neighbouring day overlap, or are given twice");
}

/// The weekdays on which at least one date is worked.
constexpr weekday_set worked_weekdays(const day_table& days) {
  const std::uint8_t* const open = days.open_days().data();
  const std::size_t weeks = days.open_days().size();
  std::uint64_t worked = 0;
  for (std::size_t week = 0; week < weeks; ++week) worked |= open[week];
  weekday_set on;
  for (unsigned day = 1; day <= 7; ++day)
    if (const weekday_set one = std::chrono::weekday{day}; (worked & one.bits()) != 0) on = on | one;
  return on;
}

constexpr weekday_set weekdays_with_hours(const weekly_hours& week) {
  weekday_set with;
  for (unsigned day = 1; day <= 7; ++day)
    if (!week.on(std::chrono::weekday{day}).empty()) with = with | std::chrono::weekday{day};
  return with;
}

/// throws  terms_error for a weekday that has hours and is never worked, and for one that is usually worked and has none
template <class Hours, class Zone>
constexpr void check_weekdays(const opening_rules<Hours, Zone>& rules) {
  const weekday_set with_hours = weekdays_with_hours(rules.hours->week());
  const weekday_set usual = rules.days.weekdays();
  if (with_hours == usual) return;
  const weekday_set worked = worked_weekdays(rules.days);
  for (unsigned number = 1; number <= 7; ++number) {
    const std::chrono::weekday day{number};
    const bool has_hours = with_hours.contains(day);
    if (has_hours ? !usual.contains(day) && !worked.contains(day) : usual.contains(day))
      hours_and_calendar_must_open_on_the_same_weekdays(day, has_hours);
  }
}

/// throws  terms_error for a date that is worked and has no hours
template <class Hours, class Zone>
constexpr void check_working_dates(const opening_rules<Hours, Zone>& rules) {
  const weekday_set without = worked_weekdays(rules.days) & ~weekdays_with_hours(rules.hours->week());
  if (without == no_day) return;
  const std::uint8_t* const open = rules.days.open_days().data();
  const std::size_t weeks = rules.days.open_days().size();
  for (std::size_t week = 0; week < weeks; ++week)
    for (std::size_t day = 0; (open[week] & without.bits()) != 0 && day < 7; ++day)
      if ((open[week] & without.bits() & 1U << day) != 0)
        static_cast<void>(rules.hours_of(rules.days.day_at({week, day})));
}

template <class Hours, class Zone>
constexpr void check_night(const opening_rules<Hours, Zone>& rules, civil_day evening, civil_day morning) {
  if (!rules.is_open_on(evening) || !rules.is_open_on(morning)) return;
  if (evening + rules.hours_of(evening).back().closes > morning + rules.hours_of(morning).front().opens)
    special_hours_must_not_meet_the_hours_of_the_next_day(evening);
}

/// throws  terms_error for hours of a date that is not worked, without a span, or that meet those of a date beside it
template <class Hours, class Zone>
constexpr void check_special_day(const opening_rules<Hours, Zone>& rules, const special_day& special) {
  if (!rules.is_open_on(special.date)) a_special_day_must_be_a_business_day(special.date, rules.days.coverage());
  if (special.hours.empty()) a_special_day_must_have_hours(special.date);
  check_night(rules, special.date - std::chrono::days{1}, special.date);
  check_night(rules, special.date, special.date + std::chrono::days{1});
}

/// throws  terms_error for hours that do not fit their calendar
template <class Hours, class Zone>
constexpr void check_openings(const opening_rules<Hours, Zone>& rules) {
  check_weekdays(rules);
  check_working_dates(rules);
  const auto special = rules.hours->special_days();
  for (std::size_t i = 0; i < special.size(); ++i) {
    check_special_day(rules, special[i]);
    if (i > 0 && special[i - 1].date == special[i].date)
      special_hours_must_not_meet_the_hours_of_the_next_day(special[i].date);
  }
}

}  // namespace sla::inline v0::detail

#endif
