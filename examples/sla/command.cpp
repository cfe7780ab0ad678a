#include "command.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "report_text.hpp"

namespace program {

namespace {

/// What is wrong with an option that is given too often, too seldom or without a value.
std::string values_text(const CLI::App& command, const CLI::ArgumentMismatch& problem) {
  const std::string_view said = problem.what();
  for (const CLI::Option* option : command.get_options()) {
    if (!said.starts_with(option->get_name() + ':')) continue;
    const auto given = static_cast<int>(option->count());
    const int least = option->get_items_expected_min();
    const bool are_counted = given != 0 && (given < least || option->get_items_expected_max() < given);
    return fmt::format("{}: has {}; allowed: {}", option->get_name(), are_counted ? plural(given, "value") : "no value",
                       least);
  }
  return problem.what();
}

std::string complaint(const CLI::App& app, const CLI::App& command, const CLI::ParseError& problem) {
  if (app.remaining_size(true) > 0) return in_quotes(app.remaining(true).front()) + ": is not expected there";
  if (const auto* mismatch = dynamic_cast<const CLI::ArgumentMismatch*>(&problem))
    return values_text(command, *mismatch);
  return problem.what();
}

}  // namespace

void refuse_empty_values(CLI::App& command) {
  const CLI::Validator not_empty([](const std::string& value) { return value.empty() ? "it is empty" : ""; }, "");
  for (CLI::Option* option : command.get_options())
    if (option->get_items_expected_max() > 0) option->check(not_empty);
}

bad_input refused_line(const CLI::App& app, const CLI::ParseError& problem) {
  const auto commands = app.get_subcommands();
  const CLI::App& command = commands.empty() ? app : *commands.front();
  return bad_input(fmt::format("{}: {}; see {} {}--help", app.get_name(), complaint(app, command, problem),
                               app.get_name(), commands.empty() ? "" : command.get_name() + ' '));
}

}  // namespace program
