// Bytes as a calendar, hours and a zone: what they are refused for is terms_error or coverage_error, and what they answer about
// business time and business days is held against walks through the open intervals and the dates.

#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "law.hpp"
#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/loaded_hours.hpp"
#include "sla/calendar/open_intervals.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/zone/any_zone.hpp"

using namespace std::chrono;
using sla_fuzz::expect;

namespace {

using table = sla::loaded_opening_times<sla::loaded_calendar, sla::loaded_hours, sla::any_zone>;
using times = sla::opening_times<sla::loaded_hours, sla::any_zone>;

// ---- What bytes mean --------------------------------------------------------------------------------------------------

sla::weekday_set weekdays(FuzzedDataProvider& bytes) {
  const unsigned bits = bytes.ConsumeIntegral<std::uint8_t>();
  sla::weekday_set days;
  for (unsigned day = 0; day < 7; ++day)
    if ((bits >> day & 1U) != 0) days = days | weekday{day};
  return days;
}

sla::civil_day day_near(FuzzedDataProvider& bytes, const sla::day_range& coverage) {
  return coverage.first + days{bytes.ConsumeIntegral<std::uint8_t>() * 3 - 10};
}

/// To the quarter of an hour, or not.
milliseconds time_of_day(FuzzedDataProvider& bytes) {
  return bytes.ConsumeBool() ? minutes{15} * bytes.ConsumeIntegralInRange(0, 96)
                             : milliseconds{bytes.ConsumeIntegralInRange(0, 86'400'000)};
}

sla::holiday::rule rule(FuzzedDataProvider& bytes) {
  const month in{bytes.ConsumeIntegralInRange(1U, 12U)};
  const weekday on{bytes.ConsumeIntegralInRange(0U, 6U)};
  switch (bytes.ConsumeIntegralInRange(0, 4)) {
    case 0: return in / day{bytes.ConsumeIntegralInRange(1U, 31U)};
    case 1: return in / on[bytes.ConsumeIntegralInRange(1U, 5U)];
    case 2: return in / on[last];
    case 3: return sla::easter{days{bytes.ConsumeIntegralInRange(-366, 366)}};
    default: return sla::orthodox_easter{days{bytes.ConsumeIntegralInRange(-366, 366)}};
  }
}

sla::calendar_definition calendar(FuzzedDataProvider& bytes) {
  const sla::civil_day first = sla::civil_day{2023y / 1 / 1} + days{bytes.ConsumeIntegral<std::uint8_t>()};
  const days length{bytes.ConsumeIntegralInRange(0, 800)};
  sla::calendar_definition own{"fuzz",
                               {first, first + length},
                               weekdays(bytes),
                               static_cast<sla::observance>(bytes.ConsumeIntegralInRange(0, 2)),
                               {},
                               {},
                               {}};
  for (int n = bytes.ConsumeIntegralInRange(0, 3); n > 0; --n)
    own.holidays.emplace_back("holiday", sla::holiday({}, rule(bytes)));
  for (int n = bytes.ConsumeIntegralInRange(0, 3); n > 0; --n)
    own.closed_dates.push_back(day_near(bytes, own.coverage));
  for (int n = bytes.ConsumeIntegralInRange(0, 3); n > 0; --n) own.working.push_back(day_near(bytes, own.coverage));
  return own;
}

sla::loaded_hours hours_for(FuzzedDataProvider& bytes, const sla::calendar_definition& days) {
  const auto opens = time_of_day(bytes);
  sla::weekly_hours week(~days.closed, opens, time_of_day(bytes));
  for (int n = bytes.ConsumeIntegralInRange(0, 3); n > 0; --n) {
    const auto also = time_of_day(bytes);
    week = week.also(bytes.ConsumeBool() ? ~days.closed : weekdays(bytes), also, time_of_day(bytes));
  }
  std::vector<sla::special_day> special;
  for (const sla::civil_day date : days.working) {
    if (bytes.ConsumeBool()) continue;
    sla::day_hours own;
    const auto from = time_of_day(bytes);
    own.add(from, time_of_day(bytes));
    special.push_back({date, own});
  }
  return {week, special};
}

sla::any_zone zone(FuzzedDataProvider& bytes) {
  const sla::any_zone zones[] = {sla::us_eastern, sla::us_pacific, sla::utc};
  const auto chosen = static_cast<std::size_t>(bytes.ConsumeIntegralInRange(0, 3));
  if (chosen < 3) return zones[chosen];
  return sla::fixed_offset("fuzz", seconds{bytes.ConsumeIntegralInRange(-86'400, 86'400)});
}

// ---- What must hold ---------------------------------------------------------------------------------------------------

sla::business_time walked(const times& open, sla::instant from, sla::instant to) {
  milliseconds sum{};
  for (const sla::interval& each : sla::open_intervals(open, {from, to})) sum += each.length().length();
  return sla::business_time{sum};
}

void judge_measure(const times& open, sla::instant a, sla::instant b) {
  const auto between = sla::business_time_between(open, a, b);
  expect(between == -sla::business_time_between(open, b, a), "backwards is the negative");
  expect(between == (a <= b ? walked(open, a, b) : -walked(open, b, a)), "business time is that of the open intervals");
  expect(sla::is_open(open, a) == (walked(open, a, a + 1ms) == sla::business_time{1ms}), "open is what counts");
}

void judge_sum(const times& open, sla::instant from, sla::business_time amount) {
  try {
    const sla::instant due = sla::add_business_time(open, from, amount);
    expect(due == sla::subtract_business_time(open, from, -amount), "adding is the mirror of subtracting");
    if (open.coverage().ends_at() <= due) return;  // in the night of the last date
    expect(sla::business_time_between(open, from, due) == amount, "what is added is measured");
    if (amount > sla::business_time{}) expect(sla::is_open(open, due - 1ms), "it is the smallest instant");
    if (amount < sla::business_time{}) expect(sla::is_open(open, due), "it is the largest instant");
  } catch (const sla::coverage_error&) {
    const milliseconds reached = open.open_before(from) + amount.length();
    expect(reached < 0ms || open.length() <= reached, "only what leads out of the coverage is refused");
  }
}

void judge_openings(const times& open, sla::instant at) {
  try {
    const sla::instant next = sla::next_opening(open, at);
    expect(at <= next && sla::is_open(open, next), "the next opening is open");
    expect(sla::is_open(open, at) ? next == at : walked(open, at, next) == sla::business_time{}, "it is the next one");
    expect(next < sla::next_closing(open, at), "it closes later than it opens");
    const sla::instant last = sla::previous_closing(open, at);
    expect(last <= at && walked(open, last, at) == sla::business_time{}, "the previous closing is the last one");
    expect(sla::previous_opening(open, at) < last, "it opened before it closed");
  } catch (const sla::coverage_error&) {
    return;  // there is none
  }
}

void judge_days(const sla::loaded_calendar& by, sla::civil_day from, sla::business_days count) {
  try {
    const sla::civil_day found = sla::advance(by, from, count);
    int passed = 0;
    for (sla::civil_day day = std::min(from, found); day < std::max(from, found); day += days{1})
      passed += sla::is_business_day(by, found < from ? day : day + days{1}) ? 1 : 0;
    expect(passed == std::abs(count.count()), "as many business days are passed as were asked for");
    const auto between = sla::business_days_between(by, from, found);
    expect(between == -sla::business_days_between(by, found, from), "backwards is the negative");
    if (sla::is_business_day(by, from)) expect(between == count, "what is advanced is counted");
  } catch (const sla::coverage_error&) {
    return;
  }
}

void judge(const times& open, const sla::loaded_calendar& by, FuzzedDataProvider& bytes) {
  const sla::interval whole = open.coverage();
  const auto any_instant = [&] {
    return whole.starts_at() +
           milliseconds{bytes.ConsumeIntegralInRange<std::int64_t>(0, whole.length().length().count() - 2)};
  };
  for (int questions = 0; questions < 4; ++questions) {
    const sla::instant a = any_instant();
    judge_measure(open, a, any_instant());
    judge_sum(open, a, sla::business_time{milliseconds{bytes.ConsumeIntegral<std::int32_t>()}});
    judge_openings(open, a);
    judge_days(by, day_near(bytes, by.definition().coverage), sla::business_days{bytes.ConsumeIntegral<std::int8_t>()});
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  std::optional<sla::loaded_calendar> by;
  std::optional<table> open;
  try {
    const sla::any_zone clocks = zone(bytes);
    const sla::calendar_definition definition = calendar(bytes);
    by.emplace(definition);
    open.emplace(*by, hours_for(bytes, definition), clocks);
  } catch (const sla::terms_error&) {
    return 0;
  }
  judge(open->view(), *by, bytes);
  return 0;
}
