#ifndef SLA_CALENDAR_RECURRENCE_HPP
#define SLA_CALENDAR_RECURRENCE_HPP

// "Friday nights between 9 and 10 PM" is a weekday and two readings of a wall clock. It is not a number of seconds after
// midnight and not an instant plus weeks: both drift by an hour when the clocks change. So a recurrence stays a rule, and
// each date on which it falls is resolved in its zone. Skipped readings become the transition; of a repeated hour both
// ends take the first, so a window never grows by an hour; a window that would be empty or reversed does not take place.

#include <algorithm>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "sla/calendar/opening_hours.hpp"
#include "sla/calendar/weekday_set.hpp"
#include "sla/time/interval.hpp"
#include "sla/time/interval_set.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

namespace detail {

[[noreturn]] inline void a_recurrence_must_fall_on_a_date(std::chrono::weekday_indexed day) {
  throw terms_error("a recurrence falls on " + std::string(name_of(day.weekday())) + " number " +
                    std::to_string(day.index()) + "; allowed: numbers 1 to 5 of Sunday to Saturday");
}

}  // namespace detail

/// A window that comes back: on a weekday of every week, or on the nth or last such weekday of every month.
///
/// on       Friday, Tuesday[2] or Sunday[last]
/// opens    since midnight of that date
/// closes   since the same midnight, up to 24h; before `opens` means the next day
/// throws   terms_error for a weekday or a number of it that no month has, times outside a day and an empty window
/// example  recurrence{Friday, 21h, 22h}; recurrence{Tuesday[2], 2h, 4h} is the second Tuesday of the month
class recurrence {
 public:
  using dates = std::variant<std::chrono::weekday, std::chrono::weekday_indexed, std::chrono::weekday_last>;

  constexpr recurrence(dates on, std::chrono::milliseconds opens, std::chrono::milliseconds closes) : on_(on) {
    if (const auto day = indexed(on); !day.ok()) detail::a_recurrence_must_fall_on_a_date(day);
    day_hours hours;
    hours.add(opens, closes);
    span_ = hours.spans().front();
  }

  constexpr const dates& on() const noexcept { return on_; }
  constexpr const open_span& span() const noexcept { return span_; }

  constexpr bool falls_on(civil_day day) const {
    using namespace std::chrono;
    if (std::holds_alternative<weekday>(on_)) return weekday{day} == std::get<weekday>(on_);
    if (std::holds_alternative<weekday_indexed>(on_))
      return year_month_weekday{day}.weekday_indexed() == std::get<weekday_indexed>(on_);
    const year_month month = year_month_day{day}.year() / year_month_day{day}.month();
    return civil_day{month / std::get<weekday_last>(on_)} == day;
  }

  /// The window that opens on a date; none if the rule does not fall on it or the clocks leave nothing of it.
  ///
  /// throws  coverage_error outside the zone's coverage
  constexpr std::optional<interval> occurrence_on(const civil_zone auto& zone, civil_day day) const {
    if (!falls_on(day)) return std::nullopt;
    const instant opens = first_instant(zone, day + span_.opens);
    const instant closes = first_instant(zone, day + span_.closes);
    return opens < closes ? std::optional{interval{opens, closes}} : std::nullopt;
  }

 private:
  /// With the number 1 where it has none.
  static constexpr std::chrono::weekday_indexed indexed(const dates& on) {
    using namespace std::chrono;
    if (std::holds_alternative<weekday>(on)) return std::get<weekday>(on)[1];
    if (std::holds_alternative<weekday_indexed>(on)) return std::get<weekday_indexed>(on);
    return std::get<weekday_last>(on).weekday()[1];
  }

  dates on_;
  open_span span_;
};

/// The windows of several recurrences that overlap a period, whole ones, in the order of their openings.
///
/// throws   coverage_error outside the zone's coverage
/// example  Fridays 21:00-22:00 in January 2026, US Eastern: five windows, the last on the 30th
constexpr std::vector<interval> occurrences(std::span<const recurrence> rules, const civil_zone auto& zone,
                                            const interval& period) {
  using std::chrono::days;
  const civil_day last = date_of(zone.to_civil(period.ends_at()));
  std::vector<interval> windows;
  for (civil_day day = date_of(zone.to_civil(period.starts_at())) - days{1}; day <= last; day += days{1})
    for (const recurrence& rule : rules)
      if (const auto window = rule.occurrence_on(zone, day); window && !intersect(*window, period).empty())
        windows.push_back(*window);
  std::sort(windows.data(), windows.data() + windows.size());
  return windows;
}

}  // namespace sla::inline v0

#endif
