// expect-error: maintenance_(notice|terms)
#include <chrono>

#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

struct impatient : hbi::support {
#ifdef SLA_MISTAKE
  static constexpr sla::elapsed maintenance_notice{24h};
#else
  static constexpr sla::business_days maintenance_notice{1};
#endif
};

inline constexpr auto start = sla::earliest_start(impatient{}, hbi::eastern(2026y / November / 20, 22h));
