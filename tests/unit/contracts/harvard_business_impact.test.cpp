#include "sla/contracts/harvard_business_impact.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <variant>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/policy/enumerator.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using hbi::severity;

// ---- Offerings and people ---------------------------------------------------------------------------------------------

TEST_CASE("there are seven hosted offerings, and one of them has a second window") {
  CHECK(sla::enumerators<hbi::offering>::count == 7);
  for (const auto& [service, name] : sla::enumerators<hbi::offering>::all) {
    CAPTURE(name);
    const auto windows = hbi::windows_of(service);
    CHECK(windows.size() == (service == hbi::offering::manage_mentor_spark ? 2u : 1u));
    CHECK(std::get<weekday>(windows[0].on()) == Friday);
    CHECK((windows[0].span() == sla::open_span{21h, 22h}));
    const hbi::hosted terms(service);
    CHECK(terms.maintenance_windows.size() == windows.size());
  }
  const auto second = hbi::windows_of(hbi::offering::manage_mentor_spark)[1];
  CHECK(std::get<weekday>(second.on()) == Saturday);
  CHECK((second.span() == sla::open_span{0h, 3h}));
  CHECK(hbi::support::maintenance_windows.size() == 1);
}

TEST_CASE("who may report, and how") {
  using hbi::channel;
  using hbi::role;
  for (const role by : {role::client_administrator, role::backup_administrator, role::learner})
    for (const channel through : {channel::chat, channel::email, channel::phone})
      CHECK(hbi::is_notification(by, through));
  CHECK_FALSE(hbi::is_notification(role::other, channel::phone));
  CHECK_FALSE(hbi::is_notification(role::learner, channel::other));
  CHECK_FALSE(hbi::is_notification(role::other, channel::other));
}

constexpr sla::instant in_november(unsigned day) { return hbi::eastern(2026y / November / std::chrono::day{day}, 0h); }

TEST_CASE("an administrator and a back-up, one after the other") {
  static constexpr std::array administrators{
      hbi::appointment{"Ada", {in_november(1), in_november(10)}},
      hbi::appointment{"Ben", {in_november(10), (sla::instant::max)()}},
  };
  static constexpr std::array backups{
      hbi::appointment{"Cai", {in_november(8), in_november(12)}},
      hbi::appointment{"Ben", {in_november(1), in_november(8)}},
      hbi::appointment{"Cai", {in_november(11), in_november(20)}},
      hbi::appointment{"nobody", {in_november(9), in_november(9)}},
  };
  constexpr hbi::appointments appointed(administrators, backups);
  static_assert(appointed.role_of("Ben", in_november(1)) == hbi::role::backup_administrator);
  CHECK(!appointed.role_of("Ben", in_november(8)));
  CHECK((appointed.role_of("Ben", in_november(10)) == hbi::role::client_administrator));
  CHECK((appointed.role_of("Ada", in_november(10) - 1ms) == hbi::role::client_administrator));
  CHECK(!appointed.role_of("Ada", in_november(10)));
  CHECK((appointed.role_of("Cai", in_november(19)) == hbi::role::backup_administrator));
  CHECK(!appointed.role_of("nobody", in_november(9)));
  CHECK(!hbi::appointments({}, {}).role_of("Ada", in_november(1)));
}

TEST_CASE("two back-ups or two administrators at one instant are refused, and named with it") {
  const std::array two{
      hbi::appointment{"Ada", {in_november(1), in_november(10)}},
      hbi::appointment{"Cai", {in_november(20), in_november(30)}},
      hbi::appointment{"Ben", {in_november(10) - 1ms, in_november(12)}},
  };
  CHECK_THROWS_WITH_AS(hbi::appointments({}, two),
                       "\"Ada\" and \"Ben\" are both back-ups at 2026-11-10T04:59:59.999Z; allowed: one at any instant",
                       sla::terms_error);
  CHECK_THROWS_WITH_AS(
      hbi::appointments(two, {}),
      "\"Ada\" and \"Ben\" are both administrators at 2026-11-10T04:59:59.999Z; allowed: one at any instant",
      sla::terms_error);
}

// ---- Severity ---------------------------------------------------------------------------------------------------------

TEST_CASE("severities are numbered 1 to 4") {
  CHECK(static_cast<int>(severity::critical) == 1);
  CHECK(static_cast<int>(severity::urgent) == 2);
  CHECK(static_cast<int>(severity::serious) == 3);
  CHECK(static_cast<int>(severity::minor) == 4);
}

TEST_CASE("an issue is classified by the definitions, and an open case by the stricter one") {
  using enum hbi::service_state;
  using enum hbi::behaviour;
  using hbi::classify;
  using hbi::impact;
  using hbi::remedy;

  struct definition {
    hbi::issue seen;
    severity level;
  };
  // clang-format off
  constexpr std::array definitions{
      //          service      behaviour          remedy                      impact            severity
      definition{{unavailable, not_as_documented, remedy::none,               impact::large},    severity::critical},
      definition{{unavailable, as_documented,     remedy::workaround_or_plan, impact::minimal},  severity::critical},
      definition{{available,   not_as_documented, remedy::none,               impact::large},    severity::urgent},
      definition{{available,   not_as_documented, remedy::workaround_or_plan, impact::moderate}, severity::serious},
      definition{{available,   not_as_documented, remedy::workaround_or_plan, impact::minimal},  severity::minor},
      definition{{available,   not_as_documented, remedy::none,               impact::minimal},  severity::minor},
      definition{{available,   as_documented,     remedy::none,               impact::large},    severity::minor},
      definition{{available,   as_documented,     remedy::workaround_or_plan, impact::moderate}, severity::minor},
      // Left open by the definitions: one fact of each of two levels.
      definition{{available,   not_as_documented, remedy::workaround_or_plan, impact::large},    severity::urgent},
      definition{{available,   not_as_documented, remedy::none,               impact::moderate}, severity::urgent},
  };
  // clang-format on
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    CAPTURE(i);
    CHECK(sla::name_of(classify(definitions[i].seen)) == sla::name_of(definitions[i].level));
  }
}

TEST_CASE("the table of promises") {
  using enum sla::obligation;
  const auto& table = hbi::support::severities;

  CHECK(std::get<sla::elapsed>(table[severity::critical].response.within()) == sla::elapsed{2h});
  CHECK(std::get<sla::business_time>(table[severity::urgent].response.within()) == sla::business_time{4h});
  CHECK(std::get<sla::business_days>(table[severity::serious].response.within()) == sla::business_days{1});
  CHECK(std::get<sla::business_days>(table[severity::minor].response.within()) == sla::business_days{2});

  const auto& critical = *table[severity::critical].resolution;
  CHECK(std::get<sla::elapsed>(critical.within()) == sla::elapsed{24h});
  CHECK(critical.strength() == commercially_reasonable_efforts);
  CHECK(critical.starts_from().value() == sla::clock_start::confirmation);
  const auto& urgent = *table[severity::urgent].resolution;
  CHECK(std::get<sla::business_days>(urgent.within()) == sla::business_days{3});
  CHECK(urgent.strength() == reasonable_efforts);
  CHECK_FALSE(urgent.starts_from().has_value());
  const auto& serious = *table[severity::serious].resolution;
  CHECK(std::get<sla::business_days>(serious.within()) == sla::business_days{30});
  CHECK(serious.strength() == reasonable_efforts);
  CHECK_FALSE(serious.starts_from().has_value());
  CHECK_FALSE(table[severity::minor].resolution.has_value());

  for (const auto& row : table) CHECK(row.response.strength() == firm);
}

// ---- Desk -------------------------------------------------------------------------------------------------------------

TEST_CASE("the desk is open around the clock, but for three dates themselves") {
  const auto& desk = sla::support_times(hbi::support{});
  CHECK_FALSE(is_open(desk, hbi::eastern(2026y / December / 25, 12h)));
  CHECK_FALSE(is_open(desk, hbi::eastern(2026y / April / 5, 12h)));
  CHECK_FALSE(is_open(desk, hbi::eastern(2027y / January / 1, 12h)));
  CHECK_FALSE(is_open(desk, hbi::eastern(2022y / January / 1, 12h)));  // a Saturday
  CHECK(is_open(desk, hbi::eastern(2021y / December / 31, 12h)));      // its observed date
  CHECK(is_open(desk, hbi::eastern(2026y / December / 24, 24h - 1ms)));
  CHECK(is_open(desk, hbi::eastern(2026y / December / 26, 0h)));
  CHECK(is_open(desk, hbi::eastern(2026y / November / 26, 3h)));
  CHECK(is_open(desk, hbi::eastern(2026y / July / 5, 3h)));
  CHECK(next_opening(desk, hbi::eastern(2026y / December / 25, 0h)) == hbi::eastern(2026y / December / 26, 0h));
}

// ---- The agreement ----------------------------------------------------------------------------------------------------

TEST_CASE("the readings as written") {
  constexpr hbi::support terms{};
  CHECK(terms.hour_spill == sla::hour_spill::carries_over);
  CHECK(terms.day_zero == sla::day_zero::receipt_date);
  CHECK(terms.due_time == sla::due_time::close_of_day);
  CHECK(terms.desk_closure == sla::desk_closure::clock_runs);
  CHECK(terms.resolution_start == sla::clock_start::report);
  CHECK(terms.confirmation == sla::confirmation::stands_for_both);
  CHECK(terms.holds == sla::holds::not_recognised);
  CHECK(terms.silent_remedy == sla::silent_remedy::response_still_due);
  CHECK(terms.on_close == sla::on_close::files_away);
  CHECK(terms.on_reopen == sla::on_reopen::goes_on_without_closed_time);
  CHECK(terms.on_severity_change == sla::on_severity_change::judged_from_the_original_start);
  CHECK(terms.planned_time == sla::planned_time::leaves_unavailable_time);
  CHECK(terms.outage_rounding == sla::outage_rounding::exact);
  CHECK(terms.short_notice == sla::downtime_rule::counts);
  CHECK(terms.emergency == sla::downtime_rule::counts);
  CHECK(terms.availability.at_least() == sla::fraction{999, 1000});
  CHECK(terms.maintenance_notice == sla::business_days{3});
  CHECK(terms.latency.within == sla::elapsed{10s});
  CHECK(terms.zone.name() == "America/New_York");
  CHECK(terms.month_zone.name() == "America/New_York");
  CHECK(terms.calendar.name() == "US federal");
  CHECK((terms.business_hours == sla::weekly_hours{sla::monday_to_friday, 0h, 24h}));
}

TEST_CASE("large transfers and reports are exempt from the latency clause") {
  CHECK(hbi::support::latency.counts(hbi::request_kind::ordinary));
  CHECK_FALSE(hbi::support::latency.counts(hbi::request_kind::large_upload));
  CHECK_FALSE(hbi::support::latency.counts(hbi::request_kind::large_download));
  CHECK_FALSE(hbi::support::latency.counts(hbi::request_kind::report));
}

TEST_CASE("each ready-made reading changes what its name says and nothing else") {
  const auto changes = [](const auto& terms) {
    constexpr hbi::support written{};
    return std::array{!(terms.business_hours == written.business_hours), terms.hour_spill != written.hour_spill,
                      terms.day_zero != written.day_zero, terms.due_time != written.due_time,
                      terms.desk_closure != written.desk_closure};
  };
  using changed = std::array<bool, 5>;
  CHECK((changes(hbi::support{}) == changed{}));
  CHECK((changes(hbi::office_hours{}) == changed{true}));
  CHECK((changes(hbi::one_day{}) == changed{false, true}));
  CHECK((changes(hbi::business_date{}) == changed{false, false, true}));
  CHECK((changes(hbi::same_time{}) == changed{false, false, false, true}));
  CHECK((changes(hbi::desk_pauses{}) == changed{false, false, false, false, true}));
  CHECK((changes(hbi::office_same_time{}) == changed{true, false, true, true, false}));
  CHECK((hbi::office_hours::business_hours == sla::weekly_hours{sla::monday_to_friday, 9h, 17h}));
}

TEST_CASE("clauses that compute nothing are named, each with its reason") {
  CHECK(hbi::clauses_that_compute_nothing.size() >= 2);
  for (const auto& clause : hbi::clauses_that_compute_nothing) {
    CHECK_FALSE(clause.about.empty());
    CHECK_FALSE(clause.reason.empty());
  }
  const auto names = [](std::string_view about) {
    return std::ranges::any_of(hbi::clauses_that_compute_nothing,
                               [&](const auto& clause) { return clause.about.find(about) != std::string_view::npos; });
  };
  CHECK(names("security"));
  CHECK(names("data"));
  CHECK(names("principal contact"));
}

TEST_CASE("US Eastern clock times are refused where they are skipped or repeated") {
  CHECK(hbi::eastern(2026y / November / 20, 22h) == sla::instant{sys_days{2026y / November / 21} + 3h});
  CHECK(hbi::eastern(2026y / July / 1, 24h) == sla::instant{sys_days{2026y / July / 2} + 4h});
  CHECK_THROWS_WITH_AS(static_cast<void>(hbi::eastern(2026y / March / 8, 2h + 30min)),
                       "2026-03-08T02:30:00 is skipped in America/New_York; give it as UTC or with its offset",
                       sla::civil_time_error);
  CHECK_THROWS_WITH_AS(static_cast<void>(hbi::eastern(2026y / November / 1, 1h + 30min)),
                       "2026-11-01T01:30:00 happens twice in America/New_York; give it as UTC or with its offset",
                       sla::civil_time_error);
}

TEST_CASE("US Eastern clock times are refused on dates that do not exist and beyond the day") {
  CHECK_THROWS_WITH_AS(static_cast<void>(hbi::eastern(2026y / February / 29, 9h)),
                       "there is no date 2026/2/29; allowed are dates of the Gregorian calendar",
                       sla::civil_time_error);
  CHECK_THROWS_WITH_AS(static_cast<void>(hbi::eastern(2026y / November / 20, -5h)),
                       "a time of day of -5 h after midnight; allowed are 0:00 to 24:00", sla::civil_time_error);
}

}  // namespace
