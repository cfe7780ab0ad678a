// expect-error: a_time_of_day_must_be_from_0_00_to_24_00
#include <chrono>

#include "sla/zone/us_zone.hpp"

using namespace std::chrono;

inline constexpr auto at = exact_instant(sla::us_pacific, 2026y / November / 20,
#ifdef SLA_MISTAKE
                                         33h
#else
                                         24h
#endif
);
