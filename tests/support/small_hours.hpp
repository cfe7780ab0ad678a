#ifndef SLA_TESTS_SMALL_HOURS_HPP
#define SLA_TESTS_SMALL_HOURS_HPP

#include <chrono>

#include "sla/calendar/business_calendar.hpp"
#include "sla/calendar/opening_hours.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace sla_tests {

inline constexpr sla::calendar_rules all_days_of_two_years{
    .name = "all days",
    .coverage = {sla::civil_day{std::chrono::year{2026} / 1 / 1}, sla::civil_day{std::chrono::year{2027} / 12 / 31}},
    .closed = sla::no_day,
    .by = sla::observance::actual_date,
    .holidays = {}};

/// Open for an hour that the clocks skip on Sunday 2026-03-08.
struct small_hours : sla::harvard_business_impact::support {
  static constexpr sla::compiled_calendar<all_days_of_two_years> calendar{};
  static constexpr sla::weekly_hours business_hours{sla::every_day, std::chrono::hours{2}, std::chrono::hours{3}};
};

}  // namespace sla_tests

#endif
