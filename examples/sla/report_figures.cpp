#include "report_figures.hpp"

#include <algorithm>
#include <tuple>

namespace program {

namespace {

constexpr std::size_t shown_misses = 5;

commitment_figures no_tickets() {
  commitment_figures figures;
  for (const auto& each : agreed().latest().severities) figures.by_severity[each.level] = {};
  return figures;
}

bool is_worse(const miss& a, const miss& b) { return std::tie(b.late_by, a.ticket) < std::tie(a.late_by, b.ticket); }

void count(commitment_figures& figures, const std::string& ticket, std::string_view edition,
           const sla::commitment<severity>& outcome) {
  figures.total.add(outcome.state);
  figures.by_severity[outcome.severity].add(outcome.state);
  if (outcome.state != sla::commitment_state::missed || !outcome.late_by) return;
  const miss next{ticket, edition, outcome, *outcome.late_by};
  figures.worst.insert(std::ranges::upper_bound(figures.worst, next, is_worse), next);
  if (figures.worst.size() > shown_misses) figures.worst.pop_back();
}

}  // namespace

ticket_figures judge(const ticket_records& records, sla::instant as_of) {
  ticket_figures figures{records.file, 0, records.events, 0, no_tickets(), no_tickets(), {}};
  figures.judged.reserve(records.tickets.size());
  for (const auto& [name, life] : records.tickets) {
    const auto* seen = life.as_of(as_of);
    if (seen == nullptr) {
      ++figures.reported_later;
      continue;
    }
    const sla::assessment<severity> assessed = seen->assess(as_of);
    ++figures.tickets;
    count(figures.response, name, life.edition().name, assessed.response);
    count(figures.resolution, name, life.edition().name, assessed.resolution);
    figures.judged.push_back({name, life.edition().name, *seen->severity_now(), assessed});
  }
  return figures;
}

service_figures judge(const month_question& asked, const probe_records& records, sla::instant as_of) {
  service_figures figures{records.file,
                          records.probes,
                          measure(asked, records, as_of),
                          services_not_probed(asked, records),
                          measure_latency(asked, records),
                          {}};
  for (const service_month& each : figures.services)
    figures.histories.emplace(each.service, history_of(asked, each, as_of));
  return figures;
}

bool has_a_miss(const std::vector<service_month>& services) {
  return std::ranges::any_of(
      services, [](const service_month& each) { return each.result.verdict() == sla::availability_verdict::missed; });
}

bool has_a_miss(const report_figures& figures) {
  const bool late =
      figures.tickets && !(figures.tickets->response.worst.empty() && figures.tickets->resolution.worst.empty());
  const bool unavailable = figures.services && has_a_miss(figures.services->services);
  const bool slow = figures.services &&
                    figures.services->latency.verdict(figures.asked.terms.latency.most) == sla::latency_verdict::missed;
  return late || unavailable || slow;
}

}  // namespace program
