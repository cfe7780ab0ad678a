// expect-first-error: make a loaded_agreement of these terms and ask it: they change (calendar, business_hours|support_days, support_hours) or zone
#include "sla/clock/deadline.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "sla/zone/us_zone.hpp"

struct amended : sla::loaded_agreement {
  using basic_loaded_agreement::basic_loaded_agreement;
  const sla::us_zone& zone = sla::us_pacific;
};

inline auto due(const amended& terms, sla::instant reported) {
#ifdef SLA_MISTAKE
  return sla::response_due(terms, sla::severity_level{2}, reported);
#else
  return sla::response_due(sla::loaded_agreement(terms), sla::severity_level{2}, reported);
#endif
}
