#include "sla/fmt/terms.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>

#include "sla/calendar/us_federal.hpp"
#include "sla/contracts/google_cloud_cdn.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/formatted.hpp"
#include "support/moments.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using namespace sla::literals;
using sla_tests::formatted;
using sla_tests::utc;

namespace {

TEST_CASE("hours and days of the week as a description has them") {
  CHECK(formatted(sla::monday_to_friday) == "Monday to Friday");
  CHECK(formatted(sla::open_span{22h, 30h}) == "22:00-06:00");
  CHECK(formatted(sla::day_hours{{9h, 12h}, {13h, 17h}}) == "09:00-12:00 and 13:00-17:00");
  CHECK(formatted(sla::day_hours{}) == "closed");
  const sla::weekly_hours week{sla::monday_to_friday, 9h, 17h};
  const sla::special_day eve{sla_tests::date(2026y / December / 24), {{9h, 12h}}};
  CHECK(formatted(week) == "Monday to Friday 09:00-17:00");
  CHECK(formatted(eve) == "2026-12-24 09:00-12:00");
  CHECK(formatted(sla::opening_hours{week, eve}) == "Monday to Friday 09:00-17:00; 2026-12-24 09:00-12:00");
  CHECK(formatted(sla::loaded_hours{week, {eve}}) == "Monday to Friday 09:00-17:00; 2026-12-24 09:00-12:00");
  CHECK(formatted(sla::recurrence{Friday, 21h, 22h}) == "every Friday 21:00-22:00");
}

TEST_CASE("hours of a day and longer are said in two spans that touch, for a clock has no other words for them") {
  CHECK(formatted(sla::open_span{0h, 24h}) == "00:00-24:00");
  CHECK(formatted(sla::open_span{6h, 30h - 1min}) == "06:00-05:59");
  CHECK(formatted(sla::open_span{6h, 30h}) == "06:00-15:00 and 15:00-06:00");
  CHECK(formatted(sla::open_span{6h, 32h}) == "06:00-16:00 and 16:00-08:00");
  CHECK(formatted(sla::open_span{24h - 1ms, 48h - 2ms}) == "23:59:59.999-23:59:59.998");
  const sla::day_hours long_day{{6h, 20h}, {20h, 8h}};
  CHECK(formatted(long_day) == "06:00-16:00 and 16:00-08:00");
  CHECK(formatted(sla::special_day{sla_tests::date(2026y / December / 23), long_day}) ==
        "2026-12-23 06:00-16:00 and 16:00-08:00");
  CHECK(formatted(sla::weekly_hours(Monday, 2h, 20h).also(Monday, 20h, 6h)) == "Monday 02:00-15:00 and 15:00-06:00");
}

TEST_CASE("holidays by their names, calendars in full") {
  const sla::holiday labor_day{"Labor Day", September / Monday[1]};
  CHECK(formatted(labor_day) == "Labor Day");
  CHECK(formatted(sla::named_holiday{"Labor Day", labor_day}) == "Labor Day");
  CHECK(formatted(sla::observance::nearest_weekday, "w") == "nearest weekday");
  const std::string federal = formatted(sla::us_federal);
  CHECK(federal.starts_with("US federal: Monday to Friday, but for New Year's Day, "));
  CHECK(federal.ends_with("(nearest weekday); known from 1971-01-01 to 2099-12-31"));
  CHECK(formatted(sla::loaded_calendar(sla::us_federal)) == federal);
}

TEST_CASE("enumerators by their names, or in words") {
  CHECK(formatted(sla::hour_spill::carries_over) == "carries_over");
  CHECK(formatted(sla::hour_spill::carries_over, "w") == "carries over");
  CHECK(formatted(sla::obligation::reasonable_efforts, ">20w") == "  reasonable efforts");
  CHECK(formatted(sla::required_share::comparison::at_least) == "at_least");
}

TEST_CASE("promises read as in a description") {
  CHECK(formatted(sla::respond_within(sla::business_time{4h})) == "within 4 h business time, firm");
  CHECK(formatted(sla::resolve_within(sla::elapsed{24h}).from(sla::clock_start::confirmation)) ==
        "within 24 h elapsed from the confirmation, firm");
  CHECK(formatted(sla::case_by_case{}) == "case by case");
  CHECK(formatted(hbi::severities[hbi::severity::minor]) ==
        "minor: response within 2 business days, firm; resolution case by case: not promised");
  const std::string table = formatted(hbi::severities);
  CHECK(std::ranges::count(table, '\n') == 3);
  CHECK(table.find("\nurgent: response within 4 h business time, firm; resolution within 3 business days") !=
        std::string::npos);
  CHECK(formatted(sla::loaded_severity_table(hbi::severities)) == table);
  CHECK(formatted(sla::severity_level{2}) == "2");
  const sla::row<sla::severity_level> by_number{sla::severity_level{2}, sla::respond_within(sla::elapsed{1h}),
                                                sla::case_by_case{}};
  CHECK(formatted(by_number).starts_with("2: response within 1 h elapsed"));
  CHECK(formatted(sla::described_clause{"hour_spill", "carries over"}) == "hour_spill: carries over");
}

TEST_CASE("objectives") {
  CHECK(formatted(hbi::support::availability) == "at least 99.9 % of a month");
  CHECK(formatted(sla::objective_over<sla::civil_quarter>{99.95_percent}) == "at least 99.95 % of a quarter");
  CHECK(formatted(sla::more_than(sla::fraction{1, 2})) == "more than 50 %");
  CHECK(formatted(hbi::support::latency) ==
        "more than 50 % of requests within 10 s, not counting large upload, large download, report");
  CHECK(formatted(sla::loaded_latency_objective{sla::elapsed{10s}, sla::at_least(95_percent), {"report"}}) ==
        "at least 95 % of requests within 10 s, not counting report");
}

TEST_CASE("maintenance, and what an agreement makes of it") {
  const sla::instant announced = hbi::eastern(2026y / November / 20, 12h);
  const sla::maintenance work{
      sla::maintenance_kind::routine,
      {hbi::eastern(2026y / November / 20, 21h + 30min), hbi::eastern(2026y / November / 20, 23h)},
      announced};
  CHECK(formatted(work, "@America/New_York") ==
        "routine, Fri 2026-11-20 21:30 EST to Fri 2026-11-20 23:00 EST, announced Fri 2026-11-20 12:00 EST");
  CHECK(formatted(sla::maintenance{sla::maintenance_kind::emergency, work.during, {}}).ends_with(", not announced"));
  CHECK(formatted(sla::judge(hbi::support{}, work), "@America/New_York") ==
        "short notice: 30 min excused, 1 h counted, could start Thu 2026-11-26 00:00 EST");
  CHECK(formatted(sla::maintenance_in(hbi::support{}, work.during, {})) ==
        "scheduled 30 min, identified 0 s, short notice 0 s, emergency 0 s; excused 30 min");
  CHECK(formatted(sla::no_maintenance{}) == "no maintenance");
}

TEST_CASE("credits read as in a description") {
  CHECK(formatted(sla::credit_sum{sla::money{125'000}, sla::money{12'500}}, ".2") == "125.00 of 1250.00");
  const sla::credit_tier tier{.at_least = 99_percent, .below = 99.9_percent, .credit = 10_percent};
  CHECK(formatted(tier) == "10 % of the fee from 99 % to below 99.9 %");
  CHECK(formatted(sla::credit_cap{50_percent}) == "at most 50 % of the fee");
  CHECK(formatted(sla::no_credits{}) == "no credits");
  CHECK(formatted(sla::loaded_credit_schedule(sla::no_credits{})) == "no credits");
  const std::string schedule = formatted(sla::google_cloud_cdn::credits);
  CHECK(schedule.ends_with("; at most 50 % of the fee"));
  CHECK(formatted(sla::loaded_credit_schedule(sla::google_cloud_cdn::credits)) == schedule);
}

TEST_CASE("editions, and answers of theirs") {
  const sla::edition<hbi::support> second{"2026", utc(2026y / January / 1, 5h), {}};
  CHECK(formatted(second) == "2026, from 2026-01-01T05:00:00Z");
  CHECK(formatted(sla::edition_answer<sla::fraction>{"2026", sla::fraction{1, 2}}, ".1") == "50.0 % (2026)");
}

}  // namespace
