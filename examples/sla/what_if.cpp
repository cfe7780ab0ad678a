#include "sla/availability/what_if.hpp"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>

#include "bad_input.hpp"
#include "command.hpp"
#include "files.hpp"
#include "names.hpp"
#include "outlook_text.hpp"
#include "record_options.hpp"
#include "report_text.hpp"
#include "sla/availability/error_budget.hpp"
#include "sla/time/text.hpp"
#include "text_table.hpp"
#include "times.hpp"

namespace program {

namespace {

struct what_if_options {
  std::string probes;
  std::string month;
  std::string offering;
  std::vector<std::string> services;
  std::string outage;
  std::string work;
  std::string announced;
  std::string kind = "routine";
  std::string as_of;
  record_options records;
};

struct proposal {
  std::optional<sla::interval> outage;
  std::optional<sla::maintenance> work;
};

proposal proposal_of(const what_if_options& options, std::chrono::year_month month) {
  const auto interval = [month](std::string_view text) {
    const sla::interval during = parse_interval(text);
    const sla::interval period = period_of(month);
    if (sla::intersect(during, period).empty())
      refuse(fmt::format("takes no time of {}", month_name(month)),
             fmt::format("some between {} and {}", sla::iso(period.starts_at()), sla::iso(period.ends_at())));
    return during;
  };
  if (!options.outage.empty()) return {option_value("--outage", options.outage, interval), {}};
  return {{},
          sla::maintenance{option_value("--kind", options.kind, parse_maintenance_kind),
                           option_value("--work", options.work, interval),
                           optional_instant("--announced", options.announced)}};
}

sla::what_if_answer ask(const month_question& asked, const service_month& service, const proposal& proposed,
                        sla::instant as_of) {
  const auto announced = asked.maintenance.of(service.service);
  return proposed.outage ? sla::what_if(asked.terms, asked.month, service.record, announced, *proposed.outage, as_of)
                         : sla::what_if(asked.terms, asked.month, service.record, announced, *proposed.work, as_of);
}

std::string answers_text(const month_question& asked, const std::vector<service_month>& services,
                         const proposal& proposed, sla::instant as_of) {
  text_table table("llrlrrrrr");
  table.add_headings({"service", "", "available", "verdict", "down", "excluded", "to come", "left", "worst case"});
  for (const service_month& each : services) {
    const auto add = [&](std::string name, std::string_view what, const sla::availability_result& result) {
      table.add({{std::move(name)},
                 {std::string(what)},
                 {share_or_dash(result.share())},
                 verdict_cell(result.verdict()),
                 {clock_text(result.down)},
                 {clock_text(result.excluded)},
                 {clock_text(result.to_come)},
                 {clock_text(sla::error_budget(result).left)},
                 {share_or_dash(result.worst_share())}});
    };
    const sla::what_if_answer answer = ask(asked, each, proposed, as_of);
    add(each.service, "as it stands", answer.without);
    add("", "with it", answer.with);
  }
  return table.text(paint(paint::when::automatic));
}

std::string proposal_text(const month_question& asked, const proposal& proposed) {
  const sla::interval during = proposed.outage ? *proposed.outage : proposed.work->during;
  const std::string times = fmt::format("{} to {}", local_text(during.starts_at()), local_text(during.ends_at()));
  if (proposed.outage) return fmt::format("what if   an outage from {}\n", times);
  const auto judged = sla::judge(asked.terms, *proposed.work);
  return fmt::format("what if   {} maintenance from {}\n          {}\n", sla::name_of(proposed.work->kind), times,
                     reason_text(judged));
}

exit_status run(const what_if_options& options) {
  if (options.outage.empty() == options.work.empty()) throw CLI::RequiredError("One of --outage and --work");
  const offering_choice* offering = choose_offering(options.offering);
  month_question asked = option_value("--month", options.month, parse_month_question);
  asked.services = options.services;
  const proposal proposed = proposal_of(options, asked.month);
  const auto asked_at = optional_instant("--as-of", options.as_of);
  bad_lines bad(bad_lines::policy::stop);
  options.records.apply_to(asked, bad);
  const probe_records records = read_probes(options.probes, needed_for(asked), asked_at, bad);
  refuse_unknown_services(asked, records, bad);
  const sla::instant as_of = asked_at ? *asked_at : records.last_at.value_or(period_of(asked.month).starts_at());
  const auto services = measure(asked, records, as_of);
  if (services.empty())
    throw bad_input(
        fmt::format("--month {}: {} holds no probe of that month by {}; allowed: a month with probes, or --service",
                    iso_month(asked.month), records.file, sla::iso(as_of)));
  write_output(fmt::format("{}records   {}\nas of     {}\n{}\n{}", month_text(asked, offering), records.file,
                           local_and_utc_text(as_of), proposal_text(asked, proposed),
                           answers_text(asked, services, proposed, as_of)));
  return exit_status::answered;
}

}  // namespace

void add_what_if(CLI::App& app, action& chosen) {
  const auto options = std::make_shared<what_if_options>();
  CLI::App* command = app.add_subcommand("what-if", "A month with an outage or with maintenance, before it happens");
  command->add_option("--probes", options->probes, "CSV: at,service,state[,http_status][,latency_ms]")->required();
  command->add_option("--month", options->month, "YYYY-MM")->required();
  command->add_option("--offering", options->offering, "An offering, or common, or spark");
  command->add_option("--service", options->services, "Only this service; may be repeated")->allow_extra_args(false);
  auto* outage = command->add_option("--outage", options->outage, "An outage from START/END");
  auto* work = command->add_option("--work", options->work, "Maintenance from START/END, down all the time");
  command->add_option("--announced", options->announced, "When the maintenance is announced; otherwise never")
      ->needs(work);
  command->add_option("--kind", options->kind, "routine or emergency; otherwise routine")->needs(work);
  command->add_option("--as-of", options->as_of, "Judge as of this instant; otherwise the last one in the records");
  add_record_options(*command, options->records);
  outage->excludes(work);
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace program
