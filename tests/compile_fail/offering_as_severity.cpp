// expect-error: response_due|severity
#include <chrono>

#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto due = sla::response_due(hbi::support{},
#ifdef SLA_MISTAKE
                                              hbi::offering::hbr_spark
#else
                                              hbi::severity::urgent
#endif
                                              ,
                                              hbi::eastern(2026y / November / 20, 22h));
