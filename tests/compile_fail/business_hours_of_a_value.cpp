// expect-first-error: make a loaded_agreement of these terms and ask it: they change calendar, business_hours or zone
#include <chrono>

#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/loaded_agreement.hpp"

struct amended : sla::harvard_business_impact::support {
  sla::loaded_hours business_hours{
      sla::weekly_hours(sla::monday_to_friday, std::chrono::hours{9}, std::chrono::hours{17})};
};

inline auto due(const amended& terms, sla::instant reported) {
#ifdef SLA_MISTAKE
  return sla::response_due(terms, sla::harvard_business_impact::severity::urgent, reported);
#else
  return sla::response_due(sla::loaded_agreement(terms), sla::severity_level{2}, reported);
#endif
}
