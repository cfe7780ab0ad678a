#include "record_options.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>

namespace program {

namespace {

int parse_failures(std::string_view text) {
  int number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc{} || end != text.data() + text.size())
    refuse("is no such number", fmt::format("1 to {}", std::numeric_limits<int>::max()));
  return number;
}

}  // namespace

void record_options::apply_to(records_question& asked, bad_lines& bad) const {
  if (!failures.empty())
    asked.rule = option_value("--failures", failures,
                              [&](std::string_view text) { return asked.rule.after_failures(parse_failures(text)); });
  if (!longest_gap.empty())
    asked.rule = option_value("--longest-gap", longest_gap,
                              [&](std::string_view text) { return asked.rule.known_for(parse_length(text)); });
  if (!maintenance.empty()) asked.maintenance = read_maintenance(maintenance, bad);
}

added_record_options add_record_options(CLI::App& command, record_options& options) {
  return {
      command.add_option("--maintenance", options.maintenance,
                         "CSV with maintenance outside the windows: start,end,kind,announced[,service]"),
      command.add_option("--failures", options.failures, "So many failed probes in a row make an outage; otherwise 1"),
      command.add_option("--longest-gap", options.longest_gap,
                         "Between probes further apart nothing is known, such as 10min; otherwise any gap is known")};
}

}  // namespace program
