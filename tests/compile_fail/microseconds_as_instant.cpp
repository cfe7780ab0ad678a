// expect-error: response_due|1000000
#include <chrono>

#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr sys_time<microseconds> measured = sys_days{2026y / November / 20} + 22h + 1us;

inline constexpr auto due = sla::response_due(hbi::support{}, hbi::severity::urgent,
#ifdef SLA_MISTAKE
                                              measured
#else
                                              floor<milliseconds>(measured)
#endif
);
