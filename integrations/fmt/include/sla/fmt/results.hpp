#ifndef SLA_FMT_RESULTS_HPP
#define SLA_FMT_RESULTS_HPP

// The texts of what is computed: deadlines, tickets, availability, budgets, counts.

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/availability/burn_rate.hpp"
#include "sla/availability/composed_share.hpp"
#include "sla/availability/composition.hpp"
#include "sla/availability/counted_outages.hpp"
#include "sla/availability/downtime_map.hpp"
#include "sla/availability/error_budget.hpp"
#include "sla/availability/latency.hpp"
#include "sla/availability/probe.hpp"
#include "sla/availability/service_record.hpp"
#include "sla/availability/tally.hpp"
#include "sla/availability/timeline.hpp"
#include "sla/availability/weighted_time.hpp"
#include "sla/availability/what_if.hpp"
#include "sla/clock/allowance_clock.hpp"
#include "sla/clock/commitment.hpp"
#include "sla/clock/commitment_tally.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/clock/event.hpp"
#include "sla/clock/explanation.hpp"
#include "sla/clock/finding.hpp"
#include "sla/clock/pause_log.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/fmt/specification.hpp"
#include "sla/fmt/terms.hpp"
#include "sla/fmt/values.hpp"
#include "sla/policy/describe.hpp"
#include "sla/policy/enumerator.hpp"
#include "sla/policy/percent.hpp"
#include "sla/time/amount_text.hpp"

namespace sla::inline v0::detail {

template <one_of<clock_kind, commitment_kind, commitment_state, deadline::state, event_kind, pause_reason, segment_kind,
                 soundness_rule, availability_verdict, availability_result::completeness, latency_verdict, part_slots,
                 probe_state, service_state>
              Enum>
struct value_text<Enum> : enumerator_text<Enum> {};

/// What shows a measured share, and no instants.
struct text_with_share {
  static constexpr accepted_style takes{digits_of_a_share};
};

// ---- Deadlines and tickets ------------------------------------------------------------------------------------------

template <>
struct value_text<deadline> : text_with_instants {
  static std::string of(const deadline& due, const text_style& style) {
    return due.exists() ? style.text(due.at()) : in_words(name_of(due.status()));
  }
};

template <class Severity>
struct value_text<event<Severity>> : text_with_instants {
  static std::string of(const event<Severity>& each, const text_style& style) {
    const std::string text = style.text(each.at) + ": " + in_words(name_of(each.kind));
    return each.severity ? text + ", " + level_or_number(*each.severity) : text;
  }
};

inline std::string time_on(clock_kind clock, std::chrono::milliseconds length) {
  switch (clock) {
    case clock_kind::real: return text_of(allowance{elapsed{length}});
    case clock_kind::business: return text_of(business_time{length});
    case clock_kind::desk: break;
  }
  return length_text(length, longest_unit::hour) + " desk time";
}

template <>
struct value_text<allowance_used> : plain_text {
  static std::string of(const allowance_used& used, const text_style&) {
    return length_text(used.used, longest_unit::hour) + " of " + time_on(used.by, used.budget);
  }
};

template <class Severity>
struct value_text<commitment<Severity>> : text_with_instants {
  static std::string of(const commitment<Severity>& each, const text_style& style) {
    std::string text = in_words(name_of(each.state)) + ", " + level_or_number(each.severity);
    if (each.due.exists()) text += ", due " + style.text(each.due.at());
    if (each.fulfilled_at) text += ", fulfilled " + style.text(*each.fulfilled_at);
    if (each.withdrawn_at) text += ", withdrawn " + style.text(*each.withdrawn_at);
    if (!each.late_by) return text;
    if (*each.late_by > elapsed{}) return text + ", " + text_of(*each.late_by) + " late";
    return text + ", " + text_of(-*each.late_by) + (each.fulfilled_at || each.withdrawn_at ? " before" : " left");
  }
};

template <class Severity>
struct value_text<assessment<Severity>> : text_with_instants {
  static std::string of(const assessment<Severity>& both, const text_style& style) {
    return "response " + text_in(style, both.response) + "; resolution " + text_in(style, both.resolution);
  }
};

template <>
struct value_text<pause> : text_with_instants {
  static std::string of(const pause& each, const text_style& style) {
    return in_words(name_of(each.reason)) + ", " + text_in(style, each.during);
  }
};

template <>
struct value_text<pause_log> : text_with_instants {
  static std::string of(const pause_log& log, const text_style& style) {
    return joined(log.entries(), "; ", "none",
                  [&](const pause_log::entry& each) { return text_in(style, each.taken); });
  }
};

template <>
struct value_text<running_allowance> : text_with_instants {
  static std::string of(const running_allowance& running, const text_style& style) {
    return time_on(running.by, running.budget) + " from " + style.text(running.from);
  }
};

template <class Severity>
struct value_text<commitment_history<Severity>> : text_with_instants {
  static std::string of(const commitment_history<Severity>& past, const text_style& style) {
    std::string text = level_or_number(past.severity) + ", reported " + style.text(past.reported_at) + ", due " +
                       text_in(style, past.due) + ", pauses: " + text_in(style, past.pauses);
    if (past.going_on) text += "; going on: " + text_in(style, *past.going_on);
    if (past.withdrawn_at) return text + "; withdrawn " + style.text(*past.withdrawn_at);
    return past.fulfilled_at ? text + "; fulfilled " + style.text(*past.fulfilled_at) : text;
  }
};

/// The states that occur, how often.
template <>
struct value_text<commitment_tally> : plain_text {
  static std::string of(const commitment_tally& counts, const text_style&) {
    using enum commitment_state;
    std::vector<commitment_state> occurring;
    for (const commitment_state state : {met, missed, running, on_hold, not_started, withdrawn, not_promised})
      if (counts[state] > 0) occurring.push_back(state);
    return joined(occurring, ", ", "none", [&](commitment_state state) {
      return std::to_string(counts[state]) + ' ' + in_words(name_of(state));
    });
  }
};

template <>
struct value_text<segment> : text_with_instants {
  static std::string of(const segment& each, const text_style& style) {
    const std::string text = text_in(style, each.during) + ": " + in_words(name_of(each.kind));
    return each.name.empty() ? text : text + ", " + std::string(each.name);
  }
};

template <>
struct value_text<upcoming_breach> : text_with_instants {
  static std::string of(const upcoming_breach& next, const text_style& style) {
    return std::string(name_of(next.kind)) + " of ticket " + std::to_string(next.ticket) + ", due " +
           style.text(next.due);
  }
};

template <>
struct value_text<finding> : plain_text {
  static std::string of(const finding& found, const text_style&) { return found.message; }
};

// ---- Records and counts ---------------------------------------------------------------------------------------------

template <>
struct value_text<partial_outage> : text_with_instants {
  static std::string of(const partial_outage& each, const text_style& style) {
    return text_in(style, each.during()) + " (" + percent_text(each.weight()) + ')';
  }
};

template <>
struct value_text<outage_layer> : text_with_instants {
  static std::string of(const outage_layer& layer, const text_style& style) {
    return percent_text(layer.weight) + ": " + text_in(style, layer.down);
  }
};

template <>
struct value_text<service_record> : text_with_instants {
  static std::string of(const service_record& record, const text_style& style) {
    std::string text = std::string(record.source) + ": down " + text_in(style, record.down);
    if (!record.partial.empty())
      text += "; in part " +
              joined(record.partial, ", ", "", [&](const partial_outage& each) { return text_in(style, each); });
    return record.unknown.empty() ? text : text + "; unknown " + text_in(style, record.unknown);
  }
};

template <>
struct value_text<probe> : text_with_instants {
  static std::string of(const probe& each, const text_style& style) {
    return style.text(each.at) + ": " + std::string(name_of(each.state));
  }
};

template <>
struct value_text<probe_rule> : plain_text {
  static std::string of(const probe_rule& rule, const text_style&) {
    const std::string text =
        "down after " + std::to_string(rule.failures()) + (rule.failures() == 1 ? " failure" : " failures in a row");
    const auto gap = rule.longest_gap();
    return gap ? text + ", known for " + text_of(*gap) : text;
  }
};

template <>
struct value_text<probed_record> : plain_text {
  static std::string of(const probed_record& found, const text_style&) {
    return "outages seen: at least " + text_of(total(found.least.down)) + ", as recorded " +
           text_of(total(found.recorded.down)) + ", at most " + text_of(total(found.most.down));
  }
};

template <>
struct value_text<probe_count> : text_with_share {
  static std::string of(const probe_count& count, const text_style& style) {
    return std::to_string(count.up) + " up, " + std::to_string(count.down) + " down, " +
           text_or(style, count.share(), "no share");
  }
};

template <class Kind>
struct value_text<latency_sample<Kind>> : plain_text {
  static std::string of(const latency_sample<Kind>& sample, const text_style&) {
    return text_of(sample.latency) + ", " + kind_text(sample.kind);
  }
};

template <>
struct value_text<latency_count> : text_with_share {
  static std::string of(const latency_count& count, const text_style& style) {
    return std::to_string(count.within) + " of " + std::to_string(count.counted) + " in time, " +
           text_or(style, count.share(), "no share") + ", " + std::to_string(count.exempt) + " exempt";
  }
};

// ---- Availability ---------------------------------------------------------------------------------------------------

/// Rounded up to the millisecond.
template <>
struct value_text<weighted_time> {
  static constexpr accepted_style takes = value_text<elapsed>::takes;
  static std::string of(const weighted_time& time, const text_style& style) {
    return text_in(style, time.rounded_up());
  }
};

template <>
struct value_text<downtime_in_maintenance> : plain_text {
  static std::string of(const downtime_in_maintenance& down, const text_style&) {
    return "scheduled " + text_of(down.scheduled) + ", identified " + text_of(down.identified) + ", short notice " +
           text_of(down.short_notice) + ", emergency " + text_of(down.emergency);
  }
};

template <>
struct value_text<availability_tally> : plain_text {
  static std::string of(const availability_tally& sum, const text_style&) {
    return "up " + text_of(sum.up) + ", down " + text_of(sum.down) + ", excluded " + text_of(sum.excluded) +
           ", unknown " + text_of(sum.unknown);
  }
};

template <>
struct value_text<availability_result> {
  static constexpr accepted_style takes{digits_of_a_share, "", true};
  static std::string of(const availability_result& result, const text_style& style) {
    std::string text = text_or(style, result.share(), "nothing") + " of " + text_in(style, result.period) + ", " +
                       in_words(name_of(result.verdict())) + " (at least " + percent_text(result.objective) + ')';
    return result.status == availability_result::completeness::provisional ? text + ", provisional" : text;
  }
};

template <>
struct value_text<what_if_answer> {
  static constexpr accepted_style takes = value_text<availability_result>::takes;
  static std::string of(const what_if_answer& answer, const text_style& style) {
    return "without: " + text_in(style, answer.without) + "; with: " + text_in(style, answer.with);
  }
};

template <>
struct value_text<error_budget> : text_with_share {
  static std::string of(const error_budget& budget, const text_style& style) {
    const auto left = budget.left_share();
    return text_of(budget.spent) + " of " + text_of(budget.allowed) + " spent, " + text_of(budget.left) + " left" +
           (left ? ", " + text_in(style, *left) : "");
  }
};

template <>
struct value_text<burn_alert> : plain_text {
  static std::string of(const burn_alert& alert, const text_style&) {
    return percent_text(alert.budget) + " of the budget in " + text_of(alert.long_window) + ", and still in " +
           text_of(alert.short_window);
  }
};

/// Rates as decimal numbers.
template <>
struct value_text<burn_state> : text_with_share {
  static std::string of(const burn_state& state, text_style style) {
    style.form = 'd';
    return text_or(style, state.long_rate, "unknown") + " in " + text_of(state.alert.long_window) + ", " +
           text_or(style, state.short_rate, "unknown") + " in " + text_of(state.alert.short_window) +
           (state.fires() ? ", fires" : ", does not fire") + " from " + text_in(style, state.threshold);
  }
};

template <>
struct value_text<composed_share> : text_with_share {
  static std::string of(const composed_share& share, const text_style& style) {
    return text_in(style, share.at_least());
  }
};

template <>
struct value_text<composition> : text_with_share {
  static std::string of(const composition& both, const text_style& style) {
    return text_in(style, both.by_formula) + " by the formula, " + text_in(style, both.measured) + " measured";
  }
};

template <>
struct value_text<timeline_segment> : text_with_instants {
  static std::string of(const timeline_segment& each, const text_style& style) {
    const std::string text = text_in(style, each.during) + ": " + std::string(name_of(each.state));
    const bool is_partial = each.state == service_state::down && each.weight < fraction{1, 1};
    return is_partial ? text + " (" + percent_text(each.weight) + ')' : text;
  }
};

template <>
struct value_text<downtime_map> : text_with_instants {
  static std::string of(const downtime_map& map, const text_style& style) {
    return text_of(map.down()) + " down in " + text_in(style, map.period()) + ", in slots of " +
           text_of(elapsed{map.slot()}) + " (" + std::string(name_of(map.rounding())) + ')';
  }
};

}  // namespace sla::inline v0::detail

#endif
