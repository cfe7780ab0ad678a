// expect-error: terms\.silent_remedy
#ifdef SLA_MISTAKE
#define WITHOUT_SILENT_REMEDY
#endif
#include "sla/clock/ticket.hpp"

#include "agreement_without.hpp"

inline constexpr agreement_without terms{};
inline constexpr sla::ticket<agreement_without> followed(terms);
