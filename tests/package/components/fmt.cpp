#include <sla/fmt/explanation.hpp>
#include <sla/fmt/formatters.hpp>
#include <sla/zone/us_zone.hpp>

int main() {
  using namespace std::chrono;
  const sla::instant at = sys_days{2026y / November / 23} + 7h;
  return fmt::format("{}", sla::local(sla::us_eastern, at)) == "Mon 2026-11-23 02:00 EST" ? 0 : 1;
}
