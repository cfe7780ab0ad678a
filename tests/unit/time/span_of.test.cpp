#include "sla/time/span_of.hpp"

#include <doctest/doctest.h>

#include <type_traits>

TEST_CASE("a vector as a span of the same elements, which are constant") {
  const std::vector<int> elements{1, 2, 3};
  const auto all = sla::detail::span_of(elements);
  static_assert(std::is_same_v<decltype(all), const std::span<const int>>);
  CHECK(all.data() == elements.data());
  CHECK(all.size() == 3);
}
