#include "sla/availability/composed_share.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "support/terms_text.hpp"

namespace {

using sla::composed_share;
using sla::fraction;

composed_share exactly(std::int64_t numerator, std::int64_t denominator) { return fraction{numerator, denominator}; }

TEST_CASE("decimal shares are exact") {
  CHECK(exactly(999, 1000).is_exact());
  CHECK(exactly(999, 1000).at_least() == fraction{999, 1000});
  CHECK(exactly(0, 1).at_most() == fraction{0, 1});
  CHECK(exactly(1, 1).at_least() == fraction{1, 1});
}

TEST_CASE("other shares lie between two decimals next to each other") {
  const composed_share third = exactly(1, 3);
  CHECK(!third.is_exact());
  CHECK(third.at_least() == fraction{33'333'333'333'333'333, 100'000'000'000'000'000});
  CHECK(third.at_most() == fraction{33'333'333'333'333'334, 100'000'000'000'000'000});
}

TEST_CASE("no bound of a sum is more than the whole") {
  const composed_share sum = exactly(1, 3) + exactly(2, 3);
  CHECK(sum.at_most() == fraction{1, 1});
  CHECK(sum.at_least() == fraction{99'999'999'999'999'999, 100'000'000'000'000'000});
}

TEST_CASE("in series all must be up, in parallel one") {
  const std::vector parts{exactly(999, 1000), exactly(99, 100)};
  CHECK(in_series(parts) == exactly(98'901, 100'000));
  CHECK(in_parallel(parts) == exactly(99'999, 100'000));
  CHECK(in_series(std::vector{exactly(1, 2)}) == exactly(1, 2));
  CHECK(in_parallel(std::vector{exactly(1, 2)}) == exactly(1, 2));
}

TEST_CASE("k of n") {
  const std::vector three(3, exactly(99, 100));
  CHECK(k_of_n(1, three) == exactly(999'999, 1'000'000));
  CHECK(k_of_n(2, three) == exactly(999'702, 1'000'000));
  CHECK(k_of_n(3, three) == exactly(970'299, 1'000'000));
  const std::vector unlike{exactly(1, 2), exactly(3, 4), exactly(9, 10), exactly(1, 1)};
  CHECK(k_of_n(1, unlike) == exactly(1, 1));
  CHECK(k_of_n(2, unlike) == exactly(79, 80));  // 1 - 1/2 * 1/4 * 1/10
  CHECK(k_of_n(4, unlike) == exactly(27, 80));  // 1/2 * 3/4 * 9/10
  CHECK(k_of_n(3, unlike) == exactly(33, 40));  // two or three of the first three
}

TEST_CASE("no product is too large") {
  const std::vector many(40, exactly(2'592'000'000 - 1'234'567, 2'592'000'000));
  const composed_share all = in_series(many);
  CHECK(all.at_least() < all.at_most());
  CHECK(all.at_most() - all.at_least() < fraction{100, 100'000'000'000'000'000});
  CHECK(all.at_least() > fraction{98'112, 100'000});  // 0.98112...
  CHECK(all.at_most() < fraction{98'114, 100'000});
}

TEST_CASE("what is no share, and a k that no whole has, are refused") {
  CHECK_THROWS_WITH_AS(exactly(3, 2), "a share of 150.0000 % is more than the whole", sla::terms_error);
  CHECK_THROWS_WITH_AS(exactly(1'000, 1), "a share of 100000.0000 % is more than the whole", sla::terms_error);
  const std::vector two(2, exactly(1, 2));
  CHECK_THROWS_WITH_AS(static_cast<void>(k_of_n(3, two)),
                       "3 of 2 parts cannot be needed; it must be 1 to all of them, and there must be a part",
                       sla::terms_error);
  CHECK_THROWS_AS(static_cast<void>(k_of_n(0, two)), sla::terms_error);
  CHECK_THROWS_AS(static_cast<void>(in_series(std::vector<composed_share>{})), sla::terms_error);
}

}  // namespace
