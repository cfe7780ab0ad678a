// Laws of service credits: tiers against a table of every possible share, money against its neighbours, sums in any order.

#include "sla/policy/credit.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "support/properties.hpp"
#include "support/terms_text.hpp"

using sla::credit_cap;
using sla::credit_sum;
using sla::credit_tier;
using sla::fraction;
using sla::loaded_credit_schedule;
using sla::money;
using sla::money_rounding;
using sla_tests::any;
using sla_tests::check_law;

namespace {

constexpr std::int64_t parts = 40;

/// A schedule whose bounds are among `parts` parts of a period.
loaded_credit_schedule any_schedule() {
  std::vector<credit_tier> tiers;
  std::int64_t below = any(std::int64_t{1}, parts);
  std::int64_t credit = 0;
  while (below > 0) {
    const std::int64_t at_least = tiers.size() == 4 ? 0 : any(std::int64_t{0}, below - 1);
    credit = any(credit + 1, credit + parts / 5);
    tiers.push_back({fraction{at_least, parts}, fraction{below, parts}, fraction{credit, parts}});
    below = at_least;
  }
  return {credit_cap{fraction{any(std::int64_t{1}, parts), parts}}, tiers};
}

fraction any_share() { return {any(std::int64_t{0}, parts), parts}; }
money any_amount() { return money{any(std::int64_t{0}, std::int64_t{1'000'000'000'000})}; }
credit_sum any_sum() { return {any_amount(), any_amount()}; }

}  // namespace

TEST_CASE("every share below the first bound lies in exactly one tier, and no other share in any") {
  check_law("one tier", [] {
    const auto schedule = any_schedule();
    for (std::int64_t part = 0; part <= parts; ++part) {
      const fraction share{part, parts};
      const auto holds = [&](const credit_tier& tier) { return tier.at_least <= share && share < tier.below; };
      const auto tiers = schedule.tiers();
      const auto count = std::ranges::count_if(tiers, holds);
      RC_ASSERT(count == (share < tiers.front().below ? 1 : 0));
      const auto found = sla::tier_for(schedule, share);
      RC_ASSERT(found.has_value() == (count == 1));
      if (found) RC_ASSERT(holds(*found));
    }
  });
}

TEST_CASE("a lower availability never credits less, and no credit exceeds the cap") {
  check_law("credits fall as availability grows", [] {
    const auto schedule = any_schedule();
    const fraction lower = any_share();
    const fraction higher = any_share();
    const fraction credit = sla::credit_for(schedule, std::min(lower, higher));
    RC_ASSERT(sla::credit_for(schedule, std::max(lower, higher)) <= credit);
    RC_ASSERT(credit <= schedule.cap().at_most());
  });
}

TEST_CASE("roundings are in order, at most a cent apart, and the two parts of an amount add up") {
  check_law("parts of an amount", [] {
    const money whole = any_amount();
    const std::int64_t per = any(std::int64_t{1}, std::int64_t{1'000'000});
    const std::int64_t of = any(std::int64_t{0}, per);
    const auto share = [&](money_rounding rounding) { return part(whole, fraction{of, per}, rounding); };
    const money down = share(money_rounding::down);
    RC_ASSERT(down <= share(money_rounding::half_even));
    RC_ASSERT(share(money_rounding::half_even) <= share(money_rounding::half_up));
    RC_ASSERT(share(money_rounding::half_up) <= share(money_rounding::up));
    RC_ASSERT(share(money_rounding::up) <= down + money{1});
    RC_ASSERT(down + part(whole, fraction{per - of, per}, money_rounding::up) == whole);
  });
}

TEST_CASE("sums merge in any order") {
  check_law("merge", [] {
    const credit_sum a = any_sum();
    const credit_sum b = any_sum();
    const credit_sum c = any_sum();
    RC_ASSERT((merge(a, b) == merge(b, a)));
    RC_ASSERT((merge(merge(a, b), c) == merge(a, merge(b, c))));
    RC_ASSERT((merge(a, credit_sum{}) == a));
  });
}

TEST_CASE("under one cap a sum gives no less than its parts under the same cap, and no more than all") {
  check_law("one cap", [] {
    const credit_sum a = any_sum();
    const credit_sum b = any_sum();
    const credit_cap cap{fraction{any(std::int64_t{1}, parts), parts}};
    const money together = merge(a, b).under(cap);
    RC_ASSERT(a.under(cap) + b.under(cap) <= together);
    RC_ASSERT(together <= a.credits + b.credits);
    RC_ASSERT(together <= part(a.fees + b.fees, cap.at_most(), money_rounding::down));
  });
}
