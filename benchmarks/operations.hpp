#ifndef BENCHMARKS_OPERATIONS_HPP
#define BENCHMARKS_OPERATIONS_HPP

// Every operation that is measured, once: its name, its inputs, and a function of one input. The timing programs and
// the counting program take them from here, so both measure the same. Inputs are drawn beforehand, at random and the
// same on every machine, from the twenty years from 2010 to 2029 unless an operation says otherwise.

#include <array>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "sla/availability/downtime_map.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/sla.hpp"
#include "sla/time/interval_stream.hpp"

namespace operations {

using namespace std::chrono;
namespace hbi = sla::harvard_business_impact;

/// What is measured.
///
/// inputs    one for each call
/// question  a function of one input
/// answers   how many answers one call gives; costs are stated for one answer
template <class Input, class Question>
struct operation {
  std::string name;
  std::vector<Input> inputs;
  Question question;
  std::int64_t answers = 1;
};

// ---- Inputs ---------------------------------------------------------------------------------------------------------

// More than a branch predictor remembers, so that answers are no easier than in life.
inline constexpr std::size_t input_count = 1 << 16;
inline constexpr sla::instant start{sys_days{2010y / January / 1}};
inline constexpr seconds twenty_years = sys_days{2030y / January / 1} - sys_days{2010y / January / 1};

struct day_span {
  sla::civil_day from;
  sla::civil_day to;
};

struct instant_span {
  sla::instant from;
  sla::instant to;
};

struct day_step {
  sla::civil_day from;
  sla::business_days n;
};

/// Equal draws everywhere, which the standard distributions do not promise.
class draw {
 public:
  std::int64_t below(std::int64_t end) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(end));
  }
  sla::instant instant(seconds within = twenty_years) { return start + seconds{below(within.count())}; }
  sla::civil_day day(seconds within = twenty_years) {
    return sla::civil_day{floor<days>(instant(within)).time_since_epoch()};
  }

 private:
  std::mt19937_64 random_{20261123};
};

auto inputs(auto&& next, std::size_t count = input_count) {
  draw random;
  std::vector<decltype(next(random))> drawn;
  drawn.reserve(count);
  while (drawn.size() < count) drawn.push_back(next(random));
  return drawn;
}

inline auto instants() {
  return inputs([](draw& random) { return random.instant(); });
}
inline auto civil_days() {
  return inputs([](draw& random) { return random.day(); });
}
inline auto civil_times() {
  return inputs([](draw& random) { return sla::civil_time{random.instant().time_since_epoch()}; });
}

/// Spans of about a length, within a week.
inline auto day_spans(days length) {
  return inputs([length](draw& random) {
    const sla::civil_day from = random.day(twenty_years - length - weeks{1});
    return day_span{from, from + length + days{random.below(7)}};
  });
}

/// Spans of any length up to the longest.
inline auto instant_spans(seconds longest) {
  return inputs([longest](draw& random) {
    const sla::instant from = random.instant(twenty_years - longest);
    return instant_span{from, from + seconds{random.below(longest.count())}};
  });
}

/// A data set as the only input.
template <class Data>
std::vector<Data> one(Data data) {
  std::vector<Data> inputs;
  inputs.push_back(std::move(data));
  return inputs;
}

/// A value that the compiler cannot see through.
template <class Value>
Value opaque(Value value) {
  asm volatile("" : "+r"(value));
  return value;
}

inline sla::business_days opaque(sla::business_days n) { return sla::business_days{opaque(n.count())}; }
inline sla::business_time opaque(sla::business_time amount) {
  return sla::business_time{milliseconds{opaque(amount.length().count())}};
}

// ---- Calendars ------------------------------------------------------------------------------------------------------

using federal_calendar = std::remove_const_t<decltype(sla::us_federal)>;

template <class Calendar = federal_calendar>
auto is_business_day(const Calendar& calendar = sla::us_federal) {
  return operation{"is_business_day", civil_days(),
                   [&calendar](sla::civil_day day) { return sla::is_business_day(calendar, day); }};
}

template <class Calendar = federal_calendar>
auto advance(int n, const Calendar& calendar = sla::us_federal) {
  return operation{
      "advance_" + std::to_string(n), civil_days(),
      [&calendar, n = opaque(sla::business_days{n})](sla::civil_day from) { return sla::advance(calendar, from, n); }};
}

/// By another number every time, in both directions.
inline auto advance_any() {
  auto steps =
      inputs([](draw& random) { return day_step{random.day(), sla::business_days{random.below(2001) - 1000}}; });
  return operation{"advance_any", std::move(steps),
                   [](day_step step) { return sla::advance(sla::us_federal, step.from, step.n); }};
}

template <class Calendar = federal_calendar>
auto business_days_between(std::string span, days length, const Calendar& calendar = sla::us_federal) {
  return operation{"business_days_between_" + std::move(span), day_spans(length), [&calendar](day_span between) {
                     return sla::business_days_between(calendar, between.from, between.to);
                   }};
}

/// Many questions in one call; the answer is the last one.
inline auto advance_batch(std::size_t count) {
  auto days = inputs([](draw& random) { return random.day(); }, count);
  return operation{"advance_30_batch", one(std::move(days)),
                   [n = opaque(sla::business_days{30}), result = std::make_shared<std::vector<sla::civil_day>>(count)](
                       const std::vector<sla::civil_day>& from) {
                     sla::advance(sla::us_federal, from, n, *result);
                     return result->back();
                   },
                   static_cast<std::int64_t>(count)};
}

inline void calendars(auto&& visit) {
  visit(is_business_day());
  for (const int n : {1, 30, 1000, -30}) visit(advance(n));
  visit(advance_any());
  visit(business_days_between("month", days{28}));
  visit(business_days_between("year", days{362}));
  visit(business_days_between("ten_years", days{3650}));
  visit(advance_batch(input_count));
}

// ---- Zones ----------------------------------------------------------------------------------------------------------

inline auto to_civil() {
  return operation{"to_civil", instants(), [](sla::instant at) { return sla::us_eastern.to_civil(at); }};
}

inline auto look_up() {
  return operation{"look_up", civil_times(), [](sla::civil_time reading) { return sla::us_eastern.look_up(reading); }};
}

inline auto first_instant_of() {
  return operation{"first_instant", civil_times(),
                   [](sla::civil_time reading) { return sla::first_instant(sla::us_eastern, reading); }};
}

inline auto last_instant_of() {
  return operation{"last_instant", civil_times(),
                   [](sla::civil_time reading) { return sla::last_instant(sla::us_eastern, reading); }};
}

inline void zones(auto&& visit) {
  visit(to_civil());
  visit(look_up());
  visit(first_instant_of());
  visit(last_instant_of());
}

// ---- Business time --------------------------------------------------------------------------------------------------

/// Mondays to Fridays 9 to 17 in New York, without federal holidays.
struct office {
  static const auto& times() { return sla::business_times(hbi::office_hours{}); }
};

/// The same, known at run time only.
struct loaded_office {
  static const auto& times() {
    static const sla::loaded_opening_times loaded{sla::loaded_calendar(sla::us_federal_rules),
                                                  hbi::office_hours::business_hours, sla::us_eastern};
    static const auto view = loaded.view();
    return view;
  }
};

inline constexpr sla::calendar_rules six_day_rules{
    .name = "six days",
    .coverage = sla::us_calendar_coverage,
    .closed = Saturday,
    .by = sla::observance::actual_date,
    .holidays = sla::us_federal_holidays,
};
inline constexpr sla::compiled_calendar<six_day_rules> six_days;

/// Hours that are hard on a table: split days, night shifts, and a Sunday.
inline constexpr sla::weekly_hours split_and_night_hours = sla::weekly_hours(sla::monday_to_friday, 8h, 12h)
                                                               .also(sla::monday_to_friday, 13h, 17h)
                                                               .also(sla::monday_to_friday, 22h, 6h)
                                                               .also({Sunday}, 10h, 16h);

struct hard {
  static const auto& times() {
    return sla::compiled_opening_times<six_days, split_and_night_hours, sla::us_eastern>::view;
  }
};

template <class Schedule>
auto add_business_time(std::string name, hours amount) {
  return operation{"add_business_time_" + std::move(name), instants(),
                   [amount = opaque(sla::business_time{amount})](sla::instant from) {
                     return sla::add_business_time(Schedule::times(), from, amount);
                   }};
}

template <class Schedule>
auto business_time_between(std::string name, seconds longest) {
  return operation{"business_time_between_" + std::move(name), instant_spans(longest),
                   [](instant_span span) { return sla::business_time_between(Schedule::times(), span.from, span.to); }};
}

inline void business_time(auto&& visit) {
  visit(add_business_time<office>("4h", 4h));
  visit(add_business_time<office>("1000h", 1000h));
  visit(add_business_time<hard>("hard_4h", 4h));
  visit(add_business_time<hard>("hard_1000h", 1000h));
  visit(add_business_time<loaded_office>("loaded_4h", 4h));
  visit(business_time_between<office>("day", days{1}));
  visit(business_time_between<office>("year", days{365}));
  visit(business_time_between<office>("ten_years", days{3650}));
  visit(business_time_between<hard>("hard_year", days{365}));
}

// ---- Deadlines ------------------------------------------------------------------------------------------------------

template <class Terms>
auto response_due(std::string name, const Terms& terms, hbi::severity severity) {
  return operation{"response_due_" + std::move(name), instants(),
                   [terms, severity = opaque(severity)](sla::instant reported) {
                     return sla::response_due(terms, severity, reported).at();
                   }};
}

inline auto resolution_due() {
  return operation{"resolution_due_urgent", instants(), [](sla::instant reported) {
                     return sla::resolution_due(hbi::support{}, hbi::severity::urgent, reported, std::nullopt).at();
                   }};
}

struct ticket_log {
  std::array<sla::event<hbi::severity>, 8> events;
  sla::instant as_of;
};

inline auto ticket_fold() {
  using enum sla::event_kind;
  constexpr std::size_t tickets = 4096;
  const auto next_log = [](draw& random) {
    sla::instant at = random.instant();
    const auto next = [&](sla::event_kind kind, std::optional<hbi::severity> severity = {}) {
      at += minutes{random.below(600)};
      return sla::event<hbi::severity>{at, kind, severity};
    };
    return ticket_log{
        {next(notified, hbi::severity::serious), next(responded), next(severity_changed, hbi::severity::urgent),
         next(replicated), next(confirmed), next(worked_around), next(resolved), next(closed)},
        at};
  };
  return operation{"ticket_fold", inputs(next_log, tickets),
                   [](const ticket_log& log) {
                     static constexpr hbi::office_hours terms;
                     const auto stand = sla::assess(terms, log.events, log.as_of);
                     return (stand.resolution.due.at() - stand.response.due.at()).count();
                   },
                   8};
}

/// Many issues in one call; the answer is the last one.
inline auto response_due_batch(std::string name, std::size_t count, auto&& next_severity) {
  struct issues {
    std::vector<hbi::severity> severities;
    std::vector<sla::instant> reported;
  };
  issues reported{inputs(next_severity, count), inputs([](draw& random) { return random.instant(); }, count)};
  return operation{
      "response_due_" + std::move(name) + "_batch", one(std::move(reported)),
      [result = std::make_shared<std::vector<sla::deadline>>(count, sla::deadline::not_started())](const issues& all) {
        sla::response_due(hbi::office_hours{}, all.severities, all.reported, *result);
        return result->back().at();
      },
      static_cast<std::int64_t>(count)};
}

inline auto urgent_batch(std::size_t count) {
  return response_due_batch("urgent", count, [](draw&) { return hbi::severity::urgent; });
}

inline void deadlines(std::size_t batch, auto&& visit) {
  using enum hbi::severity;
  visit(response_due("critical_office", hbi::office_hours{}, critical));
  visit(response_due("urgent_office", hbi::office_hours{}, urgent));
  visit(response_due("serious_office", hbi::office_hours{}, serious));
  visit(response_due("minor_office", hbi::office_hours{}, minor));
  visit(response_due("critical_support", hbi::support{}, critical));
  visit(response_due("urgent_support", hbi::support{}, urgent));
  visit(response_due("serious_support", hbi::support{}, serious));
  visit(response_due("minor_support", hbi::support{}, minor));
  visit(resolution_due());
  visit(urgent_batch(batch));
  visit(response_due_batch("any", batch, [](draw& random) { return static_cast<hbi::severity>(1 + random.below(4)); }));
  visit(ticket_fold());
}

// ---- Intervals ------------------------------------------------------------------------------------------------------

/// Intervals in the order of their starts, many of which overlap.
inline std::vector<sla::interval> sorted_intervals(std::size_t count) {
  sla::instant at = start;
  return inputs(
      [&at](draw& random) {
        at += milliseconds{random.below(4000)};
        return sla::interval{at, at + milliseconds{random.below(4000)}};
      },
      count);
}

inline auto sorted_stream(std::size_t count) {
  return operation{"sorted_stream", one(sorted_intervals(count)),
                   [](const std::vector<sla::interval>& intervals) {
                     sla::interval_total sum;
                     sum.add(intervals);
                     return sum.total();
                   },
                   static_cast<std::int64_t>(count)};
}

/// The same, kept as a set.
inline auto sorted_set(std::size_t count) {
  return operation{"sorted_set", one(sorted_intervals(count)),
                   [](const std::vector<sla::interval>& intervals) { return sla::total(sla::interval_set(intervals)); },
                   static_cast<std::int64_t>(count)};
}

inline void intervals(std::size_t count, auto&& visit) {
  visit(sorted_stream(count));
  visit(sorted_set(count));
}

// ---- Availability ---------------------------------------------------------------------------------------------------

inline constexpr year_month measured_month = 2026y / November;

inline sla::interval month() { return sla::period_in(sla::us_eastern, measured_month); }

/// Outages of a month in no order, many of which overlap.
inline std::vector<sla::interval> outages(std::size_t count) {
  return inputs(
      [month = month()](draw& random) {
        const sla::instant at = month.starts_at() + milliseconds{random.below(month.length().length().count())};
        return sla::interval{at, at + milliseconds{random.below(4000)}};
      },
      count);
}

/// The downtime of a month, in windows or not.
inline auto month_availability(std::size_t count) {
  return operation{"month_availability", one(outages(count)),
                   [end = month().ends_at()](const std::vector<sla::interval>& unsorted) {
                     const auto record = sla::service_record_of("outages", sla::interval_set(unsorted));
                     const auto result = sla::availability(hbi::support{}, measured_month, record, end);
                     return result.down + result.excluded;
                   },
                   static_cast<std::int64_t>(count)};
}

inline sla::downtime_map minutes_down(const std::vector<sla::interval>& unsorted) {
  sla::downtime_map down(month(), minutes{1}, sla::part_slots::touched);
  for (const sla::interval& each : unsorted) down.add(each);
  return down;
}

inline auto downtime_map(std::size_t count) {
  return operation{"downtime_map", one(outages(count)), minutes_down, static_cast<std::int64_t>(count)};
}

/// The maps of two machines for a month, in minutes.
inline auto downtime_map_merge() {
  return operation{"downtime_map_merge", std::vector<sla::downtime_map>(256, minutes_down(outages(1000))),
                   [other = minutes_down(outages(100))](const sla::downtime_map& map) { return merge(map, other); }};
}

/// Nine requests in ten are ordinary, five in six of all are fast.
inline auto latency_count(std::size_t count) {
  auto samples = inputs(
      [](draw& random) {
        const auto kind = random.below(10) < 9 ? 0 : 1 + random.below(3);
        return sla::latency_sample{sla::elapsed{milliseconds{random.below(12'000)}},
                                   static_cast<hbi::request_kind>(kind)};
      },
      count);
  return operation{"latency_count", one(std::move(samples)),
                   [](const std::vector<sla::latency_sample<hbi::request_kind>>& measured) {
                     return sla::latency(hbi::support{}, measured).within;
                   },
                   static_cast<std::int64_t>(count)};
}

inline void availability(std::size_t outage_count, std::size_t sample_count, auto&& visit) {
  visit(month_availability(outage_count));
  visit(downtime_map(outage_count));
  visit(downtime_map_merge());
  visit(latency_count(sample_count));
}

// ---- Series ---------------------------------------------------------------------------------------------------------

inline constexpr std::array series_of_days{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10'000};
inline constexpr std::array series_of_hours{1, 3, 10, 30, 100, 300, 1000, 3000, 10'000};

/// An operation as one point of a series.
auto in_series(const std::string& name, int at, auto operation) {
  operation.name = "series_" + name + ":" + std::to_string(at);
  return operation;
}

inline auto add_business_time_series(int amount) {
  return in_series("add_business_time", amount, add_business_time<office>("", hours{amount}));
}

inline auto business_time_between_series(int longest) {
  return in_series("business_time_between", longest, business_time_between<office>("", hours{longest}));
}

// ---- Answers --------------------------------------------------------------------------------------------------------

// Every answer as a number, to compare it and to let the next input depend on it.
inline std::int64_t number(std::integral auto answer) { return static_cast<std::int64_t>(answer); }
template <class Clock, class Duration>
std::int64_t number(time_point<Clock, Duration> answer) {
  return answer.time_since_epoch().count();
}
inline std::int64_t number(sla::business_days answer) { return answer.count(); }
inline std::int64_t number(sla::business_time answer) { return answer.length().count(); }
inline std::int64_t number(sla::elapsed answer) { return answer.length().count(); }
inline std::int64_t number(const sla::civil_lookup& answer) { return number(answer.later); }

/// Makes the compiler compute an answer without making it store one.
void keep(const auto& answer) { asm volatile("" : : "r"(number(answer))); }
inline void keep(const sla::civil_lookup& answer) {
  keep(answer.earlier);
  keep(answer.later);
  keep(answer.transition);
  keep(static_cast<int>(answer.happens));
}
inline void keep(const sla::downtime_map& answer) { asm volatile("" : : "r"(&answer) : "memory"); }

/// Calls an operation on every input.
void ask_all(const auto& inputs, const auto& question) {
  for (const auto& input : inputs) keep(question(input));
}

}  // namespace operations

#endif
