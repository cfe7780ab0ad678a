// expect-error: a_civil_time_must_happen_exactly_once
#include <chrono>

#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto at = hbi::eastern(2026y / March / 8,
#ifdef SLA_MISTAKE
                                        2h + 30min
#else
                                        3h + 30min
#endif
);
