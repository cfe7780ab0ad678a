// At the ends of time, of coverage and of the numbers: every question has the exact answer or one of the library's errors.
// The sanitizers say whether anything else happened on the way.

#include <array>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
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

/// Of small terms, of the largest, and of any size between them.
sla::fraction any_fraction() {
  const auto term = [](std::int64_t low, std::int64_t high) {
    switch (any(0, 3)) {
      case 0: return any(low, low + 3);
      case 1: return any(high - 3, high);
      case 2: return any(low, low + 30) << any(0, 54);
      default: return any(low, std::int64_t{1} << any(1, 59));
    }
  };
  constexpr std::int64_t most = sla::fraction::largest_denominator;
  return {term(0, any(0, 1) == 0 ? most : largest<std::int64_t> - 1), (std::max)(term(1, most), std::int64_t{1})};
}

/// The answer; none where the library refuses it with one of the errors that its documentation names. Any other ends the
/// test.
template <class Refusal = sla::coverage_error, class... Others>
auto answer(auto ask) -> std::optional<decltype(ask())> {
  try {
    return ask();
  } catch (const sla::error& refused) {
    const auto is = [&]<class Error>(std::type_identity<Error>) {
      return dynamic_cast<const Error*>(&refused) != nullptr;
    };
    if (!is(std::type_identity<Refusal>{}) && !(is(std::type_identity<Others>{}) || ...)) throw;
    RC_ASSERT(*refused.what() != '\0');
    return std::nullopt;
  }
}

bool fits(wide number) { return smallest<std::int64_t> <= number && number <= largest<std::int64_t>; }

/// That an answer is what the numbers say where that fits, and that there is none where it does not.
void is_exact(const std::optional<std::int64_t>& given, wide exact) {
  RC_ASSERT(given.has_value() == fits(exact));
  if (given) RC_ASSERT(*given == static_cast<std::int64_t>(exact));
}
void is_exact(const std::optional<sla::fraction>& given, wide above, wide below) {
  wide common = above < 0 ? -above : above;
  for (wide rest = below; rest != 0;) common = std::exchange(rest, common % rest);
  const bool is_fraction =
      above >= 0 && below > 0 && fits(above / common) && below / common <= sla::fraction::largest_denominator;
  RC_ASSERT(given.has_value() == is_fraction);
  if (given) RC_ASSERT(given->numerator() == above / common && given->denominator() == below / common);
}

void fractions_are_exact(const sla::fraction& a, const sla::fraction& b) {
  using sla::terms_error;
  const wide above_a = a.numerator(), below_a = a.denominator();
  const wide above_b = b.numerator(), below_b = b.denominator();
  RC_ASSERT((a < b) == (above_a * below_b < above_b * below_a));
  const wide common = std::gcd(a.denominator(), b.denominator());
  const wide left = above_a * (below_b / common);
  const wide right = above_b * (below_a / common);
  const wide below = below_a * (below_b / common);
  const auto sum = answer<terms_error>([&] { return a + b; });
  if (fits(left) && fits(right) && fits(left + right))
    is_exact(sum, left + right, below);
  else
    RC_ASSERT(!sum.has_value());
  const auto difference = answer<terms_error>([&] { return a - b; });
  if (fits(left) && fits(right))
    is_exact(difference, left - right, below);
  else
    RC_ASSERT(!difference.has_value());
  is_exact(answer<terms_error>([&] { return a * b; }), above_a * above_b, below_a * below_b);
  is_exact(answer<terms_error>([&] { return a / b; }), above_a * below_b, below_a * above_b);
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

/// Two months before the calendar ends, longer than any target.
bool is_well_covered(const auto& terms, instant at) {
  const interval covered = sla::business_times(terms).coverage();
  return covered.starts_at() <= at && at < covered.ends_at() - days{60};
}

template <class Terms>
void deadlines_are_refused_or_in_order(const Terms& terms) {
  const instant reported = any_instant();
  for (const auto severity :
       {hbi::severity::critical, hbi::severity::urgent, hbi::severity::serious, hbi::severity::minor}) {
    const auto response = answer([&] { return sla::response_due(terms, severity, reported); });
    const auto resolution = answer([&] { return sla::resolution_due(terms, severity, reported, reported); });
    if (is_well_covered(terms, reported)) RC_ASSERT(response && resolution);
    for (const auto& [kind, due] : {std::pair{sla::commitment_kind::response, response},
                                    std::pair{sla::commitment_kind::resolution, resolution}}) {
      const auto why = answer([&] { return sla::explain(terms, kind, severity, reported, reported); });
      if (is_well_covered(terms, reported)) RC_ASSERT(why.has_value());
      if (why) RC_ASSERT(why->due == due);
      if (!due || !due->exists()) continue;
      RC_ASSERT(reported <= due->at());
      if (!why || why->segments.empty()) continue;
      RC_ASSERT(why->segments.front().during.starts_at() == reported);
      RC_ASSERT(why->segments.back().during.ends_at() == due->at());
    }
  }
}

template <class Terms>
void tickets_are_refused_or_assessed(const Terms& terms) {
  std::vector<instant> times(any<std::size_t>(1, 6));
  std::ranges::generate(times, any_instant);
  std::ranges::sort(times);
  const instant as_of = std::max(any_instant(), times.back());
  const auto assessed = answer([&] {
    sla::ticket<Terms> life(terms);
    life.add({times.front(), sla::event_kind::notified, static_cast<hbi::severity>(any(1, 4))});
    for (const instant at : std::span(times).subspan(1)) {
      const auto kind = static_cast<sla::event_kind>(any(2, 11));
      const auto level = kind == sla::event_kind::severity_changed
                             ? std::optional{static_cast<hbi::severity>(any(1, 4))}
                             : std::nullopt;
      answer<sla::event_error>([&] {
        life.add({at, kind, level});
        return true;
      });
    }
    return life.assess(as_of);
  });
  if (is_well_covered(terms, times.front()) && is_well_covered(terms, as_of)) RC_ASSERT(assessed.has_value());
  if (!assessed) return;
  for (const auto& each : {assessed->response, assessed->resolution}) {
    if (each.due.exists()) RC_ASSERT(times.front() <= each.due.at());
    if (each.fulfilled_at) RC_ASSERT(times.front() <= *each.fulfilled_at && *each.fulfilled_at <= as_of);
    RC_ASSERT(each.late_by.has_value() == each.due.exists());
    if (each.late_by)
      is_exact(each.late_by->length().count(), wide{each.fulfilled_at.value_or(as_of).time_since_epoch().count()} -
                                                   each.due.at().time_since_epoch().count());
  }
}

}  // namespace

TEST_CASE("amounts of time are exact or refused") {
  check_law("elapsed", amounts_are_exact<elapsed>);
  check_law("business time", amounts_are_exact<business_time>);
  check_law("business days", [] {
    const int a = any_int();
    const int b = any_int();
    const auto fits = [](std::int64_t count) { return smallest<int> <= count && count <= largest<int>; };
    const auto sum = answer<sla::terms_error>([&] { return (business_days{a} + business_days{b}).count(); });
    RC_ASSERT(sum == (fits(std::int64_t{a} + b) ? std::optional{a + b} : std::nullopt));
    const auto difference = answer<sla::terms_error>([&] { return (business_days{a} - business_days{b}).count(); });
    RC_ASSERT(difference.has_value() == fits(std::int64_t{a} - b));
    if (difference) RC_ASSERT(*difference == a - b);
    RC_ASSERT(answer<sla::terms_error>([&] { return -business_days{a}; }).has_value() == (a != smallest<int>));
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
  using sla::terms_error;
  check_law("what is a fraction", [] {
    const std::int64_t numerator = any_number();
    const std::int64_t denominator = any_number();
    const auto made = answer<terms_error>([&] { return sla::fraction{numerator, denominator}; });
    RC_ASSERT(made.has_value() ==
              (numerator >= 0 && 1 <= denominator && denominator <= sla::fraction::largest_denominator));
    if (made) is_exact(made, numerator, denominator);
  });
  check_law("fractions", [] { fractions_are_exact(any_fraction(), any_fraction()); });
  check_law("fractions of like denominators", [] {
    const auto like = [] { return sla::fraction{any(0, 30), any(std::int64_t{1}, std::int64_t{31}) << 54}; };
    fractions_are_exact(like(), like());
  });
  check_law("percentages", [] {
    const sla::fraction share = any_fraction();
    const int digits = any(-1, 15);
    const auto rounded = answer<terms_error>([&] { return sla::percent_rounded_down(share, digits); });
    RC_ASSERT(rounded.has_value() == (digits >= 1));
    if (!rounded) return;
    wide shifted = share.numerator();
    for (int place = -2; place < digits; ++place) shifted *= 10;
    shifted /= share.denominator();
    std::string text;
    for (; shifted > 0 || text.size() <= static_cast<std::size_t>(digits); shifted /= 10)
      text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(shifted % 10)));
    RC_ASSERT(*rounded == text.insert(text.size() - static_cast<std::size_t>(digits), "."));
  });
  check_law("money", [] {
    const std::int64_t units = any_number();
    const auto a = answer<terms_error>([&] { return sla::money{units}; });
    RC_ASSERT(a.has_value() == (units >= 0));
    const auto b = answer<terms_error>([] { return sla::money{any_number()}; });
    if (!a || !b) return;
    is_exact(answer<terms_error>([&] { return (*a + *b).minor_units(); }), wide{a->minor_units()} + b->minor_units());
    const auto share = answer<terms_error>([] { return sla::fraction{any_number(), any_number()}; });
    if (!share) return;
    const wide parts = wide{a->minor_units()} * share->numerator();
    is_exact(answer<terms_error>([&] { return part(*a, *share, sla::money_rounding::down).minor_units(); }),
             parts / share->denominator());
    is_exact(answer<terms_error>([&] { return part(*a, *share, sla::money_rounding::half_up).minor_units(); }),
             (2 * parts + share->denominator()) / (2 * wide{share->denominator()}));
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
      const auto period = answer([&] { return zone.period_at(at); });
      if (!reading) continue;
      RC_ASSERT(period && period->from <= at && at <= period->until);
      RC_ASSERT(reading->time_since_epoch() - at.time_since_epoch() == period->offset);
      const auto found = answer([&] { return zone.look_up(*reading); });
      if (found) RC_ASSERT(found->earlier == at || found->later == at);
    }
  });
  check_law("back and there", [] {
    const civil_time reading{any_extreme()};
    for (const sla::any_zone& zone :
         {sla::any_zone(sla::us_eastern), sla::any_zone(sla::utc), sla::any_zone(sla::fixed_offset{"east", 14h}),
          sla::any_zone(sla::fixed_offset{"west", -23h})}) {
      const auto found = answer([&] { return zone.look_up(reading); });
      if (!found) continue;
      RC_ASSERT(found->earlier <= found->later);
      const auto again = answer([&] { return zone.to_civil(found->earlier); });
      if (again && found->happens != sla::occurrence::skipped) RC_ASSERT(*again == reading);
    }
  });
  check_law("years, quarters and months", [] {
    const auto year_of =
        std::chrono::year{std::array{-32767, -1, 0, 1966, 1967, 2199, 2200, 32767}[any<std::size_t>(0, 7)]};
    const auto month_of = year_of / std::chrono::month{std::array{0U, 1U, 12U, 13U, 255U}[any<std::size_t>(0, 4)]};
    for (const sla::any_zone& zone : {sla::any_zone(sla::us_pacific), sla::any_zone(sla::utc)}) {
      const auto month_time =
          answer<sla::coverage_error, sla::terms_error>([&] { return sla::period_in(zone, month_of); });
      if (month_time) RC_ASSERT(elapsed{28 * 24h} <= month_time->length());
      const auto year_time = answer([&] { return sla::period_in(zone, year_of); });
      if (year_time) RC_ASSERT(elapsed{365 * 24h} <= year_time->length());
    }
  });
}

TEST_CASE("calendars answer or refuse") {
  check_law("dates", [] {
    const sla::day_range covered = sla::us_federal.days().coverage();
    const civil_day day{days{any_int()}};
    const civil_day other = any(0, 1) == 0 ? civil_day{days{any_int()}} : any(covered);
    RC_ASSERT(answer([&] { return sla::is_business_day(sla::us_federal, day); }).has_value() == covered.contains(day));
    const auto between = answer([&] { return sla::business_days_between(sla::us_federal, day, other); });
    if (covered.contains(day) && covered.contains(other)) RC_ASSERT(between.has_value());
    if (between) RC_ASSERT(*between == -sla::business_days_between(sla::us_federal, other, day));
    const business_days amount{any_int()};
    const civil_day from = any(0, 1) == 0 ? sla::date_of(civil_time{any_extreme()}) : other;
    const auto there = answer([&] { return sla::advance(sla::us_federal, from, amount); });
    if (!covered.contains(from)) RC_ASSERT(!there);
    if (there && amount != business_days{0}) RC_ASSERT(sla::is_business_day(sla::us_federal, *there));
  });
  check_law("hours", [] {
    const auto& times = sla::business_times(office);
    const interval covered = times.coverage();
    const auto is_covered = [&](instant at) { return covered.starts_at() <= at && at < covered.ends_at(); };
    const instant from = any_instant();
    const instant to = any_instant();
    const business_time amount{any_extreme()};
    const auto end = answer([&] { return sla::add_business_time(times, from, amount); });
    if (end && amount != business_time{}) RC_ASSERT(sla::business_time_between(times, from, *end) == amount);
    const auto start = answer([&] { return sla::subtract_business_time(times, from, amount); });
    if (start && amount != business_time{}) RC_ASSERT(sla::business_time_between(times, *start, from) == amount);
    const auto between = answer([&] { return sla::business_time_between(times, from, to); });
    RC_ASSERT(between.has_value() == (is_covered(from) && is_covered(to)));
    if (between) RC_ASSERT(*between == -sla::business_time_between(times, to, from));
    const auto next = answer([&] { return sla::next_opening(times, from); });
    if (next) RC_ASSERT(from <= *next && times.is_open(*next));
    const auto closing = answer([&] { return sla::previous_closing(times, from); });
    if (closing) RC_ASSERT(*closing <= from && times.is_open(*closing - 1ms));
    RC_ASSERT(answer([&] { return times.is_open(from); }).has_value() == is_covered(from));
    if (is_well_covered(office, from) && covered.starts_at() + days{60} <= from) RC_ASSERT(next && closing);
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
    const elapsed length{any_extreme()};
    const auto slot = answer<sla::coverage_error, sla::terms_error>(
        [&] { return sla::next_maintenance_slot(written, at, length).during; });
    if (slot) RC_ASSERT(at <= slot->starts_at() && slot->length() == length);
    if (is_well_covered(written, at)) {
      RC_ASSERT(first.has_value());
      RC_ASSERT((slot.has_value() || length <= elapsed{} || *first > instant::max() - length.length()));
    }
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
    const elapsed window{any_extreme()};
    const auto burnt = answer<sla::coverage_error, sla::terms_error>(
        [&] { return sla::burn_rate(written, window, record, {}, as_of); });
    if (burnt) RC_ASSERT(elapsed{} < window);
    if (burnt && *burnt) RC_ASSERT(**burnt <= sla::fraction(1'000, 1));
    const auto left = answer([&] { return sla::longest_outage_left(written, 2026y / March, record, {}, as_of); });
    if (left) RC_ASSERT(elapsed{} <= *left);
    const interval period = any_interval();
    const auto segments = answer([&] { return sla::timeline(written, period, record, {}, as_of); });
    if (!segments || segments->empty()) return;
    RC_ASSERT(segments->front().during.starts_at() == period.starts_at());
    RC_ASSERT(segments->back().during.ends_at() == period.ends_at());
    RC_ASSERT(std::ranges::adjacent_find(*segments, [](const auto& a, const auto& b) {
                return a.during.ends_at() != b.during.starts_at();
              }) == segments->end());
  });
  check_law("maps", [] {
    const interval period = any_interval();
    const seconds slot{any_number()};
    const interval outage = any_interval();
    const auto down = answer<sla::coverage_error, sla::terms_error>([&] {
      sla::downtime_map map(period, slot, sla::part_slots::touched);
      map.add(outage);
      return map.down();
    });
    if (down) RC_ASSERT(elapsed{} <= *down && *down <= period.length());
    sla::downtime_map day({instant{}, instant{24h}}, 1min, sla::part_slots::whole);
    day.add(outage);
    RC_ASSERT(day.down() <= elapsed{24h});
  });
}
