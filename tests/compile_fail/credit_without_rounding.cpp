// expect-error: part
#include "sla/policy/money.hpp"
#include "sla/policy/percent.hpp"

using namespace sla::literals;

#ifdef SLA_MISTAKE
inline constexpr sla::money credit = part(sla::money{999}, 10_percent);
#else
inline constexpr sla::money credit = part(sla::money{999}, 10_percent, sla::money_rounding::half_even);
#endif
