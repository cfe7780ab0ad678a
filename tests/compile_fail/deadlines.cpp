#include <chrono>

#include "sla/clock/deadline.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

// expect-error: a_confirmation_must_not_precede_the_report
namespace confirmation_before_the_report {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr sla::instant reported = hbi::eastern(2026y / November / 20, 10h);
inline constexpr auto due = sla::resolution_due(hbi::support{}, hbi::severity::critical, reported,
#ifdef SLA_MISTAKE
                                                reported - 1h
#else
                                                reported + 1h
#endif
);

}  // namespace confirmation_before_the_report

// expect-error: instant|time_point|conversion
namespace deadline_as_instant {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto due =
    sla::response_due(hbi::support{}, hbi::severity::urgent, hbi::eastern(2026y / November / 20, 22h));
inline constexpr sla::instant at =
#ifdef SLA_MISTAKE
    due
#else
    due.at()
#endif
    ;

}  // namespace deadline_as_instant

// expect-error: this_deadline_has_no_instant
namespace instant_of_no_deadline {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto reported = hbi::eastern(2026y / November / 20, 22h);
inline constexpr auto due = sla::resolution_due(hbi::support{},
#ifdef SLA_MISTAKE
                                                hbi::severity::minor
#else
                                                hbi::severity::urgent
#endif
                                                ,
                                                reported, reported)
                                .at();

}  // namespace instant_of_no_deadline

// expect-error: resolution_due
namespace resolution_without_confirmation {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr sla::instant reported = hbi::eastern(2026y / November / 20, 22h);

inline constexpr auto due = sla::resolution_due(hbi::support{}, hbi::severity::critical, reported
#ifdef SLA_MISTAKE

#else
                                                ,
                                                reported + 1h
#endif
);

}  // namespace resolution_without_confirmation

// expect-error: an_event_does_not_fit
namespace event_out_of_order {

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

}  // namespace event_out_of_order
