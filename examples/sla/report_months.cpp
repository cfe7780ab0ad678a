#include "report_months.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "report_json.hpp"
#include "report_text.hpp"
#include "sla/json/values.hpp"
#include "sla/policy/percent.hpp"
#include "text_table.hpp"

namespace program {

namespace {

using std::chrono::year_month;

/// Months that have been added up, and how many of them kept what was promised.
struct month_sum {
  sla::availability_tally tally;
  int met = 0;
  int missed = 0;
  int not_measurable = 0;

  void add(const sla::availability_result& result) {
    tally = merge(tally, result);
    switch (result.verdict()) {
      case sla::availability_verdict::met: ++met; break;
      case sla::availability_verdict::missed: ++missed; break;
      case sla::availability_verdict::not_measurable: ++not_measurable; break;
    }
  }

  cell verdicts() const {
    std::string text = fmt::format("{} met, {} missed", met, missed);
    if (not_measurable > 0) text += fmt::format(", {} not measurable", not_measurable);
    return {text, style::dim};
  }
};

std::vector<cell> tally_row(std::string service, std::string period, cell available, cell verdict,
                            const sla::availability_tally& sum) {
  return {{std::move(service)},
          {std::move(period)},
          std::move(available),
          std::move(verdict),
          {clock_text(sum.up)},
          {clock_text(sum.down)},
          {clock_text(sum.excluded)},
          {clock_text(sum.unknown), sum.unknown == sla::elapsed{} ? style::plain : style::notable}};
}

/// A verdict, and whether the month may still change it.
cell verdict_so_far_cell(const sla::availability_result& result) {
  cell verdict = verdict_cell(result.verdict());
  if (result.status == sla::availability_result::completeness::provisional) verdict.text += ", provisional";
  return verdict;
}

/// The rows of one service.
class service_rows {
 public:
  service_rows(text_table& table, std::string service) : table_(table), name_(std::move(service)) {}

  void add(const measured_month& measured, const sla::availability_result& result) {
    if (last_ && last_->year() != measured.month.year()) end_year();
    std::vector<cell> row = tally_row(std::exchange(name_, ""), iso_month(measured.month),
                                      {share_or_dash(result.share())}, verdict_so_far_cell(result), result);
    if (agreed().has_editions()) {
      row.push_back({sla::percent_text(result.objective)});
      row.push_back({std::string(measured.edition)});
    }
    table_.add(std::move(row));
    year_.add(result);
    all_.add(result);
    last_ = measured.month;
  }

  void end() {
    end_year();
    table_.add(tally_row("", "all", {}, all_.verdicts(), all_.tally));
  }

 private:
  void end_year() {
    table_.add(tally_row("", fmt::format("{:04}", static_cast<int>(last_->year())), {}, year_.verdicts(), year_.tally));
    year_ = {};
  }

  text_table& table_;
  std::string name_;
  std::optional<year_month> last_;
  month_sum year_;
  month_sum all_;
};

/// As the last of the months has it.
const std::string& title_of(const months_figures& figures) {
  return figures.months.empty() ? agreed().latest().title : figures.months.back().terms.title;
}

std::string services_text(const months_figures& figures, const paint& colour) {
  const std::string title = colour(style::heading, "AVAILABILITY BY MONTH");
  if (figures.months.empty()) return title + "  the records hold no probe until then\n";
  text_table table("llrlrrrrrl");
  std::vector<std::string_view> headings{"service", "period", "available", "verdict",
                                         "up",      "down",   "excluded",  "unknown"};
  if (agreed().has_editions()) headings.insert(headings.end(), {"at least", "edition"});
  table.add_headings(headings);
  std::map<std::string, std::vector<std::pair<const measured_month*, const sla::availability_result*>>> by_service;
  for (const measured_month& each : figures.months)
    for (const service_month& service : each.services) by_service[service.service].emplace_back(&each, &service.result);
  for (const auto& [service, results] : by_service) {
    service_rows rows(table, service);
    for (const auto& [month, result] : results) rows.add(*month, *result);
    rows.end();
  }
  const std::string objective =
      agreed().has_editions()
          ? "each by its edition"
          : fmt::format("at least {} of each", sla::percent_text(agreed().latest().availability.at_least()));
  return fmt::format("{}  months of {}, {}; years are sums\n{}  {}\n", title, agreed().latest().month_zone.name(),
                     objective, table.text(colour), rule_text(figures.asked.rule));
}

}  // namespace

std::vector<measured_month> measure_all_months(const records_question& asked, const probe_records& records,
                                               sla::instant as_of) {
  std::map<year_month, std::vector<std::string>> services;
  for (const auto& [service, probes] : records.services) {
    if (probes.empty() || !asked.is_about(service)) continue;
    const year_month last = month_at(probes.back().at);
    for (year_month month = month_at(probes.front().at); month <= last; month += std::chrono::months{1})
      services[month].push_back(service);
  }
  std::vector<measured_month> months;
  for (auto& [month, of_month] : services) {
    const month_question question = question_of(month, {std::move(of_month), asked.rule, asked.maintenance});
    months.push_back({month, question.terms, question.edition, measure(question, records, as_of)});
  }
  return months;
}

std::string months_text(const months_figures& figures, const paint& colour) {
  std::string text = agreement_text(agreed(), title_of(figures));
  if (figures.offering != nullptr) text += fmt::format("offering  {}\n", figures.offering->title);
  text += fmt::format("records   {}: {}\n", figures.file, plural(figures.probes, "probe"));
  if (const auto& [file, works] = figures.asked.maintenance; !file.empty())
    text += fmt::format("records   {}: {} of maintenance\n", file, plural(std::ssize(works), "piece"));
  text += fmt::format("{}as of     {}\n\n", skipped_text(figures.skipped_lines), local_and_utc_text(figures.as_of));
  return text + services_text(figures, colour);
}

nlohmann::ordered_json months_json(const months_figures& figures) {
  nlohmann::ordered_json months = nlohmann::ordered_json::array();
  for (const measured_month& each : figures.months)
    months.push_back({{"month", iso_month(each.month)},
                      {"agreement", each.terms.title},
                      {"edition", edition_json(each.edition)},
                      {"services", services_json(each.services)}});
  return {{"agreement", title_of(figures)},
          {"reading", agreed().reading()},
          {"offering", offering_json(figures.offering)},
          {"as_of", sla::instant_json(figures.as_of)},
          {"records", records_json({figures.file}, figures.asked.maintenance)},
          {"skipped_lines", figures.skipped_lines},
          {"probe_rule", rule_json(figures.asked.rule)},
          {"months", std::move(months)}};
}

}  // namespace program
