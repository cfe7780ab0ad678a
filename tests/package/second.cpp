// A second translation unit with the whole library: nothing in it may be defined twice.
#include <sla/sla.hpp>

const void* zone_seen_by_second();
bool is_refused_by_second();

const void* zone_seen_by_second() { return &sla::us_eastern; }

bool is_refused_by_second() {
  using namespace std::chrono;
  try {
    sla::next_business_day(sla::us_federal, sla::civil_day{2100y / January / 1});
  } catch (const sla::coverage_error&) {
    return true;
  }
  return false;
}
