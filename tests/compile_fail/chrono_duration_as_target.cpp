// expect-error: says_elapsed_or_business
#include <chrono>

#include "sla/policy/target.hpp"

inline constexpr auto target =
#ifdef SLA_MISTAKE
    sla::resolve_within(std::chrono::hours{24});
#else
    sla::resolve_within(sla::elapsed{std::chrono::hours{24}});
#endif
