// expect-error: opening_hours_must_not_overlap
#include <chrono>

#include "sla/calendar/opening_hours.hpp"

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
