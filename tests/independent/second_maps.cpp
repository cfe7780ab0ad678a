// Months by maps of seconds: reads the table that `sla availability --batch` reads, with outages in seconds since 1970
// (`start/end;start/end`, or `-`), and writes the unavailable seconds of every line.

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <iostream>
#include <sla/sla.hpp>
#include <sstream>
#include <string>

using namespace std::chrono;
namespace hbi = sla::harvard_business_impact;

namespace {

sla::interval read_outage(std::istream& in) {
  std::int64_t start = 0;
  std::int64_t end = 0;
  char slash = 0;
  in >> start >> slash >> end;
  return {sla::instant{seconds{start}}, sla::instant{seconds{end}}};
}

}  // namespace

int main() {
  int year = 0;
  unsigned month = 0;
  std::string group;
  std::string outages;
  while (std::cin >> year >> month >> group >> outages) {
    const hbi::hosted terms(group == "spark" ? hbi::offering::manage_mentor_spark : hbi::offering::manage_mentor);
    const year_month asked{std::chrono::year{year}, std::chrono::month{month}};
    const sla::interval period = sla::period_in(terms.month_zone, asked);
    sla::downtime_map map(period, 1s, sla::part_slots::touched);
    std::istringstream list(outages == "-" ? "" : outages);
    for (char semicolon = ';'; list.peek() != EOF && semicolon == ';'; list >> semicolon) map.add(read_outage(list));
    const auto record = sla::service_record_of("outages", map.outages());
    fmt::print("{}\n",
               duration_cast<seconds>(sla::availability(terms, asked, record, period.ends_at()).down.length()).count());
  }
}
