#include "sla/calendar/business_calendar.hpp"
#include "sla/calendar/loaded_calendar.hpp"

#include <array>
#include <string>
#include <vector>

#include "sla/calendar/us_federal.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::calendar_rules;
using sla::holiday;
using sla::loaded_calendar;
using sla::observance;
using sla_tests::date;
using sla_tests::message_of;

namespace {

constexpr sla::day_range year_2026{date(2026y / January / 1), date(2026y / December / 31)};

// A desk in a country with another week-end, closed on the dates themselves.
constexpr std::array desk_holidays{holiday{"New Year's Day", January / 1},
                                   holiday{"Easter Monday", sla::easter{days{1}}},
                                   holiday{"Anniversary", May / 1}.from(2027y)};
constexpr calendar_rules desk_rules{.name = "desk",
                                    .coverage = {date(2026y / January / 1), date(2027y / December / 31)},
                                    .closed = {Friday, Saturday},
                                    .by = observance::actual_date,
                                    .holidays = desk_holidays};
constexpr sla::compiled_calendar<desk_rules> desk;

static_assert(sla::business_calendar<sla::compiled_calendar<desk_rules>>);
static_assert(sla::business_calendar<loaded_calendar>);
static_assert(!sla::business_calendar<calendar_rules>, "rules have to be made into a table first");
static_assert(!desk.days().contains(date(2026y / April / 6)), "a compiled calendar answers in constant expressions");

}  // namespace

TEST_CASE("a compiled calendar closes its weekdays and its holidays, and nothing else") {
  const auto open = [](year_month_day day) { return desk.days().contains(date(day)); };
  CHECK(desk.name() == "desk");
  CHECK(!open(2026y / January / 1));
  CHECK(!open(2026y / January / 2));
  CHECK(!open(2026y / January / 3));
  CHECK(open(2026y / January / 4));
  CHECK(!open(2026y / April / 6));
  CHECK(!open(2027y / March / 29));
  CHECK(open(2026y / May / 3));
  CHECK(!open(2027y / May / 1));
  int count = 0;
  for (sla::civil_day day = date(2026y / January / 1); day <= date(2026y / December / 31); day += days{1})
    count += weekday{day} != Friday && weekday{day} != Saturday && day != date(2026y / January / 1) &&
             day != date(2026y / April / 6);
  CHECK(desk.days().rank(date(2027y / January / 1)) == count);
}

TEST_CASE("the same rules make the same calendar at run time") {
  const loaded_calendar loaded(desk_rules);
  CHECK(loaded.name() == "desk");
  CHECK(loaded.days().size() == desk.days().size());
  for (sla::civil_day day = desk_rules.coverage.first; day <= desk_rules.coverage.last; day += days{1})
    CHECK(loaded.days().contains(day) == desk.days().contains(day));
}

TEST_CASE("an observed date in the year before or after belongs to the calendar, also at the ends of its coverage") {
  const auto year_with = [](year in, const holiday& closed) {
    return loaded_calendar({.name = "one year",
                            .coverage = {date(in / January / 1), date(in / December / 31)},
                            .closed = sla::saturday_and_sunday,
                            .by = observance::nearest_weekday,
                            .holidays = {&closed, 1}});
  };
  const loaded_calendar before = year_with(2027y, {"New Year's Day", January / 1});  // 2028-01-01 is a Saturday
  CHECK(!before.days().contains(date(2027y / December / 31)));
  CHECK(before.days().contains(date(2027y / December / 30)));
  const loaded_calendar after = year_with(2024y, {"New Year's Eve", December / 31});  // 2023-12-31 is a Sunday
  CHECK(!after.days().contains(date(2024y / January / 1)));
  CHECK(after.days().contains(date(2024y / January / 2)));
}

TEST_CASE("a calendar from a list closes the dates of the list, week-ends or not") {
  const std::vector closed{date(2026y / December / 24), date(2026y / December / 26), date(2026y / December / 24)};
  const loaded_calendar plant(sla::calendar_dates{"plant", year_2026, sla::saturday_and_sunday, closed});
  CHECK(plant.name() == "plant");
  CHECK(!plant.days().contains(date(2026y / December / 24)));
  CHECK(plant.days().contains(date(2026y / December / 25)));
  CHECK(!plant.days().contains(date(2026y / December / 26)));
  CHECK(plant.days().contains(date(2026y / December / 28)));
  CHECK(plant.days().size() == 260);
}

TEST_CASE("a calendar keeps its dates when it is copied or moved") {
  const std::vector closed{date(2026y / December / 24)};
  loaded_calendar first(sla::calendar_dates{"plant", year_2026, sla::saturday_and_sunday, closed});
  const loaded_calendar copy = first;
  const loaded_calendar moved = std::move(first);
  CHECK(!copy.days().contains(date(2026y / December / 24)));
  CHECK(!moved.days().contains(date(2026y / December / 24)));
  CHECK(copy.days().size() == moved.days().size());
}

TEST_CASE("a closed date outside the coverage is an error that names calendar, date and range") {
  const std::vector closed{date(2027y / January / 1)};
  CHECK(message_of<sla::terms_error>([&] {
          loaded_calendar(sla::calendar_dates{"plant", year_2026, sla::saturday_and_sunday, closed});
        }) == "the calendar \"plant\" closes 2027-01-01, outside its coverage 2026-01-01 to 2026-12-31");
}

TEST_CASE("a coverage that ends before it begins is an error that names both dates") {
  const sla::day_range reversed{date(2026y / December / 31), date(2026y / January / 1)};
  CHECK(message_of<sla::terms_error>([&] {
          loaded_calendar(sla::calendar_dates{"plant", reversed, sla::saturday_and_sunday, {}});
        }) == "a calendar's coverage must not end before it begins: 2026-12-31 to 2026-01-01");
  calendar_rules rules = desk_rules;
  rules.coverage = reversed;
  CHECK_THROWS_AS(loaded_calendar{rules}, sla::terms_error);
}

TEST_CASE("a working date is open in spite of its weekday, its holiday or the list that closes it") {
  const std::array working{date(2026y / January / 1), date(2026y / January / 2), date(2026y / December / 26)};
  calendar_rules rules = desk_rules;
  rules.working = working;
  const loaded_calendar by_rules(rules);
  CHECK(by_rules.days().contains(date(2026y / January / 1)));
  CHECK(by_rules.days().contains(date(2026y / January / 2)));
  CHECK(!by_rules.days().contains(date(2026y / January / 3)));
  CHECK(by_rules.days().size() == desk.days().size() + 3);

  const loaded_calendar by_list(sla::calendar_dates{"plant", year_2026, sla::saturday_and_sunday, working, working});
  CHECK(by_list.days().size() == 262);  // 261 weekdays and Saturday 26 December
  CHECK(by_list.days().contains(date(2026y / December / 26)));
}

TEST_CASE("a working date outside the coverage is an error that names calendar, date and range") {
  const std::array working{date(2025y / December / 31)};
  CHECK(message_of<sla::terms_error>([&] {
          loaded_calendar(sla::calendar_dates{"plant", year_2026, sla::saturday_and_sunday, {}, working});
        }) == "the calendar \"plant\" opens 2025-12-31, outside its coverage 2026-01-01 to 2026-12-31");
}

TEST_CASE("a calendar that is open at the week-end closes on the observed dates all the same") {
  const sla::day_range from_2020_to_2027{date(2020y / January / 1), date(2027y / December / 31)};
  const std::array holidays{holiday{"Independence Day", July / 4}};
  calendar_rules rules{"shop", from_2020_to_2027, {}, observance::nearest_weekday, holidays};
  const loaded_calendar nearest(rules);
  CHECK(!nearest.days().contains(date(2020y / July / 3)));
  CHECK(nearest.days().contains(date(2020y / July / 4)));  // a Saturday
  CHECK(nearest.days().contains(date(2021y / July / 4)));  // a Sunday
  CHECK(!nearest.days().contains(date(2021y / July / 5)));
  rules.by = observance::monday_after_a_sunday;
  const loaded_calendar not_from_saturday(rules);
  CHECK(not_from_saturday.days().contains(date(2020y / July / 3)));
  CHECK(!not_from_saturday.days().contains(date(2020y / July / 4)));
  CHECK(!not_from_saturday.days().contains(date(2021y / July / 5)));
  rules.by = observance::actual_date;
  const loaded_calendar actual(rules);
  CHECK(!actual.days().contains(date(2020y / July / 4)));
  CHECK(!actual.days().contains(date(2021y / July / 4)));
  CHECK(actual.days().contains(date(2021y / July / 5)));
}

TEST_CASE("holidays do not move to days on which no business is done") {
  calendar_rules rules = desk_rules;
  const auto said = [&] { return message_of<sla::terms_error>([&] { (void)loaded_calendar(rules); }); };
  rules.by = observance::nearest_weekday;
  CHECK(said() ==
        "the calendar \"desk\" moves holidays to Fridays, on which it is closed; let it observe the actual date");
  rules.by = observance::monday_after_a_sunday;
  CHECK(said() == "nothing was thrown");
  rules.closed = Monday;
  CHECK(said() ==
        "the calendar \"desk\" moves holidays to Mondays, on which it is closed; let it observe the actual date");
  rules.by = observance::actual_date;
  CHECK(said() == "nothing was thrown");
}

namespace {

constexpr std::array both{sla::us_federal.days(), desk.days()};
constexpr sla::combined_calendars needs_both_rules{"needs both", sla::closed_if::any, both};
constexpr sla::combined_calendars needs_one_rules{"needs one", sla::closed_if::all, both};
constexpr sla::compiled_calendar<needs_both_rules> needs_both;
constexpr sla::compiled_calendar<needs_one_rules> needs_one;

}  // namespace

TEST_CASE("combined calendars are closed if any or if all are closed, over the dates that all cover") {
  static_assert(!needs_both.days().contains(date(2026y / January / 2)), "the desk is closed on Fridays");
  static_assert(needs_one.days().contains(date(2026y / January / 2)));
  CHECK(needs_both.name() == "needs both");
  CHECK((needs_both.days().coverage() == desk_rules.coverage));
  CHECK((needs_both.days().weekdays() == sla::weekday_set{Monday, Tuesday, Wednesday, Thursday}));
  CHECK((needs_one.days().weekdays() == ~sla::weekday_set{Saturday}));
  const loaded_calendar loaded_both(needs_both_rules);
  const loaded_calendar loaded_one(needs_one_rules);
  for (sla::civil_day day = desk_rules.coverage.first; day <= desk_rules.coverage.last; day += days{1}) {
    CAPTURE(sla::iso(day));
    const bool federal = sla::us_federal.days().contains(day);
    const bool at_desk = desk.days().contains(day);
    CHECK(needs_both.days().contains(day) == (federal && at_desk));
    CHECK(needs_one.days().contains(day) == (federal || at_desk));
    CHECK(loaded_both.days().rank(day) == needs_both.days().rank(day));
    CHECK(loaded_one.days().rank(day) == needs_one.days().rank(day));
  }
}

TEST_CASE("calendars without a date in common cannot be combined") {
  const loaded_calendar other(
      sla::calendar_dates{"other", {date(2028y / May / 1), date(2028y / May / 31)}, sla::saturday_and_sunday, {}});
  const std::array apart{desk.days(), other.days()};
  CHECK(message_of<sla::terms_error>([&] {
          (void)loaded_calendar(sla::combined_calendars{"both", sla::closed_if::all, apart});
        }) == "the calendar \"both\" combines calendars without a date in common");
  CHECK_THROWS_AS((void)loaded_calendar(sla::combined_calendars{"none", sla::closed_if::any, {}}), sla::terms_error);
}

TEST_CASE("a calendar may cover every year that std::chrono has") {
  calendar_rules rules = desk_rules;
  rules.coverage = {date(year::min() / January / 1), date(year::max() / December / 31)};
  const loaded_calendar ages(rules);
  for (const year in : {year::min(), 1y, 2026y, year::max()}) {
    CHECK(!ages.days().contains(date(in / January / 1)));
    CHECK(!ages.days().contains(sla::easter_sunday(in) + days{1}));
  }
  CHECK(ages.days().select(ages.days().size() - 1) == date(32767y / December / 31));
  CHECK(ages.days().rank(ages.days().select(10'000'000)) == 10'000'000);
}

// ---- Names of holidays ----------------------------------------------------------------------------------------------

TEST_CASE("a closed date has the name of the holiday that is observed on it") {
  using sla::holiday_on;
  using sla::us_federal;
  static_assert(holiday_on(us_federal, date(2026y / July / 3)) == "Independence Day");  // 4 July 2026 is a Saturday
  CHECK(holiday_on(us_federal, date(2021y / December / 31)) == "New Year's Day");       // of the year after
  CHECK(holiday_on(us_federal, date(2022y / January / 1)).empty());
  CHECK(holiday_on(us_federal, date(2026y / July / 4)).empty());
  CHECK(holiday_on(us_federal, date(2026y / July / 11)).empty());               // any Saturday
  CHECK(holiday_on(us_federal, date(2026y / July / 6)).empty());                // any Monday
  CHECK(holiday_on(us_federal, date(2021y / July / 5)) == "Independence Day");  // 4 July 2021 is a Sunday
  CHECK(holiday_on(us_federal, date(1977y / October / 24)) == "Veterans Day");
  CHECK(holiday_on(us_federal, date(1977y / November / 11)).empty());
  CHECK(holiday_on(us_federal, date(2026y / November / 11)) == "Veterans Day");
  CHECK(holiday_on(us_federal, date(2020y / June / 19)).empty());
}

TEST_CASE("a holiday that is not moved has no name on the day before") {
  CHECK(sla::holiday_on(sla::us_banking, date(2021y / December / 31)).empty());
  CHECK(sla::holiday_on(sla::us_banking, date(2022y / January / 1)) == "New Year's Day");
  CHECK(sla::holiday_on(sla::us_banking, date(2021y / July / 5)) == "Independence Day");
  CHECK(sla::holiday_on(desk, date(2026y / April / 6)) == "Easter Monday");
  CHECK(sla::holiday_on(desk, date(2026y / May / 1)).empty());
  CHECK(sla::holiday_on(desk, date(2027y / May / 1)) == "Anniversary");
}

TEST_CASE("every date that a holiday closes has a name, and every name closes its date") {
  for (sla::civil_day day = sla::us_calendar_coverage.first; day <= sla::us_calendar_coverage.last; day += days{1}) {
    const bool is_weekday = sla::monday_to_friday.contains(weekday{day});
    const bool is_closed = !sla::us_federal.days().contains(day);
    const bool has_name = !sla::holiday_on(sla::us_federal, day).empty();
    if ((is_weekday && is_closed) != has_name) {
      CAPTURE(sla::iso(day));
      CHECK((is_weekday && is_closed) == has_name);
    }
  }
}

TEST_CASE("a date outside the coverage has no answer, whatever the calendar is made of") {
  const loaded_calendar loaded(sla::us_federal);
  const std::string said = "the calendar \"US federal\" does not cover 1950-02-20; it covers 1971-01-01 to 2099-12-31";
  const sla::civil_day presidents = date(1950y / February / 20);  // a third Monday
  CHECK(message_of<sla::coverage_error>([&] { (void)sla::us_federal.holiday_on(presidents); }) == said);
  CHECK(message_of<sla::coverage_error>([&] { (void)sla::holiday_on(sla::us_federal, presidents); }) == said);
  CHECK(message_of<sla::coverage_error>([&] { (void)loaded.holiday_on(presidents); }) == said);
  CHECK(message_of<sla::coverage_error>([&] { (void)sla::holiday_on(loaded, presidents); }) == said);
  CHECK(sla::us_federal.holiday_on(date(1971y / January / 1)) == "New Year's Day");
  CHECK_THROWS_AS((void)sla::us_federal.holiday_on(date(1970y / December / 31)), sla::coverage_error);
  CHECK(sla::us_federal.holiday_on(date(2099y / December / 25)) == "Christmas Day");
  CHECK_THROWS_AS((void)sla::us_federal.holiday_on(date(2100y / January / 1)), sla::coverage_error);
  CHECK_THROWS_AS((void)sla::holiday_on(needs_both, date(2028y / January / 1)), sla::coverage_error);
}

namespace {

constexpr std::array worked{date(2026y / January / 1)};
constexpr calendar_rules working_rules{.name = "worked",
                                       .coverage = year_2026,
                                       .closed = {Friday, Saturday},
                                       .by = observance::actual_date,
                                       .holidays = desk_holidays,
                                       .working = worked};
constexpr sla::compiled_calendar<working_rules> open_on_new_year;

}  // namespace

TEST_CASE("a holiday on which business is done closes nothing and has no name") {
  static_assert(sla::holiday_on(open_on_new_year, date(2026y / January / 1)).empty());
  CHECK(open_on_new_year.holiday_on(date(2026y / January / 1)).empty());
  CHECK(open_on_new_year.holiday_on(date(2026y / April / 6)) == "Easter Monday");
  const loaded_calendar loaded(open_on_new_year);
  CHECK(loaded.holiday_on(date(2026y / January / 1)).empty());
  CHECK(sla::holiday_on(loaded, date(2026y / January / 1)).empty());
  CHECK(loaded.holiday_on(date(2026y / April / 6)) == "Easter Monday");
}

TEST_CASE("calendars of dates and of calendars know no names") {
  CHECK(sla::holiday_on(needs_both, date(2026y / December / 25)).empty());
  const std::vector closed{date(2026y / December / 24)};
  const loaded_calendar plant(sla::calendar_dates{"plant", year_2026, sla::saturday_and_sunday, closed});
  CHECK(sla::holiday_on(plant, date(2026y / December / 24)).empty());
}

TEST_CASE("a compiled calendar shows what it is made of") {
  CHECK(&desk.definition() == &desk_rules);
  CHECK(sla::us_federal.definition().holidays.size() == 12);
}
