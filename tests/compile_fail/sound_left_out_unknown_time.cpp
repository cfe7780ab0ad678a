// expect-error: terms\.unknown_time
#ifdef SLA_MISTAKE
#define WITHOUT_UNKNOWN_TIME
#endif
#include "sla/clock/check.hpp"

#include "agreement_without.hpp"

static_assert(sla::sound<agreement_without>);
