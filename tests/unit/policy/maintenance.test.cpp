#include "sla/policy/maintenance.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <random>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::downtime_rule;
using sla::earliest_start;
using sla::instant;
using sla::latest_notice;
using sla::maintenance;
using sla::maintenance_kind;
using sla::maintenance_status;

constexpr instant at(year_month_day date, minutes since_midnight = 0min) { return hbi::eastern(date, since_midnight); }

struct ten_days : hbi::support {
  static constexpr sla::business_days maintenance_notice{10};
};
struct night_shift : hbi::support {
  static constexpr sla::weekly_hours business_hours{sla::monday_to_friday, hours{22}, hours{6}};
};
struct excusing : hbi::support {
  static constexpr auto short_notice = downtime_rule::excused;
  static constexpr auto emergency = downtime_rule::excused;
};

struct only_emergencies : hbi::support {
  static constexpr auto emergency = downtime_rule::excused;
};

TEST_CASE("the date of the announcement does not count, whatever its hour") {
  CHECK(earliest_start(hbi::support{}, at(2026y / November / 16)) == at(2026y / November / 20));
  CHECK(earliest_start(hbi::support{}, at(2026y / November / 17) - 1ms) == at(2026y / November / 20));
  CHECK(earliest_start(hbi::support{}, at(2026y / November / 17)) == at(2026y / November / 21));
}

TEST_CASE("with office hours maintenance may start at the close of the last day of notice") {
  CHECK(earliest_start(hbi::office_hours{}, at(2026y / November / 16, 12h)) == at(2026y / November / 19, 17h));
  CHECK(latest_notice(hbi::office_hours{}, at(2026y / November / 19, 17h)) == at(2026y / November / 17));
  CHECK(latest_notice(hbi::office_hours{}, at(2026y / November / 19, 17h) - 1ms) == at(2026y / November / 16));
  CHECK(latest_notice(hbi::office_hours{}, at(2026y / November / 21, 12h)) == at(2026y / November / 18));
}

TEST_CASE("a start in the small hours of a holiday or a week-end counts back from the last business day") {
  CHECK(latest_notice(hbi::support{}, at(2026y / November / 26)) == at(2026y / November / 23));
  CHECK(latest_notice(hbi::support{}, at(2026y / November / 26, 23h)) == at(2026y / November / 23));
  CHECK(latest_notice(hbi::support{}, at(2026y / November / 27, 1h)) == at(2026y / November / 23));
  CHECK(latest_notice(hbi::support{}, at(2026y / November / 28)) == at(2026y / November / 24));
}

template <class Terms>
void both_directions_agree(instant announced, instant start) {
  const bool by_notice = announced < latest_notice(Terms{}, start);
  const bool by_start = earliest_start(Terms{}, announced) <= start;
  if (by_notice != by_start) FAIL_CHECK("announced ", sla::iso(announced), ", start ", sla::iso(start));
}

TEST_CASE("both directions agree for every hour of a year") {
  const instant new_year = at(2026y / January / 1);
  for (instant start = new_year; start < at(2027y / January / 1); start += 1h) {
    const instant bound = latest_notice(hbi::support{}, start);
    both_directions_agree<hbi::support>(bound, start);
    both_directions_agree<hbi::support>(bound - 1ms, start);
    const instant earliest = earliest_start(hbi::support{}, start);
    both_directions_agree<hbi::support>(start, earliest);
    both_directions_agree<hbi::support>(start, earliest - 1ms);
  }
}

TEST_CASE_TEMPLATE("both directions agree for random instants", Terms, hbi::support, hbi::office_hours, ten_days,
                   night_shift) {
  std::mt19937_64 random(20261120);
  const instant from = at(1972y / January / 1);
  const auto range = static_cast<std::uint64_t>((at(2099y / January / 1) - from).count());
  for (int round = 0; round < 20'000; ++round) {
    const instant announced = from + milliseconds{static_cast<std::int64_t>(random() % range)};
    both_directions_agree<Terms>(announced,
                                 announced + milliseconds{static_cast<std::int64_t>(random() % (days{20} / 1ms))});
    const instant earliest = earliest_start(Terms{}, announced);
    both_directions_agree<Terms>(announced, earliest);
    both_directions_agree<Terms>(announced, earliest - 1ms);
    const instant bound = latest_notice(Terms{}, announced);
    both_directions_agree<Terms>(bound, announced);
    both_directions_agree<Terms>(bound - 1ms, announced);
  }
}

constexpr sla::interval thursday{at(2026y / November / 26), at(2026y / November / 26, 2h)};

constexpr maintenance work(maintenance_kind kind, std::optional<instant> announced) {
  return {kind, thursday, announced};
}

TEST_CASE("what an agreement makes of maintenance") {
  const hbi::support terms{};
  CHECK(judge(terms, work(maintenance_kind::routine, at(2026y / November / 22, 23h))) ==
        maintenance_status::identified);
  CHECK(judge(terms, work(maintenance_kind::routine, at(2026y / November / 23))) == maintenance_status::short_notice);
  CHECK(judge(terms, work(maintenance_kind::routine, std::nullopt)) == maintenance_status::short_notice);
  CHECK(judge(terms, work(maintenance_kind::emergency, std::nullopt)) == maintenance_status::emergency);
  CHECK(judge(terms, work(maintenance_kind::emergency, at(2026y / November / 1))) == maintenance_status::emergency);
}

TEST_CASE("maintenance within the windows is scheduled, and only all of it") {
  const hbi::support terms{};
  const instant opens = at(2026y / November / 20, 21h);
  const auto during = [&](instant from, instant to) {
    return judge(terms, maintenance{maintenance_kind::routine, {from, to}, std::nullopt});
  };
  CHECK(during(opens, opens + 1h) == maintenance_status::scheduled);
  CHECK(during(opens, opens + 1h + 1ms) == maintenance_status::short_notice);
  CHECK(during(opens - 1ms, opens + 1h) == maintenance_status::short_notice);
  CHECK(judge(hbi::hosted{hbi::offering::manage_mentor_spark},
              maintenance{maintenance_kind::routine, {opens + 3h, opens + 6h}, std::nullopt}) ==
        maintenance_status::scheduled);
  CHECK(sla::downtime_of(terms, {maintenance_kind::emergency, {opens, opens + 1h}, std::nullopt}) ==
        downtime_rule::excused);
}

TEST_CASE("downtime in identified maintenance is excused; for the other kinds the agreement says") {
  const maintenance identified = work(maintenance_kind::routine, at(2026y / November / 22, 23h));
  const maintenance late = work(maintenance_kind::routine, at(2026y / November / 25));
  const maintenance emergency = work(maintenance_kind::emergency, std::nullopt);

  CHECK(downtime_of(hbi::support{}, identified) == downtime_rule::excused);
  CHECK(downtime_of(hbi::support{}, late) == downtime_rule::counts);
  CHECK(downtime_of(hbi::support{}, emergency) == downtime_rule::counts);

  CHECK(downtime_of(excusing{}, identified) == downtime_rule::excused);
  CHECK(downtime_of(excusing{}, late) == downtime_rule::excused);
  CHECK(downtime_of(excusing{}, emergency) == downtime_rule::excused);

  CHECK(downtime_of(only_emergencies{}, late) == downtime_rule::counts);
  CHECK(downtime_of(only_emergencies{}, emergency) == downtime_rule::excused);
}

TEST_CASE("outside the calendar there is no answer") {
  CHECK_THROWS_AS(static_cast<void>(earliest_start(hbi::support{}, at(2099y / December / 31))), sla::coverage_error);
  CHECK_THROWS_AS(static_cast<void>(latest_notice(hbi::support{}, at(1971y / January / 2))), sla::coverage_error);
}

}  // namespace
