// expect-error: maintenance_notice_must_be_at_least_one_business_day
#include "sla/clock/check.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

struct terms : sla::harvard_business_impact::support {
#ifdef SLA_MISTAKE
  static constexpr sla::business_days maintenance_notice{0};
#else
  static constexpr sla::business_days maintenance_notice{1};
#endif
};

static_assert(sla::sound<terms>);
