// expect-error: a_target_must_be_positive
#include <chrono>

#include "sla/policy/target.hpp"

inline constexpr auto target =
#ifdef SLA_MISTAKE
    sla::resolve_within(sla::business_days{-3});
#else
    sla::resolve_within(sla::business_days{3});
#endif
