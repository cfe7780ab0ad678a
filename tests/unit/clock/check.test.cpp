#include "sla/clock/check.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "support/text.hpp"
#include "support/workshop.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace sla::literals;
using namespace std::chrono;

namespace {

using sla::business_days;
using sla::business_time;
using sla::case_by_case;
using sla::check;
using sla::clock_start;
using sla::elapsed;
using sla::recurrence;
using sla::resolve_within;
using sla::respond_within;
using sla::row;
using sla::sound;
using sla::soundness_rule;

using messages = std::vector<std::string>;

messages messages_of(const auto& terms) {
  messages said;
  for (const sla::finding& each : check(terms)) said.push_back(each.message);
  return said;
}

soundness_rule only_rule_broken(const auto& terms) {
  const std::vector<sla::finding> found = check(terms);
  REQUIRE(found.size() == 1);
  return found.front().broken;
}

// ---- What is sound -------------------------------------------------------------------------------------------------

struct spark : hbi::hosted {
  constexpr spark() : hosted(hbi::offering::manage_mentor_spark) {}
};

static_assert(sound<hbi::support>);
static_assert(sound<hbi::office_hours>);
static_assert(sound<hbi::one_day>);
static_assert(sound<hbi::business_date>);
static_assert(sound<hbi::same_time>);
static_assert(sound<hbi::desk_pauses>);
static_assert(sound<hbi::office_same_time>);
static_assert(sound<spark>);
static_assert(sound<workshop::terms>);

TEST_CASE("a sound agreement has no findings") {
  CHECK(messages_of(hbi::support{}).empty());
  CHECK(messages_of(hbi::desk_pauses{}).empty());
  CHECK(messages_of(hbi::hosted{hbi::offering::manage_mentor_spark}).empty());
  CHECK(messages_of(workshop::terms{}).empty());
}

// ---- The order of the targets --------------------------------------------------------------------------------------

enum class level { high, middle, low };

struct promising : hbi::support {
  sla::severity_table<level, 3> severities;

  constexpr promising(const row<level>& high, const row<level>& middle, const row<level>& low)
      : severities{high, middle, low} {}
};

promising responding(auto high, auto middle, auto low) {
  return {row{level::high, respond_within(high), case_by_case{}},
          row{level::middle, respond_within(middle), case_by_case{}},
          row{level::low, respond_within(low), case_by_case{}}};
}

TEST_CASE("responses of one kind are compared by their amounts, each with the next") {
  CHECK(messages_of(responding(elapsed{1h}, elapsed{1h}, elapsed{2h})).empty());
  CHECK(messages_of(responding(elapsed{90min}, elapsed{1h}, elapsed{2h})) ==
        messages{"severities: the response of high is due after 1 h 30 min elapsed, the response of middle after 1 h "
                 "elapsed; the first must not be due later"});
  CHECK(messages_of(responding(business_days{3}, business_days{2}, business_days{1})) ==
        messages{"severities: the response of high is due after 3 business days, the response of middle after 2 "
                 "business days; the first must not be due later",
                 "severities: the response of middle is due after 2 business days, the response of low after 1 "
                 "business day; the first must not be due later"});
  CHECK(only_rule_broken(responding(business_time{2h}, business_time{1h}, business_time{1h})) ==
        soundness_rule::severity_order);
}

// From Monday 1972-02-07 on, four weeks are searched; Monday the 21st is Washington's Birthday.
TEST_CASE("responses of different kinds are compared by the instants at which they are due") {
  CHECK(messages_of(responding(elapsed{4h}, business_time{4h}, business_days{1})).empty());
  CHECK(messages_of(responding(business_time{4h}, elapsed{76h}, elapsed{76h})).empty());
  CHECK(
      messages_of(responding(business_time{4h}, elapsed{76h} - elapsed{1ms}, elapsed{76h})) ==
      messages{"severities: from 1972-02-19T04:59:59.999Z on, the response of high is due at 1972-02-22T08:59:59.999Z, "
               "the response of middle at 1972-02-22T08:59:59.998Z; the first must not be due later"});
  CHECK(messages_of(responding(business_days{1}, business_time{48h}, business_time{48h})).empty());
  CHECK(messages_of(responding(business_days{1}, business_time{48h} - business_time{1ms}, business_time{48h})) ==
        messages{"severities: from 1972-02-07T05:00:00Z on, the response of high is due at 1972-02-09T05:00:00Z, the "
                 "response of middle at 1972-02-09T04:59:59.999Z; the first must not be due later"});
}

struct office_promising : promising {
  static constexpr sla::weekly_hours business_hours{sla::monday_to_friday, hours{9}, hours{17}};
  using promising::promising;
};

TEST_CASE("a start at the opening is tried, and one just before the closing") {
  const auto office = [](auto high, auto middle) {
    const promising terms = responding(high, middle, middle);
    return messages_of(
        office_promising{terms.severities[level::high], terms.severities[level::middle], terms.severities[level::low]});
  };
  CHECK(office(elapsed{8h + 1ms}, business_time{8h}) ==
        messages{"severities: from 1972-02-07T14:00:00Z on, the response of high is due at 1972-02-07T22:00:00.001Z, "
                 "the response of middle at 1972-02-07T22:00:00Z; the first must not be due later"});
  CHECK(
      office(business_time{1min}, elapsed{16h}) ==
      messages{"severities: from 1972-02-07T21:59:59.999Z on, the response of high is due at 1972-02-08T14:00:59.999Z, "
               "the response of middle at 1972-02-08T13:59:59.999Z; the first must not be due later"});
}

promising resolving(const auto& high, const auto& middle, const auto& low) {
  return {row{level::high, respond_within(elapsed{1h}), high}, row{level::middle, respond_within(elapsed{1h}), middle},
          row{level::low, respond_within(elapsed{1h}), low}};
}

TEST_CASE("resolutions are compared with the next that is promised and runs from the same start") {
  const auto one = resolve_within(business_days{1});
  const auto two = resolve_within(business_days{2});
  CHECK(messages_of(resolving(one, case_by_case{}, one)).empty());
  CHECK(messages_of(resolving(case_by_case{}, two, two)).empty());
  CHECK(messages_of(resolving(two, one.from(clock_start::confirmation), two)).empty());
  CHECK(messages_of(resolving(two, one.from(clock_start::report), two)) ==
        messages{"severities: the resolution of high is due after 2 business days, the resolution of middle after 1 "
                 "business day; the first must not be due later"});
  const messages high_and_low{
      "severities: the resolution of high is due after 2 business days, the resolution of low after 1 business day; "
      "the first must not be due later"};
  CHECK(messages_of(resolving(two, case_by_case{}, one)) == high_and_low);
  CHECK(messages_of(resolving(two, two.from(clock_start::confirmation), one)) == high_and_low);
  CHECK(only_rule_broken(resolving(two, case_by_case{}, one)) == soundness_rule::severity_order);
}

TEST_CASE("a response is due no later than the resolution of its level, if both run from the report") {
  const auto high_and_low = [&](const row<level>& high) {
    return promising{high, row{level::middle, high.response, case_by_case{}},
                     row{level::low, high.response, case_by_case{}}};
  };
  CHECK(messages_of(high_and_low(row{level::high, respond_within(elapsed{2h}), resolve_within(elapsed{2h})})).empty());
  CHECK(messages_of(high_and_low(row{level::high, respond_within(elapsed{2h}),
                                     resolve_within(elapsed{1h}).from(clock_start::confirmation)}))
            .empty());
  const promising same_kind = high_and_low(row{level::high, respond_within(elapsed{2h}), resolve_within(elapsed{1h})});
  CHECK(only_rule_broken(same_kind) == soundness_rule::response_before_resolution);
  CHECK(messages_of(same_kind) == messages{"severities: the response of high is due after 2 h elapsed, the resolution "
                                           "of high after 1 h elapsed; the first must not be due later"});
  const promising different_kinds =
      high_and_low(row{level::high, respond_within(elapsed{25h}), resolve_within(business_days{1})});
  CHECK(
      messages_of(different_kinds) ==
      messages{"severities: from 1972-02-08T04:59:59.999Z on, the response of high is due at 1972-02-09T05:59:59.999Z, "
               "the resolution of high at 1972-02-09T05:00:00Z; the first must not be due later"});
}

struct one_day_promising : promising {
  static constexpr auto hour_spill = sla::hour_spill::within_one_day;
  using promising::promising;
};

TEST_CASE("targets that have no due instant are reported and not thrown") {
  const row<level> fits{level::low, respond_within(elapsed{100h}), case_by_case{}};
  const one_day_promising terms{row{level::high, respond_within(business_time{25h}), case_by_case{}},
                                row{level::middle, respond_within(elapsed{100h}), case_by_case{}}, fits};
  CHECK(only_rule_broken(terms) == soundness_rule::targets_comparable);
  CHECK(messages_of(terms) ==
        messages{"severities: the response of high and the response of middle cannot be compared: a target of 25 h "
                 "business time within one day fits into no business day from 1972-02-07T05:00:00Z on"});
}

inline constexpr sla::calendar_rules february{
    .name = "February",
    .coverage = {sla::civil_day{2026y / 2 / 1}, sla::civil_day{2026y / 2 / 28}},
    .closed = sla::saturday_and_sunday,
    .by = sla::observance::actual_date,
    .holidays = {},
};
struct short_coverage : promising {
  static constexpr sla::compiled_calendar<february> calendar{};
  using promising::promising;
};
inline constexpr sla::calendar_rules fourteen_months{
    .name = "fourteen months",
    .coverage = {sla::civil_day{2025y / 1 / 1}, sla::civil_day{2026y / 3 / 15}},
    .closed = sla::saturday_and_sunday,
    .by = sla::observance::actual_date,
    .holidays = {},
};
struct medium_coverage : promising {
  static constexpr sla::compiled_calendar<fourteen_months> calendar{};
  using promising::promising;
};
struct short_support : promising {
  static constexpr sla::compiled_calendar<february> support_days{};
  static constexpr sla::weekly_hours support_hours{sla::monday_to_friday, hours{0}, hours{24}};
  using promising::promising;
};

template <class Terms>
Terms copy_of(const promising& terms) {
  return {terms.severities[level::high], terms.severities[level::middle], terms.severities[level::low]};
}

TEST_CASE("a coverage that ends before the targets do is said to be too short") {
  CHECK(messages_of(copy_of<short_coverage>(responding(elapsed{1h}, elapsed{2h}, elapsed{3h}))).empty());
  CHECK(messages_of(copy_of<short_coverage>(responding(elapsed{1h}, business_days{1}, business_days{2}))) ==
        messages{"severities: the response of high and the response of middle cannot be compared: the calendar "
                 "\"February\" does "
                 "not cover 2026-03-01; it covers 2026-02-01 to 2026-02-28"});
}

TEST_CASE("the four weeks of a coverage without a year to spare are its first") {
  CHECK(messages_of(copy_of<medium_coverage>(responding(elapsed{1h}, business_days{30}, business_days{30}))).empty());
}

TEST_CASE("the four weeks lie within the coverage of both calendars") {
  CHECK(
      messages_of(copy_of<short_support>(responding(elapsed{25h}, business_days{1}, business_days{1}))) ==
      messages{"severities: from 2026-02-03T04:59:59.999Z on, the response of high is due at 2026-02-04T05:59:59.999Z, "
               "the response of middle at 2026-02-04T05:00:00Z; the first must not be due later"});
}

TEST_CASE("an agreement that becomes known at run time is judged in the names of its own levels") {
  sla::loaded_agreement terms(hbi::support{});
  CHECK(messages_of(terms).empty());
  const auto respond = [](int of, elapsed within) {
    return row{sla::severity_level{of}, respond_within(within), case_by_case{}};
  };
  terms.severities = sla::loaded_severity_table({{"P1", respond(1, elapsed{2h})}, {"P2", respond(2, elapsed{1h})}});
  terms.maintenance_notice = business_days{0};
  CHECK(messages_of(terms) == messages{"severities: the response of P1 is due after 2 h elapsed, the response of P2 "
                                       "after 1 h elapsed; the first must not be due later",
                                       "maintenance_notice: 0 business days; at least 1 business day is needed"});
}

// ---- Hours that exist ----------------------------------------------------------------------------------------------

struct support_from_2_30 : hbi::support {
  static constexpr sla::weekly_hours support_hours{sla::every_day, hours{2} + minutes{30}, hours{10}};
};
struct support_until_2 : hbi::support {
  static constexpr sla::weekly_hours support_hours{sla::every_day, hours{22}, hours{2}};
};
struct support_from_3 : hbi::support {
  static constexpr sla::weekly_hours support_hours{sla::every_day, hours{3}, hours{2} - milliseconds{1}};
};
inline constexpr sla::calendar_rules saturday_rules{.name = "Saturdays",
                                                    .coverage = sla::us_calendar_coverage,
                                                    .closed = ~sla::weekday_set{Saturday},
                                                    .by = sla::observance::actual_date,
                                                    .holidays = {}};
struct saturday_nights : hbi::support {
  static constexpr sla::compiled_calendar<saturday_rules> support_days{};
  static constexpr sla::weekly_hours support_hours{Saturday, hours{22}, hours{2}};
};
struct saturday_mornings : saturday_nights {
  static constexpr sla::weekly_hours support_hours{Saturday, hours{2}, hours{3}};
};
struct sundays_by_the_workshop : workshop::terms {
  static constexpr sla::compiled_calendar<hbi::desk_rules> calendar{};
  static constexpr sla::weekly_hours business_hours{sla::every_day, hours{2}, hours{10}};
};

TEST_CASE("hours do not begin or end at a reading that the clocks skip") {
  CHECK(only_rule_broken(support_from_2_30{}) == soundness_rule::hours_exist);
  CHECK(messages_of(support_from_2_30{}) ==
        messages{"support_hours: an opening or a closing at 1971-04-25T02:30:00 is skipped by the clocks of "
                 "America/New_York; it must be a reading that exists"});
  CHECK(messages_of(support_until_2{}) ==
        messages{"support_hours: an opening or a closing at 1971-04-25T02:00:00 is skipped by the clocks of "
                 "America/New_York; it must be a reading that exists"});
  CHECK(messages_of(saturday_nights{}) == messages_of(support_until_2{}));
  CHECK(messages_of(sundays_by_the_workshop{}) ==
        messages{"business_hours: an opening or a closing at 1971-04-25T02:00:00 is skipped by the clocks of "
                 "America/Los_Angeles; it must be a reading that exists"});
  CHECK(messages_of(support_from_3{}).empty());
  CHECK(messages_of(saturday_mornings{}).empty());
}

inline constexpr std::array change_of_2026{sla::civil_day{2026y / 3 / 8}};
inline constexpr sla::day_range year_2026{sla::civil_day{2026y / 1 / 1}, sla::civil_day{2026y / 12 / 31}};
inline constexpr sla::calendar_dates open_at_the_change{"open", year_2026, sla::no_day, {}};
inline constexpr sla::calendar_dates closed_at_the_change{"closed", year_2026, sla::no_day, change_of_2026};

struct special_hours : hbi::support {
  static constexpr sla::compiled_calendar<open_at_the_change> support_days{};
  static constexpr sla::opening_hours support_hours{
      sla::around_the_clock, sla::special_day{change_of_2026[0], {{hours{2} + minutes{1}, hours{9}}}}};
};
struct closed_on_a_skipped_opening : hbi::support {
  static constexpr sla::compiled_calendar<closed_at_the_change> support_days{};
  static constexpr sla::weekly_hours support_hours{sla::every_day, hours{2} + minutes{1}, hours{9}};
};

TEST_CASE("hours of a date are judged by its own hours, and only if it is open") {
  CHECK(messages_of(special_hours{}) ==
        messages{"support_hours: an opening or a closing at 2026-03-08T02:01:00 is skipped by the clocks of "
                 "America/New_York; it must be a reading that exists"});
  CHECK(messages_of(closed_on_a_skipped_opening{}).empty());
}

// ---- Hours that fit their calendar -----------------------------------------------------------------------------------

struct desk_of_values : hbi::support {
  sla::loaded_calendar support_days;
  sla::loaded_hours support_hours;
};
/// Business days, hours and a zone of values, and no due dates, which are asked of tables alone.
struct business_of_values {
  sla::loaded_calendar calendar;
  sla::loaded_hours business_hours;
  sla::any_zone zone;
  sla::elapsed shortest_outage{};
  static constexpr auto maintenance_windows = hbi::support::maintenance_windows;
  static constexpr auto maintenance_notice = hbi::support::maintenance_notice;
  static constexpr auto short_notice = hbi::support::short_notice;
  static constexpr auto emergency = hbi::support::emergency;
  static constexpr auto availability = hbi::support::availability;
  static constexpr auto month_zone = sla::utc;
  static constexpr auto planned_time = hbi::support::planned_time;
  static constexpr auto outage_rounding = hbi::support::outage_rounding;
  static constexpr auto partial_outages = hbi::support::partial_outages;
  static constexpr auto unknown_time = hbi::support::unknown_time;
};
struct all_of_values : hbi::support {
  sla::loaded_calendar calendar;
  sla::loaded_hours business_hours;
  sla::any_zone zone;
  sla::loaded_calendar support_days;
  sla::loaded_hours support_hours;
};

struct monday_desk : hbi::support {
  static constexpr sla::weekly_hours support_hours{sla::monday_to_friday, hours{9}, hours{17}};
};

TEST_CASE("hours on other weekdays than those of their calendar are a finding") {
  CHECK(only_rule_broken(monday_desk{}) == soundness_rule::hours_fit_the_calendar);
  CHECK(messages_of(monday_desk{}) == messages{"support_hours: Saturday is a business day, but has no opening hours"});
}

/// How the loading of an agreement ends.
std::string refusal_of(const all_of_values& terms) {
  try {
    const sla::loaded_agreement loaded(terms);
    return {};
  } catch (const sla::error& refused) {
    return refused.what();
  }
}

TEST_CASE("what loaded_agreement refuses is a finding, in the same words, and nothing else of this rule is") {
  constexpr sla::day_range months{sla::civil_day{2026y / 2 / 1}, sla::civil_day{2026y / 4 / 30}};
  constexpr sla::civil_day saturday{2026y / 3 / 14};
  const auto calendar = [](sla::day_range covered, sla::weekday_set closed, std::vector<sla::civil_day> closed_dates,
                           std::vector<sla::civil_day> working) {
    return sla::loaded_calendar(sla::calendar_definition{
        "plant", covered, closed, sla::observance::actual_date, {}, std::move(closed_dates), std::move(working)});
  };
  const std::vector<sla::loaded_calendar> calendars{
      calendar(months, sla::saturday_and_sunday, {}, {}),
      calendar(months, sla::saturday_and_sunday, {}, {saturday}),
      calendar(months, sla::saturday_and_sunday, {}, {saturday, saturday + days{1}}),
      calendar(months, sla::saturday_and_sunday, {saturday - days{1}}, {}),
      calendar(months, sla::no_day, {}, {}),
      calendar(months, sla::no_day, {saturday}, {}),
      calendar(months, sla::every_day, {}, {saturday}),
      calendar(months, sla::every_day, {}, {}),
      calendar({saturday, saturday + days{1}}, sla::no_day, {}, {}),
      calendar({sla::civil_day{1901y / 1 / 1}, sla::civil_day{1901y / 2 / 1}}, sla::saturday_and_sunday, {}, {}),
      calendar({sla::civil_day{2199y / 12 / 1}, sla::civil_day{2200y / 1 / 31}}, sla::saturday_and_sunday, {}, {}),
  };
  const sla::weekly_hours office(sla::monday_to_friday, 9h, 17h);
  const auto on = [](sla::civil_day date, sla::day_hours hours) {
    return std::vector<sla::special_day>{{date, hours}};
  };
  const std::vector<sla::loaded_hours> hours{
      {office},
      {office, on(saturday, {{9h, 12h}})},
      {office, on(saturday - days{1}, {{9h, 12h}})},
      {office, on(saturday - days{1}, {{22h, 10h}})},
      {office, on(saturday + days{2}, {})},
      {office, {{saturday, {{9h, 12h}}}, {saturday + days{1}, {{9h, 12h}}}}},
      {office, {{saturday - days{2}, {{9h, 12h}}}, {saturday - days{2}, {{9h, 12h}}}}},
      {office, on(saturday + days{3650}, {{9h, 12h}})},
      {office.also(Saturday, 9h, 12h)},
      {office.also(sla::saturday_and_sunday, 9h, 12h)},
      {sla::weekly_hours(Saturday, 9h, 12h)},
      {sla::around_the_clock},
      {sla::around_the_clock, on(saturday, {{0h, 24h}})},
      {sla::around_the_clock, on(saturday, {{1h, 2h}})},
      {sla::around_the_clock, on(saturday, {{22h, 6h}})},
      {sla::weekly_hours(sla::every_day, 22h, 6h), on(saturday, {{5h, 9h}})},
  };
  const std::vector<sla::any_zone> zones{sla::us_eastern, sla::utc, sla::us_pacific};
  const sla::loaded_calendar sound_days = calendar(months, sla::no_day, {}, {});
  const sla::loaded_hours sound_hours(sla::around_the_clock);
  int refused = 0;
  for (const auto& days : calendars)
    for (const auto& open : hours)
      for (const auto& zone : zones) {
        std::vector<sla::finding> found = check(business_of_values{days, open, zone});
        std::erase_if(found, [](const auto& each) { return each.broken != soundness_rule::hours_fit_the_calendar; });
        const std::string business = refusal_of({{}, days, open, zone, sound_days, sound_hours});
        REQUIRE((found.empty() ? "" : found.front().message) ==
                (business.empty() ? "" : "business_hours: " + business));
        refused += business.empty() ? 0 : 1;

        if (zone.name() != sla::us_eastern.name()) continue;
        found = check(desk_of_values{{}, days, open});
        std::erase_if(found, [](const auto& each) { return each.broken != soundness_rule::hours_fit_the_calendar; });
        const std::string desk = refusal_of({{}, sound_days, sound_hours, zone, days, open});
        REQUIRE((found.empty() ? "" : found.front().message) == (desk.empty() ? "" : "support_hours: " + desk));
      }
  CHECK(refused > 300);
  CHECK(refused < 500);
}

TEST_CASE("of times, nothing else is judged where hours do not fit") {
  business_of_values terms{sla::loaded_calendar(sla::us_federal), sla::around_the_clock, sla::us_eastern};
  terms.shortest_outage = elapsed{-1ms};
  CHECK(messages_of(terms) ==
        messages{"business_hours: Saturday has opening hours, but the calendar is never open on it",
                 "shortest_outage: -0.001 s; it must not be less than zero"});
}

// ---- Maintenance ---------------------------------------------------------------------------------------------------

struct with_windows : hbi::support {
  std::vector<recurrence> maintenance_windows;
};
messages windows(std::vector<recurrence> planned) { return messages_of(with_windows{{}, std::move(planned)}); }

TEST_CASE("maintenance windows do not overlap each other") {
  CHECK(only_rule_broken(with_windows{{}, {recurrence{Friday, 21h, 23h}, recurrence{Friday, 22h, 24h}}}) ==
        soundness_rule::windows_apart);
  CHECK(windows({recurrence{Friday, 21h, 23h}, recurrence{Friday, 22h, 24h}}) ==
        messages{"maintenance_windows: every Friday 21:00-23:00 and every Friday 22:00-24:00 overlap on 1971-01-01; "
                 "windows must not overlap"});
  CHECK(windows({recurrence{Friday, 21h, 22h}, recurrence{Friday, 22h, 24h}, recurrence{Saturday, 0h, 1h}}).empty());
  CHECK(windows({recurrence{Friday, 22h, 24h}, recurrence{Friday, 21h, 22h}}).empty());
  CHECK(windows({recurrence{Friday, 22h, 3h}, recurrence{Saturday, 3h, 5h}}).empty());
  CHECK(windows({recurrence{Friday, 22h, 4h}, recurrence{Saturday, 3h, 5h}}).size() == 1);
  CHECK(windows({recurrence{Saturday, 3h, 5h}, recurrence{Friday, 22h, 4h}}) ==
        messages{"maintenance_windows: every Saturday 03:00-05:00 and every Friday 22:00-04:00 overlap on 1971-01-02; "
                 "windows must not overlap"});
  CHECK(windows({recurrence{Friday, 1h, 3h}, recurrence{Friday, 1h, 3h}, recurrence{Friday, 2h, 4h}}).size() == 3);
}

TEST_CASE("windows of a week and of a month overlap on the first date of a year on which they do") {
  CHECK(windows({recurrence{Tuesday, 2h, 4h}, recurrence{Tuesday[2], 3h, 5h}}) ==
        messages{"maintenance_windows: every Tuesday 02:00-04:00 and second Tuesday of the month 03:00-05:00 overlap "
                 "on 1971-01-12; windows must not overlap"});
  CHECK(windows({recurrence{Tuesday[5], 2h, 4h}, recurrence{Tuesday[last], 3h, 5h}}) ==
        messages{"maintenance_windows: fifth Tuesday of the month 02:00-04:00 and last Tuesday of the month "
                 "03:00-05:00 overlap on 1971-03-30; windows must not overlap"});
  CHECK(windows({recurrence{Tuesday[1], 2h, 4h}, recurrence{Tuesday[2], 2h, 4h}}).empty());
}

TEST_CASE("no maintenance window touches a change of the clocks") {
  CHECK(only_rule_broken(with_windows{{}, {recurrence{Sunday, 1h, 4h}}}) == soundness_rule::windows_off_clock_changes);
  CHECK(windows({recurrence{Sunday, 1h, 4h}}) ==
        messages{"maintenance_windows: every Sunday 01:00-04:00 touches the change of the clocks of America/New_York "
                 "at 1971-04-25T02:00:00; a window must keep off it"});
  const messages in_spring{
      "maintenance_windows: every Sunday 03:00-04:00 touches the change of the clocks of America/New_York at "
      "1971-04-25T02:00:00; a window must keep off it"};
  CHECK(windows({recurrence{Sunday, 3h, 4h}}) == in_spring);
  CHECK(windows({recurrence{Sunday, 3h + 1ms, 4h}}).empty());
  const messages in_autumn{
      "maintenance_windows: every Sunday 00:00-01:00 touches the change of the clocks of America/New_York at "
      "1971-10-31T02:00:00; a window must keep off it"};
  CHECK(windows({recurrence{Sunday, 0h, 1h}}) == in_autumn);
  CHECK(windows({recurrence{Sunday, 0h, 1h - 1ms}}).empty());
  CHECK(windows({recurrence{Saturday, 23h, 1h}}).size() == 1);
  CHECK(windows({recurrence{Saturday, 0h, 24h}}).empty());
}

TEST_CASE("a window of the month touches a change where it falls on its date") {
  CHECK(windows({recurrence{Sunday[3], 1h, 3h}}).empty());
  CHECK(windows({recurrence{Sunday[2], 1h, 3h}}) ==
        messages{"maintenance_windows: second Sunday of the month 01:00-03:00 touches the change of the clocks of "
                 "America/New_York at 2007-03-11T02:00:00; a window must keep off it"});
}

inline constexpr sla::calendar_dates weekdays_of_2026{"2026", year_2026, sla::saturday_and_sunday, {}};
struct windows_of_2026 : with_windows {
  static constexpr sla::compiled_calendar<weekdays_of_2026> calendar{};
};

TEST_CASE("a window may begin at the first reading after the repeated hour") {
  CHECK(messages_of(windows_of_2026{{{}, {recurrence{Sunday[1], 2h, 3h}}}}).empty());
  CHECK(messages_of(windows_of_2026{{{}, {recurrence{Sunday[1], 2h - 1ms, 3h}}}}).size() == 1);
}

struct with_notice : hbi::support {
  business_days maintenance_notice;
};

TEST_CASE("maintenance notice is at least one business day") {
  CHECK(messages_of(with_notice{{}, business_days{1}}).empty());
  CHECK(only_rule_broken(with_notice{{}, business_days{0}}) == soundness_rule::notice_of_a_day);
  CHECK(messages_of(with_notice{{}, business_days{0}}) ==
        messages{"maintenance_notice: 0 business days; at least 1 business day is needed"});
}

// ---- Availability --------------------------------------------------------------------------------------------------

struct with_shortest_outage : hbi::support {
  elapsed shortest_outage;
};

TEST_CASE("the shortest outage that counts is not negative") {
  CHECK(messages_of(with_shortest_outage{{}, elapsed{0ms}}).empty());
  CHECK(only_rule_broken(with_shortest_outage{{}, elapsed{-1ms}}) == soundness_rule::shortest_outage_not_negative);
  CHECK(messages_of(with_shortest_outage{{}, elapsed{-5min}}) ==
        messages{"shortest_outage: -5 min; it must not be less than zero"});
}

// ---- Latency -------------------------------------------------------------------------------------------------------

struct with_latency : hbi::support {
  std::remove_const_t<decltype(hbi::support::latency)> latency;
  constexpr explicit with_latency(elapsed within) : latency(hbi::support::latency) { latency.within = within; }
};

TEST_CASE("the promised latency is more than zero") {
  CHECK(messages_of(with_latency{elapsed{1ms}}).empty());
  CHECK(only_rule_broken(with_latency{elapsed{0ms}}) == soundness_rule::latency_positive);
  CHECK(messages_of(with_latency{elapsed{0ms}}) == messages{"latency: 0 s; it must be more than zero"});
  CHECK(messages_of(with_latency{elapsed{-1ms}}) == messages{"latency: -0.001 s; it must be more than zero"});
}

// ---- Credits -------------------------------------------------------------------------------------------------------

struct crediting : hbi::support {
  sla::loaded_credit_schedule credits;
  explicit crediting(sla::fraction below)
      : credits(sla::credit_cap{100_percent}, {{.at_least = 0_percent, .below = below, .credit = 10_percent}}) {}
  explicit crediting(sla::no_credits none) : credits(none) {}
};

TEST_CASE("credits begin exactly below the objective") {
  CHECK(messages_of(crediting{99.9_percent}).empty());
  CHECK(messages_of(crediting{sla::no_credits{}}).empty());
  CHECK(only_rule_broken(crediting{99.95_percent}) == soundness_rule::credits_at_the_objective);
  CHECK(messages_of(crediting{99.95_percent}) ==
        messages{"credits: the first tier ends at 99.95 %, the objective of availability is 99.9 %; credits must begin "
                 "exactly below the objective"});
  CHECK(messages_of(crediting{99.5_percent}) ==
        messages{"credits: the first tier ends at 99.5 %, the objective of availability is 99.9 %; credits must begin "
                 "exactly below the objective"});
}

// ---- Parts of an agreement -----------------------------------------------------------------------------------------

struct only_deadlines {
  static constexpr auto severities = hbi::support::severities;
  static constexpr auto calendar = hbi::support::calendar;
  static constexpr auto business_hours = hbi::support::business_hours;
  static constexpr auto zone = hbi::support::zone;
  static constexpr auto support_days = hbi::support::support_days;
  static constexpr auto support_hours = hbi::support::support_hours;
  static constexpr auto hour_spill = hbi::support::hour_spill;
  static constexpr auto day_zero = hbi::support::day_zero;
  static constexpr auto due_time = hbi::support::due_time;
  static constexpr auto desk_closure = hbi::support::desk_closure;
  static constexpr auto resolution_start = hbi::support::resolution_start;
};

struct only_latency {
  sla::loaded_latency_objective latency{elapsed{0s}, sla::more_than(50_percent), {}};
};

struct only_credits {
  static constexpr sla::credit_schedule credits{
      sla::credit_cap{100_percent}, sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 10_percent}};
};

struct credits_by_the_hour : only_credits {
  static constexpr sla::compiled_calendar<hbi::desk_rules> calendar{};
  static constexpr sla::weekly_hours business_hours{sla::every_day, hours{2}, hours{10}};
  static constexpr auto zone = hbi::support::zone;
};

struct half_an_availability : only_credits {
  static constexpr sla::availability_objective availability{99.9_percent};
};

TEST_CASE("parts of an agreement are judged by what they have") {
  static_assert(sound<only_deadlines>);
  static_assert(sound<only_credits>);
  CHECK(messages_of(only_latency{}) == messages{"latency: 0 s; it must be more than zero"});
  CHECK(messages_of(credits_by_the_hour{}) ==
        messages{"business_hours: an opening or a closing at 1971-04-25T02:00:00 is skipped by the clocks of "
                 "America/New_York; it must be a reading that exists"});
}

TEST_CASE("a part that is not complete is no part, whatever else there is") {
  static_assert(sla::agreement_parts<only_credits>);
  static_assert(!sla::agreement_parts<half_an_availability>);
  struct nothing {};
  static_assert(!sla::agreement_parts<nothing>);
}

// ---- All at once ---------------------------------------------------------------------------------------------------

struct wrong_everywhere : support_from_2_30 {
  sla::severity_table<level, 3> severities{responding(elapsed{2h}, elapsed{1h}, elapsed{1h}).severities};
  std::vector<recurrence> maintenance_windows{recurrence{Sunday, 1h, 3h}, recurrence{Sunday, 2h, 4h}};
  business_days maintenance_notice{-1};
  elapsed shortest_outage{-1ms};
  std::remove_const_t<decltype(hbi::support::latency)> latency = with_latency{elapsed{}}.latency;
};

TEST_CASE("all findings are returned, clause by clause") {
  messages broken;
  for (const sla::finding& each : check(wrong_everywhere{})) broken.emplace_back(sla::name_of(each.broken));
  CHECK(broken == messages{"severity_order", "hours_exist", "windows_apart", "windows_off_clock_changes",
                           "windows_off_clock_changes", "notice_of_a_day", "shortest_outage_not_negative",
                           "latency_positive"});
}

}  // namespace
