#include "service_history.hpp"

#include <algorithm>

#include "sla/availability/error_budget.hpp"
#include "sla/availability/timeline.hpp"

namespace program {

namespace {

/// The timeline of a month, its unknown time cut where what is to come begins.
std::vector<sla::timeline_segment> cut_timeline(const month_question& asked, const service_month& measured,
                                                sla::instant as_of) {
  std::vector<sla::timeline_segment> segments;
  for (const auto& each : sla::timeline(asked.terms, measured.result.period, measured.record,
                                        asked.maintenance.of(measured.service), as_of)) {
    if (each.state != sla::service_state::unknown) {
      segments.push_back(each);
      continue;
    }
    const sla::instant cut = std::clamp(as_of, each.during.starts_at(), each.during.ends_at());
    for (const sla::interval& part :
         {sla::interval{each.during.starts_at(), cut}, sla::interval{cut, each.during.ends_at()}})
      if (!part.empty()) segments.push_back({part, each.state, each.weight});
  }
  return segments;
}

month_state state_of(const sla::timeline_segment& segment, sla::instant as_of) {
  if (segment.state == sla::service_state::excluded) return month_state::excluded;
  if (segment.state == sla::service_state::down) return month_state::down;
  return as_of <= segment.during.starts_at() ? month_state::to_come : month_state::unknown;
}

/// What the formula subtracts of a part of the timeline.
sla::weighted_time spent_in(const sla::timeline_segment& segment, const loaded_agreement& terms, sla::instant as_of) {
  const bool counts_in_full = segment.state == sla::service_state::unknown && segment.during.ends_at() <= as_of &&
                              terms.unknown_time == sla::unknown_time::counts_as_down;
  return sla::weighted_time(segment.during.length(), counts_in_full ? sla::fraction{1, 1} : segment.weight);
}

}  // namespace

service_history history_of(const month_question& asked, const service_month& measured, sla::instant as_of) {
  const sla::availability_result& result = measured.result;
  const auto announced = asked.maintenance.of(measured.service);
  service_history history{{}, sla::maintenance_in(asked.terms, result.period, announced).excused, {}, {}};
  if (result.verdict() == sla::availability_verdict::missed)
    history.lost_at = sla::lost_at(asked.terms, asked.month, measured.record, announced, as_of);

  sla::weighted_time spent;
  const auto add_point = [&](sla::instant at) {
    const sla::elapsed left = result.allowed().rounded_down() - spent.rounded_up();
    if (history.burn_down.empty() || history.burn_down.back().at != at) history.burn_down.push_back({at, left});
  };
  add_point(result.period.starts_at());
  for (const sla::timeline_segment& segment : cut_timeline(asked, measured, as_of)) {
    if (segment.state == sla::service_state::up) continue;
    history.timeline.push_back({state_of(segment, as_of), segment.during});
    const sla::weighted_time more = spent_in(segment, asked.terms, as_of);
    if (more == sla::weighted_time{}) continue;
    add_point(segment.during.starts_at());
    spent += more;
    add_point(segment.during.ends_at());
  }
  add_point(std::clamp(as_of, result.period.starts_at(), result.period.ends_at()));
  return history;
}

}  // namespace program
