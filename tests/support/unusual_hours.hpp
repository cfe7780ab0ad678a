#ifndef SLA_TESTS_UNUSUAL_HOURS_HPP
#define SLA_TESTS_UNUSUAL_HOURS_HPP

#include <chrono>

#include "sla/calendar/business_calendar.hpp"
#include "sla/calendar/opening_hours.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace sla_tests {

inline constexpr sla::day_range two_years{sla::civil_day{std::chrono::year{2026} / 1 / 1},
                                          sla::civil_day{std::chrono::year{2027} / 12 / 31}};

inline constexpr sla::calendar_rules weekdays_of_two_years{.name = "weekdays",
                                                           .coverage = two_years,
                                                           .closed = sla::saturday_and_sunday,
                                                           .by = sla::observance::actual_date,
                                                           .holidays = {}};

inline constexpr sla::calendar_rules all_days_of_two_years{.name = "all days",
                                                           .coverage = two_years,
                                                           .closed = sla::no_day,
                                                           .by = sla::observance::actual_date,
                                                           .holidays = {}};

/// Mornings from Monday to Friday, but Tuesday 2026-11-24 from 08:00 to 20:00; hours have to fit into one day.
struct mornings_and_a_long_day : sla::harvard_business_impact::office_hours {
  static constexpr auto hour_spill = sla::hour_spill::within_one_day;
  static constexpr sla::compiled_calendar<weekdays_of_two_years> calendar{};
  static constexpr sla::opening_hours business_hours{
      sla::weekly_hours{sla::monday_to_friday, std::chrono::hours{9}, std::chrono::hours{12}},
      sla::special_day{sla::civil_day{std::chrono::year{2026} / 11 / 24},
                       {{std::chrono::hours{8}, std::chrono::hours{20}}}}};
};

/// Open for an hour that the clocks skip on Sunday 2026-03-08.
struct small_hours : sla::harvard_business_impact::support {
  static constexpr sla::compiled_calendar<all_days_of_two_years> calendar{};
  static constexpr sla::weekly_hours business_hours{sla::every_day, std::chrono::hours{2}, std::chrono::hours{3}};
};

}  // namespace sla_tests

#endif
