#ifndef SLA_PROGRAM_RECORD_OPTIONS_HPP
#define SLA_PROGRAM_RECORD_OPTIONS_HPP

#include <string>

#include "bad_input.hpp"
#include "command.hpp"
#include "service_month.hpp"

namespace program {

/// How probes are read, and which maintenance was announced.
struct record_options {
  std::string maintenance;
  std::string failures;
  std::string longest_gap;

  /// Adds them to a question.
  ///
  /// throws  bad_input
  void apply_to(records_question& asked, bad_lines& bad) const;
};

/// The options that a command has then.
struct added_record_options {
  CLI::Option* maintenance;
  CLI::Option* failures;
  CLI::Option* longest_gap;
};

added_record_options add_record_options(CLI::App& command, record_options& options);

}  // namespace program

#endif
