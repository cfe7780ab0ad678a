// The worked examples of the contract about notice of maintenance, US Eastern.

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <string>

#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/maintenance.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

constexpr sla::instant at(year_month_day date, minutes since_midnight = 0min) {
  return hbi::eastern(date, since_midnight);
}

constexpr sla::instant may_start(sla::instant announced) { return sla::earliest_start(hbi::support{}, announced); }
constexpr sla::instant announced_before(sla::instant start) { return sla::latest_notice(hbi::support{}, start); }

// clang-format off
//                      announced                              may start
static_assert(may_start(at(2026y/November/20, 22h))         == at(2026y/November/26));
static_assert(may_start(at(2026y/November/21, 12h))         == at(2026y/November/26));
static_assert(may_start(at(2026y/November/25, 16h + 30min)) == at(2026y/December/2));
//                             start                           announced before
static_assert(announced_before(at(2026y/November/20, 14h))  == at(2026y/November/17));
static_assert(announced_before(at(2026y/December/1, 2h))    == at(2026y/November/25));
// clang-format on

constexpr sla::maintenance_status status(sla::instant announced, sla::instant start) {
  return sla::judge(hbi::support{}, {sla::maintenance_kind::routine, {start, start + 1h}, announced}).status;
}

// clang-format off
//                   announced                       start
static_assert(status(at(2026y/November/17) - 1ms, at(2026y/November/20, 14h)) == sla::maintenance_status::identified);
static_assert(status(at(2026y/November/17),       at(2026y/November/20, 14h)) == sla::maintenance_status::short_notice);
static_assert(status(at(2026y/November/20, 22h),  at(2026y/November/26))      == sla::maintenance_status::identified);
static_assert(status(at(2026y/November/20, 22h),  at(2026y/November/26) - 1ms) == sla::maintenance_status::short_notice);
// clang-format on

TEST_CASE("notice of three business days") {
  CHECK(may_start(at(2026y / November / 20, 22h)) == at(2026y / November / 26));
  CHECK(announced_before(at(2026y / November / 20, 14h)) == at(2026y / November / 17));
}

}  // namespace
