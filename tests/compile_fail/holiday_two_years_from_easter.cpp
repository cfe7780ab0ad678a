// expect-error: a_holiday_must_fall_within_a_year_of_easter
#include <array>
#include <chrono>

#include "sla/calendar/holiday.hpp"

using namespace std::chrono;

inline constexpr std::array holidays{sla::holiday{"Good Friday",
#ifdef SLA_MISTAKE
                                                  sla::easter{-days{732}}
#else
                                                  sla::easter{-days{2}}
#endif
}};
