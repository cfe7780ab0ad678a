#ifndef SLA_VERSION_HPP
#define SLA_VERSION_HPP

#include <string_view>

namespace sla::inline v0 {

/// The version of the library; the build reads it from this line.
inline constexpr std::string_view version = "0.1.0";

}  // namespace sla::inline v0

#endif
