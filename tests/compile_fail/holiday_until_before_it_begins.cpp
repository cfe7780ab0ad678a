// expect-error: a_holiday_must_not_end_before_it_begins
#include <array>
#include <chrono>

#include "sla/calendar/holiday.hpp"

using namespace std::chrono;

inline constexpr std::array holidays{sla::holiday{"Roof repair", October / 6}.from(2028y).until(
#ifdef SLA_MISTAKE
    2026y
#else
    2028y
#endif
    )};
