#include <array>
#include <chrono>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/availability/burn_rate.hpp"
#include "sla/availability/composition.hpp"
#include "sla/availability/probe.hpp"
#include "sla/availability/service_record.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/latency_objective.hpp"

// expect-error: a_short_window_must_be_longer_than_0_and_no_longer_than_the_long_one
namespace burn_alert_with_its_windows_swapped {

using namespace std::chrono;

inline constexpr sla::burn_alert page{{2, 100},
#ifdef SLA_MISTAKE
                                      sla::elapsed{5min},
                                      sla::elapsed{1h}
#else
                                      sla::elapsed{1h},
                                      sla::elapsed{5min}
#endif
};

}  // namespace burn_alert_with_its_windows_swapped

// expect-error: availability|service_record
namespace intervals_instead_of_a_record {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr sla::interval outage{hbi::eastern(2026y / November / 20, 22h),
                                      hbi::eastern(2026y / November / 20, 23h)};

inline constexpr auto down = sla::availability(hbi::support{}, 2026y / November,
#ifdef SLA_MISTAKE
                                               std::vector{outage}
#else
                                               sla::service_record_of("log", {outage})
#endif
                                               ,
                                               hbi::eastern(2026y / December / 1, 0h))
                                 .down;

}  // namespace intervals_instead_of_a_record

// expect-error: an_outage_must_take_a_failure
namespace outage_after_no_failure {

inline constexpr sla::probe_rule rule = sla::probe_rule{}.after_failures(
#ifdef SLA_MISTAKE
    0
#else
    1
#endif
);

}  // namespace outage_after_no_failure

// expect-error: records_from|too few arguments
namespace probes_without_a_rule {

inline constexpr std::array<sla::probe, 0> probes{};

inline auto down = sla::records_from("probes", probes, sla::interval{}
#ifndef SLA_MISTAKE
                                     ,
                                     sla::probe_rule{}
#endif
);

}  // namespace probes_without_a_rule

// expect-error: in_series
namespace records_composed_with_sets {

inline const sla::service_record gateway = sla::service_record_of("log", {});

inline const auto whole = sla::in_series(
    gateway,
#ifdef SLA_MISTAKE
    sla::interval_set {}
#else
    gateway
#endif
);

}  // namespace records_composed_with_sets

// expect-error: interval_error|probe
namespace unsorted_probes {

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

}  // namespace unsorted_probes

// expect-error: a_weight_must_be_more_than_0_and_at_most_1
namespace weight_above_1 {

inline constexpr sla::partial_outage outage{{},
#ifdef SLA_MISTAKE
                                            sla::fraction{5, 4}
#else
                                            sla::fraction{3, 4}
#endif
};

}  // namespace weight_above_1

// expect-error: at_least_needs_a_share_above_0_and_at_most_1
namespace share_of_at_least_none {

inline constexpr sla::required_share most = sla::at_least(sla::fraction{
#ifdef SLA_MISTAKE
    0, 100
#else
    95, 100
#endif
});

}  // namespace share_of_at_least_none

// expect-error: more_than_needs_a_share_below_1
namespace share_of_more_than_all {

inline constexpr sla::required_share most = sla::more_than(sla::fraction{
#ifdef SLA_MISTAKE
    1, 1
#else
    1, 2
#endif
});

}  // namespace share_of_more_than_all
