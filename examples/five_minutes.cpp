#include <iostream>
#include <sla/sla.hpp>

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

int main() {
  const auto reported = hbi::eastern(2026y / November / 20, 22h);
  const auto due = sla::response_due(hbi::support{}, hbi::severity::urgent, reported);
  std::cout << "response due " << sla::iso(due.at()) << ", " << sla::iso(sla::us_eastern.to_civil(due.at()))
            << " in New York\n";
}
