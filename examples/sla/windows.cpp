#include <fmt/format.h>

#include <memory>
#include <string>

#include "bad_input.hpp"
#include "command.hpp"
#include "files.hpp"
#include "names.hpp"
#include "report_text.hpp"
#include "service_month.hpp"
#include "sla/calendar/recurrence.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/time/text.hpp"
#include "text_table.hpp"
#include "times.hpp"

namespace program {

namespace {

struct windows_options {
  std::string offering;
  std::string month;
};

exit_status run(const windows_options& options) {
  const offering_choice* offering = choose_offering(options.offering);
  const month_question asked = option_value("--month", options.month, parse_month_question);
  const sla::interval period = period_of(asked.month);
  const auto windows = sla::occurrences(asked.terms.maintenance_windows, agreement_zone(), period);

  text_table table("llllr");
  table.add_headings({"from", "to", "from (UTC)", "to (UTC)", "length"});
  sla::elapsed total;
  for (const sla::interval& whole : windows) {
    const sla::interval window = sla::intersect(whole, period);
    table.add({{local_text(window.starts_at())},
               {local_text(window.ends_at())},
               {sla::iso(window.starts_at())},
               {sla::iso(window.ends_at())},
               {fmt::to_string(window.length())}});
    total += window.length();
  }
  write_output(fmt::format("{}\n{}\n{}, {}\n", month_text(asked, offering), table.text(paint(paint::when::never)),
                           plural(std::ssize(windows), "window"),
                           plural(std::chrono::floor<std::chrono::minutes>(total.length()).count(), "minute")));
  return exit_status::answered;
}

}  // namespace

void add_windows(CLI::App& app, action& chosen) {
  const auto options = std::make_shared<windows_options>();
  CLI::App* command = app.add_subcommand("windows", "The scheduled maintenance windows of a month");
  command->add_option("--offering", options->offering, "An offering, or common, or spark");
  command->add_option("--month", options->month, "YYYY-MM")->required();
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace program
