#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bad_input.hpp"
#include "command.hpp"
#include "files.hpp"
#include "names.hpp"
#include "record_options.hpp"
#include "records.hpp"
#include "report_figures.hpp"
#include "report_html.hpp"
#include "report_json.hpp"
#include "report_months.hpp"
#include "report_text.hpp"
#include "service_month.hpp"
#include "terminal.hpp"
#include "times.hpp"

namespace program {

namespace {

constexpr std::string_view default_offering = "manage_mentor";

struct report_options {
  std::string tickets;
  std::string probes;
  std::string month;
  std::string offering;
  std::vector<std::string> services;
  std::string json;
  std::string html;
  std::string as_of;
  record_options records;
  bool fails_on_miss = false;
  bool skips_bad_lines = false;
  std::string colour = "auto";
};

paint parse_colour(std::string_view text) {
  struct known_choice {
    std::string_view name;
    paint::when chosen;
  };
  static constexpr std::array choices{known_choice{"auto", paint::when::automatic},
                                      known_choice{"always", paint::when::always},
                                      known_choice{"never", paint::when::never}};
  return paint(named(choices, text, "is no choice").chosen);
}

/// The instant asked about, or else the last one in the records.
sla::instant as_of_or_last(std::optional<sla::instant> as_of, const std::optional<ticket_records>& tickets,
                           const std::optional<probe_records>& probes) {
  std::optional<sla::instant> last = as_of;
  if (!as_of && tickets) last = tickets->last_at;
  if (!as_of && probes) last = std::max(last, probes->last_at);
  if (!last) throw bad_input("the records hold no instant to judge them at; allowed: records, or --as-of TIME");
  return *last;
}

/// Writes the forms of a report that are asked for to their files; - prints one in place of the text.
void write_report(std::vector<new_file> forms, std::string text) {
  const auto printed = std::ranges::find(forms, "-", &new_file::file);
  if (printed != forms.end()) {
    text = std::move(printed->text);
    forms.erase(printed);
  }
  write_output(text, forms);
}

void write_report(const report_options& options, const report_figures& figures, const paint& colour) {
  std::vector<new_file> forms;
  if (!options.json.empty()) forms.push_back({options.json, json_text(report_json(figures))});
  if (!options.html.empty()) forms.push_back({options.html, report_html(figures)});
  write_report(std::move(forms), report_text(figures, colour));
}

/// Which month stands for all of the records.
constexpr std::string_view all_months = "all";

exit_status run_all_months(const report_options& options) {
  if (!options.html.empty())
    throw bad_input(fmt::format("--html {}: there is no page of all months; allowed: --json, or one month",
                                in_quotes(options.html)));
  if (options.probes.empty() || !options.tickets.empty())
    throw bad_input("--month all: is about availability alone; allowed: --probes without --tickets");
  const offering_choice* offering =
      choose_offering(options.offering.empty() && agreed().is_built_in() ? default_offering : options.offering);
  const paint colour = option_value("--color", options.colour, parse_colour);
  const auto asked_at = optional_instant("--as-of", options.as_of);
  bad_lines bad(options.skips_bad_lines ? bad_lines::policy::skip : bad_lines::policy::stop);
  const probe_records records = read_probes(options.probes, {}, asked_at, bad);
  const sla::instant as_of = as_of_or_last(asked_at, {}, records);
  records_question asked{options.services};
  options.records.apply_to(asked, bad);
  refuse_unknown_services(asked, records, bad);
  const auto measured = [&](std::string_view) { return measure_all_months(asked, records, as_of); };
  const months_figures figures{offering,
                               as_of,
                               records.file,
                               records.probes,
                               bad.skipped(),
                               asked,
                               option_value("--month", options.month, measured)};
  std::vector<new_file> forms;
  if (!options.json.empty()) forms.push_back({options.json, json_text(months_json(figures))});
  write_report(std::move(forms), months_text(figures, colour));
  const bool missed =
      std::ranges::any_of(figures.months, [](const measured_month& each) { return has_a_miss(each.services); });
  return options.fails_on_miss && missed ? exit_status::target_missed : exit_status::answered;
}

/// throws  bad_input if a form of the report would replace what it is made of, or what is printed
void refuse_what_would_be_lost(const report_options& options) {
  const std::array forms{std::pair("--json", options.json), std::pair("--html", options.html)};
  for (const auto& [option, form] : forms)
    if (is_standard_output(form))
      throw bad_input(fmt::format("{} {}: is standard output; allowed: another file, or - in place of the text", option,
                                  in_quotes(form)));
  const auto keep = [&](const std::string& read, std::string_view what) {
    for (const auto& [option, form] : forms)
      if (is_same_file(form, read))
        throw bad_input(fmt::format("{} {}: {}; allowed: another file", option, in_quotes(form), what));
  };
  for (const std::string& records : {options.tickets, options.probes, options.records.maintenance})
    keep(records, "these are the records");
  for (const std::string& edition : agreed().files()) keep(edition, "this is the agreement");
}

exit_status run(const report_options& options) {
  refuse_what_would_be_lost(options);
  if (options.month == all_months) return run_all_months(options);
  if (options.tickets.empty() && options.probes.empty()) throw CLI::RequiredError("--tickets or --probes");
  if (!options.html.empty() && (options.html == options.json || is_same_file(options.html, options.json)))
    throw bad_input(fmt::format("--html {}: --json writes there; allowed: another file", in_quotes(options.html)));
  const offering_choice* offering =
      choose_offering(options.offering.empty() && agreed().is_built_in() ? default_offering : options.offering);
  month_question asked = option_value("--month", options.month, parse_month_question);
  asked.services = options.services;
  const paint colour = option_value("--color", options.colour, parse_colour);
  const auto asked_at = optional_instant("--as-of", options.as_of);

  bad_lines bad(options.skips_bad_lines ? bad_lines::policy::skip : bad_lines::policy::stop);
  options.records.apply_to(asked, bad);
  std::optional<ticket_records> tickets;
  std::optional<probe_records> probes;
  if (!options.tickets.empty()) tickets = read_tickets(agreed(), options.tickets, asked_at, bad);
  if (!options.probes.empty()) {
    probes = read_probes(options.probes, needed_for(asked), asked_at, bad);
    refuse_unknown_services(asked, *probes, bad);
  }

  const sla::instant as_of = as_of_or_last(asked_at, tickets, probes);
  report_figures figures{asked, offering, as_of, {}, {}, bad.skipped()};
  if (tickets) figures.tickets = judge(*tickets, as_of);
  if (probes) figures.services = judge(asked, *probes, as_of);
  write_report(options, figures, colour);
  return options.fails_on_miss && has_a_miss(figures) ? exit_status::target_missed : exit_status::answered;
}

}  // namespace

void add_report(CLI::App& app, action& chosen) {
  const auto options = std::make_shared<report_options>();
  CLI::App* command = app.add_subcommand("report", "Judges tickets, and a month's availability and latency");
  command->add_option("--tickets", options->tickets,
                      "CSV: ticket,at,event,severity[,role][,channel]; all of them are judged, whatever the month");
  auto* probes = command->add_option("--probes", options->probes, "CSV: at,service,state[,http_status][,latency_ms]");
  command->add_option("--month", options->month, "YYYY-MM, or all; limits probes, not tickets")->required();
  command->add_option("--offering", options->offering, "An offering, or common, or spark; otherwise manage_mentor");
  auto* service = command->add_option("--service", options->services, "Only this service; may be repeated")
                      ->allow_extra_args(false);
  command->add_option("--json", options->json,
                      "Write the same figures to a file as JSON; - prints them in place of the text");
  command->add_option("--html", options->html,
                      "Write the same figures to a file as a page; - prints it in place of the text");
  command->add_option("--as-of", options->as_of,
                      "Judge as of this instant, and no ticket reported later; otherwise the last one in the records");
  const auto [maintenance, failures, longest_gap] = add_record_options(*command, options->records);
  for (CLI::Option* about_probes : {service, maintenance, failures, longest_gap}) about_probes->needs(probes);
  command->add_flag("--fail-on-miss", options->fails_on_miss, "Exit with 1 if anything was missed");
  command->add_flag("--skip-bad-lines", options->skips_bad_lines, "Report bad lines and go on without them");
  command->add_option("--color", options->colour, "auto, always or never");
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace program
