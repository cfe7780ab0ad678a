#include "sla/calendar/opening_tables.hpp"
#include "sla/calendar/loaded_calendar.hpp"

#include <array>
#include <set>
#include <string>
#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::business_time;
using sla::calendar_dates;
using sla::instant;
using sla::loaded_calendar;
using sla::loaded_opening_times;
using sla::opening_times_builder;
using sla::special_day;
using sla::us_eastern;
using sla::us_federal;
using sla::weekly_hours;
using sla_tests::date;
using sla_tests::eastern;
using sla_tests::message_of;

namespace {

constexpr auto nine_to_five = weekly_hours(sla::monday_to_friday, 9h, 17h);
constexpr sla::day_range year_2026{date(2026y / January / 1), date(2026y / December / 31)};

std::size_t kinds_of(const auto& calendar, const auto& hours) {
  const opening_times_builder builder{calendar.days(), hours, us_eastern};
  std::vector<std::uint32_t> kind_of_week(builder.weeks());
  std::vector<std::uint32_t> examples(builder.weeks());
  return builder.find_kinds(kind_of_week.data(), examples.data());
}

}  // namespace

TEST_CASE("a century of weeks has few kinds, numbered as they are met, each with its first week as an example") {
  const opening_times_builder builder{us_federal.days(), nine_to_five, us_eastern};
  std::vector<std::uint32_t> kind_of_week(builder.weeks());
  std::vector<std::uint32_t> examples(builder.weeks());
  const std::size_t kinds = builder.find_kinds(kind_of_week.data(), examples.data());
  CHECK(kind_of_week.size() == 6733);
  CHECK(kinds == std::set<std::uint32_t>(kind_of_week.begin(), kind_of_week.end()).size());
  CHECK(kinds < 40);
  for (std::uint32_t kind = 0; kind < kinds; ++kind) {
    CHECK(kind_of_week[examples[kind]] == kind);
    CHECK((std::find(kind_of_week.begin(), kind_of_week.end(), kind) == kind_of_week.begin() + examples[kind]));
  }
}

TEST_CASE("weeks of one kind are alike, worked out one by one") {
  const auto nights = weekly_hours(sla::every_day, 22h, 6h).also(sla::saturday_and_sunday, 10h, 14h);
  const loaded_calendar every_day(
      calendar_dates{"every day", {date(2005y / January / 1), date(2012y / May / 9)}, sla::no_day, {}});
  const opening_times_builder builder{every_day.days(), nights, us_eastern};
  std::vector<std::uint32_t> kind_of_week(builder.weeks());
  std::vector<std::uint32_t> examples(builder.weeks());
  (void)builder.find_kinds(kind_of_week.data(), examples.data());
  for (std::uint32_t week = 0; week < builder.weeks(); ++week) {
    const auto own = builder.kind_of(week);
    const auto example = builder.kind_of(examples[kind_of_week[week]]);
    CAPTURE(week);
    CHECK(own.length() == example.length());
    for (milliseconds at{}; at < sla::detail::week_length; at += 15min) {
      const auto time = static_cast<sla::detail::week_time>(at.count());
      if (own.open_before(time) != example.open_before(time)) CHECK(own.open_before(time) == example.open_before(time));
    }
  }
}

TEST_CASE("hours that stay within their days make no more kinds of weeks for the neighbours' sake") {
  CHECK(kinds_of(us_federal, nine_to_five) < kinds_of(us_federal, weekly_hours(sla::monday_to_friday, 0h, 24h)));
}

TEST_CASE("a day with hours of its own makes kinds of its own") {
  const sla::opening_hours special{nine_to_five, special_day{date(2026y / December / 23), {{9h, 12h}}}};
  CHECK(kinds_of(us_federal, special) > kinds_of(us_federal, nine_to_five));
  const loaded_opening_times times{us_federal, special, us_eastern};
  CHECK(sla::business_time_between(times.view(), eastern(2026y / December / 21, 0h),
                                   eastern(2026y / December / 24, 0h)) == business_time{8h + 8h + 3h});
}

TEST_CASE("after a year of holidays business goes on, and without a business day it never begins") {
  const sla::day_range until_2028{date(2026y / January / 1), date(2028y / December / 31)};
  const auto closed_through = [&](sla::day_range closed) {
    std::vector<sla::civil_day> dates;
    for (sla::civil_day day = closed.first; day <= closed.last; day += days{1}) dates.push_back(day);
    return loaded_calendar(calendar_dates{"closed", until_2028, sla::saturday_and_sunday, dates});
  };
  const instant new_years_eve = eastern(2026y / December / 31, 16h);
  const loaded_calendar one_year = closed_through({date(2027y / January / 1), date(2027y / December / 31)});
  const loaded_opening_times after_a_year{one_year, nine_to_five, us_eastern};
  CHECK(sla::advance(one_year, date(2026y / December / 31), sla::business_days{1}) == date(2028y / January / 3));
  CHECK(sla::add_business_time(after_a_year.view(), new_years_eve, business_time{2h}) ==
        eastern(2028y / January / 3, 10h));

  const loaded_calendar always = closed_through(until_2028);
  const loaded_opening_times never{always, nine_to_five, us_eastern};
  const std::string beyond = "the calendar \"closed\" does not cover 2029-01-01; it covers 2026-01-01 to 2028-12-31";
  const auto refusal = [](const auto& ask) { return message_of<sla::coverage_error>(ask); };
  CHECK(sla::business_time_between(never.view(), new_years_eve, new_years_eve + days{365}) == business_time{});
  CHECK(refusal([&] { (void)sla::add_business_time(never.view(), new_years_eve, business_time{1ms}); }) == beyond);
  CHECK(refusal([&] { (void)sla::next_opening(never.view(), new_years_eve); }) == beyond);
  CHECK(refusal([&] { (void)sla::advance(always, date(2026y / December / 31), sla::business_days{1}); }) == beyond);
}

TEST_CASE("a working date has the hours of its weekday, or hours of its own, or is refused") {
  const std::array sunday{date(2026y / November / 29)};
  const std::array friday{date(2026y / November / 27)};
  const auto opened_on = [](const auto& dates) {
    return loaded_calendar(calendar_dates{"plant", year_2026, sla::saturday_and_sunday, dates, dates});
  };
  const loaded_opening_times on_friday{opened_on(friday), nine_to_five, us_eastern};
  CHECK(sla::is_open(on_friday.view(), eastern(year_month_day{friday[0]}, 9h)));

  const sla::opening_hours with_sunday{nine_to_five, special_day{sunday[0], {{10h, 12h}}}};
  const loaded_opening_times on_sunday{opened_on(sunday), with_sunday, us_eastern};
  CHECK(sla::next_opening(on_sunday.view(), eastern(2026y / November / 27, 18h)) ==
        eastern(year_month_day{sunday[0]}, 10h));
  CHECK(sla::business_time_between(on_sunday.view(), eastern(2026y / November / 27, 18h),
                                   eastern(2026y / November / 30, 10h)) == business_time{3h});

  CHECK(message_of<sla::terms_error>([&] {
          (void)loaded_opening_times{opened_on(sunday), nine_to_five, us_eastern};
        }) == "2026-11-29 is a business day, but its weekday has no opening hours; give it hours of its own");
}
