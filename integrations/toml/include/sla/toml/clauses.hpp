#ifndef SLA_TOML_CLAUSES_HPP
#define SLA_TOML_CLAUSES_HPP

// The clauses about what is promised.

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sla/policy/credit_schedule.hpp"
#include "sla/policy/fraction.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "sla/policy/reading.hpp"
#include "sla/toml/opening_clauses.hpp"
#include "sla/toml/section.hpp"
#include "sla/toml/values.hpp"

namespace sla::inline v0::detail {

// ---- Promises -----------------------------------------------------------------------------------------------------------

inline resolution_target read_resolution(toml_section& in, const toml::node& node) {
  resolution_target target = std::visit([](auto amount) { return resolve_within(amount); }, toml_allowance(in, node));
  if (in.find("from") != nullptr) target = target.from(toml_enum<clock_start>(in, "from"));
  return target.with(toml_enum<obligation>(in, "strength"));
}

inline response_target read_response(toml_section& in) {
  const response_target otherwise = respond_within(elapsed{std::chrono::hours{1}});
  return in.read(otherwise, [&] {
    const toml::node& node = in.at("response", allowed_amounts);
    return in.read_inner("response", node, allowed_amounts, otherwise, [&](toml_section& response) {
      return std::visit([](auto amount) { return respond_within(amount); }, toml_allowance(response, node));
    });
  });
}

inline loaded_severity_table::named_row read_row(toml_section& in) {
  const severity_level level{static_cast<int>(toml_number(in, "level", 0, 1'000'000))};
  std::string name = toml_string(in, "name", "a text");
  const response_target respond = read_response(in);
  const row<severity_level> case_by_case_row{level, respond, case_by_case{}};
  return {std::move(name), in.read(case_by_case_row, [&] {
            constexpr std::string_view allowed = "\"case_by_case\", or an amount with strength and, if need be, from";
            const toml::node& node = in.at("resolution", allowed);
            if (node.is_string()) {
              if (node.value_or(std::string{}) != "case_by_case")
                in.refuse("resolution", node, "is no resolution", allowed);
              return case_by_case_row;
            }
            return in.read_inner("resolution", node, allowed, case_by_case_row, [&](toml_section& resolution) {
              return row<severity_level>{level, respond, read_resolution(resolution, node)};
            });
          })};
}

inline void add_row(std::vector<loaded_severity_table::named_row>& rows, toml_section& in) {
  using named_row = loaded_severity_table::named_row;
  named_row added = read_row(in);
  if (in.is_refused()) return;
  if (std::ranges::all_of(added.name, [](char c) { return '0' <= c && c <= '9'; }))
    in.refuse("name", *in.find("name"), "could be taken for a level", "a text that is no number");
  if (std::ranges::find(rows, added.level, &named_row::level) != rows.end())
    in.refuse("level", *in.find("level"), "has a row already", "a number for each row");
  if (std::ranges::find(rows, added.name, &named_row::name) != rows.end())
    in.refuse("name", *in.find("name"), "has a row already", "a name for each row");
  rows.push_back(std::move(added));
}

inline loaded_severity_table read_severities(toml_section& in) {
  const loaded_severity_table otherwise(
      {{"", row<severity_level>{severity_level{0}, respond_within(elapsed{std::chrono::hours{1}}), case_by_case{}}}});
  return in.read(otherwise, [&] {
    const toml::node& node = in.at("severities", "an array of tables");
    std::vector<loaded_severity_table::named_row> rows;
    in.for_each("severities", node, "an array of tables",
                [&](toml_section& each, const toml::node&) { add_row(rows, each); });
    return at_place(in, "severities", node, [&] { return loaded_severity_table(std::move(rows)); });
  });
}

inline toml::array severities_for_toml(const loaded_severity_table& severities) {
  toml::array rows;
  for (const auto& each : severities) {
    toml::table response = allowance_for_toml(each.response.within());
    response.is_inline(true);
    toml::table table{{"level", static_cast<int>(each.level)}, {"name", each.name}, {"response", std::move(response)}};
    if (each.resolution) {
      toml::table resolution = allowance_for_toml(each.resolution->within());
      if (each.resolution->starts_from())
        resolution.insert("from", std::string(name_of(*each.resolution->starts_from())));
      resolution.insert("strength", std::string(name_of(each.resolution->strength())));
      resolution.is_inline(true);
      table.insert("resolution", std::move(resolution));
    } else {
      table.insert("resolution", "case_by_case");
    }
    rows.push_back(std::move(table));
  }
  return rows;
}

// ---- Maintenance, latency -------------------------------------------------------------------------------------------------

inline recurrence::dates read_dates_of_window(toml_section& in, std::chrono::weekday on) {
  const toml::node* nth = in.find("nth");
  if (nth == nullptr) return on;
  const auto ordinal = read_ordinal(in, *nth);
  if (ordinal) return on[*ordinal];
  return on[std::chrono::last];
}

inline recurrence read_window(toml_section& in) {
  const std::chrono::weekday on =
      in.read(std::chrono::Monday, [&] { return toml_weekday(in, "on", in.at("on", allowed_weekdays)); });
  const recurrence::dates dates = read_dates_of_window(in, on);
  const toml_span span = toml_opens_and_closes(in);
  return {dates, span.opens, span.closes};
}

inline std::vector<recurrence> read_windows(toml_section& in) {
  std::vector<recurrence> windows;
  return in.read(windows, [&] {
    in.for_each("maintenance_windows", in.at("maintenance_windows", "an array, which may be empty"),
                "an array of {on = \"Friday\", opens = \"21:00\", closes = \"22:00\"}",
                [&](toml_section& each, const toml::node&) { windows.push_back(read_window(each)); });
    return windows;
  });
}

inline toml::array windows_for_toml(std::span<const recurrence> windows) {
  using namespace std::chrono;
  toml::array array;
  for (const recurrence& window : windows) {
    toml::table line = span_for_toml(window.span());
    if (const auto* weekly = std::get_if<weekday>(&window.on())) line.insert("on", std::string(name_of(*weekly)));
    if (const auto* nth = std::get_if<weekday_indexed>(&window.on())) {
      line.insert("on", std::string(name_of(nth->weekday())));
      line.insert("nth", static_cast<std::int64_t>(nth->index()));
    }
    if (const auto* final = std::get_if<weekday_last>(&window.on())) {
      line.insert("on", std::string(name_of(final->weekday())));
      line.insert("nth", "last");
    }
    array.push_back(std::move(line));
  }
  return array;
}

inline required_share read_required_share(toml_section& in, const toml::node& node) {
  const bool is_open = in.find("more_than") != nullptr;
  if (is_open == (in.find("at_least") != nullptr)) {
    constexpr std::string_view why = "needs either more_than or at_least";
    if (is_open) in.refuse("", node, why);
    in.refuse_lack(node, why);
  }
  const auto read = [&](std::string_view key, auto required) {
    const fraction share = toml_share(in, key);
    return at_place(in, key, [&] { return required(share); });
  };
  return is_open ? read("more_than", more_than) : read("at_least", at_least);
}

inline std::vector<std::string> read_exempt(toml_section& in) {
  constexpr std::string_view allowed = "an array of texts";
  std::vector<std::string> kinds;
  return in.read(kinds, [&] {
    const toml::node& node = in.at("exempt", allowed);
    const toml::array* array = node.as_array();
    if (array == nullptr) in.refuse("exempt", node, "is no array", allowed);
    for (const toml::node& kind : *array) kinds.push_back(in.value<std::string>("exempt", kind, allowed));
    return kinds;
  });
}

inline loaded_latency_objective read_latency(toml_section& in) {
  constexpr std::string_view allowed = "{within = \"10s\", more_than = \"50 %\", exempt = []}";
  const loaded_latency_objective otherwise{elapsed{std::chrono::seconds{1}}, at_least(fraction{1, 1}), {}};
  return in.read(otherwise, [&] {
    const toml::node& node = in.at("latency", allowed);
    return in.read_inner("latency", node, allowed, otherwise, [&](toml_section& latency) {
      const elapsed within{toml_length(latency, "within")};
      const required_share most = latency.read(otherwise.most, [&] { return read_required_share(latency, node); });
      return loaded_latency_objective{within, most, read_exempt(latency)};
    });
  });
}

inline toml::table latency_for_toml(const loaded_latency_objective& objective) {
  toml::array exempt;
  for (const std::string& kind : objective.exempt) exempt.push_back(kind);
  return toml::table{{"within", length_for_toml(objective.within.length())},
                     {std::string(name_of(objective.most.compares_by())), share_for_toml(objective.most.than())},
                     {"exempt", std::move(exempt)}};
}

// ---- Credits ------------------------------------------------------------------------------------------------------------

inline credit_tier read_tier(toml_section& in) {
  return {toml_share(in, "at_least"), toml_share(in, "below"), toml_share(in, "credit")};
}

inline std::vector<credit_tier> read_tiers(toml_section& in, const toml::node& node) {
  std::vector<credit_tier> tiers;
  in.for_each("tiers", node, "an array of {at_least = \"99 %\", below = \"99.9 %\", credit = \"10 %\"}",
              [&](toml_section& each, const toml::node& tier) {
                tiers.push_back(read_tier(each));
                if (!in.is_refused("tiers"))
                  at_place(each, "", tier, [&] { check_credit_tier(tiers, tiers.size() - 1); });
              });
  return tiers;
}

inline loaded_credit_schedule read_cap_and_tiers(toml_section& in) {
  const fraction at_most = toml_share(in, "cap");
  const credit_cap cap =
      in.read(credit_cap(fraction{1, 1}), [&] { return at_place(in, "cap", [&] { return credit_cap(at_most); }); });
  const toml::node& tiers = in.at("tiers", "an array of tables");
  std::vector<credit_tier> read = read_tiers(in, tiers);
  if (tiers.as_array()->empty()) in.refuse("tiers", tiers, "is empty", "a tier or more, or credits = \"not_promised\"");
  if (in.is_refused("cap")) throw refused_already{};
  return at_place(in, "tiers", tiers, [&] { return loaded_credit_schedule(cap, std::move(read)); });
}

inline loaded_credit_schedule read_credits(toml_section& in) {
  constexpr std::string_view allowed = "\"not_promised\", or {cap = \"50 %\", tiers = [...]}";
  const loaded_credit_schedule otherwise{no_credits{}};
  const toml::node* node = in.find("credits");
  if (node == nullptr) return otherwise;
  return in.read(otherwise, [&] {
    if (node->is_string()) {
      if (node->value_or(std::string{}) != "not_promised")
        in.refuse("credits", *node, "is no promise of credits", allowed);
      return otherwise;
    }
    return in.read_inner("credits", *node, allowed, otherwise, [&](toml_section& credits) {
      return credits.read(otherwise, [&] { return read_cap_and_tiers(credits); });
    });
  });
}

inline void write_credits(toml::table& out, const loaded_credit_schedule& schedule) {
  if (schedule.tiers().empty()) {
    out.insert("credits", "not_promised");
    return;
  }
  toml::array tiers;
  for (const credit_tier& each : schedule.tiers()) {
    toml::table tier{{"at_least", share_for_toml(each.at_least)},
                     {"below", share_for_toml(each.below)},
                     {"credit", share_for_toml(each.credit)}};
    tier.is_inline(true);
    tiers.push_back(std::move(tier));
  }
  out.insert("credits", toml::table{{"cap", share_for_toml(schedule.cap().at_most())}, {"tiers", std::move(tiers)}});
}

// ---- All ------------------------------------------------------------------------------------------------------------------

inline availability_objective read_objective(toml_section& in) {
  const fraction share = toml_share(in, "availability");
  return in.read(availability_objective(fraction{1, 1}),
                 [&] { return at_place(in, "availability", [&] { return availability_objective(share); }); });
}

inline loaded_clauses read_clauses(toml_section& in) {
  // Braces read from left to right, as the members stand.
  return {.title = toml_string(in, "title", "a text"),
          .severities = read_severities(in),
          .hour_spill = toml_enum<hour_spill>(in, "hour_spill"),
          .day_zero = toml_enum<day_zero>(in, "day_zero"),
          .due_time = toml_enum<due_time>(in, "due_time"),
          .desk_closure = toml_enum<desk_closure>(in, "desk_closure"),
          .resolution_start = toml_enum<clock_start>(in, "resolution_start"),
          .confirmation = toml_enum<confirmation>(in, "confirmation"),
          .holds = toml_enum<holds>(in, "holds"),
          .silent_remedy = toml_enum<silent_remedy>(in, "silent_remedy"),
          .on_close = toml_enum<on_close>(in, "on_close"),
          .on_reopen = toml_enum<on_reopen>(in, "on_reopen"),
          .on_severity_change = toml_enum<on_severity_change>(in, "on_severity_change"),
          .availability = read_objective(in),
          .month_zone = read_zone(in, "month_zone"),
          .planned_time = toml_enum<planned_time>(in, "planned_time"),
          .outage_rounding = toml_enum<outage_rounding>(in, "outage_rounding"),
          .shortest_outage = elapsed{toml_length(in, "shortest_outage")},
          .partial_outages = toml_enum<partial_outages>(in, "partial_outages"),
          .unknown_time = toml_enum<unknown_time>(in, "unknown_time"),
          .credits = read_credits(in),
          .maintenance_windows = read_windows(in),
          .maintenance_notice = business_days{toml_number(in, "maintenance_notice_business_days", 1, 100'000)},
          .short_notice = toml_enum<downtime_rule>(in, "short_notice"),
          .emergency = toml_enum<downtime_rule>(in, "emergency"),
          .latency = read_latency(in)};
}

struct reading_writer {
  toml::table& out;
  template <enumeration Reading>
  void operator()(std::string_view name, Reading taken) const {
    out.insert(name, std::string(name_of(taken)));
  }
};

inline void write_clauses(toml::table& out, const loaded_clauses& clauses) {
  out.insert("title", clauses.title);
  out.insert("severities", severities_for_toml(clauses.severities));
  for_each_reading(clauses, reading_writer{out});
  out.insert("availability", share_for_toml(clauses.availability.at_least()));
  write_zone(out, "month_zone", clauses.month_zone);
  write_credits(out, clauses.credits);
  out.insert("shortest_outage", length_for_toml(clauses.shortest_outage.length()));
  out.insert("maintenance_windows", windows_for_toml(clauses.maintenance_windows));
  out.insert("maintenance_notice_business_days", clauses.maintenance_notice.count());
  out.insert("latency", latency_for_toml(clauses.latency));
}

}  // namespace sla::inline v0::detail

#endif
