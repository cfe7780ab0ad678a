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

sla::service_record record(const std::vector<sla::probe>& probes) { return sla::record_from("probes", probes, hour); }

TEST_CASE("between two probes the state of the earlier one holds") {
  const auto found = record({{eight, up}, {eight + 10min, down}, {eight + 25min, up}, {eight + 59min, down}});
  CHECK(found.source == "probes");
  CHECK(found.down == interval_set{{eight + 10min, eight + 25min}});
  CHECK(found.unknown == interval_set{{eight + 59min, eight + 1h}});
}

TEST_CASE("before the first probe and after the last the state is unknown") {
  const auto found = record({{eight + 10min, down}, {eight + 20min, up}});
  CHECK(found.down == interval_set{{eight + 10min, eight + 20min}});
  CHECK(found.unknown == interval_set{{eight, eight + 10min}, {eight + 20min, eight + 1h}});
}

TEST_CASE("one probe tells about no stretch of time, and none about nothing") {
  CHECK(record({{eight + 10min, down}}).down.empty());
  CHECK(record({{eight + 10min, down}}).unknown == interval_set{hour});
  CHECK(record({}).unknown == interval_set{hour});
}

TEST_CASE("probes outside the period are not stretched into it") {
  const auto around = record({{eight - 1ms, down}, {eight + 5min, up}, {eight + 1h, up}});
  CHECK(around.down.empty());
  CHECK(around.unknown == interval_set{hour});
  CHECK(record({{eight - 5min, down}, {eight + 2h, up}}).unknown == interval_set{hour});
  CHECK(record({{eight - 5min, up}, {eight, down}, {eight + 1h - 1ms, up}, {eight + 1h, up}}).down ==
        interval_set{{eight, eight + 1h - 1ms}});
}

TEST_CASE("several down probes make one outage") {
  const auto found = record({{eight, down}, {eight + 10min, down}, {eight + 20min, down}, {eight + 30min, up}});
  CHECK(found.down == interval_set{{eight, eight + 30min}});
}

TEST_CASE("of several probes at one instant the last counts") {
  CHECK(record({{eight, up}, {eight + 10min, up}, {eight + 10min, down}, {eight + 20min, up}}).down ==
        interval_set{{eight + 10min, eight + 20min}});
  CHECK(record({{eight, up}, {eight + 10min, down}, {eight + 10min, up}, {eight + 20min, up}}).down.empty());
}

TEST_CASE("probes must be sorted") {
  CHECK_THROWS_WITH_AS(record({{eight, up}, {eight + 10min, down}, {eight + 5min, up}}),
                       "the probe at 2026-11-06T08:05:00Z comes after the one at 2026-11-06T08:10:00Z; probes must be "
                       "sorted",
                       sla::interval_error);
}

}  // namespace
