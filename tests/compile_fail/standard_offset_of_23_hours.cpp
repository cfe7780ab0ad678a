// expect-error: a_standard_offset_must_be_between_minus_23_and_22_hours
#include <chrono>

#include "sla/zone/us_zone.hpp"

using namespace std::chrono;

inline constexpr sla::us_zone nowhere{"nowhere",
#ifdef SLA_MISTAKE
                                      23h,
#else
                                      22h,
#endif
                                      "standard", "daylight"};
