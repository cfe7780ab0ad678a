// expect-error: a_target_must_be_positive
#include <chrono>

#include "sla/policy/target.hpp"

inline constexpr auto target =
#ifdef SLA_MISTAKE
    sla::respond_within(sla::business_time{std::chrono::hours{0}});
#else
    sla::respond_within(sla::business_time{std::chrono::milliseconds{1}});
#endif
