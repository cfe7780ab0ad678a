// A report that is no notification: the ticket is there, and no clock runs until somebody who may notifies or the provider
// identifies the issue.

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <vector>

#include "sla/clock/explanation.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/message.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using hbi::severity;
using sla::commitment_kind;
using sla::commitment_state;
using sla::deadline;
using sla::instant;
using enum sla::event_kind;

using event_log = std::vector<sla::event<severity>>;

constexpr instant friday = hbi::eastern(2026y / November / 20, 22h);
constexpr instant monday = hbi::eastern(2026y / November / 23, 9h);

struct with_holds : hbi::support {
  static constexpr auto holds = sla::holds::recognised;
};
struct with_restarts : hbi::support {
  static constexpr auto on_severity_change = sla::on_severity_change::restarts;
};

struct expected {
  commitment_state state;
  deadline due = deadline::not_started();
  std::optional<instant> fulfilled_at{};
  std::optional<instant> withdrawn_at{};
};

void check(const auto& found, const expected& wanted) {
  CHECK(sla::name_of(found.state) == sla::name_of(wanted.state));
  CHECK(found.due == wanted.due);
  CHECK(found.fulfilled_at == wanted.fulfilled_at);
  CHECK(found.withdrawn_at == wanted.withdrawn_at);
}

template <class Terms = hbi::support>
auto assess(const event_log& events, instant as_of) {
  static constexpr Terms terms{};
  return sla::assess(terms, events, as_of);
}

TEST_CASE("no clock runs from it, however long nobody answers") {
  for (const severity level : {severity::critical, severity::urgent, severity::serious}) {
    const auto found = assess({{friday, reported_otherwise, level}}, monday + days{300});
    check(found.response, {commitment_state::not_started});
    check(found.resolution, {commitment_state::not_started});
    CHECK(found.response.severity == level);
    CHECK_FALSE(found.response.late_by.has_value());
  }
  const auto minor = assess({{friday, reported_otherwise, severity::minor}}, monday);
  check(minor.response, {commitment_state::not_started});
  check(minor.resolution, {commitment_state::not_promised, deadline::not_promised()});
}

TEST_CASE("both clocks run from the notification or the identification that comes later, whichever is first") {
  for (const auto& [first, second] : {std::pair{notified, identified}, std::pair{identified, notified}}) {
    const auto found = assess(
        {{friday, reported_otherwise, severity::urgent}, {monday, first, {}}, {monday + 1h, second, {}}}, monday + 2h);
    check(found.response, {commitment_state::running, monday + 4h});
    check(found.resolution, {commitment_state::running, hbi::eastern(2026y / November / 28, 0h)});
  }
}

TEST_CASE("before and after the notification it may come again, and changes nothing") {
  const auto found = assess({{friday, reported_otherwise, severity::urgent},
                             {friday + 1h, reported_otherwise, {}},
                             {monday, notified, severity::urgent},
                             {monday + 1h, reported_otherwise, severity::urgent}},
                            monday + 2h);
  check(found.response, {commitment_state::running, monday + 4h});
}

TEST_CASE("it carries the severity, and what comes later may change it as ever") {
  CHECK(sla_tests::message_of<sla::event_error>([] { assess({{friday, reported_otherwise, {}}}, monday); }) ==
        "reported_otherwise at 2026-11-21T03:00:00Z does not fit: it needs a severity");
  CHECK(sla_tests::message_of<sla::event_error>([] {
          assess({{friday, reported_otherwise, severity::urgent}, {monday, identified, severity::critical}}, monday);
        }) == "identified at 2026-11-23T14:00:00Z does not fit: only severity_changed may carry another severity");
  const auto found = assess({{friday, reported_otherwise, severity::serious},
                             {monday, severity_changed, severity::critical},
                             {monday, identified, {}}},
                            monday);
  check(found.response, {commitment_state::running, monday + 2h});
}

TEST_CASE("an issue that is answered or remedied all the same is met, before its clocks had started") {
  const event_log events{{friday, reported_otherwise, severity::urgent},
                         {friday + 99h, responded, {}},
                         {friday + 999h, resolved, {}},
                         {friday + 1000h, identified, {}}};
  const auto found = assess(events, friday + 2000h);
  check(found.response, {commitment_state::met, deadline::not_started(), friday + 99h});
  check(found.resolution, {commitment_state::met, deadline::not_started(), friday + 999h});
}

TEST_CASE("one that is withdrawn is withdrawn, before its clocks had started") {
  const auto found = assess({{friday, reported_otherwise, severity::urgent}, {monday, withdrawn, {}}}, monday + 1h);
  check(found.response, {commitment_state::withdrawn, deadline::not_started(), {}, monday});
  check(found.resolution, {commitment_state::withdrawn, deadline::not_started(), {}, monday});
}

TEST_CASE("a confirmation starts no clock before the issue was notified or identified") {
  const event_log events{
      {friday, reported_otherwise, severity::critical}, {friday + 1h, confirmed, {}}, {monday, identified, {}}};
  check(assess(events, monday - 1h).resolution, {commitment_state::not_started});
  check(assess(events, monday).resolution, {commitment_state::running, monday + 24h});
}

TEST_CASE("a hold before the clocks start takes nothing out of them, and one that goes on until later does") {
  const event_log before{{friday, reported_otherwise, severity::urgent},
                         {friday + 1h, hold_started, {}},
                         {friday + 2h, hold_ended, {}},
                         {monday, identified, {}}};
  check(assess<with_holds>(before, monday).response, {commitment_state::running, monday + 4h});
  const event_log across{{friday, reported_otherwise, severity::urgent},
                         {friday + 1h, hold_started, {}},
                         {monday, identified, {}},
                         {monday + 1h, hold_ended, {}}};
  check(assess<with_holds>(across, monday + 1h).response, {commitment_state::running, monday + 5h});
}

TEST_CASE("a severity that changes before the clocks start restarts nothing") {
  const event_log events{{friday, reported_otherwise, severity::minor},
                         {friday + 1h, severity_changed, severity::urgent},
                         {monday, identified, {}}};
  check(assess<with_restarts>(events, monday).response, {commitment_state::running, monday + 4h});
}

TEST_CASE("a ticket says when it was first reported, and will not be missed while no clock runs") {
  static constexpr hbi::support terms{};
  sla::ticket<hbi::support> followed(terms);
  followed.add({friday, reported_otherwise, severity::urgent});
  CHECK(followed.reported_at() == friday);
  CHECK((followed.severity_now() == severity::urgent));
  CHECK(followed.next_breach(commitment_kind::response, monday) == std::nullopt);
  CHECK(followed.share_used_at(commitment_kind::response, sla::fraction{1, 2}, monday) == std::nullopt);
  followed.add({monday, identified, {}});
  CHECK(followed.reported_at() == friday);
  CHECK(followed.next_breach(commitment_kind::response, monday) == monday + 4h);
}

TEST_CASE("an explanation begins with the report, and nothing counts before the clock starts") {
  static constexpr hbi::support terms{};
  sla::ticket<hbi::support> followed(terms);
  followed.add({friday, reported_otherwise, severity::urgent});
  const auto waiting = sla::explain(terms, followed.history(commitment_kind::response, monday), monday);
  REQUIRE(waiting.segments.size() == 1);
  CHECK(waiting.segments[0].kind == sla::segment_kind::not_started);
  CHECK(waiting.segments[0].during == sla::interval{friday, monday});
  followed.add({monday, notified, {}});
  const auto running = sla::explain(terms, followed.history(commitment_kind::response, monday), monday);
  REQUIRE(running.segments.size() == 2);
  CHECK(running.segments[0].kind == sla::segment_kind::not_started);
  CHECK(running.segments[0].during == sla::interval{friday, monday});
  CHECK(running.segments[1].during == sla::interval{monday, monday + 4h});
}

}  // namespace
