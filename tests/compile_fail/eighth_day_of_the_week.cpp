// expect-error: a_set_of_days_holds_days_of_the_week
#include <chrono>

#include "sla/calendar/weekday_set.hpp"

inline constexpr sla::weekday_set week_end{std::chrono::Saturday, std::chrono::weekday{
#ifdef SLA_MISTAKE
                                                                      8
#else
                                                                      0
#endif
                                                                  }};
