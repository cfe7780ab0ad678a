// expect-error: maintenance_windows_must_not_overlap
#include <array>
#include <chrono>

#include "sla/clock/check.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

using namespace std::chrono;

struct terms : sla::harvard_business_impact::support {
  static constexpr std::array maintenance_windows{
      sla::recurrence{Tuesday[2], hours{22}, hours{3}},
#ifdef SLA_MISTAKE
      sla::recurrence{Wednesday, hours{2}, hours{4}},
#else
      sla::recurrence{Wednesday, hours{3}, hours{4}},
#endif
  };
};

static_assert(sla::sound<terms>);
