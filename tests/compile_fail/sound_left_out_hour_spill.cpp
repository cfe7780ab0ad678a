// expect-error: terms\.hour_spill
#ifdef SLA_MISTAKE
#define WITHOUT_HOUR_SPILL
#endif
#include "sla/clock/check.hpp"

#include "agreement_without.hpp"

static_assert(sla::sound<agreement_without>);
