// expect-error: terms\.confirmation
#ifdef SLA_MISTAKE
#define WITHOUT_CONFIRMATION
#endif
#include "sla/clock/ticket.hpp"

#include "agreement_without.hpp"

inline constexpr agreement_without terms{};
inline constexpr sla::ticket<agreement_without> followed(terms);
