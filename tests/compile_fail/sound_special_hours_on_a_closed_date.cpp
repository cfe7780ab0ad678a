// expect-error: a_special_day_must_be_a_business_day
#include <chrono>

#include "sla/clock/check.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

using namespace std::chrono;

struct terms : sla::harvard_business_impact::support {
#ifdef SLA_MISTAKE
  static constexpr day short_day{25};  // Christmas Day, on which the desk is closed
#else
  static constexpr day short_day{24};
#endif
  static constexpr sla::opening_hours support_hours{
      sla::around_the_clock,
      sla::special_day{sla::civil_day{year{2026} / December / short_day}, {{hours{9}, hours{12}}}}};
};

static_assert(sla::sound<terms>);
