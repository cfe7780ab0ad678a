#include "sla/tz/agrees_with.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "sla/tz/tz_zone.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/moments.hpp"
#include "support/table_zone.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::agrees_with;
using sla_tests::utc;

TEST_CASE("the four compiled zones agree with the machine's database from 1967 to 2037, and to the end of 2199") {
  const auto agrees = []<const auto & Zone>() {
    const sla::tz_zone machine(Zone.name());
    const auto midnight = [&](year in) { return sla::exact_instant(Zone, sla_tests::date(in / January / 1)); };
    const sla::instant end = sla::exact_instant(Zone, sla_tests::at(2199y / December / 31, 24h - 1ms)) + 1ms;
    CHECK(bool(agrees_with<Zone>(machine, midnight(1967y), midnight(2038y))));
    CHECK(bool(agrees_with<Zone>(machine, midnight(1967y), end)));
  };
  agrees.operator()<sla::us_eastern>();
  agrees.operator()<sla::us_central>();
  agrees.operator()<sla::us_mountain>();
  agrees.operator()<sla::us_pacific>();
}

namespace {

constexpr sla::zone_agreement with_chicago =
    agrees_with<sla::us_eastern>(sla::us_central, sys_days{2026y / January / 1}, sys_days{2027y / January / 1});
static_assert(!with_chicago);
static_assert(with_chicago.parted == sla::zone_difference{sys_days{2026y / January / 1}, -5h, -6h});
static_assert(agrees_with<sla::us_eastern>(sla::us_eastern, sys_days{1968y / January / 1},
                                           sys_days{2199y / January / 1}));

/// New York, had daylight saving time not come in 2026.
sla_tests::table_zone without_summer() { return {"America/New_York", -5h, {}}; }

}  // namespace

TEST_CASE("where they part is told to the millisecond, with both offsets") {
  const sla::instant spring = utc(2026y / March / 8, 7h);
  const auto found = agrees_with<sla::us_eastern>(without_summer(), utc(2026y / January / 1, 0h), spring + 1ms);
  CHECK_FALSE(bool(found));
  REQUIRE(found.parted.has_value());
  CHECK(found.parted->at == spring);
  CHECK(found.parted->compiled == -4h);
  CHECK(found.parted->other == -5h);
}

TEST_CASE("what lies outside the two instants does not count") {
  const sla::instant spring = utc(2026y / March / 8, 7h);
  const sla::instant autumn = utc(2026y / November / 1, 6h);
  const sla_tests::table_zone machine = without_summer();
  CHECK(bool(agrees_with<sla::us_eastern>(machine, utc(2025y / December / 1, 0h), spring)));
  CHECK(bool(agrees_with<sla::us_eastern>(machine, autumn, utc(2027y / March / 1, 0h))));
  CHECK(bool(agrees_with<sla::us_eastern>(machine, spring, spring)));
  CHECK(agrees_with<sla::us_eastern>(machine, autumn - 1ms, autumn).parted->at == autumn - 1ms);
}

TEST_CASE("a change of the other zone alone is found, too") {
  const sla::instant repealed = utc(2026y / June / 1, 0h);
  const sla_tests::table_zone machine{"America/New_York", -4h, {{repealed, -5h}}};
  CHECK(agrees_with<sla::us_eastern>(machine, utc(2026y / April / 1, 0h), utc(2026y / July / 1, 0h)).parted->at ==
        repealed);
}

TEST_CASE("outside the coverage of either there is no answer") {
  CHECK_THROWS_AS(
      (void)agrees_with<sla::us_eastern>(sla::us_eastern, utc(1960y / January / 1, 0h), utc(1990y / January / 1, 0h)),
      sla::coverage_error);
  CHECK_THROWS_AS(
      (void)agrees_with<sla::utc>(sla::us_eastern, utc(1960y / January / 1, 0h), utc(1990y / January / 1, 0h)),
      sla::coverage_error);
  CHECK_THROWS_AS((void)agrees_with<sla::utc>(sla::utc, utc(1990y / January / 2, 0h), utc(1990y / January / 1, 0h)),
                  sla::interval_error);
}
