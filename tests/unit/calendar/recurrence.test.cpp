#include "sla/calendar/recurrence.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/table_zone.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::interval;
using sla::interval_set;
using sla::recurrence;
using sla::us_eastern;
using sla_tests::date;
using sla_tests::eastern;
using sla_tests::message_of;
using sla_tests::utc;

namespace {

std::vector<interval> occurrences(std::vector<recurrence> rules, const interval& period) {
  return sla::occurrences(rules, us_eastern, period);
}
interval month_of(year_month month) { return {eastern(month / 1, 0h), eastern((month + months{1}) / 1, 0h)}; }
std::vector<interval> list(std::initializer_list<interval> windows) { return windows; }

const recurrence friday_evening{Friday, 21h, 22h};

}  // namespace

TEST_CASE("a weekly window falls on its weekday") {
  CHECK(friday_evening.falls_on(date(2026y / November / 20)));
  CHECK(!friday_evening.falls_on(date(2026y / November / 21)));
}

TEST_CASE("an indexed window falls on the nth such weekday of the month") {
  const recurrence second_tuesday{Tuesday[2], 2h, 4h};
  for (const year_month_day day :
       {2026y / September / 8, 2026y / December / 8, 2026y / November / 10, 2027y / June / 8})
    CHECK(second_tuesday.falls_on(date(day)));
  CHECK(!second_tuesday.falls_on(date(2026y / November / 3)));
  CHECK(!second_tuesday.falls_on(date(2026y / November / 17)));
  CHECK(!second_tuesday.falls_on(date(2026y / November / 11)));
}

TEST_CASE("a last window falls on the last such weekday of the month, the fourth or the fifth") {
  const recurrence last_sunday{Sunday[last], 2h, 4h};
  CHECK(last_sunday.falls_on(date(2026y / November / 29)));
  CHECK(!last_sunday.falls_on(date(2026y / November / 22)));
  CHECK(last_sunday.falls_on(date(2026y / February / 22)));
  CHECK(last_sunday.falls_on(date(2026y / May / 31)));
  CHECK(!last_sunday.falls_on(date(2026y / May / 24)));
}

TEST_CASE("a fifth Friday exists in some months only") {
  const recurrence fifth_friday{Friday[5], 21h, 22h};
  CHECK(occurrences({fifth_friday}, month_of(2026y / January)).size() == 1);
  CHECK(occurrences({fifth_friday}, month_of(2026y / February)).empty());
}

TEST_CASE("the Fridays of January 2026 are five") {
  CHECK(occurrences({friday_evening}, month_of(2026y / January)) ==
        list({{eastern(2026y / January / 2, 21h), eastern(2026y / January / 2, 22h)},
              {eastern(2026y / January / 9, 21h), eastern(2026y / January / 9, 22h)},
              {eastern(2026y / January / 16, 21h), eastern(2026y / January / 16, 22h)},
              {eastern(2026y / January / 23, 21h), eastern(2026y / January / 23, 22h)},
              {eastern(2026y / January / 30, 21h), eastern(2026y / January / 30, 22h)}}));
}

TEST_CASE("the minutes of the reference agreement's windows") {
  const recurrence saturday_night{Saturday, 0h, 3h};
  const auto minutes_in = [](std::vector<recurrence> rules, year_month month) {
    return total(clip(interval_set(occurrences(std::move(rules), month_of(month))), month_of(month)));
  };
  CHECK(minutes_in({friday_evening}, 2026y / January) == sla::elapsed{300min});
  CHECK(minutes_in({friday_evening}, 2026y / November) == sla::elapsed{240min});
  CHECK(minutes_in({friday_evening, saturday_night}, 2026y / January) == sla::elapsed{1200min});
  CHECK(minutes_in({friday_evening, saturday_night}, 2026y / November) == sla::elapsed{960min});
}

TEST_CASE("the same reading on the wall in winter and in summer") {
  CHECK(friday_evening.occurrence_on(us_eastern, date(2026y / March / 6)) ==
        interval{utc(2026y / March / 7, 2h), utc(2026y / March / 7, 3h)});
  CHECK(friday_evening.occurrence_on(us_eastern, date(2026y / March / 13)) ==
        interval{utc(2026y / March / 14, 1h), utc(2026y / March / 14, 2h)});
  CHECK(friday_evening.occurrence_on(us_eastern, date(2026y / March / 14)) == std::nullopt);
}

TEST_CASE("a window over midnight belongs to the date on which it opens") {
  const recurrence night{Friday, 23h, 2h};
  CHECK(night.span().closes == 26h);
  CHECK(night.occurrence_on(us_eastern, date(2026y / November / 20)) ==
        interval{eastern(2026y / November / 20, 23h), eastern(2026y / November / 21, 2h)});
  CHECK(night.occurrence_on(us_eastern, date(2026y / November / 21)) == std::nullopt);
  const recurrence until_midnight{Friday, 23h, 24h};
  CHECK(until_midnight.occurrence_on(us_eastern, date(2026y / November / 20)) ==
        interval{eastern(2026y / November / 20, 23h), eastern(2026y / November / 21, 0h)});
}

TEST_CASE("in the repeated hour both ends take the first") {
  const auto on_the_night = [](milliseconds opens, milliseconds closes) {
    return recurrence{Sunday, opens, closes}.occurrence_on(us_eastern, date(2026y / November / 1));
  };
  CHECK(on_the_night(0h, 1h + 30min) == interval{utc(2026y / November / 1, 4h), utc(2026y / November / 1, 5h + 30min)});
  CHECK(on_the_night(1h + 15min, 1h + 45min) ==
        interval{utc(2026y / November / 1, 5h + 15min), utc(2026y / November / 1, 5h + 45min)});
  CHECK(on_the_night(0h, 1h) == interval{utc(2026y / November / 1, 4h), utc(2026y / November / 1, 5h)});
  CHECK(on_the_night(1h + 30min, 2h + 30min) ==
        interval{utc(2026y / November / 1, 5h + 30min), utc(2026y / November / 1, 7h + 30min)});
  CHECK(on_the_night(2h, 3h) == interval{utc(2026y / November / 1, 7h), utc(2026y / November / 1, 8h)});
}

TEST_CASE("a skipped reading is the transition, and a window of which nothing is left does not take place") {
  const auto on_the_night = [](milliseconds opens, milliseconds closes) {
    return recurrence{Sunday, opens, closes}.occurrence_on(us_eastern, date(2026y / March / 8));
  };
  CHECK(on_the_night(1h + 30min, 2h + 30min) ==
        interval{utc(2026y / March / 8, 6h + 30min), utc(2026y / March / 8, 7h)});
  CHECK(on_the_night(2h + 30min, 3h + 30min) ==
        interval{utc(2026y / March / 8, 7h), utc(2026y / March / 8, 7h + 30min)});
  CHECK(on_the_night(2h, 3h) == std::nullopt);
  CHECK(on_the_night(2h + 15min, 2h + 45min) == std::nullopt);
  const std::vector<recurrence> rules{{Sunday, 2h, 3h}};
  CHECK(occurrences(rules, {eastern(2026y / March / 1, 0h), eastern(2026y / March / 16, 0h)}).size() == 2);
}

namespace {

constexpr std::size_t quarters_a_day = 24 * 4;

/// For each quarter of an hour of a date and a third of the next one, the first minute at which the clocks read it or,
/// where they skip it, anything later.
template <class Zone>
std::vector<sla::instant> first_minutes(const Zone& zone, sla::civil_day date) {
  std::vector<sla::instant> found;
  sla::instant minute = sla::instant{date.time_since_epoch()} - days{2};
  for (std::size_t quarter = 0; quarter <= quarters_a_day * 4 / 3; ++quarter) {
    while (zone.to_civil(minute) < date + 15min * quarter) minute += 1min;
    found.push_back(minute);
  }
  return found;
}

/// Windows from every quarter of an hour of a date to many of the next eight hours.
template <class Zone>
void checks_windows_on(const Zone& zone, sla::civil_day date) {
  const auto first_at = first_minutes(zone, date);
  for (std::size_t opens = 0; opens < quarters_a_day; ++opens)
    for (std::size_t closes = opens + 1; closes < opens + 32; closes += 3) {
      const auto closing_time = 15min * (closes > quarters_a_day ? closes - quarters_a_day : closes);
      const auto found = recurrence{weekday{date}, 15min * opens, closing_time}.occurrence_on(zone, date);
      const bool takes_place = first_at[opens] < first_at[closes];
      const auto expected = takes_place ? std::optional{interval{first_at[opens], first_at[closes]}} : std::nullopt;
      if (found == expected) continue;
      CAPTURE(sla::iso(date + 15min * opens));
      CHECK(found == expected);
    }
}

template <class Zone>
void checks_windows_around_changes(const Zone& zone, sla::instant from, sla::instant until) {
  CAPTURE(zone.name());
  for (sla::instant change = zone.period_at(from).until; change < until; change = zone.period_at(change).until) {
    const sla::civil_day date = sla::date_of(zone.to_civil(change));
    checks_windows_on(zone, date - days{1});
    checks_windows_on(zone, date);
  }
}

}  // namespace

TEST_CASE(
    "around every change of the clocks a window is open from the first time they read its opening to the first "
    "time they read its closing") {
  for (const sla::us_zone& zone : {us_eastern, sla::us_central, sla::us_mountain, sla::us_pacific})
    checks_windows_around_changes(zone, utc(1967y / January / 2, 0h), utc(2199y / December / 1, 0h));
  for (const sla_tests::table_zone& zone :
       {sla_tests::half_an_hour(), sla_tests::at_midnight(), sla_tests::across_midnight(), sla_tests::a_day_skipped()})
    checks_windows_around_changes(zone, utc(2000y / January / 1, 0h), utc(2030y / January / 1, 0h));
}

TEST_CASE("windows that reach over the ends of a period are given whole, windows that touch it are not given") {
  const recurrence night{Saturday, 22h, 3h};
  const interval evening{eastern(2026y / October / 31, 22h), eastern(2026y / November / 1, 3h)};
  CHECK(evening.length() == sla::elapsed{6h});
  CHECK(occurrences({night}, {eastern(2026y / November / 1, 1h - 1min), eastern(2026y / November / 2, 0h)}) ==
        list({evening}));
  CHECK(occurrences({night}, {eastern(2026y / October / 31, 0h), eastern(2026y / October / 31, 22h + 1min)}) ==
        list({evening}));
  CHECK(occurrences({night}, {eastern(2026y / November / 1, 3h), eastern(2026y / November / 2, 0h)}).empty());
  CHECK(occurrences({night}, {eastern(2026y / October / 31, 0h), eastern(2026y / October / 31, 22h)}).empty());
  CHECK(occurrences({night}, {eastern(2026y / October / 31, 23h), eastern(2026y / October / 31, 23h)}).empty());
}

TEST_CASE("windows come in the order of their openings, whatever the order of the rules") {
  const std::vector<interval> windows = occurrences({{Sunday[last], 6h, 7h}, {Sunday, 2h, 3h}, {Saturday, 23h, 4h}},
                                                    {eastern(2026y / May / 30, 0h), eastern(2026y / June / 1, 0h)});
  CHECK(windows == list({{eastern(2026y / May / 30, 23h), eastern(2026y / May / 31, 4h)},
                         {eastern(2026y / May / 31, 2h), eastern(2026y / May / 31, 3h)},
                         {eastern(2026y / May / 31, 6h), eastern(2026y / May / 31, 7h)}}));
}

TEST_CASE("a window needs times of a day and a length") {
  CHECK_THROWS_AS((recurrence{Friday, 21h, 21h}), sla::terms_error);
  CHECK_THROWS_AS((recurrence{Friday, 21h, 25h}), sla::terms_error);
  CHECK_THROWS_AS((recurrence{Friday, -1h, 21h}), sla::terms_error);
  CHECK_THROWS_AS((recurrence{Friday, 24h, 3h}), sla::terms_error);
}

TEST_CASE("a window on a date that no month has is refused with the date and what is allowed") {
  const auto said = [](recurrence::dates on) {
    return message_of<sla::terms_error>([&] { (void)recurrence(on, 2h, 4h); });
  };
  const std::string numbers = "; allowed: numbers 1 to 5 of Sunday to Saturday";
  CHECK(said(Tuesday[6]) == "a recurrence falls on Tuesday number 6" + numbers);
  CHECK(said(Tuesday[0]) == "a recurrence falls on Tuesday number 0" + numbers);
  for (const recurrence::dates none :
       {recurrence::dates(weekday{8}[1]), recurrence::dates(weekday{8}), recurrence::dates(weekday{8}[last])})
    CHECK(said(none) == "a recurrence falls on no weekday number 1" + numbers);
  CHECK(said(Tuesday[5]) == "nothing was thrown");
}

TEST_CASE("windows outside the zone's coverage are refused") {
  CHECK_THROWS_AS(occurrences({friday_evening}, {utc(1966y / May / 1, 0h), utc(1966y / June / 1, 0h)}),
                  sla::coverage_error);
}

TEST_CASE("another zone, another instant") {
  CHECK(friday_evening.occurrence_on(sla::utc, date(2026y / November / 20)) ==
        interval{utc(2026y / November / 20, 21h), utc(2026y / November / 20, 22h)});
}
