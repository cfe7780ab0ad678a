#include "sla/calendar/open_intervals.hpp"
#include "sla/calendar/loaded_calendar.hpp"

#include <algorithm>
#include <ranges>
#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::interval;
using sla::loaded_opening_times;
using sla::open_intervals;
using sla::us_eastern;
using sla::us_federal;
using sla::weekly_hours;
using sla_tests::date;
using sla_tests::eastern;

namespace {

constexpr auto nine_to_five = weekly_hours(sla::monday_to_friday, 9h, 17h);
constexpr auto& office = sla::compiled_opening_times<us_federal, nine_to_five, us_eastern>::view;

std::vector<interval> list(auto&& found) {
  std::vector<interval> all;
  for (const interval& open : found) all.push_back(open);
  return all;
}

}  // namespace

TEST_CASE("the open intervals of a stretch of time, cut at its ends") {
  CHECK(list(open_intervals(office, {eastern(2025y / July / 3, 12h), eastern(2025y / July / 7, 12h)})) ==
        std::vector{interval{eastern(2025y / July / 3, 12h), eastern(2025y / July / 3, 17h)},
                    interval{eastern(2025y / July / 7, 9h), eastern(2025y / July / 7, 12h)}});
  CHECK(list(open_intervals(office, {eastern(2025y / July / 3, 17h), eastern(2025y / July / 7, 9h)})).empty());
  CHECK(list(open_intervals(office, {eastern(2025y / July / 3, 12h), eastern(2025y / July / 3, 12h)})).empty());
}

TEST_CASE("they are worked out as they are asked for, and a range like any other") {
  static_assert(std::ranges::forward_range<decltype(open_intervals(office, interval{}))>);
  static_assert(std::ranges::viewable_range<decltype(open_intervals(office, interval{}))>);
  const open_intervals century(office, {eastern(1971y / January / 1, 0h), eastern(2099y / December / 31, 24h - 1ms)});
  CHECK((*century.begin()).starts_at() == eastern(1971y / January / 4, 9h));
  CHECK(std::ranges::distance(century) == us_federal.days().size());
  static_assert(
      (*open_intervals(office, {eastern(2025y / July / 4, 0h), eastern(2025y / July / 8, 0h)}).begin()).starts_at() ==
      eastern(2025y / July / 7, 9h));
}

TEST_CASE("stretches that touch are one, however long: nights, weeks, years") {
  const sla::loaded_calendar every_day(
      sla::calendar_dates{"every day", {date(2020y / January / 1), date(2026y / December / 31)}, sla::no_day, {}});
  const loaded_opening_times always{every_day, sla::around_the_clock, us_eastern};
  const interval years{eastern(2020y / January / 1, 0h), eastern(2027y / January / 1, 0h)};
  CHECK(list(open_intervals(always.view(), years)) == std::vector{years});

  const loaded_opening_times but_noon{every_day, weekly_hours(sla::every_day, 12h, 11h), us_eastern};
  CHECK(list(open_intervals(but_noon.view(), {eastern(2026y / March / 7, 0h), eastern(2026y / March / 9, 0h)})) ==
        std::vector{interval{eastern(2026y / March / 7, 0h), eastern(2026y / March / 7, 11h)},
                    interval{eastern(2026y / March / 7, 12h), eastern(2026y / March / 8, 11h)},
                    interval{eastern(2026y / March / 8, 12h), eastern(2026y / March / 9, 0h)}});
  CHECK(sla::previous_opening(but_noon.view(), eastern(2026y / November / 23, 2h)) ==
        eastern(2026y / November / 22, 12h));
  CHECK(sla::next_closing(but_noon.view(), eastern(2026y / November / 22, 22h)) == eastern(2026y / November / 23, 11h));
  CHECK(sla::previous_opening(always.view(), eastern(2026y / November / 23, 2h)) == years.starts_at());
}

TEST_CASE("their lengths add up to the business time") {
  const interval years{eastern(2019y / May / 5, 3h), eastern(2027y / February / 3, 11h)};
  sla::elapsed sum;
  for (const interval& open : open_intervals(office, years)) sum += open.length();
  CHECK(sum.length() == sla::business_time_between(office, years.starts_at(), years.ends_at()).length());
}

TEST_CASE("the whole coverage may be asked for, but nothing beyond it") {
  const interval all = office.coverage();
  CHECK(all == interval{eastern(1971y / January / 1, 0h), eastern(2099y / December / 31, 24h)});
  CHECK(std::ranges::distance(open_intervals(office, all)) == us_federal.days().size());
  CHECK_THROWS_AS((void)open_intervals(office, {all.starts_at(), all.ends_at() + 1ms}), sla::coverage_error);
  CHECK_THROWS_AS((void)open_intervals(office, {all.starts_at() - 1ms, all.ends_at()}).begin(), sla::coverage_error);
}

TEST_CASE("closings and openings on both sides of an instant") {
  CHECK(sla::next_closing(office, eastern(2026y / November / 20, 12h)) == eastern(2026y / November / 20, 17h));
  CHECK(sla::next_closing(office, eastern(2026y / November / 20, 17h)) == eastern(2026y / November / 23, 17h));
  CHECK(sla::previous_opening(office, eastern(2026y / November / 23, 12h)) == eastern(2026y / November / 23, 9h));
  CHECK(sla::previous_opening(office, eastern(2026y / November / 23, 9h)) == eastern(2026y / November / 20, 9h));
  CHECK(sla::previous_opening(office, eastern(2026y / November / 22, 9h)) == eastern(2026y / November / 20, 9h));
}
