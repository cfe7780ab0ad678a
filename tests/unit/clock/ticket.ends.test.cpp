// What ends a clock, what starts the one of a critical resolution, and what a hold can still move.

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "sla/clock/explanation.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "support/message.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::commitment_kind;
using sla::commitment_state;
using sla::deadline;
using sla::instant;
using enum sla::event_kind;

enum class level { days, hours, minutes, confirmed };

inline constexpr sla::calendar_rules every_week{
    .name = "every week",
    .coverage = {sla::civil_day{2020y / January / 1}, sla::civil_day{2040y / December / 31}},
    .closed = sla::saturday_and_sunday,
    .by = sla::observance::actual_date,
    .holidays = {},
};

/// Monday to Friday from 9 to 17, UTC, no holidays; its readings are chosen at run time.
struct shop {
  static constexpr sla::severity_table severities{
      sla::row{level::days, sla::respond_within(sla::business_time{4h}), sla::resolve_within(sla::business_days{3})},
      sla::row{level::hours, sla::respond_within(sla::business_time{2h}), sla::resolve_within(sla::business_time{8h})},
      sla::row{level::minutes, sla::respond_within(sla::business_time{30min}),
               sla::resolve_within(sla::business_time{30min})},
      sla::row{level::confirmed, sla::respond_within(sla::business_days{1}),
               sla::resolve_within(sla::elapsed{24h}).from(sla::clock_start::confirmation)},
  };
  static constexpr sla::compiled_calendar<every_week> calendar{};
  static constexpr sla::weekly_hours business_hours{sla::monday_to_friday, 9h, 17h};
  static constexpr auto zone = sla::utc;
  static constexpr auto support_days = calendar;
  static constexpr auto support_hours = business_hours;

  static constexpr auto hour_spill = sla::hour_spill::carries_over;
  static constexpr auto day_zero = sla::day_zero::receipt_date;
  sla::due_time due_time = sla::due_time::close_of_day;
  static constexpr auto desk_closure = sla::desk_closure::clock_runs;
  static constexpr auto resolution_start = sla::clock_start::report;
  sla::confirmation confirmation = sla::confirmation::stands_for_both;
  sla::holds holds = sla::holds::recognised;
  sla::silent_remedy silent_remedy = sla::silent_remedy::response_still_due;
  sla::on_close on_close = sla::on_close::files_away;
  sla::on_reopen on_reopen = sla::on_reopen::goes_on_without_closed_time;
  static constexpr auto on_severity_change = sla::on_severity_change::judged_from_the_original_start;
};

/// Mondays begin later.
struct late_mondays : shop {
  static constexpr auto business_hours = sla::weekly_hours{Monday, 10h + 30min, 19h}
                                             .also(Tuesday, 8h + 30min, 19h)
                                             .also(Wednesday, 8h + 30min, 19h)
                                             .also(Thursday, 8h + 30min, 19h)
                                             .also(Friday, 8h + 30min, 19h);
  static constexpr auto support_hours = business_hours;
};

struct a_remedy_answers : hbi::support {
  static constexpr auto silent_remedy = sla::silent_remedy::counts_as_response;
};

constexpr instant at(year_month_day date, seconds since_midnight) { return sys_days{date} + since_midnight; }

template <class Terms, class... Events>
sla::ticket<Terms> follow(const Terms& terms, sla::severity_of<Terms> severity, instant notified_at,
                          const Events&... later) {
  sla::ticket<Terms> followed(terms);
  followed.add({notified_at, notified, severity});
  (followed.add({later.at, later.kind, {}}), ...);
  return followed;
}

struct then {
  instant at;
  sla::event_kind kind;
};

struct expected {
  commitment_state state;
  deadline due;
  std::optional<instant> fulfilled_at = std::nullopt;
  std::optional<instant> withdrawn_at = std::nullopt;
};

void check(const auto& found, const expected& wanted) {
  CHECK(sla::name_of(found.state) == sla::name_of(wanted.state));
  CHECK(found.due == wanted.due);
  CHECK(found.fulfilled_at == wanted.fulfilled_at);
  CHECK(found.withdrawn_at == wanted.withdrawn_at);
}

// ---- A remedy without a response ------------------------------------------------------------------------------------

constexpr year_month_day monday = 2026y / January / 12;
constexpr year_month_day tuesday = 2026y / January / 13;

TEST_CASE("remedied within the hour, never answered: as written the response is still due and goes on to be late") {
  const shop terms{};
  const auto followed =
      follow(terms, level::days, at(monday, 9h), then{at(monday, 10h), resolved}, then{at(monday, 10h + 5min), closed});
  check(followed.assess(at(monday, 12h)).response, {commitment_state::running, at(monday, 13h)});
  const auto a_day_later = followed.assess(at(tuesday, 12h)).response;
  check(a_day_later, {commitment_state::missed, at(monday, 13h)});
  CHECK(a_day_later.late_by == sla::elapsed{23h});
}

TEST_CASE("where a remedy counts as the response, it is answered then, and that is final") {
  for (const sla::event_kind kind : {resolved, worked_around}) {
    const shop terms{.silent_remedy = sla::silent_remedy::counts_as_response};
    const auto followed =
        follow(terms, level::days, at(monday, 9h), then{at(monday, 10h), kind}, then{at(monday, 10h + 5min), closed});
    for (const instant as_of : {at(monday, 12h), at(tuesday, 12h), at(2026y / February / 12, 12h)}) {
      const auto response = followed.assess(as_of).response;
      check(response, {commitment_state::met, at(monday, 13h), at(monday, 10h)});
      CHECK(response.late_by == sla::elapsed{-3h});
      CHECK(response.used->used == 1h);
    }
    CHECK_FALSE(followed.next_breach(commitment_kind::response, at(monday, 12h)));
  }
}

TEST_CASE("the reference agreement, critical, confirmed and remedied without an answer") {
  const instant nine = hbi::eastern(monday, 9h);
  const auto remedied = [&](const auto& terms) {
    return follow(terms, hbi::severity::critical, nine, then{nine + 40min, confirmed}, then{nine + 50min, resolved})
        .assess(nine + days{30})
        .response;
  };
  static constexpr hbi::support as_written{};
  static constexpr a_remedy_answers otherwise{};
  check(remedied(as_written), {commitment_state::missed, nine + 2h});
  check(remedied(otherwise), {commitment_state::met, nine + 2h, nine + 50min});
}

TEST_CASE("a remedy that counts as the response comes late, and changes nothing about one that was given") {
  const shop terms{.silent_remedy = sla::silent_remedy::counts_as_response};
  const auto late = follow(terms, level::days, at(monday, 9h), then{at(monday, 15h), resolved});
  check(late.assess(at(tuesday, 12h)).response, {commitment_state::missed, at(monday, 13h), at(monday, 15h)});
  CHECK(late.assess(at(tuesday, 12h)).response.late_by == sla::elapsed{2h});
  const auto answered = follow(terms, level::days, at(monday, 9h), then{at(monday, 9h + 30min), responded},
                               then{at(monday, 10h), resolved});
  check(answered.assess(at(tuesday, 12h)).response, {commitment_state::met, at(monday, 13h), at(monday, 9h + 30min)});
}

TEST_CASE("reopening does not undo a response that a remedy gave") {
  for (const auto by : {sla::on_reopen::goes_on_without_closed_time, sla::on_reopen::restarts}) {
    const shop terms{.silent_remedy = sla::silent_remedy::counts_as_response, .on_reopen = by};
    const auto followed =
        follow(terms, level::days, at(monday, 9h), then{at(monday, 10h), resolved}, then{at(monday, 11h), reopened});
    check(followed.assess(at(tuesday, 12h)).response, {commitment_state::met, at(monday, 13h), at(monday, 10h)});
    CHECK(followed.assess(at(tuesday, 12h)).resolution.state == commitment_state::running);
  }
}

// ---- Closing --------------------------------------------------------------------------------------------------------

constexpr year_month_day march = 2026y / March / 2;  // a Monday

sla::assessment<level> closed_and_reopened(const shop& terms, instant as_of) {
  return follow(terms, level::hours, at(march, 10h), then{at(march, 11h), responded}, then{at(march, 15h), closed},
                then{at(2026y / March / 4, 10h), reopened})
      .assess(as_of);
}

TEST_CASE("where closing remedies, reopening undoes it by its reading") {
  using enum sla::on_reopen;
  const instant reopened_at = at(2026y / March / 4, 10h);
  const auto by = [](sla::on_reopen reading) {
    return shop{.on_close = sla::on_close::remedies, .on_reopen = reading};
  };
  const auto goes_on = closed_and_reopened(by(goes_on_without_closed_time), reopened_at).resolution;
  check(goes_on, {commitment_state::running, at(2026y / March / 4, 13h)});
  CHECK(goes_on.used->used == 5h);
  check(closed_and_reopened(by(restarts), reopened_at).resolution,
        {commitment_state::running, at(2026y / March / 5, 10h)});
  check(closed_and_reopened(by(first_close_is_final), reopened_at).resolution,
        {commitment_state::met, at(2026y / March / 3, 10h), at(march, 15h)});
}

TEST_CASE("where closing files away, it buys no time under any reading of reopening") {
  using enum sla::on_reopen;
  for (const sla::on_reopen by : {goes_on_without_closed_time, restarts, first_close_is_final})
    check(closed_and_reopened(shop{.on_reopen = by}, at(2026y / March / 4, 10h)).resolution,
          {commitment_state::missed, at(2026y / March / 3, 10h)});
}

TEST_CASE("closing that remedies answers where a remedy answers, and comes second to a remedy") {
  const shop terms{.silent_remedy = sla::silent_remedy::counts_as_response, .on_close = sla::on_close::remedies};
  const auto only_closed = follow(terms, level::days, at(monday, 9h), then{at(monday, 10h), closed});
  check(only_closed.assess(at(tuesday, 12h)).response, {commitment_state::met, at(monday, 13h), at(monday, 10h)});
  const auto remedied =
      follow(terms, level::days, at(monday, 9h), then{at(monday, 10h), worked_around}, then{at(monday, 16h), closed});
  CHECK(remedied.assess(at(tuesday, 12h)).resolution.fulfilled_at == at(monday, 10h));
}

// ---- Withdrawing ----------------------------------------------------------------------------------------------------

TEST_CASE("a withdrawal ends both clocks where they stand") {
  const shop terms{};
  const auto followed = follow(terms, level::days, at(monday, 9h), then{at(monday, 11h), withdrawn});
  for (const instant as_of : {at(monday, 11h), at(tuesday, 12h), at(2026y / February / 12, 12h)}) {
    const auto [response, resolution] = followed.assess(as_of);
    check(response, {commitment_state::withdrawn, at(monday, 13h), {}, at(monday, 11h)});
    check(resolution, {commitment_state::withdrawn, at(2026y / January / 15, 17h), {}, at(monday, 11h)});
    CHECK(response.late_by == sla::elapsed{-2h});
    CHECK(response.used->used == 2h);
  }
  CHECK_FALSE(followed.next_breach(commitment_kind::response, at(monday, 11h)));
  CHECK_FALSE(followed.next_breach(commitment_kind::resolution, at(monday, 11h)));
}

TEST_CASE("what was missed or met before a withdrawal stays so, and lateness grows no more") {
  const shop terms{};
  const auto missed = follow(terms, level::days, at(monday, 9h), then{at(monday, 15h), withdrawn});
  check(missed.assess(at(tuesday, 12h)).response, {commitment_state::missed, at(monday, 13h), {}, at(monday, 15h)});
  CHECK(missed.assess(at(tuesday, 12h)).response.late_by == sla::elapsed{2h});
  const auto met =
      follow(terms, level::days, at(monday, 9h), then{at(monday, 10h), responded}, then{at(monday, 15h), withdrawn});
  check(met.assess(at(tuesday, 12h)).response, {commitment_state::met, at(monday, 13h), at(monday, 10h)});
  check(met.assess(at(tuesday, 12h)).resolution,
        {commitment_state::withdrawn, at(2026y / January / 15, 17h), {}, at(monday, 15h)});
}

TEST_CASE("exactly when it is due a withdrawal is in time, and a moment later it is not") {
  const shop terms{};
  const auto in_time = follow(terms, level::days, at(monday, 9h), then{at(monday, 13h), withdrawn});
  CHECK(in_time.assess(at(tuesday, 12h)).response.state == commitment_state::withdrawn);
  const auto too_late = follow(terms, level::days, at(monday, 9h), then{at(monday, 13h) + 1ms, withdrawn});
  CHECK(too_late.assess(at(tuesday, 12h)).response.state == commitment_state::missed);
}

TEST_CASE("a clock that had not started is withdrawn; what is not promised stays so") {
  const shop terms{};
  const auto unconfirmed = follow(terms, level::confirmed, at(monday, 9h), then{at(monday, 11h), withdrawn});
  check(unconfirmed.assess(at(tuesday, 12h)).resolution,
        {commitment_state::withdrawn, deadline::not_started(), {}, at(monday, 11h)});
  static constexpr hbi::support reference{};
  const auto minor = follow(reference, hbi::severity::minor, at(monday, 9h), then{at(monday, 11h), withdrawn});
  CHECK(minor.assess(at(tuesday, 12h)).response.state == commitment_state::withdrawn);
  CHECK(minor.assess(at(tuesday, 12h)).resolution.state == commitment_state::not_promised);
}

TEST_CASE("whatever comes after a withdrawal fulfils nothing") {
  const shop terms{};
  const auto followed =
      follow(terms, level::days, at(monday, 9h), then{at(monday, 10h), hold_started}, then{at(monday, 11h), withdrawn},
             then{at(monday, 12h), responded}, then{at(monday, 12h), resolved}, then{at(monday, 12h), closed});
  check(followed.assess(at(tuesday, 12h)).response,
        {commitment_state::withdrawn, at(monday, 14h), {}, at(monday, 11h)});
  CHECK(followed.assess(at(tuesday, 12h)).resolution.state == commitment_state::withdrawn);
}

TEST_CASE("it is withdrawn once, until it is reopened") {
  const shop terms{};
  auto followed = follow(terms, level::days, at(monday, 9h), then{at(monday, 11h), withdrawn});
  CHECK(sla_tests::message_of<sla::event_error>([&] { followed.add({at(monday, 12h), withdrawn, {}}); }) ==
        "withdrawn at 2026-01-12T12:00:00Z does not fit: it has happened already");
  followed.add({at(monday, 12h), reopened, {}});
  followed.add({at(monday, 12h + 30min), withdrawn, {}});
  check(followed.assess(at(tuesday, 12h)).response,
        {commitment_state::withdrawn, at(monday, 14h), {}, at(monday, 12h + 30min)});
}

TEST_CASE("reopening what was withdrawn goes by its reading, for both clocks") {
  const auto again = [](sla::on_reopen by) {
    const shop terms{.on_reopen = by};
    return follow(terms, level::hours, at(monday, 9h), then{at(monday, 10h), withdrawn},
                  then{at(monday, 12h), reopened})
        .assess(at(monday, 12h));
  };
  const auto goes_on = again(sla::on_reopen::goes_on_without_closed_time);
  check(goes_on.response, {commitment_state::running, at(monday, 13h)});
  check(goes_on.resolution, {commitment_state::running, at(tuesday, 11h)});
  const auto restarts = again(sla::on_reopen::restarts);
  check(restarts.response, {commitment_state::running, at(monday, 14h)});
  check(restarts.resolution, {commitment_state::running, at(tuesday, 12h)});
  const auto is_final = again(sla::on_reopen::first_close_is_final);
  check(is_final.response, {commitment_state::withdrawn, at(monday, 11h), {}, at(monday, 10h)});
  check(is_final.resolution, {commitment_state::withdrawn, at(monday, 17h), {}, at(monday, 10h)});
}

// ---- The start of a critical resolution -----------------------------------------------------------------------------

TEST_CASE("as written, a replication that comes after the confirmation moves nothing") {
  static constexpr hbi::support terms{};
  const instant nine = hbi::eastern(monday, 9h);
  const auto resolution = [&](auto... events) {
    return follow(terms, hbi::severity::critical, nine, events...).assess(nine + 26h).resolution;
  };
  const then confirmation{nine + 1h, confirmed};
  CHECK(resolution(confirmation).due == nine + 25h);
  CHECK(resolution(confirmation, then{nine + 1h + 23h + 59min, replicated}).due == nine + 25h);
  CHECK(resolution(confirmation, then{nine + 1h + 23h + 59min, replicated}).state == commitment_state::missed);
  CHECK(resolution(then{nine + 30min, replicated}, confirmation).due == nine + 25h);
  CHECK(resolution(then{nine + 30min, replicated}).due == deadline::not_started());
}

TEST_CASE("where the clock needs both, it has not started until both are there, and runs from the later one") {
  const shop terms{.confirmation = sla::confirmation::needs_both};
  const auto resolution = [&](auto... events) {
    return follow(terms, level::confirmed, at(monday, 9h), events...).assess(at(tuesday, 12h)).resolution.due;
  };
  const then one{at(monday, 10h), confirmed};
  const then other{at(tuesday, 9h + 59min), replicated};
  CHECK(resolution(one) == deadline::not_started());
  CHECK(resolution(other) == deadline::not_started());
  CHECK(resolution(one, other) == at(2026y / January / 14, 9h + 59min));
  CHECK(resolution(then{at(monday, 10h), replicated}, then{at(monday, 11h), confirmed}) == at(tuesday, 11h));
}

TEST_CASE("what is asked without events is what a ticket says, also where the clock needs both") {
  for (const auto by : {sla::confirmation::stands_for_both, sla::confirmation::needs_both}) {
    const shop terms{.confirmation = by};
    const deadline due = sla::resolution_due(terms, level::confirmed, at(monday, 9h), at(monday, 10h));
    CHECK(due == at(tuesday, 10h));
    CHECK(sla::explain(terms, commitment_kind::resolution, level::confirmed, at(monday, 9h), at(monday, 10h)).due ==
          due);
  }
}

// ---- Holds ----------------------------------------------------------------------------------------------------------

TEST_CASE("where holds are recognised for the resolution only, the response runs through them") {
  constexpr year_month_day friday = 2034y / June / 9;
  const auto due = [&](sla::holds by) {
    late_mondays terms;
    terms.holds = by;
    const auto followed =
        follow(terms, level::minutes, at(friday, 8h + 46min + 12s), then{at(friday, 8h + 47min + 42s), hold_started},
               then{at(friday, 10h + 5min + 54s), hold_ended}, then{at(friday, 10h + 9min + 13s), hold_started},
               then{at(friday, 10h + 34min + 38s), hold_ended}, then{at(friday, 10h + 43min + 41s), hold_started},
               then{at(friday, 11h + 29min + 17s), hold_ended});
    return followed.assess(at(friday, 11h + 29min + 17s));
  };
  const auto resolution_only = due(sla::holds::recognised_for_resolution);
  CHECK(resolution_only.response.due == at(friday, 9h + 16min + 12s));
  CHECK(resolution_only.resolution.due == at(friday, 11h + 45min + 25s));
  CHECK(due(sla::holds::recognised).response.due == at(friday, 11h + 45min + 25s));
  CHECK(due(sla::holds::not_recognised).resolution.due == at(friday, 9h + 16min + 12s));
}

TEST_CASE("a response that no hold pauses is running, and will be missed") {
  const shop terms{.holds = sla::holds::recognised_for_resolution};
  const auto held = follow(terms, level::days, at(monday, 9h), then{at(monday, 10h), hold_started});
  CHECK(held.assess(at(monday, 12h)).response.state == commitment_state::running);
  CHECK(held.assess(at(monday, 12h)).resolution.state == commitment_state::on_hold);
  CHECK(held.next_breach(commitment_kind::response, at(monday, 12h)) == at(monday, 13h));
  CHECK_FALSE(held.next_breach(commitment_kind::resolution, at(monday, 12h)));
}

constexpr year_month_day friday = 2026y / November / 6;
constexpr year_month_day saturday = 2026y / November / 7;
constexpr year_month_day monday_after = 2026y / November / 9;

TEST_CASE("a hold that begins once the allowance is used up moves nothing, and the breach is announced") {
  const shop terms{.due_time = sla::due_time::same_time_of_day};
  const auto held = follow(terms, level::confirmed, at(friday, 8h), then{at(saturday, 10h), hold_started});
  CHECK(held.assess(at(saturday, 10h)).response.state == commitment_state::on_hold);
  CHECK(held.next_breach(commitment_kind::response, at(saturday, 10h)) == at(monday_after, 9h));
  CHECK(held.assess(at(monday_after, 9h)).response.state == commitment_state::on_hold);
  CHECK(held.assess(at(monday_after, 9h) + 1ms).response.state == commitment_state::missed);

  const auto at_the_end = follow(terms, level::days, at(friday, 10h), then{at(friday, 14h), hold_started});
  CHECK(at_the_end.next_breach(commitment_kind::response, at(friday, 14h)) == at(friday, 14h));
  const auto just_before = follow(terms, level::days, at(friday, 10h), then{at(friday, 14h) - 1ms, hold_started});
  CHECK_FALSE(just_before.next_breach(commitment_kind::response, at(friday, 14h)));
  CHECK(just_before.assess(at(2026y / December / 31, 14h)).response.state == commitment_state::on_hold);
}

TEST_CASE("a target in business days is paid in open time: a minute before closing a hold moves it, a day later not") {
  const shop terms{.due_time = sla::due_time::same_time_of_day};
  const auto due_if_held_from = [&](instant from) {
    return follow(terms, level::confirmed, at(friday, 8h), then{from, hold_started},
                  then{at(monday_after, 12h), hold_ended})
        .assess(at(monday_after, 12h))
        .response.due;
  };
  CHECK(due_if_held_from(at(friday, 16h + 59min)) == at(monday_after, 12h + 1min));
  CHECK(due_if_held_from(at(friday, 17h)) == at(monday_after, 9h));
  CHECK(due_if_held_from(at(saturday, 10h)) == at(monday_after, 9h));
}

}  // namespace
