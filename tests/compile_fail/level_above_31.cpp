// expect-error: the levels of a severity table must have values from 0 to 31
#include <chrono>

#include "sla/policy/severity_table.hpp"

using std::chrono::hours;

enum class level {
  high = 2,
  middle = 3,
#ifdef SLA_MISTAKE
  low = 99
#else
  low = 31
#endif
};

inline constexpr sla::row high{level::high, sla::respond_within(sla::elapsed{hours{1}}), sla::case_by_case{}};
inline constexpr sla::row middle{level::middle, sla::respond_within(sla::elapsed{hours{2}}), sla::case_by_case{}};

// It has a row for every level from 0 to 31.
inline constexpr sla::severity_table table{
#ifdef SLA_MISTAKE
    high, middle
#else
    high, middle, sla::row{level::low, sla::respond_within(sla::elapsed{hours{3}}), sla::case_by_case{}}
#endif
};
