// expect-error: a_holiday_must_fall_on_a_date
#include <array>
#include <chrono>

#include "sla/calendar/holiday.hpp"

using namespace std::chrono;

inline constexpr std::array holidays{sla::holiday{"Midsummer",
#ifdef SLA_MISTAKE
                                                  June / 31
#else
                                                  June / 24
#endif
}};
