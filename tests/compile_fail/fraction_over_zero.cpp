// expect-error: a_fraction_needs_a_positive_denominator
#include "sla/policy/fraction.hpp"

inline constexpr sla::fraction share{1,
#ifdef SLA_MISTAKE
                                     0
#else
                                     1
#endif
};
