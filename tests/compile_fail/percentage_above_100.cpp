// expect-error: a_percentage_must_be_from_0_to_100
#include "sla/policy/percent.hpp"

using namespace sla::literals;

inline constexpr sla::fraction share =
#ifdef SLA_MISTAKE
    100.1_percent;
#else
    99.1_percent;
#endif
