#include "sla/clock/finding.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "support/message.hpp"
#include "support/moments.hpp"

using namespace std::chrono;

namespace {

using sla::finding;
using sla::recurrence;
using sla::soundness_rule;
using sla::detail::level_text;

std::string said(const auto&... words) {
  sla::detail::collecting report;
  report(soundness_rule::severity_order, words...);
  return report.found.front().message;
}

TEST_CASE("findings are collected with their rules, in order") {
  sla::detail::collecting report;
  report(soundness_rule::windows_apart, "first: ", "one");
  report(soundness_rule::hours_exist, "second");
  REQUIRE(report.found.size() == 2);
  CHECK(report.found[0].broken == soundness_rule::windows_apart);
  CHECK(report.found[0].message == "first: one");
  CHECK(report.found[1].broken == soundness_rule::hours_exist);
  CHECK(report.found[1].message == "second");
}

TEST_CASE("values are written as people read them") {
  CHECK(said(sla_tests::utc(2026y / November / 21, 3h)) == "2026-11-21T03:00:00Z");
  CHECK(said(sla_tests::at(2026y / November / 21, 3h)) == "2026-11-21T03:00:00");
  CHECK(said(sla_tests::date(2026y / November / 21)) == "2026-11-21");
  CHECK(said(sla::elapsed{90min}) == "1 h 30 min");
  CHECK(said(sla::business_days{1}) == "1 business day");
  CHECK(said(sla::allowance{sla::business_days{2}}, " and ", sla::allowance{sla::elapsed{1h}}) ==
        "2 business days and 1 h elapsed");
  CHECK(said(recurrence{Tuesday[2], 2h, 4h}) == "second Tuesday of the month 02:00-04:00");
}

TEST_CASE("where there must be no finding, each rule is refused by its own name") {
  const auto refusal = [](soundness_rule broken) {
    return sla_tests::message_of<sla::terms_error>([&] { sla::detail::refusing{}(broken, "unused"); });
  };
  CHECK(refusal(soundness_rule::severity_order) == "a more severe level must not be due later");
  CHECK(refusal(soundness_rule::response_before_resolution) == "a response must not be due after its resolution");
  CHECK(refusal(soundness_rule::targets_comparable) == "targets of different kinds must be comparable");
  CHECK(refusal(soundness_rule::hours_fit_the_calendar) == "hours must fit their calendar");
  CHECK(refusal(soundness_rule::hours_exist) == "hours must not begin or end at a reading that the clocks skip");
  CHECK(refusal(soundness_rule::windows_apart) == "maintenance windows must not overlap");
  CHECK(refusal(soundness_rule::windows_off_clock_changes) ==
        "a maintenance window must not touch a change of the clocks");
  CHECK(refusal(soundness_rule::notice_of_a_day) == "maintenance notice must be at least one business day");
  CHECK(refusal(soundness_rule::shortest_outage_not_negative) ==
        "the shortest outage that counts must not be negative");
  CHECK(refusal(soundness_rule::latency_positive) == "latency must be more than zero");
}

enum class level { high, low };
struct nameless {};
struct naming {
  static std::string name_of(level of) { return of == level::high ? "P1" : "P2"; }
};

TEST_CASE("a level has the name that its table gives it, or else the one in the source") {
  CHECK(level_text(nameless{}, level::low) == "low");
  CHECK(level_text(naming{}, level::low) == "P2");
}

}  // namespace
