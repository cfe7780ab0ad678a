// At the ends of time, of coverage and of the numbers: every question has the exact answer or one of the library's errors.
// The sanitizers say whether anything else happened on the way.

#include <array>
#include <limits>
#include <optional>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/availability/burn_rate.hpp"
#include "sla/availability/composition.hpp"
#include "sla/availability/downtime_map.hpp"
#include "sla/availability/error_budget.hpp"
#include "sla/availability/probe.hpp"
#include "sla/availability/timeline.hpp"
#include "sla/calendar/business_arithmetic.hpp"
#include "sla/clock/explanation.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/policy/money.hpp"
#include "sla/time/interval_stream.hpp"
#include "sla/zone/any_zone.hpp"
#include "sla/zone/measurement_period.hpp"
#include "support/properties.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using sla::business_days;
using sla::business_time;
using sla::civil_day;
using sla::civil_time;
using sla::elapsed;
using sla::instant;
using sla::interval;
using sla_tests::any;
using sla_tests::check_law;

namespace {

__extension__ using wide = __int128;

template <class Number>
constexpr Number smallest = std::numeric_limits<Number>::min();
template <class Number>
constexpr Number largest = std::numeric_limits<Number>::max();

/// Near the ends of all numbers, of the years of std::chrono, of the zone's coverage, of the calendar's, and near 1970.
milliseconds any_extreme() {
  static const std::array landmarks{
      milliseconds::min(),
      milliseconds::max(),
      milliseconds::min() / 2,
      milliseconds::max() / 2,
      0ms,
      milliseconds{sys_days{1967y / January / 1}.time_since_epoch()},
      milliseconds{sys_days{2200y / January / 1}.time_since_epoch()},
      milliseconds{sys_days{1971y / January / 1}.time_since_epoch()},
      milliseconds{sys_days{2100y / January / 1}.time_since_epoch()},
      milliseconds{sys_days{year::min() / January / 1}.time_since_epoch()},
      milliseconds{sys_days{year::max() / December / 31}.time_since_epoch()},
      milliseconds{days{smallest<days::rep>}},
      milliseconds{days{largest<days::rep>}},
      milliseconds{sys_days{2026y / March / 8}.time_since_epoch()},
  };
  const milliseconds landmark = landmarks[any<std::size_t>(0, landmarks.size() - 1)];
  const milliseconds reach = any(0, 1) == 0 ? milliseconds{3} : milliseconds{days{2}};
  const milliseconds low = landmark < milliseconds::min() + reach ? 0ms : -reach;
  const milliseconds high = landmark > milliseconds::max() - reach ? 0ms : reach;
  return landmark + milliseconds{any(low.count(), high.count() - (high == reach ? 1 : 0))};
}
instant any_instant() { return instant{any_extreme()}; }

interval any_interval() {
  const auto [from, to] = std::minmax({any_instant(), any_instant()});
  return {from, to};
}

int any_int() {
  return std::array{smallest<int>, smallest<int> + 1, -1, 0, 1, largest<int> - 1, largest<int>}[any<std::size_t>(0, 6)];
}

std::int64_t any_number() {
  static constexpr std::array numbers{smallest<std::int64_t>,
                                      smallest<std::int64_t> + 1,
                                      std::int64_t{-1},
                                      std::int64_t{0},
                                      std::int64_t{1},
                                      std::int64_t{3},
                                      largest<std::int64_t> / 10,
                                      largest<std::int64_t> - 1,
                                      largest<std::int64_t>};
  return numbers[any<std::size_t>(0, numbers.size() - 1)];
}

/// The answer; none where the library says that there is none.
auto answer(auto ask) -> std::optional<decltype(ask())> {
  try {
    return ask();
  } catch (const sla::error& refused) {
    RC_ASSERT(*refused.what() != '\0');
    return std::nullopt;
  }
}

/// That an answer is what the numbers say where that fits, and that there is none where it does not.
void is_exact(const std::optional<std::int64_t>& given, wide exact) {
  const bool fits = smallest<std::int64_t> <= exact && exact <= largest<std::int64_t>;
  RC_ASSERT(given.has_value() == fits);
  if (fits) RC_ASSERT(*given == static_cast<std::int64_t>(exact));
}

template <class Amount>
void amounts_are_exact() {
  const milliseconds a = any_extreme();
  const milliseconds b = any_extreme();
  is_exact(answer([&] { return (Amount{a} + Amount{b}).length().count(); }), wide{a.count()} + b.count());
  is_exact(answer([&] { return (Amount{a} - Amount{b}).length().count(); }), wide{a.count()} - b.count());
  is_exact(answer([&] { return (-Amount{a}).length().count(); }), -wide{a.count()});
}

constexpr hbi::support written;
constexpr hbi::desk_pauses desk;
constexpr hbi::office_same_time office;

template <class Terms>
void deadlines_are_refused_or_in_order(const Terms& terms) {
  const instant reported = any_instant();
  for (const auto severity :
       {hbi::severity::critical, hbi::severity::urgent, hbi::severity::serious, hbi::severity::minor}) {
    const auto due = answer([&] { return sla::response_due(terms, severity, reported); });
    if (due) RC_ASSERT(reported <= due->at());
    const auto resolved = answer([&] { return sla::resolution_due(terms, severity, reported, reported); });
    if (resolved && resolved->status() == sla::deadline::state::due) RC_ASSERT(reported <= resolved->at());
    answer([&] { return sla::explain(terms, sla::commitment_kind::response, severity, reported).segments.size(); });
  }
}

template <class Terms>
void tickets_are_refused_or_assessed(const Terms& terms) {
  std::vector<instant> times(any<std::size_t>(1, 6));
  std::ranges::generate(times, any_instant);
  std::ranges::sort(times);
  answer([&] {
    sla::ticket<Terms> life(terms);
    life.add({times.front(), sla::event_kind::notified, static_cast<hbi::severity>(any(1, 4))});
    for (const instant at : std::span(times).subspan(1)) {
      const auto kind = static_cast<sla::event_kind>(any(2, 11));
      answer([&] {
        life.add({at, kind,
                  kind == sla::event_kind::severity_changed ? std::optional{static_cast<hbi::severity>(any(1, 4))}
                                                            : std::nullopt});
        return true;
      });
    }
    const auto both = life.assess(std::max(any_instant(), times.back()));
    return both.response.due == both.response.due;
  });
}

}  // namespace

TEST_CASE("amounts of time are exact or refused") {
  check_law("elapsed", amounts_are_exact<elapsed>);
  check_law("business time", amounts_are_exact<business_time>);
  check_law("business days", [] {
    const int a = any_int();
    const int b = any_int();
    const auto fits = [](std::int64_t count) { return smallest<int> <= count && count <= largest<int>; };
    const auto sum = answer([&] { return (business_days{a} + business_days{b}).count(); });
    RC_ASSERT(sum == (fits(std::int64_t{a} + b) ? std::optional{a + b} : std::nullopt));
    const auto difference = answer([&] { return (business_days{a} - business_days{b}).count(); });
    RC_ASSERT(difference.has_value() == fits(std::int64_t{a} - b));
    if (difference) RC_ASSERT(*difference == a - b);
    RC_ASSERT(answer([&] { return -business_days{a}; }).has_value() == (a != smallest<int>));
  });
  check_law("the length of an interval", [] {
    const interval stretch = any_interval();
    is_exact(answer([&] { return stretch.length().length().count(); }),
             wide{stretch.ends_at().time_since_epoch().count()} - stretch.starts_at().time_since_epoch().count());
  });
  check_law("rolling days", [] {
    const instant end = any_instant();
    is_exact(answer([&] {
               return sla::period_in(sla::utc, sla::rolling_days<30>{end}).starts_at().time_since_epoch().count();
             }),
             wide{end.time_since_epoch().count()} - milliseconds{days{30}}.count());
  });
}

TEST_CASE("fractions and money are exact or refused") {
  check_law("fractions", [] {
    const std::array terms{any_number(), any_number(), any_number(), any_number()};
    answer([&] {
      const sla::fraction a{terms[0], terms[1]};
      const sla::fraction b{terms[2], terms[3]};
      RC_ASSERT((a < b) == (wide{a.numerator()} * b.denominator() < wide{b.numerator()} * a.denominator()));
      const auto sum = answer([&] { return a + b; });
      if (sum) RC_ASSERT(answer([&] { return *sum - b; }).value_or(a) == a);
      const auto product = answer([&] { return a * b; });
      if (product && b.numerator() != 0) RC_ASSERT(answer([&] { return *product / b; }).value_or(a) == a);
      answer([&] { return sla::percent_rounded_down(a, any(0, 18)); });
      return true;
    });
  });
  check_law("money", [] {
    answer([&] {
      const sla::money a{any_number()};
      const sla::money b{any_number()};
      is_exact(answer([&] { return (a + b).minor_units(); }), wide{a.minor_units()} + b.minor_units());
      answer([&] { return part(a, sla::fraction{any_number(), any_number()}, sla::money_rounding::half_even); });
      return true;
    });
  });
}

TEST_CASE("an instant is written exactly, however far away") {
  check_law("dates repeat after 400 years", [] {
    const instant at = any_instant();
    const std::string text = sla::iso(at);
    RC_ASSERT(text.ends_with("Z"));
    const auto again = at.time_since_epoch() < 0ms ? answer([&] { return sla::detail::later(at, days{146'097}); })
                                                   : answer([&] { return sla::detail::later(at, -days{146'097}); });
    const std::string other = sla::iso(*again);
    RC_ASSERT(std::abs(std::stoll(text) - std::stoll(other)) == 400);
    RC_ASSERT(text.substr(text.rfind('-') - 3) == other.substr(other.rfind('-') - 3));
  });
}

TEST_CASE("zones answer or refuse") {
  check_law("there and back", [] {
    const instant at = any_instant();
    for (const sla::any_zone& zone :
         {sla::any_zone(sla::us_eastern), sla::any_zone(sla::utc), sla::any_zone(sla::fixed_offset{"east", 14h}),
          sla::any_zone(sla::fixed_offset{"west", -23h})}) {
      const auto reading = answer([&] { return zone.to_civil(at); });
      if (reading && zone.look_up(*reading).happens == sla::occurrence::once)
        RC_ASSERT(zone.look_up(*reading).earlier == at);
      answer([&] { return zone.look_up(civil_time{any_extreme()}).earlier; });
      answer([&] { return zone.period_at(at).offset; });
    }
  });
  check_law("years, quarters and months", [] {
    const auto year_of =
        std::chrono::year{std::array{-32767, -1, 0, 1966, 1967, 2199, 2200, 32767}[any<std::size_t>(0, 7)]};
    const auto month_of = year_of / std::chrono::month{std::array{0U, 1U, 12U, 13U, 255U}[any<std::size_t>(0, 4)]};
    for (const sla::any_zone& zone : {sla::any_zone(sla::us_pacific), sla::any_zone(sla::utc)}) {
      const auto month_time = answer([&] { return sla::period_in(zone, month_of); });
      if (month_time) RC_ASSERT(elapsed{28 * 24h} <= month_time->length());
      const auto year_time = answer([&] { return sla::period_in(zone, year_of); });
      if (year_time) RC_ASSERT(elapsed{365 * 24h} <= year_time->length());
    }
  });
}

TEST_CASE("calendars answer or refuse") {
  check_law("dates", [] {
    const civil_day day{days{any_int()}};
    answer([&] { return sla::is_business_day(sla::us_federal, day); });
    answer([&] { return sla::business_days_between(sla::us_federal, day, civil_day{days{any_int()}}); });
    answer([&] { return sla::advance(sla::us_federal, day, business_days{any_int()}); });
    const civil_day known = sla::date_of(civil_time{any_extreme()});
    const auto there = answer([&] { return sla::advance(sla::us_federal, known, business_days{any_int()}); });
    if (there) RC_ASSERT(sla::us_federal.days().coverage().contains(*there));
  });
  check_law("hours", [] {
    const auto& times = sla::business_times(office);
    const instant from = any_instant();
    const business_time amount{any_extreme()};
    const auto end = answer([&] { return sla::add_business_time(times, from, amount); });
    if (end && amount != business_time{}) RC_ASSERT(sla::business_time_between(times, from, *end) == amount);
    const auto start = answer([&] { return sla::subtract_business_time(times, from, amount); });
    if (start && amount != business_time{}) RC_ASSERT(sla::business_time_between(times, *start, from) == amount);
    answer([&] { return sla::business_time_between(times, from, any_instant()); });
    answer([&] { return sla::next_opening(times, from); });
    answer([&] { return sla::previous_closing(times, from); });
    answer([&] { return times.is_open(from); });
  });
}

TEST_CASE("deadlines and tickets are refused or in order") {
  check_law("as written", [] { deadlines_are_refused_or_in_order(written); });
  check_law("desk pauses", [] { deadlines_are_refused_or_in_order(desk); });
  check_law("office hours, same time", [] { deadlines_are_refused_or_in_order(office); });
  check_law("tickets as written", [] { tickets_are_refused_or_assessed(written); });
  check_law("tickets, office hours, same time", [] { tickets_are_refused_or_assessed(office); });
  check_law("notice", [] {
    const instant at = any_instant();
    const auto first = answer([&] { return sla::earliest_start(written, at); });
    if (first) RC_ASSERT(at < *first);
    const auto latest = answer([&] { return sla::latest_notice(written, at); });
    if (latest) RC_ASSERT(*latest < at);
    answer([&] { return sla::next_maintenance_slot(written, at, elapsed{any_extreme()}).during.starts_at(); });
  });
}

TEST_CASE("sets and records are measured or refused") {
  check_law("sets", [] {
    const sla::interval_set a{any_interval(), any_interval()};
    const sla::interval_set b{any_interval()};
    const auto shared = answer([&] { return sla::overlap(a, b); });
    const auto both = answer([&] { return sla::total(sla::intersect(a, b)); });
    if (shared && both) RC_ASSERT(*shared == *both);
    RC_ASSERT(sla::unite(sla::subtract(a, b), sla::intersect(a, b)) == a);
  });
  check_law("streams", [] {
    std::vector<interval> sorted{any_interval(), any_interval(), any_interval()};
    std::ranges::sort(sorted);
    const auto streamed = answer([&] {
      sla::interval_total sum;
      sum.add(sorted);
      return sum.total();
    });
    const auto set = answer([&] { return sla::total(sla::interval_set(sorted)); });
    RC_ASSERT(streamed == set);
  });
  check_law("a month", [] {
    const sla::service_record record{"probe", {any_interval()}, {any_interval()}, {}};
    const instant as_of = any_instant();
    const auto result = answer([&] { return sla::availability(written, 2026y / March, record, as_of); });
    if (result) RC_ASSERT(result->up + result->down + result->excluded + result->unknown == elapsed{44'580min});
    answer([&] { return sla::burn_rate(written, elapsed{any_extreme()}, record, {}, as_of); });
    answer([&] { return sla::longest_outage_left(written, 2026y / March, record, {}, as_of); });
    answer([&] { return sla::timeline(written, any_interval(), record, {}, as_of).size(); });
  });
  check_law("maps", [] {
    answer([&] {
      sla::downtime_map map(any_interval(), seconds{any_number()}, sla::part_slots::touched);
      map.add(any_interval());
      return map.down();
    });
    sla::downtime_map day({instant{}, instant{24h}}, 1min, sla::part_slots::whole);
    answer([&] {
      day.add(any_interval());
      return true;
    });
    RC_ASSERT(day.down() <= elapsed{24h});
  });
}
