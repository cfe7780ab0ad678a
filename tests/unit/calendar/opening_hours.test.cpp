#include "sla/calendar/opening_hours.hpp"

#include <algorithm>

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::day_hours;
using sla::monday_to_friday;
using sla::open_span;
using sla::weekly_hours;
using sla_tests::date;
using sla_tests::message_of;

namespace {

bool has_spans(const day_hours& hours, std::initializer_list<open_span> spans) {
  return std::ranges::equal(hours.spans(), spans);
}

}  // namespace

TEST_CASE("a day may be open in several spans") {
  constexpr day_hours split{{9h, 12h}, {13h, 17h}};
  static_assert(split.length() == 7h);
  CHECK(has_spans(split, {{9h, 12h}, {13h, 17h}}));
  CHECK(!split.empty());
  CHECK(day_hours{}.empty());
  CHECK(day_hours{}.length() == 0h);
}

TEST_CASE("spans may be given in any order") {
  CHECK((day_hours{{13h, 17h}, {9h, 12h}} == day_hours{{9h, 12h}, {13h, 17h}}));
  CHECK((day_hours{{20h, 21h}, {9h, 10h}, {13h, 14h}, {7h, 8h}} ==
         day_hours{{7h, 8h}, {9h, 10h}, {13h, 14h}, {20h, 21h}}));
}

TEST_CASE("a closing before the opening is on the next day") {
  CHECK(has_spans(day_hours{{22h, 6h}}, {{22h, 30h}}));
  CHECK(day_hours{{22h, 6h}}.length() == 8h);
  CHECK(has_spans(day_hours{{8h, 7h + 59min}}, {{8h, 31h + 59min}}));
}

TEST_CASE("24:00 is a closing time, and the whole day is 24 hours without a gap at midnight") {
  CHECK(has_spans(day_hours{{0h, 24h}}, {{0h, 24h}}));
  CHECK(has_spans(day_hours{{18h, 24h}}, {{18h, 24h}}));
  for (unsigned day = 0; day < 7; ++day) CHECK(sla::around_the_clock.on(weekday{day}).length() == 24h);
}

TEST_CASE("spans that touch are one span, on either side and on both") {
  CHECK(has_spans(day_hours{{9h, 12h}, {12h, 17h}}, {{9h, 17h}}));
  CHECK(has_spans(day_hours{{12h, 17h}, {9h, 12h}}, {{9h, 17h}}));
  CHECK(has_spans(day_hours{{9h, 12h}, {13h, 17h}, {12h, 13h}}, {{9h, 17h}}));
  CHECK(
      has_spans(day_hours{{6h, 7h}, {9h, 12h}, {13h, 17h}, {20h, 21h}, {12h, 13h}}, {{6h, 7h}, {9h, 17h}, {20h, 21h}}));
  CHECK(has_spans(day_hours{{9h, 22h}, {22h, 6h}}, {{9h, 30h}}));
}

TEST_CASE("a touching span needs no room of its own, a fifth separate one is an error") {
  day_hours full{{1h, 2h}, {3h, 4h}, {5h, 6h}, {7h, 8h}};
  full.add(8h, 9h);
  full.add(4h, 5h);
  CHECK(has_spans(full, {{1h, 2h}, {3h, 6h}, {7h, 9h}}));
  static_assert(day_hours{{1h, 2h}, {3h, 4h}, {5h, 6h}, {7h, 8h}, {8h, 9h}}.length() == 5h);
  full.add(20h, 21h);
  CHECK(message_of<sla::terms_error>([&] { full.add(22h, 23h); }) ==
        "opening hours allow at most 4 separate spans a day");
}

TEST_CASE("spans that overlap are an error that names both") {
  CHECK(message_of<sla::terms_error>([] { day_hours{{9h, 12h}, {11h, 17h}}; }) ==
        "the opening hours 11:00:00 to 17:00:00 begin before 09:00:00 to 12:00:00 have ended");
  CHECK(message_of<sla::terms_error>([] { day_hours{{11h, 17h}, {9h, 12h}}; }) ==
        "the opening hours 11:00:00 to 17:00:00 begin before 09:00:00 to 12:00:00 have ended");
  CHECK_THROWS_AS((day_hours{{9h, 17h}, {9h, 17h}}), sla::terms_error);
  CHECK_THROWS_AS((day_hours{{9h, 17h}, {10h, 11h}}), sla::terms_error);
  CHECK_THROWS_AS((day_hours{{10h, 11h}, {9h, 17h}}), sla::terms_error);
  CHECK_THROWS_AS((day_hours{{0h, 24h}, {23h, 24h}}), sla::terms_error);
  CHECK_THROWS_AS((day_hours{{22h, 6h}, {23h, 24h}}), sla::terms_error);
}

TEST_CASE("times outside a day and empty spans are errors that name what is allowed") {
  const std::string allowed =
      " after midnight; allowed are openings from 0:00 to before 24:00, closings after 0:00 to 24:00, and two "
      "different "
      "times";
  const auto message = [](milliseconds opens, milliseconds closes) {
    return message_of<sla::terms_error>([=] { day_hours{{opens, closes}}; });
  };
  CHECK(message(9h, 9h) == "opening hours of 9 h to 9 h" + allowed);
  CHECK(message(9h, 24h + 1min) == "opening hours of 9 h to 24 h 1 min" + allowed);
  CHECK(message(-1ms, 9h) == "opening hours of -0.001 s to 9 h" + allowed);
  CHECK(message(24h, 9h) == "opening hours of 24 h to 9 h" + allowed);
  CHECK(message(9h, 0h) == "opening hours of 9 h to 0 s" + allowed);
  CHECK(message(9h, -1h) == "opening hours of 9 h to -1 h" + allowed);
  CHECK(message(0h, 0h) == "opening hours of 0 s to 0 s" + allowed);
}

TEST_CASE("times outside a day are errors also on no day of the week") {
  CHECK(message_of<sla::terms_error>([] { weekly_hours(sla::no_day, 99h, -5h); }) ==
        "opening hours of 99 h to -5 h after midnight; allowed are openings from 0:00 to before 24:00, "
        "closings after 0:00 to 24:00, and two different times");
  CHECK_THROWS_AS((void)weekly_hours(Monday, 9h, 17h).also(sla::no_day, 9h, 9h), sla::terms_error);
  CHECK((weekly_hours(Monday, 9h, 17h).also(sla::no_day, 9h, 12h) == weekly_hours(Monday, 9h, 17h)));
}

TEST_CASE("weekly hours hold on the weekdays they were given for") {
  constexpr auto office =
      weekly_hours(monday_to_friday, 9h, 12h).also(monday_to_friday, 13h, 17h).also(Saturday, 10h, 12h);
  static_assert(office.on(Monday).length() == 7h);
  CHECK(office.on(Friday).length() == 7h);
  CHECK(has_spans(office.on(Saturday), {{10h, 12h}}));
  CHECK(office.on(Sunday).empty());
  CHECK(office.special_days().empty());
  CHECK(&office.week() == &office);
}

TEST_CASE("also leaves the hours it starts from as they are") {
  constexpr auto morning = weekly_hours(monday_to_friday, 9h, 12h);
  CHECK((morning.also(monday_to_friday, 13h, 17h) ==
         weekly_hours(monday_to_friday, 13h, 17h).also(monday_to_friday, 9h, 12h)));
  CHECK((morning == weekly_hours(monday_to_friday, 9h, 12h)));
}

TEST_CASE("a night must not reach into the hours of the next morning") {
  CHECK_THROWS_AS(weekly_hours(sla::every_day, 22h, 6h).also(sla::every_day, 5h, 7h), sla::terms_error);
  CHECK_THROWS_AS(weekly_hours(Monday, 22h, 6h).also(Tuesday, 5h, 7h), sla::terms_error);
  CHECK_THROWS_AS(weekly_hours(Tuesday, 5h, 7h).also(Monday, 22h, 6h), sla::terms_error);
  CHECK_NOTHROW(weekly_hours(Monday, 22h, 6h).also(Wednesday, 5h, 7h));
}

TEST_CASE("nor Sunday's night into Monday, where the week begins again, nor Saturday's into Sunday") {
  CHECK(message_of<sla::terms_error>([] { (void)weekly_hours(Sunday, 22h, 6h).also(Monday, 5h, 7h); }) ==
        "the opening hours 05:00:00 to 07:00:00 begin before 22:00:00 to 30:00:00 have ended");
  CHECK_THROWS_AS(weekly_hours(Saturday, 22h, 6h).also(Sunday, 5h, 7h), sla::terms_error);
}

TEST_CASE("a night may touch the next morning") {
  const auto round = weekly_hours(sla::every_day, 22h, 6h).also(sla::every_day, 6h, 22h);
  CHECK(has_spans(round.on(Monday), {{6h, 30h}}));
  CHECK_NOTHROW(weekly_hours(Monday, 22h, 6h).also(Tuesday, 6h, 7h));
}

TEST_CASE("special days are kept in the order of their dates") {
  constexpr sla::opening_hours hours{weekly_hours(monday_to_friday, 9h, 17h),
                                     sla::special_day{date(2026y / December / 31), {{9h, 12h}}},
                                     sla::special_day{date(2026y / December / 24), {{9h, 13h}}}};
  static_assert(hours.special_days().size() == 2);
  CHECK(hours.special_days()[0].date == date(2026y / December / 24));
  CHECK(hours.special_days()[1].date == date(2026y / December / 31));
  CHECK(hours.special_days()[1].hours.length() == 3h);
  CHECK((hours.week() == weekly_hours(monday_to_friday, 9h, 17h)));
}

TEST_CASE("weekly hours and opening hours are rules for business hours") {
  CHECK(sla::business_hours_rule<weekly_hours>);
  CHECK(sla::business_hours_rule<sla::opening_hours<0>>);
  CHECK(sla::business_hours_rule<sla::opening_hours<2>>);
  CHECK(!sla::business_hours_rule<day_hours>);
}
