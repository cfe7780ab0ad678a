#include <fmt/format.h>

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "bad_input.hpp"
#include "batch.hpp"
#include "command.hpp"
#include "contract.hpp"
#include "judging_edition.hpp"
#include "names.hpp"
#include "report_json.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/clock/explanation.hpp"
#include "sla/fmt/explanation.hpp"
#include "sla/json/values.hpp"
#include "sla/policy/describe.hpp"
#include "sla/time/text.hpp"
#include "times.hpp"

namespace program {

namespace {

struct due_options {
  std::string severity;
  std::string at;
  std::string confirmed;
  bool is_explained = false;
  bool as_json = false;
  bool as_batch = false;
};

// ---- One question ---------------------------------------------------------------------------------------------------

/// One question and its answer.
struct due_answer {
  const contract_edition& edition;
  severity level;
  sla::instant reported;
  std::optional<sla::instant> confirmed;
  sla::deadline response;
  sla::deadline resolution;
};

due_answer answer(const due_options& options) {
  const auto level = option_value("--severity", options.severity, parse_severity);
  const auto reported = option_value("--at", options.at, [&](std::string_view text) {
    const sla::instant at = parse_instant(text);
    static_cast<void>(sla::response_due(agreed().at(at), level, at));  // refuses what no edition and no calendar covers
    return at;
  });
  const auto confirmed = optional_instant("--confirmed", options.confirmed);
  const auto& edition = agreed().editions().in_force(reported);
  const auto resolution_due = [&](std::string_view) {
    return sla::resolution_due(edition.terms, level, reported, confirmed);
  };
  return {edition,
          level,
          reported,
          confirmed,
          sla::response_due(edition.terms, level, reported),
          confirmed ? option_value("--confirmed", options.confirmed, resolution_due)
                    : option_value("--at", options.at, resolution_due)};
}

std::string deadline_text(const sla::deadline& due) {
  switch (due.status()) {
    case sla::deadline::state::due: return local_and_utc_text(due.at());
    case sla::deadline::state::not_started: return "not started: its clock runs from the confirmation (--confirmed)";
    case sla::deadline::state::not_promised: break;
  }
  return "not promised: handled case by case";
}

std::string promise_text(std::string_view name, const sla::deadline& due, const auto& target) {
  return fmt::format("{}{}\n            within {}; {}: what comes later is a {}\n", name, deadline_text(due),
                     sla::text_of(target.within()), sla::in_words(sla::name_of(target.strength())),
                     word_for_miss(target.strength()));
}

std::string text_of(const due_answer& answered) {
  const auto& promised = answered.edition.terms.severities[answered.level];
  std::string text = judged_by_text(answered.edition, 12);
  text += fmt::format("severity    {}\nreported    {}\n", severity_text(answered.level),
                      local_and_utc_text(answered.reported));
  if (answered.confirmed) text += fmt::format("confirmed   {}\n", local_and_utc_text(*answered.confirmed));
  text += promise_text("response    ", answered.response, promised.response);
  if (!promised.resolution) return text + "resolution  " + deadline_text(answered.resolution) + '\n';
  return text + promise_text("resolution  ", answered.resolution, *promised.resolution);
}

/// Why both are due when they are.
std::string explanation_text(const due_answer& answered) {
  std::string text;
  for (const sla::commitment_kind kind : {sla::commitment_kind::response, sla::commitment_kind::resolution}) {
    const sla::explanation why =
        sla::explain(answered.edition.terms, kind, answered.level, answered.reported, answered.confirmed);
    if (why.segments.empty() || !why.running) continue;
    text += fmt::format("\nwhy the {} is due then\n{}", sla::name_of(kind),
                        sla::table_text(answered.edition.terms.zone, why));
  }
  return text;
}

std::optional<sla::instant> instant_of(const sla::deadline& due) {
  return due.exists() ? std::optional{due.at()} : std::nullopt;
}

std::string json_of(const due_answer& answered) {
  const auto& promised = answered.edition.terms.severities[answered.level];
  nlohmann::ordered_json object{{"agreement", answered.edition.terms.title},
                                {"reading", agreed().reading()},
                                {"edition", nullptr},
                                {"severity", static_cast<int>(answered.level)},
                                {"reported_at", sla::instant_json(answered.reported)},
                                {"confirmed_at", sla::json_or_null(answered.confirmed)},
                                {"response_due", sla::json_or_null(instant_of(answered.response))},
                                {"response_strength", sla::name_of(promised.response.strength())},
                                {"resolution_due", sla::json_or_null(instant_of(answered.resolution))},
                                {"resolution_status", sla::name_of(answered.resolution.status())},
                                {"resolution_strength", nullptr}};
  if (agreed().has_editions()) object["edition"] = answered.edition.name;
  if (promised.resolution) object["resolution_strength"] = sla::name_of(promised.resolution->strength());
  return json_text(object);
}

// ---- Many questions -------------------------------------------------------------------------------------------------

struct due_pair {
  sla::deadline response;
  sla::deadline resolution;
};

/// The contract under every reading that a batch has asked for, made once each.
class readings {
 public:
  /// throws  bad_value
  const contract& operator[](std::string_view name) {
    if (name.empty()) return agreed();
    const auto known = by_name_.find(name);
    return known != by_name_.end() ? known->second
                                   : by_name_.emplace(std::string(name), agreed().under(name)).first->second;
  }

 private:
  std::map<std::string, contract, std::less<>> by_name_;
};

/// `from` is both the report and the confirmation.
due_pair due_under(const contract& by, severity level, sla::instant from) {
  const loaded_agreement& terms = by.at(from);
  return {sla::response_due(terms, level, from), sla::resolution_due(terms, level, from, from)};
}

void append_deadline(std::string& out, const sla::deadline& due) {
  out += '\t';
  out += due.exists() ? sla::iso(due.at()) : "-";
}

exit_status answer_due_batch() {
  enum : std::size_t { level, from, under };
  static constexpr std::array columns{column{"severity"}, column{"from"},
                                      column{"reading", column::presence::optional}};
  static constexpr std::array<std::string_view, 2> answers{"response_due", "resolution_due"};
  readings known;
  return answer_batch(columns, answers, [&known](const delimited_reader& in, std::string& out) {
    const severity asked = in.read(level, parse_severity);
    const contract& by = in.read(under, [&known](std::string_view text) { return std::cref(known[text]); });
    const due_pair due = in.read(
        from, [&](std::string_view text) { return due_under(by, asked, parse_instant_on(by.latest().zone, text)); });
    append_deadline(out, due.response);
    append_deadline(out, due.resolution);
  });
}

exit_status run(const due_options& options) {
  if (options.as_batch) return answer_due_batch();
  if (options.severity.empty()) throw CLI::RequiredError("--severity");
  if (options.at.empty()) throw CLI::RequiredError("--at");
  const due_answer answered = answer(options);
  std::string text = options.as_json ? json_of(answered) : text_of(answered);
  if (options.is_explained) text += explanation_text(answered);
  write_output(text);
  return exit_status::answered;
}

}  // namespace

void add_due(CLI::App& app, action& chosen) {
  const auto options = std::make_shared<due_options>();
  CLI::App* command = app.add_subcommand("due", "When the response to an issue and its resolution are due");
  auto* level =
      command->add_option("--severity", options->severity, "A level of the agreement by its number or its name");
  auto* at = command->add_option("--at", options->at, "When the issue was reported or identified");
  auto* confirmed =
      command->add_option("--confirmed", options->confirmed, "When it was replicated and confirmed; otherwise not yet");
  auto* json = command->add_flag("--json", options->as_json, "Answer as JSON");
  auto* explain =
      command->add_flag("--explain", options->is_explained, "Show what counts until then, and what does not");
  json->excludes(explain);
  command
      ->add_flag(
          "--batch", options->as_batch,
          "Answer every line of a TSV table on standard input: severity, from (report and confirmation), optional "
          "reading")
      ->excludes(level, at, confirmed, explain, json);
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace program
