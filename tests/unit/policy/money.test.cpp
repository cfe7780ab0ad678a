#include "sla/policy/money.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

#include "sla/policy/percent.hpp"
#include "support/terms_text.hpp"

using namespace sla::literals;

namespace {

using sla::fraction;
using sla::money;
using enum sla::money_rounding;

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

std::int64_t part_of(std::int64_t whole, fraction share, sla::money_rounding rounding) {
  return part(money{whole}, share, rounding).minor_units();
}

TEST_CASE("an amount is not negative") {
  CHECK(money{}.minor_units() == 0);
  CHECK(money{0} < money{1});
  CHECK_THROWS_WITH_AS(money{-1}, "an amount of -1 minor units is negative; it must be 0 or more", sla::terms_error);
}

TEST_CASE("a sum that does not fit is an error") {
  CHECK((money{largest - 1} + money{1}).minor_units() == largest);
  CHECK_THROWS_WITH_AS(money{largest} + money{1},
                       "an amount of money in this calculation is above 9223372036854775807 minor units, the largest "
                       "there is",
                       sla::terms_error);
}

TEST_CASE("a part without a rest needs no rounding") {
  for (const auto rounding : {down, half_even, half_up, up}) {
    CHECK(part_of(125'000, 10_percent, rounding) == 12'500);
    CHECK(part_of(125'000, 100_percent, rounding) == 125'000);
    CHECK(part_of(125'000, 0_percent, rounding) == 0);
    CHECK(part_of(0, 10_percent, rounding) == 0);
  }
}

TEST_CASE("what becomes of a part of a cent is said by name") {
  struct expected {
    std::int64_t whole;
    std::int64_t down, half_even, half_up, up;
  };
  for (const auto& [whole, to_down, to_half_even, to_half_up, to_up] :
       {expected{101, 10, 10, 10, 11}, expected{105, 10, 10, 11, 11}, expected{106, 10, 11, 11, 11},
        expected{115, 11, 12, 12, 12}, expected{109, 10, 11, 11, 11}}) {
    CHECK(part_of(whole, 10_percent, down) == to_down);
    CHECK(part_of(whole, 10_percent, half_even) == to_half_even);
    CHECK(part_of(whole, 10_percent, half_up) == to_half_up);
    CHECK(part_of(whole, 10_percent, up) == to_up);
  }
}

TEST_CASE("the largest amounts are exact where a product would overflow") {
  CHECK(part_of(largest, 10_percent, down) == 922'337'203'685'477'580);
  CHECK(part_of(largest, 10_percent, up) == 922'337'203'685'477'581);
  CHECK(part_of(largest, 99.999999999_percent, down) == 9'223'372'036'762'542'086);
  CHECK(part_of(largest, 100_percent, up) == largest);
  CHECK(part_of(largest, fraction{fraction::largest_denominator - 1, fraction::largest_denominator}, down) ==
        largest - 11);
}

TEST_CASE("a part that does not fit is an error") {
  CHECK(part_of(largest / 3 * 2, fraction{3, 2}, down) == largest / 3 * 3);
  CHECK_THROWS_AS(part_of(largest, fraction{3, 2}, down), sla::terms_error);
  CHECK_THROWS_AS(part_of(largest, fraction{largest, 1}, down), sla::terms_error);
}

}  // namespace
