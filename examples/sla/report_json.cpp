#include "report_json.hpp"

#include <fmt/format.h>

#include <utility>

#include "sla/json/results.hpp"
#include "terminal.hpp"

namespace program {

namespace {

using json = nlohmann::ordered_json;

json by_severity_json(const ticket_figures& figures) {
  json object;
  for (const auto& [level, responses] : figures.response.by_severity)
    object[fmt::to_string(static_cast<int>(level))] = {{"response", json(responses)},
                                                       {"resolution", json(figures.resolution.by_severity.at(level))}};
  return object;
}

json ticket_json(const judged_ticket& each) {
  return {{"ticket", each.ticket},
          {"edition", edition_json(each.edition)},
          {"severity", static_cast<int>(each.level)},
          {"response", json(each.outcome.response)},
          {"resolution", json(each.outcome.resolution)}};
}

json tickets_json(const ticket_figures& figures) {
  json list = json::array();
  for (const judged_ticket& each : figures.judged) list.push_back(ticket_json(each));
  return {{"response", json(figures.response.total)},
          {"resolution", json(figures.resolution.total)},
          {"by_severity", by_severity_json(figures)},
          {"reported_later", figures.reported_later},
          {"list", std::move(list)}};
}

json miss_json(const miss& each) {
  const auto& outcome = each.outcome;
  return {{"ticket", each.ticket},
          {"edition", edition_json(each.edition)},
          {"severity", static_cast<int>(outcome.severity)},
          {"due", sla::instant_json(outcome.due.at())},
          {"fulfilled_at", sla::json_or_null(outcome.fulfilled_at)},
          {"withdrawn_at", sla::json_or_null(outcome.withdrawn_at)},
          {"late_by_s", json(each.late_by)},
          {"strength", sla::name_of(outcome.strength)}};
}

json misses_json(const std::vector<miss>& misses) {
  json list = json::array();
  for (const miss& each : misses) list.push_back(miss_json(each));
  return list;
}

/// The bounds of the outages that probes saw; null where records name the outages.
json bounds_json(const std::optional<downtime_bounds>& bounds) {
  if (!bounds) return {};
  return {{"down_at_least_s", json(bounds->at_least)}, {"down_at_most_s", json(bounds->at_most)}};
}

/// What is to come of a month that goes on; null for one that is over.
json ahead_json(const service_month& measured) {
  if (!measured.ahead) return {};
  return {{"percent_so_far", sla::percent_json(measured.result.share_so_far())},
          {"longest_outage_s", json(measured.ahead->longest_outage)},
          {"lost_if_down_until", sla::json_or_null(measured.ahead->lost_at)},
          {"burn_rates", measured.ahead->burning}};
}

/// The month of a service; its period and its records stand in the report, once for all.
json service_json(const service_month& measured) {
  json object{{"service", measured.service}};
  object.update(json(measured.result));
  object.erase("source");
  object.erase("period");
  object["met_if_unknown_is_down"] = sla::verdict_json(measured.result.worst_case());
  object["bounds"] = bounds_json(measured.bounds);
  object["ahead"] = ahead_json(measured);
  return object;
}

void add_history(json& service, const service_history& history) {
  json timeline = json::array();
  for (const auto& [state, during] : history.timeline) {
    timeline.push_back(during);
    timeline.back()["state"] = sla::name_of(state);
  }
  json burn_down = json::array();
  for (const auto& [at, left] : history.burn_down)
    burn_down.push_back({{"at", sla::instant_json(at)}, {"left_s", json(left)}});
  service["budget"]["lost_at"] = sla::json_or_null(history.lost_at);
  service["timeline"] = std::move(timeline);
  service["windows"] = history.windows;
  service["burn_down"] = std::move(burn_down);
}

json latency_json(const sla::loaded_latency_objective& promised, const sla::latency_count& count) {
  json object{{"threshold_s", promised.within}};
  object.update(json(count));
  object["met"] = sla::verdict_json(count.verdict(promised.most));
  return object;
}

}  // namespace

json records_json(std::vector<std::string_view> files, const maintenance_records& maintenance) {
  if (!maintenance.file.empty()) files.push_back(maintenance.file);
  return files;
}

json records_json(const report_figures& figures) {
  std::vector<std::string_view> files;
  if (figures.tickets) files.push_back(figures.tickets->file);
  if (figures.services) files.push_back(figures.services->file);
  return records_json(std::move(files), figures.asked.maintenance);
}

json rule_json(const sla::probe_rule& rule) {
  return {{"failures", rule.failures()}, {"longest_gap_s", sla::json_or_null(rule.longest_gap())}};
}

json maintenance_json(const month_question& asked) {
  json works = json::array();
  for (const auto& [announced, judged] : maintenance_in_month(asked)) {
    json work{{"service", announced.service.empty() ? json() : json(announced.service)}};
    work.update(json(announced.work));
    work.update(json(judged));
    works.push_back(std::move(work));
  }
  return works;
}

json edition_json(std::string_view name) { return agreed().has_editions() ? json(name) : json(); }

json offering_json(const offering_choice* offering) { return offering != nullptr ? json(offering->name) : json(); }

json services_json(const std::vector<service_month>& services) {
  json list = json::array();
  for (const service_month& each : services) list.push_back(service_json(each));
  return list;
}

json report_json(const report_figures& figures) {
  json object{{"agreement", figures.asked.terms.title},
              {"reading", agreed().reading()},
              {"edition", edition_json(figures.asked.edition)},
              {"zone", figures.asked.terms.month_zone.name()},
              {"month", iso_month(figures.asked.month)},
              {"period", period_of(figures.asked.month)},
              {"offering", offering_json(figures.offering)},
              {"as_of", sla::instant_json(figures.as_of)},
              {"records", records_json(figures)},
              {"skipped_lines", figures.skipped_lines},
              {"tickets", nullptr},
              {"worst_misses", nullptr},
              {"probe_rule", nullptr},
              {"maintenance", json::array()},
              {"services", json::array()},
              {"services_not_probed", json::array()},
              {"latency", nullptr}};
  if (figures.tickets) {
    object["tickets"] = tickets_json(*figures.tickets);
    object["worst_misses"] = {{"response", misses_json(figures.tickets->response.worst)},
                              {"resolution", misses_json(figures.tickets->resolution.worst)}};
  }
  if (figures.services) {
    object["probe_rule"] = rule_json(figures.asked.rule);
    object["maintenance"] = maintenance_json(figures.asked);
    object["services"] = services_json(figures.services->services);
    for (json& service : object["services"])
      add_history(service, figures.services->histories.at(service["service"].get<std::string>()));
    object["services_not_probed"] = figures.services->not_probed;
    object["latency"] = latency_json(figures.asked.terms.latency, figures.services->latency);
  }
  return object;
}

std::string json_text(const json& value) {
  const auto in = [&value](bool is_ascii) {
    return value.dump(2, ' ', is_ascii, json::error_handler_t::replace) + '\n';
  };
  const std::string text = in(false);
  return shown(text) == text ? text : in(true);
}

}  // namespace program
