#include "outlook_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report_text.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/policy/describe.hpp"
#include "sla/policy/enumerator.hpp"
#include "text_table.hpp"
#include "times.hpp"

namespace program {

namespace {

cell rate_cell(const sla::burn_state& state) {
  const auto rate_text = [](const std::optional<sla::fraction>& rate) {
    return rate ? fmt::format("{:d}", *rate) : "unknown";
  };
  const std::string text = fmt::format("{} / {}", rate_text(state.long_rate), rate_text(state.short_rate));
  return state.fires() ? cell{text + " FIRES", style::bad} : cell{text};
}

/// What a threshold means that no service can reach, or that is reached while the budget is kept.
std::string odd_threshold_text(const sla::burn_alert& alert, const sla::availability_result& measured) {
  const sla::fraction threshold = alert.threshold_in(measured.period.length());
  const sla::fraction highest = sla::highest_burn_rate(measured.objective);
  const std::string windows = fmt::format("{} / {}", alert.long_window, alert.short_window);
  if (highest < threshold)
    return fmt::format("  {} can never fire: a service that is down all the time burns at {:d}\n", windows, highest);
  if (threshold < sla::fraction{1, 1})
    return fmt::format("  {} also fires while the budget is kept: at 1 it lasts the whole month\n", windows);
  return {};
}

std::string burning_text(const std::vector<service_month>& services, const paint& colour) {
  const auto& usual = sla::usual_burn_alerts;
  std::string odd_thresholds;
  text_table table("lrrrr");
  std::vector<cell> windows{{"burn rate in", style::dim}};
  std::vector<cell> thresholds{{"fires from", style::dim}};
  for (const sla::burn_alert& alert : usual) {
    windows.push_back({fmt::format("{} / {}", alert.long_window, alert.short_window), style::dim});
    const sla::availability_result& any = services.front().result;
    thresholds.push_back({fmt::format("{:d}", alert.threshold_in(any.period.length())), style::dim});
    odd_thresholds += odd_threshold_text(alert, any);
  }
  table.add(std::move(windows));
  table.add(std::move(thresholds));
  for (const service_month& each : services) {
    std::vector<cell> row{{each.service}};
    for (const sla::burn_state& state : each.ahead->burning) row.push_back(rate_cell(state));
    table.add(std::move(row));
  }
  return table.text(colour) + odd_thresholds;
}

cell lost_cell(const service_month& each) {
  const auto& lost = each.ahead->lost_at;
  if (!lost) return {"cannot be lost any more", style::good};
  const bool is_lost = each.result.verdict() == sla::availability_verdict::missed;
  return {(is_lost ? "lost since " : "") + local_text(*lost), is_lost ? style::bad : style::plain};
}

std::string downtime_in_maintenance_text(const std::vector<service_month>& services, const paint& colour) {
  text_table table("lrrrr");
  table.add_headings({"downtime in maintenance", "scheduled", "identified", "short notice", "emergency"});
  for (const service_month& each : services) {
    const auto& [scheduled, identified, short_notice, emergency] = each.result.in_maintenance;
    table.add({{each.service},
               {clock_text(scheduled)},
               {clock_text(identified)},
               {clock_text(short_notice)},
               {clock_text(emergency)}});
  }
  return table.text(colour);
}

}  // namespace

std::string bounds_text(const std::vector<service_month>& services, const paint& colour) {
  if (services.empty() || !services.front().bounds) return {};
  text_table table("lrrr");
  table.add_headings({"outages that probes saw", "at least", "recorded", "at most"});
  for (const service_month& each : services)
    table.add({{each.service},
               {clock_text(each.bounds->at_least)},
               {clock_text(each.result.down)},
               {clock_text(each.bounds->at_most)}});
  return '\n' + table.text(colour) +
         "  At least: from the first failure of an outage to its last, if it was one; at most: from the last\n"
         "  success to the next. What fell between two successes no probe saw. Unknown time is left out.\n";
}

std::string outlook_text(const std::vector<service_month>& services, const paint& colour) {
  if (services.empty() || !services.front().ahead) return {};
  text_table table("lrrrrl");
  table.add_headings(
      {"the month goes on", "so far", "at best", "at worst", "longest outage", "lost if down from now to"});
  for (const service_month& each : services) {
    table.add({{each.service},
               {share_or_dash(each.result.share_so_far())},
               {share_or_dash(each.result.best_share())},
               {share_or_dash(each.result.worst_share())},
               {clock_text(each.ahead->longest_outage)},
               lost_cell(each)});
  }
  const bool burns = !services.front().ahead->burning.empty();
  return '\n' + table.text(colour) + (burns ? '\n' + burning_text(services, colour) : "");
}

std::string reason_text(const sla::maintenance_judgement& judged) {
  const std::string from = judged.could_start_at ? ": could start from " + local_text(*judged.could_start_at) : "";
  switch (judged.status) {
    case sla::maintenance_status::scheduled: return "all of it lies in scheduled windows";
    case sla::maintenance_status::identified: return "announced in time" + from;
    case sla::maintenance_status::short_notice:
      return judged.could_start_at ? "announced too late" + from : "not announced";
    case sla::maintenance_status::emergency: break;
  }
  return "an emergency needs no notice";
}

std::string maintenance_text(const month_question& asked, const std::vector<service_month>& services,
                             const paint& colour) {
  if (asked.maintenance.works.empty()) return {};
  text_table table("llllrrl");
  table.add_headings({"from", "to", "service", "status", "excused", "counts", "why"});
  const auto is_here = [&](std::string_view service) {
    return service.empty() || std::ranges::find(services, service, &service_month::service) != services.end();
  };
  const std::vector<judged_work> works = maintenance_in_month(asked);
  for (const auto& [announced, judged] : works) {
    const auto& [work, service, line] = announced;
    table.add(
        {{local_text(work.during.starts_at())},
         {local_text(work.during.ends_at())},
         {service.empty() ? "all" : service},
         {sla::in_words(sla::name_of(judged.status)), judged.counted() > sla::elapsed{} ? style::bad : style::plain},
         {clock_text(judged.excused())},
         {clock_text(judged.counted())},
         {reason_text(judged) + (is_here(service) ? "" : "; none of the services above")}});
  }
  const std::int64_t of_other_months = std::ssize(asked.maintenance.works) - std::ssize(works);
  return fmt::format("\n{}  {}\n", colour(style::heading, "MAINTENANCE"), asked.maintenance.file) +
         (works.empty() ? "" : table.text(colour)) +
         (of_other_months > 0 ? fmt::format("  Not in this month: {}\n", plural(of_other_months, "piece")) : "") +
         '\n' + downtime_in_maintenance_text(services, colour);
}

}  // namespace program
