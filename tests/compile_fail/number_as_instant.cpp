// expect-error: response_due
#include <chrono>

#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto due = sla::response_due(hbi::support{}, hbi::severity::urgent,
#ifdef SLA_MISTAKE
                                              1'795'230'000
#else
                                              sys_seconds{seconds{1'795'230'000}}
#endif
);
