#include "sla/calendar/loaded_calendar.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sla/calendar/us_federal.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::calendar_definition;
using sla::holiday;
using sla::loaded_calendar;
using sla::named_holiday;
using sla::observance;
using sla_tests::date;
using sla_tests::message_of;

namespace {

constexpr sla::day_range two_years{date(2026y / January / 1), date(2027y / December / 31)};

calendar_definition shop() {
  return {"shop",
          two_years,
          sla::saturday_and_sunday,
          observance::nearest_weekday,
          {named_holiday("New Year's Day", holiday("ignored", January / 1)),
           named_holiday("Boxing Day", holiday({}, December / 26)),
           named_holiday("Fair", holiday({}, September / Wednesday[2]).from(2027y))},
          {date(2026y / December / 24)},
          {date(2026y / December / 28), date(2026y / June / 6)}};
}

/// Every day of the coverage by itself.
void is_same(const sla::business_calendar auto& a, const sla::business_calendar auto& b) {
  REQUIRE((a.days().coverage() == b.days().coverage()));
  CHECK(a.days().size() == b.days().size());
  CHECK((a.days().weekdays() == b.days().weekdays()));
  for (sla::civil_day day = a.days().coverage().first; day <= a.days().coverage().last; day += days{1})
    if (a.days().contains(day) != b.days().contains(day) || a.days().rank(day) != b.days().rank(day)) {
      CAPTURE(sla::iso(day));
      CHECK(a.days().contains(day) == b.days().contains(day));
      CHECK(a.days().rank(day) == b.days().rank(day));
    }
}

}  // namespace

TEST_CASE("a definition closes weekdays, holidays as observed and dates, and opens its working dates") {
  const loaded_calendar calendar(shop());
  const auto open = [&](year_month_day day) { return calendar.days().contains(date(day)); };
  CHECK(calendar.name() == "shop");
  CHECK(!open(2026y / January / 1));
  CHECK(!open(2026y / December / 25));  // Boxing Day 2026 is a Saturday
  CHECK(!open(2026y / December / 24));
  CHECK(open(2026y / December / 28));
  CHECK(open(2026y / June / 6));  // a Saturday
  CHECK(!open(2026y / June / 7));
  CHECK(open(2026y / September / 9));
  CHECK(!open(2027y / September / 8));
  CHECK(!open(2027y / December / 31));  // New Year's Day 2028 is a Saturday
  CHECK((calendar.days().weekdays() == sla::monday_to_friday));
}

TEST_CASE("a holiday is known by the name it was given, on the date on which it is observed") {
  const loaded_calendar calendar(shop());
  CHECK(calendar.holiday_on(date(2026y / January / 1)) == "New Year's Day");
  CHECK(calendar.holiday_on(date(2026y / December / 25)) == "Boxing Day");
  CHECK(calendar.holiday_on(date(2026y / December / 26)).empty());
  CHECK(calendar.holiday_on(date(2027y / December / 27)) == "Boxing Day");  // 26 December 2027 is a Sunday
  CHECK(calendar.holiday_on(date(2027y / December / 31)) == "New Year's Day");
  CHECK(calendar.holiday_on(date(2026y / September / 9)).empty());
  CHECK(calendar.holiday_on(date(2027y / September / 8)) == "Fair");
  CHECK(calendar.holiday_on(date(2026y / December / 24)).empty());
  CHECK(sla::holiday_on(calendar, date(2026y / January / 1)) == "New Year's Day");
}

TEST_CASE("two holidays that are observed on the same date close that date only, and a list adds another") {
  calendar_definition own = shop();
  own.holidays = {named_holiday("Christmas Eve", holiday({}, December / 24)),
                  named_holiday("Christmas Day", holiday({}, December / 25))};
  own.closed_dates = {};
  const loaded_calendar one_date(own);
  CHECK(one_date.days().contains(date(2027y / December / 23)));
  CHECK(one_date.holiday_on(date(2027y / December / 24)) == "Christmas Eve");  // 25 December 2027 is a Saturday
  CHECK(one_date.days().contains(date(2027y / December / 27)));
  own.closed_dates = {date(2027y / December / 23)};
  const loaded_calendar two_dates(own);
  CHECK(!two_dates.days().contains(date(2027y / December / 23)));
  CHECK(!two_dates.days().contains(date(2027y / December / 24)));
}

TEST_CASE("a named holiday is a name and a rule without one") {
  const named_holiday fair("Fair", holiday("ignored", July / 4).from(2021y));
  CHECK(fair.name() == "Fair");
  CHECK(fair.rule().name().empty());
  CHECK((fair.rule().first_year() == 2021y));
  CHECK(fair.rule().on(2026y) == date(2026y / July / 4));
}

TEST_CASE("what a calendar gives as its definition makes the same calendar") {
  const loaded_calendar calendar(shop());
  const loaded_calendar again(calendar.definition());
  is_same(again, calendar);
  CHECK(again.holiday_on(date(2027y / December / 31)) == "New Year's Day");
  CHECK(again.definition().holidays.size() == 3);
  CHECK(again.definition().closed_dates == shop().closed_dates);
  CHECK(again.definition().working == shop().working);
}

TEST_CASE("rules, dates and combined calendars become definitions of their own") {
  const std::array working{date(2026y / July / 4)};
  sla::calendar_rules rules = sla::us_federal_rules;
  rules.working = working;
  const loaded_calendar by_rules(rules);
  is_same(loaded_calendar(by_rules.definition()), by_rules);
  CHECK(by_rules.days().contains(date(2026y / July / 4)));
  CHECK(by_rules.definition().closed_dates.empty());

  const std::array closed{date(2026y / December / 24), date(2026y / December / 31)};
  const loaded_calendar by_dates(sla::calendar_dates{"plant", two_years, sla::saturday_and_sunday, closed, working});
  is_same(loaded_calendar(by_dates.definition()), by_dates);
  CHECK(by_dates.definition().holidays.empty());
  CHECK(by_dates.definition().closed_dates.size() == 2);
  CHECK(!by_dates.days().contains(date(2026y / December / 24)));
  CHECK(by_dates.days().contains(date(2026y / July / 4)));

  const loaded_calendar sundays(sla::calendar_dates{"sundays", two_years, {Friday, Saturday}, closed});
  const std::array both{sla::us_federal.days(), sundays.days()};
  for (const auto rule : {sla::closed_if::any, sla::closed_if::all}) {
    const loaded_calendar combined(sla::combined_calendars{"both", rule, both});
    is_same(loaded_calendar(combined.definition()), combined);
    CHECK((combined.days().coverage() == two_years));
    for (sla::civil_day day = two_years.first; day <= two_years.last; day += days{1}) {
      const bool federal = sla::us_federal.days().contains(day);
      const bool other = sundays.days().contains(day);
      const bool open = rule == sla::closed_if::any ? federal && other : federal || other;
      if (combined.days().contains(day) != open) CHECK(combined.days().contains(day) == open);
    }
  }
}

TEST_CASE("a loaded calendar of the government is the government's, day by day and by the names") {
  const loaded_calendar loaded(sla::us_federal);
  is_same(loaded, sla::us_federal);
  CHECK(loaded.name() == "US federal");
  int names = 0;
  for (sla::civil_day day = sla::us_calendar_coverage.first; day <= sla::us_calendar_coverage.last; day += days{1}) {
    const auto name = loaded.holiday_on(day);
    if (name != sla::us_federal.holiday_on(day)) CHECK(name == sla::us_federal.holiday_on(day));
    names += name.empty() ? 0 : 1;
  }
  // Nine in 129 years, one since 1986, one since 2021; 1 January 2100 is a Friday.
  CHECK(names == 129 * 9 + (2099 - 1985) + (2099 - 2020));
}

TEST_CASE("a copy keeps its own names and dates") {
  auto name = std::make_optional<std::string>("a calendar with a name too long to be kept inside of a string");
  calendar_definition own = shop();
  own.name = *name;
  own.holidays = {named_holiday(*name + "'s birthday", holiday(*name, July / 7))};
  auto original = std::make_optional<loaded_calendar>(std::move(own));
  const loaded_calendar copy = *original;
  const loaded_calendar moved = std::move(*original);
  original.reset();
  name->assign(name->size(), '?');
  name.reset();
  for (const loaded_calendar* calendar : {&copy, &moved}) {
    CHECK(calendar->name() == "a calendar with a name too long to be kept inside of a string");
    CHECK(calendar->holiday_on(date(2026y / July / 7)) ==
          "a calendar with a name too long to be kept inside of a string's birthday");
    CHECK(!calendar->days().contains(date(2026y / July / 7)));
  }
}

TEST_CASE("the names of rules are copied, too") {
  auto name = std::make_optional<std::string>("a holiday with a name too long to be kept inside of a string");
  const std::array holidays{holiday(*name, July / 7)};
  const loaded_calendar calendar(
      sla::calendar_rules{"rules", two_years, sla::saturday_and_sunday, observance::actual_date, holidays});
  name->assign(name->size(), '?');
  name.reset();
  CHECK(calendar.holiday_on(date(2026y / July / 7)) == "a holiday with a name too long to be kept inside of a string");
}

TEST_CASE("what contradicts itself is refused with calendar, date and range") {
  const auto said = [](auto change) {
    calendar_definition own = shop();
    change(own);
    return message_of<sla::terms_error>([&] { (void)loaded_calendar(own); });
  };
  CHECK(said([](calendar_definition& own) { own.closed_dates.push_back(date(2028y / January / 1)); }) ==
        "the calendar \"shop\" closes 2028-01-01, outside its coverage 2026-01-01 to 2027-12-31");
  CHECK(said([](calendar_definition& own) { own.working.push_back(date(2025y / December / 31)); }) ==
        "the calendar \"shop\" opens 2025-12-31, outside its coverage 2026-01-01 to 2027-12-31");
  CHECK(said([](calendar_definition& own) { own.closed = Friday; }) ==
        "the calendar \"shop\" moves holidays to Fridays, on which it is closed; let it observe the actual date");
  CHECK(said([](calendar_definition& own) { own.coverage = {two_years.last, two_years.first}; }) ==
        "a calendar's coverage must not end before it begins: 2027-12-31 to 2026-01-01");
  CHECK(said([](calendar_definition&) {}) == "nothing was thrown");
}
