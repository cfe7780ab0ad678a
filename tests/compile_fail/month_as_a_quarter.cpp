// expect-error: availability|civil_quarter
#include <chrono>

#include "sla/availability/availability.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

struct quarterly : hbi::support {
  static constexpr sla::objective_over<sla::civil_quarter> availability{sla::fraction{999, 1000}};
};

inline constexpr auto up = sla::availability(quarterly{},
#ifdef SLA_MISTAKE
                                             2026y / November
#else
                                             sla::civil_quarter{2026y, 4}
#endif
                                             ,
                                             {}, hbi::eastern(2027y / January / 1, 0h))
                               .up;
