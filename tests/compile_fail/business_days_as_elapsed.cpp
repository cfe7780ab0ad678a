// expect-error: no (matching|viable).*(elapsed|time_amount)|could not convert|conversion from
#include <chrono>

#include "sla/time/amount.hpp"

#ifdef SLA_MISTAKE
inline constexpr sla::elapsed day = sla::business_days{1};
#else
inline constexpr sla::elapsed day{std::chrono::hours{24}};
#endif
