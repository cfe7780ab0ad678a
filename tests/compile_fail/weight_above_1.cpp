// expect-error: a_weight_must_be_more_than_0_and_at_most_1
#include "sla/availability/service_record.hpp"

inline constexpr sla::partial_outage outage{{},
#ifdef SLA_MISTAKE
                                            sla::fraction{5, 4}
#else
                                            sla::fraction{3, 4}
#endif
};
