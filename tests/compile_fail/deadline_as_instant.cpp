// expect-error: instant|time_point|conversion
#include <chrono>

#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto due =
    sla::response_due(hbi::support{}, hbi::severity::urgent, hbi::eastern(2026y / November / 20, 22h));
inline constexpr sla::instant at =
#ifdef SLA_MISTAKE
    due
#else
    due.at()
#endif
    ;
