// expect-error: interval_error|probe
#include <chrono>

#include "sla/availability/probe.hpp"

using namespace std::chrono;

inline constexpr sla::instant eight = sys_days{2026y / November / 20} + 8h;
inline constexpr sla::probe probes[] = {{eight, sla::probe_state::up},
                                        {eight + 20min, sla::probe_state::up},
#ifdef SLA_MISTAKE
                                        {eight + 10min, sla::probe_state::down},
#endif
                                        {eight + 30min, sla::probe_state::up}};

inline constexpr auto unknown =
    sla::total(sla::records_from("probes", probes, {eight, eight + 1h}, sla::probe_rule{}).recorded.unknown);
