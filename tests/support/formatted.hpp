#ifndef SLA_TESTS_SUPPORT_FORMATTED_HPP
#define SLA_TESTS_SUPPORT_FORMATTED_HPP

#include <fmt/format.h>

#include <string>

#include "sla/fmt/formatters.hpp"

namespace sla_tests {

/// The text of a value by a specification that is not known before the test runs.
///
/// example  formatted(fraction{1, 3}, ".2") is "33.33 %"
std::string formatted(const auto& value, const std::string& specification = "") {
  return fmt::vformat("{:" + specification + "}", fmt::make_format_args(value));
}

}  // namespace sla_tests

#endif
