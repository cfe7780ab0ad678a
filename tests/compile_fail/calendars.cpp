#include <array>
#include <chrono>

#include "sla/calendar/holiday.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/opening_hours.hpp"
#include "sla/calendar/recurrence.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/calendar/weekday_set.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "sla/zone/us_zone.hpp"

// expect-first-error: make a loaded_agreement of these terms and ask it: they change calendar, business_hours or zone
namespace calendar_without_tables {

namespace hbi = sla::harvard_business_impact;

struct calendar_of_a_file : hbi::support {
  sla::loaded_calendar calendar;
};

inline auto due(const calendar_of_a_file& read, sla::instant reported) {
#ifdef SLA_MISTAKE
  return sla::response_due(read, hbi::severity::urgent, reported);
#else
  return sla::response_due(sla::loaded_agreement(hbi::support{}), sla::severity_level{2}, reported).at() +
         std::chrono::milliseconds{read.calendar.name().size()};
#endif
}

}  // namespace calendar_without_tables

// expect-error: hours_and_calendar_must_open_on_the_same_weekdays
namespace business_day_without_hours {

enum class level { only };

struct terms {
  static constexpr sla::severity_table severities{
      sla::row{level::only, sla::respond_within(sla::business_days{1}), sla::case_by_case{}}};
  static constexpr auto calendar = sla::us_federal;
#ifdef SLA_MISTAKE
  static constexpr sla::weekly_hours business_hours{std::chrono::Monday, std::chrono::hours{9}, std::chrono::hours{17}};
#else
  static constexpr sla::weekly_hours business_hours{sla::monday_to_friday, std::chrono::hours{9},
                                                    std::chrono::hours{17}};
#endif
  static constexpr auto zone = sla::us_eastern;
  static constexpr auto support_days = calendar;
  static constexpr auto support_hours = business_hours;
  static constexpr auto hour_spill = sla::hour_spill::carries_over;
  static constexpr auto day_zero = sla::day_zero::receipt_date;
  static constexpr auto due_time = sla::due_time::close_of_day;
  static constexpr auto desk_closure = sla::desk_closure::clock_runs;
  static constexpr auto resolution_start = sla::clock_start::report;
};

inline constexpr auto due =
    sla::response_due(terms{}, level::only, std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace business_day_without_hours

// expect-error: a_span_must_open_before_24_00_and_close_by_24_00
namespace closing_at_24_01 {

using namespace std::chrono;

inline constexpr sla::weekly_hours evenings(sla::every_day, 18h,
#ifdef SLA_MISTAKE
                                            24h + 1min
#else
                                            24h
#endif
);

}  // namespace closing_at_24_01

// expect-error: a_set_of_days_holds_days_of_the_week
namespace eighth_day_of_the_week {

inline constexpr sla::weekday_set week_end{std::chrono::Saturday, std::chrono::weekday{
#ifdef SLA_MISTAKE
                                                                      8
#else
                                                                      0
#endif
                                                                  }};

}  // namespace eighth_day_of_the_week

// expect-error: a_span_must_open_before_24_00_and_close_by_24_00
namespace hours_of_no_length {

using namespace std::chrono;

inline constexpr sla::weekly_hours never(sla::every_day, 9h,
#ifdef SLA_MISTAKE
                                         9h
#else
                                         17h
#endif
);

}  // namespace hours_of_no_length

// expect-error: hours_and_calendar_must_open_on_the_same_weekdays
namespace hours_on_a_closed_weekday {

enum class level { only };

struct terms {
  static constexpr sla::severity_table severities{
      sla::row{level::only, sla::respond_within(sla::business_days{1}), sla::case_by_case{}}};
  static constexpr auto calendar = sla::us_federal;
#ifdef SLA_MISTAKE
  static constexpr sla::weekly_hours business_hours{sla::every_day, std::chrono::hours{9}, std::chrono::hours{17}};
#else
  static constexpr sla::weekly_hours business_hours{sla::monday_to_friday, std::chrono::hours{9},
                                                    std::chrono::hours{17}};
#endif
  static constexpr auto zone = sla::us_eastern;
  static constexpr auto support_days = calendar;
  static constexpr auto support_hours = business_hours;
  static constexpr auto hour_spill = sla::hour_spill::carries_over;
  static constexpr auto day_zero = sla::day_zero::receipt_date;
  static constexpr auto due_time = sla::due_time::close_of_day;
  static constexpr auto desk_closure = sla::desk_closure::clock_runs;
  static constexpr auto resolution_start = sla::clock_start::report;
};

inline constexpr auto due =
    sla::response_due(terms{}, level::only, std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace hours_on_a_closed_weekday

// expect-error: opening_hours_must_not_overlap
namespace overlapping_hours {

using namespace std::chrono;

inline constexpr auto hours_of_business = sla::weekly_hours(sla::monday_to_friday, 9h, 13h)
                                              .also(sla::monday_to_friday,
#ifdef SLA_MISTAKE
                                                    12h
#else
                                                    13h
#endif
                                                    ,
                                                    17h);

}  // namespace overlapping_hours

// expect-error: opening_hours_must_not_overlap
namespace overlapping_night {

using namespace std::chrono;

inline constexpr auto night_shift = sla::weekly_hours(sla::monday_to_friday, 22h, 6h)
                                        .also(sla::monday_to_friday,
#ifdef SLA_MISTAKE
                                              5h
#else
                                              6h
#endif
                                              ,
                                              7h);

}  // namespace overlapping_night

// expect-error: a_recurrence_must_fall_on_a_date
namespace window_on_the_sixth_tuesday {

using namespace std::chrono;

inline constexpr std::array windows{sla::recurrence{Tuesday[
#ifdef SLA_MISTAKE
                                                        6
#else
                                                        2
#endif
],
                                                    2h, 4h}};

}  // namespace window_on_the_sixth_tuesday

// expect-error: a_holiday_must_stay_in_the_year_of_its_weekday
namespace holiday_in_the_year_after {

using namespace std::chrono;

inline constexpr std::array holidays{sla::holiday{"Shutdown", sla::days_after{December / Friday[4],
#ifdef SLA_MISTAKE
                                                                              days{5}
#else
                                                                              days{3}
#endif
                                                              }}};

}  // namespace holiday_in_the_year_after

// expect-error: a_holiday_must_fall_on_a_date
namespace holiday_on_31_june {

using namespace std::chrono;

inline constexpr std::array holidays{sla::holiday{"Midsummer",
#ifdef SLA_MISTAKE
                                                  June / 31
#else
                                                  June / 24
#endif
}};

}  // namespace holiday_on_31_june

// expect-error: a_holiday_must_fall_on_a_date
namespace holiday_on_the_sixth_thursday {

using namespace std::chrono;

inline constexpr std::array holidays{sla::holiday{"Thanksgiving Day",
#ifdef SLA_MISTAKE
                                                  November / Thursday[6]
#else
                                                  November / Thursday[4]
#endif
}};

}  // namespace holiday_on_the_sixth_thursday

// expect-error: a_holiday_must_fall_within_a_year_of_easter
namespace holiday_two_years_from_easter {

using namespace std::chrono;

inline constexpr std::array holidays{sla::holiday{"Good Friday",
#ifdef SLA_MISTAKE
                                                  sla::easter{-days{732}}
#else
                                                  sla::easter{-days{2}}
#endif
}};

}  // namespace holiday_two_years_from_easter

// expect-error: a_holiday_must_not_end_before_it_begins
namespace holiday_until_before_it_begins {

using namespace std::chrono;

inline constexpr std::array holidays{sla::holiday{"Roof repair", October / 6}.from(2028y).until(
#ifdef SLA_MISTAKE
    2026y
#else
    2028y
#endif
    )};

}  // namespace holiday_until_before_it_begins
