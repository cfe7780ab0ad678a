#include <iostream>
#include <sla/sla.hpp>

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

// clang-format off
constexpr auto reported = hbi::eastern(2026y/November/20, 22h);                          // a Friday night
constexpr auto due      = sla::response_due(hbi::support{}, hbi::severity::urgent, reported);
static_assert(due == hbi::eastern(2026y/November/23, 2h));                               // Monday, 02:00

struct our_office : hbi::support {                                                       // one clause read otherwise
  static constexpr auto business_hours = sla::weekly_hours(sla::monday_to_friday, 9h, 17h);
};
static_assert(sla::response_due(our_office{}, hbi::severity::urgent, reported) == hbi::eastern(2026y/November/23, 13h));
// clang-format on

int main() {
  std::cout << "urgent, reported " << sla::iso(reported) << ", response due " << sla::iso(due.at()) << '\n';
}
