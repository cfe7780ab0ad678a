#include "sla/policy/credit_schedule.hpp"
#include "sla/policy/money.hpp"
#include "sla/policy/percent.hpp"

// expect-error: a_cap_must_be_more_than_0_and_at_most_1
namespace credit_cap_of_0 {

using namespace sla::literals;

inline constexpr sla::credit_cap cap{
#ifdef SLA_MISTAKE
    0_percent
#else
    1_percent
#endif
};

}  // namespace credit_cap_of_0

// expect-error: a_credit_must_be_more_than_0_and_at_most_1
namespace credit_of_0 {

using namespace sla::literals;

inline constexpr sla::credit_schedule credits{
    sla::credit_cap{50_percent},
    sla::credit_tier{.at_least = 99_percent, .below = 99.9_percent, .credit = 10_percent},
#ifdef SLA_MISTAKE
    sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 0_percent},
#else
    sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 25_percent},
#endif
};

}  // namespace credit_of_0

// expect-error: credits_must_grow_as_availability_falls
namespace credit_that_shrinks {

using namespace sla::literals;

inline constexpr sla::credit_schedule credits{
    sla::credit_cap{50_percent},
    sla::credit_tier{.at_least = 99_percent, .below = 99.9_percent, .credit = 10_percent},
#ifdef SLA_MISTAKE
    sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 5_percent},
#else
    sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 25_percent},
#endif
};

}  // namespace credit_that_shrinks

// expect-error: a_credit_tier_must_end_above_its_beginning
namespace credit_tier_of_nothing {

using namespace sla::literals;

inline constexpr sla::credit_schedule credits{
    sla::credit_cap{50_percent},
    sla::credit_tier{.at_least = 99_percent, .below = 99.9_percent, .credit = 10_percent},
#ifdef SLA_MISTAKE
    sla::credit_tier{.at_least = 99_percent, .below = 0_percent, .credit = 25_percent},
#else
    sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 25_percent},
#endif
};

}  // namespace credit_tier_of_nothing

// expect-error: fraction
namespace credit_tier_without_a_bound {

using namespace sla::literals;

inline constexpr sla::credit_schedule credits{
    sla::credit_cap{50_percent},
    sla::credit_tier{.at_least = 99_percent, .below = 99.9_percent, .credit = 10_percent},
#ifdef SLA_MISTAKE
    sla::credit_tier{.at_least = 0_percent, .credit = 25_percent},
#else
    sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 25_percent},
#endif
};

}  // namespace credit_tier_without_a_bound

// expect-error: credit_tiers_must_stand_from_the_highest_down
namespace credit_tiers_out_of_order {

using namespace sla::literals;

inline constexpr sla::credit_schedule credits{
    sla::credit_cap{50_percent},
#ifdef SLA_MISTAKE
    sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 10_percent},
    sla::credit_tier{.at_least = 99_percent, .below = 99.9_percent, .credit = 25_percent},
#else
    sla::credit_tier{.at_least = 99_percent, .below = 99.9_percent, .credit = 10_percent},
    sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 25_percent},
#endif
};

}  // namespace credit_tiers_out_of_order

// expect-error: credit_tiers_must_not_overlap
namespace credit_tiers_that_overlap {

using namespace sla::literals;

inline constexpr sla::credit_schedule credits{
    sla::credit_cap{50_percent},
    sla::credit_tier{.at_least = 99_percent, .below = 99.9_percent, .credit = 10_percent},
#ifdef SLA_MISTAKE
    sla::credit_tier{.at_least = 0_percent, .below = 99.1_percent, .credit = 25_percent},
#else
    sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 25_percent},
#endif
};

}  // namespace credit_tiers_that_overlap

// expect-error: credit_tiers_must_reach_down_to_0
namespace credit_tiers_that_stop_above_0 {

using namespace sla::literals;

inline constexpr sla::credit_schedule credits{
    sla::credit_cap{50_percent},
    sla::credit_tier{.at_least = 99_percent, .below = 99.9_percent, .credit = 10_percent},
#ifdef SLA_MISTAKE
    sla::credit_tier{.at_least = 95_percent, .below = 99_percent, .credit = 25_percent},
#else
    sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 25_percent},
#endif
};

}  // namespace credit_tiers_that_stop_above_0

// expect-error: credit_tiers_must_not_leave_a_gap
namespace credit_tiers_with_a_gap {

using namespace sla::literals;

inline constexpr sla::credit_schedule credits{
    sla::credit_cap{50_percent},
    sla::credit_tier{.at_least = 99_percent, .below = 99.9_percent, .credit = 10_percent},
#ifdef SLA_MISTAKE
    sla::credit_tier{.at_least = 0_percent, .below = 98.9_percent, .credit = 25_percent},
#else
    sla::credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 25_percent},
#endif
};

}  // namespace credit_tiers_with_a_gap

// expect-error: part
namespace credit_without_rounding {

using namespace sla::literals;

#ifdef SLA_MISTAKE
inline constexpr sla::money credit = part(sla::money{999}, 10_percent);
#else
inline constexpr sla::money credit = part(sla::money{999}, 10_percent, sla::money_rounding::half_even);
#endif

}  // namespace credit_without_rounding

// expect-error: part
namespace number_as_fee {

using namespace sla::literals;

#ifdef SLA_MISTAKE
inline constexpr sla::money credit = part(999, 10_percent, sla::money_rounding::down);
#else
inline constexpr sla::money credit = part(sla::money{999}, 10_percent, sla::money_rounding::down);
#endif

}  // namespace number_as_fee
