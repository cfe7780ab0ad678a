// expect-error: terms\.availability|no member named 'availability'
#ifdef SLA_MISTAKE
#define WITHOUT_AVAILABILITY
#endif
#include "sla/availability/availability.hpp"

#include "agreement_without.hpp"

inline auto november(const sla::service_record& record, sla::instant as_of) {
  return sla::availability(agreement_without{}, std::chrono::year{2026} / 11, record, as_of);
}
