#ifndef SLA_FMT_STD_FORMAT_HPP
#define SLA_FMT_STD_FORMAT_HPP

// std::format prints what <sla/fmt/formatters.hpp> makes {fmt} print, in the same words, where the standard library has it;
// elsewhere this header is empty.

#include <version>

#ifdef __cpp_lib_format

#include <cstddef>
#include <format>

#include "sla/fmt/specification.hpp"
#include "sla/fmt/values.hpp"
#include "sla/policy/severity_table.hpp"
#include "sla/time/interval_set.hpp"

namespace sla::inline v0::detail {

struct std_library {
  using error = std::format_error;
  using argument_id = std::size_t;
};

}  // namespace sla::inline v0::detail

#ifdef __cpp_lib_format_ranges
// What is a range, too, is still printed as a whole.
template <>
inline constexpr std::range_format std::format_kind<sla::interval_set> = std::range_format::disabled;
template <class Severity, std::size_t Rows>
inline constexpr std::range_format std::format_kind<sla::severity_table<Severity, Rows>> = std::range_format::disabled;
template <>
inline constexpr std::range_format std::format_kind<sla::loaded_severity_table> = std::range_format::disabled;
#endif

/// A value of this library as text.
///
/// throws   std::format_error for a specification that the type does not take; one that is known to the compiler does not
///          compile; coverage_error for an instant that the named zone does not cover
/// example  std::format("{:.2}", sla::fraction{99999, 100000}) is "99.99 %"
template <sla::detail::printable Value>
struct std::formatter<Value, char> : sla::detail::value_formatter<Value, sla::detail::std_library> {};

#endif

#endif
