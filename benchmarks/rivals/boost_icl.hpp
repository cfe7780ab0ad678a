#ifndef BENCHMARKS_RIVALS_BOOST_ICL_HPP
#define BENCHMARKS_RIVALS_BOOST_ICL_HPP

#include <boost/icl/interval_set.hpp>
#include <cstdint>
#include <vector>

#include "sla/time/interval.hpp"

namespace boost_icl {

using interval_set = boost::icl::interval_set<std::int64_t>;

inline auto icl_interval(const sla::interval& from) {
  return boost::icl::interval<std::int64_t>::right_open(from.starts_at().time_since_epoch().count(),
                                                        from.ends_at().time_since_epoch().count());
}

inline std::int64_t length_of_sorted(const std::vector<sla::interval>& sorted) {
  interval_set set;
  for (const sla::interval& next : sorted) set.add(set.end(), icl_interval(next));
  return static_cast<std::int64_t>(boost::icl::length(set));
}

}  // namespace boost_icl

#endif
