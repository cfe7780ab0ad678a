#include <fmt/format.h>

#include <memory>
#include <string>

#include "bad_input.hpp"
#include "command.hpp"
#include "files.hpp"
#include "judging_edition.hpp"
#include "names.hpp"
#include "outlook_text.hpp"
#include "record_options.hpp"
#include "report_text.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/policy/describe.hpp"
#include "times.hpp"

namespace program {

namespace {

struct maintenance_options {
  std::string offering;
  std::string during;
  std::string announced;
  std::string kind = "routine";
  std::string next;
  std::string at;
};

std::string work_text(const contract_edition& edition, const sla::maintenance& work) {
  const sla::maintenance_judgement judged = sla::judge(edition.terms, work);
  const auto parts_text = [](std::string_view where, const sla::interval_set& parts) {
    std::string text;
    for (const sla::interval& each : parts)
      text += fmt::format("  {:<14}  {} to {}\n", where, local_text(each.starts_at()), local_text(each.ends_at()));
    return text;
  };
  const std::string outside = parts_text("outside of any", judged.outside);
  const bool is_excused = judged.outside_is == sla::downtime_rule::excused;
  return fmt::format("{}from      {}\nto        {}\nstatus    {}: {}\nexcused   {}\n{}{}counts    {}\n{}",
                     judged_by_text(edition, 10), local_and_utc_text(work.during.starts_at()),
                     local_and_utc_text(work.during.ends_at()), sla::in_words(sla::name_of(judged.status)),
                     reason_text(judged), judged.excused(), parts_text("in a window", judged.in_windows),
                     is_excused ? outside : "", judged.counted(), is_excused ? "" : outside);
}

std::string judged_text(const maintenance_options& options) {
  const auto during =
      option_value("--during", options.during, [](std::string_view text) { return taking_time(parse_interval(text)); });
  const sla::maintenance work{option_value("--kind", options.kind, parse_maintenance_kind), during,
                              optional_instant("--announced", options.announced)};
  return option_value("--during", options.during,
                      [&](std::string_view) { return work_text(edition_of_start(during.starts_at()), work); });
}

std::string next_text(const maintenance_options& options) {
  if (options.at.empty()) throw CLI::RequiredError("--at");
  const sla::elapsed length = option_value("--next", options.next, [](std::string_view text) {
    const sla::elapsed parsed = parse_length(text);
    if (parsed == sla::elapsed{}) refuse("takes no time", "a length of more than zero");
    return parsed;
  });
  return option_value("--at", options.at, [length](std::string_view text) {
    const sla::instant now = parse_instant(text);
    const auto start_of_slot = [&](const loaded_agreement& terms, sla::instant from) {
      return sla::next_maintenance_slot(terms, now, length, from).during.starts_at();
    };
    const auto [months, start] = find_first_start(now, start_of_slot);
    return work_text(months.edition, {sla::maintenance_kind::routine, {start, start + length.length()}, now});
  });
}

exit_status run(const maintenance_options& options) {
  if (options.during.empty() == options.next.empty()) throw CLI::RequiredError("One of --during and --next");
  choose_offering(options.offering);
  write_output(options.next.empty() ? judged_text(options) : next_text(options));
  return exit_status::answered;
}

}  // namespace

void add_maintenance(CLI::App& app, action& chosen) {
  const auto options = std::make_shared<maintenance_options>();
  CLI::App* command =
      app.add_subcommand("maintenance", "How a piece of maintenance is judged, and when the next one may be");
  command->add_option("--offering", options->offering, "An offering, or common, or spark");
  auto* during = command->add_option("--during", options->during, "Judge maintenance from START/END");
  auto* announced = command->add_option("--announced", options->announced, "When it was announced; otherwise never");
  auto* kind = command->add_option("--kind", options->kind, "routine or emergency; otherwise routine");
  auto* next = command->add_option("--next", options->next, "Find the next slot of a length, such as 2h");
  auto* at = command->add_option("--at", options->at, "Now, when the slot is looked for and announced");
  next->excludes(during, announced, kind);
  at->needs(next);
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace program
