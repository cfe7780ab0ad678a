#include "sla/policy/credit_schedule.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "support/message.hpp"
#include "support/terms_text.hpp"

using namespace sla::literals;

namespace {

using sla::credit_cap;
using sla::credit_schedule;
using sla::credit_tier;
using sla::fraction;
using sla::loaded_credit_schedule;

constexpr credit_schedule published{
    credit_cap{50_percent},
    credit_tier{.at_least = 99.0_percent, .below = 99.95_percent, .credit = 10_percent},
    credit_tier{.at_least = 95.0_percent, .below = 99.0_percent, .credit = 25_percent},
    credit_tier{.at_least = 0_percent, .below = 95.0_percent, .credit = 50_percent},
};

static_assert(sla::credit_table<credit_schedule<3>>);
static_assert(sla::credit_table<loaded_credit_schedule>);
static_assert(!sla::credit_table<credit_tier>);

/// What is wrong with tiers, by both kinds of schedule.
std::string refusal(const credit_tier& first, const credit_tier& second) {
  const auto compiled = sla_tests::message_of<sla::terms_error>(
      [&] { static_cast<void>(credit_schedule{credit_cap{50_percent}, first, second}); });
  const auto loaded = sla_tests::message_of<sla::terms_error>(
      [&] { static_cast<void>(loaded_credit_schedule(credit_cap{50_percent}, {first, second})); });
  CHECK(compiled == loaded);
  return loaded;
}

TEST_CASE("a schedule keeps its tiers and its cap") {
  CHECK(published.cap() == credit_cap{50_percent});
  REQUIRE(published.tiers().size() == 3);
  CHECK(published.tiers()[1].at_least == 95_percent);
  CHECK(published.tiers()[1].below == 99_percent);
  CHECK(published.tiers()[1].credit == 25_percent);
}

TEST_CASE("a loaded schedule is the same as the constant it is made of") {
  const loaded_credit_schedule loaded(published);
  CHECK(loaded.cap() == published.cap());
  CHECK(std::ranges::equal(loaded.tiers(), published.tiers()));
}

TEST_CASE("where no credit is promised a schedule has no tiers, and no tiers are not a schedule") {
  CHECK(loaded_credit_schedule(sla::no_credits{}).tiers().empty());
  CHECK_THROWS_WITH_AS(loaded_credit_schedule(credit_cap{50_percent}, {}),
                       "a credit schedule needs at least one tier; where no credit is promised, say no_credits{}",
                       sla::terms_error);
}

TEST_CASE("a cap lies above 0 and does not exceed the fee") {
  CHECK(credit_cap{100_percent}.at_most() == fraction{1, 1});
  CHECK_THROWS_WITH_AS(credit_cap{0_percent}, "a cap of 0 % of the fee is not within (0, 100 %]", sla::terms_error);
  CHECK_THROWS_WITH_AS(credit_cap(fraction{3, 2}), "a cap of 150 % of the fee is not within (0, 100 %]",
                       sla::terms_error);
}

TEST_CASE("tiers lie bound to bound from the highest down to 0, and credits grow") {
  constexpr credit_tier upper{99_percent, 99.9_percent, 10_percent};
  constexpr credit_tier lower{0_percent, 99_percent, 25_percent};
  CHECK(refusal(upper, lower) == "nothing was thrown");
  CHECK(refusal(upper, {0_percent, 100_percent, 25_percent}) ==
        "credit tier 2, at least 0 % and below 100 %, overlaps the tier before it; it must end at 99 %");
  CHECK(refusal(upper, {0_percent, 99.000000001_percent, 25_percent}) ==
        "credit tier 2, at least 0 % and below 99.000000001 %, overlaps the tier before it; it must end at 99 %");
  CHECK(refusal(upper, {0_percent, 98.9_percent, 25_percent}) ==
        "credit tier 2, at least 0 % and below 98.9 %, leaves a gap below the tier before it; it must end at 99 %");
  CHECK(refusal(lower, upper) ==
        "credit tier 2, at least 99 % and below 99.9 %, lies above the tier before it; it must end at 0 %");
  CHECK(refusal(upper, upper) ==
        "credit tier 2, at least 99 % and below 99.9 %, overlaps the tier before it; it must end at 99 %");
  CHECK(refusal(upper, {1_percent, 99_percent, 25_percent}) ==
        "credit tier 2, at least 1 % and below 99 %, is the last and must begin at 0 %");
  CHECK(
      refusal(upper, {0_percent, 99_percent, 10_percent}) ==
      "credit tier 2, at least 0 % and below 99 %, credits 10 % of the fee; it must be more than the 10 % of the tier "
      "before it");
}

TEST_CASE("a tier holds something, and its credit is a share of the fee") {
  constexpr credit_tier lower{0_percent, 99_percent, 25_percent};
  CHECK(refusal({99.9_percent, 99_percent, 10_percent}, lower) ==
        "credit tier 1, at least 99.9 % and below 99 %, holds nothing; its upper bound must be above its lower one");
  CHECK(refusal({99_percent, 99_percent, 10_percent}, lower) ==
        "credit tier 1, at least 99 % and below 99 %, holds nothing; its upper bound must be above its lower one");
  CHECK(refusal({99_percent, fraction{1001, 1000}, 10_percent}, lower) ==
        "credit tier 1, at least 99 % and below 100.1 %, goes beyond the whole period; it must end at 100 % or below");
  CHECK(refusal({99_percent, 100_percent, 10_percent}, lower) == "nothing was thrown");
  CHECK(refusal({99_percent, 99.9_percent, 0_percent}, lower) ==
        "credit tier 1, at least 99 % and below 99.9 %, credits 0 % of the fee; a credit must be within (0, 100 %]");
  CHECK(refusal({99_percent, 99.9_percent, 10_percent}, {0_percent, 99_percent, fraction{11, 10}}) ==
        "credit tier 2, at least 0 % and below 99 %, credits 110 % of the fee; a credit must be within (0, 100 %]");
}

}  // namespace
