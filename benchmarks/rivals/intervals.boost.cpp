// Boost.ICL at its best: sorted intervals, each added with the end of the set as a hint.
#include "boost_icl.hpp"
#include "timing.hpp"

namespace {

const timing::rows rows{[] {
  timing::rival("boost_icl", operations::sorted_stream(1'000'000),
                [](const std::vector<sla::interval>& sorted) { return boost_icl::length_of_sorted(sorted); });
}};

}  // namespace
