// Tallies, timelines, budgets and compositions against a count of every second, under all readings.

#include "sla/availability/availability.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sla/availability/burn_rate.hpp"
#include "sla/availability/composition.hpp"
#include "sla/availability/downtime_map.hpp"
#include "sla/availability/error_budget.hpp"
#include "sla/availability/latency.hpp"
#include "sla/availability/probe.hpp"
#include "sla/availability/timeline.hpp"
#include "sla/availability/what_if.hpp"
#include "sla/clock/commitment_tally.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/properties.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using sla::elapsed;
using sla::fraction;
using sla::instant;
using sla::interval;
using sla::interval_set;
using sla::maintenance;
using sla::service_record;
using sla_tests::any;
using sla_tests::check_law;

namespace {

/// The reference agreement with its readings about availability open.
struct open_terms : hbi::support {
  sla::objective_over<year_month> availability{fraction{999, 1000}};
  sla::planned_time planned_time;
  sla::outage_rounding outage_rounding;
  elapsed shortest_outage;
  sla::partial_outages partial_outages;
  sla::unknown_time unknown_time;
  sla::downtime_rule short_notice;
  sla::downtime_rule emergency;
};

template <class Enum>
Enum any_of() {
  return static_cast<Enum>(any(0, static_cast<int>(sla::enumerators<Enum>::count) - 1));
}

open_terms any_terms() {
  open_terms terms;
  terms.availability = sla::availability_objective(fraction{any(90, 100), 100});
  terms.planned_time = any_of<sla::planned_time>();
  terms.outage_rounding = any_of<sla::outage_rounding>();
  terms.shortest_outage = elapsed{seconds{any(0, 1) * any(0, 200)}};
  terms.partial_outages = any_of<sla::partial_outages>();
  terms.unknown_time = any_of<sla::unknown_time>();
  terms.short_notice = any_of<sla::downtime_rule>();
  terms.emergency = any_of<sla::downtime_rule>();
  return terms;
}

// Four hours around a window: Fri 2026-11-06 19:00 to 23:00 in New York.
constexpr interval evening{hbi::eastern(2026y / November / 6, 19h), hbi::eastern(2026y / November / 6, 23h)};
constexpr interval around{evening.starts_at() - 1h, evening.ends_at() + 1h};

interval any_time(seconds longest) {
  const instant from = around.starts_at() + seconds{any(0, 6 * 3600 - 1)};
  return {from, std::min(around.ends_at(), from + seconds{any<long>(0, longest.count())})};
}
std::vector<interval> some_times(int most, seconds longest) {
  std::vector<interval> times;
  for (int left = any(0, most); left > 0; --left) times.push_back(any_time(longest));
  return times;
}

service_record any_record() {
  static constexpr std::array weights{fraction{1, 2}, fraction{1, 3}, fraction{3, 7}, fraction{1, 1}};
  service_record record{"log", interval_set(some_times(5, 1800s)), interval_set(some_times(3, 3600s))};
  for (const interval& each : some_times(4, 2400s))
    record.partial.emplace_back(each, weights[any<std::size_t>(0, weights.size() - 1)]);
  return record;
}

std::vector<maintenance> any_maintenance() {
  std::vector<maintenance> announced;
  for (const interval& each : some_times(3, 3600s))
    announced.push_back({any_of<sla::maintenance_kind>(), each,
                         any(0, 2) == 0 ? std::nullopt : std::optional{evening.starts_at() - any(1, 10) * 24h}});
  return announced;
}

// ---- Second by second ------------------------------------------------------------------------------------------------

constexpr int seconds_around = 6 * 3600;
constexpr instant second(int number) { return around.starts_at() + seconds{number}; }

/// What an agreement counts of seconds that are down: runs that are long enough, in whole minutes if it says so.
std::vector<bool> counted(const open_terms& terms, const std::vector<bool>& down) {
  std::vector<bool> result(down.size() + 60);
  for (std::size_t from = 0; from < down.size(); ++from) {
    if (!down[from]) continue;
    std::size_t to = from;
    while (to < down.size() && down[to]) ++to;
    if (terms.shortest_outage <= elapsed{seconds{to - from}}) {
      std::size_t first = from;
      std::size_t last = to;
      if (terms.outage_rounding == sla::outage_rounding::every_touched_minute) {
        first -= first % 60;
        last += (60 - last % 60) % 60;
      }
      if (terms.outage_rounding == sla::outage_rounding::only_whole_minutes) {
        first += (60 - first % 60) % 60;
        last -= last % 60;
      }
      for (std::size_t each = first; each < last; ++each) result[each] = true;
    }
    from = to;
  }
  return result;
}

/// The weight of each second, by every weight on its own.
std::vector<fraction> weights_by_second(const open_terms& terms, const service_record& record, instant as_of) {
  std::vector<fraction> result(seconds_around, fraction{0, 1});
  for (const fraction weight : {fraction{1, 3}, fraction{3, 7}, fraction{1, 2}, fraction{1, 1}}) {
    std::vector<bool> at_least(seconds_around);
    for (int each = 0; each < seconds_around; ++each) {
      if (as_of <= second(each)) break;
      bool down = record.down.contains(second(each));
      for (const auto& partial : record.partial)
        down = down || (weight <= partial.weight() && partial.during().contains(second(each)));
      at_least[static_cast<std::size_t>(each)] = down;
    }
    const auto rounded = counted(terms, at_least);
    for (std::size_t each = 0; each < seconds_around; ++each)
      if (rounded[each])
        result[each] = terms.partial_outages == sla::partial_outages::count_in_full ? fraction{1, 1} : weight;
  }
  return result;
}

struct slow_tally {
  seconds up{}, down{}, excluded{}, unknown{}, to_come{}, planned_unknown{}, planned{};
  fraction unavailable{0, 1};
};

/// Whether an outage of any weight is recorded, though it may not count.
bool is_recorded_down(const service_record& record, instant at) {
  return record.down.contains(at) ||
         std::ranges::any_of(record.partial, [at](const auto& each) { return each.during().contains(at); });
}

slow_tally slow_count(const open_terms& terms, const interval& period, const service_record& record,
                      const std::vector<maintenance>& announced, instant as_of) {
  const interval window{hbi::eastern(2026y / November / 6, 21h), hbi::eastern(2026y / November / 6, 22h)};
  std::vector<interval> excused{window};
  for (const maintenance& work : announced)
    if (judge(terms, work).outside_is == sla::downtime_rule::excused) excused.push_back(work.during);
  const auto weights = weights_by_second(terms, record, as_of);
  slow_tally sum;
  for (int each = 0; each < seconds_around; ++each) {
    const instant at = second(each);
    if (!period.contains(at)) continue;
    const bool planned = std::ranges::any_of(excused, [at](const interval& of) { return of.contains(at); });
    const fraction weight = weights[static_cast<std::size_t>(each)];
    const bool down = at < as_of && weight > fraction{0, 1};
    if (planned && (down || terms.planned_time == sla::planned_time::leaves_both)) {
      sum.excluded += 1s;
    } else if (down) {
      sum.down += 1s;
      sum.unavailable = sum.unavailable + weight * fraction{1000, 1};
    } else if (as_of <= at || (record.unknown.contains(at) && !is_recorded_down(record, at))) {
      sum.unknown += 1s;
      if (as_of <= at)
        sum.to_come += 1s;
      else if (planned)
        sum.planned_unknown += 1s;
    } else {
      sum.up += 1s;
    }
  }
  return sum;
}

instant any_as_of() { return any(0, 2) == 0 ? around.ends_at() : around.starts_at() + seconds{any(0, 6 * 3600)}; }

}  // namespace

TEST_CASE("a tally is the count of every second, and the four values make up the period") {
  check_law("tally", [] {
    const open_terms terms = any_terms();
    const service_record record = any_record();
    const auto announced = any_maintenance();
    const instant as_of = any_as_of();
    const auto fast = tally(terms, evening, record, announced, as_of);
    const auto slow = slow_count(terms, evening, record, announced, as_of);
    RC_ASSERT(fast.up + fast.down + fast.excluded + fast.unknown == evening.length());
    RC_ASSERT(fast.up == elapsed{slow.up});
    RC_ASSERT(fast.down == elapsed{slow.down});
    RC_ASSERT(fast.excluded == elapsed{slow.excluded});
    RC_ASSERT(fast.unknown == elapsed{slow.unknown});
    RC_ASSERT(fast.to_come == elapsed{slow.to_come});
    RC_ASSERT(fast.planned_unknown == elapsed{slow.planned_unknown});
    RC_ASSERT(fast.unavailable.milliseconds() == slow.unavailable);
    const auto& [scheduled, identified, short_notice, emergency] = fast.in_maintenance;
    RC_ASSERT(scheduled + identified + short_notice + emergency <= fast.down + fast.excluded);
  });
}

TEST_CASE("a timeline has no gap and adds up to the tally") {
  check_law("timeline", [] {
    const open_terms terms = any_terms();
    const service_record record = any_record();
    const auto announced = any_maintenance();
    const instant as_of = any_as_of();
    std::array<elapsed, 4> by_state{};
    sla::weighted_time unavailable;
    instant next = evening.starts_at();
    std::optional<sla::timeline_segment> before;
    for (const auto& segment : timeline(terms, evening, record, announced, as_of)) {
      RC_ASSERT(segment.during.starts_at() == next);
      RC_ASSERT((!before || before->state != segment.state || before->weight != segment.weight));
      next = segment.during.ends_at();
      by_state[static_cast<std::size_t>(segment.state)] += segment.during.length();
      unavailable += sla::weighted_time(segment.during.length(), segment.weight);
      before = segment;
    }
    RC_ASSERT(next == evening.ends_at());
    const auto sum = tally(terms, evening, record, announced, as_of);
    RC_ASSERT((by_state == std::array{sum.up, sum.down, sum.excluded, sum.unknown}));
    RC_ASSERT(unavailable == sum.unavailable);
  });
}

TEST_CASE("tallies merge in any order and grouping, wherever a period is cut") {
  check_law("merge of tallies", [] {
    const open_terms terms = any_terms();
    const service_record record = any_record();
    const auto announced = any_maintenance();
    const instant as_of = any_as_of();
    std::array<instant, 2> cuts{any(evening.starts_at(), evening.ends_at()),
                                any(evening.starts_at(), evening.ends_at())};
    std::ranges::sort(cuts);
    const auto part = [&](instant from, instant to) { return tally(terms, {from, to}, record, announced, as_of); };
    const auto a = part(evening.starts_at(), cuts[0]);
    const auto b = part(cuts[0], cuts[1]);
    const auto c = part(cuts[1], evening.ends_at());
    RC_ASSERT(merge(a, merge(b, c)) == part(evening.starts_at(), evening.ends_at()));
    RC_ASSERT(merge(merge(a, b), c) == merge(a, merge(b, c)));
    RC_ASSERT(merge(c, merge(a, b)) == merge(merge(a, b), c));
    RC_ASSERT(merge(a, sla::availability_tally{}) == a);
  });
}

TEST_CASE("counts of probes, of latencies and of commitments merge in any order and grouping") {
  check_law("merge of counts", [] {
    const auto probes = [] { return sla::probe_count{any(0, 9), any(0, 9)}; };
    const auto latencies = [] { return sla::latency_count{any(0, 9), any(0, 9), any(0, 9)}; };
    const auto laws = [](const auto& a, const auto& b, const auto& c) {
      RC_ASSERT(merge(a, merge(b, c)) == merge(merge(a, b), c));
      RC_ASSERT(merge(a, b) == merge(b, a));
    };
    laws(probes(), probes(), probes());
    laws(latencies(), latencies(), latencies());
    const auto commitments = [] {
      sla::commitment_tally tally;
      for (int left = any(0, 9); left > 0; --left) tally.add(any_of<sla::commitment_state>());
      return tally;
    };
    laws(commitments(), commitments(), commitments());
  });
}

// ---- Months -----------------------------------------------------------------------------------------------------------

namespace {

constexpr year_month november = 2026y / November;
constexpr interval whole_month = sla::period_in(sla::us_eastern, november);

/// Outages and unknown time of a November, enough to be close to its objective.
service_record any_month() {
  const auto times = [](int most, milliseconds longest) {
    std::vector<interval> found;
    for (int left = any(0, most); left > 0; --left) {
      const instant from = any(whole_month.starts_at() - 24h, whole_month.ends_at());
      found.emplace_back(from, from + any(0ms, longest));
    }
    return found;
  };
  service_record record{"log", interval_set(times(5, 48h)), interval_set(times(2, 48h))};
  for (const interval& each : times(2, 24h)) record.partial.emplace_back(each, fraction{1, any(1, 6)});
  return record;
}
instant any_moment() {
  return any(0, 3) == 0 ? whole_month.ends_at() : any(whole_month.starts_at() - 1h, whole_month.ends_at() + 1h);
}

}  // namespace

TEST_CASE(
    "the verdict compares integers, and what is printed is no more than the share and less than a digit below it") {
  check_law("verdict and percentage", [] {
    const open_terms terms = any_terms();
    const auto result = availability(terms, november, any_month(), any_moment());
    RC_PRE(result.share().has_value());
    const auto measured = result.share()->denominator();
    const auto available = result.share()->numerator();
    const auto objective = result.objective;
    RC_ASSERT((result.verdict() == sla::availability_verdict::met) ==
              (available * objective.denominator() >= objective.numerator() * measured));

    std::string digits = sla::percent_rounded_down(*result.share(), 4);
    std::erase(digits, '.');
    const std::int64_t printed = std::stoll(digits);  // in millionths
    RC_ASSERT(printed * measured <= available * 1'000'000);
    RC_ASSERT(available * 1'000'000 < (printed + 1) * measured);
    RC_ASSERT((printed == 1'000'000) == (available == measured));
  });
}

TEST_CASE("the answer lies between the worst and the best case, which a finished and known month leaves no room for") {
  check_law("bounds", [] {
    const open_terms terms = any_terms();
    const service_record record = any_month();
    const auto result = availability(terms, november, record, any_moment());
    RC_ASSERT(result.share().has_value() == result.best_share().has_value());
    RC_ASSERT(result.share().has_value() == result.worst_share().has_value());
    RC_PRE(result.share().has_value());
    RC_ASSERT(*result.worst_share() <= *result.share());
    RC_ASSERT(*result.share() <= *result.best_share());
    if (result.unknown == elapsed{}) RC_ASSERT(*result.worst_share() == *result.best_share());
  });
}

TEST_CASE("what the future brings lies between the worst and the best case of today") {
  check_law("future", [] {
    const open_terms terms = any_terms();
    RC_PRE(terms.outage_rounding == sla::outage_rounding::exact && terms.shortest_outage == elapsed{});
    const service_record record = any_month();
    const instant now = any_moment();
    const auto today = availability(terms, november, record, now);
    const auto later = availability(terms, november, record, whole_month.ends_at());
    RC_PRE(today.share() && later.share());
    RC_ASSERT(*today.worst_share() <= *later.worst_share());
    RC_ASSERT(*later.best_share() <= *today.best_share());
    RC_ASSERT(today.so_far.down <= later.so_far.down);
  });
}

TEST_CASE("an outage up to the instant of loss keeps the month, a millisecond more loses it") {
  check_law("lost_at", [] {
    const open_terms terms = any_terms();
    const service_record record = any_month();
    const instant now = any(whole_month.starts_at(), whole_month.ends_at());
    const auto lost = lost_at(terms, november, record, {}, now);
    const auto verdict_if_down_until = [&](instant end) {
      service_record known = record;
      known.down = sla::unite(sla::clip(record.down, {whole_month.starts_at() - 48h, now}), {{now, end}});
      known.unknown = sla::clip(record.unknown, {whole_month.starts_at() - 48h, now});
      std::erase_if(known.partial, [now](const auto& each) { return now < each.during().ends_at(); });
      return availability(terms, november, known, whole_month.ends_at()).verdict();
    };
    service_record same = record;
    std::erase_if(same.partial, [now](const auto& each) { return now < each.during().ends_at(); });
    RC_PRE(same.partial.size() == record.partial.size());
    if (!lost) {
      RC_ASSERT(verdict_if_down_until(whole_month.ends_at()) != sla::availability_verdict::missed);
    } else if (now <= *lost) {
      RC_ASSERT(verdict_if_down_until(*lost) != sla::availability_verdict::missed);
      RC_ASSERT(verdict_if_down_until(*lost + 1ms) == sla::availability_verdict::missed);
      RC_ASSERT(longest_outage_left(terms, november, record, {}, now) == elapsed{*lost - now});
    } else {
      RC_ASSERT(verdict_if_down_until(now) == sla::availability_verdict::missed);
      RC_ASSERT(longest_outage_left(terms, november, record, {}, now) == elapsed{});
    }
  });
}

TEST_CASE("what if an outage comes is what the month says once it came and nothing else did") {
  check_law("what_if", [] {
    const open_terms terms = any_terms();
    service_record record = any_month();
    record.partial.clear();
    const instant now = any_moment();
    const instant from = any(whole_month.starts_at(), whole_month.ends_at());
    const interval outage{from, from + any(0ms, milliseconds{48h})};
    const auto answer = what_if(terms, november, record, {}, outage, now);
    RC_ASSERT(answer.with.up + answer.with.down + answer.with.excluded + answer.with.unknown == whole_month.length());
    service_record after = record;
    after.down = sla::unite(sla::clip(record.down, {whole_month.starts_at() - 48h, now}), {outage});
    after.unknown = sla::clip(record.unknown, {whole_month.starts_at() - 48h, now});
    // After now only the outage that goes on then, for rounding adds nothing to what had ended.
    service_record going_on{"log", {}, {}};
    for (const interval& each : after.down)
      if (now < each.ends_at()) going_on.down = {each};
    const instant in_month = std::clamp(now, whole_month.starts_at(), whole_month.ends_at());
    const auto finally = merge(tally(terms, {whole_month.starts_at(), in_month}, after, {}, whole_month.ends_at()),
                               tally(terms, {in_month, whole_month.ends_at()}, going_on, {}, whole_month.ends_at()));
    RC_ASSERT(answer.with.unavailable == finally.unavailable);
    RC_ASSERT(answer.with.down == finally.down);
    RC_ASSERT(answer.with.excluded == finally.excluded);
    RC_ASSERT(answer.without.share() == availability(terms, november, record, now).share());
  });
}

TEST_CASE("over a whole month a burn rate of exactly 1 spends exactly the budget") {
  check_law("burn rate", [] {
    open_terms terms = any_terms();
    terms.availability = sla::availability_objective(fraction{any(90, 99), 100});
    service_record record = any_month();
    record.partial.clear();
    const auto rate = burn_rate(terms, whole_month.length(), record, {}, whole_month.ends_at());
    const sla::error_budget budget(availability(terms, november, record, whole_month.ends_at()));
    RC_ASSERT(rate == budget.spent_share);
  });
}

// ---- Two ways to the same answer ----------------------------------------------------------------------------------------

namespace {

/// An outage of a record, or a part of one; none if it has none before an instant.
std::optional<interval> any_recorded(const service_record& record, instant before) {
  const interval_set known = clip(record.down, {whole_month.starts_at() - 72h, before});
  if (known.empty()) return std::nullopt;
  const interval outage = known.begin()[any<std::size_t>(0, known.size() - 1)];
  const instant from = any(outage.starts_at(), outage.ends_at());
  return interval{from, any(from, outage.ends_at())};
}

bool is_same(const sla::availability_result& a, const sla::availability_result& b) {
  return static_cast<const sla::availability_tally&>(a) == b && a.so_far == b.so_far && a.period == b.period &&
         a.status == b.status && a.objective == b.objective && a.unknown_time == b.unknown_time;
}

}  // namespace

TEST_CASE("two ways: an availability is the tally of its period, and of the part that is over") {
  check_law("availability and tally", [] {
    const open_terms terms = any_terms();
    const service_record record = any_month();
    const auto announced = any_maintenance();
    const instant now = any_moment();
    const auto result = availability(terms, november, record, announced, now);
    const interval over{whole_month.starts_at(), std::clamp(now, whole_month.starts_at(), whole_month.ends_at())};
    RC_ASSERT(static_cast<const sla::availability_tally&>(result) == tally(terms, whole_month, record, announced, now));
    RC_ASSERT(result.so_far == tally(terms, over, record, announced, now));
    RC_ASSERT(merge(result.so_far, tally(terms, {over.ends_at(), whole_month.ends_at()}, record, announced, now)) ==
              result);
  });
}

TEST_CASE("two ways: a budget has something left, or nothing, unless the month is missed") {
  check_law("budget and verdict", [] {
    const auto result = availability(any_terms(), november, any_month(), any_moment());
    RC_PRE(result.share().has_value());
    const sla::error_budget budget(result);
    RC_ASSERT((budget.left < elapsed{}) == (result.verdict() == sla::availability_verdict::missed));
    if (budget.spent_share)
      RC_ASSERT((*budget.spent_share > fraction{1, 1}) == (result.verdict() == sla::availability_verdict::missed));
  });
}

TEST_CASE(
    "two ways: what the timeline subtracts is what the budget has spent, also where unknown time counts as down") {
  check_law("timeline and budget", [] {
    const open_terms terms = any_terms();
    const service_record record = any_month();
    const auto announced = any_maintenance();
    const instant now = any_moment();
    const auto result = availability(terms, november, record, announced, now);
    const interval_set planned = maintenance_in(terms, whole_month, announced).excused;
    sla::weighted_time spent;
    for (const auto& segment : timeline(terms, whole_month, record, announced, now)) {
      spent += sla::weighted_time(segment.during.length(), segment.weight);
      if (segment.state != sla::service_state::unknown || terms.unknown_time != sla::unknown_time::counts_as_down)
        continue;
      const interval over =
          intersect(segment.during, {whole_month.starts_at() - 2h, std::max(now, segment.during.starts_at())});
      spent += sla::weighted_time(total(subtract(interval_set{over}, planned)));
    }
    RC_ASSERT(spent == result.spent());
  });
}

TEST_CASE("two ways: a month is lost at the instant after which it would be missed, were it to be cut there") {
  check_law("lost_at and availability", [] {
    open_terms terms = any_terms();
    terms.availability = sla::availability_objective(fraction{any(95, 99), 100});
    service_record record = any_month();
    const instant from = any(whole_month.starts_at(), whole_month.ends_at() - 48h);
    record.down = sla::unite(record.down, {{from, from + 48h}});
    const auto announced = any_maintenance();
    const auto result = availability(terms, november, record, announced, whole_month.ends_at());
    RC_PRE(result.verdict() == sla::availability_verdict::missed);
    const auto lost = lost_at(terms, november, record, announced, whole_month.ends_at());
    RC_ASSERT(lost.has_value());
    const auto spent_by = [&](instant end) {
      service_record known = record;
      known.partial.clear();
      const interval before{whole_month.starts_at() - 72h, end};
      known.down = clip(record.down, before);
      known.unknown = clip(record.unknown, before);
      for (const auto& each : record.partial)
        if (each.during().starts_at() < end)
          known.partial.emplace_back(intersect(each.during(), before), each.weight());
      return availability(terms, november, known, announced, whole_month.ends_at()).spent();
    };
    RC_ASSERT(spent_by(*lost) <= result.allowed());
    RC_ASSERT(spent_by(*lost + 1ms) > result.allowed());
  });
}

TEST_CASE("two ways: an outage from now to the instant of loss is a what-if that is kept, and a longer one is not") {
  check_law("lost_at and what_if", [] {
    const open_terms terms = any_terms();
    const service_record record = any_month();
    const auto announced = any_maintenance();
    const instant now = any(whole_month.starts_at(), whole_month.ends_at() - 1ms);
    const auto verdict_if_down_until = [&](instant end) {
      return what_if(terms, november, record, announced, interval{now, end}, now).with.verdict();
    };
    const auto lost = lost_at(terms, november, record, announced, now);
    const instant end = now + longest_outage_left(terms, november, record, announced, now).length();
    if (!lost) {
      RC_ASSERT(end == whole_month.ends_at());
      RC_ASSERT(verdict_if_down_until(end) != sla::availability_verdict::missed);
    } else if (now <= *lost) {
      RC_ASSERT(end == *lost);
      RC_ASSERT(verdict_if_down_until(end) != sla::availability_verdict::missed);
      RC_ASSERT(verdict_if_down_until(end + 1ms) == sla::availability_verdict::missed);
    } else {
      RC_ASSERT(end == now);
      RC_ASSERT(verdict_if_down_until(now) == sla::availability_verdict::missed);
    }
  });
}

TEST_CASE("two ways: without a proposal a what-if is the month as it stands, and so it is with one that is recorded") {
  check_law("what_if and availability", [] {
    const open_terms terms = any_terms();
    const service_record record = any_month();
    const auto announced = any_maintenance();
    const instant now = any_moment();
    const auto today = availability(terms, november, record, announced, now);
    const auto recorded = any_recorded(record, now);
    const instant at = any(whole_month.starts_at(), whole_month.ends_at());
    for (const interval& nothing : {interval{at, at}, recorded.value_or(interval{now, now})}) {
      const auto answer = what_if(terms, november, record, announced, nothing, now);
      RC_ASSERT(is_same(answer.without, today));
      RC_ASSERT(is_same(answer.with, today));
    }
  });
}

TEST_CASE("two ways: maintenance as a what-if is an outage while it is announced") {
  check_law("what_if of maintenance", [] {
    const open_terms terms = any_terms();
    const service_record record = any_month();
    auto announced = any_maintenance();
    const instant now = any_moment();
    const maintenance work{any_of<sla::maintenance_kind>(), any_time(3600s), std::nullopt};
    const auto answer = what_if(terms, november, record, announced, work, now);
    RC_ASSERT(is_same(answer.without, availability(terms, november, record, announced, now)));
    announced.push_back(work);
    RC_ASSERT(is_same(answer.with, what_if(terms, november, record, announced, work.during, now).with));
  });
}

TEST_CASE("two ways: a burn rate is the spending of its window's tally, and that of rolling days") {
  struct rolling_terms : open_terms {
    sla::objective_over<sla::rolling_days<2>> availability{fraction{999, 1000}};
  };
  check_law("burn rate and tally", [] {
    open_terms terms = any_terms();
    terms.availability = sla::availability_objective(fraction{any(90, 99), 100});
    const service_record record = any_month();
    const auto announced = any_maintenance();
    const instant now = any_moment();
    const auto states = burn_states(terms, november, record, announced, now, sla::usual_burn_alerts);
    const fraction highest = sla::highest_burn_rate(terms.availability.at_least());
    for (const sla::burn_state& state : states) {
      RC_ASSERT(state.long_rate == burn_rate(terms, state.alert.long_window, record, announced, now));
      RC_ASSERT(state.short_rate == burn_rate(terms, state.alert.short_window, record, announced, now));
      RC_ASSERT(state.threshold == state.alert.threshold_in(whole_month.length()));
      if (state.long_rate) RC_ASSERT(*state.long_rate <= highest);
      if (highest < state.threshold) RC_ASSERT(!state.fires());
    }
    RC_PRE(states.back().long_rate.has_value());
    rolling_terms rolling;
    static_cast<open_terms&>(rolling) = terms;
    rolling.availability = sla::objective_over<sla::rolling_days<2>>(terms.availability.at_least());
    const auto two_days = availability(rolling, sla::rolling_days<2>{now}, record, announced, now);
    const auto rate = burn_rate(terms, elapsed{48h}, record, announced, now);
    RC_ASSERT(rate.has_value() == two_days.share().has_value());
    if (rate) RC_ASSERT(*rate == sla::error_budget(two_days).spent_share);
  });
}

TEST_CASE("two ways: a map of minutes has the downtime of the tally by whole or by touched minutes") {
  check_law("downtime map and tally", [] {
    open_terms terms = any_terms();
    terms.shortest_outage = elapsed{};
    const interval_set outages(some_times(6, 1800s));
    for (const auto& [rounding, slots] :
         {std::pair(sla::outage_rounding::every_touched_minute, sla::part_slots::touched),
          std::pair(sla::outage_rounding::only_whole_minutes, sla::part_slots::whole)}) {
      terms.outage_rounding = rounding;
      sla::downtime_map map(evening, 60s, slots);
      for (const interval& each : outages) map.add(each);
      terms.planned_time = sla::planned_time::leaves_unavailable_time;
      const auto sum = tally(terms, evening, {"log", outages, {}}, {}, evening.ends_at());
      RC_ASSERT(sum.down + sum.excluded == map.down());
      const auto by_map = tally(terms, evening, {"log", map.outages(), {}}, {}, evening.ends_at());
      RC_ASSERT(by_map == sum);
    }
  });
}

TEST_CASE("two ways: a whole of one part is that part, and is measured as it is") {
  check_law("composition and availability", [] {
    const open_terms terms = any_terms();
    const service_record record = any_month();
    const auto announced = any_maintenance();
    const instant now = any_moment();
    const auto alone = availability(terms, november, record, announced, now);
    RC_ASSERT(is_same(availability(terms, november, sla::in_series(record), announced, now), alone));
    RC_ASSERT(is_same(availability(terms, november, sla::in_parallel(record, record), announced, now), alone));
    const auto composed =
        compose(terms, november, announced, now, [](const auto& part) { return sla::in_series(part); }, record);
    RC_ASSERT(composed.has_value() == alone.share().has_value());
    if (composed) RC_ASSERT(composed->measured == *alone.share());
  });
}

// ---- Composition --------------------------------------------------------------------------------------------------------

TEST_CASE("a composed record is what its parts were, second by second, unknown where they leave it open") {
  check_law("k of n", [] {
    std::vector<service_record> parts;
    for (int left = any(1, 4); left > 0; --left) {
      parts.push_back({"log", interval_set(some_times(3, 3600s)), interval_set(some_times(2, 3600s))});
      for (const interval& each : some_times(2, 3600s)) parts.back().partial.emplace_back(each, fraction{1, any(2, 3)});
    }
    const int needed = any(1, static_cast<int>(parts.size()));
    const service_record whole = k_of_n(needed, std::span<const service_record>(parts));
    const auto loss = [](const service_record& of, instant at) {
      fraction most{of.down.contains(at) ? 1 : 0, 1};
      for (const auto& each : of.partial)
        if (each.during().contains(at)) most = std::max(most, each.weight());
      return most;
    };
    for (int each = 0; each < seconds_around; each += 7) {
      std::vector<fraction> least;
      std::vector<fraction> most;
      for (const service_record& part : parts) {
        least.push_back(loss(part, second(each)));
        const bool open = part.unknown.contains(second(each)) && least.back() == fraction{0, 1};
        most.push_back(open ? fraction{1, 1} : least.back());
      }
      std::ranges::sort(least);
      std::ranges::sort(most);
      const auto decisive = static_cast<std::size_t>(needed - 1);  // k parts lose at most so much
      RC_ASSERT(loss(whole, second(each)) == least[decisive]);
      const bool open = least[decisive] == fraction{0, 1} && most[decisive] != fraction{0, 1};
      RC_ASSERT(whole.unknown.contains(second(each)) == open);
    }
  });
}

TEST_CASE("fewer needed parts never make more downtime, and series and parallel are the ends") {
  check_law("order of k", [] {
    std::vector<interval_set> parts;
    for (int left = any(1, 5); left > 0; --left) parts.emplace_back(some_times(4, 3600s));
    const std::span<const interval_set> all(parts);
    interval_set united;
    interval_set common = parts.front();
    for (const interval_set& part : parts) {
      united = unite(united, part);
      common = intersect(common, part);
    }
    RC_ASSERT(in_series(all) == united);
    RC_ASSERT(in_parallel(all) == common);
    for (int needed = 2; needed <= static_cast<int>(parts.size()); ++needed)
      RC_ASSERT(subtract(k_of_n(needed - 1, all), k_of_n(needed, all)).empty());
  });
}

TEST_CASE("a composed share encloses the exact one") {
  check_law("formula", [] {
    std::vector<sla::composed_share> parts;
    std::vector<std::array<std::int64_t, 2>> exact;
    for (int left = any(1, 6); left > 0; --left) {
      const auto denominator = any<std::int64_t>(1, 97);
      exact.push_back({any<std::int64_t>(0, denominator), denominator});
      parts.emplace_back(fraction{exact.back()[0], denominator});
    }
    const int needed = any(1, static_cast<int>(parts.size()));
    std::int64_t whole = 1;
    for (const auto& [up, all] : exact) whole *= all;
    std::int64_t available = 0;
    for (unsigned which = 0; which < 1U << parts.size(); ++which) {
      std::int64_t term = 1;
      int up_parts = 0;
      for (std::size_t part = 0; part < parts.size(); ++part) {
        const bool up = (which >> part & 1U) != 0;
        up_parts += up ? 1 : 0;
        term *= up ? exact[part][0] : exact[part][1] - exact[part][0];
      }
      if (up_parts >= needed) available += term;
    }
    const sla::composed_share found = k_of_n(needed, parts);
    RC_ASSERT(found.at_least() <= fraction(available, whole));
    RC_ASSERT(fraction(available, whole) <= found.at_most());
    RC_ASSERT(found.at_most() - found.at_least() < fraction(1, 1'000'000'000'000'000));
  });
}

// ---- Probes -------------------------------------------------------------------------------------------------------------

namespace {

std::vector<sla::probe> any_probes() {
  std::vector<sla::probe> probes;
  instant at = around.starts_at() - seconds{any(0, 1) * any(0, 3 * 3600)};
  for (int left = any(0, 40); left > 0; --left) {
    at += seconds{any(0, 2) == 0 ? 0 : any(0, 1200)};
    probes.push_back({at, any(0, 2) == 0 ? sla::probe_state::down : sla::probe_state::up});
  }
  return probes;
}

sla::probe_rule any_rule() {
  const auto rule = sla::probe_rule{}.after_failures(any(1, 4));
  return any(0, 1) == 0 ? rule : rule.known_for(elapsed{seconds{any(1, 1200)}});
}

std::array<service_record, 3> all_of(const sla::probed_record& found) {
  return {found.least, found.recorded, found.most};
}

/// A period cut in two, or at one of its ends.
instant any_cut() { return any(evening.starts_at(), evening.ends_at()); }

}  // namespace

TEST_CASE("probes: the bounds enclose what is recorded, known and unknown make up the period, by a slow reading") {
  check_law("probes", [] {
    const std::vector<sla::probe> probes = any_probes();
    const sla::probe_rule rule = any_rule();
    const auto found = records_from("probes", probes, evening, rule);
    RC_ASSERT(subtract(found.least.down, found.recorded.down).empty());
    RC_ASSERT(subtract(found.recorded.down, found.most.down).empty());
    for (const service_record& each : all_of(found)) {
      RC_ASSERT(intersect(each.down, each.unknown).empty());
      RC_ASSERT(subtract(each.down, interval_set{evening}).empty());
      RC_ASSERT(each.unknown == found.recorded.unknown);
    }

    // The worst probe of each instant.
    std::vector<sla::probe> seen;
    for (const sla::probe& each : probes) {
      if (seen.empty() || seen.back().at != each.at) seen.push_back(each);
      if (each.state == sla::probe_state::down) seen.back().state = each.state;
    }
    const auto in_evening = [](instant from, instant to) { return intersect({from, to}, evening); };
    const auto is_gap = [&](std::size_t after) {
      return rule.longest_gap() && *rule.longest_gap() < elapsed{seen[after + 1].at - seen[after].at};
    };
    std::vector<interval> unknown;
    const instant first_of_all = seen.empty() ? evening.ends_at() : seen.front().at;
    const instant last_of_all = seen.empty() ? evening.ends_at() : seen.back().at;
    if (evening.starts_at() < first_of_all) unknown.push_back(in_evening(evening.starts_at(), first_of_all));
    if (last_of_all < evening.ends_at()) unknown.push_back(in_evening(last_of_all, evening.ends_at()));
    std::vector<interval> least;
    std::vector<interval> recorded;
    std::vector<interval> most;
    for (std::size_t first = 0; first < seen.size(); ++first) {
      if (first + 1 < seen.size() && is_gap(first)) unknown.push_back(in_evening(seen[first].at, seen[first + 1].at));
      const bool begins_row = seen[first].state == sla::probe_state::down &&
                              (first == 0 || is_gap(first - 1) || seen[first - 1].state == sla::probe_state::up);
      if (!begins_row) continue;
      std::size_t row_end = first;
      while (row_end + 1 < seen.size() && !is_gap(row_end) && seen[row_end + 1].state == sla::probe_state::down)
        ++row_end;
      const bool goes_on = row_end + 1 < seen.size() && !is_gap(row_end);
      const instant end = goes_on ? seen[row_end + 1].at : seen[row_end].at;
      const bool comes_after_success = first > 0 && !is_gap(first - 1);
      most.push_back(in_evening(comes_after_success ? seen[first - 1].at : seen[first].at, end));
      if (static_cast<int>(row_end - first) + 1 < rule.failures()) continue;
      least.push_back(in_evening(seen[first].at, seen[row_end].at));
      recorded.push_back(in_evening(seen[first].at, end));
    }
    RC_ASSERT(found.least.down == interval_set(least));
    RC_ASSERT(found.most.down == interval_set(most));
    RC_ASSERT(found.recorded.down == interval_set(recorded));
    RC_ASSERT(found.recorded.unknown == interval_set(unknown));
  });
}

TEST_CASE("probes: what they tell about the parts of a period is what they tell about all of it, cut there") {
  check_law("parts of probes", [] {
    const std::vector<sla::probe> probes = any_probes();
    const sla::probe_rule rule = any_rule();
    const instant cut = any_cut();
    const auto told = [&](const interval& period) { return all_of(records_from("probes", probes, period, rule)); };
    const auto whole = told(evening);
    const auto before = told({evening.starts_at(), cut});
    const auto after = told({cut, evening.ends_at()});
    for (std::size_t each = 0; each < whole.size(); ++each) {
      RC_ASSERT(unite(before[each].down, after[each].down) == whole[each].down);
      RC_ASSERT(unite(before[each].unknown, after[each].unknown) == whole[each].unknown);
      RC_ASSERT(total(before[each].down) + total(after[each].down) == total(whole[each].down));
      RC_ASSERT(total(before[each].unknown) + total(after[each].unknown) == total(whole[each].unknown));
    }

    open_terms terms = any_terms();
    terms.outage_rounding = sla::outage_rounding::exact;
    terms.shortest_outage = elapsed{};
    const auto announced = any_maintenance();
    const instant as_of = any_as_of();
    for (std::size_t each = 0; each < whole.size(); ++each)
      RC_ASSERT(merge(tally(terms, {evening.starts_at(), cut}, before[each], announced, as_of),
                      tally(terms, {cut, evening.ends_at()}, after[each], announced, as_of)) ==
                tally(terms, evening, whole[each], announced, as_of));
  });
}

TEST_CASE("probes: their order within an instant changes nothing, nor do those beyond the successes around a period") {
  check_law("decisive probes", [] {
    std::vector<sla::probe> probes = any_probes();
    const sla::probe_rule rule = any_rule();
    const auto told = [&](const std::vector<sla::probe>& by) {
      const auto found = records_from("probes", by, evening, rule);
      return std::array{found.least.down, found.recorded.down, found.most.down, found.recorded.unknown};
    };
    const auto as_they_stand = told(probes);
    for (std::size_t i = 0; i + 1 < probes.size(); ++i)
      if (probes[i].at == probes[i + 1].at && any(0, 1) == 0) std::swap(probes[i], probes[i + 1]);
    RC_ASSERT(told(probes) == as_they_stand);

    const auto succeeds_at = [&](instant at) {
      return std::ranges::none_of(
          probes, [at](const sla::probe& each) { return each.at == at && each.state == sla::probe_state::down; });
    };
    instant from = around.starts_at() - 24h;
    instant to = around.ends_at() + 24h;
    for (const sla::probe& each : probes)
      if (each.at < evening.starts_at() && succeeds_at(each.at)) from = each.at;
    for (const sla::probe& each : probes)
      if (evening.ends_at() <= each.at && succeeds_at(each.at)) to = std::min(to, each.at);
    std::vector<sla::probe> decisive = probes;
    std::erase_if(decisive, [=](const sla::probe& each) { return each.at < from || to < each.at; });
    RC_ASSERT(told(decisive) == as_they_stand);
  });
}
