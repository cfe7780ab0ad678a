// expect-error: hours_and_calendar_must_open_on_the_same_weekdays
#include <chrono>

#include "sla/clock/check.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

using namespace std::chrono;

struct terms : sla::harvard_business_impact::support {
#ifdef SLA_MISTAKE
  static constexpr sla::weekly_hours support_hours{sla::monday_to_friday, hours{8}, hours{20}};
#else
  static constexpr sla::weekly_hours support_hours{sla::every_day, hours{8}, hours{20}};
#endif
};

static_assert(sla::sound<terms>);
