// expect-error: an_outage_must_take_a_failure
#include "sla/availability/probe.hpp"

inline constexpr sla::probe_rule rule = sla::probe_rule{}.after_failures(
#ifdef SLA_MISTAKE
    0
#else
    1
#endif
);
