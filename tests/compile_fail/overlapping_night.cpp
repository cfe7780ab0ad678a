// expect-error: opening_hours_must_not_overlap
#include <chrono>

#include "sla/calendar/opening_hours.hpp"

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
