// expect-error: in_series
#include "sla/availability/composition.hpp"

inline const sla::service_record gateway = sla::service_record_of("log", {});

inline const auto whole = sla::in_series(
    gateway,
#ifdef SLA_MISTAKE
    sla::interval_set {}
#else
    gateway
#endif
);
