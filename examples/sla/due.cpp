#include <fmt/format.h>

#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "bad_input.hpp"
#include "batch.hpp"
#include "command.hpp"
#include "names.hpp"
#include "report_json.hpp"
#include "report_text.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/time/text.hpp"
#include "times.hpp"

namespace program {

namespace {

struct due_options {
  std::string severity;
  std::string at;
  std::string confirmed;
  bool as_json = false;
  bool as_batch = false;
};

// ---- One question ---------------------------------------------------------------------------------------------------

/// One question and its answer.
struct due_answer {
  hbi::severity level;
  sla::instant reported;
  std::optional<sla::instant> confirmed;
  sla::deadline response;
  sla::deadline resolution;
};

due_answer answer(const due_options& options) {
  const hbi::support terms;
  const auto level = option_value("--severity", options.severity, parse_severity);
  const auto reported = option_value("--at", options.at, [&](std::string_view text) {
    const sla::instant at = parse_instant(text);
    static_cast<void>(sla::response_due(terms, level, at));  // refuses dates for which there is no calendar
    return at;
  });
  std::optional<sla::instant> confirmed;
  if (!options.confirmed.empty()) confirmed = option_value("--confirmed", options.confirmed, parse_instant);
  if (confirmed && *confirmed < reported)
    throw bad_input(fmt::format("--confirmed {}: is before the report; allowed: {} or later",
                                in_quotes(options.confirmed), sla::iso(reported)));
  return {level, reported, confirmed, sla::response_due(terms, level, reported),
          sla::resolution_due(terms, level, reported, confirmed)};
}

std::string deadline_text(const sla::deadline& due) {
  switch (due.status()) {
    case sla::deadline::state::due: return local_and_utc_text(due.at());
    case sla::deadline::state::not_started: return "not started: its clock runs from the confirmation (--confirmed)";
    case sla::deadline::state::not_promised: break;
  }
  return "not promised: handled case by case";
}

std::string strength_text(sla::obligation strength) {
  std::string words(sla::name_of(strength));
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string within_text(const sla::allowance& within) {
  if (const auto* real = std::get_if<sla::elapsed>(&within)) return fmt::format("{} elapsed time", *real);
  return std::visit([](auto amount) { return fmt::to_string(amount); }, within);
}

std::string promise_text(std::string_view name, const sla::deadline& due, const auto& target) {
  return fmt::format("{}{}\n            within {}; {}: what comes later is a {}\n", name, deadline_text(due),
                     within_text(target.within()), strength_text(target.strength()), word_for_miss(target.strength()));
}

std::string text_of(const due_answer& answered) {
  const auto& promised = hbi::support::severities[answered.level];
  std::string text = fmt::format("severity    {}\nreported    {}\n", severity_text(answered.level),
                                 local_and_utc_text(answered.reported));
  if (answered.confirmed) text += fmt::format("confirmed   {}\n", local_and_utc_text(*answered.confirmed));
  text += promise_text("response    ", answered.response, promised.response);
  if (!promised.resolution) return text + "resolution  " + deadline_text(answered.resolution) + '\n';
  return text + promise_text("resolution  ", answered.resolution, *promised.resolution);
}

nlohmann::ordered_json json_of(const sla::deadline& due) {
  return due.exists() ? nlohmann::ordered_json(sla::iso(due.at())) : nlohmann::ordered_json();
}

std::string json_of(const due_answer& answered) {
  const auto& promised = hbi::support::severities[answered.level];
  nlohmann::ordered_json object{{"severity", static_cast<int>(answered.level)},
                                {"reported_at", sla::iso(answered.reported)},
                                {"confirmed_at", nullptr},
                                {"response_due", json_of(answered.response)},
                                {"response_strength", sla::name_of(promised.response.strength())},
                                {"resolution_due", json_of(answered.resolution)},
                                {"resolution_status", sla::name_of(answered.resolution.status())},
                                {"resolution_strength", nullptr}};
  if (answered.confirmed) object["confirmed_at"] = sla::iso(*answered.confirmed);
  if (promised.resolution) object["resolution_strength"] = sla::name_of(promised.resolution->strength());
  return json_text(object);
}

// ---- Many questions -------------------------------------------------------------------------------------------------

struct due_pair {
  sla::deadline response;
  sla::deadline resolution;
};

/// An agreement with its readings, by name.
struct reading {
  std::string_view name;
  due_pair (*due)(hbi::severity, sla::instant);
};

/// `from` is both the report and the confirmation.
template <class Terms>
due_pair due_under(hbi::severity level, sla::instant from) {
  return {sla::response_due(Terms{}, level, from), sla::resolution_due(Terms{}, level, from, from)};
}

constexpr std::array readings{
    reading{"as_written", due_under<hbi::support>},
    reading{"office_hours", due_under<hbi::office_hours>},
    reading{"one_day", due_under<hbi::one_day>},
    reading{"business_date", due_under<hbi::business_date>},
    reading{"same_time", due_under<hbi::same_time>},
    reading{"desk_pauses", due_under<hbi::desk_pauses>},
    reading{"office_same_time", due_under<hbi::office_same_time>},
};

const reading& parse_reading(std::string_view text) {
  return text.empty() ? readings.front() : named(readings, text, "is no reading");
}

void append_deadline(std::string& out, const sla::deadline& due) {
  out += '\t';
  out += due.exists() ? sla::iso(due.at()) : "-";
}

exit_status answer_due_batch() {
  enum : std::size_t { severity, from, under };
  static constexpr std::array columns{column{"severity"}, column{"from"},
                                      column{"reading", column::presence::optional}};
  return answer_batch(columns, "response_due\tresolution_due", [](const delimited_reader& in, std::string& out) {
    const hbi::severity level = in.read(severity, parse_severity_number);
    const reading& chosen = in.read(under, [](std::string_view text) { return std::cref(parse_reading(text)); });
    const due_pair due = in.read(from, [&](std::string_view text) { return chosen.due(level, parse_instant(text)); });
    append_deadline(out, due.response);
    append_deadline(out, due.resolution);
  });
}

exit_status run(const due_options& options) {
  if (options.as_batch) return answer_due_batch();
  if (options.severity.empty()) throw CLI::RequiredError("--severity");
  if (options.at.empty()) throw CLI::RequiredError("--at");
  const due_answer answered = answer(options);
  write_output(options.as_json ? json_of(answered) : text_of(answered));
  return exit_status::answered;
}

}  // namespace

void add_due(CLI::App& app, action& chosen) {
  const auto options = std::make_shared<due_options>();
  CLI::App* command = app.add_subcommand("due", "When the response to an issue and its resolution are due");
  auto* severity = command->add_option("--severity", options->severity, "1 to 4, or critical, urgent, serious, minor");
  auto* at = command->add_option("--at", options->at, "When the issue was reported or identified");
  auto* confirmed = command->add_option("--confirmed", options->confirmed, "When it was replicated and confirmed");
  auto* json = command->add_flag("--json", options->as_json, "Answer as JSON");
  command
      ->add_flag("--batch", options->as_batch,
                 "Answer every line of a TSV table on standard input: severity, from, optional reading")
      ->excludes(severity, at, confirmed, json);
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace program
