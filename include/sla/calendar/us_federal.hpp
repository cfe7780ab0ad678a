#ifndef SLA_CALENDAR_US_FEDERAL_HPP
#define SLA_CALENDAR_US_FEDERAL_HPP

// The legal public holidays of the United States, 5 U.S.C. 6103(a), each with the act that made or moved it. Only what
// the statute names is here: Inauguration Day concerns the capital's area (6103(c)), and days off by executive order
// are announced one at a time; a calendar that wants them lists them.

#include <array>
#include <chrono>

#include "sla/calendar/business_calendar.hpp"

namespace sla::inline v0 {

// clang-format off
inline constexpr auto us_federal_holidays = [] {
  using namespace std::chrono;
  return std::array{
      holiday{"New Year's Day",                       January/1},                          // 1870, 16 Stat. 168
      holiday{"Birthday of Martin Luther King, Jr.",  January/Monday[3]}.from(1986y),      // Pub. L. 98-144
      holiday{"Washington's Birthday",                February/Monday[3]},                 // Pub. L. 90-363, since 1971
      holiday{"Memorial Day",                         May/Monday[last]},                   // Pub. L. 90-363, since 1971
      holiday{"Juneteenth National Independence Day", June/19}.from(2021y),                // Pub. L. 117-17
      holiday{"Independence Day",                     July/4},                             // 1870, 16 Stat. 168
      holiday{"Labor Day",                            September/Monday[1]},                // 1894, 28 Stat. 96
      holiday{"Columbus Day",                         October/Monday[2]},                  // Pub. L. 90-363, since 1971
      holiday{"Veterans Day",                         October/Monday[4]}.until(1977y),     // Pub. L. 90-363, since 1971
      holiday{"Veterans Day",                         November/11}.from(1978y),            // Pub. L. 94-97
      holiday{"Thanksgiving Day",                     November/Thursday[4]},               // 1941, 55 Stat. 862
      holiday{"Christmas Day",                        December/25},                        // 1870, 16 Stat. 168
  };
}();
// clang-format on

/// The years for which the United States' calendars are established: the Uniform Monday Holiday Act took effect in 1971.
inline constexpr day_range us_calendar_coverage{
    civil_day{std::chrono::year{1971} / std::chrono::January / 1},
    civil_day{std::chrono::year{2099} / std::chrono::December / 31},
};

inline constexpr calendar_rules us_federal_rules{
    .name = "US federal",
    .coverage = us_calendar_coverage,
    .closed = saturday_and_sunday,
    .by = observance::nearest_weekday,
    .holidays = us_federal_holidays,
};

inline constexpr calendar_rules us_banking_rules{
    .name = "US banking",
    .coverage = us_calendar_coverage,
    .closed = saturday_and_sunday,
    .by = observance::monday_after_a_sunday,
    .holidays = us_federal_holidays,
};

/// The business days of the federal government: a Saturday holiday is observed on Friday, a Sunday one on Monday.
///
/// source   5 U.S.C. 6103(a) and (b), E.O. 11582
/// example  Fri 2021-12-31 is closed: New Year's Day 2022 is a Saturday
inline constexpr compiled_calendar<us_federal_rules> us_federal;

/// The business days of the Federal Reserve Banks: a Sunday holiday is observed on Monday, a Saturday one is not moved.
///
/// source   Federal Reserve Banks, holiday schedule
/// example  Fri 2021-12-31 is open
inline constexpr compiled_calendar<us_banking_rules> us_banking;

}  // namespace sla::inline v0

#endif
