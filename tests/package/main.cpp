#include <sla/sla.hpp>
#include <sla/toml/agreement.hpp>
#include <string_view>

std::string_view version_seen_by_second();

int main() { return version_seen_by_second() == std::string_view{sla::version} ? 0 : 1; }
