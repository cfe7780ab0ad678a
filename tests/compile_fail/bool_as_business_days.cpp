// expect-error: business_days
#include "sla/time/amount.hpp"

inline constexpr auto days =
#ifdef SLA_MISTAKE
    sla::business_days{true};
#else
    sla::business_days{true ? 1 : 0};
#endif
