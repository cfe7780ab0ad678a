#include <chrono>

#include "sla/availability/availability.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/time/interval.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"

// expect-error: response_due|local_t
namespace civil_time_as_instant {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr sla::civil_time on_the_wall = sla::civil_day{2026y / November / 20} + 22h;

inline constexpr auto due = sla::response_due(hbi::support{}, hbi::severity::urgent,
#ifdef SLA_MISTAKE
                                              on_the_wall
#else
                                              exact_instant(sla::us_eastern, on_the_wall)
#endif
);

}  // namespace civil_time_as_instant

// expect-error: response_due
namespace duration_as_instant {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto due = sla::response_due(hbi::support{}, hbi::severity::urgent,
#ifdef SLA_MISTAKE
                                              seconds{1'795'230'000}
#else
                                              sys_seconds{seconds{1'795'230'000}}
#endif
);

}  // namespace duration_as_instant

// expect-error: response_due|1000000
namespace microseconds_as_instant {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr sys_time<microseconds> measured = sys_days{2026y / November / 20} + 22h + 1us;

inline constexpr auto due = sla::response_due(hbi::support{}, hbi::severity::urgent,
#ifdef SLA_MISTAKE
                                              measured
#else
                                              floor<milliseconds>(measured)
#endif
);

}  // namespace microseconds_as_instant

// expect-error: response_due
namespace number_as_instant {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto due = sla::response_due(hbi::support{}, hbi::severity::urgent,
#ifdef SLA_MISTAKE
                                              1'795'230'000
#else
                                              sys_seconds{seconds{1'795'230'000}}
#endif
);

}  // namespace number_as_instant

// expect-error: day_is_outside_coverage
namespace date_outside_the_calendar {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto due = sla::response_due(hbi::support{}, hbi::severity::serious,
                                              hbi::eastern(
#ifdef SLA_MISTAKE
                                                  2099y / December / 31
#else
                                                  2099y / December / 30
#endif
                                                  ,
                                                  12h));

}  // namespace date_outside_the_calendar

// expect-error: day_is_outside_coverage
namespace date_outside_the_zone {

using namespace std::chrono;

inline constexpr sla::civil_time reading =
    sla::civil_day{
#ifdef SLA_MISTAKE
        1966y
#else
        1967y
#endif
        / July / 1} +
    12h;
inline constexpr auto at = exact_instant(sla::us_eastern, reading);

}  // namespace date_outside_the_zone

// expect-error: a_date_must_exist
namespace date_that_does_not_exist {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto at = hbi::eastern(
#ifdef SLA_MISTAKE
    2026y
#else
    2028y
#endif
        / February / 29,
    9h);

}  // namespace date_that_does_not_exist

// expect-error: availability|year_month
namespace day_instead_of_month {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto up = sla::availability(hbi::support{},
#ifdef SLA_MISTAKE
                                             2026y / November / 20
#else
                                             2026y / November
#endif
                                             ,
                                             {}, hbi::eastern(2026y / December / 1, 0h))
                               .up;

}  // namespace day_instead_of_month

// expect-error: a_time_of_day_must_be_from_0_00_to_24_00
namespace time_of_33_hours {

using namespace std::chrono;

inline constexpr auto at = exact_instant(sla::us_pacific, 2026y / November / 20,
#ifdef SLA_MISTAKE
                                         33h
#else
                                         24h
#endif
);

}  // namespace time_of_33_hours

// expect-error: a_civil_time_must_happen_exactly_once
namespace repeated_local_time {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto at = hbi::eastern(2026y / November / 1,
#ifdef SLA_MISTAKE
                                        1h + 30min
#else
                                        2h + 30min
#endif
);

}  // namespace repeated_local_time

// expect-error: a_civil_time_must_happen_exactly_once
namespace skipped_local_time {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto at = hbi::eastern(2026y / March / 8,
#ifdef SLA_MISTAKE
                                        2h + 30min
#else
                                        3h + 30min
#endif
);

}  // namespace skipped_local_time

// expect-error: an_interval_must_not_end_before_it_begins
namespace reversed_interval {

using namespace std::chrono;

inline constexpr sla::instant morning = sys_days{2026y / November / 20} + 9h;

#ifdef SLA_MISTAKE
inline constexpr sla::interval outage{morning + 1h, morning};
#else
inline constexpr sla::interval outage{morning, morning + 1h};
#endif

}  // namespace reversed_interval

// expect-error: an_offset_must_be_less_than_a_day
namespace offset_of_25_hours {

using namespace std::chrono;

inline constexpr sla::fixed_offset nowhere{"nowhere",
#ifdef SLA_MISTAKE
                                           25h
#else
                                           23h
#endif
};

}  // namespace offset_of_25_hours

// expect-error: a_standard_offset_must_be_between_minus_23_and_22_hours
namespace standard_offset_of_23_hours {

using namespace std::chrono;

inline constexpr sla::us_zone nowhere{"nowhere",
#ifdef SLA_MISTAKE
                                      23h,
#else
                                      22h,
#endif
                                      "standard", "daylight"};

}  // namespace standard_offset_of_23_hours

// expect-error: availability|civil_quarter
namespace month_as_a_quarter {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

struct quarterly : hbi::support {
  static constexpr sla::objective_over<sla::civil_quarter> availability{sla::fraction{999, 1000}};
};

inline constexpr auto up = sla::availability(quarterly{},
#ifdef SLA_MISTAKE
                                             2026y / November
#else
                                             sla::civil_quarter{2026y, 4}
#endif
                                             ,
                                             {}, hbi::eastern(2027y / January / 1, 0h))
                               .up;

}  // namespace month_as_a_quarter

// expect-error: availability|year_month|rolling_days
namespace rolling_days_as_a_month {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr sla::instant december = hbi::eastern(2026y / December / 1, 0h);

inline constexpr auto up = sla::availability(
                               hbi::support{},
#ifdef SLA_MISTAKE
                               sla::rolling_days<30> { december }
#else
                               2026y / November
#endif
                               ,
                               {}, december)
                               .up;

}  // namespace rolling_days_as_a_month
