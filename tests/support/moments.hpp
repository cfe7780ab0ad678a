#ifndef SLA_TESTS_SUPPORT_MOMENTS_HPP
#define SLA_TESTS_SUPPORT_MOMENTS_HPP

// Moments as a test writes them: a date, and the time since its midnight.

#include <chrono>

#include "sla/time/civil.hpp"
#include "sla/zone/us_zone.hpp"
#include "sla/zone/zone.hpp"

namespace sla_tests {

/// example  date(2026y/November/20)
constexpr sla::civil_day date(std::chrono::year_month_day on) { return sla::civil_day{on}; }

/// example  at(2026y/November/20, 22h)
constexpr sla::civil_time at(std::chrono::year_month_day on, std::chrono::milliseconds since_midnight) {
  return date(on) + since_midnight;
}

/// example  utc(2026y/November/21, 3h)
constexpr sla::instant utc(std::chrono::year_month_day on, std::chrono::milliseconds since_midnight) {
  return std::chrono::sys_days{on} + since_midnight;
}

/// example  eastern(2026y/November/20, 22h)
constexpr sla::instant eastern(std::chrono::year_month_day on, std::chrono::milliseconds since_midnight) {
  return sla::exact_instant(sla::us_eastern, at(on, since_midnight));
}

}  // namespace sla_tests

#endif
