#include "sla/availability/error_budget.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::elapsed;

sla::error_budget budget_of(year_month month, elapsed down) {
  const sla::interval period = sla::period_in(sla::us_eastern, month);
  const sla::instant noon = period.starts_at() + days{2} + 12h;
  return sla::error_budget(availability(
      hbi::support{}, month, sla::service_record_of("log", {{noon, noon + down.length()}}), period.ends_at()));
}

TEST_CASE("99.9 % of every length of month") {
  // clang-format off
  CHECK(budget_of(2026y / January,  {}).allowed == elapsed{milliseconds{44'640min} / 1000});   // 31 days
  CHECK(budget_of(2026y / March,    {}).allowed == elapsed{milliseconds{44'580min} / 1000});   // 31 days, an hour skipped
  CHECK(budget_of(2026y / April,    {}).allowed == elapsed{milliseconds{43'200min} / 1000});   // 30 days
  CHECK(budget_of(2026y / November, {}).allowed == elapsed{milliseconds{43'260min} / 1000});   // 30 days, an hour repeated
  CHECK(budget_of(2026y / February, {}).allowed == elapsed{milliseconds{40'320min} / 1000});   // 28 days
  CHECK(budget_of(2028y / February, {}).allowed == elapsed{milliseconds{41'760min} / 1000});   // 29 days
  // clang-format on
}

TEST_CASE("what is left is negative once the objective is missed") {
  const auto unspent = budget_of(2026y / April, {});
  CHECK(unspent.spent == elapsed{});
  CHECK(unspent.left == elapsed{43'200s * 60 / 1000});
  const auto exact = budget_of(2026y / April, elapsed{2'592s});
  CHECK(exact.spent == elapsed{2'592s});
  CHECK(exact.left == elapsed{});
  CHECK(budget_of(2026y / April, elapsed{2'592s + 1ms}).left == elapsed{-1ms});
}

struct six_sevenths : hbi::support {
  static constexpr sla::availability_objective availability{sla::fraction{6, 7}};
};
struct always : hbi::support {
  static constexpr sla::availability_objective availability{sla::fraction{1, 1}};
};
struct half_in_full : hbi::support {
  static constexpr auto partial_outages = sla::partial_outages::count_in_full;
};
struct unknown_is_down : hbi::support {
  static constexpr auto unknown_time = sla::unknown_time::counts_as_down;
};

constexpr sla::instant at(year_month_day date, minutes since_midnight = 0min) {
  return hbi::eastern(date, since_midnight);
}
constexpr year_month april = 2026y / April;                 // 43,200 minutes; 99.9 % allow 43 min 12 s
constexpr sla::instant noon = at(2026y / April / 15, 12h);  // a Wednesday
constexpr sla::instant may = at(2026y / May / 1);

sla::service_record down_for(milliseconds length) { return sla::service_record_of("log", {{noon - length, noon}}); }

TEST_CASE("an allowance that is no whole number of milliseconds is rounded down, what is spent up") {
  const auto result = availability(six_sevenths{}, april, sla::service_record_of("log", {}), may);
  CHECK(sla::error_budget(result).allowed == elapsed{370'285'714ms});  // 2,592,000,000 / 7
  sla::service_record third{"log", {}, {}};
  third.partial.emplace_back(sla::interval{noon, noon + 1s}, sla::fraction{1, 3});
  CHECK(sla::error_budget(availability(hbi::support{}, april, third, may)).spent == elapsed{334ms});
}

TEST_CASE("what is left is not negative while the objective is met, however little is spent of the last millisecond") {
  const sla::instant saturday = at(2026y / April / 4);
  sla::service_record record{"log", {{saturday, saturday + 370'285'714ms}}, {}};
  record.partial.emplace_back(sla::interval{noon, noon + 1ms}, sla::fraction{1, 7});
  const auto met = availability(six_sevenths{}, april, record, may);  // 370,285,714 1/7 of 370,285,714 2/7 ms
  CHECK(met.verdict() == sla::availability_verdict::met);
  CHECK(sla::error_budget(met).left == elapsed{});
  record.partial.front() = {sla::interval{noon, noon + 1ms}, sla::fraction{2, 7}};
  CHECK(sla::error_budget(availability(six_sevenths{}, april, record, may)).left == elapsed{});
  record.partial.emplace_back(sla::interval{noon + 1h, noon + 1h + 1ms}, sla::fraction{2, 7});
  CHECK(sla::error_budget(availability(six_sevenths{}, april, record, may)).left == elapsed{-1ms});
}

TEST_CASE("a budget as a ratio") {
  const sla::error_budget quarter(availability(hbi::support{}, april, down_for(648s), may));
  CHECK(quarter.spent_share == sla::fraction{1, 4});
  CHECK(quarter.left_share() == sla::fraction{3, 4});
  const sla::error_budget twice(availability(hbi::support{}, april, down_for(5'184s), may));
  CHECK(twice.spent_share == sla::fraction{2, 1});
  CHECK(twice.left_share() == sla::fraction{0, 1});
  const sla::error_budget none(availability(always{}, april, down_for(1s), may));
  CHECK(none.spent_share == std::nullopt);
  CHECK(none.left_share() == std::nullopt);
  CHECK(none.left == elapsed{-1s});
}

TEST_CASE("the instant at which the month is lost if the outage goes on") {
  CHECK(lost_at(hbi::support{}, april, down_for(0s), {}, noon) == noon + 2'592s);
  CHECK(lost_at(hbi::support{}, april, down_for(592s), {}, noon) == noon + 2'000s);
  CHECK(lost_at(hbi::support{}, april, down_for(2'592s), {}, noon) == noon);
  CHECK(lost_at(always{}, april, down_for(0s), {}, noon) == noon);
}

TEST_CASE("if the outage ends at that instant the month is met, a millisecond later it is missed") {
  const sla::instant lost = *lost_at(hbi::support{}, april, down_for(592s), {}, noon);
  const auto until = [](sla::instant end) {
    return availability(hbi::support{}, april, sla::service_record_of("log", {{noon - 592s, end}}), may).verdict();
  };
  CHECK(until(lost) == sla::availability_verdict::met);
  CHECK(until(lost + 1ms) == sla::availability_verdict::missed);
}

TEST_CASE("a month that is lost already was lost in the past, and one of which too little is left cannot be lost") {
  CHECK(lost_at(hbi::support{}, april, down_for(1h), {}, noon) == noon - 1h + 2'592s);
  CHECK(lost_at(hbi::support{}, april, down_for(0s), {}, may - 2'592s) == std::nullopt);
  CHECK(lost_at(hbi::support{}, april, down_for(0s), {}, may - 2'593s) == may - 1s);
  CHECK(lost_at(hbi::support{}, april, down_for(0s), {}, may) == std::nullopt);
  CHECK(lost_at(hbi::support{}, april, down_for(1h), {}, may + 24h) == noon - 1h + 2'592s);
  CHECK(lost_at(hbi::support{}, april, down_for(0s), {}, at(2026y / March / 30)) == at(2026y / April / 1) + 2'592s);
}

TEST_CASE("windows are not spent, unknown time is if it counts as down, and weights spend their share") {
  const sla::instant friday = at(2026y / April / 17, 20h + 30min);
  CHECK(lost_at(hbi::support{}, april, down_for(0s), {}, friday) == friday + 1h + 2'592s);
  const sla::service_record unseen{"log", {}, {{noon - 1'592s, noon}}};
  CHECK(lost_at(hbi::support{}, april, unseen, {}, noon) == noon + 2'592s);
  CHECK(lost_at(unknown_is_down{}, april, unseen, {}, noon) == noon + 1'000s);
  sla::service_record half{"log", {}, {}};
  half.partial.emplace_back(sla::interval{noon - 2h, noon}, sla::fraction{1, 4});
  CHECK(lost_at(hbi::support{}, april, half, {}, noon) == noon + 2'592s - 30min);
  CHECK(lost_at(half_in_full{}, april, half, {}, noon) == noon - 2h + 2'592s);
}

struct five_minutes : hbi::support {
  static constexpr elapsed shortest_outage{5min};
};
struct touched : hbi::support {
  static constexpr auto outage_rounding = sla::outage_rounding::every_touched_minute;
};
struct whole : hbi::support {
  static constexpr auto outage_rounding = sla::outage_rounding::only_whole_minutes;
};

TEST_CASE("an outage may last until it counts for more than is left") {
  const auto minute_left = sla::service_record_of("log", {{noon - 1h, noon - 1h + 2'532s}});
  CHECK(lost_at(five_minutes{}, april, minute_left, {}, noon) == noon + 5min - 1ms);
  CHECK(longest_outage_left(five_minutes{}, april, minute_left, {}, noon) == elapsed{5min - 1ms});
  CHECK(lost_at(five_minutes{}, april, down_for(2'532s), {}, noon) == noon + 1min);  // one outage, long enough already
  const auto a_minute_and_more = sla::service_record_of("log", {{noon - 1h, noon - 18min}});
  CHECK(lost_at(touched{}, april, a_minute_and_more, {}, noon) == noon + 1min);
  CHECK(lost_at(whole{}, april, a_minute_and_more, {}, noon) == noon + 2min - 1ms);
  CHECK(lost_at(touched{}, april, sla::service_record_of("log", {{may - 43min - 1s, may}}), {}, may) == may - 1min);
}

TEST_CASE("an outage over the end of the month is judged as a whole once it is known") {
  const auto across = sla::service_record_of("log", {{noon - 42min, noon}, {may - 2min, may + 10min}});
  CHECK(lost_at(five_minutes{}, april, across, {}, may + 1h) == may - 1ms);
  CHECK(lost_at(five_minutes{}, april, across, {}, may) == std::nullopt);
}

struct whole_or_down : whole {
  static constexpr auto unknown_time = sla::unknown_time::counts_as_down;
};

TEST_CASE("an outage that goes on is known, whatever is recorded as unknown") {
  const sla::service_record unseen{"log", {}, {{noon, may}}};
  CHECK(lost_at(whole_or_down{}, april, unseen, {}, noon) == noon + 44min - 1ms);
}

TEST_CASE("of a month of which nothing is known no instant of loss is told") {
  const sla::service_record nothing{"log", {}, {{at(2026y / April / 1), may}}};
  CHECK(lost_at(unknown_is_down{}, april, nothing, {}, may) == std::nullopt);
}

TEST_CASE("the longest outage left") {
  CHECK(longest_outage_left(hbi::support{}, april, down_for(592s), {}, noon) == elapsed{2'000s});
  CHECK(longest_outage_left(hbi::support{}, april, down_for(1h), {}, noon) == elapsed{});
  CHECK(longest_outage_left(hbi::support{}, april, down_for(0s), {}, may - 10min) == elapsed{10min});
  CHECK(longest_outage_left(hbi::support{}, april, down_for(0s), {}, may) == elapsed{});
}

}  // namespace
