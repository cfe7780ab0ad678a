#include <chrono>

#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/availability_objective.hpp"
#include "sla/policy/fraction.hpp"
#include "sla/policy/percent.hpp"
#include "sla/policy/target.hpp"
#include "sla/time/amount.hpp"

// expect-error: says_elapsed_or_business
namespace bare_number_as_target {

inline constexpr auto target =
#ifdef SLA_MISTAKE
    sla::respond_within(1);
#else
    sla::respond_within(sla::business_days{1});
#endif

}  // namespace bare_number_as_target

// expect-error: business_days
namespace bool_as_business_days {

inline constexpr auto days =
#ifdef SLA_MISTAKE
    sla::business_days{true};
#else
    sla::business_days{true ? 1 : 0};
#endif

}  // namespace bool_as_business_days

// expect-error: no (matching|viable).*(elapsed|time_amount)|could not convert|conversion from
namespace business_days_as_elapsed {

#ifdef SLA_MISTAKE
inline constexpr sla::elapsed day = sla::business_days{1};
#else
inline constexpr sla::elapsed day{std::chrono::hours{24}};
#endif

}  // namespace business_days_as_elapsed

// expect-error: no viable conversion|conversion from|could not convert
namespace chrono_duration_as_elapsed {

#ifdef SLA_MISTAKE
inline constexpr sla::elapsed pause = std::chrono::hours{2};
#else
inline constexpr sla::elapsed pause{std::chrono::hours{2}};
#endif

}  // namespace chrono_duration_as_elapsed

// expect-error: says_elapsed_or_business
namespace chrono_duration_as_target {

inline constexpr auto target =
#ifdef SLA_MISTAKE
    sla::resolve_within(std::chrono::hours{24});
#else
    sla::resolve_within(sla::elapsed{std::chrono::hours{24}});
#endif

}  // namespace chrono_duration_as_target

// expect-error: operator ?(<|<=>)|operands
namespace elapsed_compared_with_business_time {

using std::chrono::hours;

inline constexpr bool shorter =
#ifdef SLA_MISTAKE
    sla::elapsed{hours{2}} < sla::business_time{hours{4}};
#else
    sla::elapsed{hours{2}} < sla::elapsed{hours{4}};
#endif

}  // namespace elapsed_compared_with_business_time

// expect-error: operator ?\+|operands
namespace elapsed_plus_business_time {

using std::chrono::hours;

inline constexpr auto sum =
#ifdef SLA_MISTAKE
    sla::elapsed{hours{2}} + sla::business_time{hours{4}};
#else
    sla::elapsed{hours{2}} + sla::elapsed{hours{4}};
#endif

}  // namespace elapsed_plus_business_time

// expect-error: business_days
namespace fractional_business_days {

inline constexpr auto days =
#ifdef SLA_MISTAKE
    sla::business_days{1.5};
#else
    sla::business_days{1};
#endif

}  // namespace fractional_business_days

// expect-error: a_target_must_be_positive
namespace negative_target {

inline constexpr auto target =
#ifdef SLA_MISTAKE
    sla::resolve_within(sla::business_days{-3});
#else
    sla::resolve_within(sla::business_days{3});
#endif

}  // namespace negative_target

// expect-error: a_target_must_be_positive
namespace zero_target {

inline constexpr auto target =
#ifdef SLA_MISTAKE
    sla::respond_within(sla::business_time{std::chrono::hours{0}});
#else
    sla::respond_within(sla::business_time{std::chrono::milliseconds{1}});
#endif

}  // namespace zero_target

// expect-error: maintenance_(notice|terms)
namespace notice_in_elapsed_time {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

struct impatient : hbi::support {
#ifdef SLA_MISTAKE
  static constexpr sla::elapsed maintenance_notice{24h};
#else
  static constexpr sla::business_days maintenance_notice{1};
#endif
};

inline constexpr auto start = sla::earliest_start(impatient{}, hbi::eastern(2026y / November / 20, 22h));

}  // namespace notice_in_elapsed_time

// expect-error: a_fraction_needs_a_positive_denominator
namespace fraction_over_zero {

inline constexpr sla::fraction share{1,
#ifdef SLA_MISTAKE
                                     0
#else
                                     1
#endif
};

}  // namespace fraction_over_zero

// expect-error: a_percentage_must_be_from_0_to_100
namespace percentage_above_100 {

using namespace sla::literals;

inline constexpr sla::fraction share =
#ifdef SLA_MISTAKE
    100.1_percent;
#else
    99.1_percent;
#endif

}  // namespace percentage_above_100

// expect-error: an_objective_must_be_more_than_0_and_at_most_1
namespace objective_above_1 {

inline constexpr sla::availability_objective objective{sla::fraction{
#ifdef SLA_MISTAKE
    999, 100
#else
    999, 1000
#endif
}};

}  // namespace objective_above_1

// expect-error: fraction|availability_objective
namespace objective_as_floating_point {

inline constexpr sla::availability_objective objective{
#ifdef SLA_MISTAKE
    0.999
#else
    sla::fraction{999, 1000}
#endif
};

}  // namespace objective_as_floating_point

// expect-error: an_objective_must_be_more_than_0_and_at_most_1
namespace objective_of_0 {

inline constexpr sla::availability_objective objective{sla::fraction{
#ifdef SLA_MISTAKE
    0, 1000
#else
    1, 1000
#endif
}};

}  // namespace objective_of_0
