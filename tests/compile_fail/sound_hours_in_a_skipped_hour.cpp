// expect-error: hours_must_not_begin_or_end_at_a_skipped_reading
#include <chrono>

#include "sla/clock/check.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

using namespace std::chrono;

struct terms : sla::harvard_business_impact::support {
#ifdef SLA_MISTAKE
  static constexpr sla::weekly_hours support_hours{sla::every_day, hours{2}, hours{20}};
#else
  static constexpr sla::weekly_hours support_hours{sla::every_day, hours{3}, hours{20}};
#endif
};

static_assert(sla::sound<terms>);
