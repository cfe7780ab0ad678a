// Run by databases.sh where the database says that daylight saving time ends with 2028.
#include <doctest/doctest.h>

#include <chrono>

#include "sla/tz/agrees_with.hpp"
#include "sla/tz/tz_zone.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla_tests::utc;

TEST_CASE("a repeal of daylight saving time is found at the instant of the first change that does not come" *
          doctest::skip()) {
  const auto parts = [] < const auto & Zone > (hours standard) {
    const sla::tz_zone machine(Zone.name());
    const sla::instant from = utc(1967y / January / 2, 0h);
    const sla::instant repealed = utc(2029y / March / 11, 2h - standard);
    const auto found = sla::agrees_with<Zone>(machine, from, utc(2038y / January / 1, 0h));
    CAPTURE(Zone.name());
    REQUIRE(found.parted.has_value());
    CHECK(found.parted->at == repealed);
    CHECK(found.parted->compiled == standard + 1h);
    CHECK(found.parted->other == standard);
    CHECK(bool(sla::agrees_with<Zone>(machine, from, repealed)));
  };
  parts.operator()<sla::us_eastern>(-5h);
  parts.operator()<sla::us_central>(-6h);
  parts.operator()<sla::us_mountain>(-7h);
  parts.operator()<sla::us_pacific>(-8h);
}
