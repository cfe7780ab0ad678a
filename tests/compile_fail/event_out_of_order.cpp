// expect-error: an_event_does_not_fit
#include <chrono>

#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr hbi::support as_written{};
inline constexpr sla::instant reported = hbi::eastern(2026y / November / 20, 22h);

inline constexpr bool late = [] {
  sla::ticket followed(as_written);
  followed.add({reported, sla::event_kind::notified, hbi::severity::urgent});
  followed.add({
#ifdef SLA_MISTAKE
      reported - 1h
#else
      reported + 1h
#endif
      ,
      sla::event_kind::responded,
      {}});
  return followed.assess(reported + 2h).response.state == sla::commitment_state::missed;
}();
