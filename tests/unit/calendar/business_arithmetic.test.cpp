#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/loaded_calendar.hpp"

#include "sla/calendar/opening_tables.hpp"

#include <climits>
#include <string>

#include "sla/calendar/us_federal.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::add_business_time;
using sla::advance;
using sla::business_days;
using sla::business_days_between;
using sla::business_time;
using sla::business_time_between;
using sla::subtract_business_time;
using sla::us_federal;
using sla_tests::date;
using sla_tests::eastern;
using sla_tests::message_of;

namespace {

constexpr auto nine_to_five = sla::weekly_hours(sla::monday_to_friday, 9h, 17h);
constexpr auto& office = sla::compiled_opening_times<us_federal, nine_to_five, sla::us_eastern>::view;

constexpr auto whole_days = sla::weekly_hours(sla::monday_to_friday, 0h, 24h);
constexpr auto& desk = sla::compiled_opening_times<us_federal, whole_days, sla::us_eastern>::view;

const std::string not_covered = "the calendar \"US federal\" does not cover ";
const std::string covers = "; it covers 1971-01-01 to 2099-12-31";

}  // namespace

TEST_CASE("business days: neither week-ends nor holidays") {
  static_assert(!sla::is_business_day(us_federal, date(2026y / November / 26)));
  CHECK(sla::is_business_day(us_federal, date(2026y / November / 27)));
  CHECK(!sla::is_business_day(us_federal, date(2026y / November / 28)));
  CHECK(!sla::is_business_day(us_federal, date(2020y / July / 3)));
}

TEST_CASE("one business day after Saturday is Monday, one before it Friday, none the day itself") {
  static_assert(advance(us_federal, date(2026y / November / 21), business_days{1}) == date(2026y / November / 23));
  CHECK(advance(us_federal, date(2026y / November / 21), business_days{-1}) == date(2026y / November / 20));
  CHECK(advance(us_federal, date(2026y / November / 21), business_days{0}) == date(2026y / November / 21));
  CHECK(advance(us_federal, date(2026y / November / 22), business_days{1}) == date(2026y / November / 23));
  CHECK(advance(us_federal, date(2026y / November / 22), business_days{2}) == date(2026y / November / 24));
  CHECK(advance(us_federal, date(2026y / November / 20), business_days{1}) == date(2026y / November / 23));
}

TEST_CASE("the examples of the documentation") {
  CHECK(advance(us_federal, date(2026y / November / 20), business_days{3}) == date(2026y / November / 25));
  CHECK(business_days_between(us_federal, date(2026y / November / 20), date(2026y / November / 27)) ==
        business_days{4});
  CHECK(sla::next_business_day(us_federal, date(2025y / July / 4)) == date(2025y / July / 7));
  CHECK(sla::previous_business_day(us_federal, date(2025y / July / 7)) == date(2025y / July / 3));
}

TEST_CASE("business days between two dates are half-open, and negative backwards") {
  const auto between = [](year_month_day a, year_month_day b) {
    return business_days_between(us_federal, date(a), date(b));
  };
  CHECK(between(2026y / November / 20, 2026y / November / 23) == business_days{1});
  CHECK(between(2026y / November / 21, 2026y / November / 23) == business_days{0});
  CHECK(between(2026y / November / 23, 2026y / November / 20) == business_days{-1});
  CHECK(between(2026y / November / 23, 2026y / November / 23) == business_days{0});
  CHECK(between(2026y / January / 1, 2027y / January / 1) == business_days{250});
}

TEST_CASE("business days at the ends of coverage, and the day after it as an end") {
  const sla::civil_day first_day = date(1971y / January / 1);
  const sla::civil_day last_day = date(2099y / December / 31);
  CHECK(business_days_between(us_federal, last_day, last_day + days{1}) == business_days{1});
  CHECK(advance(us_federal, first_day, business_days{1}) == date(1971y / January / 4));
  CHECK(advance(us_federal, last_day, business_days{-1}) == date(2099y / December / 30));
  CHECK(message_of<sla::coverage_error>([=] { (void)sla::next_business_day(us_federal, last_day); }) ==
        not_covered + "2100-01-01" + covers);
  CHECK(message_of<sla::coverage_error>([=] { (void)sla::previous_business_day(us_federal, first_day); }) ==
        not_covered + "1970-12-31" + covers);
  CHECK(message_of<sla::coverage_error>([=] { (void)sla::is_business_day(us_federal, last_day + days{1}); }) ==
        not_covered + "2100-01-01" + covers);
  CHECK(message_of<sla::coverage_error>([=] {
          (void)business_days_between(us_federal, first_day - days{1}, last_day);
        }) == not_covered + "1970-12-31" + covers);
  CHECK(message_of<sla::coverage_error>([=] {
          (void)business_days_between(us_federal, first_day, last_day + days{2});
        }) == not_covered + "2100-01-02" + covers);
}

TEST_CASE("a date outside coverage cannot be advanced from, not even by nothing or back into it") {
  const sla::civil_day after = date(2100y / January / 1);
  for (const int n : {1, 0, -1}) {
    CHECK_THROWS_AS((void)advance(us_federal, after, business_days{n}), sla::coverage_error);
    CHECK_THROWS_AS((void)advance(us_federal, date(1970y / December / 31), business_days{n}), sla::coverage_error);
  }
}

TEST_CASE("any number of business days has an answer or a coverage error") {
  const sla::civil_day from = date(2026y / November / 20);
  CHECK_THROWS_AS((void)advance(us_federal, from, business_days{INT_MAX}), sla::coverage_error);
  CHECK_THROWS_AS((void)advance(us_federal, from, business_days{INT_MIN}), sla::coverage_error);
}

TEST_CASE("four hours of 9 to 5 before Independence Day end on Monday at 11:30, and back again") {
  constexpr sla::instant received = eastern(2025y / July / 3, 15h + 30min);
  static_assert(add_business_time(office, received, business_time{4h}) == eastern(2025y / July / 7, 11h + 30min));
  CHECK(subtract_business_time(office, eastern(2025y / July / 7, 11h + 30min), business_time{4h}) == received);
  CHECK(business_time_between(office, received, eastern(2025y / July / 7, 11h + 30min)) == business_time{4h});
  CHECK(business_time_between(office, eastern(2025y / July / 7, 11h + 30min), received) == business_time{-4h});
}

TEST_CASE("the worked examples: four hours of whole days, and of 9 to 5") {
  const auto four_hours = [](const auto& times, year_month_day on, milliseconds since) {
    return add_business_time(times, eastern(on, since), business_time{4h});
  };
  CHECK(four_hours(desk, 2025y / July / 3, 15h + 30min) == eastern(2025y / July / 3, 19h + 30min));
  CHECK(four_hours(desk, 2025y / July / 4, 10h) == eastern(2025y / July / 7, 4h));
  CHECK(four_hours(desk, 2026y / November / 20, 22h) == eastern(2026y / November / 23, 2h));
  CHECK(four_hours(desk, 2026y / November / 25, 16h + 30min) == eastern(2026y / November / 25, 20h + 30min));
  CHECK(four_hours(desk, 2026y / December / 24, 23h) == eastern(2026y / December / 28, 3h));
  CHECK(four_hours(desk, 2027y / December / 30, 15h) == eastern(2027y / December / 30, 19h));
  CHECK(four_hours(office, 2026y / November / 20, 22h) == eastern(2026y / November / 23, 13h));
  CHECK(four_hours(office, 2027y / December / 30, 15h) == eastern(2028y / January / 3, 11h));
}

TEST_CASE("a target used up at closing time is due at closing time, not at the next opening") {
  CHECK(add_business_time(office, eastern(2026y / November / 23, 9h), business_time{8h}) ==
        eastern(2026y / November / 23, 17h));
  CHECK(add_business_time(office, eastern(2026y / November / 23, 9h), business_time{8h + 1ms}) ==
        eastern(2026y / November / 24, 9h + 1ms));
  CHECK(add_business_time(desk, eastern(2026y / November / 23, 0h), business_time{24h}) ==
        eastern(2026y / November / 24, 0h));
  CHECK(add_business_time(desk, eastern(2026y / November / 20, 22h), business_time{2h}) ==
        eastern(2026y / November / 21, 0h));
}

TEST_CASE("subtracting gives the largest start, which may be an opening") {
  CHECK(subtract_business_time(office, eastern(2026y / November / 23, 17h), business_time{8h}) ==
        eastern(2026y / November / 23, 9h));
  CHECK(subtract_business_time(office, eastern(2026y / November / 24, 9h), business_time{8h}) ==
        eastern(2026y / November / 23, 9h));
  CHECK(subtract_business_time(office, eastern(2026y / November / 23, 9h + 1ms), business_time{1ms}) ==
        eastern(2026y / November / 23, 9h));
  CHECK(subtract_business_time(office, eastern(2026y / November / 23, 17h), business_time{8h + 1ms}) ==
        eastern(2026y / November / 20, 17h - 1ms));
}

TEST_CASE("a zero amount changes nothing, open or closed") {
  for (const sla::instant at : {eastern(2026y / November / 23, 12h), eastern(2026y / November / 21, 12h),
                                eastern(2026y / November / 23, 9h), eastern(2026y / November / 23, 17h)}) {
    CHECK(add_business_time(office, at, business_time{}) == at);
    CHECK(subtract_business_time(office, at, business_time{}) == at);
  }
}

TEST_CASE("a negative amount goes the other way") {
  const sla::instant noon = eastern(2026y / November / 23, 12h);
  CHECK(add_business_time(office, noon, business_time{-4h}) == eastern(2026y / November / 20, 16h));
  CHECK(subtract_business_time(office, noon, business_time{-6h}) == eastern(2026y / November / 24, 10h));
}

TEST_CASE("closed time counts nothing") {
  CHECK(business_time_between(office, eastern(2026y / November / 20, 17h), eastern(2026y / November / 23, 9h)) ==
        business_time{});
  CHECK(business_time_between(office, eastern(2026y / November / 26, 0h), eastern(2026y / November / 27, 0h)) ==
        business_time{});
}

TEST_CASE("the next opening and the previous closing") {
  const sla::instant friday_night = eastern(2026y / November / 20, 22h);
  CHECK(sla::next_opening(office, friday_night) == eastern(2026y / November / 23, 9h));
  CHECK(sla::previous_closing(office, friday_night) == eastern(2026y / November / 20, 17h));
  const sla::instant noon = eastern(2026y / November / 20, 12h);
  CHECK(sla::next_opening(office, noon) == noon);
  CHECK(sla::previous_closing(office, noon) == noon);
}

TEST_CASE("at the opening one has opened, at the closing one has closed") {
  const sla::instant opening = eastern(2026y / November / 20, 9h);
  const sla::instant closing = eastern(2026y / November / 20, 17h);
  static_assert(sla::is_open(office, eastern(2026y / November / 20, 9h)));
  CHECK(!sla::is_open(office, opening - 1ms));
  CHECK(sla::is_open(office, closing - 1ms));
  CHECK(!sla::is_open(office, closing));
  CHECK(sla::next_opening(office, opening) == opening);
  CHECK(sla::next_opening(office, closing) == eastern(2026y / November / 23, 9h));
  CHECK(sla::previous_closing(office, closing) == closing);
  CHECK(sla::previous_closing(office, opening) == eastern(2026y / November / 19, 17h));
}

TEST_CASE("after the last closing of the coverage everything is closed, and no opening is known") {
  const sla::instant evening = eastern(2099y / December / 31, 20h);
  CHECK(!sla::is_open(office, evening));
  CHECK(sla::previous_closing(office, evening) == eastern(2099y / December / 31, 17h));
  CHECK(message_of<sla::coverage_error>([=] { (void)sla::next_opening(office, evening); }) ==
        not_covered + "2100-01-01" + covers);
  CHECK_THROWS_AS((void)add_business_time(office, evening, business_time{1ms}), sla::coverage_error);
  CHECK(!sla::is_open(office, eastern(2100y / January / 1, 0h)));
  CHECK_THROWS_AS((void)sla::is_open(office, eastern(2100y / January / 1, 1ms)), sla::coverage_error);
}

TEST_CASE("before the first opening of the coverage everything is closed, and no closing is known") {
  const sla::instant morning = eastern(1971y / January / 2, 8h);
  CHECK(!sla::is_open(office, morning));
  CHECK(sla::next_opening(office, morning) == eastern(1971y / January / 4, 9h));
  CHECK(message_of<sla::coverage_error>([=] { (void)sla::previous_closing(office, morning); }) ==
        not_covered + "1970-12-31" + covers);
  CHECK_THROWS_AS((void)subtract_business_time(office, eastern(1971y / January / 4, 10h), business_time{1h + 1ms}),
                  sla::coverage_error);
  CHECK(subtract_business_time(office, eastern(1971y / January / 4, 10h), business_time{1h}) ==
        eastern(1971y / January / 4, 9h));
}

TEST_CASE("business time is elapsed time inside open hours, also when the clocks are changed") {
  const sla::loaded_calendar calendar(
      sla::calendar_dates{"every day", {date(2026y / January / 1), date(2026y / December / 31)}, sla::no_day, {}});
  const sla::loaded_opening_times nights{calendar, sla::weekly_hours(sla::every_day, 22h, 6h), sla::us_eastern};
  const auto from = [&](year_month_day on) {
    return add_business_time(nights.view(), eastern(on, 22h), business_time{8h});
  };
  CHECK(from(2026y / March / 6) == eastern(2026y / March / 7, 6h));
  CHECK(from(2026y / March / 7) == eastern(2026y / March / 8, 23h));
  CHECK(from(2026y / October / 31) == eastern(2026y / November / 1, 5h));
}
