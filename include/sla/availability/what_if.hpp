#ifndef SLA_AVAILABILITY_WHAT_IF_HPP
#define SLA_AVAILABILITY_WHAT_IF_HPP

#include <algorithm>
#include <span>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/policy/maintenance.hpp"

namespace sla::inline v0 {

/// A period without and with what is proposed.
struct what_if_answer {
  availability_result without;
  availability_result with;
};

namespace detail {

/// The outages of a record, of whatever weight, that go on after an instant.
constexpr service_record going_on_after(const service_record& record, instant time) {
  service_record going_on{record.source, {}, {}};
  const interval_set outages = any_outage(record);
  for (const interval& outage : outages) {
    if (outage.ends_at() <= time) continue;
    going_on.down = unite(going_on.down, clip(record.down, outage));
    for (const partial_outage& each : record.partial)
      if (!intersect(each.during(), outage).empty()) going_on.partial.push_back(each);
  }
  return going_on;
}

}  // namespace detail

/// A period as it stands, and as it would be with one more outage; the rest of what is to come stays unknown. An outage
/// that is recorded already changes nothing.
///
/// outage   in the past or to come, whole or in part
/// terms, period, record, announced, as_of  as for `availability`
/// throws   as `availability`
/// example  99.9 % of April 2026, down for 40 minutes so far: with 5 minutes more on Wed 04-29 12:00, missed
template <availability_terms Terms>
constexpr what_if_answer what_if(const Terms& terms, measured_period_of<Terms> period, const service_record& record,
                                 std::span<const maintenance> announced, const interval& outage, instant as_of) {
  const availability_result today = availability(terms, period, record, announced, as_of);
  const interval past = detail::part_before(today.period, as_of);
  const interval to_come{past.ends_at(), today.period.ends_at()};
  service_record proposed = detail::record_before(record, as_of);
  proposed.down = unite(proposed.down, {outage});
  const instant known_until = (std::max)(as_of, to_come.ends_at());
  what_if_answer answer{today, today};
  answer.with.so_far = tally(terms, past, proposed, announced, known_until);
  // What rounding adds after as_of to an outage that ended before is not in the month as it stands, so neither in this one.
  service_record going_on = detail::going_on_after(proposed, as_of);
  going_on.unknown = interval_set{to_come};
  availability_tally future = tally(terms, to_come, going_on, announced, known_until);
  future.to_come = future.unknown;
  future.planned_unknown = {};
  static_cast<availability_tally&>(answer.with) = merge(answer.with.so_far, future);
  return answer;
}

/// A period as it stands, and as it would be with one more piece of maintenance during which the service is down.
///
/// example  99.9 % of November 2026, routine, announced on Mon 11-23, Tue 11-24 02:00-03:00: 60 minutes down, missed
template <availability_terms Terms>
constexpr what_if_answer what_if(const Terms& terms, measured_period_of<Terms> period, const service_record& record,
                                 std::span<const maintenance> announced, const maintenance& work, instant as_of) {
  std::vector<maintenance> with_it(announced.begin(), announced.end());
  with_it.push_back(work);
  return {availability(terms, period, record, announced, as_of),
          what_if(terms, period, record, with_it, work.during, as_of).with};
}

}  // namespace sla::inline v0

#endif
