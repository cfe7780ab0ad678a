// expect-error: more_than_needs_a_share_below_1
#include "sla/policy/latency_objective.hpp"

inline constexpr sla::required_share most = sla::more_than(sla::fraction{
#ifdef SLA_MISTAKE
    1, 1
#else
    1, 2
#endif
});
