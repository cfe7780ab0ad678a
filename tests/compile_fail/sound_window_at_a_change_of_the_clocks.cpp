// expect-error: a_maintenance_window_must_not_touch_a_change_of_the_clocks
#include <array>
#include <chrono>

#include "sla/clock/check.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

using namespace std::chrono;

struct terms : sla::harvard_business_impact::support {
  static constexpr std::array maintenance_windows{
#ifdef SLA_MISTAKE
      sla::recurrence{Sunday, hours{0}, hours{2}},
#else
      sla::recurrence{Saturday, hours{0}, hours{2}},
#endif
  };
};

static_assert(sla::sound<terms>);
