#include <sla/sla.hpp>

const void* zone_seen_by_second();
bool is_refused_by_second();

int main() {
  namespace hbi = sla::harvard_business_impact;
  using namespace std::chrono;
  const auto due = sla::response_due(hbi::support{}, hbi::severity::minor, hbi::eastern(2026y / November / 20, 22h));
  const bool is_right = due == hbi::eastern(2026y / November / 25, 0h);
  const bool is_one_object = zone_seen_by_second() == &sla::us_eastern;
  return is_right && is_one_object && is_refused_by_second() ? 0 : 1;
}
