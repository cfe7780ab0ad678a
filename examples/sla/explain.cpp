#include <fmt/format.h>

#include <algorithm>
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
#include "sla/clock/explanation.hpp"
#include "sla/fmt/explanation.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/policy/describe.hpp"
#include "times.hpp"

namespace program {

namespace {

struct explain_options {
  std::string tickets;
  std::string ticket;
  std::string as_of;
};

std::string events_text(const std::vector<recorded_event>& history) {
  std::string text;
  for (const auto& [what, by, through] : history) {
    text += fmt::format("  {}  {}", local_text(what.at), sla::in_words(sla::name_of(what.kind)));
    if (what.severity) text += fmt::format(", {}", severity_text(*what.severity));
    if (by) text += fmt::format(", by {}", sla::in_words(sla::name_of(*by)));
    if (through) text += fmt::format(", through {}", sla::name_of(*through));
    text += '\n';
  }
  return text;
}

/// Time left or gone by, in words.
///
/// example  "2 h before", "3 h late"
std::string margin_text(const sla::commitment<severity>& stand) {
  const sla::elapsed late = *stand.late_by;
  if (late == sla::elapsed{}) return "to the millisecond";
  return late < sla::elapsed{} ? fmt::format("{} before", -late) : fmt::format("{} late", late);
}

std::string_view fulfilment(sla::commitment_kind kind) {
  return kind == sla::commitment_kind::response ? "answered" : "remedied";
}

/// Why a clock has not started.
std::string_view what_is_missing(const std::vector<recorded_event>& history) {
  const auto starts = [](const recorded_event& each) {
    return each.what.kind == sla::event_kind::notified || each.what.kind == sla::event_kind::identified;
  };
  return std::ranges::any_of(history, starts) ? "its clock runs from the confirmation, which has not come"
                                              : "no report was a notification, and the issue has not been identified";
}

/// What became of a commitment, in a sentence.
std::string verdict_text(sla::commitment_kind kind, const sla::commitment<severity>& stand,
                         const std::vector<recorded_event>& history) {
  using enum sla::commitment_state;
  switch (stand.state) {
    case not_promised: return "not promised: handled case by case";
    case not_started: return fmt::format("not started: {}", what_is_missing(history));
    case running: return fmt::format("running, due {}", local_text(stand.due.at()));
    case on_hold: return fmt::format("on hold; due {} if it went on now", local_text(stand.due.at()));
    case met:
      if (!stand.due.exists())
        return fmt::format("met: {} {}, before its clock had started", fulfilment(kind),
                           local_text(*stand.fulfilled_at));
      return fmt::format("met: due {}, {} {}, {}", local_text(stand.due.at()), fulfilment(kind),
                         local_text(*stand.fulfilled_at), margin_text(stand));
    case withdrawn:
      if (!stand.due.exists())
        return fmt::format("withdrawn {}, before its clock had started", local_text(*stand.withdrawn_at));
      return fmt::format("withdrawn {}: due {}, {}", local_text(*stand.withdrawn_at), local_text(stand.due.at()),
                         margin_text(stand));
    case missed: break;
  }
  const std::string what = fmt::format("{}: was due {}", word_for_miss(stand.strength), local_text(stand.due.at()));
  if (stand.withdrawn_at)
    return fmt::format("{}, withdrawn {}, {}", what, local_text(*stand.withdrawn_at), margin_text(stand));
  if (!stand.fulfilled_at) return fmt::format("{}, {} by now", what, margin_text(stand));
  return fmt::format("{}, {} {}, {}", what, fulfilment(kind), local_text(*stand.fulfilled_at), margin_text(stand));
}

std::string promise_text(sla::commitment_kind kind, const loaded_agreement& terms, severity level) {
  const auto& promised = terms.severities[level];
  if (kind == sla::commitment_kind::response) return sla::text_of(promised.response.within());
  return sla::text_of(promised.resolution->within());
}

/// How much of an allowance was used, in its own kind of time.
///
/// example  "3 h of 4 h business time used, 75.0 %"
std::string use_text(const sla::allowance_used& used) {
  const std::string budget = used.by == sla::clock_kind::business ? sla::text_of(sla::business_time{used.budget})
                                                                  : sla::detail::hours_and_less(used.budget);
  return fmt::format("{} of {} used, {:.1}", sla::detail::hours_and_less(used.used), budget, used.share());
}

std::string commitment_text(sla::commitment_kind kind, const loaded_agreement& terms,
                            const sla::ticket<loaded_agreement>& life, const std::vector<recorded_event>& history,
                            sla::instant as_of) {
  const sla::assessment<severity> now = life.assess(as_of);
  const sla::commitment<severity>& stand = now[kind];
  std::string text = fmt::format("\n{}  {}\n", kind == sla::commitment_kind::response ? "RESPONSE" : "RESOLUTION",
                                 verdict_text(kind, stand, history));
  if (stand.state == sla::commitment_state::not_promised) return text;
  text += fmt::format("  promised within {} for {}, {}\n", promise_text(kind, terms, stand.severity),
                      terms.severities.name_of(stand.severity), sla::in_words(sla::name_of(stand.strength)));
  if (stand.used) text += fmt::format("  {}\n", use_text(*stand.used));
  if (stand.state == sla::commitment_state::running)
    for (const sla::fraction share : {sla::fraction{1, 2}, sla::fraction{3, 4}, sla::fraction{9, 10}})
      text += fmt::format("  {:.1} at {}\n", share, local_text(*life.share_used_at(kind, share, as_of)));
  return text + table_text(terms.zone, explain(terms, life.history(kind, as_of), as_of),
                           stand.fulfilled_at ? stand.fulfilled_at : stand.withdrawn_at);
}

exit_status run(const explain_options& options) {
  std::optional<sla::instant> as_of;
  if (!options.as_of.empty()) as_of = option_value("--as-of", options.as_of, parse_instant);
  bad_lines bad(bad_lines::policy::stop);
  const ticket_records records = read_tickets(agreed(), options.tickets, as_of, bad, options.ticket);
  const auto found = records.tickets.find(options.ticket);
  if (found == records.tickets.end())
    throw bad_input(fmt::format("--ticket {}: {} has no such ticket; allowed: a name from its {}",
                                in_quotes(options.ticket), records.file,
                                plural(std::ssize(records.tickets), "ticket")));
  const sla::instant at = as_of.value_or(*records.last_at);
  const auto* life = found->second.as_of(at);
  if (life == nullptr)
    throw bad_input(fmt::format("--as-of {}: the ticket was reported later; allowed: its report, or later",
                                in_quotes(options.as_of)));

  const auto& edition = found->second.edition();
  std::string text = agreement_text(agreed(), edition.terms.title);
  text += fmt::format("ticket    {}{}\nas of     {}\n\n{}", found->first,
                      agreed().has_editions() ? ", edition " + edition.name : "", local_text(at),
                      events_text(records.history));
  for (const sla::commitment_kind kind : {sla::commitment_kind::response, sla::commitment_kind::resolution})
    text += commitment_text(kind, edition.terms, *life, records.history, at);
  write_output(text);
  return exit_status::answered;
}

}  // namespace

void add_explain(CLI::App& app, action& chosen) {
  const auto options = std::make_shared<explain_options>();
  CLI::App* command = app.add_subcommand("explain", "Why a ticket's targets were due when they were, and what counted");
  command->add_option("--tickets", options->tickets, "CSV: ticket,at,event,severity[,role][,channel]")->required();
  command->add_option("--ticket", options->ticket, "The name of the ticket")->required();
  command->add_option("--as-of", options->as_of, "As of this instant; otherwise the last one in the records");
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace program
