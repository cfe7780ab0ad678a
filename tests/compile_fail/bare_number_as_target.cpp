// expect-error: says_elapsed_or_business
#include <chrono>

#include "sla/policy/target.hpp"

inline constexpr auto target =
#ifdef SLA_MISTAKE
    sla::respond_within(1);
#else
    sla::respond_within(sla::business_days{1});
#endif
