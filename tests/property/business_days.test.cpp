// Counting business days against walking the days, under calendars of every kind.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/moments.hpp"
#include "support/properties.hpp"
#include "support/statute.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::advance;
using sla::business_days;
using sla::business_days_between;
using sla::civil_day;
using sla::is_business_day;
using sla::next_business_day;
using sla::previous_business_day;
using sla_tests::any;
using sla_tests::check_law;
using sla_tests::date;

namespace {

// ---- Calendars ------------------------------------------------------------------------------------------------------

/// A calendar as the library sees it, and as one reads it off the door.
struct known_calendar {
  std::string_view name;
  sla::day_table table;
  bool (*is_open_by_the_door)(civil_day);

  sla::day_table days() const noexcept { return table; }
  sla::day_range coverage() const noexcept { return table.coverage(); }
};

bool is_desk_closure(civil_day day) {
  const year_month_day on{day};
  return on.month() / on.day() == January / 1 || on.month() / on.day() == December / 25 ||
         sla_tests::is_easter_sunday(day);
}

// From the middle of a week to the middle of another
constexpr sla::day_range some_years{date(2001y / May / 3), date(2030y / August / 7)};

// Business on Saturdays, too, and the government's holidays as they are observed
constexpr sla::calendar_dates only_saturdays{"Saturdays", some_years, ~sla::weekday_set{Saturday}, {}};
constexpr sla::compiled_calendar<only_saturdays> saturdays;
constexpr std::array week_and_saturday{sla::us_federal.days(), saturdays.days()};
constexpr sla::combined_calendars six_day_rules{"six days", sla::closed_if::all, week_and_saturday};
constexpr sla::compiled_calendar<six_day_rules> six_days;

// Business on Saturdays, too, and feasts that move from a Saturday to Friday and from a Sunday to Monday, or only the latter
constexpr std::array feasts{sla::holiday{"New Year's Day", January / 1}, sla::holiday{"Independence Day", July / 4},
                            sla::holiday{"Christmas Day", December / 25}};
bool is_feast(civil_day day) {
  const year_month_day on{day};
  const month_day date = on.month() / on.day();
  return date == January / 1 || date == July / 4 || date == December / 25;
}
constexpr sla::calendar_rules nearest_rules{.name = "nearest",
                                            .coverage = some_years,
                                            .closed = Sunday,
                                            .by = sla::observance::nearest_weekday,
                                            .holidays = feasts};
constexpr sla::compiled_calendar<nearest_rules> nearest;
constexpr sla::calendar_rules monday_rules{.name = "Monday",
                                           .coverage = some_years,
                                           .closed = Sunday,
                                           .by = sla::observance::monday_after_a_sunday,
                                           .holidays = feasts};

constexpr std::array office_and_desk{sla::us_banking.days(),
                                     sla::harvard_business_impact::support::support_days.days()};
constexpr sla::combined_calendars needs_both{"both", sla::closed_if::any, office_and_desk};

// Friday and Saturday off, every 37th day closed besides, every 101st open in spite of all
constexpr civil_day epoch = date(2000y / January / 1);
bool is_closed_now_and_then(civil_day day) { return (day - epoch).count() % 37 == 0; }
bool is_open_in_spite_of_all(civil_day day) { return (day - epoch).count() % 101 == 0; }
std::vector<civil_day> dates(sla::day_range within, bool (*rule)(civil_day)) {
  std::vector<civil_day> found;
  for (civil_day day = within.first; day <= within.last; day += days{1})
    if (rule(day)) found.push_back(day);
  return found;
}

bool is_open_by_the_list(civil_day day) {
  const bool is_off = weekday{day} == Friday || weekday{day} == Saturday || is_closed_now_and_then(day);
  return is_open_in_spite_of_all(day) || !is_off;
}

const std::vector<known_calendar>& calendars() {
  static const sla::loaded_calendar federal(sla::us_federal_rules), banking(sla::us_banking_rules), both(needs_both),
      on_mondays(monday_rules);
  static const sla::loaded_calendar by_a_list = [] {
    const auto closed = dates(some_years, is_closed_now_and_then);
    const auto working = dates(some_years, is_open_in_spite_of_all);
    return sla::loaded_calendar(sla::calendar_dates{"list", some_years, {Friday, Saturday}, closed, working});
  }();
  static const std::array list_and_federal{by_a_list.days(), federal.days()};
  static const sla::loaded_calendar either(sla::combined_calendars{"either", sla::closed_if::all, list_and_federal});
  static const std::vector<known_calendar> all{
      {"US federal", sla::us_federal.days(), sla_tests::is_federal_day},
      {"US banking", sla::us_banking.days(), sla_tests::is_banking_day},
      {"US federal, loaded", federal.days(), sla_tests::is_federal_day},
      {"US banking, loaded", banking.days(), sla_tests::is_banking_day},
      {"support desk", sla::harvard_business_impact::support::support_days.days(),
       [](civil_day day) { return !is_desk_closure(day); }},
      {"six days a week", six_days.days(),
       [](civil_day day) { return weekday{day} == Saturday || sla_tests::is_federal_day(day); }},
      {"Saturdays, feasts on the nearest weekday", nearest.days(),
       [](civil_day day) {
         if (is_feast(day - days{1}) && weekday{day} == Monday) return false;
         if (is_feast(day + days{1}) && weekday{day} == Friday) return false;
         return weekday{day} != Sunday && (weekday{day} == Saturday || !is_feast(day));
       }},
      {"Saturdays, feasts on the Monday after a Sunday, loaded", on_mondays.days(),
       [](civil_day day) {
         if (is_feast(day - days{1}) && weekday{day} == Monday) return false;
         return weekday{day} != Sunday && !is_feast(day);
       }},
      {"office and desk, loaded", both.days(),
       [](civil_day day) { return sla_tests::is_banking_day(day) && !is_desk_closure(day); }},
      {"a list of dates", by_a_list.days(), is_open_by_the_list},
      {"a list of dates or federal", either.days(),
       [](civil_day day) { return is_open_by_the_list(day) || sla_tests::is_federal_day(day); }},
  };
  return all;
}

void for_every_calendar(auto&& law) {
  for (const known_calendar& calendar : calendars()) check_law(calendar.name, [&] { law(calendar); });
}

/// The business days of a calendar in order, by its door alone.
std::vector<civil_day> business_days_of(const known_calendar& calendar) {
  return dates(calendar.coverage(), calendar.is_open_by_the_door);
}

constexpr sla::day_range ten_years{date(2015y / January / 1), date(2024y / December / 31)};

}  // namespace

// ---- All of it ------------------------------------------------------------------------------------------------------

TEST_CASE("every day of every coverage is open or closed as the door says, and so are its neighbours") {
  for (const known_calendar& calendar : calendars()) {
    CAPTURE(calendar.name);
    const std::vector<civil_day> open = business_days_of(calendar);
    REQUIRE(calendar.table.size() == static_cast<std::int64_t>(open.size()));
    auto next = open.begin();  // the first business day on or after the day
    for (civil_day day = calendar.coverage().first; day <= calendar.coverage().last; day += days{1}) {
      const bool is_open = next != open.end() && *next == day;
      const auto after = next + (is_open ? 1 : 0);
      const bool agrees = is_business_day(calendar, day) == is_open &&
                          calendar.table.rank(day) == next - open.begin() &&
                          advance(calendar, day, business_days{0}) == day &&
                          (after == open.end() || next_business_day(calendar, day) == *after) &&
                          (next == open.begin() || previous_business_day(calendar, day) == *(next - 1)) &&
                          business_days_between(calendar, day, day + days{1}) == business_days{is_open ? 1 : 0} &&
                          business_days_between(calendar, day + days{1}, day) == business_days{is_open ? -1 : 0};
      if (!agrees) FAIL_CHECK(sla::iso(day));
      next = after;
    }
  }
}

TEST_CASE("advance goes where walking goes, from every day of ten years, 400 business days both ways") {
  for (const known_calendar& calendar : calendars()) {
    CAPTURE(calendar.name);
    const std::vector<civil_day> open = business_days_of(calendar);
    for (civil_day from = ten_years.first; from <= ten_years.last; from += days{1}) {
      const auto first_after = std::ranges::upper_bound(open, from);
      const auto not_before = std::ranges::lower_bound(open, from);
      for (int n = 1; n <= 400; ++n) {
        if (advance(calendar, from, business_days{n}) != first_after[n - 1])
          REQUIRE(advance(calendar, from, business_days{n}) == first_after[n - 1]);
        if (advance(calendar, from, business_days{-n}) != not_before[-n])
          REQUIRE(advance(calendar, from, business_days{-n}) == not_before[-n]);
      }
    }
  }
}

TEST_CASE("business days between two dates are those met on the way, from every day of ten years to 800 days later") {
  for (const known_calendar& calendar : calendars()) {
    CAPTURE(calendar.name);
    for (civil_day from = ten_years.first; from <= ten_years.last; from += days{1}) {
      int met = 0;
      for (civil_day to = from; to <= from + days{800}; to += days{1}) {
        if (business_days_between(calendar, from, to) != business_days{met} ||
            business_days_between(calendar, to, from) != business_days{-met}) {
          CAPTURE(sla::iso(from));
          REQUIRE(business_days_between(calendar, from, to) == business_days{met});
          REQUIRE(business_days_between(calendar, to, from) == business_days{-met});
        }
        met += calendar.is_open_by_the_door(to) ? 1 : 0;
      }
    }
  }
}

// ---- Laws -----------------------------------------------------------------------------------------------------------

TEST_CASE("business days between dates add up") {
  for_every_calendar([](const known_calendar& calendar) {
    const civil_day a = any(calendar.coverage());
    const civil_day b = any(calendar.coverage());
    const civil_day c = any(calendar.coverage());
    RC_ASSERT(business_days_between(calendar, a, b) + business_days_between(calendar, b, c) ==
              business_days_between(calendar, a, c));
  });
}

TEST_CASE("advancing there and back arrives at the same business day, in one step or in two") {
  for_every_calendar([](const known_calendar& calendar) {
    const sla::day_range coverage = calendar.coverage();
    const civil_day from = any(sla::day_range{coverage.first + days{4000}, coverage.last - days{4000}});
    const int n = any(-1000, 1000);
    const int m = any(-1000, 1000);
    const civil_day there = advance(calendar, from, business_days{n});
    if (n != 0) RC_ASSERT(is_business_day(calendar, there));
    RC_PRE(is_business_day(calendar, from));
    RC_ASSERT(advance(calendar, there, business_days{-n}) == from);
    RC_ASSERT(advance(calendar, there, business_days{m}) == advance(calendar, from, business_days{n + m}));
    RC_ASSERT(business_days_between(calendar, from, there) == business_days{n});
  });
}

TEST_CASE("a later date never has an earlier answer, and neither has a larger number") {
  for_every_calendar([](const known_calendar& calendar) {
    const sla::day_range coverage = calendar.coverage();
    const civil_day a = any(sla::day_range{coverage.first + days{1000}, coverage.last - days{1000}});
    const civil_day b = a + days{any(0, 10)};
    const business_days n{any(1, 500)};
    RC_ASSERT(advance(calendar, a, n) <= advance(calendar, b, n));
    RC_ASSERT(advance(calendar, a, -n) <= advance(calendar, b, -n));
    RC_ASSERT(advance(calendar, a, n) < advance(calendar, a, n + business_days{1}));
  });
}
