#include <fmt/format.h>

#include <array>
#include <charconv>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bad_input.hpp"
#include "batch.hpp"
#include "command.hpp"
#include "names.hpp"
#include "outlook_text.hpp"
#include "record_options.hpp"
#include "records.hpp"
#include "report_figures.hpp"
#include "report_json.hpp"
#include "report_text.hpp"
#include "service_month.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/json/values.hpp"
#include "times.hpp"

namespace program {

namespace {

struct availability_options {
  std::string month;
  std::string offering;
  std::string outages;
  std::string probes;
  std::string as_of;
  record_options records;
  bool as_json = false;
  bool as_batch = false;
  bool fails_on_miss = false;
  bool skips_bad_lines = false;
};

// ---- One month ------------------------------------------------------------------------------------------------------

/// What the records say about the services, and how they were read.
///
/// probe_rule  none for records that name the outages
struct availability_answer {
  std::string_view file;
  std::string rule;
  std::optional<sla::probe_rule> probe_rule;
  sla::instant as_of;
  std::vector<service_month> services;
  std::vector<std::string> not_probed;
};

availability_answer from_outages(const month_question& asked, const std::string& file, std::string_view only_service,
                                 std::optional<sla::instant> asked_at, bad_lines& bad) {
  const sla::instant as_of = asked_at.value_or(period_of(asked.month).ends_at());
  const outage_records records = read_outages(file, only_service, as_of, bad);
  return {file, std::string(outage_rule), {}, as_of, measure(asked, records, as_of), {}};
}

availability_answer from_probes(month_question& asked, const std::string& file, std::optional<sla::instant> asked_at,
                                bad_lines& bad) {
  const probe_records records = read_probes(file, needed_for(asked), asked_at, bad);
  refuse_unknown_services(asked, records, bad);
  const sla::instant as_of = asked_at ? *asked_at : records.last_at.value_or(period_of(asked.month).starts_at());
  return {file,  rule_text(asked.rule),          asked.rule,
          as_of, measure(asked, records, as_of), services_not_probed(asked, records)};
}

/// The one service of a file of outages that names none.
constexpr std::string_view service_of_a_file = "service";

std::string text_of(const availability_answer& answer, const month_question& asked, const offering_choice* offering,
                    const bad_lines& bad) {
  return fmt::format("{}records   {}\n{}as of     {}\n\n{}{}", month_text(asked, offering), answer.file,
                     skipped_text(bad.skipped()), local_and_utc_text(answer.as_of),
                     availability_text(answer.services, answer.rule, answer.as_of, paint(paint::when::automatic)) +
                         maintenance_text(asked, answer.services, paint(paint::when::automatic)),
                     not_probed_text(answer.not_probed));
}

std::string json_of(const availability_answer& answer, const month_question& asked, const offering_choice* offering,
                    const bad_lines& bad) {
  return json_text({{"agreement", asked.terms.title},
                    {"reading", agreed().reading()},
                    {"edition", edition_json(asked.edition)},
                    {"month", iso_month(asked.month)},
                    {"offering", offering_json(offering)},
                    {"as_of", sla::instant_json(answer.as_of)},
                    {"records", records_json({answer.file}, asked.maintenance)},
                    {"skipped_lines", bad.skipped()},
                    {"probe_rule", answer.probe_rule ? rule_json(*answer.probe_rule) : nlohmann::ordered_json()},
                    {"maintenance", maintenance_json(asked)},
                    {"services", services_json(answer.services)},
                    {"services_not_probed", answer.not_probed}});
}

exit_status answer_month(const availability_options& options) {
  if (options.month.empty()) throw CLI::RequiredError("--month");
  if (options.outages.empty() == options.probes.empty()) throw CLI::RequiredError("One of --outages and --probes");
  const offering_choice* offering = choose_offering(options.offering);
  month_question asked = option_value("--month", options.month, parse_month_question);
  bad_lines bad(options.skips_bad_lines ? bad_lines::policy::skip : bad_lines::policy::stop);
  options.records.apply_to(asked, bad);
  const auto asked_at = optional_instant("--as-of", options.as_of);
  const availability_answer answer =
      options.probes.empty() ? from_outages(asked, options.outages,
                                            offering != nullptr ? offering->name : service_of_a_file, asked_at, bad)
                             : from_probes(asked, options.probes, asked_at, bad);
  write_output(options.as_json ? json_of(answer, asked, offering, bad) : text_of(answer, asked, offering, bad));
  return options.fails_on_miss && has_a_miss(answer.services) ? exit_status::target_missed : exit_status::answered;
}

// ---- Many months ----------------------------------------------------------------------------------------------------

int parse_digits(std::string_view text, std::size_t most, std::string_view allowed) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.size() > most || error != std::errc{} || end != text.data() + text.size() || value < 1)
    refuse("is no such number", allowed);
  return value;
}

std::chrono::year parse_year(std::string_view text) {
  return std::chrono::year{parse_digits(text, 4, "a year, like 2026")};
}

std::chrono::month parse_month_number(std::string_view text) {
  const std::chrono::month month{static_cast<unsigned>(parse_digits(text, 2, "1 to 12"))};
  if (!month.ok()) refuse("is no such number", "1 to 12");
  return month;
}

sla::interval_set parse_outages(std::string_view text) {
  if (text == "-") return {};
  std::vector<sla::interval> outages;
  for (;;) {
    const std::size_t end = text.find(';');
    outages.push_back(parse_interval(text.substr(0, end), "start/end;start/end, or -"));
    if (end == std::string_view::npos) return sla::interval_set(std::move(outages));
    text.remove_prefix(end + 1);
  }
}

exit_status answer_availability_batch() {
  enum : std::size_t { year, month, group, outages };
  static constexpr std::array columns{column{"year"}, column{"month"}, column{"offering_group"}, column{"outages"}};
  static constexpr std::array<std::string_view, 5> answers{"total_s", "unavailable_s", "met", "percent_num",
                                                           "percent_den"};
  if (!agreed().is_built_in())
    throw bad_input("--batch: asks about offerings, which only the built-in agreement has; allowed: --month");
  const offering_choice& common = parse_offering_group("common");
  const auto terms_of = [](const offering_choice& group) {
    loaded_agreement terms = agreed().latest();
    const auto windows = hbi::windows_of(group.offering);
    terms.maintenance_windows.assign(windows.begin(), windows.end());
    return terms;
  };
  const loaded_agreement common_terms = terms_of(common);
  const loaded_agreement spark_terms = terms_of(parse_offering_group("spark"));
  return answer_batch(columns, answers, [&](const delimited_reader& in, std::string& out) {
    const std::chrono::year_month asked{in.read(year, parse_year), in.read(month, parse_month_number)};
    const sla::interval period = in.read(year, [asked](std::string_view) { return period_of(asked); });
    const loaded_agreement& offering = in.read(group, [&](std::string_view text) {
      return std::cref(parse_offering_group(text).offering == common.offering ? common_terms : spark_terms);
    });
    const auto record = sla::service_record_of("<stdin>", in.read(outages, parse_outages));
    const auto result = sla::availability(offering, asked, record, period.ends_at());
    const sla::fraction percentage(result.share()->numerator() * 100, result.share()->denominator());
    fmt::format_to(std::back_inserter(out), "\t{:s}\t{:s}\t{}\t{}\t{}", period.length(), result.down,
                   result.verdict() == sla::availability_verdict::met ? 1 : 0, percentage.numerator(),
                   percentage.denominator());
  });
}

exit_status run(const availability_options& options) {
  return options.as_batch ? answer_availability_batch() : answer_month(options);
}

}  // namespace

void add_availability(CLI::App& app, action& chosen) {
  const auto options = std::make_shared<availability_options>();
  CLI::App* command = app.add_subcommand("availability", "The availability of services in a month");
  auto* month = command->add_option("--month", options->month, "YYYY-MM");
  auto* offering = command->add_option("--offering", options->offering, "An offering by its name, or common, or spark");
  auto* outages = command->add_option("--outages", options->outages,
                                      "CSV with all outages: start,end[,service][,weight]; one without an end goes on");
  auto* probes = command->add_option("--probes", options->probes, "CSV: at,service,state[,http_status][,latency_ms]");
  auto* as_of = command->add_option("--as-of", options->as_of, "Judge as of this instant");
  const auto [maintenance, failures, longest_gap] = add_record_options(*command, options->records);
  auto* json = command->add_flag("--json", options->as_json, "Answer as JSON");
  auto* fail = command->add_flag("--fail-on-miss", options->fails_on_miss, "Exit with 1 if an objective was missed");
  auto* skip =
      command->add_flag("--skip-bad-lines", options->skips_bad_lines, "Report bad lines and go on without them");
  outages->excludes(probes, failures, longest_gap);
  command
      ->add_flag("--batch", options->as_batch,
                 "Answer every line of a TSV table on standard input: year, month, offering_group (common or spark), "
                 "outages (start/end;start/end, or -)")
      ->excludes(month, offering, outages, probes, as_of, maintenance, failures, longest_gap, json, fail, skip);
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace program
