// expect-error: a_date_must_exist
#include <chrono>

#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto at = hbi::eastern(
#ifdef SLA_MISTAKE
    2026y
#else
    2028y
#endif
        / February / 29,
    9h);
