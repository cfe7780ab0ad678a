#include "sla/toml/calendar_clauses.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::calendar_definition;
using sla::holiday;
using sla::loaded_calendar;
using sla::named_holiday;
using sla::detail::toml_section;
using sla_tests::date;

namespace {

auto found(std::string_view text, auto read) {
  const toml::table table = toml::parse(text);
  toml_section in("f.toml", table, "");
  return read(in);
}
std::string complaint(std::string_view text, auto read) {
  return sla_tests::message_of<sla::toml_error>([&] { (void)found(text, read); });
}
std::string written(const toml::table& table) {
  std::ostringstream text;
  text << table;
  return std::move(text).str();
}

loaded_calendar read_calendar(toml_section& in) { return sla::detail::read_calendar(in, "calendar"); }

/// A calendar of 2026 and 2027 with one holiday, by its rule.
std::string calendar_with(std::string_view holiday) {
  return "[calendar]\nname = \"shop\"\nfirst = 2026-01-01\nlast = 2027-12-31\nclosed = [\"Sunday\"]\n"
         "observance = \"actual_date\"\nclosed_dates = []\nworking = []\nholidays = [{ name = \"day\"" +
         (holiday.empty() ? "" : ", " + std::string(holiday)) + " }]";
}
holiday::rule rule_of(std::string_view holiday) {
  return found(calendar_with(holiday), read_calendar).definition().holidays.front().rule().falls_on();
}

TEST_CASE("a calendar is one of the library's by its name") {
  CHECK(found("calendar = \"us_federal\"", read_calendar).name() == "US federal");
  CHECK(found("calendar = \"us_banking\"", read_calendar).name() == "US banking");
  const std::string allowed = "; allowed: \"us_federal\", \"us_banking\", or a table";
  CHECK(complaint("calendar = \"US federal\"", read_calendar) ==
        "f.toml:1: calendar = \"US federal\": is no calendar" + allowed);
  CHECK(complaint("calendar = 1", read_calendar) == "f.toml:1: calendar = 1: is no table" + allowed);
  CHECK(complaint("", read_calendar) == "f.toml:1: calendar: is missing" + allowed);
}

TEST_CASE("or it is written out") {
  const loaded_calendar shop = found(R"(
[calendar]
name = "shop"
first = 2026-01-01
last = 2027-12-31
closed = ["Sunday"]
observance = "monday_after_a_sunday"
holidays = [{ name = "Founders' Day", month = 5, day = 3, from_year = 2026, until_year = 2026 }]
closed_dates = [2026-12-24, 2026-12-31]
working = [2026-12-20]
)",
                                     read_calendar);
  CHECK(shop.name() == "shop");
  CHECK((shop.days().coverage() == sla::day_range{date(2026y / January / 1), date(2027y / December / 31)}));
  CHECK((shop.days().weekdays() == ~sla::weekday_set{Sunday}));
  CHECK(shop.holiday_on(date(2026y / May / 4)) == "Founders' Day");  // 3 May 2026 is a Sunday
  CHECK_FALSE(shop.days().contains(date(2026y / May / 4)));
  CHECK(shop.days().contains(date(2027y / May / 3)));
  CHECK_FALSE(shop.days().contains(date(2026y / December / 24)));
  CHECK(shop.days().contains(date(2026y / December / 20)));
}

TEST_CASE("a holiday has one rule, in one of six forms") {
  CHECK((std::get<month_day>(rule_of("month = 12, day = 25")) == December / 25));
  CHECK((std::get<month_day>(rule_of("month = 2, day = 29")) == February / 29));
  CHECK((std::get<month_weekday>(rule_of("month = 1, weekday = \"Monday\", nth = 3")) == January / Monday[3]));
  CHECK((std::get<month_weekday>(rule_of("month = 1, weekday = \"Friday\", nth = 5")) == January / Friday[5]));
  CHECK(
      (std::get<month_weekday_last>(rule_of("month = 5, weekday = \"Monday\", nth = \"last\"")) == May / Monday[last]));
  const auto after =
      std::get<sla::days_after<month_weekday>>(rule_of("month = 11, weekday = \"Thursday\", nth = 4, days_after = 1"));
  CHECK((after.weekday == November / Thursday[4]));
  CHECK(after.offset == days{1});
  const auto before = std::get<sla::days_after<month_weekday_last>>(
      rule_of("month = 5, weekday = \"Monday\", nth = \"last\", days_after = -3"));
  CHECK((before.weekday == May / Monday[last]));
  CHECK(before.offset == -days{3});
  CHECK(std::get<sla::easter>(rule_of("easter = -2")).offset == days{-2});
  CHECK(std::get<sla::orthodox_easter>(rule_of("orthodox_easter = 1")).offset == days{1});
}

TEST_CASE("every mistake in a holiday is told with what is allowed") {
  const auto wrong = [](std::string_view holiday) { return complaint(calendar_with(holiday), read_calendar); };
  const std::string one_rule =
      "f.toml:9: calendar.holidays[1]: needs one rule; allowed: {month = 12, day = 25}, {month = 1, weekday = "
      "\"Monday\", nth = 3}, {easter = -2}, {orthodox_easter = 0}";
  CHECK(wrong("") == one_rule);
  CHECK(wrong("month = 4, day = 1, easter = 0") == one_rule);
  CHECK(wrong("easter = 0, orthodox_easter = 0") == one_rule);
  const std::string at = "f.toml:9: calendar.holidays[1].";
  CHECK(wrong("month = 13, day = 1") == at + "month = 13: is out of range; allowed: 1 to 12");
  CHECK(wrong("month = 0, day = 1") == at + "month = 0: is out of range; allowed: 1 to 12");
  CHECK(wrong("month = 4, day = 32") == at + "day = 32: is out of range; allowed: 1 to 31");
  CHECK(wrong("month = 4, day = 31") == at + "day = 31: is no day of its month; allowed: the days of a leap year");
  CHECK(wrong("month = 2, day = 30") == at + "day = 30: is no day of its month; allowed: the days of a leap year");
  CHECK(wrong("month = 4") == at + "day: is missing; allowed: 1 to 31");
  CHECK(wrong("month = 1, weekday = \"Monday\"") == at + "nth: is missing; allowed: 1 to 5, \"last\"");
  CHECK(wrong("month = 1, weekday = \"Monday\", nth = 0") == at + "nth = 0: is no ordinal; allowed: 1 to 5, \"last\"");
  CHECK(wrong("month = 1, weekday = \"Monday\", nth = 6") == at + "nth = 6: is no ordinal; allowed: 1 to 5, \"last\"");
  CHECK(wrong("month = 1, weekday = \"Monday\", nth = \"third\"") ==
        at + "nth = \"third\": is no ordinal; allowed: 1 to 5, \"last\"");
  CHECK(wrong("month = 1, weekday = \"Monday\", nth = true") ==
        at + "nth = true: is no ordinal; allowed: 1 to 5, \"last\"");
  CHECK(wrong("month = 1, weekday = \"Mon\", nth = 1") ==
        at + "weekday = \"Mon\": is no day of the week; allowed: Monday, Tuesday, Wednesday, Thursday, Friday, "
             "Saturday, Sunday");
  CHECK(wrong("month = 12, weekday = \"Friday\", nth = 4, days_after = 4") ==
        at + "days_after = 4: is out of range; allowed: -355 to 3");
  CHECK(wrong("month = 1, weekday = \"Monday\", nth = \"last\", days_after = -25") ==
        at + "days_after = -25: is out of range; allowed: -24 to 334");
  CHECK(wrong("month = 11, weekday = \"Thursday\", nth = 4, days_after = \"1\"") ==
        at + "days_after = \"1\": is of another type; allowed: -325 to 33");
  CHECK(wrong("month = 7, day = 4, days_after = 1") ==
        at + "days_after = 1: is no key here; allowed: day, easter, from_year, month, name, orthodox_easter, "
             "until_year, weekday");
  CHECK(wrong("easter = 367") == at + "easter = 367: is out of range; allowed: -366 to 366");
  CHECK(wrong("orthodox_easter = -367") == at + "orthodox_easter = -367: is out of range; allowed: -366 to 366");
  CHECK(wrong("easter = 0, from_year = 0") == at + "from_year = 0: is out of range; allowed: 1 to 9999");
  CHECK(wrong("easter = 0, from_year = 2030, until_year = 2029") ==
        at + "until_year = 2029: is out of range; allowed: 2030 to 9999");
  CHECK(wrong("easter = 0, until_year = 10000") == at + "until_year = 10000: is out of range; allowed: 1 to 9999");
  CHECK(wrong("easter = 0, day = 1") ==
        at + "day = 1: is no key here; allowed: easter, from_year, month, name, orthodox_easter, until_year");
}

TEST_CASE("every mistake in a calendar is told with what is allowed") {
  const auto changed = [](std::string_view from, std::string_view to) {
    std::string text = calendar_with("easter = 0");
    text.replace(text.find(from), from.size(), to);
    return complaint(text, read_calendar);
  };
  CHECK(changed("last = 2027-12-31", "last = 2025-12-31") ==
        "f.toml:4: calendar.last = 2025-12-31: is before first; allowed: 2026-01-01 or later");
  CHECK(changed("last = 2027-12-31", "last = 2026-01-01") == "nothing was thrown");
  CHECK(changed("closed_dates = []", "closed_dates = [2028-01-01]") ==
        "f.toml:1: calendar: the calendar \"shop\" closes 2028-01-01, outside its coverage 2026-01-01 to 2027-12-31");
  CHECK(changed("working = []", "working = [2025-12-31]") ==
        "f.toml:1: calendar: the calendar \"shop\" opens 2025-12-31, outside its coverage 2026-01-01 to 2027-12-31");
  CHECK(changed("closed_dates = []", "closed_dates = [1]") ==
        "f.toml:7: calendar.closed_dates = 1: is of another type; allowed: a date such as 2026-12-24");
  CHECK(changed("working = []", "working = 2026-12-24") ==
        "f.toml:8: calendar.working = 2026-12-24: is no array; allowed: an array of dates");
  CHECK(changed("actual_date", "nearest_weekday") == "nothing was thrown");
  CHECK(
      changed("\"Sunday\"]\nobservance = \"actual_date\"", "\"Friday\"]\nobservance = \"nearest_weekday\"") ==
      "f.toml:1: calendar: the calendar \"shop\" moves holidays to Fridays, on which it is closed; let it observe the "
      "actual date");
  CHECK(changed("actual_date", "monday") ==
        "f.toml:6: calendar.observance = \"monday\": is none of these; allowed: actual_date, nearest_weekday, "
        "monday_after_a_sunday");
  CHECK(changed("name = \"shop\"", "name = \"\"") == "f.toml:2: calendar.name = \"\": is empty; allowed: a text");
  CHECK(changed("name = \"shop\"", "name = \"shop\"\nzone = 1") ==
        "f.toml:3: calendar.zone = 1: is no key here; allowed: closed, closed_dates, first, holidays, last, name, "
        "observance, working");
}

TEST_CASE("a holiday is observed in the coverage, or it is a mistake") {
  const auto said = [](std::string_view holiday) { return complaint(calendar_with(holiday), read_calendar); };
  const std::string never =
      "f.toml:9: calendar.holidays[1]: is observed in no year of the coverage; allowed: years from 2026-01-01 to "
      "2027-12-31";
  CHECK(said("month = 7, day = 4, from_year = 2020, until_year = 2021") == never);
  CHECK(said("month = 7, day = 4, until_year = 2025") == never);
  CHECK(said("month = 7, day = 4, from_year = 2028") == never);
  CHECK(said("month = 2, day = 29") == "nothing was thrown");  // neither is a leap year, but its years are these
  CHECK(said("month = 7, day = 4, until_year = 2026") == "nothing was thrown");
  CHECK(said("month = 7, day = 4, from_year = 2027") == "nothing was thrown");
  CHECK(said("easter = 300, until_year = 2025") == "nothing was thrown");  // 14 February 2026
  CHECK(said("easter = 200, until_year = 2025") == never);                 // 6 November 2025
  CHECK(said("easter = -100, from_year = 2028") == never);                 // 7 January 2028
  CHECK(said("easter = -120, from_year = 2028") == "nothing was thrown");  // 18 December 2027
}

TEST_CASE("of two holidays with one name on the same dates one has a wrong rule") {
  const auto said = [](std::string_view earlier, std::string_view later) {
    return complaint(calendar_with(std::string(earlier) + " }, { name = \"day\", " + std::string(later)),
                     read_calendar);
  };
  const std::string twice =
      "f.toml:9: calendar.holidays[2]: is a second \"day\" on the same dates; allowed: a name, a rule or years of its "
      "own";
  CHECK(said("month = 7, day = 4", "day = 4, month = 7") == twice);
  CHECK(said("easter = 1, from_year = 2026", "easter = 1, from_year = 2026") == twice);
  CHECK(said("easter = 1, from_year = 2026", "easter = 1, from_year = 2027") == "nothing was thrown");
  CHECK(said("easter = 1", "orthodox_easter = 1") == "nothing was thrown");
}

TEST_CASE("a day may have two names, of which the first is told") {
  const loaded_calendar shop = found(calendar_with("month = 10, weekday = \"Monday\", nth = 2 }, { name = \"other\", "
                                                   "month = 10, weekday = \"Monday\", nth = 2"),
                                     read_calendar);
  CHECK(shop.holiday_on(date(2026y / October / 12)) == "day");
  const loaded_calendar again =
      found(written(toml::table{{"calendar", sla::detail::calendar_for_toml("calendar", shop)}}), read_calendar);
  REQUIRE(again.definition().holidays.size() == 2);
  CHECK(again.definition().holidays.back().name() == "other");
}

TEST_CASE("holidays of other years than those of the coverage are not written") {
  const loaded_calendar shop(calendar_definition{"shop",
                                                 {date(2026y / January / 1), date(2027y / December / 31)},
                                                 Sunday,
                                                 sla::observance::actual_date,
                                                 {named_holiday("once", holiday("", July / 4).until(1977y)),
                                                  named_holiday("still", holiday("", July / 4).from(1978y))},
                                                 {},
                                                 {}});
  const loaded_calendar again =
      found(written(toml::table{{"calendar", sla::detail::calendar_for_toml("calendar", shop)}}), read_calendar);
  REQUIRE(again.definition().holidays.size() == 1);
  CHECK(again.definition().holidays.front().name() == "still");
}

TEST_CASE("a calendar of every kind of rule is written so that it is read again") {
  const loaded_calendar all(
      calendar_definition{"all",
                          {date(2020y / January / 1), date(2030y / December / 31)},
                          {Friday, Sunday},
                          sla::observance::monday_after_a_sunday,
                          {named_holiday("Fixed \"day\"", holiday("", July / 4).from(2021y)),
                           named_holiday("nth", holiday("", January / Monday[3]).until(2029y)),
                           named_holiday("last", holiday("", May / Monday[last]).from(2022y).until(2025y)),
                           named_holiday("day after", holiday("", sla::days_after{November / Thursday[4], days{1}})),
                           named_holiday("days before", holiday("", sla::days_after{May / Monday[last], -days{3}})),
                           named_holiday("Good Thursday", holiday("", sla::easter{-days{3}})),
                           named_holiday("Μεγάλη", holiday("", sla::orthodox_easter{days{1}}))},
                          {date(2024y / February / 29), date(2026y / December / 24)},
                          {date(2026y / July / 5)}});
  const toml::table table{{"calendar", sla::detail::calendar_for_toml("calendar", all)}};
  const loaded_calendar again = found(written(table), read_calendar);
  CHECK(written(toml::table{{"calendar", sla::detail::calendar_for_toml("calendar", again)}}) == written(table));
  CHECK((again.days().weekdays() == all.days().weekdays()));
  for (sla::civil_day day = all.days().coverage().first; day <= all.days().coverage().last; day += days{1}) {
    CAPTURE(sla::iso(day));
    CHECK(again.days().contains(day) == all.days().contains(day));
    CHECK(again.holiday_on(day) == all.holiday_on(day));
  }
}

}  // namespace
