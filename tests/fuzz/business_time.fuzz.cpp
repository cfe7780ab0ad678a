// Bytes as a calendar, hours and a zone: what they are refused for is terms_error or coverage_error, and what they answer about
// business time and business days is held against a list of all openings.

#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "law.hpp"
#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/loaded_hours.hpp"
#include "sla/calendar/open_intervals.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/zone/any_zone.hpp"
#include "support/list_of_openings.hpp"
#include "support/table_zone.hpp"

using namespace std::chrono;
using sla_fuzz::expect;

namespace {

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

sla::holiday::rule near(FuzzedDataProvider& bytes, auto weekday) {
  const auto [least, most] = sla::holiday({}, weekday).offsets_within_the_year();
  return sla::days_after{weekday, days{bytes.ConsumeIntegralInRange(least, most)}};
}

sla::holiday::rule rule(FuzzedDataProvider& bytes) {
  const month in{bytes.ConsumeIntegralInRange(1U, 12U)};
  const weekday on{bytes.ConsumeIntegralInRange(0U, 6U)};
  switch (bytes.ConsumeIntegralInRange(0, 6)) {
    case 0: return in / day{bytes.ConsumeIntegralInRange(1U, static_cast<unsigned>((2024y / in / last).day()))};
    case 1: return in / on[bytes.ConsumeIntegralInRange(1U, 5U)];
    case 2: return in / on[last];
    case 3: return sla::easter{days{bytes.ConsumeIntegralInRange(-366, 366)}};
    case 4: return near(bytes, in / on[bytes.ConsumeIntegralInRange(1U, 5U)]);
    case 5: return near(bytes, in / on[last]);
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

sla::any_zone zone(FuzzedDataProvider& bytes, int number) {
  const sla::any_zone zones[] = {sla::us_eastern, sla::us_pacific, sla::utc};
  if (number < 3) return zones[number];
  return sla::fixed_offset("fuzz", seconds{bytes.ConsumeIntegralInRange(-86'399, 86'399)});
}

/// Clocks go forward by up to a day, and months later back by what does not lead to the day before.
sla_tests::table_zone changed_clocks(FuzzedDataProvider& bytes, const sla::day_range& coverage) {
  const seconds standard = minutes{15} * bytes.ConsumeIntegralInRange(-48, 48);
  const auto reading_near = [&](sla::civil_day day) {
    return day + days{bytes.ConsumeIntegralInRange(-3, 3)} + minutes{15} * bytes.ConsumeIntegralInRange(0, 95);
  };
  const seconds forward = minutes{15} * bytes.ConsumeIntegralInRange(1, 96);
  const auto first = reading_near(bytes.ConsumeBool() ? coverage.first : coverage.last);
  const auto second = reading_near(coverage.last + days{100});
  const sla::instant changed{first.time_since_epoch() - standard};
  const sla::instant changed_back{second.time_since_epoch() - standard - forward};
  const seconds back = std::min(forward, duration_cast<seconds>(second - floor<days>(second)));
  return {"fuzz", standard, {{changed, standard + forward}, {changed_back, standard + forward - back}}};
}

// ---- What must hold ---------------------------------------------------------------------------------------------------

/// The answer, or none where the question is refused.
auto answer_to(auto ask) -> std::optional<decltype(ask())> {
  try {
    return ask();
  } catch (const sla::coverage_error&) {
    return std::nullopt;
  }
}

template <class Zone>
void judge_instants(const sla::opening_times<sla::loaded_hours, Zone>& open,
                    const sla_tests::list_of_openings<Zone>& list, sla::instant a, sla::instant b,
                    milliseconds amount) {
  const sla::business_time added{amount};
  expect(answer_to([&] { return sla::is_open(open, a); }) == list.is_open(a), "open is what the list says");
  expect(answer_to([&] { return sla::business_time_between(open, a, b).length(); }) == list.between(a, b),
         "business time is that of the openings");
  expect(answer_to([&] { return sla::add_business_time(open, a, added); }) == list.add(a, amount),
         "what is added has been open");
  expect(answer_to([&] { return sla::subtract_business_time(open, a, added); }) == list.add(a, -amount),
         "what is subtracted has been open");
  expect(answer_to([&] { return sla::next_opening(open, a); }) == list.next_opening(a), "the next opening");
  expect(answer_to([&] { return sla::next_closing(open, a); }) == list.next_closing(a), "the next closing");
  expect(answer_to([&] { return sla::previous_opening(open, a); }) == list.previous_opening(a), "the previous opening");
  expect(answer_to([&] { return sla::previous_closing(open, a); }) == list.previous_closing(a), "the previous closing");
  if (list.is_open(a) == true) expect(open.day_of(a) == list.day_of(a), "a night belongs to the day on which it began");
}

void judge_days(const sla::loaded_calendar& by, const sla_tests::dates_on_the_door& dates, sla::civil_day from,
                sla::civil_day to, int count) {
  const auto is_one = answer_to([&] { return sla::is_business_day(by, from); });
  expect(is_one.has_value() == dates.coverage().contains(from) && is_one.value_or(false) == dates.is_business_day(from),
         "a business day is one by the dates");
  expect(answer_to([&] { return sla::business_days_between(by, from, to).count(); }) ==
             dates.business_days_between(from, to),
         "business days are counted one by one");
  expect(answer_to([&] { return sla::advance(by, from, sla::business_days{count}); }) == dates.advance(from, count),
         "as many business days are passed as were asked for");
  expect(answer_to([&] { return sla::next_business_day(by, from); }) == dates.advance(from, 1), "the next one");
  expect(answer_to([&] { return sla::previous_business_day(by, from); }) == dates.advance(from, -1), "the last one");
}

/// All open intervals of the coverage, those of the list that touch being one.
template <class Zone>
void judge_intervals(const sla::opening_times<sla::loaded_hours, Zone>& open,
                     const sla_tests::list_of_openings<Zone>& list) {
  const sla::interval whole = list.coverage();
  expect(open.coverage() == whole, "the coverage is that of its dates");
  auto each = list.openings().begin();
  for (const sla::interval& found : sla::open_intervals(open, whole)) {
    expect(each != list.openings().end() && found.starts_at() == each->opens, "an interval begins with an opening");
    sla::instant closes = each->closes;
    while (++each != list.openings().end() && each->opens == closes) closes = each->closes;
    expect(found.ends_at() == std::min(closes, whole.ends_at()), "an interval ends with a closing");
  }
  expect(each == list.openings().end() || whole.ends_at() <= each->opens, "no opening is left out");
}

template <class Zone>
void judge(const sla::loaded_calendar& by, const sla::loaded_hours& hours, const Zone& clocks,
           FuzzedDataProvider& bytes) {
  std::optional<sla::loaded_opening_times<sla::loaded_calendar, sla::loaded_hours, Zone>> times;
  try {
    times.emplace(by, hours, clocks);
  } catch (const sla::terms_error&) {
    return;
  }
  const auto open = times->view();
  const sla_tests::dates_on_the_door dates(by.definition());
  const sla_tests::list_of_openings list(dates, hours, clocks);
  judge_intervals(open, list);

  // Half of them at openings, closings and the ends of the coverage, or a millisecond beside them.
  const sla::interval whole = list.coverage();
  const auto any_instant = [&] {
    const auto length = whole.length().length().count();
    if (bytes.ConsumeBool())
      return whole.starts_at() + milliseconds{bytes.ConsumeIntegralInRange<std::int64_t>(-1, length)};
    const milliseconds beside{bytes.ConsumeIntegralInRange(-1, 1)};
    const auto& openings = list.openings();
    const auto place = bytes.ConsumeIntegralInRange<std::size_t>(0, 2 * openings.size() + 1);
    if (place < 2) return (place == 0 ? whole.starts_at() : whole.ends_at()) + beside;
    const auto& near = openings[place / 2 - 1];
    return (place % 2 == 0 ? near.opens : near.closes) + beside;
  };
  for (int questions = 0; questions < 4; ++questions) {
    const sla::instant a = any_instant();
    const sla::instant b = any_instant();
    const milliseconds amount =
        bytes.ConsumeBool() ? list.between(a, b).value_or(1ms) : milliseconds{bytes.ConsumeIntegral<std::int32_t>()};
    judge_instants(open, list, a, b, amount);
    const sla::day_range& coverage = dates.coverage();
    judge_days(by, dates, day_near(bytes, coverage), day_near(bytes, coverage), bytes.ConsumeIntegral<std::int8_t>());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  const int number = bytes.ConsumeIntegralInRange(0, 4);
  const sla::calendar_definition definition = calendar(bytes);
  std::optional<sla::loaded_calendar> by;
  std::optional<sla::loaded_hours> hours;
  try {
    by.emplace(definition);
    hours = hours_for(bytes, definition);
  } catch (const sla::terms_error&) {
    return 0;
  }
  if (number == 4)
    judge(*by, *hours, changed_clocks(bytes, definition.coverage), bytes);
  else
    judge(*by, *hours, zone(bytes, number), bytes);
  return 0;
}
