#include "sla/calendar/opening_times.hpp"
#include "sla/calendar/loaded_calendar.hpp"

#include <memory>
#include <string>
#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/table_zone.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::interval;
using sla::loaded_calendar;
using sla::loaded_opening_times;
using sla::special_day;
using sla::us_eastern;
using sla::us_federal;
using sla::weekly_hours;
using sla_tests::date;
using sla_tests::eastern;
using sla_tests::message_of;
using sla_tests::utc;

namespace {

constexpr sla::day_range year_2026{date(2026y / January / 1), date(2026y / December / 31)};

constexpr auto nine_to_five = weekly_hours(sla::monday_to_friday, 9h, 17h);
using office = sla::compiled_opening_times<us_federal, nine_to_five, us_eastern>;

loaded_calendar every_day_of(sla::day_range coverage) {
  return loaded_calendar(sla::calendar_dates{"every day", coverage, sla::no_day, {}});
}
loaded_opening_times<loaded_calendar, weekly_hours, sla::us_zone> open_every_day(weekly_hours hours,
                                                                                 sla::day_range coverage = year_2026) {
  return {every_day_of(coverage), hours, us_eastern};
}

std::vector<interval> list(const sla::detail::day_openings& spans) { return {spans.begin(), spans.end()}; }
milliseconds length(const sla::detail::day_openings& spans) {
  milliseconds sum{};
  for (const interval& span : spans) sum += span.length().length();
  return sum;
}

}  // namespace

TEST_CASE("open time runs inside the hours of business days") {
  const milliseconds thursday = office::view.open_before(eastern(2025y / July / 3, 15h + 30min));
  static_assert(office::view.open_before(eastern(2025y / July / 3, 17h)) ==
                office::view.open_before(eastern(2025y / July / 3, 15h + 30min)) + 90min);
  CHECK(office::view.open_before(eastern(2025y / July / 4, 12h)) == thursday + 90min);
  CHECK(office::view.open_before(eastern(2025y / July / 7, 9h)) == thursday + 90min);
  CHECK(office::view.open_before(eastern(2025y / July / 7, 9h + 1ms)) == thursday + 90min + 1ms);
}

TEST_CASE("the moment of an amount of open time; at a closing it is the next opening") {
  const milliseconds monday = office::view.open_before(eastern(2025y / July / 7, 9h));
  CHECK(office::view.open_moment(monday) == eastern(2025y / July / 7, 9h));
  CHECK(office::view.open_moment(monday - 1ms) == eastern(2025y / July / 3, 17h - 1ms));
  CHECK(office::view.open_moment(0ms) == eastern(1971y / January / 4, 9h));
}

TEST_CASE("open time knows its calendar's coverage, and its message the date") {
  CHECK(message_of<sla::coverage_error>([] { (void)office::view.open_before(eastern(2100y / January / 1, 1ms)); }) ==
        "the calendar \"US federal\" does not cover 2100-01-01; it covers 1971-01-01 to 2099-12-31");
  CHECK(message_of<sla::coverage_error>([] { (void)office::view.open_before(eastern(1970y / December / 31, 12h)); }) ==
        "the calendar \"US federal\" does not cover 1970-12-31; it covers 1971-01-01 to 2099-12-31");
  CHECK_THROWS_AS((void)office::view.open_moment(-1ms), sla::coverage_error);
  const milliseconds all = office::view.open_before(eastern(2099y / December / 31, 24h - 1ms));
  CHECK(office::view.open_moment(all - 1ms) == eastern(2099y / December / 31, 17h - 1ms));
  CHECK_THROWS_AS((void)office::view.open_moment(all), sla::coverage_error);
}

TEST_CASE("constants and values known at run time make the same times") {
  const loaded_opening_times loaded{us_federal, nine_to_five, us_eastern};
  for (sla::instant at = eastern(1971y / January / 2, 3h); at < eastern(2099y / December / 30, 0h);
       at += days{11} + 67min) {
    const milliseconds open = loaded.view().open_before(at);
    if (open != office::view.open_before(at)) CHECK(open == office::view.open_before(at));
    if (loaded.view().open_moment(open) != office::view.open_moment(open))
      CHECK(loaded.view().open_moment(open) == office::view.open_moment(open));
  }
}

TEST_CASE("loaded times keep what they were made of") {
  auto first = std::make_unique<loaded_opening_times<loaded_calendar, weekly_hours, sla::us_zone>>(
      every_day_of(year_2026), nine_to_five.also(sla::saturday_and_sunday, 10h, 12h), us_eastern);
  const auto copy = *first;
  first.reset();
  CHECK(copy.view().open_before(eastern(2026y / January / 5, 0h)) == 8h + 8h + 2h + 2h);
}

TEST_CASE("a night of eight hours has seven or nine when the clocks are changed") {
  const auto nights = open_every_day(weekly_hours(sla::every_day, 22h, 6h));
  CHECK(length(nights.view().spans_on(date(2026y / March / 6))) == 8h);
  CHECK(length(nights.view().spans_on(date(2026y / March / 7))) == 7h);
  CHECK(length(nights.view().spans_on(date(2026y / October / 31))) == 9h);
  CHECK(list(nights.view().spans_on(date(2026y / October / 31))) ==
        std::vector{interval{eastern(2026y / October / 31, 22h), eastern(2026y / November / 1, 6h)}});
  CHECK(nights.view().usual_length(Saturday) == 8h);
  CHECK(nights.view().open_before(eastern(2026y / January / 2, 3h)) == 5h);
}

TEST_CASE("whole days have 23 and 25 hours") {
  const auto always = open_every_day(sla::around_the_clock);
  CHECK(length(always.view().spans_on(date(2026y / March / 8))) == 23h);
  CHECK(length(always.view().spans_on(date(2026y / November / 1))) == 25h);
  CHECK(always.view().open_before(eastern(2026y / December / 31, 0h)) == 24h * 364);
}

TEST_CASE("a span inside the skipped hour is gone, one inside the repeated hour lasts into the second") {
  const auto spans =
      open_every_day(weekly_hours(sla::every_day, 1h + 15min, 1h + 45min).also(sla::every_day, 2h + 15min, 2h + 45min));
  CHECK(length(spans.view().spans_on(date(2026y / March / 8))) == 30min);
  CHECK(length(spans.view().spans_on(date(2026y / November / 1))) == 2h);
  const auto skipped = open_every_day(weekly_hours(sla::every_day, 2h + 15min, 2h + 45min));
  CHECK(list(skipped.view().spans_on(date(2026y / March / 8))).empty());
}

TEST_CASE("a closing at the first minute of the repeated hour takes its second turn, in the tables as well") {
  const auto bar = open_every_day(weekly_hours(sla::every_day, 18h, 1h));
  CHECK(length(bar.view().spans_on(date(2026y / October / 31))) == 8h);
  CHECK(bar.view().open_before(eastern(2026y / November / 2, 12h)) -
            bar.view().open_before(eastern(2026y / October / 31, 12h)) ==
        8h + 7h);
}

TEST_CASE("spans that the repeated hour would make overlap follow each other") {
  const auto spans =
      open_every_day(weekly_hours(sla::every_day, 1h + 10min, 1h + 20min).also(sla::every_day, 1h + 30min, 1h + 50min));
  CHECK(list(spans.view().spans_on(date(2026y / November / 1))) ==
        std::vector{interval{utc(2026y / November / 1, 5h + 10min), utc(2026y / November / 1, 6h + 20min)},
                    interval{utc(2026y / November / 1, 6h + 20min), utc(2026y / November / 1, 6h + 50min)}});
}

TEST_CASE("the clocks may be changed on the first and on the last day of a coverage, and in the night after it") {
  const sla::day_range summer{date(2026y / March / 8), date(2026y / November / 1)};
  const auto always = open_every_day(sla::around_the_clock, summer);
  const milliseconds november = always.view().open_before(eastern(2026y / November / 1, 0h));
  CHECK(always.view().open_before(eastern(2026y / March / 9, 0h)) == 23h);
  CHECK(always.view().open_moment(november + 25h - 1ms) == utc(2026y / November / 2, 5h - 1ms));

  const auto nights = open_every_day(weekly_hours(sla::every_day, 22h, 6h), {summer.first, date(2026y / October / 31)});
  const milliseconds halloween = nights.view().open_before(eastern(2026y / October / 31, 22h));
  CHECK(nights.view().open_moment(halloween + 9h - 1ms) == eastern(2026y / November / 1, 6h - 1ms));
}

TEST_CASE("a coverage may end at a change in a constant, too") {
  static constexpr sla::calendar_dates autumn_dates{
      "autumn", {date(2026y / October / 1), date(2026y / November / 1)}, sla::no_day, {}};
  static constexpr sla::compiled_calendar<autumn_dates> autumn;
  using always = sla::compiled_opening_times<autumn, sla::around_the_clock, us_eastern>;
  static_assert(always::view.length() == 32 * 24h + 1h);
}

TEST_CASE("a week in which clocks are changed twice is not like one in which they are changed once") {
  const sla_tests::table_zone zone{"Test/Twice",
                                   0h,
                                   {{utc(2026y / March / 4, 2h), 1h},
                                    {utc(2026y / June / 3, 2h), 0h},
                                    {utc(2027y / March / 3, 2h), 1h},
                                    {utc(2027y / March / 5, 2h), 0h}}};
  const loaded_opening_times shop{every_day_of({date(2026y / January / 1), date(2027y / December / 31)}),
                                  weekly_hours(sla::every_day, 9h, 17h), zone};
  CHECK(!is_open(shop.view(), utc(2026y / March / 6, 16h + 30min)));
  CHECK(is_open(shop.view(), utc(2027y / March / 2, 16h + 30min)));
  CHECK(!is_open(shop.view(), utc(2027y / March / 3, 16h + 30min)));
  CHECK(is_open(shop.view(), utc(2027y / March / 5, 16h + 30min)));
}

TEST_CASE("a coverage may begin at the change itself") {
  const loaded_opening_times always{every_day_of({date(2026y / March / 29), date(2026y / April / 30)}),
                                    sla::around_the_clock, sla_tests::at_midnight()};
  CHECK(length(always.view().spans_on(date(2026y / March / 29))) == 23h);
  CHECK(always.view().open_before(utc(2026y / April / 9, 21h)) == 23h + 24h * 11);
}

TEST_CASE("a coverage may end with an hour that is repeated") {
  const loaded_opening_times always{every_day_of({date(2026y / October / 1), date(2026y / October / 24)}),
                                    sla::around_the_clock, sla_tests::at_midnight()};
  CHECK(length(always.view().spans_on(date(2026y / October / 24))) == 25h);
  CHECK(always.view().open_before(utc(2026y / October / 24, 22h - 1ms)) == 24h * 24 + 1h - 1ms);
  CHECK(always.view().open_before(utc(2026y / October / 24, 22h)) == 24h * 24 + 1h);
  CHECK_THROWS_AS((void)always.view().open_before(utc(2026y / October / 24, 22h + 1ms)), sla::coverage_error);
}

TEST_CASE("the last day on which a zone has rules can be covered") {
  const sla::day_range last_week{date(2199y / December / 20), date(2199y / December / 31)};
  const auto shop = open_every_day(weekly_hours(sla::every_day, 9h, 17h), last_week);
  CHECK(shop.view().open_before(eastern(2199y / December / 31, 24h - 1ms)) == 12 * 8h);
}

TEST_CASE("hours on one date replace those of its weekday") {
  const loaded_opening_times special{
      every_day_of(year_2026),
      sla::opening_hours{weekly_hours(sla::every_day, 9h, 17h), special_day{date(2026y / December / 24), {{9h, 12h}}},
                         special_day{date(2026y / November / 1), {{0h + 30min, 1h + 30min}, {22h, 2h}}}},
      us_eastern};
  CHECK(length(special.view().spans_on(date(2026y / December / 24))) == 3h);
  CHECK(length(special.view().spans_on(date(2026y / November / 1))) == 6h);
  CHECK(special.view().open_before(eastern(2026y / December / 31, 0h)) == 8h * 362 + 3h + 6h);
}

TEST_CASE("a night belongs to the day on which it began") {
  const auto nights = open_every_day(weekly_hours(sla::every_day, 22h, 6h).also(sla::every_day, 9h, 17h));
  CHECK(nights.view().day_of(eastern(2026y / May / 9, 23h)) == date(2026y / May / 9));
  CHECK(nights.view().day_of(eastern(2026y / May / 10, 5h)) == date(2026y / May / 9));
  CHECK(nights.view().day_of(eastern(2026y / May / 10, 9h)) == date(2026y / May / 10));
  CHECK(nights.view().opening_of(date(2026y / May / 9)) == eastern(2026y / May / 9, 9h));
  CHECK(nights.view().closing_of(date(2026y / May / 9)) == eastern(2026y / May / 10, 6h));
}

TEST_CASE("a holiday closes the night that would have begun on it, and nothing of the night before") {
  const std::vector closed{date(2026y / July / 4)};
  const loaded_opening_times nights{loaded_calendar(sla::calendar_dates{"nights", year_2026, sla::no_day, closed}),
                                    weekly_hours(sla::every_day, 22h, 6h), us_eastern};
  CHECK(list(nights.view().spans_on(date(2026y / July / 4))).empty());
  CHECK(length(nights.view().spans_on(date(2026y / July / 3))) == 8h);
  CHECK(nights.view().open_moment(nights.view().open_before(eastern(2026y / July / 4, 12h))) ==
        eastern(2026y / July / 5, 22h));
}

TEST_CASE("a weekday that happens to be closed throughout a short coverage may have hours") {
  const std::vector closed{date(2026y / November / 23)};
  const loaded_opening_times days{
      loaded_calendar(sla::calendar_dates{
          "three days", {date(2026y / November / 23), date(2026y / November / 25)}, sla::saturday_and_sunday, closed}),
      weekly_hours(sla::monday_to_friday, 9h, 17h), us_eastern};
  CHECK(days.view().open_before(eastern(2026y / November / 25, 9h)) == 8h);
}

TEST_CASE("hours and calendar must be open on the same weekdays") {
  const std::vector<sla::civil_day> none;
  const loaded_calendar weekdays(sla::calendar_dates{"weekdays", year_2026, sla::saturday_and_sunday, none});
  CHECK(message_of<sla::terms_error>([&] { loaded_opening_times{weekdays, sla::around_the_clock, us_eastern}; }) ==
        "Saturday has opening hours, but the calendar is never open on it");
  CHECK(message_of<sla::terms_error>([] { loaded_opening_times{every_day_of(year_2026), nine_to_five, us_eastern}; }) ==
        "Saturday is a business day, but has no opening hours");
  CHECK(message_of<sla::terms_error>([] {
          loaded_opening_times{every_day_of(year_2026), weekly_hours(~sla::weekday_set{Sunday}, 9h, 17h), us_eastern};
        }) == "Sunday is a business day, but has no opening hours");
}

TEST_CASE("hours for a date that is closed, not covered or without a span are refused") {
  const auto with = [](special_day special) {
    const std::vector<sla::civil_day> none;
    return message_of<sla::terms_error>([&] {
      loaded_opening_times{loaded_calendar(sla::calendar_dates{"weekdays", year_2026, sla::saturday_and_sunday, none}),
                           sla::opening_hours{nine_to_five, special}, us_eastern};
    });
  };
  CHECK(with({date(2026y / December / 24), {{9h, 12h}}}) == "nothing was thrown");
  CHECK(with({date(2026y / December / 26), {{9h, 12h}}}) ==
        "2026-12-26 has hours of its own, but the calendar is closed on it; to work on it, add it to the calendar's "
        "working dates: working = [2026-12-26]");
  CHECK(with({date(2027y / January / 4), {{9h, 12h}}}) ==
        "2027-01-04 has hours of its own, but lies outside of the calendar's coverage, 2026-01-01 to 2026-12-31");
  CHECK(with({date(2026y / December / 24), {}}) ==
        "2026-12-24 has hours of its own without a span; to close a date, close it in the calendar");
}

TEST_CASE("hours of one date must not meet those of the next, or be given twice") {
  const auto with = [](auto... special) {
    return message_of<sla::terms_error>([&] {
      loaded_opening_times{every_day_of(year_2026),
                           sla::opening_hours{weekly_hours(sla::every_day, 9h, 17h), special...}, us_eastern};
    });
  };
  const sla::civil_day eve = date(2026y / December / 24);
  CHECK(with(special_day{eve, {{20h, 9h}}}) == "nothing was thrown");
  CHECK(with(special_day{eve, {{20h, 9h + 1min}}}) ==
        "the opening hours of 2026-12-24 and of a neighbouring day overlap, or are given twice");
  CHECK(with(special_day{eve, {{20h, 4h}}}, special_day{eve + days{1}, {{3h, 5h}}}) ==
        "the opening hours of 2026-12-24 and of a neighbouring day overlap, or are given twice");
  CHECK(with(special_day{eve, {{9h, 10h}}}, special_day{eve, {{9h, 12h}}}) ==
        "the opening hours of 2026-12-24 and of a neighbouring day overlap, or are given twice");
}

TEST_CASE("a date without business neither opens nor closes") {
  const loaded_opening_times times{
      loaded_calendar(sla::calendar_dates{"weekdays", year_2026, sla::saturday_and_sunday, {}}), nine_to_five,
      us_eastern};
  const sla::civil_day saturday = date(2026y / November / 21);
  const std::string why = "2026-11-21 is no business day, so it neither opens nor closes";
  CHECK(message_of<sla::coverage_error>([&] { (void)times.view().opening_of(saturday); }) == why);
  CHECK(message_of<sla::coverage_error>([&] { (void)times.view().closing_of(saturday); }) == why);
  CHECK(message_of<sla::coverage_error>([&] { (void)times.view().opening_of(saturday - days{1}); }) ==
        "nothing was thrown");
}

TEST_CASE("a business day whose hours the clocks skip opens and closes as they are changed") {
  const auto skipped = open_every_day(weekly_hours(sla::every_day, 2h, 3h));
  CHECK(skipped.view().opening_of(date(2026y / March / 8)) == eastern(2026y / March / 8, 3h));
  CHECK(skipped.view().closing_of(date(2026y / March / 8)) == eastern(2026y / March / 8, 3h));
}
