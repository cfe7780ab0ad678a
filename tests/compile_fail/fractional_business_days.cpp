// expect-error: business_days
#include "sla/time/amount.hpp"

inline constexpr auto days =
#ifdef SLA_MISTAKE
    sla::business_days{1.5};
#else
    sla::business_days{1};
#endif
