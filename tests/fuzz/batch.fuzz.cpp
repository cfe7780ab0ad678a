// Any text, as a table of questions on standard input, for due instants or for notice: all of it is answered, each line as if
// it stood alone and as the compiled agreement answers, or nothing is printed and the first line that cannot be answered is
// named, which cannot be answered alone either. The first letter of the text says which command is asked.

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command.hpp"
#include "delimited.hpp"
#include "law.hpp"
#include "memory_file.hpp"
#include "names.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/time/text.hpp"
#include "times.hpp"

using sla_fuzz::expect;

namespace {

constexpr std::size_t most_lines = 12;

/// What the program printed, or what it complained of.
struct outcome {
  std::string printed;
  std::string complaint;
};

/// One command of the program with --batch.
class batch {
 public:
  using adder = void (*)(CLI::App&, program::action&);

  batch(adder add, std::string name) {
    CLI::App app;
    add(app, ask_);
    app.parse(std::vector<std::string>{"--batch", std::move(name)});
  }

  outcome operator()(std::string_view table) const {
    std::istringstream in{std::string(table)};
    std::streambuf* const before = std::cin.rdbuf(in.rdbuf());
    std::cin.clear();
    outcome seen;
    try {
      expect(ask_() == program::exit_status::answered, "what is answered ends as such");
    } catch (const program::bad_input& problem) {
      const std::string_view complaints = problem.what();
      seen.complaint = complaints.substr(0, complaints.find('\n'));
    }
    std::cin.rdbuf(before);
    std::fflush(stdout);
    seen.printed = output().take();
    return seen;
  }

 private:
  /// Where standard output goes.
  static const sla_fuzz::memory_file& output() {
    static const sla_fuzz::memory_file file;
    static const bool is_redirected = dup2(file.descriptor(), STDOUT_FILENO) != -1;
    expect(is_redirected, "standard output can be redirected");
    return file;
  }

  program::action ask_;
};

// ---- One line alone ---------------------------------------------------------------------------------------------------

/// The number of the line that a complaint is about.
std::size_t line_of(std::string_view complaint) {
  constexpr std::string_view file = "<stdin>:";
  expect(complaint.starts_with(file), "a complaint names the table");
  std::size_t line = 0;
  for (const char digit : complaint.substr(file.size())) {
    if (digit < '0' || '9' < digit) break;
    line = 10 * line + static_cast<std::size_t>(digit - '0');
  }
  return line;
}

std::string without_its_line(std::string_view complaint) {
  const std::size_t behind = complaint.find(": ");
  return std::string(complaint.substr(behind));
}

/// all  what was printed for the whole table
void judge(const batch& ask, std::string_view table, const outcome& all) {
  const std::vector<std::string_view> lines = sla_fuzz::parts_of(table, '\n', most_lines);
  const auto alone = [&](std::string_view line) {
    return ask(std::string(lines[0]) + '\n' + std::string(line) + '\n');
  };
  if (lines[0].empty() || lines[0] == "\r" || lines[0].find('\r') < lines[0].size() - 1)
    return;  // the header is elsewhere
  if (!all.complaint.empty()) {
    expect(all.printed.empty(), "who complains prints nothing");
    const std::size_t bad = line_of(all.complaint);
    if (bad < 2 || lines.size() <= bad) return;
    expect(without_its_line(alone(lines[bad - 1]).complaint) == without_its_line(all.complaint),
           "what is wrong with a line is wrong with it alone");
    std::string before;
    for (std::size_t i = 0; i + 1 < bad; ++i) before.append(lines[i]) += '\n';
    expect(ask(before).complaint.empty(), "the first bad line is named");
    return;
  }
  if (lines.size() == most_lines) return;
  std::string together = alone("").printed;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string printed = alone(lines[i]).printed;
    const std::size_t header = printed.find('\n') + 1;
    expect(header != 0 && printed.compare(0, header, together, 0, header) == 0, "every table has the same header");
    together += printed.substr(header);
  }
  expect(together == all.printed, "every line is answered as if it stood alone");
}

// ---- What the library answers -----------------------------------------------------------------------------------------

std::string text_of(const sla::deadline& due) { return due.exists() ? sla::iso(due.at()) : "-"; }

template <class Terms>
std::string due_by(program::severity level, sla::instant from) {
  const auto asked = static_cast<sla::severity_of<Terms>>(level);
  return text_of(sla::response_due(Terms{}, asked, from)) + '\t' +
         text_of(sla::resolution_due(Terms{}, asked, from, from));
}

struct compiled_reading {
  std::string_view name;
  std::string (*answer)(program::severity, sla::instant);
};

namespace hbi = sla::harvard_business_impact;
constexpr std::array compiled_readings{compiled_reading{"", due_by<hbi::support>},
                                       compiled_reading{"as_written", due_by<hbi::support>},
                                       compiled_reading{"office_hours", due_by<hbi::office_hours>},
                                       compiled_reading{"one_day", due_by<hbi::one_day>},
                                       compiled_reading{"business_date", due_by<hbi::business_date>},
                                       compiled_reading{"same_time", due_by<hbi::same_time>},
                                       compiled_reading{"desk_pauses", due_by<hbi::desk_pauses>},
                                       compiled_reading{"office_same_time", due_by<hbi::office_same_time>}};

/// Holds the answers against those of the compiled agreement.
void compare(std::string_view table, std::string_view printed, std::span<const program::column> columns, auto answer) {
  if (printed.empty()) return;
  std::istringstream in{std::string(table)};
  program::delimited_reader questions(in, "<stdin>", program::layout::tsv, columns, program::other_columns::carried);
  printed.remove_prefix(printed.find('\n') + 1);
  while (questions.next()) {
    const std::string_view line = printed.substr(0, printed.find('\n'));
    printed.remove_prefix(line.size() + 1);
    const std::string expected = answer(questions);
    expect(expected.empty() || line == std::string(questions.line()) + '\t' + expected,
           "the program answers as the compiled agreement does");
  }
  expect(printed.empty(), "there are no more answers than questions");
}

void ask_due(std::string_view table) {
  static const batch ask(program::add_due, "due");
  static constexpr std::array columns{program::column{"severity"}, program::column{"from"},
                                      program::column{"reading", program::column::presence::optional}};
  const outcome all = ask(table);
  judge(ask, table, all);
  compare(table, all.printed, columns, [](const program::delimited_reader& question) {
    const auto reading = std::ranges::find(compiled_readings, question[2], &compiled_reading::name);
    return reading == compiled_readings.end()
               ? std::string{}
               : reading->answer(program::parse_severity(question[0]), program::parse_instant(question[1]));
  });
}

void ask_notice(std::string_view table) {
  static const batch ask(program::add_notice, "notice");
  static constexpr std::array columns{program::column{"direction"}, program::column{"at"}};
  const outcome all = ask(table);
  judge(ask, table, all);
  compare(table, all.printed, columns, [](const program::delimited_reader& question) {
    const sla::instant at = program::parse_instant(question[1]);
    return sla::iso(question[0] == "earliest_start" ? sla::earliest_start(hbi::support{}, at)
                                                    : sla::latest_notice(hbi::support{}, at));
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool is_ready = (program::agree_on(program::contract::built_in()), true);
  if (!is_ready || size == 0) return 0;
  const std::string_view table = sla_fuzz::text_of(data + 1, size - 1);
  switch (data[0]) {
    case 'd': ask_due(table); break;
    case 'n': ask_notice(table); break;
    default: break;
  }
  return 0;
}
