// expect-error: this_deadline_has_no_instant
#include <chrono>

#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto reported = hbi::eastern(2026y / November / 20, 22h);
inline constexpr auto due = sla::resolution_due(hbi::support{},
#ifdef SLA_MISTAKE
                                                hbi::severity::minor
#else
                                                hbi::severity::urgent
#endif
                                                ,
                                                reported, reported)
                                .at();
