#include "records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <set>
#include <utility>

#include "delimited.hpp"
#include "files.hpp"
#include "names.hpp"
#include "sla/toml/values.hpp"

namespace program {

namespace {

sla::event_kind parse_event(std::string_view text) {
  return named(sla::enumerators<sla::event_kind>::all, text, "is no event").value;
}

/// A role or a channel, which only a notification of the built-in agreement has; none where nothing is said.
template <sla::enumeration Said>
std::optional<Said> parse_said(std::string_view text, std::string_view otherwise, sla::event_kind of,
                               const contract& by) {
  if (text.empty()) return std::nullopt;
  if (!by.is_built_in())
    refuse("only the built-in agreement has roles and channels",
           "nothing, and the event reported_otherwise for a report that is no notification");
  if (of != sla::event_kind::notified)
    refuse(fmt::format("stands with {}", sla::name_of(of)), "with notified, otherwise nothing");
  return named(sla::enumerators<Said>::all, text, otherwise).value;
}

/// What is not said is not held against a report.
bool is_notification(const recorded_event& report) {
  return hbi::is_notification(report.by.value_or(hbi::role::client_administrator),
                              report.through.value_or(hbi::channel::phone));
}

std::optional<severity> parse_optional_severity(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return parse_severity(text);
}

std::optional<int> parse_number(std::string_view text, int largest) {
  if (text.empty()) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0 || largest < value)
    refuse("is no such number", fmt::format("whole numbers from 0 to {}, or nothing", largest));
  return value;
}

std::optional<int> parse_http_status(std::string_view text) { return parse_number(text, 999); }

std::int32_t parse_latency(std::string_view text) {
  static constexpr int one_day = 86'400'000;
  return parse_number(text, one_day).value_or(timed_probe::not_timed);
}

/// The entry of a name in a map of records; a new one only costs a copy of the name where there is none yet.
auto& entry_of(auto& records, std::string_view name) {
  const auto found = records.find(name);
  return found != records.end() ? found->second : records[std::string(name)];
}

sla::interval read_interval(const delimited_reader& lines, std::size_t start, std::size_t end) {
  const sla::instant from = lines.read(start, parse_instant);
  return lines.read(end, [from](std::string_view text) { return sla::interval(from, parse_instant(text)); });
}

bool has_happened(sla::instant at, std::optional<sla::instant> as_of) { return !as_of || at <= *as_of; }

void remember_latest(std::optional<sla::instant>& last_at, sla::instant at) {
  last_at = std::max(last_at.value_or(at), at);
}

}  // namespace

sla::probe_state parse_state(std::string_view text) {
  struct known_state {
    std::string_view name;
    sla::probe_state state;
  };
  static constexpr std::array states{known_state{"up", sla::probe_state::up},
                                     known_state{"down", sla::probe_state::down},
                                     known_state{"degraded", sla::probe_state::up}};
  return named(states, text, "is no state").state;
}

/// To a copy, for a ticket that has refused an event half-way is of no use.
void followed_ticket::add(const sla::event<severity>& next, std::optional<sla::instant> as_of) {
  sla::ticket<loaded_agreement> after = life_;
  after.add(next);
  if (!earlier_ && !has_happened(next.at, as_of))
    earlier_ = std::make_unique<sla::ticket<loaded_agreement>>(std::move(life_));
  life_ = std::move(after);
}

const sla::ticket<loaded_agreement>* followed_ticket::as_of(sla::instant at) const {
  const auto& seen = earlier_ ? *earlier_ : life_;
  return seen.reported_at() && *seen.reported_at() <= at ? &seen : nullptr;
}

std::optional<sla::assessment<severity>> followed_ticket::assess(sla::instant as_of) const {
  const auto* seen = this->as_of(as_of);
  return seen != nullptr ? std::optional{seen->assess(as_of)} : std::nullopt;
}

ticket_records read_tickets(const contract& by, const std::string& file, std::optional<sla::instant> as_of,
                            bad_lines& bad, std::string_view explained) {
  enum : std::size_t { ticket, at, event, level, role, channel };
  static constexpr std::array columns{column{"ticket"},
                                      column{"at"},
                                      column{"event"},
                                      column{"severity"},
                                      column{"role", column::presence::optional},
                                      column{"channel", column::presence::optional}};
  std::ifstream in = open_file(file);
  delimited_reader lines(in, file, layout::csv, columns, other_columns::refused);
  ticket_records records{file, {}, {}, 0, {}};
  std::set<std::string, std::less<>> refused;  // further events of these tickets may only seem not to fit
  const auto add = [&](std::string_view name, const sla::event<program::severity>& next) {
    const auto known = records.tickets.find(name);
    if (known != records.tickets.end()) return known->second.add(next, as_of);
    followed_ticket fresh(by.editions().in_force(next.at));
    fresh.add(next, as_of);
    records.tickets.emplace(name, std::move(fresh));
  };
  const auto use = [&](std::string_view name) {
    recorded_event read{
        {lines.read(at, parse_instant), lines.read(event, parse_event), lines.read(level, parse_optional_severity)},
        {},
        {}};
    auto& next = read.what;
    read.by = lines.read(
        role, [&](std::string_view text) { return parse_said<hbi::role>(text, "is no role", next.kind, by); });
    read.through = lines.read(
        channel, [&](std::string_view text) { return parse_said<hbi::channel>(text, "is no channel", next.kind, by); });
    if (!is_notification(read)) next.kind = sla::event_kind::reported_otherwise;
    if (refused.contains(name)) return;
    lines.read(event, [&](std::string_view) {
      try {
        add(name, next);
      } catch (const sla::error& problem) {
        throw bad_value(fmt::format("ticket {}: {}", in_quotes(name), problem.what()));
      }
    });
    if (name == explained && has_happened(next.at, as_of)) records.history.push_back(read);
    ++records.events;
    remember_latest(records.last_at, next.at);
  };
  for_each_record(lines, bad, [&] {
    const std::string_view name = lines.read(ticket, parse_name);
    try {
      use(name);
    } catch (const bad_input&) {
      if (bad.are_fatal()) refused.emplace(name);
      throw;
    }
  });
  return records;
}

probe_records read_probes(const std::string& file, const std::optional<sla::interval>& needed,
                          std::optional<sla::instant> as_of, bad_lines& bad) {
  enum : std::size_t { at, service, state, http_status, latency };
  static constexpr std::array columns{column{"at"}, column{"service"}, column{"state"},
                                      column{"http_status", column::presence::optional},
                                      column{"latency_ms", column::presence::optional}};
  std::ifstream in = open_file(file);
  delimited_reader lines(in, file, layout::csv, columns, other_columns::refused);
  probe_records records{file, {}, 0, {}};
  std::map<std::string, probe_collector, std::less<>> services;
  for_each_record(lines, bad, [&] {
    const timed_probe next{lines.read(at, parse_instant), lines.read(state, parse_state),
                           lines.read(latency, parse_latency)};
    lines.read(http_status, parse_http_status);
    probe_collector& probes = entry_of(services, lines.read(service, parse_name));
    if (has_happened(next.at, as_of)) probes.add(next, needed);
    ++records.probes;
    remember_latest(records.last_at, next.at);
  });
  for (auto& [name, probes] : services) {
    const auto sorted = [&](std::string_view) { return std::move(probes).sorted(needed); };
    records.services.emplace(name, option_value(file_text(file) + ": service", name, sorted));
  }
  return records;
}

std::vector<sla::maintenance> maintenance_records::of(std::string_view service) const {
  std::vector<sla::maintenance> found;
  for (const announced_work& each : works)
    if (each.service.empty() || each.service == service) found.push_back(each.work);
  return found;
}

sla::maintenance_kind parse_maintenance_kind(std::string_view text) {
  for (const auto& [kind, name] : sla::enumerators<sla::maintenance_kind>::all)
    if (text == name) return kind;
  refuse("is no kind of maintenance", names_of(sla::enumerators<sla::maintenance_kind>::all));
}

sla::fraction parse_share(std::string_view text) {
  const auto share = sla::detail::parse_share(text);
  if (!share) refuse("is no share", sla::detail::allowed_shares);
  return *share;
}

maintenance_records read_maintenance(const std::string& file, bad_lines& bad) {
  enum : std::size_t { start, end, kind, announced, service };
  static constexpr std::array columns{column{"start"}, column{"end"}, column{"kind"}, column{"announced"},
                                      column{"service", column::presence::optional}};
  std::ifstream in = open_file(file);
  delimited_reader lines(in, file, layout::csv, columns, other_columns::refused);
  maintenance_records records{file, {}};
  for_each_record(lines, bad, [&] {
    const sla::interval during =
        lines.read(end, [work = read_interval(lines, start, end)](std::string_view) { return taking_time(work); });
    std::optional<sla::instant> at;
    if (!lines[announced].empty()) at = lines.read(announced, parse_instant);
    const sla::maintenance work{lines.read(kind, parse_maintenance_kind), during, at};
    const std::string_view name = lines[service].empty() ? "" : lines.read(service, parse_name);
    records.works.push_back({work, std::string(name), lines.line_number()});
  });
  return records;
}

sla::interval parse_outage_from(sla::instant start, std::string_view text, sla::instant going_on_until) {
  return {start, text.empty() ? std::max(start, going_on_until) : parse_instant(text)};
}

outage_records read_outages(const std::string& file, std::string_view only_service, sla::instant as_of,
                            bad_lines& bad) {
  enum : std::size_t { start, end, service, weight };
  static constexpr std::array columns{column{"start"}, column{"end"}, column{"service", column::presence::optional},
                                      column{"weight", column::presence::optional}};
  std::ifstream in = open_file(file);
  delimited_reader lines(in, file, layout::csv, columns, other_columns::refused);
  outage_records records{file, {}};
  if (!lines.has(service)) records.services.emplace(only_service, recorded_outages{});
  for_each_record(lines, bad, [&] {
    const sla::instant from = lines.read(start, parse_instant);
    const auto parse_outage = [&](std::string_view text) { return parse_outage_from(from, text, as_of); };
    const sla::interval outage = lines.read(end, parse_outage);
    const std::string_view name = lines.has(service) ? lines.read(service, parse_name) : only_service;
    if (lines[weight].empty()) {
      entry_of(records.services, name).full.push_back(outage);
      return;
    }
    const auto parse_part = [&](std::string_view text) { return sla::partial_outage(outage, parse_share(text)); };
    const sla::partial_outage part = lines.read(weight, parse_part);
    entry_of(records.services, name).partial.push_back(part);
  });
  return records;
}

}  // namespace program
