#include "report_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "names.hpp"
#include "outlook_text.hpp"
#include "sla/availability/error_budget.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/policy/describe.hpp"
#include "sla/policy/percent.hpp"
#include "sla/time/text.hpp"
#include "text_table.hpp"

namespace program {

namespace {

using std::chrono::milliseconds;

// ---- Tickets --------------------------------------------------------------------------------------------------------

cell count_cell(sla::commitment_state state, std::int64_t count) {
  if (count == 0) return {"·", style::dim};
  if (state == sla::commitment_state::missed) return {fmt::to_string(count), style::bad};
  return {fmt::to_string(count), state == sla::commitment_state::met ? style::good : style::plain};
}

void add_counts(text_table& table, std::string name, const sla::commitment_tally& counts) {
  std::vector<cell> row{{std::move(name)}};
  for (const sla::commitment_state state : shown_states) row.push_back(count_cell(state, counts[state]));
  table.add(std::move(row));
}

std::string counts_text(std::string_view commitment, const commitment_figures& figures, const paint& colour) {
  text_table table("lrrrrrrr");
  table.add_headings({commitment, "met", "missed", "running", "on hold", "not started", "withdrawn", "not promised"});
  for (const auto& [level, counts] : figures.by_severity) add_counts(table, severity_text(level), counts);
  add_counts(table, "all", figures.total);
  return table.text(colour);
}

std::string fulfilment_text(const sla::commitment<severity>& outcome) {
  if (outcome.fulfilled_at) return local_text(*outcome.fulfilled_at);
  return outcome.withdrawn_at ? "withdrawn" : "not yet";
}

std::string misses_text(std::string_view title, std::string_view fulfilled, const std::vector<miss>& misses,
                        const paint& colour) {
  if (misses.empty()) return {};
  text_table table("llllrll");
  table.add_headings({"ticket", "sev", "due", fulfilled, "late by", "", agreed().has_editions() ? "edition" : ""});
  for (const auto& [ticket, edition, outcome, late_by] : misses)
    table.add({{ticket},
               {fmt::to_string(static_cast<int>(outcome.severity))},
               {local_text(outcome.due.at())},
               {fulfilment_text(outcome)},
               {fmt::to_string(late_by)},
               {std::string(word_for_miss(outcome.strength)), style::bad},
               {std::string(edition), style::dim}});
  return fmt::format("\n  {}\n", title) + table.text(colour);
}

std::string tickets_text(const ticket_figures& figures, const paint& colour) {
  std::string text = fmt::format("{}  every ticket of the records\n", colour(style::heading, "TICKETS"));
  if (figures.reported_later > 0)
    text += fmt::format("  not judged, because reported later: {}\n", plural(figures.reported_later, "ticket"));
  text += counts_text("response", figures.response, colour) + '\n';
  text += counts_text("resolution", figures.resolution, colour);
  if (const auto waiting = figures.response.total[sla::commitment_state::not_started]; waiting > 0)
    text +=
        fmt::format("  response not started, because neither notified nor identified: {}\n", plural(waiting, "ticket"));
  text += misses_text("Worst misses, response", "responded", figures.response.worst, colour);
  text += misses_text("Worst misses, resolution", "resolved", figures.resolution.worst, colour);
  return text;
}

// ---- Availability ---------------------------------------------------------------------------------------------------

cell worst_case_cell(const sla::availability_result& result) {
  if (result.unknown == sla::elapsed{}) return {"nothing unknown", style::dim};
  cell verdict = verdict_cell(result.worst_case());
  if (const auto share = result.worst_share()) verdict.text += "  " + share_or_dash(share);
  return verdict;
}

std::string budgets_text(const std::vector<service_month>& services, const paint& colour) {
  text_table table("lrrrrl");
  table.add_headings({"error budget", "allowed", "spent", "left", "of it", "if unknown were down"});
  for (const service_month& each : services) {
    const sla::error_budget budget(each.result);
    const fmt::text_style look = budget.left < sla::elapsed{} ? style::bad : style::plain;
    const auto left_share = budget.left_share();
    table.add({{each.service},
               {clock_text(budget.allowed)},
               {clock_text(budget.spent)},
               {clock_text(budget.left), look},
               {left_share ? fmt::format("{:.1}", *left_share) : "-", look},
               worst_case_cell(each.result)});
  }
  return table.text(colour);
}

// ---- Days -----------------------------------------------------------------------------------------------------------

/// One cell of a bar.
struct day_look {
  std::string_view glyph;
  fmt::text_style look;
  std::string_view meaning;
};

const day_look all_up{"█", style::good, "up"};
const day_look only_excluded{"m", style::notable, "down in a window only"};
const day_look partly_down{"▄", style::bad, "down"};
const day_look mostly_down{"▁", style::bad, "down most of the day"};
const day_look partly_unknown{"▓", style::dim, "partly unknown"};
const day_look mostly_unknown{"░", style::dim, "mostly unknown"};

const day_look& look_of(const day_record& day) {
  const auto is_most = [&day](sla::elapsed part) { return day.length < part + part; };
  if (is_most(day.down)) return mostly_down;
  if (day.down > sla::elapsed{}) return partly_down;
  if (is_most(day.unknown)) return mostly_unknown;
  if (day.in_maintenance > sla::elapsed{}) return only_excluded;
  return day.unknown > sla::elapsed{} ? partly_unknown : all_up;
}

std::string bar_text(const std::vector<day_record>& days, const paint& colour) {
  std::string bar;
  for (const day_record& day : days) bar += colour(look_of(day).look, look_of(day).glyph);
  return bar;
}

/// Every fifth day by its number.
std::string ruler_text(std::size_t days) {
  std::string ruler(days + 1, ' ');
  ruler[0] = '1';
  for (std::size_t day = 5; day <= days; day += 5) ruler.replace(day - 1, day < 10 ? 1 : 2, fmt::to_string(day));
  return ruler.erase(ruler.find_last_not_of(' ') + 1);
}

bool occurs(const day_look& look, const std::vector<service_month>& services) {
  const auto has_such_a_day = [&look](const service_month& each) {
    return std::ranges::any_of(each.days, [&look](const day_record& day) { return &look_of(day) == &look; });
  };
  return std::ranges::any_of(services, has_such_a_day);
}

/// The glyphs that occur.
std::string legend_text(const std::vector<service_month>& services, const paint& colour) {
  std::string legend;
  for (const day_look* each : {&all_up, &partly_down, &mostly_down, &only_excluded, &partly_unknown, &mostly_unknown})
    if (occurs(*each, services)) legend += fmt::format("  {} {}", colour(each->look, each->glyph), each->meaning);
  return legend;
}

std::string days_text(const std::vector<service_month>& services, const paint& colour) {
  std::size_t width = std::string_view("days").size();
  for (const service_month& each : services) width = std::max(width, each.service.size());
  std::string text = fmt::format("  {:<{}}  {}\n", "days", width, ruler_text(services.front().days.size()));
  for (const service_month& each : services)
    text += fmt::format("  {:<{}}  {}\n", each.service, width, bar_text(each.days, colour));
  return text + legend_text(services, colour) + '\n';
}

// ---- The rest -------------------------------------------------------------------------------------------------------

std::string latency_text(const sla::loaded_latency_objective& promised, const sla::latency_count& count,
                         const paint& colour) {
  const auto verdict = count.verdict(promised.most);
  std::string text = fmt::format("{}  {} of requests within {}: ", colour(style::heading, "LATENCY"),
                                 sla::detail::share_text(promised.most), promised.within);
  if (verdict == sla::latency_verdict::not_measurable) return text + colour(style::notable, "not measurable") + '\n';
  const bool is_met = verdict == sla::latency_verdict::met;
  return text + fmt::format("{}, {} of {} ({:.4})\n",
                            colour(is_met ? style::good : style::bad, is_met ? "met" : "MISSED"), count.within,
                            plural(count.counted, "answered probe"), *count.share());
}

std::string records_text(const report_figures& figures) {
  std::string text;
  if (figures.tickets)
    text += fmt::format("records   {}: {}, {}\n", figures.tickets->file,
                        plural(figures.tickets->tickets + figures.tickets->reported_later, "ticket"),
                        plural(figures.tickets->events, "event"));
  if (figures.services)
    text += fmt::format("records   {}: {}\n", figures.services->file, plural(figures.services->probes, "probe"));
  return text + skipped_text(figures.skipped_lines);
}

}  // namespace

std::string share_or_dash(const std::optional<sla::fraction>& share) {
  return share ? fmt::format("{:.4}", *share) : "-";
}

cell verdict_cell(sla::availability_verdict verdict) {
  switch (verdict) {
    case sla::availability_verdict::met: return {"met", style::good};
    case sla::availability_verdict::missed: return {"MISSED", style::bad};
    case sla::availability_verdict::not_measurable: break;
  }
  return {"not measurable", style::notable};
}

std::string plural(std::int64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string rule_text(const sla::probe_rule& rule) {
  std::string text =
      "Between two probes the state of the earlier one holds, across the end of a month, too. Before the\n"
      "  first of all and after the last one the state is unknown: no downtime is recorded, none ruled out.";
  if (rule.failures() > 1) text += fmt::format("\n  An outage takes {} failures in a row.", rule.failures());
  if (rule.longest_gap())
    text += fmt::format("\n  Between two probes more than {} apart nothing is known.", *rule.longest_gap());
  return text;
}

std::string verdicts_text(const std::vector<service_month>& services, const paint& colour) {
  text_table table("lrlrrrr");
  table.add_headings({"service", "available", "verdict", "up", "down", "excluded", "unknown"});
  for (const auto& [service, record, result, days, bounds, ahead] : services)
    table.add({{service},
               {share_or_dash(result.share())},
               verdict_cell(result.verdict()),
               {clock_text(result.up)},
               {clock_text(result.down)},
               {clock_text(result.excluded)},
               {clock_text(result.unknown), result.unknown == sla::elapsed{} ? style::plain : style::notable}});
  return table.text(colour);
}

std::string not_probed_text(const std::vector<std::string>& services) {
  return services.empty()
             ? ""
             : fmt::format("  Not probed in this month, so not measurable: {}\n", fmt::join(services, ", "));
}

std::string skipped_text(std::int64_t lines) {
  return lines == 0 ? "" : fmt::format("left out  {} that could not be used\n", plural(lines, "line"));
}

std::string agreement_text(const contract& by, std::string_view title) {
  return fmt::format("agreement {}, {}\n", title,
                     by.reading() == "as_written" ? "as written" : "read by " + by.reading()) +
         editions_text(by, title);
}

std::string editions_text(const contract& by, std::string_view title) {
  std::string text;
  if (!by.has_editions()) return text;
  for (const auto& [name, effective_at, terms] : by.editions().all())
    text += fmt::format("edition   {}, in force from {}{}\n", name, local_text(effective_at),
                        terms.title == title ? "" : ": " + terms.title);
  return text;
}

std::string month_text(const month_question& asked, const offering_choice* offering) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(period_of(asked.month).length().length()).count();
  std::string text = agreement_text(agreed(), asked.terms.title);
  if (offering != nullptr) text += fmt::format("offering  {}\n", offering->title);
  return text + fmt::format("month     {}, {}, {} minutes{}\n", month_name(asked.month), asked.terms.month_zone.name(),
                            minutes, agreed().has_editions() ? fmt::format(", by edition {}", asked.edition) : "");
}

std::string availability_text(const std::vector<service_month>& services, std::string_view rule, sla::instant as_of,
                              const paint& colour) {
  const std::string title = colour(style::heading, "AVAILABILITY");
  if (services.empty()) return title + "  no service is in the records of this month\n";
  const sla::availability_result& any = services.front().result;
  std::string text = fmt::format("{}  at least {} of the month; downtime in scheduled windows is excluded\n", title,
                                 sla::percent_text(any.objective));
  if (any.status == sla::availability_result::completeness::provisional)
    text += fmt::format("  provisional: the month goes on after {}\n", local_text(as_of));
  return text + verdicts_text(services, colour) + '\n' + budgets_text(services, colour) +
         bounds_text(services, colour) + outlook_text(services, colour) + '\n' + days_text(services, colour) +
         fmt::format("  {}\n", rule);
}

std::string report_text(const report_figures& figures, const paint& colour) {
  std::string text = month_text(figures.asked, figures.offering) + records_text(figures);
  text += fmt::format("as of     {}\n", local_and_utc_text(figures.as_of));
  if (figures.tickets) text += '\n' + tickets_text(*figures.tickets, colour);
  if (figures.services)
    text += '\n' + availability_text(figures.services->services, rule_text(figures.asked.rule), figures.as_of, colour) +
            not_probed_text(figures.services->not_probed) +
            maintenance_text(figures.asked, figures.services->services, colour) + '\n' +
            latency_text(figures.asked.terms.latency, figures.services->latency, colour);
  return text;
}

}  // namespace program
