// expect-error: latency_must_be_more_than_zero
#include <array>
#include <chrono>

#include "sla/clock/check.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;

struct terms : hbi::support {
  static constexpr sla::latency_objective latency{
#ifdef SLA_MISTAKE
      sla::elapsed{},
#else
      sla::elapsed{std::chrono::seconds{1}},
#endif
      sla::at_least(sla::fraction{95, 100}), std::array{hbi::request_kind::report}};
};

static_assert(sla::sound<terms>);
