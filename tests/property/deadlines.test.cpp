// Every combination of readings against an oracle that walks: business hours minute by minute, business days day by day,
// with holidays and clocks of its own. It shares no table, no formula and no zone with the library.

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <random>
#include <string>

#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::civil_day;
using sla::civil_time;
using sla::instant;

// ---- The oracle -------------------------------------------------------------------------------------------------------

namespace oracle {

/// US Eastern since 2007, straight from the statute.
civil_time to_civil(instant at) {
  const year_month_day date{floor<days>(at)};
  const auto sunday = [](year_month_day from) {
    sys_days day{from};
    while (weekday{day} != Sunday) day += days{1};
    return day;
  };
  const instant spring = sunday(date.year() / March / 8) + 7h;
  const instant autumn = sunday(date.year() / November / 1) + 6h;
  return civil_time{at.time_since_epoch()} - (spring <= at && at < autumn ? 4h : 5h);
}

civil_day date_of(instant at) { return floor<days>(to_civil(at)); }

/// The last instant at which clocks read so; the transition for a reading that they skip.
instant to_instant(civil_time reading) {
  for (const hours offset : {5h, 4h})
    if (const instant at{reading.time_since_epoch() + offset}; to_civil(at) == reading) return at;
  return instant{floor<hours>(reading.time_since_epoch()) + 5h};
}

bool is_statutory_holiday(civil_day day) {
  const year_month_day date{day};
  const unsigned d = static_cast<unsigned>(date.day());
  const bool on_monday = weekday{day} == Monday;
  const bool on_thursday = weekday{day} == Thursday;
  switch (static_cast<unsigned>(date.month())) {
    case 1: return d == 1 || (on_monday && 15 <= d && d <= 21);
    case 2: return on_monday && 15 <= d && d <= 21;
    case 5: return on_monday && d >= 25;
    case 6: return d == 19 && date.year() >= 2021y;
    case 7: return d == 4;
    case 9: return on_monday && d <= 7;
    case 10: return on_monday && 8 <= d && d <= 14;
    case 11: return d == 11 || (on_thursday && 22 <= d && d <= 28);
    case 12: return d == 25;
    default: return false;
  }
}

bool is_business_day(civil_day day) {
  const weekday on{day};
  if (on == Saturday || on == Sunday) return false;
  if (on == Friday && is_statutory_holiday(day + days{1})) return false;
  if (on == Monday && is_statutory_holiday(day - days{1})) return false;
  return !is_statutory_holiday(day);
}

/// Easter Sunday by the tables of the Book of Common Prayer, 1900 to 2199.
civil_day easter(year of) {
  const int golden = static_cast<int>(of) % 19;
  int moon = (19 * golden + 24) % 30;  // days after 21 March
  if (moon == 29 || (moon == 28 && golden > 10)) --moon;
  civil_day day = civil_day{of / March / 21} + days{moon + 1};
  while (weekday{day} != Sunday) day += days{1};
  return day;
}

bool desk_is_closed(civil_day day) {
  const year_month_day date{day};
  return (date.month() == January && date.day() == std::chrono::day{1}) ||
         (date.month() == December && date.day() == std::chrono::day{25}) || day == easter(date.year());
}

struct readings {
  minutes opens;
  minutes closes;
  sla::hour_spill hour_spill;
  sla::day_zero day_zero;
  sla::due_time due_time;
  sla::desk_closure desk_closure;

  bool is_open(instant at) const {
    const civil_time reading = to_civil(at);
    const civil_day day = floor<days>(reading);
    return is_business_day(day) && opens <= reading - day && reading - day < closes;
  }
  instant next_opening(instant from) const {
    if (is_open(from)) return from;
    instant minute = floor<minutes>(from);
    while (!is_open(minute)) minute += 1min;
    return minute;
  }
};

instant next_minute(instant at) { return floor<minutes>(at) + 1min; }

/// Walks from minute to minute and pays what counts.
instant pay(instant from, milliseconds amount, auto counts) {
  for (instant at = from;; at = next_minute(at)) {
    if (!counts(at)) continue;
    const milliseconds left_of_minute = next_minute(at) - at;
    if (amount <= left_of_minute) return at + amount;
    amount -= left_of_minute;
  }
}

instant after_business_time(const readings& by, instant from, milliseconds amount) {
  const auto is_open = [&](instant at) { return by.is_open(at); };
  if (by.hour_spill == sla::hour_spill::carries_over) return pay(from, amount, is_open);
  for (instant start = by.next_opening(from);;) {
    const instant due = pay(start, amount, is_open);
    if (date_of(due - 1ms) == date_of(start)) return due;
    const civil_day today = date_of(start);
    while (date_of(start) == today) start = by.next_opening(next_minute(start));
  }
}

instant after_business_days(const readings& by, instant from, int count) {
  if (by.day_zero == sla::day_zero::business_date) from = by.next_opening(from);
  const civil_time received = to_civil(from);
  civil_day day = floor<days>(received);
  const milliseconds time_of_day = received - day;
  while (count > 0) {
    day += days{1};
    if (is_business_day(day)) --count;
  }
  if (by.due_time == sla::due_time::close_of_day) return to_instant(day + by.closes);
  return to_instant(day + std::clamp<milliseconds>(time_of_day, by.opens, by.closes));
}

instant after_elapsed(const readings& by, instant from, milliseconds amount) {
  if (by.desk_closure == sla::desk_closure::clock_runs) return from + amount;
  return pay(from, amount, [](instant at) { return !desk_is_closed(date_of(at)); });
}

}  // namespace oracle

// ---- The combinations -------------------------------------------------------------------------------------------------

template <class Base, sla::hour_spill Spill, sla::day_zero Zero, sla::due_time Due, sla::desk_closure Closure>
struct combined : Base {
  static constexpr auto hour_spill = Spill;
  static constexpr auto day_zero = Zero;
  static constexpr auto due_time = Due;
  static constexpr auto desk_closure = Closure;
};

using enum sla::hour_spill;
using enum sla::day_zero;
using enum sla::due_time;
using enum sla::desk_closure;

/// Random instants, most of them where something happens: at week-ends, at year ends, around holidays and changes of the
/// clocks, and on whole hours.
class instants {
 public:
  instant operator()() {
    const year in{2007 + static_cast<int>(random_() % 92)};
    const instant at = sys_days{in / January / 1} + days{random_() % 365} + 5h + milliseconds{random_() % 86'400'000};
    switch (random_() % 6) {
      case 0: return floor<hours>(at);
      case 1: return floor<minutes>(sys_days{in / December / 20} + milliseconds{random_() % (20 * 86'400'000ull)});
      case 2: return sys_days{in / March / Sunday[2]} - 12h + milliseconds{random_() % 86'400'000};
      case 3: return sys_days{in / November / Sunday[1]} - 12h + minutes{random_() % 1'440};
      case 4: return sys_days{in / November / Thursday[4]} - 24h + seconds{random_() % 172'800};
      default: return at;
    }
  }

 private:
  std::mt19937_64 random_{1776};
};

using due_function = sla::deadline (*)(hbi::severity, instant);

void agrees_with_the_oracle(const oracle::readings& by, due_function response, due_function resolution) {
  using enum hbi::severity;
  instants random;
  for (int round = 0; round < 40; ++round) {
    const instant from = random();
    CAPTURE(from);
    CHECK(response(critical, from) == oracle::after_elapsed(by, from, 2h));
    CHECK(response(urgent, from) == oracle::after_business_time(by, from, 4h));
    CHECK(response(serious, from) == oracle::after_business_days(by, from, 1));
    CHECK(response(minor, from) == oracle::after_business_days(by, from, 2));
    CHECK(resolution(critical, from) == oracle::after_elapsed(by, from, 24h));
    CHECK(resolution(urgent, from) == oracle::after_business_days(by, from, 3));
    CHECK(resolution(serious, from) == oracle::after_business_days(by, from, 30));
    CHECK(resolution(minor, from) == sla::deadline::not_promised());
  }
}

template <class Terms>
void agrees_with_the_oracle() {
  const auto span = Terms::business_hours.on(Monday).spans().front();
  agrees_with_the_oracle(
      {duration_cast<minutes>(span.opens), duration_cast<minutes>(span.closes), Terms::hour_spill, Terms::day_zero,
       Terms::due_time, Terms::desk_closure},
      [](hbi::severity level, instant from) { return sla::response_due(Terms{}, level, from); },
      [](hbi::severity level, instant from) { return sla::resolution_due(Terms{}, level, from, from); });
}

template <class Base, sla::hour_spill Spill, sla::day_zero Zero>
void agree_for_every_due_time_and_desk_closure() {
  agrees_with_the_oracle<combined<Base, Spill, Zero, close_of_day, clock_runs>>();
  agrees_with_the_oracle<combined<Base, Spill, Zero, close_of_day, clock_pauses>>();
  agrees_with_the_oracle<combined<Base, Spill, Zero, same_time_of_day, clock_runs>>();
  agrees_with_the_oracle<combined<Base, Spill, Zero, same_time_of_day, clock_pauses>>();
}

TEST_CASE_TEMPLATE("every combination of readings agrees with a walk over minutes and days", Base, hbi::support,
                   hbi::office_hours) {
  agree_for_every_due_time_and_desk_closure<Base, carries_over, receipt_date>();
  agree_for_every_due_time_and_desk_closure<Base, carries_over, business_date>();
  agree_for_every_due_time_and_desk_closure<Base, within_one_day, receipt_date>();
  agree_for_every_due_time_and_desk_closure<Base, within_one_day, business_date>();
}

TEST_CASE_TEMPLATE("the ready-made readings are such combinations", Terms, hbi::support, hbi::office_hours,
                   hbi::one_day, hbi::business_date, hbi::same_time, hbi::desk_pauses, hbi::office_same_time) {
  agrees_with_the_oracle<Terms>();
}

// ---- Laws -------------------------------------------------------------------------------------------------------------

// Not so by receipt date and at the same time of day: Saturday 22:00 is due on Monday at 22:00, Sunday 02:00 at 02:00.
TEST_CASE_TEMPLATE("a later start is never due earlier", Terms, hbi::support, hbi::office_hours, hbi::one_day,
                   hbi::business_date, hbi::desk_pauses, hbi::office_same_time) {
  using enum hbi::severity;
  const Terms terms{};
  instants random;
  for (int round = 0; round < 2'000; ++round) {
    const instant earlier = random();
    const instant later = earlier + (round % 2 == 0 ? milliseconds{1 + round * 977} : milliseconds{1h} * (round % 90));
    for (const hbi::severity level : {critical, urgent, serious, minor}) {
      if (sla::response_due(terms, level, later).at() < sla::response_due(terms, level, earlier).at())
        FAIL_CHECK("response to ", sla::name_of(level), " from ", sla::iso(earlier), " and ", sla::iso(later));
      if (level != minor && sla::resolution_due(terms, level, later, later).at() <
                                sla::resolution_due(terms, level, earlier, earlier).at())
        FAIL_CHECK("resolution of ", sla::name_of(level), " from ", sla::iso(earlier), " and ", sla::iso(later));
    }
  }
}

TEST_CASE_TEMPLATE("the due instant is the smallest at which the promised time has been open", Terms, hbi::support,
                   hbi::office_hours) {
  const auto& times = sla::business_times(Terms{});
  instants random;
  for (int round = 0; round < 2'000; ++round) {
    const instant from = random();
    const instant due = sla::response_due(Terms{}, hbi::severity::urgent, from).at();
    CHECK(business_time_between(times, from, due) == sla::business_time{4h});
    CHECK(business_time_between(times, from, due - 1ms) < sla::business_time{4h});
  }
}

TEST_CASE_TEMPLATE("a pause never makes a target due earlier, and one that is over changes nothing", Terms,
                   hbi::support, hbi::office_hours, hbi::one_day, hbi::same_time, hbi::desk_pauses,
                   hbi::office_same_time) {
  const Terms terms{};
  instants random;
  std::mt19937_64 length(3);
  for (int round = 0; round < 1'000; ++round) {
    const instant from = random();
    const instant pause = from + minutes{length() % 4'000};
    const sla::interval_set pauses{{pause, pause + minutes{length() % 6'000}}};
    const sla::interval_set over{{from - 5h, from}};
    for (const auto& row : terms.severities) {
      const instant unpaused = due_after(terms, row.response.within(), from);
      const instant paused = due_after(terms, row.response.within(), from, pauses);
      if (paused < unpaused)
        FAIL_CHECK(sla::name_of(row.level), " from ", sla::iso(from), ", pause at ", sla::iso(pause));
      if (pause >= unpaused) CHECK(paused == unpaused);
      CHECK(due_after(terms, row.response.within(), from, over) == unpaused);
    }
  }
}

}  // namespace
