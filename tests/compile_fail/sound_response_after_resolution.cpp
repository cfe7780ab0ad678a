// expect-error: a_response_must_not_be_due_after_its_resolution
#include <chrono>

#include "sla/clock/check.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

using namespace std::chrono;

enum class level { only };

struct terms : sla::harvard_business_impact::support {
#ifdef SLA_MISTAKE
  static constexpr auto resolution_start = sla::clock_start::report;
#else
  static constexpr auto resolution_start = sla::clock_start::confirmation;
#endif
  static constexpr sla::severity_table severities{
      sla::row{level::only, sla::respond_within(sla::elapsed{hours{4}}), sla::resolve_within(sla::elapsed{hours{2}})}};
};

static_assert(sla::sound<terms>);
