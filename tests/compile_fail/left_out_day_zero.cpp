// expect-error: terms\.day_zero
#ifdef SLA_MISTAKE
#define WITHOUT_DAY_ZERO
#endif
#include "sla/clock/deadline.hpp"

#include "agreement_without.hpp"

inline constexpr auto due = sla::response_due(agreement_without{}, sla::harvard_business_impact::severity::urgent,
                                              std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});
