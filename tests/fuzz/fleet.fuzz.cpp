// Any texts, as the logs of a fleet: whichever rank reads which of them, in which order and how often, the maps of a service
// are the same, and hold the slots that its outages touch or its probes saw. The first letter says what the logs tell, a
// form feed stands between two of them.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../../examples/fleet/fleet_log.hpp"
#include "contract.hpp"
#include "law.hpp"
#include "memory_file.hpp"
#include "records.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

using namespace std::chrono;
using sla_fuzz::expect;
using sla_fuzz::memory_file;

namespace {

constexpr std::size_t most_logs = 4;
constexpr seconds slot = 10min;

const sla::interval& day() {
  static const sla::interval whole{sla::first_instant(sla::us_eastern, sla::civil_day{2026y / November / 1}),
                                   sla::first_instant(sla::us_eastern, sla::civil_day{2026y / November / 2})};
  return whole;
}

fleet::fleet_log empty_log(fleet::log_kind kind) {
  return {kind, sla::downtime_map(day(), slot, sla::part_slots::touched)};
}

std::vector<std::byte> bytes_of(const fleet::fleet_log& log, const std::string& service) {
  std::vector<std::byte> bytes;
  log.append(service, bytes);
  expect(bytes.size() == log.bytes_of_a_service(), "the maps of every service have the same size");
  return bytes;
}

std::vector<std::string> services_of(const fleet::fleet_log& log) {
  std::vector<std::string> services = log.services();
  std::ranges::sort(services);
  return services;
}

void expect_same(const fleet::fleet_log& a, const fleet::fleet_log& b, const char* law) {
  expect(services_of(a) == services_of(b), law);
  for (const std::string& service : a.services()) expect(bytes_of(a, service) == bytes_of(b, service), law);
}

/// The logs, all of them read; none if one is refused, which names it.
std::optional<fleet::fleet_log> read_all(fleet::log_kind kind, const std::vector<std::string>& files) {
  fleet::fleet_log log = empty_log(kind);
  for (const std::string& file : files) try {
      log.read(file);
    } catch (const program::bad_input& problem) {
      expect(std::string_view{problem.what()}.starts_with(file), "a refusal names the log");
      return std::nullopt;
    }
  return log;
}

/// Each log on a rank of its own, their bytes combined.
void judge_ranks(fleet::log_kind kind, const std::vector<std::string>& files, const fleet::fleet_log& together) {
  std::vector<fleet::fleet_log> ranks;
  for (const std::string& file : files) ranks.push_back(*read_all(kind, {file}));
  for (const std::string& service : together.services()) {
    std::vector<std::byte> united(together.bytes_of_a_service());
    for (const fleet::fleet_log& rank : ranks)
      std::ranges::transform(united, bytes_of(rank, service), united.begin(), std::bit_or{});
    expect(united == bytes_of(together, service), "the bytes of all ranks make up those of one");
  }
}

// ---- What lies in the slots ---------------------------------------------------------------------------------------------

/// The slots of the day that these intervals touch.
sla::interval_set touched(const std::vector<sla::interval>& intervals) {
  std::vector<sla::interval> slots;
  for (sla::instant at = day().starts_at(); at < day().ends_at(); at += slot)
    if (std::ranges::any_of(intervals, [at](const sla::interval& each) {
          return each.starts_at() < each.ends_at() && each.starts_at() < at + slot && at < each.ends_at();
        }))
      slots.emplace_back(at, at + slot);
  return sla::interval_set(std::move(slots));
}

/// Once more by the readers of `sla availability`, which keep each outage and each probe.
void judge_slots(fleet::log_kind kind, const std::vector<std::string>& files, const fleet::fleet_log& log) {
  const std::string service = log.services().empty() ? "nobody" : services_of(log).front();
  std::vector<sla::interval> down;
  std::vector<sla::interval> probed;
  program::bad_lines none(program::bad_lines::policy::stop);
  try {
    for (const std::string& file : files) {
      if (kind == fleet::log_kind::outages) {
        for (const auto& [name, outages] : program::read_outages(file, "all", day().ends_at(), none).services)
          if (name == service) down.insert(down.end(), outages.full.begin(), outages.full.end());
      } else {
        for (const auto& [name, probes] : program::read_probes(file, {}, {}, none).services)
          for (const program::timed_probe& each : probes) {
            if (name != service) continue;
            (each.state == sla::probe_state::down ? down : probed).emplace_back(each.at, each.at + 1ms);
          }
      }
    }
  } catch (const program::bad_input&) {
    return;  // other columns, which logs of a fleet may have
  }
  const sla::service_record record = log.record_from("log", bytes_of(log, service));
  expect(record.down == touched(down), "the slots that an outage touches are down, and no others");
  probed.insert(probed.end(), down.begin(), down.end());
  if (kind == fleet::log_kind::probes)
    expect(record.unknown == sla::subtract({day()}, touched(probed)), "of slots without a probe nothing is known");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool is_ready = (program::agree_on(program::contract::built_in()), true);
  if (!is_ready || size == 0 || (data[0] != 'o' && data[0] != 'p')) return 0;
  const fleet::log_kind kind = data[0] == 'o' ? fleet::log_kind::outages : fleet::log_kind::probes;

  std::vector<std::unique_ptr<memory_file>> logs;
  std::vector<std::string> files;
  for (const std::string_view part : sla_fuzz::parts_of(sla_fuzz::text_of(data + 1, size - 1), '\f', most_logs))
    files.push_back(logs.emplace_back(std::make_unique<memory_file>(part))->name());
  const std::optional<fleet::fleet_log> log = read_all(kind, files);

  std::vector<std::string> twice = files;
  twice.insert(twice.end(), files.rbegin(), files.rend());
  const std::optional<fleet::fleet_log> again = read_all(kind, twice);
  expect(log.has_value() == again.has_value(), "a log that can be read can be read twice");
  if (!log) return 0;
  expect_same(*log, *again, "logs that are read again tell nothing new");
  const std::vector<std::string> backwards(files.rbegin(), files.rend());
  expect_same(*log, *read_all(kind, backwards), "logs may come in any order");
  judge_ranks(kind, files, *log);
  judge_slots(kind, files, *log);
  const std::string nobody(1, '\x01');  // is no name
  expect(bytes_of(*log, nobody) == bytes_of(empty_log(kind), nobody), "of an unknown service nothing is told");
  return 0;
}
