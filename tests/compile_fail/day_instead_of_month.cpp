// expect-error: availability|year_month
#include <chrono>

#include "sla/availability/availability.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto up = sla::availability(hbi::support{},
#ifdef SLA_MISTAKE
                                             2026y / November / 20
#else
                                             2026y / November
#endif
                                             ,
                                             {}, hbi::eastern(2026y / December / 1, 0h))
                               .up;
