// The availability of a fleet in a month, on as many machines as there are: an MPI program.
//
//   mpirun -np 4 fleet_availability --month 2026-11 --offering common --outages shard-*.csv
//
// Every rank reads its share of the logs into one map a service, a bit a slot of the month. The maps of all ranks are
// combined by OR, so it does not matter who read what, nor how often. The first rank asks the library about each
// combined map and prints the report; it prints nothing unless every rank has read all of its logs.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <exception>
#include <ios>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "fleet/fleet_log.hpp"
#include "fleet/ranks.hpp"
#include "sla/bad_input.hpp"
#include "sla/command.hpp"
#include "sla/contract.hpp"
#include "sla/files.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/names.hpp"
#include "sla/report_text.hpp"
#include "sla/service_month.hpp"
#include "sla/times.hpp"
#include "sla/toml/agreement.hpp"

namespace {

using fleet::fleet_log;
using fleet::log_kind;
using program::exit_status;
using program::service_month;

struct fleet_options {
  std::string month;
  std::string offering;
  std::string agreement;
  std::string reading = "as_written";
  std::string as_of;
  std::chrono::seconds::rep slot = 60;
  std::string rounding = "touched";
  std::vector<std::string> outages;
  std::vector<std::string> probes;
};

/// What all ranks work on.
struct fleet_question {
  const program::offering_choice* offering;
  program::month_question asked;
  sla::instant as_of;
  log_kind kind;
  const std::vector<std::string>& shards;
  sla::downtime_map nothing_yet;
};

/// At most so many bytes of maps are combined at a time, but at least one service.
constexpr std::size_t bytes_at_a_time = std::size_t{4} << 20U;

// ---- The question ---------------------------------------------------------------------------------------------------

void add_options(CLI::App& app, fleet_options& options) {
  app.add_option("--month", options.month, "YYYY-MM")->required();
  app.add_option("--offering", options.offering, "An offering of the built-in agreement, or common, or spark");
  app.add_option("--agreement", options.agreement, "An agreement in TOML, which takes the place of the built-in one");
  app.add_option("--reading", options.reading,
                 "An alternative of the agreement, or changes such as planned_time=leaves_both")
      ->capture_default_str();
  app.add_option("--as-of", options.as_of, "What lies after this instant is unknown; otherwise the month's end");
  app.add_option("--slot", options.slot, "The length of a slot in seconds; it must divide the month")
      ->capture_default_str();
  auto* rounding =
      app.add_option("--rounding", options.rounding, "Which slots an outage makes down: touched, whole or majority")
          ->capture_default_str();
  auto* outages = app.add_option("--outages", options.outages,
                                 "CSV files: service,start,end[,weight], the weight 100 %; one without an end goes on");
  app.add_option("--probes", options.probes, "CSV files: service,at,state")->excludes(rounding, outages);
  program::refuse_empty_values(app);
  app.footer(
      "Rank r of n reads the files r, r + n, r + 2n and so on, counted from 0 as they are listed, so a file need\n"
      "only be on the machine that reads it. Files may overlap and repeat: the answer does not change.\n"
      "Outages: the log names all of them; a slot is down if one touches it (or as --rounding says).\n"
      "Probes: a slot is down if a probe in it failed, and unknown if none was made in it.\n"
      "Any file that cannot be read and any line that cannot be used ends the job without a report.\n"
      "Exit status: 0 answered, otherwise not.");
}

sla::part_slots parse_rounding(std::string_view text) {
  const auto& known = sla::enumerators<sla::part_slots>::all;
  for (const auto& [rounding, name] : known)
    if (text == name) return rounding;
  program::refuse("is no rounding", program::names_of(known));
}

/// A map has forgotten how long an outage was beyond the month, and what it was within a slot.
void refuse_rounded_outages(const sla::loaded_agreement& terms) {
  if (terms.outage_rounding != sla::outage_rounding::exact || terms.shortest_outage != sla::elapsed{})
    throw program::bad_input(
        "the agreement rounds outages or has a shortest one, which slots cannot tell; "
        "allowed: outage_rounding exact and no shortest_outage, with --slot and --rounding");
}

fleet_question question_of(const fleet_options& options) {
  program::agree_on(options.agreement.empty() ? program::contract::built_in()
                                              : program::contract::from_files({options.agreement}));
  program::agree_on(program::option_value("--reading", options.reading,
                                          [](std::string_view text) { return program::agreed().under(text); }));
  const program::offering_choice* offering = program::choose_offering(options.offering);
  program::month_question asked = program::option_value("--month", options.month, program::parse_month_question);
  refuse_rounded_outages(asked.terms);
  const sla::interval period = program::period_of(asked.month);
  const sla::instant as_of = options.as_of.empty()
                                 ? period.ends_at()
                                 : program::option_value("--as-of", options.as_of, program::parse_instant);
  const auto rounding = program::option_value("--rounding", options.rounding, parse_rounding);
  const auto cut = [&](std::string_view) {
    return sla::downtime_map(period, std::chrono::seconds{options.slot}, rounding);
  };
  const log_kind kind = options.probes.empty() ? log_kind::outages : log_kind::probes;
  return {offering,
          std::move(asked),
          as_of,
          kind,
          kind == log_kind::outages ? options.outages : options.probes,
          program::option_value("--slot", fmt::to_string(options.slot), cut)};
}

/// A question on one line, with the agreement in full: ranks that were started alike have the same.
std::string text_of(const fleet_question& question) {
  std::ostringstream terms;
  sla::write_toml(terms, {question.asked.terms, {}, {}});
  return program::in_quotes(fmt::format("{} {} {} {} {} {} {}", program::month_name(question.asked.month),
                                        question.as_of.time_since_epoch().count(), static_cast<int>(question.kind),
                                        fmt::join(question.shards, "\n"), question.nothing_yet.slot().count(),
                                        sla::name_of(question.nothing_yet.rounding()), terms.str()));
}

// ---- The answer -----------------------------------------------------------------------------------------------------

/// Reads the shards of a rank.
void read_shards(const fleet::ranks& all, const fleet_question& question, fleet_log& log) {
  for (std::size_t shard = all.rank(); shard < question.shards.size(); shard += all.size()) try {
      log.read(question.shards[shard]);
    } catch (const std::exception& problem) {
      throw program::bad_input(fmt::format("{} ({})", problem.what(), all.name()));
    }
}

/// Combines the maps of all ranks, some services at a time; the first rank gets the answers.
std::vector<service_month> measure(const fleet::ranks& all, const fleet_question& question, const fleet_log& log) {
  const std::vector<std::string> services = all.unite(log.services());
  const std::size_t size = log.bytes_of_a_service();
  const std::size_t at_a_time = std::max<std::size_t>(1, bytes_at_a_time / size);
  std::vector<service_month> measured;
  std::vector<std::byte> maps;
  for (std::span<const std::string> rest = services; !rest.empty();) {
    const auto now = rest.first(std::min(at_a_time, rest.size()));
    rest = rest.subspan(now.size());
    maps.clear();
    for (const std::string& service : now) log.append(service, maps);
    all.unite(maps);
    if (!all.is_first()) continue;
    for (std::size_t i = 0; i < now.size(); ++i) {
      const auto record = log.record_from("the logs of the fleet", std::span(maps).subspan(i * size, size));
      measured.push_back({now[i],
                          {},
                          sla::availability(question.asked.terms, question.asked.month, record, question.as_of),
                          {},
                          {},
                          {}});
    }
  }
  return measured;
}

/// The least available first; what is not measurable last.
void sort_by_share(std::vector<service_month>& services) {
  std::ranges::sort(services, [](const service_month& a, const service_month& b) {
    const auto key = [](const service_month& each) {
      const auto share = each.result.share();
      return std::tuple(!share, share.value_or(sla::fraction(0, 1)), std::string_view(each.service));
    };
    return key(a) < key(b);
  });
}

/// The services of which something is known, as one; their shares come from the library like those of one.
std::string together_text(std::span<const service_month> measured) {
  if (measured.empty()) return "";
  sla::availability_result total = measured.front().result;
  sla::availability_tally& sum = total;
  for (const service_month& each : measured.subspan(1)) sum = merge(sum, each.result);
  return fmt::format("          {} measured, together {} available: {} down, {} excluded, {} unknown\n",
                     measured.size(), program::share_or_dash(total.share()), program::clock_text(total.down),
                     program::clock_text(total.excluded), program::clock_text(total.unknown));
}

/// What became of services that are sorted by their share.
std::string fleet_text(std::span<const service_month> services) {
  const auto count = [&](sla::availability_verdict which) {
    return static_cast<std::size_t>(
        std::ranges::count(services, which, [](const service_month& each) { return each.result.verdict(); }));
  };
  const std::size_t not_measurable = count(sla::availability_verdict::not_measurable);
  return fmt::format("fleet     {}: {} met, {} missed, {} not measurable\n{}",
                     program::plural(std::ssize(services), "service"), count(sla::availability_verdict::met),
                     count(sla::availability_verdict::missed), not_measurable,
                     together_text(services.first(services.size() - not_measurable)));
}

std::string rule_text(const fleet_question& question) {
  switch (question.kind) {
    case log_kind::probes: return "down if a probe in it failed, unknown if none was made in it";
    case log_kind::outages: break;
  }
  switch (question.nothing_yet.rounding()) {
    case sla::part_slots::whole: return "down if an outage covers all of it";
    case sla::part_slots::majority: return "down if an outage covers more than half of it";
    case sla::part_slots::touched: break;
  }
  return "down if an outage touches it";
}

/// Names neither files nor lines nor ranks, so that it is the same however the logs were cut.
std::string report_text(const fleet_question& question, const std::vector<service_month>& services) {
  std::string text = program::month_text(question.asked, question.offering);
  text += fmt::format("slots     {} s each, {}\n", question.nothing_yet.slot().count(), rule_text(question));
  if (services.empty()) return text + "fleet     no service is in the logs\n";
  text += fleet_text(services);
  text += fmt::format("\nAVAILABILITY  at least {} of the month; the least available first\n",
                      sla::percent_text(question.asked.terms.availability.at_least()));
  if (services.front().result.status == sla::availability_result::completeness::provisional)
    text += fmt::format("  provisional: unknown from {}\n", program::local_and_utc_text(question.as_of));
  return text + program::verdicts_text(services, program::paint(program::paint::when::never));
}

exit_status run(const fleet::ranks& all, int argc, char** argv) {
  CLI::App app("The availability of a fleet in a month, from logs on many machines.", "fleet_availability");
  fleet_options options;
  add_options(app, options);
  bool is_help = false;
  std::optional<fleet_question> question;
  const bool is_understood = all.all_can([&] {
    try {
      app.parse(argc, argv);
      if (options.outages.empty() && options.probes.empty()) throw CLI::RequiredError("One of --outages and --probes");
      question.emplace(question_of(options));
    } catch (const CLI::Success& asked_for_help) {
      is_help = true;
      if (all.is_first()) app.exit(asked_for_help);
    } catch (const CLI::ParseError& problem) {
      throw program::refused_line(app, problem);
    }
  });
  if (!is_understood) return exit_status::bad_input;
  if (is_help) return exit_status::answered;

  fleet_log log(question->kind, question->nothing_yet);
  const bool is_alike = all.unite({text_of(*question)}).size() == 1;
  const bool is_read = all.all_can([&] {
    if (!is_alike)
      throw program::bad_input("fleet_availability: the ranks were started with different options or agreements");
    read_shards(all, *question, log);
  });
  if (!is_read) return exit_status::bad_input;

  std::vector<service_month> services = measure(all, *question, log);
  if (!all.is_first()) return exit_status::answered;
  sort_by_share(services);
  program::write_output(report_text(*question, services));
  return exit_status::answered;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const fleet::ranks all(argc, argv);
  try {
    return static_cast<int>(run(all, argc, argv));
  } catch (const std::exception& problem) {
    all.abort(problem.what());
  }
}
