#include "sla/policy/loaded_agreement.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/availability/latency.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/maintenance.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/terms_text.hpp"
#include "support/unusual_hours.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace sla::literals;
using namespace std::chrono;

namespace {

using sla::event_kind;
using sla::instant;
using sla::loaded_agreement;
using sla::maintenance;
using sla::maintenance_kind;
using sla::severity_level;
using sla_tests::date;
using sla_tests::eastern;
using sla_tests::message_of;

severity_level same(hbi::severity level) { return static_cast<severity_level>(level); }

/// Moments of several years at odd times of day, and those on which rules differ.
std::vector<instant> moments() {
  std::vector<instant> all{eastern(2026y / November / 20, 22h), eastern(2026y / November / 21, 10h),
                           eastern(2026y / December / 24, 23h), eastern(2026y / March / 6, 23h + 30min),
                           eastern(2021y / December / 30, 16h)};
  for (int i = 0; i < 45; ++i) all.push_back(sla_tests::utc(2023y / January / 3, 0h) + i * (787h + 53min + 7ms));
  return all;
}

struct log_line {
  std::chrono::minutes after;
  event_kind kind;
  std::optional<hbi::severity> severity = {};
};

const std::array<std::vector<log_line>, 4> logs{
    std::vector<log_line>{{0min, event_kind::notified, hbi::severity::urgent},
                          {90min, event_kind::responded},
                          {30h, event_kind::confirmed},
                          {31h, event_kind::worked_around},
                          {80h, event_kind::resolved},
                          {90h, event_kind::closed}},
    std::vector<log_line>{{0min, event_kind::identified, hbi::severity::critical},
                          {60min, event_kind::hold_started},
                          {3h, event_kind::hold_ended},
                          {4h, event_kind::responded},
                          {5h, event_kind::replicated},
                          {6h, event_kind::confirmed},
                          {20h, event_kind::resolved}},
    std::vector<log_line>{{0min, event_kind::notified, hbi::severity::minor},
                          {26h, event_kind::severity_changed, hbi::severity::urgent},
                          {27h, event_kind::responded},
                          {48h, event_kind::resolved},
                          {60h, event_kind::reopened}},
    std::vector<log_line>{{0min, event_kind::notified, hbi::severity::serious}},
};

template <class Terms>
std::string told(const Terms& terms, const std::vector<log_line>& log, instant from, instant as_of, auto severity) {
  sla::ticket<Terms> followed(terms);
  for (const log_line& line : log)
    followed.add(
        {from + line.after, line.kind, line.severity ? std::optional{severity(*line.severity)} : std::nullopt});
  const auto stands = followed.assess(as_of);
  std::string text;
  for (const auto* each : {&stands.response, &stands.resolution})
    text += std::string(sla::name_of(each->state)) + ' ' + (each->due.exists() ? sla::iso(each->due.at()) : "-") + ' ' +
            std::to_string(static_cast<int>(each->severity)) + ' ' + std::string(sla::name_of(each->strength)) + ' ' +
            (each->used ? std::to_string(each->used->used.count()) : "-") + ' ' +
            (each->late_by ? std::to_string(each->late_by->length().count()) : "-") + '\n';
  return text;
}

template <class Terms>
void is_due_alike(const loaded_agreement& loaded, const Terms& terms) {
  for (const instant at : moments())
    for (const auto& [level, name] : sla::enumerators<hbi::severity>::all) {
      CAPTURE(sla::iso(at));
      CAPTURE(name);
      CHECK(sla::response_due(loaded, same(level), at) == sla::response_due(terms, level, at));
      CHECK(sla::resolution_due(loaded, same(level), at, {}) == sla::resolution_due(terms, level, at, {}));
      CHECK(sla::resolution_due(loaded, same(level), at, at + 2h) == sla::resolution_due(terms, level, at, at + 2h));
    }
}

template <class Terms>
void follows_alike(const loaded_agreement& loaded, const Terms& terms) {
  for (const instant at : moments())
    for (const std::vector<log_line>& log : logs) {
      const instant now = at + 100h;
      CHECK(told(loaded, log, at, now, same) == told(terms, log, at, now, [](hbi::severity level) { return level; }));
    }
}

template <class Terms>
void is_available_alike(const loaded_agreement& loaded, const Terms& terms) {
  for (year_month month = 2026y / January; month <= 2026y / December; month += months{1}) {
    const sla::interval period = sla::period_in(sla::us_eastern, month);
    const instant start = period.starts_at();
    std::vector<sla::interval> outages;
    for (int i = 0; i < 9; ++i) outages.push_back({start + i * 79h, start + i * 79h + 31min});
    const sla::service_record record{"log", sla::interval_set(outages), {{start + 40h, start + 90h}}};
    const std::array works{maintenance{maintenance_kind::routine, {start + 158h, start + 159h}, start - days{9}},
                           maintenance{maintenance_kind::emergency, {start + 237h, start + 240h}, {}}};
    for (const instant as_of : {period.ends_at(), start + 300h}) {
      const auto a = sla::availability(loaded, month, record, works, as_of);
      const auto b = sla::availability(terms, month, record, works, as_of);
      CHECK(a.period == b.period);
      CHECK(a.up == b.up);
      CHECK(a.down == b.down);
      CHECK(a.excluded == b.excluded);
      CHECK(a.unknown == b.unknown);
      CHECK(a.measured == b.measured);
      CHECK(a.objective == b.objective);
      CHECK((a.verdict() == b.verdict()));
    }
  }
}

template <class Terms>
void plans_alike(const loaded_agreement& loaded, const Terms& terms) {
  for (const instant at : moments()) {
    CAPTURE(sla::iso(at));
    CHECK(sla::earliest_start(loaded, at) == sla::earliest_start(terms, at));
    CHECK(sla::latest_notice(loaded, at) == sla::latest_notice(terms, at));
    for (const auto ahead : {0h, 30h, 24h * 9})
      for (const auto kind : {maintenance_kind::routine, maintenance_kind::emergency}) {
        const maintenance work{kind, {at + ahead, at + ahead + 45min}, at};
        CHECK((sla::judge(loaded, work).status == sla::judge(terms, work).status));
        CHECK((sla::judge(loaded, work).excused() == sla::judge(terms, work).excused()));
      }
  }
}

struct excuses_short_notice : hbi::support {
  static constexpr auto short_notice = sla::downtime_rule::excused;
};

TEST_CASE_TEMPLATE("a loaded agreement answers like the constant it is made of", Terms, hbi::support, hbi::office_hours,
                   hbi::one_day, hbi::business_date, hbi::same_time, hbi::desk_pauses, hbi::office_same_time,
                   excuses_short_notice) {
  const loaded_agreement loaded(Terms{});
  is_due_alike(loaded, Terms{});
  static constexpr Terms terms{};
  follows_alike(loaded, terms);
  is_available_alike(loaded, Terms{});
  plans_alike(loaded, Terms{});
}

TEST_CASE("the offering with two windows keeps both") {
  const hbi::hosted spark{hbi::offering::manage_mentor_spark};
  const loaded_agreement loaded(spark);
  CHECK(loaded.maintenance_windows.size() == 2);
  is_available_alike(loaded, spark);
  plans_alike(loaded, spark);
}

TEST_CASE("latency is counted alike, kinds by their names") {
  const loaded_agreement loaded(hbi::support{});
  const std::vector<sla::latency_sample<hbi::request_kind>> samples{
      {sla::elapsed{10s}, hbi::request_kind::ordinary},
      {sla::elapsed{10s + 1ms}, hbi::request_kind::ordinary},
      {sla::elapsed{1s}, hbi::request_kind::report},
      {sla::elapsed{1s}, hbi::request_kind::large_upload},
      {sla::elapsed{20s}, hbi::request_kind::large_download}};
  std::vector<sla::latency_sample<std::string>> named;
  for (const auto& sample : samples) named.push_back({sample.latency, std::string(sla::name_of(sample.kind))});
  CHECK((sla::latency(loaded, named) == sla::latency(hbi::support{}, samples)));
  CHECK((sla::latency(loaded, named) == sla::latency_count{2, 1, 3}));
}

TEST_CASE("hours that only a special day holds are due alike") {
  const loaded_agreement loaded(sla_tests::mornings_and_a_long_day{});
  for (const instant at : {eastern(2026y / November / 20, 22h), eastern(2026y / November / 24, 8h)}) {
    CHECK(sla::response_due(loaded, same(hbi::severity::urgent), at) == eastern(2026y / November / 24, 12h));
    CHECK(sla::response_due(sla_tests::mornings_and_a_long_day{}, hbi::severity::urgent, at) ==
          eastern(2026y / November / 24, 12h));
  }
}

TEST_CASE("a copy with other readings answers like the derived struct") {
  const loaded_agreement reference(hbi::support{});
  loaded_agreement one_day = reference;
  one_day.hour_spill = sla::hour_spill::within_one_day;
  is_due_alike(one_day, hbi::one_day{});
  loaded_agreement business_date = reference;
  business_date.day_zero = sla::day_zero::business_date;
  is_due_alike(business_date, hbi::business_date{});
  loaded_agreement same_time = reference;
  same_time.due_time = sla::due_time::same_time_of_day;
  is_due_alike(same_time, hbi::same_time{});
  loaded_agreement desk_pauses = reference;
  desk_pauses.desk_closure = sla::desk_closure::clock_pauses;
  is_due_alike(desk_pauses, hbi::desk_pauses{});
  is_due_alike(reference, hbi::support{});

  struct amended : hbi::support {
    sla::holds holds = sla::holds::recognised;
    sla::on_reopen on_reopen = sla::on_reopen::restarts;
    sla::on_severity_change on_severity_change = sla::on_severity_change::restarts;
    sla::planned_time planned_time = sla::planned_time::leaves_both;
    sla::outage_rounding outage_rounding = sla::outage_rounding::every_touched_minute;
    sla::downtime_rule emergency = sla::downtime_rule::excused;
  };
  loaded_agreement copy = reference;
  copy.holds = sla::holds::recognised;
  copy.on_reopen = sla::on_reopen::restarts;
  copy.on_severity_change = sla::on_severity_change::restarts;
  copy.planned_time = sla::planned_time::leaves_both;
  copy.outage_rounding = sla::outage_rounding::every_touched_minute;
  copy.emergency = sla::downtime_rule::excused;
  const amended terms{};
  follows_alike(copy, terms);
  is_available_alike(copy, terms);
  plans_alike(copy, terms);
}

TEST_CASE("a copy outlives its original") {
  auto original = std::make_optional<loaded_agreement>(hbi::office_hours{});
  const loaded_agreement copy = *original;
  original.reset();
  is_due_alike(copy, hbi::office_hours{});
  CHECK(copy.zone.name() == "America/New_York");
  CHECK(copy.calendar.holiday_on(date(2026y / July / 3)) == "Independence Day");
}

TEST_CASE("an amended agreement is made of a loaded one, too") {
  loaded_agreement reference(hbi::support{});
  reference.title = "amended";
  const loaded_agreement again(reference);
  CHECK(again.title == "amended");
  is_due_alike(again, hbi::support{});
  const loaded_agreement office(
      reference, {sla::loaded_calendar(sla::us_federal), sla::loaded_hours(hbi::office_hours::business_hours),
                  sla::us_eastern, reference.support_days, reference.support_hours});
  is_due_alike(office, hbi::office_hours{});
}

// ---- Amendments: structs derived from an agreement, of constants or of values --------------------------------------------

template <class Base>
struct banking_days : Base {
  using Base::Base;
  static constexpr auto calendar = sla::us_banking;
};
template <class Base>
struct nine_to_five : Base {
  using Base::Base;
  static constexpr auto business_hours = hbi::office_hours::business_hours;
};
template <class Base>
struct pacific : Base {
  using Base::Base;
  static constexpr auto zone = sla::us_pacific;
};
template <class Base>
struct desk_on_banking_days : Base {
  using Base::Base;
  static constexpr auto support_days = sla::us_banking;
  static constexpr sla::weekly_hours support_hours{sla::monday_to_friday, 8h, 20h};
};
template <class Base>
struct desk_by_day : Base {
  using Base::Base;
  static constexpr sla::weekly_hours support_hours{sla::every_day, 8h, 20h};
};
template <class Base>
struct one_day : Base {
  using Base::Base;
  static constexpr auto hour_spill = sla::hour_spill::within_one_day;
};

struct nine_to_five_of_a_value : hbi::support {
  sla::loaded_hours business_hours{hbi::office_hours::business_hours};
};
struct desk_by_day_of_a_value : hbi::desk_pauses {
  sla::loaded_hours support_hours{desk_by_day<hbi::support>::support_hours};
};

TEST_CASE_TEMPLATE("an amendment of what tables are made of is answered when it is loaded", Reference, hbi::support,
                   hbi::desk_pauses) {
  const Reference reference;
  is_due_alike(loaded_agreement(banking_days<loaded_agreement>(reference)), banking_days<Reference>{});
  is_due_alike(loaded_agreement(nine_to_five<loaded_agreement>(reference)), nine_to_five<Reference>{});
  is_due_alike(loaded_agreement(pacific<loaded_agreement>(reference)), pacific<Reference>{});
  is_due_alike(loaded_agreement(desk_on_banking_days<loaded_agreement>(reference)), desk_on_banking_days<Reference>{});
  is_due_alike(loaded_agreement(desk_by_day<loaded_agreement>(reference)), desk_by_day<Reference>{});
}

TEST_CASE("an amendment of constants by values is answered when it is loaded") {
  is_due_alike(loaded_agreement(nine_to_five_of_a_value{}), hbi::office_hours{});
  is_due_alike(loaded_agreement(desk_by_day_of_a_value{}), desk_by_day<hbi::desk_pauses>{});
}

TEST_CASE("an amended reading is answered as it is") {
  const one_day<loaded_agreement> amended(hbi::support{});
  for (const instant at : moments())
    for (const auto& [level, name] : sla::enumerators<hbi::severity>::all)
      CHECK(sla::response_due(amended, same(level), at) == sla::response_due(hbi::one_day{}, level, at));
}

TEST_CASE("an amendment is kept when it becomes a loaded agreement, whichever way") {
  const one_day<loaded_agreement> amended(hbi::support{});
  is_due_alike(loaded_agreement(amended), hbi::one_day{});
  const loaded_agreement copied = amended;
  is_due_alike(copied, hbi::one_day{});
  const std::vector<loaded_agreement> listed{amended};
  is_due_alike(listed.front(), hbi::one_day{});
  const loaded_agreement at_office(amended, {amended.calendar, hbi::office_hours::business_hours, amended.zone,
                                             amended.support_days, amended.support_hours});
  is_due_alike(at_office, one_day<hbi::office_hours>{});
  const nine_to_five<loaded_agreement> rehoused(hbi::support{});
  const loaded_agreement moved = rehoused;
  is_due_alike(moved, hbi::office_hours{});
}

// ---- Dates with business of their own --------------------------------------------------------------------------------------

/// The reference agreement on UTC, with a calendar and hours of its own.
loaded_agreement on_utc(const sla::calendar_definition& days, const sla::loaded_hours& hours) {
  const loaded_agreement reference(hbi::support{});
  return {reference, {sla::loaded_calendar(days), hours, sla::utc, reference.support_days, reference.support_hours}};
}

TEST_CASE("a Saturday that is worked in place of a Monday is a business day with the hours of a Saturday") {
  const loaded_agreement plant = on_utc({"plant",
                                         {date(2018y / January / 1), date(2018y / December / 31)},
                                         sla::saturday_and_sunday,
                                         sla::observance::actual_date,
                                         {},
                                         {date(2018y / April / 30), date(2018y / May / 1), date(2018y / May / 2)},
                                         {date(2018y / April / 28)}},
                                        sla::weekly_hours(~sla::weekday_set{Sunday}, 9h, 18h));
  const instant friday = sla_tests::utc(2018y / April / 27, 10h);
  CHECK(sla::response_due(plant, same(hbi::severity::minor), friday) == sla_tests::utc(2018y / May / 3, 18h));
  CHECK(sla::response_due(plant, same(hbi::severity::serious), friday) == sla_tests::utc(2018y / April / 28, 18h));
}

TEST_CASE("of a holiday that is worked for three hours, these hours count") {
  const sla::holiday eve("Christmas Eve", December / 24);
  sla::calendar_definition days{"office",
                                {date(2026y / January / 1), date(2026y / December / 31)},
                                sla::saturday_and_sunday,
                                sla::observance::actual_date,
                                {{"Christmas Eve", eve}},
                                {},
                                {}};
  const sla::loaded_hours until_noon(sla::weekly_hours(sla::monday_to_friday, 9h, 18h),
                                     {{date(2026y / December / 24), {{9h, 12h}}}});
  CHECK(message_of<sla::terms_error>([&] { (void)on_utc(days, until_noon); }) ==
        "2026-12-24 has hours of its own, but the calendar is closed on it; to work on it, add it to the calendar's "
        "working dates: working = [2026-12-24]");
  days.working = {date(2026y / December / 24)};
  const loaded_agreement office = on_utc(days, until_noon);
  CHECK(sla::response_due(office, same(hbi::severity::urgent), sla_tests::utc(2026y / December / 24, 10h)) ==
        sla_tests::utc(2026y / December / 25, 11h));
}

TEST_CASE("credits are kept, and where none are promised there are no tiers") {
  struct crediting : hbi::support {
    sla::credit_schedule<1> credits{
        sla::credit_cap{50_percent},
        sla::credit_tier{.at_least = 0_percent, .below = 99.9_percent, .credit = 10_percent}};
  };
  const crediting terms;
  const loaded_agreement loaded(terms);
  const loaded_agreement again(loaded);
  CHECK(again.credits.cap() == terms.credits.cap());
  CHECK(std::ranges::equal(again.credits.tiers(), terms.credits.tiers()));
  CHECK(loaded_agreement(hbi::support{}).credits.tiers().empty());
}

TEST_CASE("hours that do not open with their calendar, and a calendar longer than its zone, are refused") {
  const loaded_agreement reference(hbi::support{});
  const auto with = [&](const sla::loaded_calendar& calendar, const sla::loaded_hours& hours,
                        const sla::any_zone& zone) {
    (void)loaded_agreement(reference, {calendar, hours, zone, reference.support_days, reference.support_hours});
  };
  const sla::loaded_calendar federal(sla::us_federal);
  CHECK(message_of<sla::terms_error>([&] { with(federal, sla::around_the_clock, sla::us_eastern); }) ==
        "Saturday has opening hours, but the calendar is never open on it");
  CHECK(message_of<sla::terms_error>([&] { with(federal, sla::weekly_hours(Monday, 9h, 17h), sla::us_eastern); }) ==
        "Tuesday is a business day, but has no opening hours");
  const sla::loaded_calendar ages(
      sla::calendar_dates{"ages", {date(1900y / January / 1), date(2026y / January / 1)}, sla::no_day, {}});
  CHECK_THROWS_AS(with(ages, sla::around_the_clock, sla::us_eastern), sla::coverage_error);
  CHECK_NOTHROW(with(ages, sla::around_the_clock, sla::utc));
}

}  // namespace
