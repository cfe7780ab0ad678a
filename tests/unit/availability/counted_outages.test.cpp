#include "sla/availability/counted_outages.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/rounds.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::counted_outages;
using sla::elapsed;
using sla::fraction;
using sla::instant;
using sla::interval;
using sla::interval_set;
using sla::service_record;

constexpr instant at(year_month_day date, minutes since_midnight = 0min) { return hbi::eastern(date, since_midnight); }

constexpr year_month april = 2026y / April;
constexpr instant may = at(2026y / May / 1);
constexpr instant noon = at(2026y / April / 15, 12h);  // a Wednesday

struct leaves_both : hbi::support {
  static constexpr auto planned_time = sla::planned_time::leaves_both;
};
struct touched : hbi::support {
  static constexpr auto outage_rounding = sla::outage_rounding::every_touched_minute;
};
struct whole : hbi::support {
  static constexpr auto outage_rounding = sla::outage_rounding::only_whole_minutes;
};
struct five_minutes : hbi::support {
  static constexpr elapsed shortest_outage{5min};
};
struct five_touched_minutes : leaves_both {
  static constexpr auto outage_rounding = sla::outage_rounding::every_touched_minute;
  static constexpr elapsed shortest_outage{5min};
};
struct whole_minutes_of_five : leaves_both {
  static constexpr auto outage_rounding = sla::outage_rounding::only_whole_minutes;
  static constexpr elapsed shortest_outage{5min};
};

TEST_CASE("outages in whole minutes: every one that was touched, or only those that were down as a whole") {
  const interval_set outage{{noon + 40s, noon + 2min + 20s}};
  static_assert(counted_outages(touched{}, interval_set{{noon + 40s, noon + 2min + 20s}}) ==
                interval_set{{noon, noon + 3min}});
  CHECK(counted_outages(touched{}, outage) == interval_set{{noon, noon + 3min}});
  CHECK(counted_outages(whole{}, outage) == interval_set{{noon + 1min, noon + 2min}});
  CHECK(counted_outages(hbi::support{}, outage) == outage);
}

TEST_CASE("whole minutes stay as they are, a millisecond touches a minute and is none") {
  const interval_set minute{{noon, noon + 1min}};
  CHECK(counted_outages(touched{}, minute) == minute);
  CHECK(counted_outages(whole{}, minute) == minute);
  CHECK(counted_outages(touched{}, {{noon, noon + 1ms}}) == minute);
  CHECK(counted_outages(touched{}, {{noon + 1min - 1ms, noon + 1min}}) == minute);
  CHECK(counted_outages(whole{}, {{noon, noon + 1min - 1ms}}).empty());
  CHECK(counted_outages(whole{}, {{noon + 1ms, noon + 2min - 1ms}}).empty());
  CHECK(counted_outages(whole{}, {{noon + 1ms, noon + 2min}}) == interval_set{{noon + 1min, noon + 2min}});
}

TEST_CASE("two outages in a minute touch it once, and none of it is down as a whole") {
  const interval_set two{{noon + 5s, noon + 10s}, {noon + 50s, noon + 70s}};
  CHECK(counted_outages(touched{}, two) == interval_set{{noon, noon + 2min}});
  CHECK(counted_outages(whole{}, two).empty());
  CHECK(availability(touched{}, april, sla::service_record_of("log", two), may).down == elapsed{2min});
  CHECK(availability(whole{}, april, sla::service_record_of("log", two), may).down == elapsed{});
}

TEST_CASE("an outage counts from the shortest length on, as recorded and before it is rounded") {
  const auto down = [](const auto& terms, milliseconds length) {
    return availability(terms, april, sla::service_record_of("log", {{noon + 30s, noon + 30s + length}}), may).down;
  };
  CHECK(down(five_minutes{}, 5min - 1ms) == elapsed{});
  CHECK(down(five_minutes{}, 5min) == elapsed{5min});
  CHECK(down(five_minutes{}, 5min + 1ms) == elapsed{5min + 1ms});
  CHECK(down(five_touched_minutes{}, 5min - 1ms) == elapsed{});
  CHECK(down(five_touched_minutes{}, 5min) == elapsed{6min});
  CHECK(down(whole_minutes_of_five{}, 5min) == elapsed{4min});
}

TEST_CASE("each outage is measured by itself") {
  const interval_set outages{{noon, noon + 4min}, {noon + 5min, noon + 10min}, {noon + 1h, noon + 1h + 3min}};
  CHECK(counted_outages(five_minutes{}, outages) == interval_set{{noon + 5min, noon + 10min}});
  const auto result = availability(five_minutes{}, april, sla::service_record_of("log", outages), may);
  CHECK(result.down == elapsed{5min});
  CHECK(result.up == result.period.length() - elapsed{5min});
}

TEST_CASE_TEMPLATE("counted outages, unknown time and planned windows add up to the month", Terms, hbi::support,
                   touched, whole, five_minutes, five_touched_minutes, whole_minutes_of_five) {
  std::mt19937_64 engine(sla_tests::seed(4711));
  const auto random = [&] { return static_cast<unsigned>(engine()); };
  for (int round = 0; round < sla_tests::rounds(200); ++round) {
    const year_month month = 2026y / std::chrono::month{1 + random() % 12};
    const interval period = sla::period_in(sla::us_eastern, month);
    std::vector<interval> outages;
    std::vector<interval> unknown;
    instant next = period.starts_at() - 1h;
    while (next < period.ends_at()) {
      const instant from = next + milliseconds{random() % 200'000'000};
      next = from + milliseconds{random() % 700'000};
      outages.emplace_back(from, next);
      unknown.emplace_back(from - milliseconds{random() % 5'000'000}, from + milliseconds{random() % 5'000'000});
    }
    // One outage lies in a window.
    const auto windows = sla::occurrences(hbi::support::maintenance_windows, sla::us_eastern, period);
    outages.emplace_back(windows.front().starts_at() + 10min + 1s, windows.front().starts_at() + 31min + 1ms);
    const service_record record{"log", interval_set(outages), interval_set(unknown)};
    const instant as_of = round % 2 == 0 ? period.ends_at() : period.starts_at() + minutes{random() % 40'000};
    const auto result = availability(Terms{}, month, record, as_of);
    CHECK(result.up + result.down + result.excluded + result.unknown == period.length());
    CHECK(result.up >= elapsed{});
    CHECK(result.down >= elapsed{});
    CHECK(result.unknown >= elapsed{});
    if (round % 2 == 0) CHECK(result.excluded >= elapsed{20min});
  }
}

// ---- Weights ----------------------------------------------------------------------------------------------------------

constexpr service_record partly_down(std::vector<sla::partial_outage> partial, interval_set down = {}) {
  return {"log", std::move(down), {}, std::move(partial)};
}

TEST_CASE("layers: the time in which at least so much was down") {
  const auto layers = sla::layers_of(partly_down(
      {{{noon, noon + 30min}, {1, 4}}, {{noon + 20min, noon + 40min}, {1, 2}}, {{noon + 1h, noon + 2h}, {1, 4}}},
      {{noon + 5min, noon + 10min}}));
  REQUIRE(layers.size() == 3);
  CHECK(layers[0].weight == fraction{1, 1});
  CHECK(layers[0].down == interval_set{{noon + 5min, noon + 10min}});
  CHECK(layers[1].weight == fraction{1, 2});
  CHECK(layers[1].down == interval_set{{noon + 5min, noon + 10min}, {noon + 20min, noon + 40min}});
  CHECK(layers[2].weight == fraction{1, 4});
  CHECK(layers[2].down == interval_set{{noon, noon + 40min}, {noon + 1h, noon + 2h}});
}

TEST_CASE("a record without partial outages has one layer, one of weight 1 adds to it") {
  CHECK(sla::layers_of(partly_down({})).size() == 1);
  const auto full = sla::layers_of(partly_down({{{noon, noon + 1h}, {1, 1}}}, {{noon + 1h, noon + 2h}}));
  REQUIRE(full.size() == 1);
  CHECK(full.front().down == interval_set{{noon, noon + 2h}});
}

struct in_full : hbi::support {
  static constexpr auto partial_outages = sla::partial_outages::count_in_full;
};
struct whole_by_weight : hbi::support {
  static constexpr auto outage_rounding = sla::outage_rounding::only_whole_minutes;
};

TEST_CASE("the largest weight counts, by its share or in full") {
  const auto record = partly_down({{{noon, noon + 1h}, {1, 3}}, {{noon + 30min, noon + 90min}, {1, 7}}},
                                  {{noon + 50min, noon + 55min}});
  const auto by_weight = availability(hbi::support{}, april, record, may);
  CHECK(by_weight.down == elapsed{90min});
  CHECK(by_weight.unavailable.milliseconds() ==
        fraction{55 * 60'000, 3} + fraction{30 * 60'000, 7} + fraction{5 * 60'000, 1});
  CHECK(by_weight.up + by_weight.down + by_weight.excluded == by_weight.period.length());
  CHECK(availability(in_full{}, april, record, may).unavailable == sla::weighted_time(elapsed{90min}));
}

TEST_CASE("a partial outage in a window is excluded, after as_of it is to come") {
  const instant friday = at(2026y / April / 17, 20h + 30min);
  const auto record = partly_down({{{friday, friday + 1h}, {1, 2}}});
  const auto result = availability(hbi::support{}, april, record, may);
  CHECK(result.unavailable == sla::weighted_time(elapsed{15min}));
  CHECK(result.down == elapsed{30min});
  CHECK(result.excluded == elapsed{30min});
  CHECK(availability(hbi::support{}, april, record, friday + 10min).unavailable == sla::weighted_time(elapsed{5min}));
}

TEST_CASE("each layer is rounded by itself") {
  const auto record = partly_down({{{noon + 30s, noon + 3min}, {1, 4}}}, {{noon + 90s, noon + 3min}});
  const auto result = availability(whole_by_weight{}, april, record, may);
  CHECK(result.down == elapsed{2min});
  CHECK(result.unavailable == sla::weighted_time(elapsed{75s}));
}

TEST_CASE("exactly 99.9 % by weights is met, a thousandth of a millisecond more is missed") {
  const auto exact = partly_down({{{noon, noon + 5'184s}, {1, 2}}});
  CHECK(availability(hbi::support{}, april, exact, may).share() == fraction{999, 1000});
  CHECK(availability(hbi::support{}, april, exact, may).verdict() == sla::availability_verdict::met);
  const auto more = partly_down({{{noon, noon + 5'184s}, {1, 2}}, {{noon + 3h, noon + 3h + 1ms}, {1, 1000}}});
  CHECK(availability(hbi::support{}, april, more, may).verdict() == sla::availability_verdict::missed);
}

}  // namespace
