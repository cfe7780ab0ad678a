// expect-first-error: make a loaded_agreement of these terms and ask it: they change support_days, support_hours or zone
#include "sla/calendar/us_federal.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/policy/loaded_agreement.hpp"

struct amended : sla::loaded_agreement {
  using basic_loaded_agreement::basic_loaded_agreement;
  static constexpr auto support_days = sla::us_banking;
};

inline auto due(const amended& terms, sla::instant reported) {
#ifdef SLA_MISTAKE
  return sla::resolution_due(terms, sla::severity_level{2}, reported, {});
#else
  return sla::resolution_due(sla::loaded_agreement(terms), sla::severity_level{2}, reported, {});
#endif
}
