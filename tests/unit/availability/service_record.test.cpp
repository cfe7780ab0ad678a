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

TEST_CASE("a weight is more than 0 and at most 1") {
  const sla::interval hour{sla::instant{}, sla::instant{std::chrono::hours{1}}};
  CHECK((sla::partial_outage(hour, {1, 1}).weight() == sla::fraction{1, 1}));
  CHECK((sla::partial_outage(hour, {1, 4}).during() == hour));
  CHECK_THROWS_WITH_AS(static_cast<void>(sla::partial_outage(hour, {0, 1})),
                       "the weight 0/1 of a partial outage is not within (0, 1]", sla::terms_error);
  CHECK_THROWS_WITH_AS(static_cast<void>(sla::partial_outage(hour, {5, 4})),
                       "the weight 5/4 of a partial outage is not within (0, 1]", sla::terms_error);
}

}  // namespace
