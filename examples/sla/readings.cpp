#include <fmt/format.h>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bad_input.hpp"
#include "command.hpp"
#include "contract.hpp"
#include "files.hpp"
#include "names.hpp"
#include "records.hpp"
#include "report_text.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/policy/describe.hpp"
#include "text_table.hpp"
#include "times.hpp"

namespace program {

namespace {

// ---- One instant under every reading ----------------------------------------------------------------------------------

struct readings_options {
  std::string severity;
  std::string at;
  std::string confirmed;
};

std::string due_text(const sla::deadline& due) {
  return due.exists() ? local_text(due.at()) : sla::in_words(sla::name_of(due.status()));
}

/// How far one deadline lies from another.
///
/// example  "+2 d 15 h", "-8 h"; empty if they are the same
std::string difference_text(const sla::deadline& one, const sla::deadline& as_agreed) {
  if (one == as_agreed) return "";
  if (!one.exists() || !as_agreed.exists()) return "other";
  const sla::elapsed later{one.at() - as_agreed.at()};
  return fmt::format("{}{}", later > sla::elapsed{} ? "+" : "", later);
}

exit_status compare(const readings_options& options) {
  const severity level = option_value("--severity", options.severity, parse_severity);
  const sla::instant reported = option_value("--at", options.at, [&](std::string_view text) {
    const sla::instant at = parse_instant(text);
    static_cast<void>(sla::response_due(agreed().at(at), level, at));  // refuses what no edition and no calendar covers
    return at;
  });
  const auto confirmed = optional_instant("--confirmed", options.confirmed);
  const auto response = [&](const loaded_agreement& terms) { return sla::response_due(terms, level, reported); };
  const auto resolution = [&](const loaded_agreement& terms) {
    return sla::resolution_due(terms, level, reported, confirmed);
  };
  const loaded_agreement& terms = agreed().at(reported);
  const auto as_agreed = option_value(confirmed ? "--confirmed" : "--at", confirmed ? options.confirmed : options.at,
                                      [&](std::string_view) { return resolution(terms); });
  text_table table("llrlr");
  table.add_headings({"reading", "response due", "", "resolution due", ""});
  table.add({{agreed().reading()}, {due_text(response(terms))}, {""}, {due_text(as_agreed)}, {""}});
  for (const auto& [name, other] : agreed().other_readings(reported)) try {
      table.add({{name},
                 {due_text(response(other))},
                 {difference_text(response(other), response(terms)), style::notable},
                 {due_text(resolution(other))},
                 {difference_text(resolution(other), as_agreed), style::notable}});
    } catch (const sla::error&) {
      table.add({{name}, {"cannot be read so", style::dim}, {""}, {"cannot be read so", style::dim}, {""}});
    }
  std::string text = agreement_text(agreed(), terms.title);
  if (agreed().has_editions())
    text += fmt::format("edition   {} applies\n", agreed().editions().in_force(reported).name);
  text += fmt::format("severity  {}\nreported  {}\n", severity_text(level), local_and_utc_text(reported));
  if (confirmed) text += fmt::format("confirmed {}\n", local_and_utc_text(*confirmed));
  write_output(text + '\n' + table.text(paint(paint::when::automatic)));
  return exit_status::answered;
}

// ---- Two readings of every ticket -------------------------------------------------------------------------------------

struct diff_options {
  std::string tickets;
  std::vector<std::string> readings;
  std::string as_of;
};

std::string stand_text(const sla::commitment<severity>& stand) {
  const std::string state = sla::in_words(sla::name_of(stand.state));
  return stand.due.exists() ? fmt::format("{}, due {}", state, local_text(stand.due.at())) : state;
}

exit_status differ(const diff_options& options) {
  std::optional<sla::instant> asked_at;
  if (!options.as_of.empty()) asked_at = option_value("--as-of", options.as_of, parse_instant);
  const auto under = [](const std::string& reading) {
    return option_value("--reading", reading, [](std::string_view text) { return agreed().under(text); });
  };
  const contract one = under(options.readings.front());
  const contract other = under(options.readings.back());
  bad_lines bad(bad_lines::policy::stop);
  const ticket_records by_one = read_tickets(one, options.tickets, asked_at, bad);
  const ticket_records by_other = read_tickets(other, options.tickets, asked_at, bad);
  if (!by_one.last_at) throw bad_input(options.tickets + ": holds no ticket; allowed: at least one, or --as-of TIME");
  const sla::instant as_of = asked_at.value_or(*by_one.last_at);

  text_table table("llllll");
  table.add_headings({"ticket", "sev", "", one.reading(), other.reading(), agreed().has_editions() ? "edition" : ""});
  std::int64_t changed = 0;
  for (const auto& [name, life] : by_one.tickets) {
    const auto before = life.assess(as_of);
    const auto after = by_other.tickets.at(name).assess(as_of);
    if (!before) continue;
    for (const sla::commitment_kind kind : {sla::commitment_kind::response, sla::commitment_kind::resolution}) {
      const auto& a = (*before)[kind];
      const auto& b = (*after)[kind];
      if (a.state == b.state) continue;
      ++changed;
      table.add({{name},
                 {fmt::to_string(static_cast<int>(b.severity))},
                 {std::string(sla::name_of(kind))},
                 {stand_text(a)},
                 {stand_text(b)},
                 {life.edition().name, style::dim}});
    }
  }
  const std::string& title = agreed().latest().title;
  std::string text =
      fmt::format("agreement {}\n{}records   {}: {}\nas of     {}\n\n", title, editions_text(agreed(), title),
                  by_one.file, plural(std::ssize(by_one.tickets), "ticket"), local_and_utc_text(as_of));
  if (changed > 0) text += table.text(paint(paint::when::automatic)) + '\n';
  write_output(text + fmt::format("{} between {} and {}\n",
                                  changed == 1 ? "1 verdict differs" : fmt::format("{} verdicts differ", changed),
                                  one.reading(), other.reading()));
  return exit_status::answered;
}

}  // namespace

void add_readings(CLI::App& app, action& chosen) {
  const auto options = std::make_shared<readings_options>();
  CLI::App* command = app.add_subcommand("readings", "When one issue is due under every reading of the agreement");
  command->add_option("--severity", options->severity, "A level of the agreement by its number or its name")
      ->required();
  command->add_option("--at", options->at, "When the issue was reported or identified")->required();
  command->add_option("--confirmed", options->confirmed, "When it was replicated and confirmed; otherwise not yet");
  command->callback([options, &chosen] { chosen = [options] { return compare(*options); }; });
}

void add_diff(CLI::App& app, action& chosen) {
  const auto options = std::make_shared<diff_options>();
  CLI::App* command = app.add_subcommand("diff", "Which tickets' verdicts two readings of the agreement disagree on");
  command->add_option("--tickets", options->tickets, "CSV: ticket,at,event,severity[,role][,channel]")->required();
  command->add_option("--reading", options->readings, "One of the two readings")->required()->expected(2);
  command->add_option("--as-of", options->as_of, "Judge as of this instant; otherwise the last one in the records");
  command->callback([options, &chosen] { chosen = [options] { return differ(*options); }; });
}

}  // namespace program
