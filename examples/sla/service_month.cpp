#include "service_month.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <span>
#include <utility>

#include "bad_input.hpp"
#include "judging_edition.hpp"
#include "sla/availability/error_budget.hpp"
#include "sla/availability/probe.hpp"
#include "sla/availability/service_record.hpp"

namespace program {

namespace {

/// Probes do not say of which kind they are.
constexpr std::string_view ordinary_request = "ordinary";

service_month measure(const month_question& asked, std::string_view service, const sla::service_record& record,
                      sla::instant as_of) {
  const std::vector<sla::maintenance> announced = asked.maintenance.of(service);
  service_month measured{
      std::string(service), record, sla::availability(asked.terms, asked.month, record, announced, as_of), {}, {}, {}};
  for (const sla::interval& day : days_of(asked.month)) {
    const sla::availability_tally part = sla::tally(asked.terms, day, record, announced, as_of);
    const auto& [scheduled, identified, short_notice, emergency] = part.in_maintenance;
    measured.days.push_back({day.length(), part.down, scheduled + identified + short_notice + emergency, part.unknown});
  }
  return measured;
}

/// The longest time that an alert looks back.
constexpr sla::elapsed longest_look_back = sla::usual_burn_alerts.back().long_window;

outlook look_ahead(const month_question& asked, const service_month& measured, sla::instant as_of) {
  const std::vector<sla::maintenance> announced = asked.maintenance.of(measured.service);
  outlook ahead{sla::lost_at(asked.terms, asked.month, measured.record, announced, as_of),
                sla::longest_outage_left(asked.terms, asked.month, measured.record, announced, as_of),
                {}};
  if (asked.terms.availability.at_least() < sla::fraction{1, 1})
    ahead.burning =
        sla::burn_states(asked.terms, asked.month, measured.record, announced, as_of, sla::usual_burn_alerts);
  return ahead;
}

bool is_running(const month_question& asked, sla::instant as_of) {
  const sla::interval period = period_of(asked.month);
  return period.starts_at() < as_of && as_of < period.ends_at();
}

/// The probes of a period.
std::span<const timed_probe> probes_in(std::span<const timed_probe> probes, const sla::interval& period) {
  const auto first = std::ranges::lower_bound(probes, period.starts_at(), {}, &timed_probe::at);
  return {first, std::ranges::lower_bound(first, probes.end(), period.ends_at(), {}, &timed_probe::at)};
}

/// Whether a service was probed in a period, or before and after it.
bool tell_of(std::span<const timed_probe> probes, const sla::interval& period) {
  return !probes.empty() && probes.front().at < period.ends_at() && period.starts_at() <= probes.back().at;
}

/// What the probes tell about a period. Outages that go on across its ends are whole, for the agreement may round them.
sla::probed_record probed_record_of(const month_question& asked, std::string_view source,
                                    std::span<const timed_probe> all_probes, const sla::interval& period) {
  const std::span<const timed_probe> probes = deciding(all_probes, period);
  std::vector<sla::probe> seen;
  seen.reserve(probes.size());
  for (const timed_probe& each : probes) seen.push_back({each.at, each.state});
  const auto [from, to] =
      std::minmax({period.starts_at(), period.ends_at(), seen.empty() ? period.starts_at() : seen.front().at,
                   seen.empty() ? period.ends_at() : seen.back().at});
  return sla::records_from(source, seen, {from, to}, asked.rule);
}

bool is_timed_answer(const timed_probe& probe) {
  return probe.state == sla::probe_state::up && probe.latency_ms != timed_probe::not_timed;
}

sla::latency_sample<std::string_view> sample_of(const timed_probe& probe) {
  return {sla::elapsed{std::chrono::milliseconds{probe.latency_ms}}, ordinary_request};
}

}  // namespace

bool records_question::is_about(std::string_view service) const {
  return services.empty() || std::ranges::find(services, service) != services.end();
}

month_question question_of(std::chrono::year_month month, records_question asked) {
  const contract_edition& edition = edition_of(month);
  return {std::move(asked), month, edition.terms, edition.name};
}

month_question parse_month_question(std::string_view text) { return question_of(parse_month(text)); }

std::vector<judged_work> maintenance_in_month(const month_question& asked) {
  const sla::interval period = period_of(asked.month);
  std::vector<judged_work> found;
  for (const announced_work& each : asked.maintenance.works)
    if (!sla::intersect(each.work.during, period).empty()) found.push_back({each, sla::judge(asked.terms, each.work)});
  return found;
}

sla::interval needed_for(const month_question& asked) {
  const sla::interval period = period_of(asked.month);
  return {period.starts_at() - longest_look_back.length(), period.ends_at()};
}

void refuse_unknown_services(records_question& asked, const probe_records& records, bad_lines& bad) {
  const auto refusal_of = [&](std::string_view place, std::string_view service) {
    std::string known;
    for (const auto& [name, probes] : records.services) known.append(known.empty() ? "" : ", ").append(in_quotes(name));
    return bad_input(
        fmt::format("{} {}: {} has no such service; allowed: {}", place, in_quotes(service), records.file, known));
  };
  for (const std::string& service : asked.services)
    if (!records.services.contains(service)) throw refusal_of("--service", service);
  std::erase_if(asked.maintenance.works, [&](const announced_work& each) {
    if (each.service.empty() || records.services.contains(each.service)) return false;
    bad.add(refusal_of(fmt::format("{}:{}: service", asked.maintenance.file, each.line), each.service));
    return true;
  });
  bad.end_of_file();
}

std::vector<service_month> measure(const month_question& asked, const probe_records& records, sla::instant as_of) {
  const sla::interval period = period_of(asked.month);
  std::vector<service_month> measured;
  for (const auto& [service, all_probes] : records.services) {
    if (!asked.is_about(service) || (asked.services.empty() && !tell_of(all_probes, period))) continue;
    const sla::probed_record probed = probed_record_of(asked, records.file, all_probes, needed_for(asked));
    const auto down_in = [&](const sla::service_record& record) {
      return sla::tally(asked.terms, period, record, asked.maintenance.of(service), as_of).down;
    };
    service_month& next = measured.emplace_back(measure(asked, service, probed.recorded, as_of));
    next.bounds = downtime_bounds{down_in(probed.least), down_in(probed.most)};
    if (is_running(asked, as_of)) next.ahead = look_ahead(asked, next, as_of);
  }
  return measured;
}

std::vector<std::string> services_not_probed(const month_question& asked, const probe_records& records) {
  std::vector<std::string> names;
  if (!asked.services.empty()) return names;
  for (const auto& [service, all_probes] : records.services)
    if (!tell_of(all_probes, period_of(asked.month))) names.push_back(service);
  return names;
}

std::vector<service_month> measure(const month_question& asked, const outage_records& records, sla::instant as_of) {
  std::vector<service_month> measured;
  measured.reserve(records.services.size());
  for (const auto& [service, outages] : records.services) {
    service_month& next = measured.emplace_back(
        measure(asked, service, {records.file, sla::interval_set(outages.full), {}, outages.partial}, as_of));
    if (is_running(asked, as_of)) next.ahead = look_ahead(asked, next, as_of);
  }
  return measured;
}

sla::latency_count measure_latency(const month_question& asked, const probe_records& records) {
  sla::latency_count count;
  for (const auto& [service, all_probes] : records.services) {
    if (!asked.is_about(service)) continue;
    auto answered = probes_in(all_probes, period_of(asked.month)) | std::views::filter(is_timed_answer) |
                    std::views::transform(sample_of);
    count = sla::merge(count, sla::latency(asked.terms, answered));
  }
  return count;
}

}  // namespace program
