// expect-error: credits_must_grow_as_availability_falls
#include "sla/policy/credit_schedule.hpp"

using namespace sla::literals;

inline constexpr sla::credit_schedule credits{
    sla::credit_cap{50_percent},
    sla::credit_tier{.at_least = 99_percent, .below = 99.9_percent, .credit = 10_percent},
#ifdef SLA_MISTAKE
    sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 5_percent},
#else
    sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 25_percent},
#endif
};
