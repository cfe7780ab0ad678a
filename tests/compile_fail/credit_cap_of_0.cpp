// expect-error: a_cap_must_be_more_than_0_and_at_most_1
#include "sla/policy/credit_schedule.hpp"

using namespace sla::literals;

inline constexpr sla::credit_cap cap{
#ifdef SLA_MISTAKE
    0_percent
#else
    1_percent
#endif
};
