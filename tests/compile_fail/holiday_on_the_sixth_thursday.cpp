// expect-error: a_holiday_must_fall_on_a_date
#include <array>
#include <chrono>

#include "sla/calendar/holiday.hpp"

using namespace std::chrono;

inline constexpr std::array holidays{sla::holiday{"Thanksgiving Day",
#ifdef SLA_MISTAKE
                                                  November / Thursday[6]
#else
                                                  November / Thursday[4]
#endif
}};
