// The program `sla`: judges tickets and probes against a service level agreement, and answers single questions about it.

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <ios>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bad_input.hpp"
#include "command.hpp"
#include "contract.hpp"
#include "files.hpp"
#include "report_text.hpp"
#include "sla/version.hpp"

namespace {

using program::exit_status;

/// Empty values, which would count as absent, and subcommands that there are not.
///
/// throws  bad_input for a subcommand; values are refused as they are read
void refuse_what_is_not_known(CLI::App& app, std::span<char* const> arguments) {
  const CLI::Validator not_empty([](const std::string& value) { return value.empty() ? "it is empty" : ""; }, "");
  const std::string first = arguments.size() > 1 ? arguments[1] : "";
  bool is_known = first.empty() || first.starts_with('-');
  std::string names;
  for (CLI::App* command : app.get_subcommands({})) {
    for (CLI::Option* option : command->get_options())
      if (option->get_items_expected_max() > 0) option->check(not_empty);
    is_known |= command->check_name(first);
    names.append(names.empty() ? "" : ", ").append(command->get_name());
  }
  if (!is_known)
    throw program::bad_input(fmt::format("sla {}: is no subcommand; allowed: {}", program::in_quotes(first), names));
}

/// Refuses the command line, with the help that lists what it may be.
[[noreturn]] void refuse_line(const CLI::App& app, std::string_view complaint) {
  const auto commands = app.get_subcommands();
  throw program::bad_input(
      fmt::format("sla: {}; see sla {}--help", complaint, commands.empty() ? "" : commands.front()->get_name() + ' '));
}

/// An option that is given too often, too seldom or without a value.
std::string values_text(const CLI::App& app, const CLI::ArgumentMismatch& problem) {
  const std::string_view said = problem.what();
  for (const CLI::App* command : app.get_subcommands())
    for (const CLI::Option* option : command->get_options()) {
      if (!said.starts_with(option->get_name() + ':')) continue;
      const auto given = static_cast<int>(option->count());
      const int least = option->get_items_expected_min();
      const bool are_counted = given != 0 && (given < least || option->get_items_expected_max() < given);
      return fmt::format("{}: has {}; allowed: {}", option->get_name(),
                         are_counted ? program::plural(given, "value") : "no value", least);
    }
  return problem.what();
}

exit_status run(int argc, char** argv) {
  CLI::App app("Answers what a service level agreement promises, and whether it was kept.", "sla");
  app.set_version_flag("--version", std::string(sla::version));
  app.require_subcommand(1);
  app.footer(
      "Times are ISO 8601 with Z or an offset; without one they are read on the agreement's clocks.\n"
      "Exit status: 0 answered, 1 a target was missed (only with --fail-on-miss), 2 bad input.");
  program::action chosen;
  program::add_report(app, chosen);
  program::add_due(app, chosen);
  program::add_notice(app, chosen);
  program::add_windows(app, chosen);
  program::add_availability(app, chosen);
  program::add_maintenance(app, chosen);
  program::add_what_if(app, chosen);
  program::add_explain(app, chosen);
  program::add_readings(app, chosen);
  program::add_diff(app, chosen);
  program::add_describe(app, chosen);
  std::vector<std::string> files;
  std::string reading;
  for (CLI::App* command : app.get_subcommands({})) {
    command
        ->add_option("--agreement", files,
                     "TOML; may be repeated, one edition a file; otherwise Harvard Business Impact's policy")
        ->allow_extra_args(false);
    if (command->get_option_no_throw("--reading") == nullptr)
      command->add_option("--reading", reading,
                          "as_written, an alternative, or changes such as holds=recognised,due_time=same_time_of_day");
  }
  refuse_what_is_not_known(app, {argv, argv + argc});
  try {
    app.parse(argc, argv);
    program::agree_on(files.empty() ? program::contract::built_in() : program::contract::from_files(files));
    if (!reading.empty())
      program::agree_on(program::option_value("--reading", reading,
                                              [](std::string_view text) { return program::agreed().under(text); }));
    return chosen();
  } catch (const CLI::Success& asked_for_help) {
    std::ostringstream help;
    app.exit(asked_for_help, help, help);
    program::write_output(std::move(help).str());
    return exit_status::answered;
  } catch (const CLI::ExtrasError&) {
    refuse_line(app, program::in_quotes(app.remaining(true).front()) + ": is not expected there");
  } catch (const CLI::ArgumentMismatch& problem) {
    refuse_line(app, values_text(app, problem));
  } catch (const CLI::ParseError& problem) {
    refuse_line(app, problem.what());
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow any more is a disk that is full
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const program::bad_input& problem) {
    fmt::print(stderr, "{}\n", problem.what());
  } catch (const std::exception& problem) {
    fmt::print(stderr, "sla: {}\n", problem.what());
  }
  return static_cast<int>(exit_status::bad_input);
}
