// Any text as a file of tickets, probes, outages or maintenance, or as a table on standard input: lines are used or refused
// with bad_input. The first letter of the text says which kind of file the rest is.

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

#include "delimited.hpp"
#include "law.hpp"
#include "records.hpp"

using sla_fuzz::expect;

namespace {

/// A file in memory, opened by its name.
class memory_file {
 public:
  explicit memory_file(std::string_view text) {
    expect(descriptor_ != -1 && write(descriptor_, text.data(), text.size()) == static_cast<ssize_t>(text.size()),
           "there is memory for a file");
  }
  memory_file(const memory_file&) = delete;
  memory_file& operator=(const memory_file&) = delete;
  ~memory_file() { close(descriptor_); }

  std::string name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_ = memfd_create("fuzz", 0);
};

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

void read_tickets(const std::string& file, const program::contract& by) {
  skipped_by([&](program::bad_lines& bad) {
    const program::ticket_records records = program::read_tickets(by, file, {}, bad);
    for (const auto& [name, ticket] : records.tickets) {
      try {
        expect(ticket.assess(*records.last_at).has_value(), "a ticket can be assessed");
      } catch (const sla::coverage_error&) {
        continue;
      }
    }
    expect(static_cast<std::int64_t>(records.tickets.size()) <= records.events, "every ticket has an event");
    expect(records.tickets.empty() == (records.events == 0), "every event belongs to a ticket");
  });
}

void read_probes(const std::string& file) {
  skipped_by([&](program::bad_lines& bad) {
    const program::probe_records records = program::read_probes(file, {}, {}, bad);
    std::int64_t probes = 0;
    for (const auto& [service, seen] : records.services) probes += static_cast<std::int64_t>(seen.size());
    expect(probes == records.probes, "every probe belongs to a service");
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
    case 'o': skipped_by([&](auto& bad) { program::read_outages(file.name(), "all", bad); }); break;
    case 'm': skipped_by([&](auto& bad) { program::read_maintenance(file.name(), bad); }); break;
    case 's': read_table(text); break;
    default: break;
  }
  return 0;
}
