#include "sla/availability/availability.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "support/message.hpp"
#include "support/rounds.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::availability_verdict;
using sla::elapsed;
using sla::fraction;
using sla::instant;
using sla::interval;
using sla::interval_set;
using sla::maintenance;
using sla::maintenance_kind;
using sla::service_record;
using completeness = sla::availability_result::completeness;

constexpr instant at(year_month_day date, minutes since_midnight = 0min) { return hbi::eastern(date, since_midnight); }

constexpr year_month april = 2026y / April;  // 43,200 minutes; 99.9 % allow 2,592 s
constexpr instant may = at(2026y / May / 1);
constexpr instant noon = at(2026y / April / 15, 12h);  // a Wednesday

struct leaves_both : hbi::support {
  static constexpr auto planned_time = sla::planned_time::leaves_both;
};
struct excusing : hbi::support {
  static constexpr auto short_notice = sla::downtime_rule::excused;
  static constexpr auto emergency = sla::downtime_rule::excused;
};
struct utc_months : hbi::support {
  static constexpr auto month_zone = sla::utc;
};

sla::availability_result in_april(interval_set down, instant as_of = may) {
  return availability(hbi::support{}, april, sla::service_record_of("log", std::move(down)), as_of);
}

TEST_CASE("exactly 99.9 % is met, a millisecond more is missed") {
  const auto exact = in_april({{noon, noon + 2'592s}});
  CHECK(exact.share() == fraction{999, 1000});
  CHECK(exact.verdict() == availability_verdict::met);
  CHECK(exact.worst_case() == availability_verdict::met);
  CHECK(in_april({{noon, noon + 2'592s + 1ms}}).verdict() == availability_verdict::missed);
}

TEST_CASE("a month without downtime is available, one without uptime is not") {
  CHECK(in_april({}).share() == fraction{1, 1});
  CHECK(in_april({}).verdict() == availability_verdict::met);
  const auto down = in_april({{at(2026y / April / 1), may}});
  CHECK(down.up == elapsed{});
  CHECK(down.excluded == elapsed{4h});  // April 2026 has four Fridays
  CHECK(down.share() == fraction{4, 24 * 30});
  CHECK(down.verdict() == availability_verdict::missed);
}

TEST_CASE("a result says from which records, of which period and against which objective it was computed") {
  const auto result = in_april({});
  CHECK(result.source == "log");
  CHECK(result.period == interval{at(2026y / April / 1), may});
  CHECK(result.objective == fraction{999, 1000});
  CHECK(result.status == completeness::final);
}

TEST_CASE("of an outage that overruns a window the rest counts, and uptime in a window is uptime") {
  const instant friday = at(2026y / April / 10);
  const auto result = in_april({{friday + 20h + 30min, friday + 22h + 15min}});
  CHECK(result.down == elapsed{45min});
  CHECK(result.excluded == elapsed{1h});
  CHECK(result.up == elapsed{30 * 24h - 105min});
  CHECK(result.measured == elapsed{30 * 24h});
}

TEST_CASE("an outage beyond the month counts inside it") {
  CHECK(in_april({{at(2026y / March / 31, 23h), at(2026y / April / 1, 1h)}, {may - 1h, may + 9h}}).down == elapsed{2h});
  CHECK(in_april({{may, may + 9h}}).down == elapsed{});
}

// ---- Data that is missing ---------------------------------------------------------------------------------------------

TEST_CASE("in the middle of the month the rest is unknown, not up") {
  const auto result = in_april({{noon - 1h, noon + 1h}}, noon);
  CHECK(result.status == completeness::provisional);
  CHECK(result.down == elapsed{1h});
  CHECK(result.unknown == elapsed{may - noon});
  CHECK(result.up == elapsed{noon - at(2026y / April / 1) - 1h});
  CHECK(result.verdict() == availability_verdict::missed);
  CHECK(in_april({}, noon).verdict() == availability_verdict::met);
  CHECK(in_april({}, noon).worst_case() == availability_verdict::missed);
  CHECK(result.worst_share() == fraction{result.up.length().count(), result.period.length().length().count()});
  CHECK(in_april({}, at(2026y / April / 1)).worst_share() == std::nullopt);
}

TEST_CASE("a month is final from its last instant on") {
  CHECK(in_april({}, may).status == completeness::final);
  CHECK(in_april({}, may - 1ms).status == completeness::provisional);
  CHECK(in_april({}, may - 1ms).unknown == elapsed{1ms});
}

TEST_CASE("unknown time is neither up nor down, and the worst case is told") {
  const service_record record{"log", {{noon, noon + 2'000s}}, {{noon + 1h, noon + 1h + 592s}}};
  const auto exact = availability(hbi::support{}, april, record, may);
  CHECK(exact.down == elapsed{2'000s});
  CHECK(exact.unknown == elapsed{592s});
  CHECK(exact.verdict() == availability_verdict::met);
  CHECK(exact.worst_case() == availability_verdict::met);
  const service_record more{"log", {{noon, noon + 2'000s}}, {{noon + 1h, noon + 1h + 592s + 1ms}}};
  CHECK(availability(hbi::support{}, april, more, may).verdict() == availability_verdict::met);
  CHECK(availability(hbi::support{}, april, more, may).worst_case() == availability_verdict::missed);
}

TEST_CASE("where an outage is recorded, the state is known") {
  const service_record record{"log", {{noon, noon + 1h}}, {{noon - 1h, noon + 2h}}};
  const auto result = availability(hbi::support{}, april, record, may);
  CHECK(result.down == elapsed{1h});
  CHECK(result.unknown == elapsed{2h});
}

TEST_CASE_TEMPLATE("a month of which nothing is known has no verdict", Terms, hbi::support, leaves_both) {
  const service_record nothing{"log", {}, {{at(2026y / April / 1), may}}};
  for (const auto& result :
       {availability(Terms{}, april, nothing, may),
        availability(Terms{}, april, sla::service_record_of("log", {}), at(2026y / April / 1)),
        availability(Terms{}, april, sla::service_record_of("log", {{noon, may}}), at(2026y / January / 1))}) {
    CHECK(result.verdict() == availability_verdict::not_measurable);
    CHECK(result.worst_case() == availability_verdict::not_measurable);
    CHECK(result.share() == std::nullopt);
    CHECK(result.up == elapsed{});
    CHECK(result.down == elapsed{});
  }
}

TEST_CASE("a single known millisecond can be judged") {
  const service_record record{"log", {}, {{at(2026y / April / 1) + 1ms, may}}};
  CHECK(availability(hbi::support{}, april, record, may).verdict() == availability_verdict::met);
}

struct unknown_leaves : hbi::support {
  static constexpr auto unknown_time = sla::unknown_time::leaves_measured_time;
};

struct unknown_is_down : hbi::support {
  static constexpr auto unknown_time = sla::unknown_time::counts_as_down;
};

TEST_CASE("unknown time that was planned is not held against a service, as downtime would not be") {
  const instant friday = at(2026y / April / 3, 20h);
  const interval around_the_window{friday, friday + 2h + 30min};
  const auto unseen = sla::availability(unknown_is_down{}, april, {"log", {}, {around_the_window}}, may);
  const auto down = sla::availability(unknown_is_down{}, april, {"log", {around_the_window}, {}}, may);
  CHECK(unseen.unknown == elapsed{2h + 30min});
  CHECK(unseen.planned_unknown == elapsed{1h});
  CHECK(unseen.spent() == down.spent());
  CHECK(unseen.share() == down.share());
  CHECK(unseen.share_so_far() == fraction{1437, 1440});
  CHECK(unseen.worst_share() == fraction{1435, 1440});
}

TEST_CASE("the share so far is of the part that is over") {
  const auto result = in_april({{noon - 1h, noon + 1h}}, noon);  // 14 days and a half are over
  CHECK(result.so_far.measured == elapsed{14 * 24h + 12h});
  CHECK(result.so_far.unknown == elapsed{});
  CHECK(result.share_so_far() == fraction{347, 348});
  CHECK(result.share() == fraction{719, 720});
  CHECK(in_april({}, at(2026y / April / 1)).share_so_far() == std::nullopt);
  CHECK(in_april({{noon - 1h, noon}}, may).share_so_far() == fraction{719, 720});
}

TEST_CASE("at best all unknown time was up, also where it leaves the month") {
  const service_record record{"log", {{noon, noon + 1h}}, {{noon + 1h, noon + 1h + days{15}}}};
  const auto result = availability(unknown_leaves{}, april, record, may);
  CHECK(result.share() == fraction{359, 360});
  CHECK(result.best_share() == fraction{719, 720});
}

// ---- Planned time -----------------------------------------------------------------------------------------------------

TEST_CASE("planned time may leave the month as well") {
  const instant friday = at(2026y / April / 10);
  const auto record = sla::service_record_of("log", {{friday + 20h + 30min, friday + 22h + 15min}});
  const auto result = availability(leaves_both{}, april, record, may);
  CHECK(result.excluded == elapsed{4h});
  CHECK(result.measured == elapsed{30 * 24h - 4h});
  CHECK(result.down == elapsed{45min});
  CHECK(result.up == elapsed{30 * 24h - 4h - 45min});
  CHECK(result.share() == fraction{43'200 - 240 - 45, 43'200 - 240});
  CHECK(result.allowed() == sla::weighted_time(elapsed{(43'200 - 240) * 60ms}));
}

TEST_CASE("a month that is planned from end to end has no verdict where planned time leaves it") {
  const maintenance all{maintenance_kind::routine, {at(2026y / April / 1), may}, at(2026y / March / 2)};
  const auto result = availability(leaves_both{}, april, sla::service_record_of("log", {}), std::array{all}, may);
  CHECK(result.measured == elapsed{});
  CHECK(result.verdict() == availability_verdict::not_measurable);
  CHECK(result.share() == std::nullopt);
}

TEST_CASE("of maintenance beyond the month only the part inside it leaves the month") {
  const maintenance works{maintenance_kind::routine, {may - 1h, may + 9h}, at(2026y / April / 2)};
  const auto result = availability(leaves_both{}, april, sla::service_record_of("log", {}), std::array{works}, may);
  CHECK(result.excluded == elapsed{5h});
  CHECK(result.measured == elapsed{30 * 24h - 5h});
}

TEST_CASE("maintenance announced in time excuses downtime, other maintenance where the agreement says so") {
  const interval works{noon, noon + 2h};
  const auto down = sla::service_record_of("log", {works});
  const maintenance identified{maintenance_kind::routine, works, at(2026y / April / 9, 23h)};
  const maintenance late{maintenance_kind::routine, works, at(2026y / April / 10)};
  const maintenance emergency{maintenance_kind::emergency, works, {}};
  const auto excluded = [&](const auto& terms, const maintenance& work) {
    return availability(terms, april, down, std::array{work}, may).excluded;
  };
  CHECK(excluded(hbi::support{}, identified) == elapsed{2h});
  CHECK(excluded(hbi::support{}, late) == elapsed{});
  CHECK(excluded(hbi::support{}, emergency) == elapsed{});
  CHECK(excluded(excusing{}, late) == elapsed{2h});
  CHECK(excluded(excusing{}, emergency) == elapsed{2h});
}

TEST_CASE("windows and maintenance that overlap are excluded once") {
  const instant friday = at(2026y / April / 17);
  const maintenance works{maintenance_kind::routine, {friday + 20h, friday + 21h + 30min}, at(2026y / April / 1)};
  const auto down = sla::service_record_of("log", {{friday + 19h, friday + 23h}});
  const auto result = availability(hbi::support{}, april, down, std::array{works, works}, may);
  CHECK(result.excluded == elapsed{2h});
  CHECK(result.down == elapsed{2h});
}

TEST_CASE("the windows are those of the offering") {
  const instant saturday = at(2026y / April / 11);
  const auto down = sla::service_record_of("log", {{saturday, saturday + 4h}});
  const auto excluded = [&](hbi::offering service) {
    return availability(hbi::hosted{service}, april, down, may).excluded;
  };
  CHECK(excluded(hbi::offering::manage_mentor_spark) == elapsed{3h});
  CHECK(excluded(hbi::offering::hbr_spark) == elapsed{});
}

// ---- Months -----------------------------------------------------------------------------------------------------------

TEST_CASE("a month is a civil month in the agreement's zone") {
  CHECK(sla::period_in(sla::us_eastern, 2026y / March).length() == elapsed{44'580min});
  CHECK(sla::period_in(sla::us_eastern, 2026y / November).length() == elapsed{43'260min});
  CHECK(sla::period_in(sla::utc, 2026y / March).length() == elapsed{44'640min});
  const auto last_evening = sla::service_record_of("log", {{at(2026y / April / 30, 20h), at(2026y / April / 30, 23h)}});
  CHECK(availability(hbi::support{}, april, last_evening, may).down == elapsed{3h});
  CHECK(availability(utc_months{}, april, last_evening, may).down == elapsed{});
  CHECK(availability(utc_months{}, 2026y / May, last_evening, at(2026y / July / 1)).down == elapsed{3h});
}

TEST_CASE("months add up to the year") {
  elapsed sum;
  for (year_month month = 2026y / January; month <= 2026y / December; month += months{1}) {
    const interval period = sla::period_in(sla::us_eastern, month);
    CHECK(period.ends_at() == sla::period_in(sla::us_eastern, month + months{1}).starts_at());
    sum += period.length();
  }
  CHECK(sum == elapsed{days{365}});
}

// ---- Conservation -----------------------------------------------------------------------------------------------------

/// Counts every minute of the month by itself.
struct slow_count {
  elapsed up, down, excluded, unknown;
};

class random_months {
 public:
  interval_set some_intervals(interval around, unsigned most) {
    std::vector<interval> found;
    const auto minutes_in = static_cast<unsigned>(around.length().length() / 1min) + 4'000;
    for (auto n = random_() % (most + 1); n > 0; --n) {
      const instant from = around.starts_at() - 2'000min + minutes{random_() % minutes_in};
      found.emplace_back(from, from + minutes{random_() % 3'000});
    }
    return interval_set(found);
  }
  unsigned operator()() { return static_cast<unsigned>(random_()); }

 private:
  std::mt19937_64 random_{sla_tests::seed(4711)};
};

template <class Terms>
void is_counted_right(const Terms& terms, random_months& random) {
  const year_month month = year{2024 + static_cast<int>(random() % 5)} / std::chrono::month{1 + random() % 12};
  const interval period = sla::period_in(sla::us_eastern, month);
  const service_record record{"log", random.some_intervals(period, 6), random.some_intervals(period, 6)};
  const instant as_of =
      random() % 2 == 0 ? period.ends_at() : period.starts_at() - 1'000min + minutes{random() % 50'000};
  const instant work_at = period.starts_at() + minutes{random() % 40'000};
  const std::array announced{maintenance{maintenance_kind::routine, {work_at, work_at + 5h}, work_at - days{12}},
                             maintenance{maintenance_kind::routine, {work_at + 9h, work_at + 14h}, work_at}};
  const auto result = availability(terms, month, record, announced, as_of);

  const bool out_of_the_month = terms.planned_time == sla::planned_time::leaves_both;
  slow_count slow;
  for (instant minute = period.starts_at(); minute < period.ends_at(); minute += 1min) {
    const sla::civil_time reading = sla::us_eastern.to_civil(minute);
    const weekday day{sla::date_of(reading)};
    const auto hour = reading - sla::date_of(reading);
    const bool planned = (day == Friday && 21h <= hour && hour < 22h) || announced[0].during.contains(minute);
    const bool known = minute < as_of;
    const bool is_down = known && record.down.contains(minute);
    const bool is_unknown = !is_down && (!known || record.unknown.contains(minute));
    elapsed& kind = planned && (is_down || out_of_the_month) ? slow.excluded
                    : is_down                                ? slow.down
                    : is_unknown                             ? slow.unknown
                                                             : slow.up;
    kind += elapsed{1min};
  }
  CHECK(result.up == slow.up);
  CHECK(result.down == slow.down);
  CHECK(result.excluded == slow.excluded);
  CHECK(result.unknown == slow.unknown);
  CHECK(result.up + result.down + result.excluded + result.unknown == period.length());
  CHECK(result.measured == (out_of_the_month ? period.length() - slow.excluded : period.length()));
  CHECK(sla::iso(result.period.starts_at()) == sla::iso(period.starts_at()));
}

TEST_CASE_TEMPLATE("up, down, excluded and unknown add up to the month and agree with a count of minutes", Terms,
                   hbi::support, leaves_both) {
  random_months random;
  for (int round = 0; round < sla_tests::rounds(60); ++round) is_counted_right(Terms{}, random);
}

// ---- Weights that are too fine to be added up ----------------------------------------------------------------------

std::string refusal_of(const service_record& record) {
  return sla_tests::message_of<sla::terms_error>(
      [&] { static_cast<void>(availability(hbi::support{}, april, record, may)); });
}

TEST_CASE("weights without a common denominator name the outage with the finest one") {
  const sla::partial_outage third{{noon, noon + 1h}, fraction{1, 3}};
  const sla::partial_outage fine{{noon + 2h, noon + 3h}, fraction{1, 700'000'001}};
  const sla::partial_outage finer{{noon + 4h, noon + 5h}, fraction{1, 999'999'937}};
  CHECK(refusal_of({"log", {}, {}, {third, fine}}) == "nothing was thrown");
  CHECK(refusal_of({"log", {}, {}, {third, finer, fine}}) ==
        "the outage from 2026-04-15T20:00:00Z to 2026-04-15T21:00:00Z has the weight 1/999999937, which is too fine to "
        "be added up exactly with the other weights and lengths of its record; allowed: a weight with a smaller "
        "denominator, such as a percentage with fewer decimals");
}

TEST_CASE("a weight whose share of the month does not fit names its outage") {
  const sla::partial_outage whole_minutes{{noon, noon + 1h}, fraction{33'333'333'333, 100'000'000'000}};
  CHECK(refusal_of({"log", {}, {}, {whole_minutes}}) == "nothing was thrown");
  const sla::partial_outage odd_milliseconds{{noon, noon + 1h + 1ms}, whole_minutes.weight()};
  CHECK(refusal_of({"log", {}, {}, {odd_milliseconds}}) ==
        "the outage from 2026-04-15T16:00:00Z to 2026-04-15T17:00:00.001Z has the weight 33333333333/100000000000, "
        "which is too fine to be added up exactly with the other weights and lengths of its record; allowed: a weight "
        "with a smaller denominator, such as a percentage with fewer decimals");
}

TEST_CASE("whatever the weights are, a month has all its shares or names an outage of its record") {
  random_months random;
  int named = 0;
  const int rounds = sla_tests::rounds(2000);
  for (int round = 0; round < rounds; ++round) {
    service_record record{"log", {}, {}};
    for (unsigned number = 1 + random() % 4; number > 0; --number) {
      const instant start = at(april / 1) + minutes{random() % 40'000};
      std::int64_t denominator = 1;
      for (unsigned digits = 1 + random() % 13; digits > 0; --digits)
        denominator = denominator * (random() % 2 == 0 ? 10 : 7) + random() % 3;
      const auto numerator = 1 + static_cast<std::int64_t>(random()) % denominator;
      record.partial.push_back({{start, start + milliseconds{1 + random() % 90'000'000}}, {numerator, denominator}});
    }
    try {
      const auto month = availability(hbi::support{}, april, record, noon);
      CHECK(month.share() <= month.best_share());
      CHECK(month.worst_share() <= month.share());
      CHECK(month.share_so_far().has_value());
    } catch (const sla::terms_error& refused) {
      const std::string why = refused.what();
      const auto is_named = [&](const sla::partial_outage& each) {
        return why.find("the outage from " + sla::iso(each.during().starts_at()) + " to " +
                        sla::iso(each.during().ends_at())) == 0;
      };
      CHECK(std::any_of(record.partial.begin(), record.partial.end(), is_named));
      ++named;
    }
  }
  CHECK(named > rounds / 10);
  CHECK(named < rounds);
}

}  // namespace
