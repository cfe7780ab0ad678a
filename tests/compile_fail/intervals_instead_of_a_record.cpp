// expect-error: availability|service_record
#include <chrono>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

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
