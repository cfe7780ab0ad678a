#include "sla/time/span_of.hpp"

#include <doctest/doctest.h>

#include <type_traits>
#include <utility>

TEST_CASE("a vector as a span of the same elements, which are as constant as the vector") {
  std::vector<int> elements{1, 2, 3};
  const std::span all = sla::detail::span_of(elements);
  static_assert(std::is_same_v<decltype(all), const std::span<int>>);
  static_assert(std::is_same_v<decltype(sla::detail::span_of(std::as_const(elements))), std::span<const int>>);
  CHECK(all.data() == elements.data());
  CHECK(all.size() == 3);
  all[1] = 20;
  CHECK(elements[1] == 20);
}
