// The program `sla`: judges tickets and probes against a service level agreement, and answers single questions about it.

#include <fmt/format.h>

#include <csignal>
#include <exception>
#include <ios>
#include <span>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "bad_input.hpp"
#include "command.hpp"
#include "contract.hpp"
#include "files.hpp"
#include "sla/version.hpp"
#include "terminal.hpp"

namespace {

using program::exit_status;

/// throws  bad_input for a subcommand that there is not
void refuse_unknown_subcommand(const CLI::App& app, std::span<char* const> arguments) {
  const std::string first = arguments.size() > 1 ? arguments[1] : "";
  bool is_known = first.empty() || first.starts_with('-');
  std::string names;
  for (const CLI::App* command : app.get_subcommands({})) {
    is_known |= command->check_name(first);
    names.append(names.empty() ? "" : ", ").append(command->get_name());
  }
  if (!is_known)
    throw program::bad_input(fmt::format("sla {}: is no subcommand; allowed: {}", program::in_quotes(first), names));
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
    program::refuse_empty_values(*command);
  }
  refuse_unknown_subcommand(app, {argv, argv + argc});
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
  } catch (const CLI::ParseError& problem) {
    throw program::refused_line(app, problem);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow any more is a disk that is full
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const program::bad_input& problem) {
    program::print_problem(problem.what());
  } catch (const std::exception& problem) {
    program::print_problem(fmt::format("sla: {}", problem.what()));
  }
  return static_cast<int>(exit_status::bad_input);
}
