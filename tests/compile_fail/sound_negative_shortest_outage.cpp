// expect-error: the_shortest_outage_must_not_be_negative
#include <chrono>

#include "sla/clock/check.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

struct terms : sla::harvard_business_impact::support {
  static constexpr sla::elapsed shortest_outage{std::chrono::minutes{
#ifdef SLA_MISTAKE
      -5
#else
      5
#endif
  }};
};

static_assert(sla::sound<terms>);
