// expect-error: day_is_outside_coverage
#include <chrono>

#include "sla/zone/us_zone.hpp"

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
