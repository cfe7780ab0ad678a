#include "sla/calendar/days_on_clocks.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string_view>
#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/clock/check.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/clock/explanation.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/table_zone.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::business_days;
using sla::detail::for_each_skipped_date;
using sla_tests::date;
using sla_tests::message_of;
using sla_tests::table_zone;
using sla_tests::utc;

namespace hbi = sla::harvard_business_impact;

namespace {

constexpr sla::civil_day thursday = date(2011y / December / 29);
constexpr sla::civil_day skipped = date(2011y / December / 30);
constexpr sla::civil_day saturday = date(2011y / December / 31);
constexpr sla::instant change = utc(2011y / December / 30, 10h);

/// Samoa's clocks as a constant.
struct samoa {
  static constexpr std::string_view name() { return "Pacific/Apia"; }
  static constexpr seconds offset_at(sla::instant at) { return at < change ? -10h : 14h; }
  static constexpr sla::civil_time to_civil(sla::instant at) {
    return sla::civil_time{at.time_since_epoch()} + offset_at(at);
  }
  static constexpr sla::civil_lookup look_up(sla::civil_time reading) {
    const sla::instant before{reading.time_since_epoch() + 10h};
    const sla::instant after{reading.time_since_epoch() - 14h};
    if (before < change) return {sla::occurrence::once, before, before, before};
    if (change <= after) return {sla::occurrence::once, after, after, after};
    return {sla::occurrence::skipped, after, before, change};
  }
  static constexpr sla::offset_period period_at(sla::instant at) {
    if (at < change) return {-10h, "-10", (sla::instant::min)(), change};
    return {14h, "+14", change, (sla::instant::max)()};
  }
};
static_assert(sla::civil_zone<samoa>);

struct on_samoa : hbi::support {
  static constexpr samoa zone{};
};
struct office_on_samoa : hbi::office_hours {
  static constexpr samoa zone{};
};

std::vector<sla::civil_day> skipped_in(const auto& zone, sla::civil_day first, sla::civil_day last) {
  std::vector<sla::civil_day> dates;
  for_each_skipped_date(zone, {first, last}, [&](sla::civil_day date) { dates.push_back(date); });
  return dates;
}

}  // namespace

TEST_CASE("a date is skipped if the clocks show nothing of it") {
  using dates = std::vector<sla::civil_day>;
  const table_zone apia = sla_tests::a_day_skipped();
  CHECK(skipped_in(apia, date(2011y / January / 1), date(2012y / December / 31)) == dates{skipped});
  CHECK(skipped_in(apia, skipped, date(2012y / December / 31)) == dates{skipped});
  CHECK(skipped_in(apia, date(2011y / January / 1), skipped) == dates{skipped});
  CHECK(skipped_in(apia, skipped, skipped) == dates{skipped});
  CHECK(skipped_in(apia, date(2011y / January / 1), thursday).empty());
  CHECK(skipped_in(apia, saturday, date(2012y / December / 31)).empty());
  CHECK(skipped_in(sla::us_eastern, date(1971y / January / 1), date(2099y / December / 31)).empty());

  const table_zone at_noon{"Test/Noon", -10h, {{utc(2011y / December / 29, 22h), 14h}}};
  CHECK(skipped_in(at_noon, date(2011y / January / 1), date(2012y / December / 31)).empty());
  const table_zone two_days{"Test/Two", -24h + 1s, {{utc(2011y / December / 31, 0h) - 1s, 24h - 1s}}};
  CHECK(skipped_in(two_days, date(2011y / January / 1), date(2012y / December / 31)) == dates{skipped});
}

TEST_CASE("a skipped date neither opens nor closes, and no night begins on it") {
  const sla::loaded_calendar every_day(
      sla::calendar_dates{"every day", {date(2011y / January / 1), date(2012y / December / 31)}, sla::no_day, {}});
  const sla::loaded_opening_times nights{every_day, sla::weekly_hours(sla::every_day, 22h, 6h),
                                         sla_tests::a_day_skipped()};
  const auto times = nights.view();
  CHECK_FALSE(is_business_day(times, skipped));
  CHECK(message_of<sla::coverage_error>([&] { (void)times.opening_of(skipped); }) ==
        "2011-12-30 is no business day, so it neither opens nor closes");
  CHECK(message_of<sla::coverage_error>([&] { (void)times.closing_of(skipped); }) != "nothing was thrown");
  const auto spans = times.spans_on(skipped);
  CHECK(spans.begin() == spans.end());
  CHECK(times.closing_of(thursday) == change);
  CHECK_FALSE(is_open(times, change));
  CHECK(next_opening(times, change) == change + 22h);
  CHECK(advance(times, thursday, business_days{1}) == saturday);
  CHECK(business_days_between(times, thursday, date(2012y / January / 2)) == business_days{3});
  CHECK(advance(every_day, thursday, business_days{1}) == skipped);  // the calendar by itself knows no clocks
}

TEST_CASE("constants obey the same law") {
  constexpr const auto& times = sla::business_times(on_samoa{});
  static_assert(!is_business_day(times, skipped));
  static_assert(advance(times, thursday, business_days{1}) == date(2012y / January / 3));
  static_assert(times.opening_of(date(2012y / January / 3)) == utc(2012y / January / 2, 10h));
  constexpr sla::instant reported = utc(2011y / December / 30, 9h);  // Thursday, 23:00
  static_assert(sla::response_due(on_samoa{}, hbi::severity::urgent, reported) == utc(2012y / January / 2, 13h));
  static_assert(sla::response_due(on_samoa{}, hbi::severity::serious, reported) == utc(2012y / January / 3, 10h));
  static_assert(sla::earliest_start(on_samoa{}, reported) == utc(2012y / January / 5, 10h));
  static_assert(sla::latest_notice(on_samoa{}, utc(2012y / January / 5, 10h)) == utc(2012y / January / 2, 10h));
  static_assert(sla::latest_notice(on_samoa{}, utc(2012y / January / 4, 10h)) == utc(2011y / December / 29, 10h));
}

TEST_CASE("hours that a skipped date would have had are no fault of an agreement") {
  for (const sla::finding& each : sla::check(office_on_samoa{}))
    CHECK_FALSE(each.message.starts_with("business_hours"));
}

TEST_CASE("all questions about an agreement agree on a skipped date") {
  const sla::basic_loaded_agreement terms(hbi::support{}, sla_tests::a_day_skipped());
  constexpr auto serious = static_cast<sla::severity_level>(hbi::severity::serious);
  const sla::instant reported = utc(2011y / December / 30, 9h);  // Thursday, 23:00
  const sla::instant due = utc(2012y / January / 3, 10h);        // Wednesday, 0:00; Monday is New Year's Day
  CHECK_FALSE(is_business_day(terms.calendar, skipped));
  CHECK_FALSE(is_business_day(terms.support_days, skipped));
  CHECK(advance(terms.calendar, thursday, business_days{1}) == date(2012y / January / 3));
  CHECK((sla::response_due(terms, serious, reported) == due));
  CHECK((sla::resolution_due(terms, serious, reported, {}) == utc(2012y / February / 14, 10h)));
  CHECK((sla::response_due(hbi::support{}, hbi::severity::serious, hbi::eastern(2011y / December / 29, 23h)) ==
         hbi::eastern(2011y / December / 30, 24h)));
  const auto why = sla::explain(terms, sla::commitment_kind::response, serious, reported).segments;
  REQUIRE(why.size() == 4);
  CHECK(why[0].during == sla::interval(reported, change));
  CHECK((why[1].kind == sla::segment_kind::week_end && why[1].during == sla::interval(change, change + 48h)));
  CHECK((why[2].kind == sla::segment_kind::holiday && why[2].name == "New Year's Day"));
  CHECK(why[3].during == sla::interval(due - 24h, due));
  CHECK(sla::earliest_start(terms, reported) == utc(2012y / January / 5, 10h));
}

TEST_CASE("a date that is worked, but that the clocks skip, is not worked") {
  sla::calendar_definition weekends = sla::loaded_calendar(sla::us_federal).definition();
  weekends.working = {skipped, saturday};
  const sla::loaded_calendar worked = sla::detail::without_skipped_dates(sla::loaded_calendar(weekends), samoa{});
  CHECK_FALSE(is_business_day(worked, skipped));
  CHECK(is_business_day(worked, saturday));
}

TEST_CASE("clocks that go further than a day from those at the beginning are refused") {
  const sla::loaded_calendar every_day(
      sla::calendar_dates{"every day", {date(2011y / January / 1), date(2012y / December / 31)}, sla::no_day, {}});
  const auto made = [&](seconds first, seconds then) {
    return message_of<sla::terms_error>([&] {
      sla::loaded_opening_times{every_day, sla::around_the_clock, table_zone{"Test/Far", first, {{change, then}}}};
    });
  };
  CHECK(made(-12h, 14h) == "nothing was thrown");
  CHECK(made(12h, -12h) == "nothing was thrown");
  CHECK(made(-23h, 23h) ==
        "the clocks of Test/Far go, at 2011-12-30T10:00:00Z, more than a day away from those by which the calendar's "
        "weeks begin; allowed is a day");
}
