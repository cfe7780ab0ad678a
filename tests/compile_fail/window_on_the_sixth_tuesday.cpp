// expect-error: a_recurrence_must_fall_on_a_date
#include <array>
#include <chrono>

#include "sla/calendar/recurrence.hpp"

using namespace std::chrono;

inline constexpr std::array windows{sla::recurrence{Tuesday[
#ifdef SLA_MISTAKE
                                                        6
#else
                                                        2
#endif
],
                                                    2h, 4h}};
