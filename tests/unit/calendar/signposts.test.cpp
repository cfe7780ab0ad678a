#include "sla/calendar/signposts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

using sla::detail::row_at_signpost;
using sla::detail::row_near_signpost;
using sla::detail::set_signposts;

TEST_CASE("from its signpost every number finds the row that holds it, after empty rows and long ones") {
  const std::vector<int> begins{0, 0, 3, 4, 4, 4, 4, 20, 21, 22, 100};
  for (const int distance : {1, 2, 4, 7, 64}) {
    std::vector<std::uint8_t> signposts(static_cast<std::size_t>((begins.back() + distance - 1) / distance));
    set_signposts(signposts.data(), signposts.size(), distance, begins.data());
    for (int number = 0; number < begins.back(); ++number) {
      CAPTURE(distance);
      CAPTURE(number);
      const std::size_t signpost = signposts[static_cast<std::size_t>(number / distance)];
      const auto row = static_cast<std::size_t>(std::ranges::upper_bound(begins, number) - begins.begin() - 1);
      CHECK(signpost <= row);
      CHECK(row_at_signpost(number, begins.data(), signpost) == row);
      CHECK(row_near_signpost(number, begins.data(), signpost) == row);
    }
  }
}

TEST_CASE("signposts are constants where the rows are") {
  static constexpr std::array<int, 4> begins{0, 5, 5, 9};
  static constexpr auto signposts = [] {
    std::array<std::uint8_t, 3> set{};
    set_signposts(set.data(), set.size(), 4, begins.data());
    return set;
  }();
  static_assert(signposts == std::array<std::uint8_t, 3>{0, 0, 2});
  static_assert(row_near_signpost(7, begins.data(), signposts[1]) == 2);
}
