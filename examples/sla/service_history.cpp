#include "service_history.hpp"

#include <algorithm>

#include "sla/availability/error_budget.hpp"
#include "sla/availability/timeline.hpp"

namespace program {

namespace {

/// The timeline of a month, its unknown time cut where what is to come begins, and where planned time begins and ends.
std::vector<sla::timeline_segment> cut_timeline(const month_question& asked, const service_month& measured,
                                                const sla::interval_set& planned, sla::instant as_of) {
  std::vector<sla::timeline_segment> segments;
  for (const auto& each : sla::timeline(asked.terms, measured.result.period, measured.record,
                                        asked.maintenance.of(measured.service), as_of)) {
    if (each.state != sla::service_state::unknown) {
      segments.push_back(each);
      continue;
    }
    std::vector<sla::instant> cuts{std::clamp(as_of, each.during.starts_at(), each.during.ends_at())};
    for (const sla::interval& window : sla::clip(planned, {each.during.starts_at(), cuts.front()}))
      cuts.insert(cuts.end(), {window.starts_at(), window.ends_at()});
    cuts.push_back(each.during.ends_at());
    std::ranges::sort(cuts);
    sla::instant from = each.during.starts_at();
    for (const sla::instant cut : cuts) {
      if (from < cut) segments.push_back({{from, cut}, each.state, each.weight});
      from = cut;
    }
  }
  return segments;
}

month_state state_of(const sla::timeline_segment& segment, sla::instant as_of) {
  if (segment.state == sla::service_state::excluded) return month_state::excluded;
  if (segment.state == sla::service_state::down) return month_state::down;
  return as_of <= segment.during.starts_at() ? month_state::to_come : month_state::unknown;
}

/// Adds a stretch to the end, or to the last one, if that is alike and ends where this one begins.
void add_stretch(std::vector<stretch>& timeline, const stretch& next) {
  if (!timeline.empty() && timeline.back().state == next.state &&
      timeline.back().during.ends_at() == next.during.starts_at())
    timeline.back().during = {timeline.back().during.starts_at(), next.during.ends_at()};
  else
    timeline.push_back(next);
}

/// What the formula subtracts of a part of the timeline.
sla::weighted_time spent_in(const sla::timeline_segment& segment, const loaded_agreement& terms,
                            const sla::interval_set& planned, sla::instant as_of) {
  const bool counts_in_full = segment.state == sla::service_state::unknown && segment.during.ends_at() <= as_of &&
                              terms.unknown_time == sla::unknown_time::counts_as_down &&
                              !planned.contains(segment.during.starts_at());
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
  for (const sla::timeline_segment& segment : cut_timeline(asked, measured, history.windows, as_of)) {
    if (segment.state == sla::service_state::up) continue;
    add_stretch(history.timeline, {state_of(segment, as_of), segment.during});
    const sla::weighted_time more = spent_in(segment, asked.terms, history.windows, as_of);
    if (more == sla::weighted_time{}) continue;
    add_point(segment.during.starts_at());
    spent += more;
    add_point(segment.during.ends_at());
  }
  add_point(std::clamp(as_of, result.period.starts_at(), result.period.ends_at()));
  return history;
}

}  // namespace program
