#include "sla/availability/probe.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <vector>

#include "support/text.hpp"

namespace {

using namespace std::chrono;
using sla::interval_set;
using enum sla::probe_state;

constexpr sla::instant eight = sys_days{2026y / November / 6} + 8h;
constexpr sla::interval hour{eight, eight + 1h};

sla::service_record record(const std::vector<sla::probe>& probes) {
  return sla::records_from("probes", probes, hour, sla::probe_rule{}).recorded;
}

TEST_CASE("between two probes the state of the earlier one holds") {
  const auto found = record({{eight, up}, {eight + 10min, down}, {eight + 25min, up}, {eight + 59min, down}});
  CHECK(found.source == "probes");
  CHECK(found.down == interval_set{{eight + 10min, eight + 25min}});
  CHECK(found.unknown == interval_set{{eight + 59min, eight + 1h}});
}

TEST_CASE("before the first probe of all and after the last one the state is unknown") {
  const auto found = record({{eight + 10min, down}, {eight + 20min, up}});
  CHECK(found.down == interval_set{{eight + 10min, eight + 20min}});
  CHECK(found.unknown == interval_set{{eight, eight + 10min}, {eight + 20min, eight + 1h}});
}

TEST_CASE("one probe tells about no stretch of time, and none about nothing") {
  CHECK(record({{eight + 10min, down}}).down.empty());
  CHECK(record({{eight + 10min, down}}).unknown == interval_set{hour});
  CHECK(record({}).unknown == interval_set{hour});
  CHECK(record({{eight - 2h, down}, {eight - 1h, up}}).unknown == interval_set{hour});
  CHECK(record({{eight - 2h, down}, {eight, up}}).unknown == interval_set{hour});
  CHECK(record({{eight + 1h, down}, {eight + 2h, up}}).unknown == interval_set{hour});
  CHECK(record({{eight - 2h, down}, {eight - 1h, down}}).down.empty());
}

TEST_CASE("the state of a probe holds across the ends of a period") {
  const auto around = record({{eight - 5min, down}, {eight + 5min, up}, {eight + 50min, down}, {eight + 65min, up}});
  CHECK(around.down == interval_set{{eight, eight + 5min}, {eight + 50min, eight + 1h}});
  CHECK(around.unknown.empty());
  CHECK(record({{eight - 2h, down}, {eight + 2h, up}}).down == interval_set{hour});
  CHECK(record({{eight - 2h, up}, {eight + 2h, down}}).down.empty());
  CHECK(record({{eight - 2h, up}, {eight + 2h, down}}).unknown.empty());
  CHECK(record({{eight - 5min, up}, {eight, down}, {eight + 1h - 1ms, up}, {eight + 1h, up}}).down ==
        interval_set{{eight, eight + 1h - 1ms}});
}

TEST_CASE("several down probes make one outage") {
  const auto found = record({{eight, down}, {eight + 10min, down}, {eight + 20min, down}, {eight + 30min, up}});
  CHECK(found.down == interval_set{{eight, eight + 30min}});
}

TEST_CASE("of several probes at one instant the worst counts, in whatever order they stand") {
  const interval_set ten_minutes{{eight + 10min, eight + 20min}};
  CHECK(record({{eight, up}, {eight + 10min, up}, {eight + 10min, down}, {eight + 20min, up}}).down == ten_minutes);
  CHECK(record({{eight, up}, {eight + 10min, down}, {eight + 10min, up}, {eight + 20min, up}}).down == ten_minutes);
  CHECK(record({{eight, up}, {eight + 10min, up}, {eight + 10min, down}, {eight + 10min, up}, {eight + 20min, up}})
            .down == ten_minutes);
}

// ---- Rules and bounds -------------------------------------------------------------------------------------------------

sla::probed_record probed(const std::vector<sla::probe>& probes, sla::probe_rule rule) {
  return sla::records_from("probes", probes, hour, rule);
}

TEST_CASE("an outage lasted at least from the first failure to the last, at most from success to success") {
  const auto found =
      probed({{eight, up}, {eight + 10min, down}, {eight + 15min, down}, {eight + 25min, up}}, sla::probe_rule{});
  CHECK(found.least.down == interval_set{{eight + 10min, eight + 15min}});
  CHECK(found.recorded.down == interval_set{{eight + 10min, eight + 25min}});
  CHECK(found.most.down == interval_set{{eight, eight + 25min}});
  CHECK(found.least.unknown == found.most.unknown);
  CHECK(found.least.source == "probes");
  CHECK(found.most.source == "probes");
}

TEST_CASE("of a lone failure nothing is certain, and two outages around one success may have been one") {
  const auto found =
      probed({{eight, up}, {eight + 10min, down}, {eight + 20min, up}, {eight + 30min, down}, {eight + 40min, up}},
             sla::probe_rule{});
  CHECK(found.least.down.empty());
  CHECK(found.recorded.down == interval_set{{eight + 10min, eight + 20min}, {eight + 30min, eight + 40min}});
  CHECK(found.most.down == interval_set{{eight, eight + 40min}});
}

TEST_CASE("an outage before the first success or after the last has its bound at the probe") {
  const auto found = probed({{eight + 10min, down}, {eight + 20min, up}, {eight + 40min, down}, {eight + 50min, down}},
                            sla::probe_rule{});
  CHECK(found.most.down == interval_set{{eight + 10min, eight + 50min}});
  CHECK(found.recorded.down == interval_set{{eight + 10min, eight + 20min}, {eight + 40min, eight + 50min}});
  CHECK(found.least.down == interval_set{{eight + 40min, eight + 50min}});
}

TEST_CASE("fewer failures in a row than the rule wants are no outage") {
  const std::vector<sla::probe> probes{{eight, up},           {eight + 5min, down},  {eight + 10min, down},
                                       {eight + 15min, up},   {eight + 20min, down}, {eight + 25min, down},
                                       {eight + 30min, down}, {eight + 35min, up}};
  const auto three = sla::probe_rule{}.after_failures(3);
  CHECK(probed(probes, three).recorded.down == interval_set{{eight + 20min, eight + 35min}});
  CHECK(probed(probes, three).least.down == interval_set{{eight + 20min, eight + 30min}});
  CHECK(probed(probes, three).most.down == interval_set{{eight, eight + 35min}});
  CHECK(probed(probes, sla::probe_rule{}.after_failures(4)).recorded.down.empty());
  CHECK(probed(probes, sla::probe_rule{}.after_failures(4)).recorded.unknown ==
        interval_set{{eight + 35min, eight + 1h}});
}

struct two_hours {
  sla::probed_record first;
  sla::probed_record second;
};

two_hours probed_by_hours(const std::vector<sla::probe>& probes, sla::probe_rule rule) {
  return {sla::records_from("probes", probes, hour, rule),
          sla::records_from("probes", probes, {eight + 1h, eight + 2h}, rule)};
}

TEST_CASE("a row of failures across the end of a period is one, and each side has its part of the outage") {
  const auto three = sla::probe_rule{}.after_failures(3);
  const std::vector<sla::probe> probes{{eight, up},         {eight + 40min, down}, {eight + 50min, down},
                                       {eight + 1h, down},  {eight + 70min, down}, {eight + 80min, up},
                                       {eight + 90min, up}, {eight + 100min, up}};
  const auto [first, second] = probed_by_hours(probes, three);
  CHECK(first.least.down == interval_set{{eight + 40min, eight + 1h}});
  CHECK(first.recorded.down == interval_set{{eight + 40min, eight + 1h}});
  CHECK(first.most.down == interval_set{{eight, eight + 1h}});
  CHECK(first.recorded.unknown.empty());
  CHECK(second.least.down == interval_set{{eight + 1h, eight + 70min}});
  CHECK(second.recorded.down == interval_set{{eight + 1h, eight + 80min}});
  CHECK(second.most.down == interval_set{{eight + 1h, eight + 80min}});
  CHECK(second.recorded.unknown == interval_set{{eight + 100min, eight + 2h}});

  const auto [before, after] = probed_by_hours(probes, sla::probe_rule{}.after_failures(5));
  CHECK(before.recorded.down.empty());
  CHECK(after.recorded.down.empty());
  CHECK(before.most.down == interval_set{{eight, eight + 1h}});
  CHECK(after.most.down == interval_set{{eight + 1h, eight + 80min}});

  const auto [of_a_gap, behind_it] =
      probed_by_hours({{eight, down}, {eight + 50min, down}, {eight + 70min, down}, {eight + 2h, up}},
                      three.known_for(sla::elapsed{50min}));
  CHECK(of_a_gap.recorded.down == interval_set{{eight, eight + 1h}});
  CHECK(behind_it.recorded.down == interval_set{{eight + 1h, eight + 2h}});
  CHECK(behind_it.recorded.unknown.empty());
  const auto [before_a_gap, after_it] =
      probed_by_hours({{eight, up}, {eight + 10min, up}, {eight + 70min, down}, {eight + 80min, up}},
                      sla::probe_rule{}.known_for(sla::elapsed{50min}));
  CHECK(before_a_gap.recorded.unknown == interval_set{{eight + 10min, eight + 1h}});
  CHECK(after_it.recorded.unknown == interval_set{{eight + 1h, eight + 70min}, {eight + 80min, eight + 2h}});
  CHECK(after_it.recorded.down == interval_set{{eight + 70min, eight + 80min}});
}

TEST_CASE("a lone failure before the end of a period counts on both sides of it") {
  const auto [first, second] =
      probed_by_hours({{eight, up}, {eight + 37min, up}, {eight + 52min, down}, {eight + 67min, up}, {eight + 2h, up}},
                      sla::probe_rule{});
  CHECK(total(first.recorded.down) == sla::elapsed{8min});
  CHECK(total(second.recorded.down) == sla::elapsed{7min});
  CHECK(total(first.most.down) == sla::elapsed{23min});
  CHECK(total(second.most.down) == sla::elapsed{7min});
  CHECK(first.least.down.empty());
  CHECK(first.recorded.unknown.empty());
  CHECK(second.recorded.unknown.empty());
}

TEST_CASE("of several probes at one instant one is counted") {
  const std::vector<sla::probe> twice{{eight, up}, {eight + 5min, down}, {eight + 5min, down}, {eight + 10min, up}};
  CHECK(probed(twice, sla::probe_rule{}.after_failures(2)).recorded.down.empty());
}

TEST_CASE("what lies between two probes too far apart is unknown, and no row goes on across it") {
  const auto rule = sla::probe_rule{}.known_for(sla::elapsed{10min});
  const std::vector<sla::probe> probes{{eight, up},           {eight + 10min, down},
                                       {eight + 20min, down}, {eight + 30min + 1ms, down},
                                       {eight + 35min, down}, {eight + 40min, up}};
  const auto found = probed(probes, rule);
  CHECK(found.recorded.unknown == interval_set{{eight + 20min, eight + 30min + 1ms}, {eight + 40min, eight + 1h}});
  CHECK(found.recorded.down == interval_set{{eight + 10min, eight + 20min}, {eight + 30min + 1ms, eight + 40min}});
  CHECK(found.most.down == interval_set{{eight, eight + 20min}, {eight + 30min + 1ms, eight + 40min}});
  CHECK(probed(probes, rule.after_failures(3)).recorded.down.empty());
  CHECK(probed(probes, sla::probe_rule{}.after_failures(3)).recorded.down ==
        interval_set{{eight + 10min, eight + 40min}});
}

TEST_CASE("a rule of no failure or no gap is refused") {
  CHECK_THROWS_WITH_AS(static_cast<void>(sla::probe_rule{}.after_failures(0)),
                       "an outage after 0 failures in a row; at least 1 is needed", sla::terms_error);
  CHECK_THROWS_WITH_AS(static_cast<void>(sla::probe_rule{}.known_for(sla::elapsed{})),
                       "the longest gap between two probes that is known must be more than zero", sla::terms_error);
}

TEST_CASE("probes are counted, and counts add up") {
  sla::probe_count count;
  CHECK(!count.share().has_value());
  for (const auto seen : {up, up, down, up}) count.add(seen);
  CHECK((count == sla::probe_count{3, 1}));
  CHECK((count.share() == sla::fraction{3, 4}));
  CHECK((merge(count, sla::probe_count{1, 1}) == sla::probe_count{4, 2}));
}

TEST_CASE("probes must be sorted") {
  CHECK_THROWS_WITH_AS(record({{eight, up}, {eight + 10min, down}, {eight + 5min, up}}),
                       "the probe at 2026-11-06T08:05:00Z comes after the one at 2026-11-06T08:10:00Z; probes must be "
                       "sorted",
                       sla::interval_error);
}

}  // namespace
