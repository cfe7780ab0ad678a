#include "sla/availability/service_record.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "support/text.hpp"

namespace {

using namespace std::chrono;

TEST_CASE("a record that knows all outages names its source, counts overlaps once and leaves nothing unknown") {
  const sla::instant day = sys_days{2026y / November / 6};
  const auto record = sla::service_record_of(
      "operations log", {{day + 22h + 5min, day + 22h + 20min}, {day + 20h + 45min, day + 22h + 10min}});
  CHECK(record.source == "operations log");
  CHECK(record.down == sla::interval_set{{day + 20h + 45min, day + 22h + 20min}});
  CHECK(record.unknown.empty());
  CHECK(sla::total(record.down) == sla::elapsed{95min});
}

}  // namespace
