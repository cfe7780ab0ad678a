// A calendar for the client: the maintenance windows of 2026, which stay at 21:00 in New York when the clocks change there,
// and when the response to a ticket is due.
#include <iostream>
#include <sla/ical/calendar.hpp>
#include <sla/sla.hpp>

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

int main() {
  const hbi::hosted spark{hbi::offering::manage_mentor_spark};
  const sla::day_range in_2026{sla::civil_day{2026y / January / 1}, sla::civil_day{2026y / December / 31}};
  const auto reported = hbi::eastern(2026y / November / 20, 22h);
  const auto due = sla::response_due(spark, hbi::severity::urgent, reported);

  sla::ical_calendar calendar("status.example.com", hbi::eastern(2025y / December / 1, 9h));
  calendar.add_windows("spark", "Maintenance of Spark", spark, in_2026);
  calendar.add_deadline("R-1036.response", "R-1036: response due", due.at());
  std::cout << calendar.text();
}
