// expect-error: severity_rows_must_stand_in_the_order_of_the_levels
#include <chrono>

#include "sla/policy/severity_table.hpp"

enum class level { high, middle, low };

using std::chrono::hours;

inline constexpr sla::row high{level::high, sla::respond_within(sla::elapsed{hours{1}}), sla::case_by_case{}};
inline constexpr sla::row middle{level::middle, sla::respond_within(sla::elapsed{hours{2}}), sla::case_by_case{}};
inline constexpr sla::row low{level::low, sla::respond_within(sla::elapsed{hours{3}}), sla::case_by_case{}};

inline constexpr sla::severity_table table{
#ifdef SLA_MISTAKE
    high, low, middle
#else
    high, middle, low
#endif
};
