// expect-error: at_least_needs_a_share_above_0_and_at_most_1
#include "sla/policy/latency_objective.hpp"

inline constexpr sla::required_share most = sla::at_least(sla::fraction{
#ifdef SLA_MISTAKE
    0, 100
#else
    95, 100
#endif
});
