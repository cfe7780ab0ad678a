// expect-error: an_interval_must_not_end_before_it_begins
#include <chrono>

#include "sla/time/interval.hpp"

using namespace std::chrono;

inline constexpr sla::instant morning = sys_days{2026y / November / 20} + 9h;

#ifdef SLA_MISTAKE
inline constexpr sla::interval outage{morning + 1h, morning};
#else
inline constexpr sla::interval outage{morning, morning + 1h};
#endif
