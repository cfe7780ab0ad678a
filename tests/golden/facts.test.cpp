// Facts about the agreement that the compiler proves, from the year in which today's clock rules took effect to the end
// of the calendar: no maintenance window ever meets a change of the clocks, and no date on which the desk is closed has
// 23 or 25 hours.

#include <doctest/doctest.h>

#include <chrono>
#include <span>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

constexpr year first_year = 2007y;
constexpr year last_year = 2099y;

/// The changes of the clocks of a year in US Eastern: two, in March and in November.
struct changes_of_the_clocks {
  sla::instant spring;
  sla::instant autumn;
};
constexpr changes_of_the_clocks changes_in(year of) {
  const sla::instant new_year = hbi::eastern(of / January / 1, 0h);
  const sla::instant spring = sla::us_eastern.period_at(new_year).until;
  return {spring, sla::us_eastern.period_at(spring).until};
}

/// True if a window that opens within two days of a change contains it, begins with it or ends with it.
constexpr bool one_meets(std::span<const sla::recurrence> windows, sla::instant change) {
  const sla::civil_day date = sla::date_of(sla::us_eastern.to_civil(change));
  for (sla::civil_day day = date - days{2}; day <= date + days{2}; day += days{1})
    for (const sla::recurrence& rule : windows)
      if (const auto window = rule.occurrence_on(sla::us_eastern, day))
        if (window->starts_at() <= change && change <= window->ends_at()) return true;
  return false;
}

constexpr bool no_window_meets_a_change_in(year of) {
  const auto [spring, autumn] = changes_in(of);
  return year_month_day{sla::date_of(sla::us_eastern.to_civil(spring))}.month() == March &&
         year_month_day{sla::date_of(sla::us_eastern.to_civil(autumn))}.month() == November &&
         !one_meets(hbi::windows, spring) && !one_meets(hbi::windows, autumn);
}

constexpr bool all_have_24_hours_in(year of, std::span<const sla::holiday> dates) {
  for (const sla::holiday& each : dates) {
    const sla::civil_day date = *each.on(of);
    if (first_instant(sla::us_eastern, date + days{1}) - first_instant(sla::us_eastern, date) != 24h) return false;
  }
  return true;
}
constexpr bool closed_dates_have_24_hours_in(year of) { return all_have_24_hours_in(of, hbi::desk_closures); }

constexpr bool holds(auto fact, year first, year last) {
  for (year each = first; each <= last; ++each)
    if (!fact(each)) return false;
  return true;
}

// A compiler counts its steps, so each fact is proved in parts.
static_assert(holds(no_window_meets_a_change_in, first_year, 2029y));
static_assert(holds(no_window_meets_a_change_in, 2030y, 2049y));
static_assert(holds(no_window_meets_a_change_in, 2050y, 2069y));
static_assert(holds(no_window_meets_a_change_in, 2070y, 2089y));
static_assert(holds(no_window_meets_a_change_in, 2090y, last_year));

static_assert(holds(closed_dates_have_24_hours_in, first_year, 2029y));
static_assert(holds(closed_dates_have_24_hours_in, 2030y, 2049y));
static_assert(holds(closed_dates_have_24_hours_in, 2050y, 2069y));
static_assert(holds(closed_dates_have_24_hours_in, 2070y, 2089y));
static_assert(holds(closed_dates_have_24_hours_in, 2090y, last_year));

// The proofs can fail: a shift of Saturday night meets both changes, and the second Sunday of March has 23 hours.
constexpr sla::recurrence saturday_night[] = {{Saturday, 22h, 6h}};
static_assert(one_meets(saturday_night, changes_in(2026y).spring));
static_assert(one_meets(saturday_night, changes_in(2026y).autumn));
constexpr sla::recurrence from_the_change_on[] = {{Sunday, 2h, 4h}};
static_assert(one_meets(from_the_change_on, changes_in(2026y).spring));
constexpr sla::recurrence until_the_change[] = {{Saturday, 22h, 2h}};
static_assert(one_meets(until_the_change, changes_in(2026y).spring));
constexpr sla::holiday second_sunday_of_march[] = {{"spring", March / Sunday[2]}};
static_assert(!all_have_24_hours_in(2026y, second_sunday_of_march));
constexpr sla::holiday first_sunday_of_november[] = {{"autumn", November / Sunday[1]}};
static_assert(!all_have_24_hours_in(2026y, first_sunday_of_november));
static_assert(changes_in(2026y).spring == hbi::eastern(2026y / March / 8, 3h));

TEST_CASE("every occurrence of a window lasts as long as its clock says") {
  using sla::us_eastern;
  const sla::interval century{hbi::eastern(first_year / January / 1, 0h), hbi::eastern(last_year / December / 31, 0h)};
  for (const sla::interval& window : sla::occurrences(hbi::windows, us_eastern, century)) {
    const bool friday = weekday{sla::date_of(us_eastern.to_civil(window.starts_at()))} == Friday;
    CHECK(window.length() == sla::elapsed{friday ? 1h : 3h});
  }
}

}  // namespace
