// expect-error: records_from|too few arguments
#include <array>

#include "sla/availability/probe.hpp"

inline constexpr std::array<sla::probe, 0> probes{};

inline auto down = sla::records_from("probes", probes, sla::interval{}
#ifndef SLA_MISTAKE
                                     ,
                                     sla::probe_rule{}
#endif
);
