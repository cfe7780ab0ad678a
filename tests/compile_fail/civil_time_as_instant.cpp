// expect-error: response_due|local_t
#include <chrono>

#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr sla::civil_time on_the_wall = sla::civil_day{2026y / November / 20} + 22h;

inline constexpr auto due = sla::response_due(hbi::support{}, hbi::severity::urgent,
#ifdef SLA_MISTAKE
                                              on_the_wall
#else
                                              exact_instant(sla::us_eastern, on_the_wall)
#endif
);
