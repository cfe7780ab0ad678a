#ifndef SLA_TIME_SPAN_OF_HPP
#define SLA_TIME_SPAN_OF_HPP

#include <span>
#include <vector>

namespace sla::inline v0::detail {

/// A vector as a span; left to the conversion that std::span has for any range, compilers spend 20 ms a type on it.
template <class Element>
constexpr std::span<const Element> span_of(const std::vector<Element>& elements) noexcept {
  return {elements.data(), elements.size()};
}

}  // namespace sla::inline v0::detail

#endif
