#include "sla/contracts/google_cloud_cdn.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "sla/clock/check.hpp"
#include "sla/policy/describe.hpp"
#include "support/terms_text.hpp"

namespace cdn = sla::google_cloud_cdn;
using namespace sla::literals;
using namespace std::chrono;

namespace {

static_assert(sla::sound<cdn::delivery>);
static_assert(sla::sound<cdn::whole_minutes>);

// It promises no due dates, no latency and no maintenance, so nobody can ask for any.
static_assert(!sla::deadline_terms<cdn::delivery>);
static_assert(!sla::latency_terms<cdn::delivery>);
static_assert(!sla::maintenance_terms<cdn::delivery>);
static_assert(!sla::agreement<cdn::delivery>);

TEST_CASE("the table is the published one") {
  const auto tiers = cdn::credits.tiers();
  REQUIRE(tiers.size() == 3);
  CHECK((tiers[0] == sla::credit_tier{99_percent, 99.95_percent, 10_percent}));
  CHECK((tiers[1] == sla::credit_tier{95_percent, 99_percent, 25_percent}));
  CHECK((tiers[2] == sla::credit_tier{0_percent, 95_percent, 50_percent}));
  CHECK(cdn::credits.cap() == sla::credit_cap{50_percent});
  CHECK(cdn::delivery::availability.at_least() == 99.95_percent);
}

TEST_CASE("it says itself back, without clauses that it does not have") {
  std::vector<std::string> lines;
  for (const auto& [clause, says] : sla::describe(cdn::delivery{})) lines.push_back(clause + ": " + says);
  CHECK(
      (lines ==
       std::vector<std::string>{
           "title: Google Cloud CDN, service level agreement of 9 January 2020", "outage_rounding: exact",
           "partial_outages: count in full", "unknown_time: counts as up", "availability: at least 99.95 % of a month",
           "month_zone: months of America/Los_Angeles", "shortest_outage: 5 min",
           "credits: 10 % of the fee from 99 % to below 99.95 %; 25 % of the fee from 95 % to below 99 %; 50 % of the "
           "fee below 95 %; at most 50 % of the fee",
           "maintenance_windows: none; all downtime counts"}));
}

TEST_CASE("a time on the clocks of US Pacific is an instant") {
  CHECK(cdn::pacific(2026y / November / 10, 9h) == sla::instant{sys_days{2026y / November / 10} + 17h});
  CHECK_THROWS_AS(cdn::pacific(2026y / November / 1, 1h + 30min), sla::civil_time_error);
  CHECK_THROWS_AS(cdn::pacific(2026y / February / 29, 9h), sla::civil_time_error);
  CHECK_THROWS_AS(cdn::pacific(2026y / November / 10, 33h), sla::civil_time_error);
}

}  // namespace
