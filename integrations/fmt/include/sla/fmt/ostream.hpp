#ifndef SLA_FMT_OSTREAM_HPP
#define SLA_FMT_OSTREAM_HPP

// Streams print what <sla/fmt/formatters.hpp> makes {fmt} print, as without a specification; width, fill and alignment are
// the stream's. For whoever includes this header: no other one brings operator<<.

#include <ostream>

#include "sla/fmt/specification.hpp"
#include "sla/fmt/values.hpp"

namespace sla::inline v0 {

/// Prints a value.
///
/// example  std::cout << elapsed{51h + 15min} prints "2 d 3 h 15 min"
template <detail::printable Value>
std::ostream& operator<<(std::ostream& out, const Value& value) {
  return out << detail::text_in({}, value);
}

}  // namespace sla::inline v0

#endif
