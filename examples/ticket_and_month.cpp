// A ticket followed through its life, and a month's availability, under the reference agreement. Of the month's outages
// the first overruns the maintenance window, the second overlaps it, and the third began in the month before.
#include <array>
#include <iostream>
#include <sla/sla.hpp>

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using sla::event_kind;

int main() {
  const hbi::support terms;

  const std::array log{
      sla::event<hbi::severity>{hbi::eastern(2025y / July / 3, 15h + 30min), event_kind::notified,
                                hbi::severity::urgent},
      sla::event<hbi::severity>{hbi::eastern(2025y / July / 3, 19h + 30min), event_kind::responded, {}},
      sla::event<hbi::severity>{hbi::eastern(2025y / July / 10, 9h), event_kind::resolved, {}},
  };
  const auto stand = sla::assess(terms, log, hbi::eastern(2025y / July / 11, 0h));
  std::cout << "response   " << name_of(stand.response.state) << ", due " << sla::iso(stand.response.due.at()) << '\n'
            << "resolution " << name_of(stand.resolution.state) << ", due " << sla::iso(stand.resolution.due.at())
            << ", late by " << duration_cast<minutes>(stand.resolution.late_by->length()).count() << " min\n";

  const sla::interval_set outages{
      {hbi::eastern(2026y / November / 6, 20h + 45min), hbi::eastern(2026y / November / 6, 22h + 10min)},
      {hbi::eastern(2026y / November / 6, 22h + 5min), hbi::eastern(2026y / November / 6, 22h + 20min)},
      {hbi::eastern(2026y / October / 31, 23h + 50min), hbi::eastern(2026y / November / 1, 10min)},
  };
  const auto november = sla::availability(terms, 2026y / November, sla::service_record_of("operations log", outages),
                                          hbi::eastern(2026y / December / 1, 0h));
  const sla::error_budget budget(november);
  std::cout << "November   " << percent_rounded_down(*november.share(), 4) << " %, " << name_of(november.verdict())
            << " by " << -budget.left.length().count() << " ms\n";
}
