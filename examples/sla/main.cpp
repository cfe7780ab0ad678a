// The program `sla`: judges tickets and probes against the Harvard Business Impact agreement, and answers single
// questions about it.

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <ios>
#include <string>

#include "bad_input.hpp"
#include "command.hpp"
#include "sla/version.hpp"

namespace {

using program::exit_status;

exit_status run(int argc, char** argv) {
  CLI::App app("Answers what a service level agreement promises, and whether it was kept.", "sla");
  app.set_version_flag("--version", std::string(sla::version));
  app.require_subcommand(1);
  app.footer(
      "Times are ISO 8601 with Z or an offset; without one they are read on the agreement's clocks, US Eastern.\n"
      "Exit status: 0 answered, 1 a target was missed (only with --fail-on-miss), 2 bad input.");
  program::action chosen;
  program::add_report(app, chosen);
  program::add_due(app, chosen);
  program::add_notice(app, chosen);
  program::add_windows(app, chosen);
  program::add_availability(app, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked_for_help) {
    app.exit(asked_for_help);
    return exit_status::answered;
  }
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
