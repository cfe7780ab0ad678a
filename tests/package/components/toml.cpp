#include <sla/toml/agreement.hpp>
#include <sstream>

int main() {
  std::istringstream nothing;
  try {
    sla::read_toml(nothing, "nothing.toml");
  } catch (const sla::toml_error&) {
    return 0;
  }
  return 1;
}
