#include "names.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>
#include <span>

namespace program {

namespace {

constexpr std::array offerings{
    offering_choice{"manage_mentor", "Harvard ManageMentor", hbi::offering::manage_mentor},
    offering_choice{"publishing_collection", "Harvard Business Publishing Collection",
                    hbi::offering::publishing_collection},
    offering_choice{"manage_mentor_spark", "Harvard ManageMentor Spark", hbi::offering::manage_mentor_spark},
    offering_choice{"hbr_spark", "HBR Spark", hbi::offering::hbr_spark},
    offering_choice{"leadership_skill_camps", "Leadership Skill Camps", hbi::offering::leadership_skill_camps},
    offering_choice{"learning_sprints", "Learning Sprints", hbi::offering::learning_sprints},
    offering_choice{"blended_programs", "Blended Programs", hbi::offering::blended_programs},
    offering_choice{"common", "all offerings but Spark", hbi::offering::manage_mentor},
    offering_choice{"spark", "Harvard ManageMentor Spark", hbi::offering::manage_mentor_spark},
};

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string number_text(severity level) { return fmt::to_string(static_cast<int>(level)); }

/// What two spellings of a name have in common: its ASCII letters, in lower case, and digits.
std::string spelling_of(std::string_view name) {
  std::string spelling;
  for (const char c : name) {
    if (('a' <= c && c <= 'z') || ('0' <= c && c <= '9')) spelling += c;
    if ('A' <= c && c <= 'Z') spelling += static_cast<char>(c - 'A' + 'a');
  }
  return spelling;
}

bool is_utf8(std::string_view text) try {
  static_cast<void>(nlohmann::json(text).dump());
  return true;
} catch (const nlohmann::json::type_error&) {
  return false;
}

}  // namespace

severity parse_severity(std::string_view text) {
  const auto& levels = agreed().latest().severities;
  std::string numbers;
  for (const auto& each : levels) {
    if (text == each.name || text == number_text(each.level)) return each.level;
    numbers.append(number_text(each.level)).append(", ");
  }
  refuse("is no severity", numbers + names_of(levels));
}

std::string severity_text(severity level) {
  return fmt::format("{} {}", static_cast<int>(level), agreed().latest().severities.name_of(level));
}

std::string_view word_for_miss(sla::obligation strength) {
  return strength == sla::obligation::firm ? "breach" : "missed objective";
}

const offering_choice& parse_offering(std::string_view text) {
  for (const offering_choice& each : offerings)
    if (spelling_of(text) == spelling_of(each.name) || spelling_of(text) == spelling_of(each.title)) return each;
  refuse("is no offering", names_of(offerings));
}

const offering_choice* choose_offering(std::string_view option_text) {
  if (!agreed().is_built_in()) {
    if (option_text.empty()) return nullptr;
    throw bad_input(
        fmt::format("--offering {}: only the built-in agreement has offerings; allowed: --agreement without it",
                    in_quotes(option_text)));
  }
  if (option_text.empty()) throw CLI::RequiredError("--offering");
  const offering_choice& chosen =
      option_value("--offering", option_text, [](std::string_view text) { return std::cref(parse_offering(text)); });
  agree_on(agreed().with_windows(hbi::windows_of(chosen.offering)));
  return &chosen;
}

const offering_choice& parse_offering_group(std::string_view text) {
  return named(std::span(offerings).last<2>(), text, "is no group of offerings");
}

std::string_view parse_name(std::string_view text) {
  const auto is_control = [](char c) { return (0 <= c && c < ' ') || c == '\x7f'; };
  const bool holds_byte_order_mark = text.find(byte_order_mark) != std::string_view::npos;
  if (text.empty() || std::ranges::any_of(text, is_control) || holds_byte_order_mark || !is_utf8(text))
    refuse("is no name", "at least one character of UTF-8, no control characters, no byte order mark");
  return text;
}

}  // namespace program
