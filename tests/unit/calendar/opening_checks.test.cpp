#include "sla/calendar/opening_checks.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/loaded_hours.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;

namespace {

using sla::civil_day;
using sla::loaded_calendar;
using sla::loaded_hours;
using sla::loaded_opening_times;
using sla::special_day;
using sla::weekday_set;
using sla::weekly_hours;
using sla_tests::date;
using sla_tests::message_of;
using sla_tests::utc;

constexpr sla::day_range eight_weeks{date(2018y / April / 1), date(2018y / May / 26)};
constexpr weekday_set without_sunday = ~weekday_set{Sunday};

loaded_calendar calendar_with(weekday_set closed, std::vector<civil_day> closed_dates, std::vector<civil_day> working) {
  return loaded_calendar(sla::calendar_definition{
      "plant", eight_weeks, closed, sla::observance::actual_date, {}, std::move(closed_dates), std::move(working)});
}

/// What is said when tables are to be made.
std::string said_of(const loaded_calendar& calendar, const loaded_hours& hours) {
  return message_of<sla::terms_error>([&] { loaded_opening_times{calendar, hours, sla::utc}; });
}

const std::string nothing = "nothing was thrown";

TEST_CASE("a Saturday that is worked by its date has the hours of a Saturday") {
  const loaded_opening_times times{
      calendar_with(sla::saturday_and_sunday, {date(2018y / April / 30), date(2018y / May / 1), date(2018y / May / 2)},
                    {date(2018y / April / 28)}),
      weekly_hours(without_sunday, 9h, 18h), sla::utc};
  const auto view = times.view();
  CHECK(view.opening_of(date(2018y / April / 28)) == utc(2018y / April / 28, 9h));
  CHECK(view.closing_of(date(2018y / April / 28)) == utc(2018y / April / 28, 18h));
  CHECK_FALSE(is_open(view, utc(2018y / April / 21, 12h)));
  CHECK(business_time_between(view, utc(2018y / April / 27, 10h), utc(2018y / May / 3, 18h)) ==
        sla::business_time{26h});
}

TEST_CASE("a weekday with hours is refused only if none of its dates is worked") {
  const weekly_hours hours(without_sunday, 9h, 18h);
  CHECK(said_of(calendar_with(sla::saturday_and_sunday, {}, {}), hours) ==
        "Saturday has opening hours, but the calendar is never open on it");
  CHECK(said_of(calendar_with(sla::saturday_and_sunday, {}, {date(2018y / April / 28)}), hours) == nothing);
  CHECK(said_of(calendar_with(sla::saturday_and_sunday, {}, {date(2018y / April / 29)}), hours) ==
        "Saturday has opening hours, but the calendar is never open on it");
}

TEST_CASE("a worked date without hours is refused, unless it has hours of its own") {
  const weekly_hours weekdays(sla::monday_to_friday, 9h, 18h);
  const loaded_calendar calendar = calendar_with(sla::saturday_and_sunday, {}, {date(2018y / April / 29)});
  CHECK(said_of(calendar, weekdays) ==
        "2018-04-29 is a business day, but its weekday has no opening hours; give it hours of its own");
  CHECK(said_of(calendar, loaded_hours(weekdays, {{date(2018y / April / 29), {{10h, 12h}}}})) == nothing);
  CHECK(said_of(calendar, loaded_hours(weekdays, {{date(2018y / April / 29), {}}})) ==
        "2018-04-29 is a business day, but its weekday has no opening hours; give it hours of its own");
}

TEST_CASE("a worked date without hours is named before the hours of a date beside it") {
  CHECK(
      said_of(calendar_with(sla::saturday_and_sunday, {}, {date(2018y / April / 28)}),
              loaded_hours(weekly_hours(sla::monday_to_friday, 9h, 18h), {{date(2018y / April / 27), {{9h, 12h}}}})) ==
      "2018-04-28 is a business day, but its weekday has no opening hours; give it hours of its own");
}

/// A slow reading of the rules, date by date.
bool fit(const loaded_calendar& calendar, const weekly_hours& week, const std::vector<special_day>& special) {
  const weekday_set usual = ~calendar.definition().closed;
  weekday_set worked;
  for (civil_day day = eight_weeks.first; day <= eight_weeks.last; day += days{1}) {
    if (!calendar.days().contains(day)) continue;
    worked = worked | weekday{day};
    bool has_hours = !week.on(weekday{day}).empty();
    for (const special_day& own : special)
      if (own.date == day) has_hours = !own.hours.empty();
    if (!has_hours) return false;
  }
  for (unsigned number = 0; number < 7; ++number) {
    const weekday day{number};
    const bool has_hours = !week.on(day).empty();
    if (usual.contains(day) && !has_hours) return false;
    if (has_hours && !usual.contains(day) && !worked.contains(day)) return false;
  }
  for (const special_day& own : special)
    if (!eight_weeks.contains(own.date) || !calendar.days().contains(own.date) || own.hours.empty()) return false;
  return true;
}

TEST_CASE("tables are made of hours and calendars that fit, and of no others") {
  const civil_day saturday = date(2018y / April / 28);
  const std::vector<std::vector<civil_day>> dates_worked{{}, {saturday}, {saturday + days{1}, saturday + days{2}}};
  const std::vector<std::vector<special_day>> specials{
      {}, {{saturday, {{10h, 12h}}}}, {{saturday + days{1}, {{10h, 12h}}}}, {{saturday + days{2}, {}}}};
  int refused = 0;
  for (unsigned closed = 0; closed < 128; ++closed)
    for (unsigned open = 1; open < 128; ++open) {
      if ((closed * 37 + open * 11) % 8 != 0 && (~closed & 127U & ~open) != 0)
        continue;  // an eighth of the plain misfits
      weekday_set off;
      weekday_set on;
      for (unsigned day = 0; day < 7; ++day) {
        if ((closed >> day & 1U) != 0) off = off | weekday{day};
        if ((open >> day & 1U) != 0) on = on | weekday{day};
      }
      const weekly_hours week(on, 9h, 17h);
      for (const auto& worked : dates_worked)
        for (const auto& special : specials) {
          const loaded_calendar calendar = calendar_with(off, {saturday + days{3}}, worked);
          const bool fits = fit(calendar, week, special);
          const std::string said = said_of(calendar, loaded_hours(week, special));
          if ((said == nothing) != fits) {
            CAPTURE(closed);
            CAPTURE(open);
            CAPTURE(said);
            FAIL("refused, or made, against the rules");
          }
          refused += fits ? 0 : 1;
        }
    }
  CHECK(refused > 10000);
}

}  // namespace
