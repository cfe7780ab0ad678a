// expect-first-error: make a loaded_agreement of these terms and ask it: they change support_days, support_hours or zone
#include <chrono>

#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/loaded_agreement.hpp"

struct amended : sla::harvard_business_impact::desk_pauses {
  sla::weekly_hours support_hours{sla::every_day, std::chrono::hours{8}, std::chrono::hours{20}};
};

inline auto due(const amended& terms, sla::instant reported) {
#ifdef SLA_MISTAKE
  return sla::response_due(terms, sla::harvard_business_impact::severity::critical, reported);
#else
  return sla::response_due(sla::loaded_agreement(terms), sla::severity_level{1}, reported);
#endif
}
