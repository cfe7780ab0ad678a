// expect-error: a_confirmation_must_not_precede_the_report
#include <chrono>

#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr sla::instant reported = hbi::eastern(2026y / November / 20, 10h);
inline constexpr auto due = sla::resolution_due(hbi::support{}, hbi::severity::critical, reported,
#ifdef SLA_MISTAKE
                                                reported - 1h
#else
                                                reported + 1h
#endif
);
