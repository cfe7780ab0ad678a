// expect-error: an_offset_must_be_less_than_a_day
#include <chrono>

#include "sla/zone/fixed_offset.hpp"

using namespace std::chrono;

inline constexpr sla::fixed_offset nowhere{"nowhere",
#ifdef SLA_MISTAKE
                                           25h
#else
                                           23h
#endif
};
