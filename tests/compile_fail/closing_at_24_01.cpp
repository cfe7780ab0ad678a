// expect-error: a_span_must_open_before_24_00_and_close_by_24_00
#include <chrono>

#include "sla/calendar/opening_hours.hpp"

using namespace std::chrono;

inline constexpr sla::weekly_hours evenings(sla::every_day, 18h,
#ifdef SLA_MISTAKE
                                            24h + 1min
#else
                                            24h
#endif
);
