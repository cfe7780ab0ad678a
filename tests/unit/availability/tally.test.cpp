#include "sla/availability/tally.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::elapsed;
using sla::fraction;
using sla::instant;
using sla::interval;
using sla::service_record;

constexpr instant at(year_month_day date, minutes since_midnight = 0min) { return hbi::eastern(date, since_midnight); }

constexpr instant thursday = at(2026y / November / 26);
constexpr interval week{at(2026y / November / 23), at(2026y / November / 30)};

struct leaves_both : hbi::support {
  static constexpr auto planned_time = sla::planned_time::leaves_both;
};
struct excusing : hbi::support {
  static constexpr auto short_notice = sla::downtime_rule::excused;
};

struct whole_minutes : leaves_both {
  static constexpr auto outage_rounding = sla::outage_rounding::every_touched_minute;
};

TEST_CASE("downtime is told by the maintenance in which it fell, whether it counts or not") {
  const sla::maintenance announced[]{
      {sla::maintenance_kind::routine, {thursday + 1h, thursday + 2h}, at(2026y / November / 16)},
      {sla::maintenance_kind::routine, {thursday + 3h, thursday + 4h}, std::nullopt},
      {sla::maintenance_kind::emergency, {thursday + 5h, thursday + 6h}, std::nullopt}};
  const instant friday = at(2026y / November / 27, 21h + 50min);
  const service_record record{"log", {{thursday + 90min, thursday + 5h + 10min}, {friday, friday + 20min}}, {}};
  const auto sum = tally(hbi::support{}, week, record, announced, week.ends_at());
  CHECK(sum.in_maintenance.scheduled == elapsed{10min});
  CHECK(sum.in_maintenance.identified == elapsed{30min});
  CHECK(sum.in_maintenance.short_notice == elapsed{1h});
  CHECK(sum.in_maintenance.emergency == elapsed{10min});
  CHECK(sum.excluded == elapsed{40min});
  CHECK(sum.down == elapsed{3h + 20min});
  CHECK(tally(excusing{}, week, record, announced, week.ends_at()).excluded == elapsed{100min});
  CHECK(tally(hbi::support{}, week, record, announced, thursday + 2h).in_maintenance.identified == elapsed{30min});
  CHECK(tally(hbi::support{}, week, record, announced, thursday + 2h).in_maintenance.short_notice == elapsed{});
}

struct five_minutes : hbi::support {
  static constexpr elapsed shortest_outage{5min};
};
struct only_whole_minutes : hbi::support {
  static constexpr auto outage_rounding = sla::outage_rounding::only_whole_minutes;
};

TEST_CASE("what lies after the instant asked about does not make an outage longer") {
  const service_record record{"log", {{thursday, thursday + 10min}}, {}};
  const auto down_at = [&](const auto& terms, milliseconds so_far) {
    return tally(terms, week, record, {}, thursday + so_far).down;
  };
  CHECK(down_at(five_minutes{}, 5min - 1ms) == elapsed{});
  CHECK(down_at(five_minutes{}, 5min) == elapsed{5min});
  CHECK(down_at(only_whole_minutes{}, 150s) == elapsed{2min});
}

TEST_CASE("where an outage is recorded the time is known, though the outage is too short to count") {
  service_record record{"log", {{thursday + 10min, thursday + 12min}}, {{thursday, thursday + 1h}}};
  record.partial.emplace_back(interval{thursday + 20min, thursday + 21min}, fraction{1, 2});
  const auto sum = tally(five_minutes{}, week, record, {}, week.ends_at());
  CHECK(sum.down == elapsed{});
  CHECK(sum.unknown == elapsed{57min});
  CHECK(tally(five_minutes{}, week, record, {}, thursday + 11min).unknown ==
        elapsed{week.ends_at() - thursday} - elapsed{1min});
}

TEST_CASE("what is to come is the part of the unknown time that nobody can know") {
  const service_record record{"log", {}, {{thursday, thursday + 1h}}};
  const auto sum = tally(hbi::support{}, week, record, {}, thursday + 2h);
  CHECK(sum.to_come == elapsed{week.ends_at() - thursday - 2h});
  CHECK(sum.unknown == sum.to_come + elapsed{1h});
  CHECK(tally(hbi::support{}, week, record, {}, week.ends_at()).to_come == elapsed{});
  CHECK(tally(leaves_both{}, week, record, {}, thursday + 2h).to_come == sum.to_come - elapsed{1h});
  CHECK(tally(hbi::support{}, week, record, {}, week.starts_at() - 1h).to_come == week.length());
}

TEST_CASE("neighbouring periods add up, with weights and rounding, wherever the cut is") {
  service_record record{"log", {{thursday - 10s, thursday + 10s}}, {{thursday + 1h, thursday + 3h}}};
  record.partial.emplace_back(interval{thursday - 1h, thursday + 90min}, fraction{1, 7});
  for (const instant as_of : {week.ends_at(), thursday + 50min, thursday - 20s}) {
    const auto whole = tally(whole_minutes{}, week, record, {}, as_of);
    for (const instant cut : {thursday, thursday + 5s, thursday + 2h, week.ends_at()}) {
      const auto before = tally(whole_minutes{}, {week.starts_at(), cut}, record, {}, as_of);
      const auto after = tally(whole_minutes{}, {cut, week.ends_at()}, record, {}, as_of);
      CHECK((merge(before, after) == whole));
      CHECK((merge(after, before) == whole));
    }
  }
}

}  // namespace
