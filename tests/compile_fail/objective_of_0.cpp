// expect-error: an_objective_must_be_more_than_0_and_at_most_1
#include "sla/policy/availability_objective.hpp"

inline constexpr sla::availability_objective objective{sla::fraction{
#ifdef SLA_MISTAKE
    0, 1000
#else
    1, 1000
#endif
}};
