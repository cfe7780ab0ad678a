#include "service_month.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <span>

#include "bad_input.hpp"
#include "sla/availability/probe.hpp"
#include "sla/availability/service_record.hpp"

namespace program {

namespace {

/// Probes do not say of which kind they are.
constexpr std::string_view ordinary_request = "ordinary";

bool is_asked_for(const month_question& asked, std::string_view service) {
  return std::ranges::find(asked.services, service) != asked.services.end();
}

service_month measure(const month_question& asked, std::string_view service, const sla::service_record& record,
                      sla::instant as_of) {
  service_month measured{std::string(service), sla::availability(asked.terms, asked.month, record, as_of), {}};
  for (const sla::interval& day : days_of(asked.month)) {
    const sla::interval_set planned = sla::planned_time_in(asked.terms, day, {});
    const sla::interval_set down = sla::clip(sla::counted_outages(asked.terms, record.down), day);
    measured.days.push_back({day.length(), sla::total(sla::subtract(down, planned)),
                             sla::total(sla::intersect(down, planned)),
                             sla::total(sla::subtract(sla::clip(record.unknown, day), down))});
  }
  return measured;
}

/// The probes of a period.
std::span<const timed_probe> probes_in(std::span<const timed_probe> probes, const sla::interval& period) {
  const auto at = [](const timed_probe& each) { return each.seen.at; };
  const auto first = std::ranges::lower_bound(probes, period.starts_at(), {}, at);
  return {first, std::ranges::lower_bound(first, probes.end(), period.ends_at(), {}, at)};
}

void refuse_unknown_services(const month_question& asked, const probe_records& records) {
  for (const std::string& service : asked.services) {
    if (records.services.contains(service)) continue;
    std::string known;
    for (const auto& [name, probes] : records.services) known.append(known.empty() ? "" : ", ").append(in_quotes(name));
    throw bad_input(
        fmt::format("--service {}: {} has no such service; allowed: {}", in_quotes(service), records.file, known));
  }
}

}  // namespace

month_question question_of(std::chrono::year_month month, std::vector<std::string> services) try {
  return {month, agreed().at(period_of(month).starts_at()), std::move(services)};
} catch (const sla::coverage_error& problem) {
  throw bad_input(fmt::format("--month {}: {}", month_name(month), problem.what()));
}

service_records records_in(const month_question& asked, const probe_records& records) {
  refuse_unknown_services(asked, records);
  const sla::interval period = period_of(asked.month);
  service_records recorded;
  for (const auto& [service, all_probes] : records.services) {
    const auto probes = probes_in(all_probes, period);
    if (asked.services.empty() ? probes.empty() : !is_asked_for(asked, service)) continue;
    std::vector<sla::probe> seen;
    std::ranges::transform(probes, std::back_inserter(seen), &timed_probe::seen);
    recorded.emplace(service, sla::record_from(records.file, seen, period));
  }
  return recorded;
}

service_records records_in(const outage_records& records) {
  service_records recorded;
  for (const auto& [service, outages] : records.services)
    recorded.emplace(service, sla::service_record_of(records.file, sla::interval_set(outages)));
  return recorded;
}

std::vector<service_month> measure(const month_question& asked, const service_records& records, sla::instant as_of) {
  std::vector<service_month> measured;
  measured.reserve(records.size());
  for (const auto& [service, record] : records) measured.push_back(measure(asked, service, record, as_of));
  return measured;
}

std::vector<std::string> services_not_probed(const month_question& asked, const probe_records& records) {
  std::vector<std::string> names;
  if (!asked.services.empty()) return names;
  for (const auto& [service, all_probes] : records.services)
    if (probes_in(all_probes, period_of(asked.month)).empty()) names.push_back(service);
  return names;
}

sla::latency_count measure_latency(const month_question& asked, const probe_records& records) {
  sla::latency_count count;
  for (const auto& [service, all_probes] : records.services) {
    if (!asked.services.empty() && !is_asked_for(asked, service)) continue;
    std::vector<sla::latency_sample<std::string_view>> answered;
    for (const timed_probe& probe : probes_in(all_probes, period_of(asked.month)))
      if (probe.seen.state == sla::probe_state::up && probe.latency)
        answered.push_back({*probe.latency, ordinary_request});
    count = sla::merge(count, sla::latency(asked.terms, answered));
  }
  return count;
}

}  // namespace program
