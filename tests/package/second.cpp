// A second translation unit with the whole library: nothing in it may be defined twice.
#include <sla/fmt/explanation.hpp>
#include <sla/fmt/formatters.hpp>
#include <sla/sla.hpp>
#include <sla/toml/agreement.hpp>
#include <string_view>

std::string_view version_seen_by_second();

std::string_view version_seen_by_second() { return sla::version; }
