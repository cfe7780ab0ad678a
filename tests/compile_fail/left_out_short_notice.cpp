// expect-error: terms\.short_notice
#ifdef SLA_MISTAKE
#define WITHOUT_SHORT_NOTICE
#endif
#include "sla/policy/maintenance.hpp"

#include "agreement_without.hpp"

inline constexpr auto start =
    sla::earliest_start(agreement_without{}, std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});
