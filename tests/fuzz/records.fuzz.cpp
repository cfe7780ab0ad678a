// Any text as a file of tickets, probes, outages or maintenance, or as a table on standard input: lines are used or refused
// with bad_input, and what was used is written and read again as the same. The first letter of the text says which kind of
// file the rest is.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "delimited.hpp"
#include "law.hpp"
#include "memory_file.hpp"
#include "records.hpp"
#include "sla/toml/values.hpp"

using sla_fuzz::expect;
using sla_fuzz::memory_file;

namespace {

/// Up to when outages without an end go on.
constexpr sla::instant as_of = std::chrono::sys_days{std::chrono::year{2026} / 12 / 1};

const program::contract& terms() {
  program::agree_on(program::contract::built_in());
  return program::agreed();
}

/// Calls `read` with all lines that cannot be used left out, and with the first one an error.
std::int64_t skipped_by(auto read) {
  program::bad_lines skipped(program::bad_lines::policy::skip);
  try {
    read(skipped);
  } catch (const program::bad_input&) {
    return -1;  // the header
  }
  program::bad_lines none(program::bad_lines::policy::stop);
  try {
    read(none);
    expect(skipped.skipped() == 0, "what skips no line stops at none");
  } catch (const program::bad_input&) {
    expect(skipped.skipped() > 0, "what stops at a line skips it");
  }
  return skipped.skipped();
}

// ---- Written and read again -------------------------------------------------------------------------------------------

/// One line of fields, all of them quoted.
std::string line(std::initializer_list<std::string_view> fields) {
  std::string text;
  for (const std::string_view field : fields) {
    text += text.empty() ? "\"" : ",\"";
    for (const char letter : field) text += letter == '"' ? "\"\"" : std::string(1, letter);
    text += '"';
  }
  return text + "\r\n";
}

/// The records of a text that the target has written.
auto read_written(const std::string& text, auto read) {
  const memory_file file(text);
  program::bad_lines none(program::bad_lines::policy::stop);
  try {
    return read(file.name(), none);
  } catch (const program::bad_input&) {
    expect(false, "what is written is read");
    throw;
  }
}

bool same(const sla::commitment<program::severity>& a, const sla::commitment<program::severity>& b) {
  return a.state == b.state && a.due == b.due && a.severity == b.severity && a.fulfilled_at == b.fulfilled_at &&
         a.withdrawn_at == b.withdrawn_at;
}

bool same(const std::optional<sla::assessment<program::severity>>& a,
          const std::optional<sla::assessment<program::severity>>& b) {
  if (a.has_value() != b.has_value()) return false;
  return !a || (same(a->response, b->response) && same(a->resolution, b->resolution));
}

/// Ticket by ticket, the history of each.
void judge_written(const std::string& file, const program::contract& by, const program::ticket_records& records) {
  constexpr std::size_t most = 4;
  if (records.tickets.empty() || records.tickets.size() > most) return;
  std::string text = line({"ticket", "at", "event", "severity"});
  for (const auto& [name, ticket] : records.tickets) {
    program::bad_lines bad(program::bad_lines::policy::skip);
    for (const auto& each : program::read_tickets(by, file, {}, bad, name).history)
      text += line({name, sla::iso(each.what.at), sla::name_of(each.what.kind),
                    each.what.severity ? std::to_string(static_cast<int>(*each.what.severity)) : ""});
  }
  const auto again = read_written(
      text, [&](const std::string& written, auto& bad) { return program::read_tickets(by, written, {}, bad); });
  expect(again.events == records.events && again.last_at == records.last_at, "events are read as they were written");
  expect(std::ranges::equal(again.tickets, records.tickets,
                            [&](const auto& a, const auto& b) {
                              return a.first == b.first &&
                                     same(a.second.assess(*again.last_at), b.second.assess(*records.last_at));
                            }),
         "tickets are read as they were written");
}

void judge_written(const program::probe_records& records) {
  std::string text = line({"at", "service", "state", "http_status", "latency_ms"});
  for (const auto& [name, probes] : records.services)
    for (const program::timed_probe& each : probes)
      text += line({sla::iso(each.at), name, each.state == sla::probe_state::up ? "up" : "down", "",
                    each.latency_ms == program::timed_probe::not_timed ? "" : std::to_string(each.latency_ms)});
  const auto again = read_written(
      text, [](const std::string& written, auto& bad) { return program::read_probes(written, {}, {}, bad); });
  expect(again.probes == records.probes && again.last_at == records.last_at, "probes are counted as they were written");
  const auto is_same = [](const program::timed_probe& a, const program::timed_probe& b) {
    return a.at == b.at && a.state == b.state && a.latency_ms == b.latency_ms;
  };
  expect(std::ranges::equal(again.services, records.services,
                            [&](const auto& a, const auto& b) {
                              return a.first == b.first && std::ranges::equal(a.second, b.second, is_same);
                            }),
         "probes are read as they were written");
}

void judge_written(program::outage_records records) {
  std::erase_if(records.services,
                [](const auto& each) { return each.second.full.empty() && each.second.partial.empty(); });
  std::string text = line({"weight", "service", "start", "end"});
  for (const auto& [name, outages] : records.services) {
    for (const sla::interval& each : outages.full)
      text += line({"", name, sla::iso(each.starts_at()), sla::iso(each.ends_at())});
    for (const sla::partial_outage& each : outages.partial)
      text += line({sla::detail::share_for_toml(each.weight()), name, sla::iso(each.during().starts_at()),
                    sla::iso(each.during().ends_at())});
  }
  const auto again = read_written(
      text, [](const std::string& written, auto& bad) { return program::read_outages(written, "all", as_of, bad); });
  const auto is_same = [](const sla::partial_outage& a, const sla::partial_outage& b) {
    return a.during() == b.during() && a.weight() == b.weight();
  };
  expect(std::ranges::equal(again.services, records.services,
                            [&](const auto& a, const auto& b) {
                              return a.first == b.first && a.second.full == b.second.full &&
                                     std::ranges::equal(a.second.partial, b.second.partial, is_same);
                            }),
         "outages are read as they were written");
}

void judge_written(const program::maintenance_records& records) {
  std::string text = line({"service", "announced", "kind", "start", "end"});
  for (const program::announced_work& each : records.works)
    text += line({each.service, each.work.announced ? sla::iso(*each.work.announced) : "", sla::name_of(each.work.kind),
                  sla::iso(each.work.during.starts_at()), sla::iso(each.work.during.ends_at())});
  const auto again =
      read_written(text, [](const std::string& written, auto& bad) { return program::read_maintenance(written, bad); });
  expect(std::ranges::equal(again.works, records.works,
                            [](const program::announced_work& a, const program::announced_work& b) {
                              return a.service == b.service && a.work.kind == b.work.kind &&
                                     a.work.during == b.work.during && a.work.announced == b.work.announced;
                            }),
         "maintenance is read as it was written");
}

// ---- Read ---------------------------------------------------------------------------------------------------------------

void read_tickets(const std::string& file, const program::contract& by) {
  skipped_by([&](program::bad_lines& bad) {
    const program::ticket_records records = program::read_tickets(by, file, {}, bad);
    expect(static_cast<std::int64_t>(records.tickets.size()) <= records.events, "every ticket has an event");
    expect(records.tickets.empty() == (records.events == 0), "every event belongs to a ticket");
    try {
      for (const auto& [name, ticket] : records.tickets)
        expect(ticket.assess(*records.last_at).has_value(), "a ticket can be assessed");
      judge_written(file, by, records);
    } catch (const sla::coverage_error&) {
      return;
    }
  });
}

void read_probes(const std::string& file) {
  skipped_by([&](program::bad_lines& bad) {
    const program::probe_records records = program::read_probes(file, {}, {}, bad);
    std::int64_t probes = 0;
    for (const auto& [service, seen] : records.services) probes += static_cast<std::int64_t>(seen.size());
    expect(probes == records.probes, "every probe belongs to a service");
    judge_written(records);
  });
}

void read_table(std::string_view text) {
  static constexpr std::array columns{program::column{"severity"},
                                      program::column{"at", program::column::presence::optional}};
  std::istringstream in{std::string(text)};
  try {
    program::delimited_reader lines(in, "<stdin>", program::layout::tsv, columns, program::other_columns::carried);
    while (lines.next()) expect(text.find(lines[0]) != std::string_view::npos, "a field stands in the text");
  } catch (const program::bad_input&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const program::contract& by = terms();
  if (size == 0) return 0;
  const std::string_view text = sla_fuzz::text_of(data + 1, size - 1);
  const memory_file file(text);
  switch (data[0]) {
    case 't': read_tickets(file.name(), by); break;
    case 'p': read_probes(file.name()); break;
    case 'o':
      skipped_by([&](auto& bad) { judge_written(program::read_outages(file.name(), "all", as_of, bad)); });
      break;
    case 'm': skipped_by([&](auto& bad) { judge_written(program::read_maintenance(file.name(), bad)); }); break;
    case 's': read_table(text); break;
    default: break;
  }
  return 0;
}
