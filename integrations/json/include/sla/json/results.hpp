#ifndef SLA_JSON_RESULTS_HPP
#define SLA_JSON_RESULTS_HPP

// What is computed, as JSON to be read by other programs: commitments, explanations, availability, budgets. Percentages are
// texts, rounded down to four digits; the exact share stands beside them. sla.schema.json has the whole form.

#include <chrono>
#include <concepts>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "sla/availability/availability.hpp"
#include "sla/availability/burn_rate.hpp"
#include "sla/availability/composed_share.hpp"
#include "sla/availability/composition.hpp"
#include "sla/availability/error_budget.hpp"
#include "sla/availability/timeline.hpp"
#include "sla/availability/what_if.hpp"
#include "sla/clock/commitment.hpp"
#include "sla/clock/commitment_tally.hpp"
#include "sla/clock/explanation.hpp"
#include "sla/clock/finding.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/json/records.hpp"
#include "sla/json/values.hpp"
#include "sla/policy/describe.hpp"
#include "sla/policy/edition.hpp"
#include "sla/policy/maintenance.hpp"

namespace sla::inline v0 {

/// A share as a percentage, rounded down to four digits; null for none.
template <class Json = nlohmann::ordered_json>
Json percent_json(const std::optional<fraction>& share) {
  return share ? Json(percent_rounded_down(*share, 4)) : Json();
}

/// A verdict on availability or latency: true for met, false for missed, null for not measurable.
template <class Json = nlohmann::ordered_json, class Verdict>
  requires requires { Verdict::not_measurable; }
Json verdict_json(Verdict verdict) {
  return verdict == Verdict::not_measurable ? Json() : Json(verdict == Verdict::met);
}

namespace detail {

template <
    json_one_of<clock_kind, commitment_kind, commitment_state, obligation, pause_reason, segment_kind, soundness_rule,
                maintenance_status, downtime_rule, availability_verdict, latency_verdict, service_state>
        Enum>
struct json_value<Enum> : enumerator_json<Enum> {};

/// A length of a clock's own time, in seconds.
template <class Json>
Json seconds_json(std::chrono::milliseconds length) {
  return Json(elapsed{length});
}

// ---- Tickets --------------------------------------------------------------------------------------------------------

template <>
struct json_value<allowance_used> {
  template <class Json>
  static Json write(const allowance_used& used) {
    return {{"clock", name_of(used.by)},
            {"used_s", seconds_json<Json>(used.used)},
            {"allowed_s", seconds_json<Json>(used.budget)}};
  }
};

/// The margin is how long before the due instant it was fulfilled or withdrawn, or else is asked about; negative if late.
template <class Severity>
struct json_value<commitment<Severity>> {
  template <class Json>
  static Json write(const commitment<Severity>& each) {
    const bool is_promised = each.state != commitment_state::not_promised;
    return {{"state", name_of(each.state)},
            {"severity", severity_json<Json>(each.severity)},
            {"strength", is_promised ? Json(name_of(each.strength)) : Json()},
            {"due", each.due.exists() ? instant_json<Json>(each.due.at()) : Json()},
            {"fulfilled_at", json_or_null<Json>(each.fulfilled_at)},
            {"withdrawn_at", json_or_null<Json>(each.withdrawn_at)},
            {"margin_s", each.late_by ? Json(-*each.late_by) : Json()},
            {"used", json_or_null<Json>(each.used)}};
  }
};

template <class Severity>
struct json_value<assessment<Severity>> {
  template <class Json>
  static Json write(const assessment<Severity>& both) {
    return {{"response", Json(both.response)}, {"resolution", Json(both.resolution)}};
  }
};

template <>
struct json_value<commitment_tally> {
  template <class Json>
  static Json write(const commitment_tally& counts) {
    using enum commitment_state;
    Json object = Json::object();
    for (const commitment_state state : {met, missed, running, on_hold, not_started, withdrawn, not_promised})
      object[std::string(name_of(state))] = counts[state];
    return object;
  }
};

template <>
struct json_value<upcoming_breach> {
  template <class Json>
  static Json write(const upcoming_breach& next) {
    return {{"ticket", next.ticket}, {"commitment", name_of(next.kind)}, {"due", instant_json<Json>(next.due)}};
  }
};

template <>
struct json_value<segment> {
  template <class Json>
  static Json write(const segment& each) {
    Json object(each.during);
    object["kind"] = name_of(each.kind);
    object["name"] = each.name.empty() ? Json() : Json(each.name);
    return object;
  }
};

template <>
struct json_value<running_allowance> {
  template <class Json>
  static Json write(const running_allowance& running) {
    return {{"clock", name_of(running.by)},
            {"starts_at", instant_json<Json>(running.starts_at)},
            {"runs_from", instant_json<Json>(running.from)},
            {"allowed_s", seconds_json<Json>(running.budget)}};
  }
};

template <>
struct json_value<explanation> {
  template <class Json>
  static Json write(const explanation& why) {
    return {{"due", Json(why.due)},
            {"running", json_or_null<Json>(why.running)},
            {"counted_s", seconds_json<Json>(why.counted())},
            {"segments", array_json<Json>(why.segments)}};
  }
};

// ---- Agreements -----------------------------------------------------------------------------------------------------

template <>
struct json_value<described_clause> {
  template <class Json>
  static Json write(const described_clause& each) {
    return {{"clause", each.clause}, {"says", each.says}};
  }
};

template <>
struct json_value<finding> {
  template <class Json>
  static Json write(const finding& found) {
    return {{"broken", name_of(found.broken)}, {"message", found.message}};
  }
};

template <json_writable Answer>
struct json_value<edition_answer<Answer>> {
  template <class Json>
  static Json write(const edition_answer<Answer>& given) {
    return {{"edition", given.edition}, {"answer", Json(given.answer)}};
  }
};

template <>
struct json_value<maintenance_judgement> {
  template <class Json>
  static Json write(const maintenance_judgement& judged) {
    return {{"status", name_of(judged.status)},
            {"in_windows", Json(judged.in_windows)},
            {"outside", Json(judged.outside)},
            {"outside_is", name_of(judged.outside_is)},
            {"could_start_at", json_or_null<Json>(judged.could_start_at)},
            {"excused_s", Json(judged.excused())},
            {"counted_s", Json(judged.counted())}};
  }
};

// ---- Availability ---------------------------------------------------------------------------------------------------

template <>
struct json_value<error_budget> {
  template <class Json>
  static Json write(const error_budget& budget) {
    return {{"allowed_s", Json(budget.allowed)},
            {"spent_s", Json(budget.spent)},
            {"left_s", Json(budget.left)},
            {"left_percent", percent_json<Json>(budget.left_share())}};
  }
};

/// The exact percentage is percent_num / percent_den; best and worst case are those that unknown time allows.
template <>
struct json_value<availability_result> {
  template <class Json>
  static Json write(const availability_result& result) {
    const std::optional<fraction> share = result.share();
    Json object{{"source", result.source},
                {"period", Json(result.period)},
                {"total_s", Json(result.period.length())},
                {"up_s", Json(result.up)},
                {"down_s", Json(result.down)},
                {"excluded_s", Json(result.excluded)},
                {"unknown_s", Json(result.unknown)},
                {"met", verdict_json<Json>(result.verdict())},
                {"percent", percent_json<Json>(share)},
                {"percent_num", nullptr},
                {"percent_den", nullptr},
                {"at_least_percent", percent_json<Json>(result.objective)},
                {"best_case", case_json<Json>(result.best_share(), result.best_case())},
                {"worst_case", case_json<Json>(result.worst_share(), result.worst_case())},
                {"budget", Json(error_budget(result))},
                {"in_maintenance", Json(result.in_maintenance)},
                {"provisional", result.status == availability_result::completeness::provisional}};
    if (share) {
      const fraction percentage = *share * fraction{100, 1};
      object["percent_num"] = percentage.numerator();
      object["percent_den"] = percentage.denominator();
    }
    return object;
  }

 private:
  template <class Json>
  static Json case_json(const std::optional<fraction>& share, availability_verdict verdict) {
    return {{"percent", percent_json<Json>(share)}, {"met", verdict_json<Json>(verdict)}};
  }
};

template <>
struct json_value<what_if_answer> {
  template <class Json>
  static Json write(const what_if_answer& answer) {
    return {{"without", Json(answer.without)}, {"with", Json(answer.with)}};
  }
};

template <>
struct json_value<burn_state> {
  template <class Json>
  static Json write(const burn_state& state) {
    return {{"window_s", Json(state.alert.long_window)},
            {"short_window_s", Json(state.alert.short_window)},
            {"threshold", Json(state.threshold)},
            {"rate", json_or_null<Json>(state.long_rate)},
            {"short_rate", json_or_null<Json>(state.short_rate)},
            {"fires", state.fires()}};
  }
};

template <>
struct json_value<timeline_segment> {
  template <class Json>
  static Json write(const timeline_segment& each) {
    Json object(each.during);
    object["state"] = name_of(each.state);
    object["weight"] = Json(each.weight);
    return object;
  }
};

template <>
struct json_value<composed_share> {
  template <class Json>
  static Json write(const composed_share& share) {
    return {{"at_least", Json(share.at_least())}, {"at_most", Json(share.at_most())}};
  }
};

template <>
struct json_value<composition> {
  template <class Json>
  static Json write(const composition& both) {
    return {{"by_formula", Json(both.by_formula)}, {"measured", Json(both.measured)}};
  }
};

}  // namespace detail

}  // namespace sla::inline v0

#endif
