#ifndef SLA_POLICY_DESCRIBE_HPP
#define SLA_POLICY_DESCRIBE_HPP

// An agreement says itself back: every clause and every reading, from the values that compute. What is printed here is
// what is promised; there is no second text that could say something else.

#include <algorithm>
#include <array>
#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sla/calendar/business_calendar.hpp"
#include "sla/calendar/opening_hours.hpp"
#include "sla/calendar/recurrence.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/policy/credit_schedule.hpp"
#include "sla/policy/enumerator.hpp"
#include "sla/policy/percent.hpp"
#include "sla/policy/reading.hpp"
#include "sla/time/amount_text.hpp"
#include "sla/time/text.hpp"

namespace sla::inline v0 {

/// One clause of an agreement in words.
///
/// clause  the member that says it; for a promise, the level
struct described_clause {
  std::string clause;
  std::string says;
};

/// An allowance, with the kind of its hours.
///
/// example  text_of(allowance{elapsed{2h}}) is "2 h elapsed", text_of(allowance{business_days{3}}) is "3 business days"
inline std::string text_of(const allowance& within) {
  if (const auto* real = std::get_if<elapsed>(&within))
    return detail::length_text(real->length(), detail::longest_unit::hour) + " elapsed";
  if (const auto* open = std::get_if<business_time>(&within)) return text_of(*open);
  return text_of(std::get<business_days>(within));
}

/// Some days of the week, neighbours as a range.
///
/// example  text_of(monday_to_friday) is "Monday to Friday"
inline std::string text_of(weekday_set days) {
  using std::chrono::weekday;
  std::string text;
  for (unsigned first = 1; first <= 7; ++first) {
    if (!days.contains(weekday{first})) continue;
    unsigned last = first;
    while (last < 7 && days.contains(weekday{last + 1})) ++last;
    text += (text.empty() ? "" : ", ") + std::string(name_of(weekday{first}));
    if (last > first) text += (last == first + 1 ? ", " : " to ") + std::string(name_of(weekday{last}));
    first = last;
  }
  return text.empty() ? "no day" : text;
}

namespace detail {

/// Without seconds where there are none.
inline std::string short_clock(std::chrono::milliseconds since_midnight) {
  using std::chrono::days;
  const bool is_next_day = since_midnight > days{1};
  std::string text = clock_text(is_next_day ? since_midnight - days{1} : since_midnight);
  if (text.ends_with(":00")) text.resize(5);
  return text;
}

/// A span as two times of day can say it: one of a day or longer is two that touch.
inline std::vector<open_span> parts_of(const open_span& span) {
  constexpr std::chrono::hours day{24};
  if (span.closes <= day || span.length() < day) return {span};
  const auto between = (std::max<std::chrono::milliseconds>(span.opens, span.closes - day) + day) / 2;
  return {{span.opens, between}, {between, span.closes}};
}

inline std::string spans_text(std::span<const open_span> spans) {
  std::string text;
  for (const open_span& span : spans)
    for (const open_span& part : parts_of(span))
      text += (text.empty() ? "" : " and ") + short_clock(part.opens) + '-' + short_clock(part.closes);
  return text.empty() ? "closed" : text;
}

inline std::string span_text(const open_span& span) { return spans_text({&span, 1}); }

inline std::string hours_text(const weekly_hours& week) {
  using std::chrono::weekday;
  std::string text;
  weekday_set said;
  for (unsigned first = 1; first <= 7; ++first) {
    const day_hours& hours = week.on(weekday{first});
    if (hours.empty() || said.contains(weekday{first})) continue;
    weekday_set same;
    for (unsigned day = first; day <= 7; ++day)
      if (week.on(weekday{day}) == hours) same = same | weekday{day};
    said = said | same;
    text += (text.empty() ? "" : "; ") + text_of(same) + ' ' + spans_text(hours.spans());
  }
  return text;
}

inline std::string hours_text(const business_hours_rule auto& hours) {
  std::string text = hours_text(hours.week());
  for (const special_day& day : hours.special_days())
    text += "; " + iso(day.date) + ' ' + spans_text(day.hours.spans());
  return text;
}

/// The holidays of a definition by their names, each once.
inline std::string holidays_text(const auto& holidays) {
  std::vector<std::string> names;
  for (const auto& each : holidays)
    if (const std::string name(each.name()); std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

inline std::string dates_text(std::string_view what, std::span<const civil_day> dates) {
  std::string text;
  for (const civil_day date : dates) text += (text.empty() ? "; " + std::string(what) + ' ' : ", ") + iso(date);
  return text;
}

inline std::string calendar_text(const business_calendar auto& calendar) {
  const day_table days = calendar.days();
  std::string text;
  if constexpr (requires { std::string(calendar.name()); }) text = std::string(calendar.name()) + ": ";
  text += text_of(days.weekdays());
  if constexpr (requires { calendar.definition().holidays; })
    if (const std::string holidays = holidays_text(calendar.definition().holidays); !holidays.empty())
      text += ", but for " + holidays + " (" + in_words(name_of(calendar.definition().by)) + ')';
  if constexpr (requires { calendar.definition().closed_dates; })
    text += dates_text("closed on", calendar.definition().closed_dates);
  if constexpr (requires { calendar.definition().working; })
    text += dates_text("open on", calendar.definition().working);
  return text + "; known from " + iso(days.coverage().first) + " to " + iso(days.coverage().last);
}

inline std::string within_text(const response_target& target) {
  return "within " + text_of(target.within()) + ", " + in_words(name_of(target.strength()));
}

inline std::string within_text(const resolution_target& target) {
  std::string text = "within " + text_of(target.within());
  if (const auto start = target.starts_from()) text += " from the " + in_words(name_of(*start));
  return text + ", " + in_words(name_of(target.strength()));
}

/// What a row of a severity table promises.
inline std::string promises_text(const auto& row) {
  return "response " + within_text(row.response) + "; resolution " +
         (row.resolution ? within_text(*row.resolution) : "case by case: not promised");
}

inline std::string recurrence_text(const recurrence& window) {
  using namespace std::chrono;
  static constexpr std::array<std::string_view, 5> ordinals{"first", "second", "third", "fourth", "fifth"};
  std::string on;
  if (const auto* weekly = std::get_if<weekday>(&window.on())) on = "every " + std::string(name_of(*weekly));
  if (const auto* nth = std::get_if<weekday_indexed>(&window.on()))
    on = std::string(ordinals[nth->index() - 1]) + ' ' + std::string(name_of(nth->weekday())) + " of the month";
  if (const auto* final = std::get_if<weekday_last>(&window.on()))
    on = "last " + std::string(name_of(final->weekday())) + " of the month";
  return on + ' ' + span_text(window.span());
}

inline std::string windows_text(std::span<const recurrence> windows) {
  std::string text;
  for (const recurrence& window : windows) text += (text.empty() ? "" : "; ") + recurrence_text(window);
  return text.empty() ? "none" : text;
}

inline std::string share_text(const required_share& share) {
  return std::string(share.compares_by() == required_share::comparison::more_than ? "more than " : "at least ") +
         percent_text(share.than());
}

template <class Kind>
std::string kind_text(const Kind& kind) {
  if constexpr (enumeration<Kind>)
    return in_words(name_of(kind));
  else
    return in_words(kind);
}

inline std::string latency_text(const auto& objective) {
  const std::string text = share_text(objective.most) + " of requests within " + text_of(objective.within);
  std::string exempt;
  for (const auto& kind : objective.exempt) exempt += (exempt.empty() ? "" : ", ") + kind_text(kind);
  return exempt.empty() ? text : text + ", not counting " + exempt;
}

inline std::string period_text(const std::chrono::year_month*) { return "month"; }
inline std::string period_text(const civil_quarter*) { return "quarter"; }
inline std::string period_text(const std::chrono::year*) { return "year"; }
template <int Days>
std::string period_text(const rolling_days<Days>*) {
  return "rolling " + std::to_string(Days) + " days";
}

template <class Period>
std::string objective_text(const objective_over<Period>& objective) {
  return "at least " + percent_text(objective.at_least()) + " of a " + period_text(static_cast<const Period*>(nullptr));
}

inline std::string tier_text(const credit_tier& tier) {
  std::string text = percent_text(tier.credit) + " of the fee ";
  if (tier.at_least.numerator() > 0) text += "from " + percent_text(tier.at_least) + " to ";
  return text + "below " + percent_text(tier.below);
}

inline std::string cap_text(credit_cap cap) { return "at most " + percent_text(cap.at_most()) + " of the fee"; }

inline std::string credits_text(const credit_table auto& schedule) {
  std::string text;
  for (const credit_tier& tier : schedule.tiers()) text += tier_text(tier) + "; ";
  return text + cap_text(schedule.cap());
}

class description {
 public:
  void add(std::string_view clause, std::string says) { lines_.push_back({std::string(clause), std::move(says)}); }

  template <enumeration Reading>
  void operator()(std::string_view name, Reading taken) {
    add(name, in_words(name_of(taken)));
  }

  template <business_terms Terms>
  void add_business_times(const Terms& terms) {
    add("calendar", calendar_text(terms.calendar));
    add("business_hours", hours_text(terms.business_hours));
    add("zone", std::string(terms.zone.name()));
  }

  template <deadline_terms Terms>
  void add_support_times(const Terms& terms) {
    add("support_days", calendar_text(terms.support_days));
    add("support_hours", hours_text(terms.support_hours));
  }

  template <deadline_terms Terms>
  void add_promises(const Terms& terms) {
    for (const auto& promised : terms.severities)
      add(terms.severities.name_of(promised.level), promises_text(promised));
  }

  template <availability_terms Terms>
  void add_availability(const Terms& terms) {
    add("availability", objective_text(terms.availability));
    add("month_zone", "months of " + std::string(terms.month_zone.name()));
    const elapsed shortest = terms.shortest_outage;
    add("shortest_outage", shortest == elapsed{} ? "every outage counts" : text_of(shortest));
  }

  template <maintenance_terms Terms>
  void add_maintenance(const Terms& terms) {
    add("maintenance_windows", windows_text(terms.maintenance_windows));
    add("maintenance_notice", text_of(business_days{terms.maintenance_notice}));
  }

  template <plans_no_maintenance Terms>
  void add_maintenance(const Terms&) {
    add("maintenance_windows", "none; all downtime counts");
  }

  template <latency_terms Terms>
  void add_latency(const Terms& terms) {
    add("latency", latency_text(terms.latency));
  }

  template <credit_terms Terms>
  void add_credits(const Terms& terms) {
    if (!terms.credits.tiers().empty()) add("credits", credits_text(terms.credits));
  }

  std::vector<described_clause> take() && { return std::move(lines_); }

 private:
  std::vector<described_clause> lines_;
};

}  // namespace detail

/// Every clause of an agreement and every reading that it takes, in words.
///
/// terms    an agreement or parts of one
/// example  for the reference agreement, among others: {"urgent", "response within 4 h business time, firm; resolution
///          within 3 business days, reasonable efforts"}, {"hour_spill", "carries over"}
template <agreement_parts Terms>
std::vector<described_clause> describe(const Terms& terms) {
  detail::description all;
  if constexpr (requires { terms.title; }) all.add("title", std::string(terms.title));
  if constexpr (deadline_terms<Terms>) all.add_promises(terms);
  if constexpr (business_terms<Terms>) all.add_business_times(terms);
  if constexpr (deadline_terms<Terms>) all.add_support_times(terms);
  for_each_reading(terms, all);
  if constexpr (availability_terms<Terms>) all.add_availability(terms);
  if constexpr (credit_terms<Terms>) all.add_credits(terms);
  if constexpr (requires { all.add_maintenance(terms); }) all.add_maintenance(terms);
  if constexpr (latency_terms<Terms>) all.add_latency(terms);
  return std::move(all).take();
}

}  // namespace sla::inline v0

#endif
