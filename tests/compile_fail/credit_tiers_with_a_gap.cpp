// expect-error: credit_tiers_must_not_leave_a_gap
#include "sla/policy/credit_schedule.hpp"

using namespace sla::literals;

inline constexpr sla::credit_schedule credits{
    sla::credit_cap{50_percent},
    sla::credit_tier{.at_least = 99_percent, .below = 99.9_percent, .credit = 10_percent},
#ifdef SLA_MISTAKE
    sla::credit_tier{.at_least = 0_percent, .below = 98.9_percent, .credit = 25_percent},
#else
    sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 25_percent},
#endif
};
