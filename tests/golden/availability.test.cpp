// The worked examples of the contract about a month's availability, US Eastern.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/availability/error_budget.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

constexpr sla::instant at(year_month_day date, minutes since_midnight = 0min) {
  return hbi::eastern(date, since_midnight);
}

constexpr hbi::offering all_the_others[] = {
    hbi::offering::manage_mentor,    hbi::offering::publishing_collection,  hbi::offering::hbr_spark,
    hbi::offering::learning_sprints, hbi::offering::leadership_skill_camps, hbi::offering::blended_programs};

// ---- Months and windows -----------------------------------------------------------------------------------------------

constexpr sla::elapsed length_of(year_month month) { return sla::period_in(sla::us_eastern, month).length(); }

constexpr sla::elapsed windows_in(year_month month, hbi::offering service) {
  const sla::interval period = sla::period_in(sla::us_eastern, month);
  return sla::total(sla::maintenance_in(hbi::hosted{service}, period, {}).excused);
}

constexpr sla::elapsed windows_of_the_others(year_month month) {
  const sla::elapsed windows = windows_in(month, all_the_others[0]);
  const bool same =
      std::ranges::all_of(all_the_others, [&](hbi::offering service) { return windows_in(month, service) == windows; });
  return same ? windows : sla::elapsed{-1ms};
}

// clang-format off
//                      month                                 minutes
static_assert(length_of(2026y/November)        == sla::elapsed{43'260min});
static_assert(length_of(2026y/January)         == sla::elapsed{44'640min});
//                       month            offering                                            minutes
static_assert(windows_of_the_others(2026y/November)                             == sla::elapsed{  240min});
static_assert(windows_in(2026y/November, hbi::offering::manage_mentor_spark)    == sla::elapsed{  960min});
static_assert(windows_of_the_others(2026y/January)                              == sla::elapsed{  300min});
static_assert(windows_in(2026y/January,  hbi::offering::manage_mentor_spark)    == sla::elapsed{1'200min});
// clang-format on

// ---- November 2026 ----------------------------------------------------------------------------------------------------

constexpr sla::interval evening_of_the_6th{at(2026y / November / 6, 20h + 45min),
                                           at(2026y / November / 6, 22h + 10min)};
constexpr sla::interval overlapping_it{at(2026y / November / 6, 22h + 5min), at(2026y / November / 6, 22h + 20min)};
constexpr sla::interval into_the_month{at(2026y / October / 31, 23h + 50min), at(2026y / November / 1, 10min)};
constexpr sla::interval night_with_an_hour_twice{at(2026y / November / 1, 30min), at(2026y / November / 1, 3h + 30min)};

static_assert(night_with_an_hour_twice.length() == sla::elapsed{4h});

constexpr sla::availability_result november(std::vector<sla::interval> outages) {
  return sla::availability(hbi::support{}, 2026y / November,
                           sla::service_record_of("operations log", sla::interval_set(std::move(outages))),
                           at(2026y / December / 1));
}
constexpr sla::availability_result november_with_four_outages() {
  return november({evening_of_the_6th, overlapping_it, into_the_month, night_with_an_hour_twice});
}
constexpr sla::availability_result november_with_three_outages() {
  return november({evening_of_the_6th, overlapping_it, into_the_month});
}

// clang-format off
static_assert(november_with_four_outages().measured                           == sla::elapsed{43'260min});
static_assert(sla::error_budget(november_with_four_outages()).allowed         == sla::elapsed{2'595'600ms});   // 43.26 minutes
static_assert(november_with_four_outages().down                               == sla::elapsed{17'100s});
static_assert(november_with_four_outages().excluded                           == sla::elapsed{60min});         // 21:00 to 22:00
static_assert(november_with_four_outages().unknown                            == sla::elapsed{});
static_assert(november_with_four_outages().verdict()                          == sla::availability_verdict::missed);

static_assert(november_with_three_outages().down                              == sla::elapsed{2'700s});
static_assert(november_with_three_outages().verdict()                         == sla::availability_verdict::missed);
static_assert(sla::error_budget(november_with_three_outages()).left           == sla::elapsed{-104'400ms});    // missed by 104.4 s
static_assert(november_with_three_outages().share()                           == sla::fraction{43'260 - 45, 43'260});
static_assert(november_with_three_outages().status                            == sla::availability_result::completeness::final);
// clang-format on

// ---- The month in its quarter and its year ------------------------------------------------------------------------------

sla::availability_tally in(const sla::interval& period) {
  const sla::service_record record{
      "operations log",
      sla::interval_set{evening_of_the_6th, overlapping_it, into_the_month, night_with_an_hour_twice},
      {}};
  return sla::tally(hbi::support{}, period, record, {}, at(2027y / January / 1));
}

TEST_CASE("the months of a quarter add up to it, and the quarters of a year to the year") {
  const auto month = [](std::chrono::month of) { return in(sla::period_in(sla::us_eastern, 2026y / of)); };
  const auto quarter = [](int number) {
    return in(sla::period_in(sla::us_eastern, sla::civil_quarter{2026y, number}));
  };
  CHECK((merge(merge(month(October), month(November)), month(December)) == quarter(4)));
  CHECK((merge(merge(quarter(1), quarter(2)), merge(quarter(3), quarter(4))) ==
         in(sla::period_in(sla::us_eastern, 2026y))));
  CHECK(quarter(4).down == sla::elapsed{17'100s + 10min});  // ten minutes of the outage into November lie in October
  CHECK(quarter(4).excluded == sla::elapsed{60min});
}

TEST_CASE("November 2026, as text") {
  CHECK(sla::percent_rounded_down(*november_with_four_outages().share(), 4) == "99.3411");
  CHECK(sla::percent_rounded_down(*november_with_three_outages().share(), 4) == "99.8959");
}

}  // namespace
