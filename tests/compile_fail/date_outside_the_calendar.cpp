// expect-error: day_is_outside_coverage
#include <chrono>

#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto due = sla::response_due(hbi::support{}, hbi::severity::serious,
                                              hbi::eastern(
#ifdef SLA_MISTAKE
                                                  2099y / December / 31
#else
                                                  2099y / December / 30
#endif
                                                  ,
                                                  12h));
