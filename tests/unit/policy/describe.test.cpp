#include "sla/policy/describe.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"
#include "support/workshop.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::text_of;
using sla::weekday_set;
using sla_tests::date;

std::vector<std::string> described(const auto& terms) {
  std::vector<std::string> lines;
  for (const sla::described_clause& each : sla::describe(terms)) lines.push_back(each.clause + ": " + each.says);
  return lines;
}

/// What one clause of an agreement says.
std::string said(const auto& terms, std::string_view clause) {
  for (const sla::described_clause& each : sla::describe(terms))
    if (each.clause == clause) return each.says;
  return "no such clause";
}

const std::string us_federal =
    "US federal: Monday to Friday, but for New Year's Day, Birthday of Martin Luther King, Jr., Washington's Birthday, "
    "Memorial Day, Juneteenth National Independence Day, Independence Day, Labor Day, Columbus Day, Veterans Day, "
    "Thanksgiving Day, Christmas Day (nearest weekday); known from 1971-01-01 to 2099-12-31";

const std::vector<std::string> reference{
    "title: Harvard Business Impact, technical service level and support policy",
    "critical: response within 2 h elapsed, firm; resolution within 24 h elapsed from the confirmation, commercially "
    "reasonable efforts",
    "urgent: response within 4 h business time, firm; resolution within 3 business days, reasonable efforts",
    "serious: response within 1 business day, firm; resolution within 30 business days, reasonable efforts",
    "minor: response within 2 business days, firm; resolution case by case: not promised",
    "calendar: " + us_federal,
    "business_hours: Monday to Friday 00:00-24:00",
    "zone: America/New_York",
    "support_days: support desk: Monday to Sunday, but for New Year's Day, Easter Sunday, Christmas Day (actual date); "
    "known from 1971-01-01 to 2099-12-31",
    "support_hours: Monday to Sunday 00:00-24:00",
    "hour_spill: carries over",
    "day_zero: receipt date",
    "due_time: close of day",
    "desk_closure: clock runs",
    "resolution_start: report",
    "confirmation: stands for both",
    "holds: not recognised",
    "silent_remedy: response still due",
    "on_close: files away",
    "on_reopen: goes on without closed time",
    "on_severity_change: judged from the original start",
    "planned_time: leaves unavailable time",
    "outage_rounding: exact",
    "partial_outages: count by weight",
    "unknown_time: counts as up",
    "short_notice: counts",
    "emergency: counts",
    "availability: at least 99.9 % of a month",
    "month_zone: months of America/New_York",
    "shortest_outage: every outage counts",
    "maintenance_windows: every Friday 21:00-22:00",
    "maintenance_notice: 3 business days",
    "latency: more than 50 % of requests within 10 s, not counting large upload, large download, report"};

TEST_CASE("the reference agreement says itself back, clause by clause") {
  CHECK((described(hbi::support{}) == reference));
}

TEST_CASE("a loaded agreement says the same as the constant it is made of") {
  CHECK((described(sla::loaded_agreement(hbi::support{})) == reference));
}

TEST_CASE("an agreement about due dates alone says what it has") {
  CHECK((described(workshop::terms{}) ==
         std::vector<std::string>{
             "machine_stands: response within 1 h business time, firm; resolution within 18 h business time, firm",
             "machine_limps: response within 6 h business time, firm; resolution within 2 business days from the "
             "confirmation, firm",
             "question: response within 72 h elapsed, firm; resolution case by case: not promised",
             "calendar: workshop: Monday to Saturday, but for New Year's Day, Independence Day, Good Friday, Christmas "
             "Day (actual date); known from 2020-01-01 to 2039-12-31",
             "business_hours: Monday to Friday 08:00-12:00 and 13:00-18:00; Saturday 09:00-13:00",
             "zone: America/Los_Angeles",
             "support_days: workshop: Monday to Saturday, but for New Year's Day, Independence Day, Good Friday, "
             "Christmas Day (actual date); known from 2020-01-01 to 2039-12-31",
             "support_hours: Monday to Friday 08:00-12:00 and 13:00-18:00; Saturday 09:00-13:00",
             "hour_spill: carries over", "day_zero: receipt date", "due_time: close of day", "desk_closure: clock runs",
             "resolution_start: report"}));
}

// ---- Words ----------------------------------------------------------------------------------------------------------

TEST_CASE("an allowance says its kind of hours") {
  CHECK(text_of(sla::allowance(sla::elapsed{26h})) == "26 h elapsed");
  CHECK(text_of(sla::allowance(sla::business_time{90min})) == "1 h 30 min business time");
  CHECK(text_of(sla::allowance(sla::business_days{1})) == "1 business day");
}

TEST_CASE("three neighbours of the week and more are a range, the week begins on Monday") {
  CHECK(text_of(sla::no_day) == "no day");
  CHECK(text_of(weekday_set{Wednesday}) == "Wednesday");
  CHECK(text_of(weekday_set{Monday, Tuesday}) == "Monday, Tuesday");
  CHECK(text_of(sla::saturday_and_sunday) == "Saturday, Sunday");
  CHECK(text_of(weekday_set{Monday, Tuesday, Wednesday}) == "Monday to Wednesday");
  CHECK(text_of(sla::monday_to_friday) == "Monday to Friday");
  CHECK(text_of(sla::monday_to_friday | Sunday) == "Monday to Friday, Sunday");
  CHECK(text_of(weekday_set{Sunday, Monday}) == "Monday, Sunday");
  CHECK(text_of(weekday_set{Monday, Wednesday, Friday}) == "Monday, Wednesday, Friday");
  CHECK(text_of(weekday_set{Monday, Tuesday, Friday, Saturday, Sunday}) == "Monday, Tuesday, Friday to Sunday");
  CHECK(text_of(sla::every_day) == "Monday to Sunday");
}

// ---- Hours ----------------------------------------------------------------------------------------------------------

struct nights : hbi::support {
  static constexpr sla::opening_hours business_hours{
      sla::weekly_hours(sla::weekday_set{Monday, Wednesday, Friday}, 22h, 6h)
          .also(Tuesday, 9h, 12h + 30min)
          .also(Tuesday, 13h, 24h - 500ms)
          .also(Thursday, 9h, 24h),
      sla::special_day{date(2026y / December / 31), {{9h, 12h}}},
      sla::special_day{date(2026y / December / 24), {{8h, 9h}, {22h, 5h}}}};
};

TEST_CASE("days with the same hours are said once, nights as they read, special days by date") {
  CHECK(said(nights{}, "business_hours") ==
        "Monday, Wednesday, Friday 22:00-06:00; Tuesday 09:00-12:30 and 13:00-23:59:59.500; Thursday 09:00-24:00; "
        "2026-12-24 08:00-09:00 and 22:00-05:00; 2026-12-31 09:00-12:00");
  CHECK(said(sla::loaded_agreement(nights{}), "business_hours") == said(nights{}, "business_hours"));
}

struct long_day : hbi::office_hours {
  static constexpr sla::opening_hours business_hours{
      hbi::office_hours::business_hours, sla::special_day{date(2026y / December / 23), {{6h, 20h}, {20h, 8h}}}};
};

TEST_CASE("hours of a day and longer are not taken for short ones") {
  CHECK(said(long_day{}, "business_hours") == "Monday to Friday 09:00-17:00; 2026-12-23 06:00-16:00 and 16:00-08:00");
}

// ---- Calendars ------------------------------------------------------------------------------------------------------

struct no_holidays : hbi::support {
  static constexpr sla::calendar_rules rules{.name = "plain",
                                             .coverage = {date(2026y / January / 1), date(2026y / December / 31)},
                                             .closed = {Friday, Saturday},
                                             .by = sla::observance::actual_date,
                                             .holidays = {}};
  static constexpr sla::compiled_calendar<rules> calendar{};
};

TEST_CASE("a calendar without holidays names its weekdays alone") {
  CHECK(said(no_holidays{}, "calendar") == "plain: Monday to Thursday, Sunday; known from 2026-01-01 to 2026-12-31");
}

// ---- Availability, maintenance, latency -----------------------------------------------------------------------------

sla::loaded_agreement changed() {
  sla::loaded_agreement terms(hbi::support{});
  terms.maintenance_windows = {{Tuesday[2], 2h, 4h}, {Sunday[last], 23h, 1h}, {Saturday[5], 0h, 24h}};
  terms.maintenance_notice = sla::business_days{1};
  terms.availability = sla::availability_objective(sla::fraction{2, 3});
  terms.shortest_outage = sla::elapsed{1min + 30s};
  terms.month_zone = sla::fixed_offset{"IST", 5h + 30min};
  terms.latency = {sla::elapsed{1500ms}, sla::at_least(sla::fraction{2, 3}), {}};
  return terms;
}

TEST_CASE("a window says which weekdays it is about") {
  CHECK(said(changed(), "maintenance_windows") ==
        "second Tuesday of the month 02:00-04:00; last Sunday of the month 23:00-01:00; fifth Saturday of the month "
        "00:00-24:00");
  CHECK(said(changed(), "maintenance_notice") == "1 business day");
  CHECK(said(hbi::hosted{hbi::offering::manage_mentor_spark}, "maintenance_windows") ==
        "every Friday 21:00-22:00; every Saturday 00:00-03:00");
  sla::loaded_agreement none = changed();
  none.maintenance_windows.clear();
  CHECK(said(none, "maintenance_windows") == "none");
}

TEST_CASE("shares are percentages, rounded down after nine digits, without zeros at the end") {
  sla::loaded_agreement terms = changed();
  CHECK(said(terms, "availability") == "at least 66.666666666 % of a month");
  CHECK(said(terms, "latency") == "at least 66.666666666 % of requests within 1.5 s");
  for (const auto& [share, text] : {std::pair{sla::fraction{1, 1}, "100 %"},
                                    {{99'995, 100'000}, "99.995 %"},
                                    {{1, 2}, "50 %"},
                                    {{1, 10}, "10 %"}}) {
    terms.availability = sla::availability_objective(share);
    CHECK(said(terms, "availability") == "at least " + std::string(text) + " of a month");
  }
}

TEST_CASE("the shortest outage and the zone of months are said") {
  CHECK(said(changed(), "shortest_outage") == "1 min 30 s");
  CHECK(said(changed(), "month_zone") == "months of IST");
}

TEST_CASE("the kinds of requests that do not count are read as words") {
  sla::loaded_agreement terms = changed();
  terms.latency.exempt = {"bulk_export", "report"};
  CHECK(said(terms, "latency") == "at least 66.666666666 % of requests within 1.5 s, not counting bulk export, report");
}

}  // namespace
