#include "service_history.hpp"

#include <algorithm>

namespace program {

namespace {

/// A month by what became of it.
struct parted_month {
  sla::interval_set down;
  sla::interval_set excluded;
  sla::interval_set unknown;
  sla::interval_set to_come;
};

parted_month part(const loaded_agreement& terms, const sla::service_record& record, const sla::interval_set& planned,
                  const sla::interval& known, const sla::interval& period) {
  const sla::interval_set outages = sla::clip(sla::counted_outages(terms, record.down), known);
  const sla::interval_set unknown = sla::subtract(sla::clip(record.unknown, known), outages);
  const sla::interval_set to_come{{known.ends_at(), period.ends_at()}};
  const sla::interval_set down = sla::subtract(outages, planned);
  if (terms.planned_time == sla::planned_time::leaves_both)
    return {down, planned, sla::subtract(unknown, planned), sla::subtract(to_come, planned)};
  return {down, sla::intersect(outages, planned), unknown, to_come};
}

std::vector<stretch> timeline_of(const parted_month& month) {
  std::vector<stretch> timeline;
  const auto add = [&timeline](month_state state, const sla::interval_set& when) {
    for (const sla::interval& during : when) timeline.push_back({state, during});
  };
  add(month_state::down, month.down);
  add(month_state::excluded, month.excluded);
  add(month_state::unknown, month.unknown);
  add(month_state::to_come, month.to_come);
  std::ranges::sort(timeline, {}, [](const stretch& each) { return each.during.starts_at(); });
  return timeline;
}

void burn(service_history& history, sla::elapsed allowed, const sla::interval_set& down, const sla::interval& known) {
  sla::elapsed left = allowed;
  const auto add_point = [&](sla::instant at) {
    if (history.burn_down.empty() || history.burn_down.back().at != at) history.burn_down.push_back({at, left});
  };
  add_point(known.starts_at());
  for (const sla::interval& outage : down) {
    add_point(outage.starts_at());
    if (!history.lost_at && left < outage.length()) history.lost_at = outage.starts_at() + left.length();
    left -= outage.length();
    add_point(outage.ends_at());
  }
  add_point(known.ends_at());
}

service_history history_of(const month_question& asked, const sla::service_record& record, sla::instant as_of) {
  const sla::interval period = period_of(asked.month);
  const sla::interval known{period.starts_at(), std::clamp(as_of, period.starts_at(), period.ends_at())};
  service_history history{{}, sla::planned_time_in(asked.terms, period, {}), {}, {}};
  const parted_month month = part(asked.terms, record, history.windows, known, period);
  history.timeline = timeline_of(month);
  burn(history, sla::availability(asked.terms, asked.month, record, as_of).allowed(), month.down, known);
  return history;
}

}  // namespace

service_histories histories(const month_question& asked, const service_records& records, sla::instant as_of) {
  service_histories all;
  for (const auto& [service, record] : records) all.emplace(service, history_of(asked, record, as_of));
  return all;
}

}  // namespace program
