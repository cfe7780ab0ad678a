#include "fleet_log.hpp"

#include <array>
#include <chrono>
#include <fstream>
#include <span>

#include "../sla/files.hpp"
#include "../sla/names.hpp"
#include "../sla/records.hpp"
#include "../sla/times.hpp"

namespace fleet {

using program::column;
using program::delimited_reader;

namespace {

/// Uses every line of a file. Half a line might pass for a whole one, so the last one must be ended, too.
void for_each_line(const std::string& file, std::span<const column> columns, auto use) {
  std::ifstream in = program::open_file(file);
  delimited_reader lines(in, file, program::layout::csv, columns, program::other_columns::carried);
  program::bad_lines bad(program::bad_lines::policy::stop);
  program::for_each_record(lines, bad, [&] {
    if (in.eof()) lines.refuse_line("is not ended; allowed: a newline at the end of the file");
    use(lines);
  });
}

/// A slot knows no parts of a service.
void refuse_part(std::string_view weight) {
  if (program::parse_share(weight) != sla::fraction{1, 1})
    program::refuse("is the outage of a part, which slots cannot tell", "100 %, or nothing");
}

}  // namespace

fleet_log::fleet_log(log_kind kind, const sla::downtime_map& nothing_yet)
    : kind_(kind), nothing_yet_(kind == log_kind::outages ? 1 : 2, nothing_yet) {}

void fleet_log::read(const std::string& file) {
  if (kind_ == log_kind::outages)
    read_outages(file);
  else
    read_probes(file);
}

std::vector<std::string> fleet_log::services() const {
  std::vector<std::string> names;
  names.reserve(services_.size());
  for (const auto& [name, maps] : services_) names.push_back(name);
  return names;
}

void fleet_log::append(const std::string& service, std::vector<std::byte>& to) const {
  const auto found = services_.find(service);
  for (const sla::downtime_map& map : found == services_.end() ? nothing_yet_ : found->second) {
    const std::vector<std::byte> bytes = map.bytes();
    to.insert(to.end(), bytes.begin(), bytes.end());
  }
}

sla::service_record fleet_log::record_from(std::string_view source, std::span<const std::byte> bytes) const {
  const auto slots_in = [&](layer which) {
    const sla::downtime_map& alike = nothing_yet_[which];
    const std::size_t size = bytes.size() / nothing_yet_.size();
    const auto part = bytes.subspan(which * size, size);
    return sla::downtime_map(alike.period(), alike.slot(), alike.rounding(), part).outages();
  };
  sla::service_record record = sla::service_record_of(source, slots_in(down));
  if (kind_ == log_kind::probes) record.unknown = sla::subtract({nothing_yet_[probed].period()}, slots_in(probed));
  return record;
}

void fleet_log::read_outages(const std::string& file) {
  enum : std::size_t { service, start, end, weight };
  static constexpr std::array columns{column{"service"}, column{"start"}, column{"end"},
                                      column{"weight", column::presence::optional}};
  for_each_line(file, columns, [&](const delimited_reader& line) {
    const sla::instant from = line.read(start, program::parse_instant);
    const auto parse_outage = [&](std::string_view text) {
      return program::parse_outage_from(from, text, nothing_yet_[down].period().ends_at());
    };
    const sla::interval outage = line.read(end, parse_outage);
    if (!line[weight].empty()) line.read(weight, refuse_part);
    layers_of(line, service)[down].add(outage);
  });
}

void fleet_log::read_probes(const std::string& file) {
  enum : std::size_t { service, at, state };
  static constexpr std::array columns{column{"service"}, column{"at"}, column{"state"}};
  for_each_line(file, columns, [&](const delimited_reader& line) {
    const sla::instant when = line.read(at, program::parse_instant);
    const sla::interval moment(when, when + std::chrono::milliseconds{1});
    const sla::probe_state found = line.read(state, program::parse_state);
    layers& maps = layers_of(line, service);
    maps[probed].add(moment);
    if (found == sla::probe_state::down) maps[down].add(moment);
  });
}

fleet_log::layers& fleet_log::layers_of(const delimited_reader& line, std::size_t service) {
  if (const auto known = services_.find(line[service]); known != services_.end()) return known->second;
  return services_.emplace(line.read(service, program::parse_name), nothing_yet_).first->second;
}

}  // namespace fleet
