// expect-error: a_span_must_open_before_24_00_and_close_by_24_00
#include <chrono>

#include "sla/calendar/opening_hours.hpp"

using namespace std::chrono;

inline constexpr sla::weekly_hours never(sla::every_day, 9h,
#ifdef SLA_MISTAKE
                                         9h
#else
                                         17h
#endif
);
