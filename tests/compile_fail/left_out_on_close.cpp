// expect-error: terms\.on_close
#ifdef SLA_MISTAKE
#define WITHOUT_ON_CLOSE
#endif
#include "sla/clock/ticket.hpp"

#include "agreement_without.hpp"

inline constexpr agreement_without terms{};
inline constexpr sla::ticket<agreement_without> followed(terms);
