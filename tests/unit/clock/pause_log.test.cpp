#include "sla/clock/pause_log.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/message.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::allowance;
using sla::business_days;
using sla::business_time;
using sla::clock_kind;
using sla::due_after;
using sla::elapsed;
using sla::fraction;
using sla::instant;
using sla::interval;
using sla::interval_set;
using sla::pause_log;
using sla::pause_reason;

constexpr instant at(year_month_day date, minutes since_midnight = 0min) { return hbi::eastern(date, since_midnight); }

// In November 2026 the 20th is a Friday and Thursday the 26th is Thanksgiving Day.
constexpr year_month_day friday = 2026y / November / 20;
constexpr year_month_day saturday = 2026y / November / 21;
constexpr year_month_day monday = 2026y / November / 23;
constexpr year_month_day tuesday = 2026y / November / 24;
constexpr year_month_day wednesday = 2026y / November / 25;

struct office_one_day : hbi::office_hours {
  static constexpr auto hour_spill = sla::hour_spill::within_one_day;
};
struct office_same_time_of_receipt : hbi::office_hours {
  static constexpr auto due_time = sla::due_time::same_time_of_day;
};

// ---- Due instants -------------------------------------------------------------------------------------------------------

TEST_CASE("a pause takes its time out of an elapsed target") {
  const hbi::support terms{};
  const instant from = at(friday, 10h);
  CHECK(due_after(terms, elapsed{2h}, from, {}) == at(friday, 12h));
  CHECK(due_after(terms, elapsed{2h}, from, {{at(friday, 11h), at(friday, 14h)}}) == at(friday, 15h));
  CHECK(due_after(terms, elapsed{2h}, from, {{at(friday, 8h), at(friday, 9h)}}) == at(friday, 12h));
  CHECK(due_after(terms, elapsed{2h}, from, {{at(friday, 8h), at(friday, 10h)}}) == at(friday, 12h));
  CHECK(due_after(terms, elapsed{2h}, from, {{at(friday, 8h), at(friday, 11h)}}) == at(friday, 13h));
  CHECK(due_after(terms, elapsed{2h}, from,
                  {{at(friday, 11h), at(friday, 11h + 30min)}, {at(friday, 12h), at(friday, 13h)}}) ==
        at(friday, 13h + 30min));
}

TEST_CASE("a pause that begins at the due instant comes too late") {
  const hbi::support terms{};
  const instant from = at(friday, 10h);
  CHECK(due_after(terms, elapsed{2h}, from, {{at(friday, 12h), at(friday, 14h)}}) == at(friday, 12h));
  CHECK(due_after(terms, elapsed{2h}, from, {{at(friday, 12h) - 1ms, at(friday, 14h)}}) == at(friday, 14h) + 1ms);
}

TEST_CASE("a pause that reaches across the due instant moves it by all of its length") {
  const hbi::support terms{};
  CHECK(due_after(terms, elapsed{2h}, at(friday, 10h), {{at(friday, 11h), at(monday, 11h)}}) == at(monday, 12h));
  CHECK(due_after(hbi::office_hours{}, business_time{4h}, at(friday, 12h), {{at(friday, 15h), at(monday, 10h)}}) ==
        at(monday, 11h));
}

TEST_CASE("of business time a pause takes the open part alone") {
  const hbi::office_hours terms{};
  const instant from = at(friday, 15h);
  CHECK(due_after(terms, business_time{4h}, from, {}) == at(monday, 11h));
  CHECK(due_after(terms, business_time{4h}, from, {{at(saturday), at(monday)}}) == at(monday, 11h));
  CHECK(due_after(terms, business_time{4h}, from, {{at(friday, 16h), at(saturday, 12h)}}) == at(monday, 12h));
  CHECK(due_after(terms, business_time{4h}, from, {{at(saturday), at(monday, 10h)}}) == at(monday, 12h));
}

TEST_CASE("a target in business days pays its budget in the open time that is left") {
  const hbi::office_hours terms{};
  // From Fri 15:00 to the close of Mon there are 2 + 8 open hours.
  const instant from = at(friday, 15h);
  CHECK(due_after(terms, business_days{1}, from, {}) == at(monday, 17h));
  CHECK(due_after(terms, business_days{1}, from, {{at(monday, 10h), at(monday, 11h)}}) == at(tuesday, 10h));
  CHECK(due_after(terms, business_days{1}, from, {{at(friday, 15h), at(monday, 9h)}}) == at(tuesday, 11h));
  CHECK(due_after(terms, business_days{1}, from, {{at(saturday), at(monday, 9h)}}) == at(monday, 17h));
  CHECK(due_after(terms, business_days{1}, from, {{at(monday, 9h), at(wednesday, 9h)}}) == at(wednesday, 17h));
  CHECK(due_after(hbi::support{}, business_days{1}, at(friday, 12h), {{at(saturday, 12h), at(monday, 6h)}}) ==
        at(tuesday, 6h));
}

TEST_CASE("a pause while everything is closed moves nothing, in no direction") {
  const interval_set week_end{{at(saturday), at(monday)}};
  const instant from = at(friday, 22h);
  const auto is_unmoved = [&](const auto& terms, const allowance& within) {
    CHECK(due_after(terms, within, from, week_end) == due_after(terms, within, from));
  };
  is_unmoved(hbi::office_same_time{}, business_days{1});
  is_unmoved(office_same_time_of_receipt{}, business_days{1});
  is_unmoved(office_one_day{}, business_time{4h});
  is_unmoved(hbi::office_hours{}, business_time{4h});
  is_unmoved(hbi::support{}, business_days{3});
  CHECK(due_after(hbi::office_same_time{}, business_days{1}, from, {{at(monday, 9h), at(monday, 10h)}}) ==
        at(tuesday, 10h));
}

TEST_CASE("a closed desk and a pause are not counted twice") {
  const hbi::desk_pauses terms{};
  const instant from = at(2026y / December / 24, 23h);
  CHECK(due_after(terms, elapsed{2h}, from, {{at(2026y / December / 25), at(2026y / December / 26)}}) ==
        at(2026y / December / 26, 1h));
  CHECK(due_after(terms, elapsed{2h}, from, {{at(2026y / December / 25, 12h), at(2026y / December / 26, 3h)}}) ==
        at(2026y / December / 26, 4h));
}

TEST_CASE("a pause after the allowance is used up changes nothing, though it is due later") {
  const office_same_time_of_receipt terms{};
  // From Thu 8:00 to Fri 9:00, the opening, there are eight open hours, used up on Thu at 17:00.
  const instant from = at(2026y / November / 19, 8h);
  CHECK(due_after(terms, business_days{1}, from) == at(friday, 9h));
  CHECK(due_after(terms, business_days{1}, from, {{at(2026y / November / 19, 17h), at(friday, 12h)}}) ==
        at(friday, 9h));
  CHECK(due_after(terms, business_days{1}, from, {{at(2026y / November / 19, 16h), at(friday, 8h)}}) ==
        at(friday, 10h));
}

TEST_CASE("hours within one day wait for a day into which they fit; a pause until then takes nothing") {
  const office_one_day terms{};
  const auto running = run(terms, business_time{4h}, at(friday, 16h));
  CHECK(running.from == at(monday, 9h));
  CHECK(running.budget == 4h);
  CHECK(running.unpaused == at(monday, 13h));
  CHECK(due_after(terms, business_time{4h}, at(friday, 16h), {{at(friday, 16h), at(friday, 17h)}}) == at(monday, 13h));
  CHECK(due_after(terms, business_time{4h}, at(friday, 16h), {{at(friday, 16h), at(monday, 10h)}}) == at(monday, 14h));
}

TEST_CASE("a pause before the start takes nothing from what comes later") {
  const hbi::support terms{};
  CHECK(due_after(terms, elapsed{2h}, at(friday, 13h),
                  {{at(friday, 9h), at(friday, 13h)}, {at(friday, 15h), at(monday, 4h)}}) == at(friday, 15h));
}

TEST_CASE("a budget of no time is used up at the start, whatever pauses span it") {
  const hbi::office_same_time terms{};
  const pause_log log(terms, {{at(friday, 9h), at(monday, 12h)}});
  CHECK(log.time_passed(terms, clock_kind::business, at(saturday), 0h) == at(saturday));
}

// ---- What runs ------------------------------------------------------------------------------------------------------------

TEST_CASE("an allowance runs by its clock, and business days have a budget of open time") {
  const auto two_days = run(hbi::office_hours{}, business_days{2}, at(friday, 15h + 30min));
  CHECK((two_days.by == clock_kind::business));
  CHECK(two_days.budget == 17h + 30min);
  CHECK(two_days.unpaused == at(tuesday, 17h));
  const auto two_hours = run(hbi::support{}, elapsed{2h}, at(friday, 23h));
  CHECK((two_hours.by == clock_kind::real));
  CHECK(two_hours.budget == 2h);
  const auto at_the_desk = run(hbi::desk_pauses{}, elapsed{2h}, at(2026y / December / 24, 23h));
  CHECK((at_the_desk.by == clock_kind::desk));
  CHECK(at_the_desk.budget == 2h);
  CHECK(at_the_desk.unpaused == at(2026y / December / 26, 1h));
}

TEST_CASE("a log knows what its pauses took before an instant, on every clock") {
  const hbi::office_hours terms{};
  pause_log log;
  log.add(terms, {{at(friday, 16h), at(saturday, 12h)}, pause_reason::hold});
  log.add(terms, {{at(saturday, 12h), at(saturday, 12h)}, pause_reason::hold});
  log.add(terms, {{at(monday, 8h), at(monday, 10h)}, pause_reason::ticket_closed});
  CHECK(log.entries().size() == 2);
  CHECK(log.taken_before(terms, clock_kind::real, at(friday, 16h)) == 0h);
  CHECK(log.taken_before(terms, clock_kind::real, at(friday, 18h)) == 2h);
  CHECK(log.taken_before(terms, clock_kind::business, at(friday, 18h)) == 1h);
  CHECK(log.taken_before(terms, clock_kind::real, at(monday, 9h)) == 21h);
  CHECK(log.taken_before(terms, clock_kind::business, at(monday, 9h + 30min)) == 1h + 30min);
  CHECK(log.taken_before(terms, clock_kind::real, at(tuesday)) == 22h);
  CHECK(log.taken_before(terms, clock_kind::business, at(tuesday)) == 2h);
}

TEST_CASE("a pause that goes on lasts until the instant asked about") {
  const hbi::office_hours terms{};
  const auto running = run(terms, business_time{4h}, at(friday, 15h));
  CHECK(due_after(terms, running, {}, interval{at(friday, 16h), at(friday, 16h)}) == at(monday, 11h));
  CHECK(due_after(terms, running, {}, interval{at(friday, 16h), at(monday, 10h)}) == at(monday, 13h));
  CHECK(due_after(terms, running, {}, interval{at(friday, 12h), at(monday, 10h)}) == at(monday, 14h));
  const pause_log earlier(terms, {{at(friday, 15h), at(friday, 15h + 30min)}});
  CHECK(due_after(terms, running, earlier, interval{at(friday, 16h), at(monday, 10h)}) == at(monday, 13h + 30min));
  // The four hours were used up when it began.
  CHECK(due_after(terms, running, {}, interval{at(monday, 11h), at(monday, 15h)}) == at(monday, 11h));
}

// ---- Shares ---------------------------------------------------------------------------------------------------------------

TEST_CASE("a share of an allowance is used in the allowance's own kind of time") {
  const hbi::office_hours terms{};
  const instant from = at(friday, 15h + 30min);
  CHECK(share_used_at(terms, business_time{4h}, from, {3, 4}) == at(monday, 10h + 30min));
  CHECK(share_used_at(terms, business_time{4h}, from, {1, 1}) == at(monday, 11h + 30min));
  CHECK(share_used_at(terms, elapsed{2h}, from, {1, 2}) == at(friday, 16h + 30min));
  // 1 h 30 on Friday and 8 h on Monday
  CHECK(share_used_at(terms, business_days{1}, from, {1, 2}) == at(monday, 12h + 15min));
  CHECK(share_used_at(terms, business_days{1}, from, {1, 1}) == at(monday, 17h));
  CHECK(share_used_at(terms, business_time{4h}, from, {3, 4}, {{at(monday, 9h), at(monday, 10h)}}) ==
        at(monday, 11h + 30min));
  CHECK(share_used_at(terms, elapsed{2h}, from, {1, 7}) == from + 17min + 8s + 572ms);
}

TEST_CASE("a share that is nothing, more than everything or too fine is an error") {
  const auto share_error = [](fraction share) {
    return sla_tests::message_of<sla::terms_error>(
        [=] { (void)share_used_at(hbi::support{}, elapsed{2h}, at(friday), share); });
  };
  CHECK(share_error({0, 1}) == "a share of 0.0000 % of an allowance is not within (0, 100]");
  CHECK(share_error({5, 4}) == "a share of 125.0000 % of an allowance is not within (0, 100]");
  CHECK(share_error({1, 10'001}) == "a share of 1/10001 of an allowance is finer than 1/10000");
}

// ---- Order --------------------------------------------------------------------------------------------------------------

TEST_CASE("a pause may begin when the last one ends, and not before") {
  const hbi::support terms{};
  pause_log pauses;
  const auto add = [&](minutes from, minutes until) {
    return sla_tests::message_of<sla::interval_error>(
        [&] { pauses.add(terms, {{at(monday, from), at(monday, until)}, pause_reason::hold}); });
  };
  CHECK(add(13h, 14h) == "nothing was thrown");
  CHECK(add(14h, 15h) == "nothing was thrown");
  CHECK(
      add(14h + 59min, 16h) ==
      "a pause begins at 2026-11-23T19:59:00Z, before the last one has ended; allowed: 2026-11-23T20:00:00Z or later");
  CHECK(add(11h, 12h).starts_with("a pause begins at 2026-11-23T16:00:00Z, before the last one has ended"));
  CHECK(pauses.entries().size() == 2);

  const auto running = run(terms, elapsed{8h}, at(monday, 9h));
  const auto going_on_from = [&](minutes from) {
    return sla_tests::message_of<sla::interval_error>(
        [&] { (void)due_after(terms, running, pauses, interval{at(monday, from), at(monday, 16h)}); });
  };
  CHECK(going_on_from(15h) == "nothing was thrown");
  CHECK(going_on_from(14h + 59min) == add(14h + 59min, 16h));
  CHECK(going_on_from(16h) == "nothing was thrown");
}

}  // namespace
