#ifndef SLA_PROGRAM_COMMAND_HPP
#define SLA_PROGRAM_COMMAND_HPP

#include <CLI/CLI.hpp>
#include <functional>

#include "bad_input.hpp"

namespace program {

enum class exit_status { answered = 0, target_missed = 1, bad_input = 2 };

/// What the command line asked for; it runs once all of the line has been understood.
using action = std::function<exit_status()>;

/// Refuses empty values of the options of a command, which would count as absent.
void refuse_empty_values(CLI::App& command);

/// What is wrong with a command line, with the help that lists what it may be. What is not known comes first: it may be what
/// is lacking, misspelt.
bad_input refused_line(const CLI::App& app, const CLI::ParseError& problem);

// Each adds its subcommand, which sets the action if it is chosen.
void add_report(CLI::App& app, action& chosen);
void add_due(CLI::App& app, action& chosen);
void add_notice(CLI::App& app, action& chosen);
void add_windows(CLI::App& app, action& chosen);
void add_availability(CLI::App& app, action& chosen);
void add_maintenance(CLI::App& app, action& chosen);
void add_what_if(CLI::App& app, action& chosen);
void add_explain(CLI::App& app, action& chosen);
void add_readings(CLI::App& app, action& chosen);
void add_diff(CLI::App& app, action& chosen);
void add_describe(CLI::App& app, action& chosen);

}  // namespace program

#endif
