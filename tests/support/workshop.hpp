#ifndef SLA_TESTS_SUPPORT_WORKSHOP_HPP
#define SLA_TESTS_SUPPORT_WORKSHOP_HPP

// An agreement of a user's own, as different from the reference agreement as can be: three levels, another zone, a
// calendar that is open on Saturdays, split hours, and nothing declared that due dates do not need.

#include <array>
#include <chrono>

#include "sla/calendar/business_calendar.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/zone/us_zone.hpp"

namespace workshop {

enum class level { machine_stands, machine_limps, question };

inline constexpr std::array closures{
    sla::holiday{"New Year's Day", std::chrono::January / 1},
    sla::holiday{"Independence Day", std::chrono::July / 4},
    sla::holiday{"Good Friday", sla::easter{-std::chrono::days{2}}},
    sla::holiday{"Christmas Day", std::chrono::December / 25},
};

inline constexpr sla::calendar_rules days{
    .name = "workshop",
    .coverage = {sla::civil_day{std::chrono::year{2020} / 1 / 1}, sla::civil_day{std::chrono::year{2039} / 12 / 31}},
    .closed = std::chrono::Sunday,
    .by = sla::observance::actual_date,
    .holidays = closures,
};

/// Monday to Friday 8:00 to 12:00 and 13:00 to 18:00, Saturday 9:00 to 13:00, US Pacific.
struct terms {
  static constexpr sla::severity_table severities{
      sla::row{level::machine_stands, sla::respond_within(sla::business_time{std::chrono::hours{1}}),
               sla::resolve_within(sla::business_time{std::chrono::hours{18}})},
      sla::row{level::machine_limps, sla::respond_within(sla::business_time{std::chrono::hours{6}}),
               sla::resolve_within(sla::business_days{2}).from(sla::clock_start::confirmation)},
      sla::row{level::question, sla::respond_within(sla::elapsed{std::chrono::hours{72}}), sla::case_by_case{}},
  };

  static constexpr sla::compiled_calendar<days> calendar{};
  static constexpr auto business_hours =
      sla::weekly_hours{sla::monday_to_friday, std::chrono::hours{8}, std::chrono::hours{12}}
          .also(sla::monday_to_friday, std::chrono::hours{13}, std::chrono::hours{18})
          .also(std::chrono::Saturday, std::chrono::hours{9}, std::chrono::hours{13});
  static constexpr auto zone = sla::us_pacific;

  static constexpr auto support_days = calendar;
  static constexpr auto support_hours = business_hours;

  static constexpr auto hour_spill = sla::hour_spill::carries_over;
  static constexpr auto day_zero = sla::day_zero::receipt_date;
  static constexpr auto due_time = sla::due_time::close_of_day;
  static constexpr auto desk_closure = sla::desk_closure::clock_runs;
  static constexpr auto resolution_start = sla::clock_start::report;
};

/// A date and a time on the workshop's clocks.
constexpr sla::instant at(std::chrono::year_month_day date, std::chrono::minutes since_midnight) {
  return sla::exact_instant(sla::us_pacific, sla::civil_day{date} + since_midnight);
}

}  // namespace workshop

#endif
