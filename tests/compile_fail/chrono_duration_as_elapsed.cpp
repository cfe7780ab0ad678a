// expect-error: no viable conversion|conversion from|could not convert
#include <chrono>

#include "sla/time/amount.hpp"

#ifdef SLA_MISTAKE
inline constexpr sla::elapsed pause = std::chrono::hours{2};
#else
inline constexpr sla::elapsed pause{std::chrono::hours{2}};
#endif
