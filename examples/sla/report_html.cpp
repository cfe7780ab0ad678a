#include "report_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <kainjow/mustache.hpp>
#include <set>

#include "month_picture.hpp"
#include "names.hpp"
#include "report_json.hpp"
#include "report_text.hpp"
#include "sla/availability/error_budget.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/policy/percent.hpp"
#include "sla/time/text.hpp"

namespace program {

namespace {

using json = nlohmann::ordered_json;
namespace mustache = kainjow::mustache;

// The page's files, as the build has put them into strings.
constexpr const char* page_template =
#include "page/report.html.inc"
    ;
constexpr const char* page_style =
#include "page/report.css.inc"
    ;
constexpr const char* page_script =
#include "page/report.js.inc"
    ;

// ---- Words ----------------------------------------------------------------------------------------------------------

std::string in_words(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

/// Text that is not broken into two lines.
std::string unbroken(std::string_view text) {
  std::string whole;
  for (const char c : text)
    if (c == ' ')
      whole += "\u00a0";
    else
      whole += c;
  return whole;
}

std::string unbroken(sla::elapsed length) { return unbroken(fmt::to_string(length)); }

std::string share_text(const std::optional<sla::fraction>& share) {
  return share ? unbroken(fmt::format("{:.4}", *share)) : "–";
}

/// A verdict for the eye: its look, a sign and a word.
json verdict_view(auto verdict) {
  using enum_type = decltype(verdict);
  if (verdict == enum_type::met) return {{"kind", "met"}, {"sign", "✓"}, {"verdict", "met"}};
  if (verdict == enum_type::missed) return {{"kind", "missed"}, {"sign", "✕"}, {"verdict", "missed"}};
  return {{"kind", "open"}, {"sign", "○"}, {"verdict", "not measurable"}};
}

/// An instant in two pieces, each of which stays on one line.
json instant_view(sla::instant at) {
  const std::string text = local_text(at);
  const std::size_t gap = text.find(' ', std::string_view("Mon ").size());
  return {{"date", text.substr(0, gap)}, {"time", text.substr(gap + 1)}};
}

json stretch_view(const sla::interval& during, const sla::interval& period) {
  json view = place_of(during, period);
  view["from"] = instant_view(during.starts_at());
  view["to"] = instant_view(during.ends_at());
  view["length"] = clock_text(during.length());
  return view;
}

// ---- Services -------------------------------------------------------------------------------------------------------

json entries_view(const std::vector<stretch>& timeline, const sla::interval& period) {
  json entries = json::array();
  for (const auto& [state, during] : timeline) {
    entries.push_back(stretch_view(during, period));
    entries.back()["state"] = sla::name_of(state);
    entries.back()["word"] = in_words(sla::name_of(state));
  }
  return entries;
}

/// The entries in the order in which they are drawn: downtime comes last and so on top. What is excluded reaches down to
/// the window that excludes it, so that downtime beside it does not hide it.
json bands_view(std::vector<stretch> timeline, const sla::interval& period) {
  std::ranges::sort(timeline, {}, [](const stretch& each) {
    return std::pair(-static_cast<int>(each.state), each.during.starts_at());
  });
  json bands = entries_view(timeline, period);
  for (json& band : bands) band["height"] = band["state"] == sla::name_of(month_state::excluded) ? "39" : "28";
  return bands;
}

/// Only what is behind the line of the budget: time of which nothing is known.
json unknown_bands_view(std::vector<stretch> timeline, const sla::interval& period) {
  std::erase_if(timeline, [](const stretch& each) { return each.state < month_state::unknown; });
  return entries_view(timeline, period);
}

std::string timeline_words(const std::vector<stretch>& timeline) {
  std::string words;
  for (const auto& [state, name] : sla::enumerators<month_state>::all) {
    const auto times = std::ranges::count(timeline, state, &stretch::state);
    if (times > 0) words += fmt::format("{}{} {}", words.empty() ? "" : ", ", plural(times, "time"), in_words(name));
  }
  return words.empty() ? "up all the time" : words;
}

sla::elapsed total_of(const std::vector<stretch>& timeline, month_state state) {
  sla::elapsed total;
  for (const stretch& each : timeline)
    if (each.state == state) total += each.during.length();
  return total;
}

bool is_provisional(const sla::availability_result& result) {
  return result.status == sla::availability_result::completeness::provisional;
}

json times_view(const sla::availability_result& result, const service_history& history) {
  json times = {{{"name", "Up"}, {"value", clock_text(result.up)}},
                {{"name", "Down"}, {"value", clock_text(result.down)}},
                {{"name", "Excluded"}, {"value", clock_text(result.excluded)}},
                {{"name", "Unknown"}, {"value", clock_text(result.unknown)}}};
  if (is_provisional(result))
    times.push_back(
        {{"name", "of which to come"}, {"value", clock_text(total_of(history.timeline, month_state::to_come))}});
  return times;
}

json case_view(std::string_view name, const std::optional<sla::fraction>& share, sla::availability_verdict verdict) {
  json view = verdict_view(verdict);
  view["name"] = name;
  view["percent"] = share_text(share);
  return view;
}

std::string budget_words(const sla::availability_result& result, const service_history& history) {
  if (result.verdict() == sla::availability_verdict::not_measurable)
    return "Nothing of the month is known, so nothing is known to be spent.";
  if (history.lost_at) return fmt::format("Overspent since {}.", local_text(*history.lost_at));
  const sla::error_budget budget(result);
  return fmt::format("{} of {} left {}.", clock_text(budget.left), clock_text(budget.allowed),
                     is_provisional(result) ? "so far" : "at the end of the month");
}

json service_view(const service_month& measured, const service_history& history, std::size_t number) {
  const sla::availability_result& result = measured.result;
  const sla::error_budget budget(result);
  json view = verdict_view(result.verdict());
  view.update(burn_down_picture(history, result.period));
  view.update({{"number", fmt::to_string(number)},
               {"service", measured.service},
               {"percent", share_text(result.share())},
               {"down", clock_text(result.down)},
               {"unknown", clock_text(result.unknown)},
               {"times", times_view(result, history)},
               {"cases",
                {case_view("Best case", result.best_share(), result.best_case()),
                 case_view("Worst case", result.worst_share(), result.worst_case())}},
               {"allowed", clock_text(budget.allowed)},
               {"spent", clock_text(budget.spent)},
               {"left", clock_text(budget.left)},
               {"is_overspent", budget.left < sla::elapsed{}},
               {"budget_words", budget_words(result, history)},
               {"timeline_words", timeline_words(history.timeline)},
               {"entries", entries_view(history.timeline, result.period)},
               {"bands", bands_view(history.timeline, result.period)},
               {"unknown_bands", unknown_bands_view(history.timeline, result.period)},
               {"windows", json::array()},
               {"burn_down", json::array()}});
  for (const sla::interval& window : history.windows) view["windows"].push_back(stretch_view(window, result.period));
  for (const auto& [at, left] : history.burn_down)
    view["burn_down"].push_back({{"at", instant_view(at)}, {"left", clock_text(left)}});
  return view;
}

json latency_view(const sla::loaded_latency_objective& promised, const sla::latency_count& count) {
  json view = verdict_view(count.verdict(promised.most));
  view["words"] = count.share()
                      ? fmt::format("{} of {} within {} ({})", count.within, plural(count.counted, "answered probe"),
                                    unbroken(promised.within), share_text(count.share()))
                      : fmt::format("No answered probe was timed; promised is {}.", unbroken(promised.within));
  return view;
}

std::string objective_text(const service_figures& figures) {
  return unbroken(sla::percent_text(figures.services.front().result.objective));
}

/// Names, each with what stands between it and the next one.
json not_probed_view(const std::vector<std::string>& services) {
  json names = json::array();
  for (const std::string& each : services)
    names.push_back({{"name", each}, {"then", names.size() + 1 < services.size() ? ", " : ""}});
  return names.empty() ? json() : json{{"names", std::move(names)}};
}

json availability_view(const month_question& asked, const service_figures& figures) {
  json services = json::array();
  for (const service_month& each : figures.services)
    services.push_back(service_view(each, figures.histories.at(each.service), services.size() + 1));
  const bool has_services = !services.empty();
  return {{"objective", has_services ? json(objective_text(figures)) : json()},
          {"has_services", has_services},
          {"has_overview", services.size() > 1},
          {"services", std::move(services)},
          {"rule", rule_text(asked.rule)},
          {"not_probed", not_probed_view(figures.not_probed)},
          {"latency", latency_view(asked.terms.latency, figures.latency)}};
}

// ---- Tickets --------------------------------------------------------------------------------------------------------

struct state_look {
  sla::commitment_state state;
  std::string_view kind;
  std::string_view sign;
};

/// In the order of shown_states.
constexpr std::array state_looks{
    state_look{sla::commitment_state::met, "met", "✓"},
    state_look{sla::commitment_state::missed, "missed", "✕"},
    state_look{sla::commitment_state::running, "open", "▸"},
    state_look{sla::commitment_state::on_hold, "open", "‖"},
    state_look{sla::commitment_state::not_started, "open", "○"},
    state_look{sla::commitment_state::withdrawn, "open", "⊘"},
    state_look{sla::commitment_state::not_promised, "open", "–"},
};

std::string margin_text(const sla::commitment<severity>& outcome) {
  if (!outcome.late_by) return "–";
  if (outcome.state == sla::commitment_state::missed) return fmt::format("{} late", *outcome.late_by);
  return fmt::format("{} {}", -*outcome.late_by, outcome.fulfilled_at || outcome.withdrawn_at ? "before" : "left");
}

json commitment_view(const sla::commitment<severity>& outcome, severity now) {
  const auto look = std::ranges::find(state_looks, outcome.state, &state_look::state);
  const bool is_late = outcome.state == sla::commitment_state::missed;
  const bool is_due = outcome.due.exists();
  return {{"kind", look->kind},
          {"sign", look->sign},
          {"word", is_late ? std::string(word_for_miss(outcome.strength)) : in_words(sla::name_of(outcome.state))},
          {"order", fmt::to_string(look - state_looks.begin())},
          {"judged_as", outcome.severity != now ? json(severity_text(outcome.severity)) : json()},
          {"due", is_due ? instant_view(outcome.due.at()) : json()},
          {"due_key", is_due ? fmt::to_string(outcome.due.at().time_since_epoch().count()) : ""},
          {"margin", margin_text(outcome)},
          {"margin_key", outcome.late_by ? fmt::to_string(-outcome.late_by->length().count()) : ""},
          {"is_late", is_late}};
}

json row_view(const judged_ticket& each) {
  const auto& [response, resolution] = each.outcome;
  return {{"ticket", each.ticket},
          {"edition", each.edition},
          {"number", fmt::to_string(static_cast<int>(each.level))},
          {"level", severity_text(each.level)},
          {"response_state", sla::name_of(response.state)},
          {"resolution_state", sla::name_of(resolution.state)},
          {"commitments", {commitment_view(response, each.level), commitment_view(resolution, each.level)}}};
}

/// The states of which there is something to say.
std::vector<sla::commitment_state> states_in(const sla::commitment_tally& counts) {
  std::vector<sla::commitment_state> states;
  for (const sla::commitment_state state : shown_states)
    if (counts[state] > 0 || state == sla::commitment_state::met || state == sla::commitment_state::missed)
      states.push_back(state);
  return states;
}

json counts_view(const std::string& level, const sla::commitment_tally& counts,
                 const std::vector<sla::commitment_state>& states) {
  json view{{"level", level}, {"counts", json::array()}};
  for (const sla::commitment_state state : states)
    view["counts"].push_back({{"count", fmt::to_string(counts[state])},
                              {"is_bad", state == sla::commitment_state::missed && counts[state] > 0},
                              {"is_none", counts[state] == 0}});
  return view;
}

json states_view(const std::vector<sla::commitment_state>& states) {
  json views = json::array();
  for (const sla::commitment_state state : states)
    views.push_back({{"state", sla::name_of(state)}, {"word", in_words(sla::name_of(state))}});
  return views;
}

json tally_view(std::string_view id, std::string_view name, const commitment_figures& figures) {
  const std::vector<sla::commitment_state> states = states_in(figures.total);
  json levels = json::array();
  for (const auto& [level, counts] : figures.by_severity)
    levels.push_back(counts_view(severity_text(level), counts, states));
  levels.push_back(counts_view("all", figures.total, states));
  return {{"id", id}, {"name", name}, {"states", states_view(states)}, {"levels", std::move(levels)}};
}

json tickets_view(const ticket_figures& figures, sla::instant as_of) {
  json rows = json::array();
  std::set<severity> levels;
  for (const judged_ticket& each : figures.judged) {
    rows.push_back(row_view(each));
    levels.insert(each.level);
  }
  json severities = json::array();
  for (const severity level : levels)
    severities.push_back({{"number", fmt::to_string(static_cast<int>(level))}, {"level", severity_text(level)}});
  const bool has_editions = agreed().has_editions();
  return {{"as_of", local_text(as_of)},
          {"has_rows", !rows.empty()},
          {"rows", std::move(rows)},
          {"reported_later", figures.reported_later > 0 ? json(plural(figures.reported_later, "ticket")) : json()},
          {"tallies",
           {tally_view("responses", "Responses", figures.response),
            tally_view("resolutions", "Resolutions", figures.resolution)}},
          {"severities", std::move(severities)},
          {"response_states", states_view(states_in(figures.response.total))},
          {"resolution_states", states_view(states_in(figures.resolution.total))},
          {"has_editions", has_editions},
          {"own_columns", has_editions ? "3" : "2"},
          {"commitments", {"Response", "Resolution"}}};
}

// ---- At a glance ----------------------------------------------------------------------------------------------------

json card_view(std::string_view target, std::string_view about, std::string big, json verdict, std::string word,
               std::string rest) {
  verdict.update({{"target", target},
                  {"about", about},
                  {"big", std::move(big)},
                  {"word", std::move(word)},
                  {"rest", std::move(rest)}});
  return verdict;
}

json services_card(const service_figures& figures) {
  using enum sla::availability_verdict;
  const auto count = [&figures](sla::availability_verdict verdict) {
    return std::ranges::count_if(figures.services,
                                 [&](const service_month& each) { return each.result.verdict() == verdict; });
  };
  const auto services = std::ssize(figures.services);
  if (services == 0)
    return card_view("availability", "Availability", "–", verdict_view(not_measurable), "no service", "");
  const auto overall = count(missed) > 0 ? missed : count(met) == services ? met : not_measurable;
  const std::string word = overall == missed ? fmt::format("{} missed", count(missed))
                           : overall == met  ? "met"
                                             : fmt::format("{} not measurable", count(not_measurable));
  return card_view("availability", "Availability", fmt::format("{} of {}", count(met), services), verdict_view(overall),
                   word,
                   fmt::format("service{} at {} or more{}", services == 1 ? "" : "s", objective_text(figures),
                               is_provisional(figures.services.front().result) ? ", so far" : ""));
}

json latency_card(const sla::loaded_latency_objective& promised, const sla::latency_count& count) {
  const json verdict = verdict_view(count.verdict(promised.most));
  return card_view("latency", "Latency", share_text(count.share()), verdict, verdict["verdict"],
                   fmt::format("of {} within {}", plural(count.counted, "answered probe"), unbroken(promised.within)));
}

json commitments_card(std::string_view about, std::string_view noun, const sla::commitment_tally& counts) {
  using enum sla::commitment_state;
  using verdict = sla::availability_verdict;
  const auto judged = counts[met] + counts[missed];
  std::string rest = fmt::format("{} in time", noun);
  for (const sla::commitment_state state : {running, on_hold, not_started, withdrawn, not_promised})
    if (counts[state] > 0) rest += fmt::format(", {} {}", counts[state], in_words(sla::name_of(state)));
  const verdict overall = counts[missed] > 0 ? verdict::missed : judged > 0 ? verdict::met : verdict::not_measurable;
  const std::string word = counts[missed] > 0 ? fmt::format("{} missed", counts[missed])
                           : judged > 0       ? "met"
                                              : "none judged";
  return card_view("tickets", about, fmt::format("{} of {}", counts[met], judged), verdict_view(overall), word, rest);
}

json cards_view(const report_figures& figures) {
  json cards = json::array();
  if (figures.services) {
    cards.push_back(services_card(*figures.services));
    cards.push_back(latency_card(figures.asked.terms.latency, figures.services->latency));
  }
  if (figures.tickets) {
    cards.push_back(commitments_card("Responses", "responses", figures.tickets->response.total));
    cards.push_back(commitments_card("Resolutions", "resolutions", figures.tickets->resolution.total));
  }
  return cards;
}

// ---- The page -------------------------------------------------------------------------------------------------------

json facts_view(const report_figures& figures) {
  const sla::interval period = period_of(figures.asked.month);
  json facts = json::array();
  const auto add = [&facts](std::string_view name, json values) {
    facts.push_back({{"name", name}, {"values", std::move(values)}});
  };
  if (figures.offering != nullptr) add("Offering", {figures.offering->title});
  add("Reading of the agreement", {agreed().reading() == "as_written" ? "as written" : agreed().reading()});
  if (agreed().has_editions()) {
    json editions = json::array();
    for (const auto& [name, effective_at, terms] : agreed().editions().all())
      editions.push_back(fmt::format("{}, in force from {}", name, local_text(effective_at)));
    add("Editions", std::move(editions));
  }
  add("Month", {fmt::format("{} to", local_text(period.starts_at())), local_text(period.ends_at()),
                figures.asked.terms.month_zone.name()});
  if (agreed().has_editions()) add("Month judged by", {fmt::format("edition {}", figures.asked.edition)});
  add("As of", {local_text(figures.as_of), sla::iso(figures.as_of)});
  add("Records", records_json(figures));
  if (figures.skipped_lines > 0)
    add("Left out", {fmt::format("{} that could not be used", plural(figures.skipped_lines, "line"))});
  return facts;
}

/// JSON that may stand within a script element.
std::string within_script(const json& value) {
  std::string text;
  for (const char c : value.dump(-1, ' ', false, json::error_handler_t::replace))
    if (c == '<')
      text += "\\u003c";
    else
      text += c;
  return text;
}

json page_view(const report_figures& figures) {
  const sla::interval period = period_of(figures.asked.month);
  return {{"style", page_style},
          {"script", page_script},
          {"figures", within_script(report_json(figures))},
          {"month", month_name(figures.asked.month)},
          {"agreement", figures.asked.terms.title},
          {"zone", agreement_zone().name()},
          {"is_provisional", figures.as_of < period.ends_at()},
          {"ends", local_text(period.ends_at())},
          {"facts", facts_view(figures)},
          {"cards", cards_view(figures)},
          {"days", day_marks(figures.asked.month)},
          {"availability", figures.services ? availability_view(figures.asked, *figures.services) : json()},
          {"tickets", figures.tickets ? tickets_view(*figures.tickets, figures.as_of) : json()}};
}

mustache::data data_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_null()) return false;
  mustache::data data(value.is_array() ? mustache::data::type::list : mustache::data::type::object);
  for (const auto& [key, member] : value.items())
    if (value.is_array())
      data.push_back(data_of(member));
    else
      data.set(key, data_of(member));
  return data;
}

}  // namespace

std::string report_html(const report_figures& figures) {
  return mustache::mustache(page_template).render(data_of(page_view(figures)));
}

}  // namespace program
