// expect-error: operator ?(<|<=>)|operands
#include <chrono>

#include "sla/time/amount.hpp"

using std::chrono::hours;

inline constexpr bool shorter =
#ifdef SLA_MISTAKE
    sla::elapsed{hours{2}} < sla::business_time{hours{4}};
#else
    sla::elapsed{hours{2}} < sla::elapsed{hours{4}};
#endif
