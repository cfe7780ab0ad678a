// expect-error: a_short_window_must_be_longer_than_0_and_no_longer_than_the_long_one
#include <chrono>

#include "sla/availability/burn_rate.hpp"

using namespace std::chrono;

inline constexpr sla::burn_alert page{{2, 100},
#ifdef SLA_MISTAKE
                                      sla::elapsed{5min},
                                      sla::elapsed{1h}
#else
                                      sla::elapsed{1h},
                                      sla::elapsed{5min}
#endif
};
