// expect-error: no viable conversion|conversion from|could not convert
#include <chrono>

#include "sla/time/amount.hpp"

#ifdef SLA_MISTAKE
constexpr sla::elapsed pause = std::chrono::hours{2};
#else
constexpr sla::elapsed pause{std::chrono::hours{2}};
#endif
