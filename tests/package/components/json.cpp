#include <sla/json/values.hpp>

int main() {
  using namespace std::chrono;
  const sla::interval outage(sys_days{2026y / November / 23}, sys_days{2026y / November / 24});
  const nlohmann::json written = outage;
  return written.contains("from") ? 0 : 1;
}
