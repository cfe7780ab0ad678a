#include <chrono>

#include "sla/calendar/us_federal.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/zone/us_zone.hpp"

// expect-error: day_zero
namespace reading_as_bool {

enum class level { only };

struct terms {
  static constexpr sla::severity_table severities{
      sla::row{level::only, sla::respond_within(sla::business_days{1}), sla::case_by_case{}}};
  static constexpr auto calendar = sla::us_federal;
  static constexpr sla::weekly_hours business_hours{sla::monday_to_friday, std::chrono::hours{9},
                                                    std::chrono::hours{17}};
  static constexpr auto zone = sla::us_eastern;
  static constexpr auto support_days = calendar;
  static constexpr auto support_hours = business_hours;
  static constexpr auto hour_spill = sla::hour_spill::carries_over;
#ifdef SLA_MISTAKE
  static constexpr bool day_zero = true;
#else
  static constexpr auto day_zero = sla::day_zero::receipt_date;
#endif
  static constexpr auto due_time = sla::due_time::close_of_day;
  static constexpr auto desk_closure = sla::desk_closure::clock_runs;
  static constexpr auto resolution_start = sla::clock_start::report;
};

inline constexpr auto due =
    sla::response_due(terms{}, level::only, std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace reading_as_bool

// expect-error: day_zero
namespace reading_of_another_kind {

enum class level { only };

struct terms {
  static constexpr sla::severity_table severities{
      sla::row{level::only, sla::respond_within(sla::business_days{1}), sla::case_by_case{}}};
  static constexpr auto calendar = sla::us_federal;
  static constexpr sla::weekly_hours business_hours{sla::monday_to_friday, std::chrono::hours{9},
                                                    std::chrono::hours{17}};
  static constexpr auto zone = sla::us_eastern;
  static constexpr auto support_days = calendar;
  static constexpr auto support_hours = business_hours;
  static constexpr auto hour_spill = sla::hour_spill::carries_over;
#ifdef SLA_MISTAKE
  static constexpr auto day_zero = sla::due_time::close_of_day;
#else
  static constexpr auto day_zero = sla::day_zero::receipt_date;
#endif
  static constexpr auto due_time = sla::due_time::close_of_day;
  static constexpr auto desk_closure = sla::desk_closure::clock_runs;
  static constexpr auto resolution_start = sla::clock_start::report;
};

inline constexpr auto due =
    sla::response_due(terms{}, level::only, std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace reading_of_another_kind
