// expect-error: fraction|availability_objective
#include "sla/policy/availability_objective.hpp"

inline constexpr sla::availability_objective objective{
#ifdef SLA_MISTAKE
    0.999
#else
    sla::fraction{999, 1000}
#endif
};
