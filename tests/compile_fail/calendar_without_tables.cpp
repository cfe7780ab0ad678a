// expect-first-error: make a loaded_agreement of these terms and ask it: they change calendar, business_hours or zone
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/loaded_agreement.hpp"

namespace hbi = sla::harvard_business_impact;

struct calendar_of_a_file : hbi::support {
  sla::loaded_calendar calendar;
};

inline auto due(const calendar_of_a_file& read, sla::instant reported) {
#ifdef SLA_MISTAKE
  return sla::response_due(read, hbi::severity::urgent, reported);
#else
  return sla::response_due(sla::loaded_agreement(hbi::support{}), sla::severity_level{2}, reported).at() +
         std::chrono::milliseconds{read.calendar.name().size()};
#endif
}
