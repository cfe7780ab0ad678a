// expect-error: availability|year_month|rolling_days
#include <chrono>

#include "sla/availability/availability.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr sla::instant december = hbi::eastern(2026y / December / 1, 0h);

inline constexpr auto up = sla::availability(
                               hbi::support{},
#ifdef SLA_MISTAKE
                               sla::rolling_days<30> { december }
#else
                               2026y / November
#endif
                               ,
                               {}, december)
                               .up;
