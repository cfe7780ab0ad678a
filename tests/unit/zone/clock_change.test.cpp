#include "sla/zone/clock_change.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <vector>

#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/moments.hpp"
#include "support/table_zone.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::detail::first_clock_change;
using sla_tests::at;
using sla_tests::date;

namespace {

std::vector<sla::detail::clock_change> clock_changes(const auto& zone, sla::day_range covered) {
  std::vector<sla::detail::clock_change> all;
  (void)first_clock_change(zone, covered, [&](const auto& change) {
    all.push_back(change);
    return false;
  });
  return all;
}

constexpr sla::day_range year_2026{date(2026y / January / 1), date(2026y / December / 31)};

static_assert(first_clock_change(sla::us_eastern, year_2026, [](const auto& change) {
                return change.after < change.before;
              })->before == at(2026y / November / 1, 2h));
static_assert(!first_clock_change(sla::us_eastern, year_2026, [](const auto&) { return false; }));

TEST_CASE("a change is what the old and the new clock read") {
  const auto changes = clock_changes(sla::us_eastern, year_2026);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].before == at(2026y / March / 8, 2h));
  CHECK(changes[0].after == at(2026y / March / 8, 3h));
  CHECK(changes[1].before == at(2026y / November / 1, 2h));
  CHECK(changes[1].after == at(2026y / November / 1, 1h));
}

TEST_CASE("changes at midnight and across a day are read off both clocks") {
  const auto midnights = clock_changes(sla_tests::at_midnight(), year_2026);
  REQUIRE(midnights.size() == 2);
  CHECK(midnights[0].after == at(2026y / March / 29, 1h));
  CHECK(midnights[1].before == at(2026y / October / 25, 0h));
  CHECK(midnights[1].after == at(2026y / October / 24, 23h));
  const auto samoa =
      clock_changes(sla_tests::a_day_skipped(), {date(2011y / January / 1), date(2011y / December / 31)});
  REQUIRE(samoa.size() == 1);
  CHECK(samoa[0].before == at(2011y / December / 30, 0h));
  CHECK(samoa[0].after == at(2011y / December / 31, 0h));
}

TEST_CASE("only changes within the coverage are found, from its first to its last day") {
  const auto spring = date(2026y / March / 8);
  CHECK(clock_changes(sla::us_eastern, {spring, spring}).size() == 1);
  CHECK(clock_changes(sla::us_eastern, {spring - days{9}, spring - days{1}}).empty());
  CHECK(clock_changes(sla::us_eastern, {spring + days{1}, spring + days{9}}).empty());
  CHECK(clock_changes(sla::utc, year_2026).empty());
}

TEST_CASE("a change of the name alone is none") {
  using sla_tests::utc;
  const sla_tests::table_zone renamed{
      "Renamed", 2h, {{utc(2026y / March / 1, 0h), 2h}, {utc(2026y / April / 1, 0h), 3h}}};
  CHECK(clock_changes(renamed, year_2026).size() == 1);
}

TEST_CASE("beyond what the zone covers there is nothing to find") {
  CHECK(clock_changes(sla::us_eastern, {date(1960y / January / 1), date(1967y / December / 31)}).size() == 2);
  CHECK(clock_changes(sla::us_eastern, {date(2199y / January / 1), date(2299y / December / 31)}).size() == 2);
  CHECK(clock_changes(sla::us_eastern, {date(2200y / January / 1), date(2200y / December / 31)}).empty());
}

}  // namespace
