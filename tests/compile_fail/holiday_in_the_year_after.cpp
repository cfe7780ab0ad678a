// expect-error: a_holiday_must_stay_in_the_year_of_its_weekday
#include <array>
#include <chrono>

#include "sla/calendar/holiday.hpp"

using namespace std::chrono;

inline constexpr std::array holidays{sla::holiday{"Shutdown", sla::days_after{December / Friday[4],
#ifdef SLA_MISTAKE
                                                                              days{5}
#else
                                                                              days{3}
#endif
                                                              }}};
