#ifndef SLA_TESTS_CONFORMANCE_CIVIL_ZONE_HPP
#define SLA_TESTS_CONFORMANCE_CIVIL_ZONE_HPP

// What the library relies on in every civil_zone. A zone of your own is held against it in a doctest program:
//
//   struct my_sample {
//     static my_zone zone();
//     static sla::interval period();     // some years with changes of the clocks, inside the zone's coverage
//   };
//   TEST_CASE_TEMPLATE_INVOKE(civil_zone_conformance, my_sample);

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <vector>

#include "sla/time/interval.hpp"
#include "sla/zone/zone.hpp"
#include "support/text.hpp"

namespace sla_tests {

/// The stretches of constant offset that a period meets.
std::vector<sla::offset_period> offset_periods(const sla::civil_zone auto& zone, const sla::interval& period) {
  std::vector<sla::offset_period> found{zone.period_at(period.starts_at())};
  while (found.back().until < period.ends_at()) found.push_back(zone.period_at(found.back().until));
  return found;
}

inline sla::civil_time reading(sla::instant at, std::chrono::seconds offset) {
  return sla::civil_time{at.time_since_epoch()} + offset;
}

}  // namespace sla_tests

TEST_CASE_TEMPLATE_DEFINE("a civil zone", Sample, civil_zone_conformance) {
  using namespace std::chrono_literals;
  using sla::occurrence;
  const auto zone = Sample::zone();
  const sla::interval period = Sample::period();
  const auto stretches = sla_tests::offset_periods(zone, period);
  CAPTURE(zone.name());

  SUBCASE("has a name") { CHECK(!std::string_view(zone.name()).empty()); }

  SUBCASE("reads what its offset says, in the stretch in which it says so") {
    for (sla::instant at = period.starts_at(); at < period.ends_at(); at += 7h + 13min) {
      const sla::offset_period in = zone.period_at(at);
      if (zone.to_civil(at) == sla_tests::reading(at, in.offset) && in.from <= at && at < in.until) continue;
      CAPTURE(sla::iso(at));
      CHECK(zone.to_civil(at) == sla_tests::reading(at, in.offset));
      CHECK(in.from <= at);
      CHECK(at < in.until);
    }
  }

  SUBCASE("changes its offset from one stretch to the next, and at no other time") {
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      CAPTURE(sla::iso(std::max(stretches[i].from, period.starts_at())));
      if (i > 0) CHECK(stretches[i].from == stretches[i - 1].until);
      if (i > 0) CHECK(stretches[i].offset != stretches[i - 1].offset);
      const sla::instant last = std::min(stretches[i].until, period.ends_at()) - 1ms;
      CHECK(zone.period_at(last).offset == stretches[i].offset);
      CHECK(zone.period_at(last).until == stretches[i].until);
      CHECK(zone.period_at(last).abbreviation == stretches[i].abbreviation);
    }
  }

  SUBCASE("finds every instant again by its reading") {
    const auto finds = [&](sla::instant at) {
      const sla::civil_lookup found = zone.look_up(zone.to_civil(at));
      if (found.happens == occurrence::once) return found.earlier == at && found.later == at && found.transition == at;
      return found.happens == occurrence::repeated && found.earlier < found.transition &&
             found.transition <= found.later && (found.earlier == at || found.later == at);
    };
    const auto check = [&](sla::instant at) {
      if (finds(at)) return;
      CAPTURE(sla::iso(at));
      CHECK(finds(at));
    };
    for (sla::instant at = period.starts_at(); at < period.ends_at(); at += 7h + 13min) check(at);
    for (const sla::offset_period& stretch : stretches)
      if (stretch.from > period.starts_at())
        for (sla::instant at = stretch.from - 26h; at < stretch.from + 26h; at += 15min)
          for (const sla::instant near : {at - 1ms, at, at + 1ms}) check(near);
  }

  SUBCASE("knows which readings a change skips or repeats, and when the clocks were changed") {
    for (std::size_t i = 1; i < stretches.size(); ++i) {
      const sla::instant change = stretches[i].from;
      const auto before = stretches[i - 1].offset;
      const auto after = stretches[i].offset;
      const sla::civil_time first = sla_tests::reading(change, std::min(before, after));
      const sla::civil_time end = sla_tests::reading(change, std::max(before, after));
      CAPTURE(sla::iso(change));
      for (const sla::civil_time met : {first, first + (end - first) / 2, end - 1ms}) {
        const sla::civil_lookup found = zone.look_up(met);
        CHECK(found.happens == (before < after ? occurrence::skipped : occurrence::repeated));
        CHECK(found.transition == change);
        CHECK(found.earlier == sla::instant{(met - std::max(before, after)).time_since_epoch()});
        CHECK(found.later == sla::instant{(met - std::min(before, after)).time_since_epoch()});
        CHECK(sla::first_instant(zone, met) == (before < after ? change : found.earlier));
        CHECK(sla::last_instant(zone, met) == (before < after ? change : found.later));
        CHECK_THROWS_AS(sla::exact_instant(zone, met), sla::civil_time_error);
      }
      CHECK(zone.look_up(first - 1ms).happens == occurrence::once);
      CHECK(zone.look_up(end).happens == occurrence::once);
    }
  }

  SUBCASE("orders readings: a later one never opens or closes earlier") {
    for (std::size_t i = 1; i < stretches.size(); ++i) {
      const sla::civil_time noon = sla_tests::reading(stretches[i].from, stretches[i].offset);
      for (sla::civil_time met = noon - 30h; met < noon + 30h; met += 15min) {
        CAPTURE(sla::iso(met));
        CHECK(sla::first_instant(zone, met) <= sla::first_instant(zone, met + 15min));
        CHECK(sla::last_instant(zone, met) <= sla::last_instant(zone, met + 15min));
      }
    }
  }
}

#endif
