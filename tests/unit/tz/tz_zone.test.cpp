#include "sla/tz/tz_zone.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/clock/explanation.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::tz_zone;
using sla_tests::at;
using sla_tests::utc;

TEST_CASE("the clocks of London") {
  const tz_zone london("Europe/London");
  CHECK(london.name() == "Europe/London");
  CHECK(london.to_civil(utc(2026y / July / 1, 12h)) == at(2026y / July / 1, 13h));
  CHECK(london.to_civil(utc(2026y / December / 1, 12h)) == at(2026y / December / 1, 12h));
  const sla::offset_period summer = london.period_at(utc(2026y / July / 1, 12h));
  CHECK(summer.offset == 1h);
  CHECK(summer.abbreviation == "BST");
  CHECK(summer.from == utc(2026y / March / 29, 1h));
  CHECK(summer.until == utc(2026y / October / 25, 1h));
}

TEST_CASE("Arizona and Hawaii keep standard time, and Alaska does not") {
  constexpr sla::fixed_offset arizona{"MST", -7h};
  constexpr sla::fixed_offset hawaii{"HST", -10h};
  for (const sla::instant noon : {utc(2026y / January / 1, 12h), utc(2026y / July / 1, 12h)}) {
    CHECK(tz_zone("America/Phoenix").to_civil(noon) == arizona.to_civil(noon));
    CHECK(tz_zone("Pacific/Honolulu").to_civil(noon) == hawaii.to_civil(noon));
  }
  CHECK(tz_zone("America/Anchorage").to_civil(utc(2026y / July / 1, 12h)) == at(2026y / July / 1, 4h));
}

TEST_CASE("a reading that is skipped or repeated is so") {
  const tz_zone london("Europe/London");
  const sla::instant spring = utc(2026y / March / 29, 1h);
  CHECK((london.look_up(at(2026y / March / 29, 1h + 30min)) ==
         sla::civil_lookup{sla::occurrence::skipped, spring - 30min, spring + 30min, spring}));
  const sla::instant autumn = utc(2026y / October / 25, 1h);
  CHECK((london.look_up(at(2026y / October / 25, 1h + 30min)) ==
         sla::civil_lookup{sla::occurrence::repeated, autumn - 30min, autumn + 30min, autumn}));
}

TEST_CASE("the rule behind the last change of the database goes on to the end of the coverage") {
  const tz_zone london("Europe/London");
  for (const year in : {2038y, 2099y, 2150y, 2199y}) {
    CAPTURE(static_cast<int>(in));
    const sla::instant begins = sys_days{in / March / Sunday[last]} + 1h;
    CHECK(london.period_at(begins).from == begins);
    CHECK(london.period_at(begins).until == sys_days{in / October / Sunday[last]} + 1h);
    CHECK(london.to_civil(begins) == sla::civil_time{begins.time_since_epoch()} + 1h);
    CHECK(london.to_civil(begins - 1ms) == sla::civil_time{begins.time_since_epoch()} - 1ms);
  }
}

TEST_CASE("outside the coverage there is no answer") {
  const tz_zone london("Europe/London");
  CHECK((london.coverage() ==
         sla::day_range{sla_tests::date(1902y / January / 1), sla_tests::date(2199y / December / 31)}));
  const auto said = [&](auto action) { return sla_tests::message_of<sla::coverage_error>(action); };
  const std::string after = "Europe/London does not cover 2200-01-01; it covers 1902-01-01 to 2199-12-31";
  const std::string before = "Europe/London does not cover 1901-12-31; it covers 1902-01-01 to 2199-12-31";
  CHECK(said([&] { (void)london.to_civil(utc(2200y / January / 1, 1ms)); }) == after);
  CHECK(said([&] { (void)london.period_at(utc(2200y / January / 1, 1ms)); }) == after);
  CHECK(said([&] { (void)london.look_up(at(2200y / January / 1, 1ms)); }) == after);
  CHECK(said([&] { (void)london.to_civil(utc(1902y / January / 1, 0h) - 1ms); }) == before);
  CHECK(said([&] { (void)london.look_up(at(1902y / January / 1, 0h) - 1ms); }) == before);
  CHECK_NOTHROW((void)london.look_up(at(1902y / January / 1, 0h)));
  CHECK_NOTHROW((void)london.to_civil(utc(1902y / January / 1, 0h)));
  CHECK(london.to_civil(utc(2200y / January / 1, 0h)) == at(2199y / December / 31, 24h));
  CHECK(sla::exact_instant(london, 2199y / December / 31, 24h) == utc(2200y / January / 1, 0h));
  CHECK(london.period_at(utc(2200y / January / 1, 0h)).until == utc(2200y / January / 1, 0h));
}

TEST_CASE("whatever is no name of a zone is a tz_error that says so") {
  using namespace std::string_literals;
  for (const std::string& name : {""s,
                                  " "s,
                                  "."s,
                                  ".."s,
                                  "/"s,
                                  "Europe"s,
                                  "Europe/"s,
                                  "/Europe/London"s,
                                  "Europe/London/"s,
                                  "Europe//London"s,
                                  "./Europe/London"s,
                                  "Europe/../Europe/London"s,
                                  "../zoneinfo/Europe/London"s,
                                  "europe/london"s,
                                  "posix"s,
                                  "zone.tab"s,
                                  "tzdata.zi"s,
                                  "leapseconds"s,
                                  "/dev/null"s,
                                  "/dev/zero"s,
                                  "../../../dev/zero"s,
                                  "../../../etc/passwd"s,
                                  "/proc/self/mem"s,
                                  "Europe/London\0"s,
                                  "Europe/London\n"s,
                                  "\0"s,
                                  "\xff\xfe"s,
                                  std::string(1'000'000, 'x'),
                                  std::string(100'000, '/')}) {
    const std::string said = sla_tests::message_of<sla::tz_error>([&] { tz_zone{name}; });
    CHECK(said.starts_with("no time zone \"" + std::string(name.c_str())));
  }
}

TEST_CASE("a copy answers when the original is gone") {
  auto original = std::make_optional<tz_zone>("Asia/Kathmandu");
  const tz_zone copy = *original;
  const sla::offset_period period = original->period_at(utc(2026y / May / 1, 0h));
  original.reset();
  CHECK(copy.name() == "Asia/Kathmandu");
  CHECK(copy.to_civil(utc(2026y / May / 1, 0h)) == at(2026y / May / 1, 5h + 45min));
  CHECK(period.abbreviation == "+0545");
}

TEST_CASE("an agreement may have any zone") {
  using sla::harvard_business_impact::severity;
  constexpr auto urgent = static_cast<sla::severity_level>(severity::urgent);
  constexpr auto serious = static_cast<sla::severity_level>(severity::serious);
  const sla::harvard_business_impact::support compiled;
  const sla::basic_loaded_agreement london(compiled, tz_zone("Europe/London"));
  const sla::instant reported = utc(2026y / November / 20, 22h);
  CHECK((sla::response_due(london, urgent, reported) == utc(2026y / November / 23, 2h)));
  CHECK((sla::response_due(london, serious, reported) == utc(2026y / November / 24, 0h)));
  const sla::basic_loaded_agreement new_york(compiled, tz_zone("America/New_York"));
  CHECK((sla::response_due(new_york, urgent, reported) == sla::response_due(compiled, severity::urgent, reported)));
  CHECK(sla::period_in(london.month_zone, 2026y / November) ==
        sla::interval(utc(2026y / November / 1, 0h), utc(2026y / December / 1, 0h)));
}

TEST_CASE("a date that the clocks of an agreement once skipped counts in none of its answers") {
  const sla::basic_loaded_agreement apia(sla::harvard_business_impact::support{}, tz_zone("Pacific/Apia"));
  constexpr auto urgent = static_cast<sla::severity_level>(sla::harvard_business_impact::severity::urgent);
  constexpr auto serious = static_cast<sla::severity_level>(sla::harvard_business_impact::severity::serious);
  const sla::instant reported = exact_instant(apia.zone, 2011y / December / 29, 23h);
  CHECK((sla::response_due(apia, urgent, reported) == exact_instant(apia.zone, 2012y / January / 3, 3h)));
  CHECK((sla::response_due(apia, serious, reported) == exact_instant(apia.zone, 2012y / January / 4, 0h)));
  CHECK(sla::earliest_start(apia, reported) == exact_instant(apia.zone, 2012y / January / 6, 0h));

  for (const auto& [name, eve] :
       {std::pair{"Pacific/Apia", 2011y / December / 29}, std::pair{"Pacific/Fakaofo", 2011y / December / 29},
        std::pair{"Pacific/Kiritimati", 1994y / December / 30}, std::pair{"Pacific/Kanton", 1994y / December / 30},
        std::pair{"Pacific/Kwajalein", 1993y / August / 20}}) {
    CAPTURE(name);
    const sla::loaded_opening_times always{
        sla::loaded_calendar(
            sla::calendar_dates{"every day",
                                {sla_tests::date(1971y / January / 1), sla_tests::date(2099y / December / 31)},
                                sla::no_day,
                                {}}),
        sla::around_the_clock, tz_zone(name)};
    const sla::civil_day before{eve};
    CHECK_FALSE(is_business_day(always.view(), before + days{1}));
    CHECK(always.view().closing_of(before) == always.view().opening_of(before + days{2}));
    CHECK(advance(always.view(), before, sla::business_days{1}) == before + days{2});
  }
}

TEST_CASE("the years after a skipped date open at midnight") {
  for (const auto& [name, since] : {std::pair{"Pacific/Kiritimati", 1996}, std::pair{"Pacific/Apia", 2012}}) {
    CAPTURE(name);
    const tz_zone zone(name);
    const sla::basic_loaded_agreement terms(sla::harvard_business_impact::support{}, zone);
    const auto times = sla::business_times(terms);
    int wrong = 0;
    for (sla::civil_day day{year{since} / January / 1}; day <= sla_tests::date(2029y / December / 31); day += days{1})
      if (is_business_day(terms.calendar, day)) {
        const sla::instant midnight = first_instant(zone, day);
        wrong +=
            !times.is_open(midnight) || times.opening_of(day) != midnight || next_opening(times, midnight) != midnight;
      }
    CHECK(wrong == 0);
  }
}

TEST_CASE("a midnight that comes twice is explained as well") {
  // on Sun 2010-11-07 at 00:01 the clocks of Newfoundland went back to 23:01 of Saturday
  const sla::basic_loaded_agreement terms(sla::harvard_business_impact::office_hours{}, tz_zone("America/St_Johns"));
  constexpr auto urgent = static_cast<sla::severity_level>(sla::harvard_business_impact::severity::urgent);
  const sla::instant reported = utc(2010y / November / 7, 2h + 45min);  // Saturday, 23:15 for the second time
  const sla::explanation why = sla::explain(terms, sla::commitment_kind::response, urgent, reported);
  CHECK((why.due == sla::response_due(terms, urgent, reported)));
  sla::instant at = reported;
  for (const sla::segment& each : why.segments) {
    CHECK(each.during.starts_at() == at);
    at = each.during.ends_at();
  }
  CHECK(at == why.due.at());
}

inline constexpr sla::calendar_rules all_but_sundays{
    .name = "all but Sundays",
    .coverage = {sla::civil_day{2010y / January / 1}, sla::civil_day{2010y / December / 31}},
    .closed = Sunday,
    .by = sla::observance::actual_date,
    .holidays = {}};
struct six_days : sla::harvard_business_impact::office_hours {
  static constexpr sla::compiled_calendar<all_but_sundays> calendar{};
  static constexpr sla::compiled_calendar<all_but_sundays> support_days{};
  static constexpr sla::weekly_hours business_hours{~sla::weekday_set{Sunday}, 9h, 17h};
  static constexpr sla::weekly_hours support_hours{~sla::weekday_set{Sunday}, 0h, 24h};
};

TEST_CASE("an hour of Saturday that comes again is Saturday's in an explanation, whatever it begins with") {
  const sla::basic_loaded_agreement terms(six_days{}, tz_zone("America/St_Johns"));
  constexpr auto urgent = static_cast<sla::severity_level>(sla::harvard_business_impact::severity::urgent);
  const sla::instant first_midnight = utc(2010y / November / 7, 2h + 30min);
  const sla::instant back = first_midnight + 1min;
  const sla::instant second_midnight = back + 59min;
  const auto why = sla::explain(terms, sla::commitment_kind::response, urgent, first_midnight - 1h).segments;
  using enum sla::segment_kind;
  REQUIRE(why.size() >= 4);
  CHECK((why[0].kind == outside_hours && why[0].during.ends_at() == first_midnight));
  CHECK((why[1].kind == week_end && why[1].during.ends_at() == back));
  CHECK((why[2].kind == outside_hours && why[2].during.ends_at() == second_midnight));
  CHECK((why[3].kind == week_end && why[3].during.ends_at() == utc(2010y / November / 8, 3h + 30min)));
}
