// expect-error: credits_must_begin_exactly_below_the_objective
#include "sla/clock/check.hpp"
#include "sla/contracts/google_cloud_cdn.hpp"

using namespace sla::literals;

struct terms : sla::google_cloud_cdn::delivery {
#ifdef SLA_MISTAKE
  static constexpr sla::availability_objective availability{99.9_percent};
#else
  static constexpr sla::availability_objective availability{99.95_percent};
#endif
};

static_assert(sla::sound<terms>);
