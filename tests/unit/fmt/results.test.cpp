#include "sla/fmt/results.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/formatted.hpp"
#include "support/moments.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using sla_tests::formatted;

namespace {

using sla::commitment_kind;
using sla::elapsed;
using sla::event_kind;
using sla::fraction;

constexpr sla::instant at(year_month_day date, minutes since_midnight = 0min) {
  return hbi::eastern(date, since_midnight);
}

constexpr sla::instant friday_night = at(2026y / November / 20, 22h);
constexpr sla::instant monday = at(2026y / November / 23, 2h);
constexpr sla::instant december = at(2026y / December / 1);

struct holds_recognised : hbi::support {
  static constexpr auto holds = sla::holds::recognised;
};

/// Urgent, reported on Friday night, answered on Monday an hour after it was due.
sla::ticket<hbi::support> late_ticket() {
  static constexpr hbi::support terms{};
  sla::ticket followed(terms);
  followed.add({friday_night, event_kind::notified, hbi::severity::urgent});
  followed.add({monday + 1h, event_kind::responded, {}});
  return followed;
}

TEST_CASE("a deadline is an instant, or why there is none") {
  CHECK(formatted(sla::deadline(monday)) == "2026-11-23T07:00:00Z");
  CHECK(formatted(sla::deadline(monday), "@America/New_York") == "Mon 2026-11-23 02:00 EST");
  CHECK(formatted(sla::local(sla::us_central, sla::deadline(monday))) == "Mon 2026-11-23 01:00 CST");
  CHECK(formatted(sla::deadline::not_started(), ">12") == " not started");
  CHECK(formatted(sla::deadline::not_promised()) == "not promised");
  CHECK(formatted(sla::deadline::state::not_started) == "not_started");
}

TEST_CASE("events") {
  CHECK(formatted(sla::event<hbi::severity>{monday, event_kind::notified, hbi::severity::urgent}) ==
        "2026-11-23T07:00:00Z: notified, urgent");
  CHECK(formatted(sla::event<sla::severity_level>{monday, event_kind::severity_changed, sla::severity_level{3}}) ==
        "2026-11-23T07:00:00Z: severity changed, 3");
  CHECK(formatted(sla::event<hbi::severity>{monday, event_kind::hold_started, {}}) ==
        "2026-11-23T07:00:00Z: hold started");
}

TEST_CASE("a commitment says how it stands, when it is due, and by how much") {
  const auto outcome = late_ticket().assess(monday + 1h);
  CHECK(formatted(outcome.response, "@America/New_York") ==
        "missed, urgent, due Mon 2026-11-23 02:00 EST, fulfilled Mon 2026-11-23 03:00 EST, 1 h late");
  CHECK(formatted(outcome.resolution) == "running, urgent, due 2026-11-26T05:00:00Z, 2 d 21 h left");
  CHECK(formatted(outcome) ==
        "response missed, urgent, due 2026-11-23T07:00:00Z, fulfilled 2026-11-23T08:00:00Z, 1 h "
        "late; resolution running, urgent, due 2026-11-26T05:00:00Z, 2 d 21 h left");
  CHECK(formatted(*outcome.response.used) == "5 h of 4 h business time");
  CHECK(formatted(sla::allowance_used{sla::clock_kind::real, 30h, 48h}) == "30 h of 48 h elapsed");
  CHECK(formatted(sla::allowance_used{sla::clock_kind::desk, 1h, 48h}) == "1 h of 48 h desk time");
}

TEST_CASE("a commitment that was withdrawn says when") {
  static constexpr hbi::support terms{};
  sla::ticket followed(terms);
  followed.add({friday_night, event_kind::notified, hbi::severity::urgent});
  followed.add({monday - 1h, event_kind::withdrawn, {}});
  CHECK(formatted(followed.assess(december).response) ==
        "withdrawn, urgent, due 2026-11-23T07:00:00Z, withdrawn 2026-11-23T06:00:00Z, 1 h before");
  CHECK(formatted(followed.history(commitment_kind::response, december))
            .ends_with("pauses: none; withdrawn 2026-11-23T06:00:00Z"));
}

TEST_CASE("what is fulfilled early, and what nothing is promised for") {
  static constexpr hbi::support terms{};
  const std::vector<sla::event<hbi::severity>> events{
      {friday_night, event_kind::notified, hbi::severity::minor},
      {monday, event_kind::responded, {}},
  };
  const auto outcome = sla::assess(terms, events, monday);
  CHECK(formatted(outcome.response) ==
        "met, minor, due 2026-11-25T05:00:00Z, fulfilled 2026-11-23T07:00:00Z, 1 d 22 h before");
  CHECK(formatted(outcome.resolution) == "not promised, minor");
}

TEST_CASE("the history of a commitment has its pauses") {
  static constexpr holds_recognised terms{};
  sla::ticket followed(terms);
  followed.add({friday_night, event_kind::notified, hbi::severity::urgent});
  followed.add({monday - 2h, event_kind::hold_started, {}});
  followed.add({monday - 1h, event_kind::hold_ended, {}});
  followed.add({monday, event_kind::hold_started, {}});
  CHECK(formatted(followed.history(commitment_kind::response, monday + 1h), "@America/New_York") ==
        "urgent, reported Fri 2026-11-20 22:00 EST, due Mon 2026-11-23 04:00 EST, pauses: hold, Mon 2026-11-23 00:00 "
        "EST to Mon 2026-11-23 01:00 EST; going on: hold, Mon 2026-11-23 02:00 EST to Mon 2026-11-23 03:00 EST");
  const auto late = late_ticket().history(commitment_kind::response, december);
  CHECK(
      formatted(late) ==
      "urgent, reported 2026-11-21T03:00:00Z, due 2026-11-23T07:00:00Z, pauses: none; fulfilled 2026-11-23T08:00:00Z");
  CHECK(formatted(*late.running) == "4 h business time from 2026-11-21T03:00:00Z");
}

TEST_CASE("a tally of commitments names the states that occur") {
  sla::commitment_tally counts;
  CHECK(formatted(counts) == "none");
  counts.add(sla::commitment_state::not_promised);
  counts.add(sla::commitment_state::missed);
  counts.add(sla::commitment_state::met);
  counts.add(sla::commitment_state::met);
  CHECK(formatted(counts) == "2 met, 1 missed, 1 not promised");
}

TEST_CASE("segments, the next breach, and findings") {
  const sla::interval weekend{at(2026y / November / 21), at(2026y / November / 23)};
  CHECK(formatted(sla::segment{sla::segment_kind::week_end, weekend, {}}, "@America/New_York") ==
        "Sat 2026-11-21 00:00 EST to Mon 2026-11-23 00:00 EST: week end");
  CHECK(formatted(sla::segment{sla::segment_kind::holiday, weekend, "Labor Day"}).ends_with(": holiday, Labor Day"));
  CHECK(formatted(sla::upcoming_breach{7, commitment_kind::resolution, monday}) ==
        "resolution of ticket 7, due 2026-11-23T07:00:00Z");
  CHECK(formatted(sla::finding{sla::soundness_rule::latency_positive, "latency: 0 s"}) == "latency: 0 s");
}

TEST_CASE("records of a service") {
  const sla::interval hour{monday, monday + 1h};
  const sla::partial_outage quarter{hour, fraction{1, 4}};
  CHECK(formatted(quarter) == "2026-11-23T07:00:00Z to 2026-11-23T08:00:00Z (25 %)");
  CHECK(formatted(sla::outage_layer{fraction{1, 4}, sla::interval_set{hour}}) ==
        "25 %: 2026-11-23T07:00:00Z to 2026-11-23T08:00:00Z");
  CHECK(formatted(sla::service_record{"log", {}, sla::interval_set{hour}, {quarter}}) ==
        "log: down none; in part 2026-11-23T07:00:00Z to 2026-11-23T08:00:00Z (25 %); unknown 2026-11-23T07:00:00Z to "
        "2026-11-23T08:00:00Z");
  CHECK(formatted(sla::service_record_of("log", sla::interval_set{hour})) ==
        "log: down 2026-11-23T07:00:00Z to 2026-11-23T08:00:00Z");
}

TEST_CASE("probes and requests") {
  CHECK(formatted(sla::probe{monday, sla::probe_state::down}) == "2026-11-23T07:00:00Z: down");
  CHECK(formatted(sla::probe_rule{}) == "down after 1 failure");
  CHECK(formatted(sla::probe_rule{}.after_failures(3).known_for(elapsed{10min})) ==
        "down after 3 failures in a row, known for 10 min");
  CHECK(formatted(sla::probe_count{8490, 21}, ".4") == "8490 up, 21 down, 99.7532 %");
  CHECK(formatted(sla::probe_count{}) == "0 up, 0 down, no share");
  const std::vector<sla::probe> probes{{monday, sla::probe_state::up},
                                       {monday + 10min, sla::probe_state::down},
                                       {monday + 15min, sla::probe_state::down},
                                       {monday + 25min, sla::probe_state::up}};
  CHECK(formatted(sla::records_from("log", probes, {monday, monday + 1h}, {})) ==
        "outages seen: at least 5 min, as recorded 15 min, at most 25 min");
  CHECK(formatted(sla::latency_sample<hbi::request_kind>{elapsed{9900ms}, hbi::request_kind::large_upload}) ==
        "9.9 s, large upload");
  CHECK(formatted(sla::latency_count{100, 95, 3}, ".1") == "95 of 100 in time, 95.0 %, 3 exempt");
}

TEST_CASE("an availability has its period, its verdict and its objective") {
  const auto record = sla::service_record_of("log", {{monday, monday + 45min}});
  const auto result = sla::availability(hbi::support{}, 2026y / November, record, december);
  CHECK(formatted(result, ".3@America/New_York") ==
        "99.895 % of Sun 2026-11-01 00:00 EDT to Tue 2026-12-01 00:00 EST, missed (at least 99.9 %)");
  CHECK(formatted(static_cast<const sla::availability_tally&>(result)) ==
        "up 30 d 15 min, down 45 min, excluded 0 s, unknown 0 s");
  CHECK(formatted(result.in_maintenance) == "scheduled 0 s, identified 0 s, short notice 0 s, emergency 0 s");
  CHECK(formatted(sla::error_budget(result)) == "45 min of 43 min 15.6 s spent, -1 min 44.4 s left, 0.0000 %");
  const auto nothing = sla::availability(hbi::support{}, 2026y / November, record, at(2026y / November / 1));
  CHECK(formatted(nothing) ==
        "nothing of 2026-11-01T04:00:00Z to 2026-12-01T05:00:00Z, not measurable (at least 99.9 "
        "%), provisional");
  const sla::interval more{monday + 2h, monday + 3h};
  CHECK(formatted(sla::what_if(hbi::support{}, 2026y / November, record, {}, more, december), ".1") ==
        "without: 99.8 % of 2026-11-01T04:00:00Z to 2026-12-01T05:00:00Z, missed (at least 99.9 %); with: 99.7 % of "
        "2026-11-01T04:00:00Z to 2026-12-01T05:00:00Z, missed (at least 99.9 %)");
}

TEST_CASE("weighted time is rounded up") {
  CHECK(formatted(sla::weighted_time(elapsed{1h}, fraction{1, 3})) == "20 min");
  CHECK(formatted(sla::weighted_time(elapsed{1ms}, fraction{1, 3})) == "0.001 s");
  CHECK(formatted(sla::weighted_time(elapsed{1h}, fraction{1, 3}), "s") == "1200");
}

TEST_CASE("burn rates are decimal numbers") {
  const sla::burn_alert alert = sla::usual_burn_alerts[0];
  CHECK(formatted(alert) == "2 % of the budget in 1 h, and still in 5 min");
  CHECK(formatted(sla::burn_state{alert, fraction{72, 5}, fraction{100, 1}, std::nullopt}) ==
        "100.00 in 1 h, unknown in 5 min, does not fire from 14.40");
  CHECK(formatted(sla::burn_state{alert, fraction{72, 5}, fraction{100, 1}, fraction{72, 5}}, ".1") ==
        "100.0 in 1 h, 14.4 in 5 min, fires from 14.4");
}

TEST_CASE("compositions") {
  const sla::composed_share share =
      sla::in_series(sla::composed_share(fraction{999, 1000}), sla::composed_share(fraction{999, 1000}));
  CHECK(formatted(share) == "99.8001 %");
  CHECK(formatted(sla::composition{share, fraction{998, 1000}}, ".2") == "99.80 % by the formula, 99.80 % measured");
}

TEST_CASE("timelines and maps") {
  const sla::interval hour{monday, monday + 1h};
  CHECK(formatted(sla::timeline_segment{hour, sla::service_state::down, fraction{1, 1}}) ==
        "2026-11-23T07:00:00Z to 2026-11-23T08:00:00Z: down");
  CHECK(formatted(sla::timeline_segment{hour, sla::service_state::down, fraction{1, 4}}).ends_with(": down (25 %)"));
  CHECK(formatted(sla::timeline_segment{hour, sla::service_state::up, fraction{0, 1}}).ends_with(": up"));
  sla::downtime_map map(hour, 60s, sla::part_slots::touched);
  map.add({monday + 90s, monday + 150s});
  CHECK(formatted(map) == "2 min down in 2026-11-23T07:00:00Z to 2026-11-23T08:00:00Z, in slots of 1 min (touched)");
}

}  // namespace
