#include "sla/policy/fraction.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>

#include "support/terms_text.hpp"

namespace {

using sla::fraction;
using sla::percent_rounded_down;

constexpr std::int64_t largest = fraction::largest_denominator;

TEST_CASE("a fraction is kept in lowest terms") {
  CHECK(fraction{999, 1000}.numerator() == 999);
  CHECK(fraction{42, 56}.numerator() == 3);
  CHECK(fraction{42, 56}.denominator() == 4);
  CHECK(fraction{0, 56}.numerator() == 0);
  CHECK(fraction{0, 56}.denominator() == 1);
  CHECK(fraction{3, 4} == fraction{6, 8});
  CHECK(fraction{3, 4} != fraction{4, 5});
}

TEST_CASE("negative numerators and denominators out of range are refused") {
  CHECK_THROWS_WITH_AS((fraction{-1, 2}),
                       "the fraction -1/2 needs a numerator of at least 0 and a denominator from 1 to "
                       "922337203685477580",
                       sla::terms_error);
  CHECK_THROWS_AS((fraction{1, 0}), sla::terms_error);
  CHECK_THROWS_AS((fraction{1, -2}), sla::terms_error);
  CHECK_THROWS_AS((fraction{1, largest + 1}), sla::terms_error);
  CHECK_NOTHROW((fraction{1, largest}));
}

TEST_CASE("comparing is exact where products would overflow and doubles would agree") {
  CHECK(fraction{largest - 1, largest} < fraction{largest, largest});
  CHECK(fraction{largest - 2, largest - 1} < fraction{largest - 1, largest});
  CHECK(fraction{1, largest - 1} > fraction{1, largest});
  CHECK(fraction{5, 2} > fraction{7, 3});
  CHECK(fraction{7, 3} < fraction{5, 2});
  CHECK(fraction{2, 1} < fraction{7, 3});
  CHECK(fraction{7, 3} > fraction{2, 1});
  CHECK(fraction{2, 1} <= fraction{4, 2});
  CHECK(fraction{2, 1} >= fraction{4, 2});
  CHECK(fraction{0, 1} < fraction{1, largest});
}

TEST_CASE("comparing agrees with cross products of small numbers") {
  for (int a = 0; a < 12; ++a)
    for (int b = 1; b < 12; ++b)
      for (int c = 0; c < 12; ++c)
        for (int d = 1; d < 12; ++d) {
          const auto expected = a * d <=> c * b;
          if ((fraction{a, b} <=> fraction{c, d}) != expected) FAIL_CHECK(a, "/", b, " and ", c, "/", d);
        }
}

TEST_CASE("a percentage is rounded down") {
  CHECK(percent_rounded_down({999, 1000}, 1) == "99.9");
  CHECK(percent_rounded_down({999, 1000}, 4) == "99.9000");
  CHECK(percent_rounded_down({99999, 100000}, 2) == "99.99");
  CHECK(percent_rounded_down({2, 3}, 3) == "66.666");
  CHECK(percent_rounded_down({1, 1}, 2) == "100.00");
  CHECK(percent_rounded_down({0, 1}, 2) == "0.00");
  CHECK(percent_rounded_down({1, 2000}, 2) == "0.05");
  CHECK(percent_rounded_down({3, 2}, 1) == "150.0");
  CHECK(percent_rounded_down({1'001, 100}, 1) == "1001.0");
  CHECK(percent_rounded_down({(std::numeric_limits<std::int64_t>::max)(), 1}, 1) == "922337203685477580700.0");
}

TEST_CASE("a percentage has a digit after the decimal point") {
  CHECK_THROWS_WITH_AS(percent_rounded_down({1, 2}, 0),
                       "a percentage with 0 digits after the decimal point; allowed are 1 and more", sla::terms_error);
  CHECK_THROWS_AS(percent_rounded_down({1, 2}, -1), sla::terms_error);
}

TEST_CASE("nothing below 100 reads as 100") {
  CHECK(percent_rounded_down({largest - 1, largest}, 1) == "99.9");
  CHECK(percent_rounded_down({largest - 1, largest}, 15) == "99.999999999999999");
}

TEST_CASE("sums, differences, products and quotients are exact and in lowest terms") {
  CHECK(fraction{1, 6} + fraction{1, 10} == fraction{4, 15});
  CHECK(fraction{1, 6} - fraction{1, 10} == fraction{1, 15});
  CHECK(fraction{1, 6} - fraction{1, 6} == fraction{0, 1});
  CHECK(fraction{4, 9} * fraction{3, 8} == fraction{1, 6});
  CHECK(fraction{4, 9} / fraction{8, 3} == fraction{1, 6});
  CHECK(fraction{largest, 3} * fraction{3, largest} == fraction{1, 1});
  CHECK(fraction{1, largest} + fraction{1, largest} == fraction{2, largest});
  const std::int64_t most = (std::numeric_limits<std::int64_t>::max)();
  CHECK(fraction{most, 1} / fraction{most, 1} == fraction{1, 1});
  CHECK(fraction{5, 4'000'000'010} - fraction{1, 4'000'000'010} == fraction{2, 2'000'000'005});
}

TEST_CASE("a result that is no fraction, or too large for one, is refused") {
  const fraction small{1, 4'000'000'007};
  const fraction other{1, 4'000'000'009};
  CHECK_THROWS_AS(static_cast<void>(small * other), sla::terms_error);
  CHECK_THROWS_AS(static_cast<void>(small + other), sla::terms_error);
  CHECK_THROWS_AS(static_cast<void>(fraction{1, 3} - fraction{1, 2}), sla::terms_error);
  CHECK_THROWS_AS(static_cast<void>(fraction{1, 3} / fraction{0, 1}), sla::terms_error);
  const std::int64_t two_to_32 = std::int64_t{1} << 32;
  CHECK_THROWS_AS(static_cast<void>(fraction{two_to_32, 1} * fraction{two_to_32 + 1, 1}), sla::terms_error);
  const std::int64_t most = (std::numeric_limits<std::int64_t>::max)();
  CHECK_THROWS_WITH_AS(static_cast<void>(fraction{most, 1} + fraction{1, 1}),
                       "the terms of this result are above 9223372036854775807, the largest that a fraction holds",
                       sla::terms_error);
}

}  // namespace
