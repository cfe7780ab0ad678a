#ifndef SLA_FMT_FORMATTERS_HPP
#define SLA_FMT_FORMATTERS_HPP

// {fmt} prints amounts, intervals, zones, shares and money; with <sla/fmt/terms.hpp>, <sla/fmt/results.hpp> and
// <sla/fmt/explanation.hpp> every value of this library. Nothing here changes what is computed, and no type of the standard
// library gets a formatter: an instant prints as local(zone, at). docs/formatting.md has what each type takes after the
// colon.

#include <fmt/format.h>

#include <type_traits>

#include "sla/fmt/specification.hpp"
#include "sla/fmt/values.hpp"

namespace sla::inline v0::detail {

struct fmt_library {
  using error = ::fmt::format_error;
  using argument_id = int;
};

}  // namespace sla::inline v0::detail

FMT_BEGIN_NAMESPACE

// Where <fmt/ranges.h> is included, too, a set of intervals is still printed as a whole.
template <typename Range, typename Char>
struct is_range;
template <sla::detail::printable Value>
struct is_range<Value, char> : std::false_type {};

FMT_END_NAMESPACE

/// A value of this library as text.
///
/// throws   fmt::format_error for a specification that the type does not take; one that is known to the compiler does not
///          compile; coverage_error for an instant that the named zone does not cover
/// example  fmt::format("{:.2}", sla::fraction{99999, 100000}) is "99.99 %"
template <sla::detail::printable Value>
struct fmt::formatter<Value, char> : sla::detail::value_formatter<Value, sla::detail::fmt_library> {};

#endif
