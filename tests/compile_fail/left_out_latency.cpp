// expect-error: terms\.latency
#ifdef SLA_MISTAKE
#define WITHOUT_LATENCY
#endif
#include "sla/availability/latency.hpp"

#include "agreement_without.hpp"

inline auto counted(const std::array<sla::latency_sample<sla::harvard_business_impact::request_kind>, 1>& samples) {
  return sla::latency(agreement_without{}, samples);
}
