// Boost.ICL depends on the order of insertion: at worst outages as they come, at best sorted and with a hint.
#include <algorithm>

#include "boost_icl.hpp"
#include "timing.hpp"

namespace {

std::vector<sla::interval> clipped(std::vector<sla::interval> outages, const sla::interval& month) {
  for (sla::interval& each : outages) each = intersect(each, month);
  return outages;
}

const timing::rows rows{[] {
  const auto month = operations::month_availability(1'000'000);
  const sla::interval period = operations::month();
  timing::rival("boost_icl_unsorted", month, [period](const std::vector<sla::interval>& outages) {
    boost_icl::interval_set set;
    for (const sla::interval& each : outages) set.add(boost_icl::icl_interval(intersect(each, period)));
    return static_cast<std::int64_t>(boost::icl::length(set));
  });
  timing::rival("boost_icl_sorted", month, [period](const std::vector<sla::interval>& outages) {
    auto sorted = clipped(outages, period);
    std::sort(sorted.begin(), sorted.end());
    return boost_icl::length_of_sorted(sorted);
  });
}};

}  // namespace
