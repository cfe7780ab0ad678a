#include "sla/clock/deadline.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <optional>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/message.hpp"
#include "support/terms_text.hpp"
#include "support/unusual_hours.hpp"
#include "support/workshop.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using hbi::severity;
using sla::allowance;
using sla::business_days;
using sla::business_time;
using sla::deadline;
using sla::due_after;
using sla::elapsed;
using sla::instant;
using sla::resolution_due;
using sla::response_due;
using sla_tests::small_hours;

constexpr instant at(year_month_day date, minutes since_midnight = 0min) { return hbi::eastern(date, since_midnight); }

// In November 2026 the 20th is a Friday and Thursday the 26th is Thanksgiving Day.
constexpr year_month_day friday = 2026y / November / 20;
constexpr year_month_day saturday = 2026y / November / 21;
constexpr year_month_day sunday = 2026y / November / 22;
constexpr year_month_day monday = 2026y / November / 23;
constexpr year_month_day tuesday = 2026y / November / 24;
constexpr year_month_day wednesday = 2026y / November / 25;
constexpr year_month_day thanksgiving = 2026y / November / 26;

struct office_one_day : hbi::office_hours {
  static constexpr auto hour_spill = sla::hour_spill::within_one_day;
};
/// Two days of twelve hours, and a short one between them.
struct office_with_long_days : office_one_day {
  static constexpr sla::compiled_calendar<sla_tests::weekdays_of_two_years> calendar{};
  static constexpr sla::opening_hours business_hours{
      sla::weekly_hours{sla::monday_to_friday, 9h, 17h},
      sla::special_day{sla::civil_day{2026y / November / 24}, {{8h, 20h}}},
      sla::special_day{sla::civil_day{2026y / December / 2}, {{9h, 12h}}},
      sla::special_day{sla::civil_day{2026y / December / 9}, {{8h, 12h}, {14h, 22h}}}};
};
struct nights_one_day : office_one_day {
  static constexpr sla::compiled_calendar<sla_tests::all_days_of_two_years> calendar{};
  static constexpr sla::weekly_hours business_hours{sla::every_day, 22h, 6h};
};
struct small_hours_one_day : small_hours {
  static constexpr auto hour_spill = sla::hour_spill::within_one_day;
};
struct small_hours_same_time : small_hours {
  static constexpr auto due_time = sla::due_time::same_time_of_day;
};
struct office_same_time_of_receipt : hbi::office_hours {
  static constexpr auto due_time = sla::due_time::same_time_of_day;
};
struct from_confirmation : hbi::support {
  static constexpr auto resolution_start = sla::clock_start::confirmation;
};
struct workshop_same_time : workshop::terms {
  static constexpr auto due_time = sla::due_time::same_time_of_day;
};

// ---- deadline -------------------------------------------------------------------------------------------------------

TEST_CASE("a deadline is an instant, or one of two honest answers") {
  const deadline due = at(friday, 22h);
  CHECK(due.status() == deadline::state::due);
  CHECK(due.exists());
  CHECK(due.at() == at(friday, 22h));

  CHECK(deadline::not_started().status() == deadline::state::not_started);
  CHECK(deadline::not_promised().status() == deadline::state::not_promised);
  CHECK_FALSE(deadline::not_started().exists());
  CHECK_FALSE(deadline::not_promised().exists());
  CHECK(deadline::not_started() != deadline::not_promised());
  CHECK(deadline(instant{}) != deadline::not_started());
  CHECK_THROWS_WITH_AS(static_cast<void>(deadline::not_started().at()), "the clock of this target has not started",
                       sla::terms_error);
  CHECK_THROWS_WITH_AS(static_cast<void>(deadline::not_promised().at()), "nothing is promised for this severity",
                       sla::terms_error);
}

TEST_CASE("what happens exactly at the due instant is in time") {
  const deadline due = at(friday, 22h);
  CHECK_FALSE(due.passed_by(at(friday, 22h) - 1ms));
  CHECK_FALSE(due.passed_by(at(friday, 22h)));
  CHECK(due.passed_by(at(friday, 22h) + 1ms));
  CHECK_FALSE(deadline::not_started().passed_by(at(friday, 22h)));
  CHECK_FALSE(deadline::not_promised().passed_by(at(friday, 22h)));
}

// ---- Elapsed time ---------------------------------------------------------------------------------------------------

TEST_CASE("elapsed time does not care about nights, week-ends, holidays or clocks") {
  const hbi::support terms{};
  CHECK(due_after(terms, elapsed{2h}, at(thanksgiving, 23h)) == at(2026y / November / 27, 1h));
  CHECK(due_after(terms, elapsed{24h}, at(2026y / March / 7, 12h)) == at(2026y / March / 8, 13h));
  CHECK(due_after(terms, elapsed{24h}, at(2026y / October / 31, 12h)) == at(2026y / November / 1, 11h));
  CHECK(due_after(terms, elapsed{1ms}, at(friday)) == at(friday) + 1ms);
}

TEST_CASE("a closed desk stops elapsed targets only where the agreement says so") {
  const hbi::desk_pauses terms{};
  CHECK(due_after(terms, elapsed{2h}, at(2026y / December / 24, 22h)) == at(2026y / December / 25));
  CHECK(due_after(terms, elapsed{2h}, at(2026y / December / 25, 12h)) == at(2026y / December / 26, 2h));
  CHECK(due_after(terms, elapsed{24h}, at(2026y / April / 4, 12h)) == at(2026y / April / 6, 12h));  // Easter Sunday
  CHECK(due_after(terms, elapsed{24h}, at(thanksgiving, 12h)) == at(2026y / November / 27, 12h));
  CHECK(due_after(terms, business_days{1}, at(2026y / December / 24, 22h)) == at(2026y / December / 29));
}

// ---- Business time --------------------------------------------------------------------------------------------------

TEST_CASE("business time used up at closing time is due at closing time") {
  const hbi::office_hours terms{};
  CHECK(due_after(terms, business_time{4h}, at(wednesday, 13h)) == at(wednesday, 17h));
  CHECK(due_after(terms, business_time{4h}, at(wednesday, 13h) + 1ms) == at(2026y / November / 27, 9h) + 1ms);
  CHECK(due_after(terms, business_time{8h}, at(friday, 17h)) == at(monday, 17h));
  CHECK(due_after(hbi::support{}, business_time{4h}, at(wednesday, 20h)) == at(thanksgiving));
}

TEST_CASE("within one day a target starts at the next opening if today does not hold it") {
  const office_one_day terms{};
  CHECK(due_after(terms, business_time{4h}, at(wednesday, 13h)) == at(wednesday, 17h));
  CHECK(due_after(terms, business_time{4h}, at(wednesday, 13h) + 1ms) == at(2026y / November / 27, 13h));
  CHECK(due_after(terms, business_time{4h}, at(saturday, 10h)) == at(monday, 13h));
  CHECK(due_after(terms, business_time{4h}, at(monday, 6h)) == at(monday, 13h));
  CHECK(due_after(terms, business_time{8h}, at(monday, 9h)) == at(monday, 17h));
  CHECK(due_after(terms, business_time{8h}, at(monday, 9h) + 1ms) == at(tuesday, 17h));
  CHECK(due_after(hbi::one_day{}, business_time{24h}, at(monday, 1h)) == at(wednesday));
}

TEST_CASE("a target longer than every day never fits into one day") {
  CHECK_THROWS_WITH_AS(static_cast<void>(due_after(office_one_day{}, business_time{8h + 1ms}, at(friday))),
                       "a target of 8 h 0.001 s business time within one day fits into no business day from "
                       "2026-11-20T05:00:00Z on",
                       sla::terms_error);
  CHECK_THROWS_AS((void)due_after(hbi::one_day{}, business_time{hours{10'000'000}}, at(friday)), sla::terms_error);
}

TEST_CASE("a target longer than every weekday fits into a special day that is long enough") {
  const office_with_long_days terms{};
  CHECK(due_after(terms, business_time{10h}, at(tuesday, 8h)) == at(tuesday, 18h));
  CHECK(due_after(terms, business_time{10h}, at(tuesday, 10h)) == at(tuesday, 20h));
  CHECK(due_after(terms, business_time{10h}, at(friday, 16h)) == at(tuesday, 18h));
  CHECK(due_after(terms, business_time{10h}, at(tuesday, 10h) + 1ms) == at(2026y / December / 9, 20h));
  CHECK(due_after(terms, business_time{12h}, at(wednesday, 9h)) == at(2026y / December / 9, 22h));
  CHECK(due_after(terms, business_time{8h}, at(2026y / December / 1, 10h)) == at(2026y / December / 3, 17h));
  CHECK(sla_tests::message_of<sla::terms_error>([&] {
          (void)due_after(terms, business_time{10h}, at(2026y / December / 9, 15h));
        }) == "a target of 10 h business time within one day fits into no business day from 2026-12-09T20:00:00Z on");
  CHECK_THROWS_AS((void)due_after(terms, business_time{12h + 1ms}, at(friday)), sla::terms_error);
  static_assert(due_after(terms, business_time{10h}, at(friday)) == at(tuesday, 18h));
}

TEST_CASE("a target longer than every usual night fits into the one in which the clocks repeat an hour") {
  const nights_one_day terms{};
  const instant evening = at(2026y / October / 31, 22h);
  CHECK(due_after(terms, business_time{9h}, evening) == evening + 9h);
  CHECK(due_after(terms, business_time{9h}, at(2026y / March / 7, 23h)) == evening + 9h);
  CHECK(due_after(terms, business_time{9h}, evening + 1ms) == at(2027y / November / 7, 6h));
  CHECK(sla_tests::message_of<sla::terms_error>([&] {
          (void)due_after(terms, business_time{9h}, at(2027y / November / 6, 23h));
        }) == "a target of 9 h business time within one day fits into no business day from 2027-11-07T03:00:00Z on");
  static_assert(due_after(terms, business_time{9h}, at(2026y / March / 7)) == at(2026y / November / 1, 6h));
}

// ---- Business days --------------------------------------------------------------------------------------------------

TEST_CASE("as written, the date of receipt is day 0 and the target runs to the close of the last day") {
  const hbi::support terms{};
  CHECK(due_after(terms, business_days{1}, at(friday)) == at(tuesday));
  CHECK(due_after(terms, business_days{1}, at(saturday) - 1ms) == at(tuesday));
  CHECK(due_after(terms, business_days{1}, at(saturday)) == at(tuesday));
  CHECK(due_after(terms, business_days{1}, at(sunday, 23h)) == at(tuesday));
  CHECK(due_after(terms, business_days{1}, at(monday)) == at(wednesday));
  CHECK(due_after(terms, business_days{2}, at(tuesday)) == at(2026y / November / 28));
  CHECK(due_after(hbi::office_hours{}, business_days{2}, at(tuesday, 20h)) == at(2026y / November / 27, 17h));
}

TEST_CASE("by business date, a receipt outside business hours arrives at the next opening") {
  const hbi::business_date terms{};
  CHECK(due_after(terms, business_days{1}, at(friday, 23h)) == at(tuesday));
  CHECK(due_after(terms, business_days{1}, at(saturday, 12h)) == at(wednesday));
  CHECK(due_after(terms, business_days{1}, at(thanksgiving, 12h)) == at(2026y / December / 1));
}

TEST_CASE("the same time of day is clamped to the hours of the last day") {
  const hbi::same_time whole_days{};
  CHECK(due_after(whole_days, business_days{1}, at(friday, 22h + 5min)) == at(monday, 22h + 5min));
  CHECK(due_after(whole_days, business_days{3}, at(friday, 22h)) == at(wednesday, 22h));
  CHECK(due_after(whole_days, business_days{1}, at(monday)) == at(tuesday));
  CHECK(due_after(whole_days, business_days{1}, at(2026y / March / 6, 9h)) == at(2026y / March / 9, 9h));

  const office_same_time_of_receipt office{};
  CHECK(due_after(office, business_days{1}, at(friday, 10h)) == at(monday, 10h));
  CHECK(due_after(office, business_days{1}, at(friday, 6h)) == at(monday, 9h));
  CHECK(due_after(office, business_days{1}, at(friday, 9h)) == at(monday, 9h));
  CHECK(due_after(office, business_days{1}, at(friday, 17h)) == at(monday, 17h));
  CHECK(due_after(office, business_days{1}, at(friday, 22h)) == at(monday, 17h));
}

TEST_CASE("a business day whose hours the clocks skip begins and ends as they are changed") {
  constexpr instant received = at(2026y / March / 7, 2h + 30min);
  constexpr instant change = at(2026y / March / 8, 3h);
  CHECK(due_after(small_hours{}, business_days{1}, received) == change);
  CHECK(due_after(small_hours_same_time{}, business_days{1}, received) == change);
  CHECK(due_after(small_hours_same_time{}, business_days{1}, at(2026y / March / 7, 12h)) == change);
  CHECK(due_after(small_hours{}, business_time{45min}, received) == at(2026y / March / 9, 2h + 15min));
  CHECK(due_after(small_hours_one_day{}, business_time{45min}, received) == at(2026y / March / 9, 2h + 45min));
}

TEST_CASE("by business date and same time, a moved receipt counts from the opening") {
  const hbi::office_same_time terms{};
  CHECK(due_after(terms, business_days{1}, at(friday, 10h)) == at(monday, 10h));
  CHECK(due_after(terms, business_days{1}, at(friday, 6h)) == at(monday, 9h));
  CHECK(due_after(terms, business_days{1}, at(friday, 22h)) == at(tuesday, 9h));
  CHECK(due_after(terms, business_days{2}, at(tuesday, 20h)) == at(2026y / November / 30, 9h));
}

// ---- A user's own agreement -----------------------------------------------------------------------------------------

TEST_CASE("an agreement of a user's own, with split hours on six days") {
  using workshop::at;
  using workshop::level;
  const workshop::terms terms{};
  CHECK(response_due(terms, level::machine_stands, at(friday, 11h + 30min)) == at(friday, 13h + 30min));
  CHECK(response_due(terms, level::machine_stands, at(friday, 11h)) == at(friday, 12h));
  CHECK(response_due(terms, level::machine_limps, at(friday, 16h)) == at(saturday, 13h));
  CHECK(response_due(terms, level::machine_limps, at(friday, 16h) + 1s) == at(monday, 8h) + 1s);
  CHECK(response_due(terms, level::question, at(friday, 16h)) == at(monday, 16h));
  CHECK(resolution_due(terms, level::machine_stands, at(saturday, 9h), std::nullopt) == at(tuesday, 14h));
  CHECK(resolution_due(terms, level::machine_limps, at(friday, 9h), std::nullopt) == deadline::not_started());
  CHECK(resolution_due(terms, level::machine_limps, at(friday, 9h), at(friday, 19h)) == at(monday, 18h));
  CHECK(resolution_due(terms, level::question, at(friday, 9h), std::nullopt) == deadline::not_promised());
}

TEST_CASE("the same time of day in a lunch break is the closing before it") {
  using workshop::at;
  const workshop_same_time terms{};
  CHECK(due_after(terms, business_days{1}, at(monday, 12h + 30min)) == at(tuesday, 12h));
  CHECK(due_after(terms, business_days{1}, at(monday, 12h)) == at(tuesday, 12h));
  CHECK(due_after(terms, business_days{1}, at(monday, 13h)) == at(tuesday, 13h));
  CHECK(due_after(terms, business_days{1}, at(friday, 17h)) == at(saturday, 13h));
  CHECK(due_after(terms, business_days{2}, at(friday, 7h)) == at(monday, 8h));
}

// ---- Commitments ------------------------------------------------------------------------------------------------------

TEST_CASE("a resolution starts where its row says, otherwise where the agreement says") {
  const instant reported = at(friday, 10h);
  const instant confirmed = at(monday, 10h);
  const hbi::support terms{};
  CHECK(resolution_due(terms, severity::critical, reported, std::nullopt) == deadline::not_started());
  CHECK(resolution_due(terms, severity::critical, reported, confirmed) == at(tuesday, 10h));
  CHECK(resolution_due(terms, severity::urgent, reported, std::nullopt) == at(thanksgiving));
  CHECK(resolution_due(terms, severity::urgent, reported, confirmed) == at(thanksgiving));
  CHECK(resolution_due(terms, severity::minor, reported, confirmed) == deadline::not_promised());
  CHECK(resolution_due(terms, severity::minor, reported, std::nullopt) == deadline::not_promised());

  const from_confirmation later{};
  CHECK(resolution_due(later, severity::urgent, reported, std::nullopt) == deadline::not_started());
  CHECK(resolution_due(later, severity::urgent, reported, confirmed) == at(2026y / November / 28));
  CHECK(resolution_due(later, severity::minor, reported, confirmed) == deadline::not_promised());
}

TEST_CASE("a confirmation before the report is refused, whatever the severity") {
  const instant reported = at(friday, 10h);
  const hbi::support terms{};
  for (const severity each : {severity::critical, severity::urgent, severity::minor})
    CHECK_THROWS_WITH_AS(static_cast<void>(resolution_due(terms, each, reported, reported - 1ms)),
                         "a confirmation at 2026-11-20T14:59:59.999Z is before the report; allowed: "
                         "2026-11-20T15:00:00Z or later",
                         sla::event_error);
  CHECK(resolution_due(terms, severity::critical, reported, reported) == at(saturday, 10h));
}

TEST_CASE("a value that is no level and a date outside the calendar have no deadline") {
  CHECK_THROWS_WITH_AS(static_cast<void>(response_due(hbi::support{}, severity{7}, at(friday))),
                       "the severity with value 7 has no row in the table", sla::terms_error);
  CHECK_THROWS_AS(static_cast<void>(response_due(hbi::support{}, severity::minor, at(2099y / December / 31))),
                  sla::coverage_error);
  CHECK_THROWS_AS(static_cast<void>(response_due(hbi::support{}, severity::urgent, at(1970y / December / 31))),
                  sla::coverage_error);
  CHECK_NOTHROW(static_cast<void>(response_due(hbi::support{}, severity::critical, at(2100y / June / 1))));
}

TEST_CASE("a fix goes out with the first release that does not precede it") {
  constexpr std::array releases{instant{sys_days{2026y / December / 15}}, instant{sys_days{2026y / November / 1}},
                                instant{sys_days{2026y / December / 1}}};
  CHECK(sla::release_due(sys_days{2026y / November / 10}, releases) == releases[2]);
  CHECK(sla::release_due(releases[2], releases) == releases[2]);
  CHECK(sla::release_due(releases[2] + 1ms, releases) == releases[0]);
  CHECK(sla::release_due(sys_days{2026y / October / 1}, releases) == releases[1]);
  CHECK(sla::release_due(releases[0] + 1ms, releases) == std::nullopt);
  CHECK(sla::release_due(releases[0], {}) == std::nullopt);
}

TEST_CASE("a batch of issues has the due instants of the single ones, and says where there is none") {
  const std::array severities{severity::critical, severity::urgent, severity::serious, severity::minor};
  const std::array reported{at(friday, 22h), at(friday, 22h), at(saturday, 9h), at(wednesday, 16h)};
  std::vector<deadline> due(4, deadline::not_started());
  response_due(hbi::support{}, severities, reported, due);
  for (std::size_t i = 0; i < due.size(); ++i)
    CHECK(due[i] == response_due(hbi::support{}, severities[i], reported[i]));
  CHECK(due[1] == at(monday, 2h));

  auto too_late = reported;
  too_late[2] = at(2099y / December / 31, 12h);
  CHECK(sla_tests::message_of<sla::coverage_error>([&] { response_due(hbi::support{}, severities, too_late, due); }) ==
        "element 2: the calendar \"US federal\" does not cover 2100-01-01; it covers 1971-01-01 to 2099-12-31");
  due.pop_back();
  CHECK_THROWS_AS(response_due(hbi::support{}, severities, reported, due), sla::batch_error);
}

TEST_CASE("an allowance that is nothing or less is refused") {
  for (const sla::allowance& none :
       {sla::allowance(sla::elapsed{0h}), sla::allowance(sla::elapsed{-1h}), sla::allowance(sla::business_time{0h}),
        sla::allowance(sla::business_days{0}), sla::allowance(sla::business_days{-1})})
    CHECK(sla_tests::message_of<sla::terms_error>([&] { (void)sla::due_after(hbi::support{}, none, at(friday)); }) ==
          "a target must be more than zero; where nothing is promised, say case_by_case{}");
  CHECK_THROWS_AS((void)sla::started_at(office_one_day{}, sla::business_time{-1h}, at(saturday)), sla::terms_error);
}

}  // namespace
