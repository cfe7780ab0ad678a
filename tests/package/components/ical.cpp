#include <sla/contracts/harvard_business_impact.hpp>
#include <sla/ical/calendar.hpp>

int main() {
  namespace hbi = sla::harvard_business_impact;
  using namespace std::chrono;
  sla::ical_calendar calendar("status.example.com", hbi::eastern(2025y / December / 1, 9h));
  calendar.add_deadline("1", "response due", hbi::eastern(2026y / November / 23, 2h));
  return calendar.text().find("DTSTART:20261123T070000Z") != std::string::npos ? 0 : 1;
}
