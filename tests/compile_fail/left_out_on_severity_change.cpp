// expect-error: terms\.on_severity_change
#ifdef SLA_MISTAKE
#define WITHOUT_ON_SEVERITY_CHANGE
#endif
#include "sla/clock/ticket.hpp"

#include "agreement_without.hpp"

inline constexpr agreement_without terms{};
inline constexpr sla::ticket<agreement_without> followed(terms);
