#include "report_json.hpp"

#include <fmt/format.h>

#include "sla/availability/error_budget.hpp"
#include "sla/time/text.hpp"

namespace program {

namespace {

using json = nlohmann::ordered_json;

json seconds_json(sla::elapsed length) {
  const auto count = length.length().count();
  return count % 1000 == 0 ? json(count / 1000) : json(static_cast<double>(count) / 1000);
}

/// Met and missed as true and false; null where nothing can be said.
json verdict_json(auto verdict) {
  using enum_type = decltype(verdict);
  return verdict == enum_type::not_measurable ? json() : json(verdict == enum_type::met);
}

json tally_json(const sla::commitment_tally& counts) {
  json object;
  for (const sla::commitment_state state : shown_states) object[std::string(sla::name_of(state))] = counts[state];
  return object;
}

json by_severity_json(const ticket_figures& figures) {
  json object;
  for (const auto& [level, responses] : figures.response.by_severity)
    object[fmt::to_string(static_cast<int>(level))] = {
        {"response", tally_json(responses)}, {"resolution", tally_json(figures.resolution.by_severity.at(level))}};
  return object;
}

json instant_json(const std::optional<sla::instant>& at) { return at ? json(sla::iso(*at)) : json(); }

json edition_json(std::string_view name) { return agreed().has_editions() ? json(name) : json(); }

json used_json(const std::optional<sla::allowance_used>& allowance) {
  if (!allowance) return {};
  return {{"clock", sla::name_of(allowance->by)},
          {"used_s", seconds_json(sla::elapsed{allowance->used})},
          {"allowed_s", seconds_json(sla::elapsed{allowance->budget})}};
}

bool is_promised(const sla::commitment<severity>& outcome) {
  return outcome.state != sla::commitment_state::not_promised;
}

json commitment_json(const sla::commitment<severity>& outcome) {
  return {{"state", sla::name_of(outcome.state)},
          {"severity", static_cast<int>(outcome.severity)},
          {"strength", is_promised(outcome) ? json(sla::name_of(outcome.strength)) : json()},
          {"due", outcome.due.exists() ? json(sla::iso(outcome.due.at())) : json()},
          {"fulfilled_at", instant_json(outcome.fulfilled_at)},
          {"margin_s", outcome.late_by ? seconds_json(-*outcome.late_by) : json()},
          {"used", used_json(outcome.used)}};
}

json ticket_json(const judged_ticket& each) {
  return {{"ticket", each.ticket},
          {"edition", edition_json(each.edition)},
          {"severity", static_cast<int>(each.level)},
          {"response", commitment_json(each.outcome.response)},
          {"resolution", commitment_json(each.outcome.resolution)}};
}

json tickets_json(const ticket_figures& figures) {
  json list = json::array();
  for (const judged_ticket& each : figures.judged) list.push_back(ticket_json(each));
  return {{"response", tally_json(figures.response.total)},
          {"resolution", tally_json(figures.resolution.total)},
          {"by_severity", by_severity_json(figures)},
          {"reported_later", figures.reported_later},
          {"list", std::move(list)}};
}

json miss_json(const miss& each) {
  const auto& outcome = each.outcome;
  return {{"ticket", each.ticket},
          {"edition", edition_json(each.edition)},
          {"severity", static_cast<int>(outcome.severity)},
          {"due", sla::iso(outcome.due.at())},
          {"fulfilled_at", instant_json(outcome.fulfilled_at)},
          {"late_by_s", seconds_json(each.late_by)},
          {"strength", sla::name_of(outcome.strength)}};
}

json misses_json(const std::vector<miss>& misses) {
  json list = json::array();
  for (const miss& each : misses) list.push_back(miss_json(each));
  return list;
}

json percent_json(const std::optional<sla::fraction>& share) {
  return share ? json(sla::percent_rounded_down(*share, 4)) : json();
}

/// A month as it would be had all unknown time been up, or down.
json case_json(const std::optional<sla::fraction>& share, sla::availability_verdict verdict) {
  return {{"percent", percent_json(share)}, {"met", verdict_json(verdict)}};
}

/// The downtime that is certain and the most that there may have been; null where records name the outages.
json bounds_json(const std::optional<downtime_bounds>& bounds) {
  if (!bounds) return {};
  return {{"down_at_least_s", seconds_json(bounds->at_least)}, {"down_at_most_s", seconds_json(bounds->at_most)}};
}

json fraction_json(const std::optional<sla::fraction>& value) {
  return value ? json{value->numerator(), value->denominator()} : json();
}

/// What is to come of a month that goes on; null for one that is over.
json ahead_json(const service_month& measured) {
  if (!measured.ahead) return {};
  json burning = json::array();
  for (const sla::burn_state& state : measured.ahead->burning)
    burning.push_back({{"window_s", seconds_json(state.alert.long_window)},
                       {"short_window_s", seconds_json(state.alert.short_window)},
                       {"threshold", fraction_json(state.threshold)},
                       {"rate", fraction_json(state.long_rate)},
                       {"short_rate", fraction_json(state.short_rate)},
                       {"fires", state.fires()}});
  return {{"percent_so_far", percent_json(measured.result.share_so_far())},
          {"longest_outage_s", seconds_json(measured.ahead->longest_outage)},
          {"lost_if_down_until", instant_json(measured.ahead->lost_at)},
          {"burn_rates", std::move(burning)}};
}

json service_json(const service_month& measured) {
  const sla::availability_result& result = measured.result;
  const sla::error_budget budget(result);
  json object{{"service", measured.service},
              {"total_s", seconds_json(result.period.length())},
              {"up_s", seconds_json(result.up)},
              {"down_s", seconds_json(result.down)},
              {"excluded_s", seconds_json(result.excluded)},
              {"unknown_s", seconds_json(result.unknown)},
              {"met", verdict_json(result.verdict())},
              {"percent", percent_json(result.share())},
              {"percent_num", nullptr},
              {"percent_den", nullptr},
              {"at_least_percent", sla::percent_rounded_down(result.objective, 4)},
              {"best_case", case_json(result.best_share(), result.best_case())},
              {"worst_case", case_json(result.worst_share(), result.worst_case())},
              {"met_if_unknown_is_down", verdict_json(result.worst_case())},
              {"budget",
               {{"allowed_s", seconds_json(budget.allowed)},
                {"spent_s", seconds_json(budget.spent)},
                {"left_s", seconds_json(budget.left)},
                {"left_percent", percent_json(budget.left_share())}}},
              {"in_maintenance",
               {{"scheduled_s", seconds_json(result.in_maintenance.scheduled)},
                {"identified_s", seconds_json(result.in_maintenance.identified)},
                {"short_notice_s", seconds_json(result.in_maintenance.short_notice)},
                {"emergency_s", seconds_json(result.in_maintenance.emergency)}}},
              {"bounds", bounds_json(measured.bounds)},
              {"provisional", result.status == sla::availability_result::completeness::provisional},
              {"ahead", ahead_json(measured)}};
  if (const auto share = result.share()) {
    const sla::fraction percentage(share->numerator() * 100, share->denominator());
    object["percent_num"] = percentage.numerator();
    object["percent_den"] = percentage.denominator();
  }
  return object;
}

json interval_json(const sla::interval& during) {
  return {{"from", sla::iso(during.starts_at())}, {"to", sla::iso(during.ends_at())}};
}

void add_history(json& service, const service_history& history) {
  json timeline = json::array();
  for (const auto& [state, during] : history.timeline) {
    timeline.push_back(interval_json(during));
    timeline.back()["state"] = sla::name_of(state);
  }
  json windows = json::array();
  for (const sla::interval& window : history.windows) windows.push_back(interval_json(window));
  json burn_down = json::array();
  for (const auto& [at, left] : history.burn_down)
    burn_down.push_back({{"at", sla::iso(at)}, {"left_s", seconds_json(left)}});
  service["budget"]["lost_at"] = instant_json(history.lost_at);
  service["timeline"] = std::move(timeline);
  service["windows"] = std::move(windows);
  service["burn_down"] = std::move(burn_down);
}

json latency_json(const sla::latency_count& count) {
  return {{"threshold_s", seconds_json(agreed().latest().latency.within)},
          {"counted", count.counted},
          {"within", count.within},
          {"exempt", count.exempt},
          {"met", verdict_json(count.verdict(agreed().latest().latency.most))}};
}

json records_json(const report_figures& figures) {
  json files = json::array();
  if (figures.tickets) files.push_back(figures.tickets->file);
  if (figures.services) files.push_back(figures.services->file);
  return files;
}

}  // namespace

json offering_json(const offering_choice* offering) { return offering != nullptr ? json(offering->name) : json(); }

json services_json(const std::vector<service_month>& services) {
  json list = json::array();
  for (const service_month& each : services) list.push_back(service_json(each));
  return list;
}

json report_json(const report_figures& figures) {
  json object{{"agreement", agreed().latest().title},
              {"reading", agreed().reading()},
              {"zone", agreed().latest().month_zone.name()},
              {"month", fmt::format("{:04}-{:02}", static_cast<int>(figures.asked.month.year()),
                                    static_cast<unsigned>(figures.asked.month.month()))},
              {"period", interval_json(period_of(figures.asked.month))},
              {"offering", offering_json(figures.offering)},
              {"as_of", sla::iso(figures.as_of)},
              {"records", records_json(figures)},
              {"skipped_lines", figures.skipped_lines},
              {"tickets", nullptr},
              {"worst_misses", nullptr},
              {"services", json::array()},
              {"services_not_probed", json::array()},
              {"latency", nullptr}};
  if (figures.tickets) {
    object["tickets"] = tickets_json(*figures.tickets);
    object["worst_misses"] = {{"response", misses_json(figures.tickets->response.worst)},
                              {"resolution", misses_json(figures.tickets->resolution.worst)}};
  }
  if (figures.services) {
    object["services"] = services_json(figures.services->services);
    for (json& service : object["services"])
      add_history(service, figures.services->histories.at(service["service"].get<std::string>()));
    object["services_not_probed"] = figures.services->not_probed;
    object["latency"] = latency_json(figures.services->latency);
  }
  return object;
}

std::string json_text(const json& value) { return value.dump(2) + '\n'; }

}  // namespace program
