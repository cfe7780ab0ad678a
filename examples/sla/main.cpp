// The program `sla`: judges tickets and probes against a service level agreement, and answers single questions about it.

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <ios>
#include <string>
#include <string_view>
#include <vector>

#include "bad_input.hpp"
#include "command.hpp"
#include "contract.hpp"
#include "sla/version.hpp"

namespace {

using program::exit_status;

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
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked_for_help) {
    app.exit(asked_for_help);
    return exit_status::answered;
  }
  program::agree_on(files.empty() ? program::contract::built_in() : program::contract::from_files(files));
  if (!reading.empty())
    program::agree_on(program::option_value("--reading", reading,
                                            [](std::string_view text) { return program::agreed().under(text); }));
  return chosen();
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const program::bad_input& problem) {
    fmt::print(stderr, "{}\n", problem.what());
  } catch (const CLI::ParseError& problem) {
    fmt::print(stderr, "sla: {}; see sla --help\n", problem.what());
  } catch (const std::exception& problem) {
    fmt::print(stderr, "sla: {}\n", problem.what());
  }
  return static_cast<int>(exit_status::bad_input);
}
