#include "sla/policy/maintenance.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <optional>
#include <random>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/rounds.hpp"
#include "support/statute.hpp"
#include "support/tally.hpp"
#include "support/text.hpp"
#include "support/unusual_hours.hpp"

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
struct banks_in_the_west : hbi::support {
  static constexpr const auto& calendar = sla::us_banking;
  static constexpr auto zone = sla::us_pacific;
  static constexpr auto business_hours =
      sla::weekly_hours(sla::monday_to_friday, hours{9}, hours{12}).also(sla::monday_to_friday, hours{13}, hours{17});
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

TEST_CASE("a business day whose hours the clocks skip counts, and ends as they are changed") {
  const sla_tests::small_hours terms{};
  CHECK(earliest_start(terms, at(2026y / March / 5, 10h)) == at(2026y / March / 8, 3h));
  CHECK(latest_notice(terms, at(2026y / March / 8, 3h)) == at(2026y / March / 6));
  CHECK(latest_notice(terms, at(2026y / March / 8, 3h) - 1ms) == at(2026y / March / 5));
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

/// Business days, and when their hours end, as one reads them off the door.
bool is_business_day_of(const hbi::support&, sla::civil_day day) { return sla_tests::is_federal_day(day); }
bool is_business_day_of(const banks_in_the_west&, sla::civil_day day) { return sla_tests::is_banking_day(day); }
constexpr minutes close_of(const hbi::support&) { return 24h; }
constexpr minutes close_of(const hbi::office_hours&) { return 17h; }
constexpr minutes close_of(const night_shift&) { return 30h; }
constexpr minutes close_of(const banks_in_the_west&) { return 17h; }

/// The business days that lie between an announcement and a start with all their hours, counted one by one.
template <class Terms>
sla::business_days full_business_days(const Terms& terms, instant announced, instant start) {
  const auto date_at = [&](instant when) { return floor<days>(terms.zone.to_civil(when)); };
  int full = 0;
  for (sla::civil_day day = date_at(announced) + days{1}; day <= date_at(start); day += days{1})
    if (is_business_day_of(terms, day) && last_instant(terms.zone, day + close_of(terms)) <= start) ++full;
  return sla::business_days{full};
}

TEST_CASE_TEMPLATE("notice is the smallest that leaves so many full business days", Terms, hbi::support,
                   hbi::office_hours, ten_days, night_shift, banks_in_the_west) {
  const Terms terms{};
  std::mt19937_64 random(sla_tests::seed(20261126));
  const instant from = at(1972y / January / 1);
  const auto range = static_cast<std::uint64_t>((at(2099y / January / 1) - from).count());
  sla_tests::tally agree;
  for (int round = 0; round < sla_tests::rounds(5'000); ++round) {
    const instant when = from + milliseconds{static_cast<std::int64_t>(random() % range)};
    const instant on_the_hour = floor<hours>(when);
    for (const instant any : {when, on_the_hour, on_the_hour - 1ms}) {
      const instant start = earliest_start(terms, any);
      agree.expect(full_business_days(terms, any, start) >= terms.maintenance_notice &&
                       full_business_days(terms, any, start - 1ms) < terms.maintenance_notice,
                   [&] { return "announced " + sla::iso(any) + ": " + sla::iso(start); });
      const instant bound = latest_notice(terms, any);
      agree.expect(full_business_days(terms, bound - 1ms, any) >= terms.maintenance_notice &&
                       full_business_days(terms, bound, any) < terms.maintenance_notice,
                   [&] { return "start " + sla::iso(any) + ": before " + sla::iso(bound); });
    }
  }
}

TEST_CASE_TEMPLATE("both directions agree for random instants", Terms, hbi::support, hbi::office_hours, ten_days,
                   night_shift, banks_in_the_west) {
  std::mt19937_64 random(sla_tests::seed(20261120));
  const instant from = at(1972y / January / 1);
  const auto range = static_cast<std::uint64_t>((at(2099y / January / 1) - from).count());
  for (int round = 0; round < sla_tests::rounds(20'000); ++round) {
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
  CHECK(judge(terms, work(maintenance_kind::routine, at(2026y / November / 22, 23h))).status ==
        maintenance_status::identified);
  CHECK(judge(terms, work(maintenance_kind::routine, at(2026y / November / 23))).status ==
        maintenance_status::short_notice);
  CHECK(judge(terms, work(maintenance_kind::routine, std::nullopt)).status == maintenance_status::short_notice);
  CHECK(judge(terms, work(maintenance_kind::emergency, std::nullopt)).status == maintenance_status::emergency);
  CHECK(judge(terms, work(maintenance_kind::emergency, at(2026y / November / 1))).status ==
        maintenance_status::emergency);
}

TEST_CASE("maintenance within the windows is scheduled, and only all of it") {
  const hbi::support terms{};
  const instant opens = at(2026y / November / 20, 21h);
  const auto during = [&](instant from, instant to) {
    return judge(terms, maintenance{maintenance_kind::routine, {from, to}, std::nullopt}).status;
  };
  CHECK(during(opens, opens + 1h) == maintenance_status::scheduled);
  CHECK(during(opens, opens + 1h + 1ms) == maintenance_status::short_notice);
  CHECK(during(opens - 1ms, opens + 1h) == maintenance_status::short_notice);
  CHECK(judge(hbi::hosted{hbi::offering::manage_mentor_spark},
              maintenance{maintenance_kind::routine, {opens + 3h, opens + 6h}, std::nullopt})
            .status == maintenance_status::scheduled);
  CHECK(sla::judge(terms, {maintenance_kind::emergency, {opens, opens + 1h}, std::nullopt}).excused() ==
        sla::elapsed{1h});
}

TEST_CASE("downtime in identified maintenance is excused; for the other kinds the agreement says") {
  const maintenance identified = work(maintenance_kind::routine, at(2026y / November / 22, 23h));
  const maintenance late = work(maintenance_kind::routine, at(2026y / November / 25));
  const maintenance emergency = work(maintenance_kind::emergency, std::nullopt);

  CHECK(judge(hbi::support{}, identified).outside_is == downtime_rule::excused);
  CHECK(judge(hbi::support{}, late).outside_is == downtime_rule::counts);
  CHECK(judge(hbi::support{}, emergency).outside_is == downtime_rule::counts);

  CHECK(judge(excusing{}, identified).outside_is == downtime_rule::excused);
  CHECK(judge(excusing{}, late).outside_is == downtime_rule::excused);
  CHECK(judge(excusing{}, emergency).outside_is == downtime_rule::excused);

  CHECK(judge(only_emergencies{}, late).outside_is == downtime_rule::counts);
  CHECK(judge(only_emergencies{}, emergency).outside_is == downtime_rule::excused);
}

TEST_CASE("a judgement says how much is excused, how much counts, and what the announcement allowed") {
  const instant opens = at(2026y / November / 20, 21h);
  const maintenance overrun{maintenance_kind::routine, {opens + 30min, opens + 2h}, at(2026y / November / 20, 8h)};
  const auto judged = judge(hbi::support{}, overrun);
  CHECK(judged.status == maintenance_status::short_notice);
  CHECK((judged.in_windows == sla::interval_set{{opens + 30min, opens + 1h}}));
  CHECK((judged.outside == sla::interval_set{{opens + 1h, opens + 2h}}));
  CHECK(judged.excused() == sla::elapsed{30min});
  CHECK(judged.counted() == sla::elapsed{1h});
  CHECK((judged.could_start_at == at(2026y / November / 26)));
  CHECK(judge(excusing{}, overrun).excused() == sla::elapsed{90min});
  CHECK(judge(excusing{}, overrun).counted() == sla::elapsed{});
  CHECK((judge(hbi::support{}, work(maintenance_kind::emergency, std::nullopt)).could_start_at == std::nullopt));
}

TEST_CASE("the notice must be over when the first instant outside the windows comes") {
  const instant opens = at(2026y / November / 20, 21h);
  const auto announced = [&](instant when, milliseconds before, milliseconds after) {
    return judge(hbi::office_hours{},
                 maintenance{maintenance_kind::routine, {opens - before, opens + 1h + after}, when})
        .status;
  };
  const instant noticed = at(2026y / November / 17, 23h);  // may start on Fri 11-20 at 17:00
  CHECK(announced(noticed, 4h, 0h) == maintenance_status::identified);
  CHECK(announced(noticed, 4h + 1ms, 0h) == maintenance_status::short_notice);
  CHECK(announced(noticed, 0h, 1h) == maintenance_status::identified);
}

TEST_CASE("every instant of a period is in maintenance of one kind at most") {
  const sla::interval week{at(2026y / November / 16), at(2026y / November / 30)};
  const instant thanksgiving = at(2026y / November / 26);
  const instant friday = at(2026y / November / 27);
  const maintenance announced[]{
      {maintenance_kind::emergency, {thanksgiving + 1h, thanksgiving + 4h}, std::nullopt},
      {maintenance_kind::routine, {thanksgiving + 3h, thanksgiving + 5h}, at(2026y / November / 25)},
      {maintenance_kind::routine, {thanksgiving, thanksgiving + 2h}, at(2026y / November / 16)},
      {maintenance_kind::routine, {friday + 20h, friday + 22h}, std::nullopt},
      {maintenance_kind::routine, {week.ends_at() - 1h, week.ends_at() + 1h}, std::nullopt}};
  const auto time = maintenance_in(hbi::support{}, week, announced);
  CHECK((time.scheduled == sla::interval_set{{friday + 21h, friday + 22h},
                                             {at(2026y / November / 20, 21h), at(2026y / November / 20, 22h)}}));
  CHECK((time.identified == sla::interval_set{{thanksgiving, thanksgiving + 2h}}));
  CHECK((time.short_notice == sla::interval_set{{thanksgiving + 3h, thanksgiving + 5h},
                                                {friday + 20h, friday + 21h},
                                                {week.ends_at() - 1h, week.ends_at()}}));
  CHECK((time.emergency == sla::interval_set{{thanksgiving + 2h, thanksgiving + 3h}}));
  CHECK((time.excused == unite(time.scheduled, time.identified)));

  const auto lenient = maintenance_in(only_emergencies{}, week, announced);
  CHECK((lenient.emergency == sla::interval_set{{thanksgiving + 2h, thanksgiving + 4h}}));
  CHECK((lenient.short_notice == sla::interval_set{{thanksgiving + 4h, thanksgiving + 5h},
                                                   {friday + 20h, friday + 21h},
                                                   {week.ends_at() - 1h, week.ends_at()}}));
  CHECK((lenient.excused == unite(unite(lenient.scheduled, lenient.identified), lenient.emergency)));
}

TEST_CASE("the next slot for maintenance lies in a window, or after the notice") {
  const instant evening = at(2026y / November / 20, 20h);
  const auto next = [](const auto& terms, instant now, milliseconds length) {
    return next_maintenance_slot(terms, now, sla::elapsed{length}).during;
  };
  const hbi::support terms{};
  CHECK((next(terms, evening, 1h) == sla::interval{evening + 1h, evening + 2h}));
  CHECK((next(terms, evening, 1h + 1ms) ==
         sla::interval{at(2026y / November / 26), at(2026y / November / 26, 1h) + 1ms}));
  CHECK((next(terms, evening + 90min, 30min) == sla::interval{evening + 90min, evening + 2h}));
  CHECK((next(terms, evening + 90min, 31min).starts_at() == at(2026y / November / 26)));
  CHECK((next(hbi::hosted{hbi::offering::manage_mentor_spark}, evening, 3h).starts_at() == at(2026y / November / 21)));
  const auto slot = next_maintenance_slot(terms, evening, sla::elapsed{2h});
  CHECK(slot.kind == maintenance_kind::routine);
  CHECK((slot.announced == evening));
  CHECK(judge(terms, slot).status == maintenance_status::identified);
}

struct window_at_the_close : hbi::office_hours {
  static constexpr auto maintenance_windows = std::array{sla::recurrence{std::chrono::Thursday, 16h, 17h + 30min}};
};

TEST_CASE("a slot may begin in a window and go on after the notice") {
  const auto slot = next_maintenance_slot(window_at_the_close{}, at(2026y / November / 16, 9h), sla::elapsed{8h});
  CHECK((slot.during.starts_at() == at(2026y / November / 19, 16h)));  // the notice is over at 17:00
  CHECK(judge(window_at_the_close{}, slot).status == maintenance_status::identified);
}

TEST_CASE("no slot starts earlier") {
  std::mt19937_64 random(sla_tests::seed(20261121));
  const hbi::hosted spark{hbi::offering::manage_mentor_spark};
  for (int round = 0; round < 60; ++round) {
    const instant now = at(2026y / October / 1) + minutes{static_cast<int>(random() % (60 * 24 * 60))};
    const minutes length{static_cast<int>(1 + random() % 200)};
    const auto slot = next_maintenance_slot(spark, now, sla::elapsed{length});
    CHECK((slot.during.length() == sla::elapsed{length}));
    for (instant start = now; start < slot.during.starts_at(); start += 10min) {
      const auto status = sla::judge(spark, {maintenance_kind::routine, {start, start + length}, now}).status;
      if (status != maintenance_status::short_notice)
        FAIL_CHECK("a slot of ", length.count(), " min at ", sla::iso(start));
    }
    const auto status = judge(spark, slot).status;
    CHECK((status == maintenance_status::scheduled || status == maintenance_status::identified));
  }
}

TEST_CASE("a slot from an instant on is announced before it") {
  const instant announced = at(2026y / November / 20, 20h);
  const auto from = [&](const auto& terms, instant begin) {
    return next_maintenance_slot(terms, announced, sla::elapsed{1h}, begin).during.starts_at();
  };
  CHECK((from(hbi::support{}, announced - 24h) == announced + 1h));
  CHECK((from(hbi::support{}, at(2026y / November / 21)) == at(2026y / November / 26)));
  CHECK((from(hbi::support{}, at(2026y / December / 1, 2h)) == at(2026y / December / 1, 2h)));
  CHECK((from(ten_days{}, at(2026y / November / 21)) == at(2026y / November / 27, 21h)));
  CHECK((from(ten_days{}, at(2026y / November / 27, 21h + 1min)) == at(2026y / December / 4, 21h)));
  CHECK((from(ten_days{}, at(2026y / December / 4, 22h)) == at(2026y / December / 8)));
}

TEST_CASE("a slot of no length is refused") {
  CHECK_THROWS_WITH_AS(
      static_cast<void>(next_maintenance_slot(hbi::support{}, at(2026y / November / 20), sla::elapsed{})),
      "maintenance of 0 s takes no time; it must be more", sla::terms_error);
}

struct no_notice : hbi::support {
  static constexpr sla::business_days maintenance_notice{0};
};

TEST_CASE("a notice of no day is refused") {
  const char* message = "a notice of 0 business days before maintenance; it must be 1 at least";
  CHECK_THROWS_WITH_AS(static_cast<void>(earliest_start(no_notice{}, at(2026y / November / 21))), message,
                       sla::terms_error);
  CHECK_THROWS_WITH_AS(static_cast<void>(latest_notice(no_notice{}, at(2026y / November / 21))), message,
                       sla::terms_error);
}

TEST_CASE("outside the calendar there is no answer") {
  CHECK_THROWS_AS(static_cast<void>(earliest_start(hbi::support{}, at(2099y / December / 31))), sla::coverage_error);
  CHECK_THROWS_AS(static_cast<void>(latest_notice(hbi::support{}, at(1971y / January / 2))), sla::coverage_error);
}

}  // namespace
