#ifndef SLA_CLOCK_CHECK_HPP
#define SLA_CLOCK_CHECK_HPP

// Each clause of an agreement can be in order and the agreement make no sense: an urgent issue due after a serious one,
// an opening that the clocks skip, two maintenance windows at once. What clauses owe each other is written here, once:
//
//   check(terms)   collects what is wrong
//   sound<Terms>   does not compile if anything is
//
// Hours that do not fit their calendar have no tables of open time, and no due instants: nothing else about times is then
// judged.
//
// Two targets of one kind are compared by their amounts, two of different kinds by their due instants: four weeks are
// searched, at the opening and just before the closing of every business day, for a start from which the wrong one is due
// later. One such start is a proof; none in four weeks is not. Starts while business is closed are left out: from these
// not the targets decide, but the readings of day zero and of the due time.

#include <algorithm>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/opening_rules.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/calendar/recurrence.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/clock/finding.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/zone/clock_change.hpp"

namespace sla::inline v0 {

namespace detail {

/// The first day of four weeks in both coverages: a Monday far from either end, or the first day of a short coverage.
constexpr civil_day first_of_four_weeks(day_range business, day_range support) {
  constexpr std::chrono::days away{400};
  const civil_day first = (std::max)(business.first, support.first);
  const civil_day monday = day_table::monday_of(first + away + std::chrono::days{6});
  return monday + std::chrono::weeks{4} + away <= (std::min)(business.last, support.last) ? monday : first;
}

/// A start from which one allowance is used up later than another; none if four weeks have no such start.
constexpr std::optional<instant> start_of_disorder(const auto& terms, const allowance& one, const allowance& other) {
  const civil_day first = first_of_four_weeks(terms.calendar.days().coverage(), terms.support_days.days().coverage());
  for (civil_day day = first; day < first + std::chrono::weeks{4}; day += std::chrono::days{1}) {
    if (!is_business_day(business_times(terms), day)) continue;
    const instant opens = business_times(terms).opening_of(day);
    const instant last_moment = business_times(terms).closing_of(day) - std::chrono::milliseconds{1};
    for (const instant start : {opens, last_moment})
      if (due_after(terms, other, start) < due_after(terms, one, start)) return start;
  }
  return std::nullopt;
}

/// A promise and what it is called: the "response" of "urgent".
template <class Text>
struct promised {
  std::string_view kind;
  Text level;
  const allowance& within;
};
template <class Text>
promised(std::string_view, Text, const allowance&) -> promised<Text>;  // clang 16 deduces none for aggregates

/// Judges two promises of which the first must not be due later, where both run from the same start.
constexpr void judge_order(const auto& terms, soundness_rule rule, const auto& one, const auto& other, auto&& report) {
  if (one.within.index() == other.within.index()) {
    if (other.within < one.within)
      report(rule, "severities: the ", one.kind, " of ", one.level, " is due after ", one.within, ", the ", other.kind,
             " of ", other.level, " after ", other.within, "; the first must not be due later");
    return;
  }
  try {
    if (const auto start = start_of_disorder(terms, one.within, other.within))
      report(rule, "severities: from ", *start, " on, the ", one.kind, " of ", one.level, " is due at ",
             due_after(terms, one.within, *start), ", the ", other.kind, " of ", other.level, " at ",
             due_after(terms, other.within, *start), "; the first must not be due later");
  } catch (const error& unanswered) {
    report(soundness_rule::targets_comparable, "severities: the ", one.kind, " of ", one.level, " and the ", other.kind,
           " of ", other.level, " cannot be compared: ", unanswered.what());
  }
}

// The judges. Each judges the terms that have what it is about, part by part, because compilers limit the work that one
// constant may take.

struct judge_of_targets {
  template <class Terms>
  static constexpr bool judges = deadline_terms<Terms>;
  static constexpr auto rows(const auto& terms) { return std::span(terms.severities.begin(), terms.severities.end()); }
  static constexpr std::size_t parts(const auto& terms) { return rows(terms).size(); }

  static constexpr void judge(const auto& terms, std::size_t part, auto&& report) {
    const auto& severe = rows(terms)[part];
    const auto less_severe = rows(terms).subspan(part + 1);
    if (!less_severe.empty())
      judge_order(terms, soundness_rule::severity_order, response_of(terms, severe),
                  response_of(terms, less_severe.front()), report);
    if (!severe.resolution) return;
    const clock_start start = resolution_starts_from(terms, *severe.resolution);
    if (start == clock_start::report)
      judge_order(terms, soundness_rule::response_before_resolution, response_of(terms, severe),
                  resolution_of(terms, severe), report);
    for (const auto& next : less_severe)
      if (next.resolution && resolution_starts_from(terms, *next.resolution) == start)
        return judge_order(terms, soundness_rule::severity_order, resolution_of(terms, severe),
                           resolution_of(terms, next), report);
  }

 private:
  static constexpr auto response_of(const auto& terms, const auto& row) {
    return promised{"response", level_text(terms.severities, row.level), row.response.within()};
  }
  static constexpr auto resolution_of(const auto& terms, const auto& row) {
    return promised{"resolution", level_text(terms.severities, row.level), row.resolution->within()};
  }
};

/// Judges business hours, and those of the desk where there is one: `Judge::of(clause, days, hours, zone, report)`.
template <class Judge>
struct judge_of_both_hours {
  template <class Terms>
  static constexpr bool judges = business_terms<Terms>;
  template <class Terms>
  static constexpr std::size_t parts(const Terms&) {
    return deadline_terms<Terms> ? 2 : 1;
  }
  template <class Terms>
  static constexpr void judge(const Terms& terms, std::size_t part, auto&& report) {
    if (part == 0) return Judge::of("business_hours", terms.calendar.days(), terms.business_hours, terms.zone, report);
    if constexpr (deadline_terms<Terms>)
      Judge::of("support_hours", terms.support_days.days(), terms.support_hours, terms.zone, report);
  }
};

/// What the tables of open time can be made of is sound, and nothing else.
struct judge_of_tables : judge_of_both_hours<judge_of_tables> {
  template <class Hours, class Zone>
  static constexpr void of(std::string_view clause, const day_table& days, const Hours& hours, const Zone& zone,
                           auto&& report) {
    try {
      bool skips_dates = false;
      for_each_skipped_date(zone, days.coverage(), [&](civil_day) { skips_dates = true; });
      if (!skips_dates) {  // another table is more than a constant may take
        static_cast<void>(opening_times_builder{days, hours, zone});
      } else {
        const loaded_day_table on_clocks(days_on_clocks<Zone>{days.name(), days, &zone});
        static_cast<void>(opening_times_builder{on_clocks.view(), hours, zone});
      }
    } catch (const error& misfit) {
      report(soundness_rule::hours_fit_the_calendar, clause, ": ", misfit.what());
    }
  }
};

struct judge_of_hours : judge_of_both_hours<judge_of_hours> {
  template <class Hours, class Zone>
  static constexpr void of(std::string_view clause, const day_table& days, const Hours& hours, const Zone& zone,
                           auto&& report) {
    const opening_rules<Hours, Zone> rules{days, &hours, &zone};
    std::optional<civil_time> skipped;
    const auto skips_one = [&](const clock_change& change) {
      for (civil_day day = date_of(change.before) - std::chrono::days{1}; day < change.after;
           day += std::chrono::days{1})
        for (const open_span& span : rules.hours_on(day).spans())
          for (const civil_time reading : {day + span.opens, day + span.closes})
            if (change.before <= reading && reading < change.after && rules.is_open_on(day) && !change.skips(day))
              skipped = skipped.value_or(reading);
      return skipped.has_value();
    };
    if (first_clock_change(zone, days.coverage(), skips_one))
      report(soundness_rule::hours_exist, clause, ": an opening or a closing at ", *skipped,
             " is skipped by the clocks of ", zone.name(), "; it must be a reading that exists");
  }
};

struct judge_of_windows {
  template <class Terms>
  static constexpr bool judges =
      business_terms<Terms> && requires(const Terms& terms) { std::span<const recurrence>(terms.maintenance_windows); };
  static constexpr std::span<const recurrence> windows(const auto& terms) { return terms.maintenance_windows; }
  static constexpr std::size_t parts(const auto& terms) { return windows(terms).size(); }

  static constexpr void judge(const auto& terms, std::size_t part, auto&& report) {
    const recurrence& window = windows(terms)[part];
    const day_range covered = terms.calendar.days().coverage();
    for (const recurrence& other : windows(terms).subspan(part + 1))
      if (const auto day = first_overlap(window, other, covered.first))
        report(soundness_rule::windows_apart, "maintenance_windows: ", window, " and ", other, " overlap on ", *day,
               "; windows must not overlap");
    const auto touches = [&](const clock_change& change) { return touch(window, change); };
    if (const auto change = first_clock_change(terms.zone, covered, touches))
      report(soundness_rule::windows_off_clock_changes, "maintenance_windows: ", window,
             " touches the change of the clocks of ", terms.zone.name(), " at ", change->before,
             "; a window must keep off it");
  }

 private:
  /// The first date in a year on which a window opens that overlaps one of the other's.
  static constexpr std::optional<civil_day> first_overlap(const recurrence& one, const recurrence& other,
                                                          civil_day from) {
    using std::chrono::days;
    for (civil_day day = from; day < from + days{366}; day += days{1})
      if (one.falls_on(day))
        for (civil_day around = day - days{1}; around <= day + days{1}; around += days{1})
          if (day + one.span().opens < around + other.span().closes &&
              around + other.span().opens < day + one.span().closes && other.falls_on(around))
            return day;
    return std::nullopt;
  }

  /// True if an opening or a closing is skipped or repeated, or the change comes between them or at one of them.
  static constexpr bool touch(const recurrence& window, const clock_change& change) {
    using std::chrono::days;
    const civil_time first = (std::min)(change.before, change.after);
    const civil_time last = (std::max)(change.before - std::chrono::milliseconds{1}, change.after);
    for (civil_day day = date_of(first) - days{1}; day <= last; day += days{1})
      if (day + window.span().opens <= last && first <= day + window.span().closes && window.falls_on(day)) return true;
    return false;
  }
};

struct judge_of_amounts {
  template <class Terms>
  static constexpr bool judges = true;
  static constexpr std::size_t parts(const auto&) { return 1; }
  template <class Terms>
  static constexpr void judge(const Terms& terms, std::size_t, auto&& report) {
    if constexpr (requires { business_days{terms.maintenance_notice}; })
      if (terms.maintenance_notice < business_days{1})
        report(soundness_rule::notice_of_a_day, "maintenance_notice: ", terms.maintenance_notice,
               "; at least 1 business day is needed");
    if constexpr (availability_terms<Terms>)
      if (const elapsed shortest = terms.shortest_outage; shortest < elapsed{})
        report(soundness_rule::shortest_outage_not_negative, "shortest_outage: ", shortest,
               "; it must not be less than zero");
    if constexpr (latency_terms<Terms>)
      if (terms.latency.within <= elapsed{})
        report(soundness_rule::latency_positive, "latency: ", terms.latency.within, "; it must be more than zero");
  }
};

struct judge_of_credits {
  template <class Terms>
  static constexpr bool judges = credit_terms<Terms> && availability_terms<Terms>;
  static constexpr std::size_t parts(const auto& terms) { return terms.credits.tiers().empty() ? 0 : 1; }

  static constexpr void judge(const auto& terms, std::size_t, auto&& report) {
    const fraction first = terms.credits.tiers().front().below;
    const fraction objective = terms.availability.at_least();
    if (first != objective)
      report(soundness_rule::credits_at_the_objective, "credits: the first tier ends at ", first,
             ", the objective of availability is ", objective, "; credits must begin exactly below the objective");
  }
};

template <class Judge, class Terms>
void judge_all_parts(const Terms& terms, auto& report) {
  if constexpr (Judge::template judges<Terms>)
    for (std::size_t part = 0; part < Judge::parts(terms); ++part) Judge::judge(terms, part, report);
}

template <class Judge, class Terms, std::size_t Part>
inline constexpr bool passes_part = (Judge::judge(Terms{}, Part, refusing{}), true);

template <class Judge, class Terms, std::size_t... Part>
constexpr bool passes_all_parts(std::index_sequence<Part...>) noexcept {
  return (passes_part<Judge, Terms, Part> && ...);
}

template <class Judge, class Terms>
constexpr bool passes() noexcept {
  if constexpr (Judge::template judges<Terms>)
    return passes_all_parts<Judge, Terms>(std::make_index_sequence<Judge::parts(Terms{})>{});
  else
    return true;
}

template <class... Judge>
struct judges {
  static void judge(const auto& terms, auto& report) { (judge_all_parts<Judge>(terms, report), ...); }
  template <class Terms>
  static constexpr bool let_pass = (passes<Judge, Terms>() && ...);
};
using judges_of_times = judges<judge_of_targets, judge_of_hours, judge_of_windows>;  ///< by the tables of open time
using judges_of_numbers = judges<judge_of_amounts, judge_of_credits>;

/// Compiles for agreement_parts only, and names the member that a part lacks, where the concept says that one part does.
template <class Terms>
constexpr bool has_whole_parts() noexcept {
  if constexpr (requires(const Terms& terms) { terms.severities; }) static_assert(deadline_terms<Terms>);
  if constexpr (requires(const Terms& terms) { terms.availability; }) static_assert(availability_terms<Terms>);
  if constexpr (requires(const Terms& terms) { terms.latency; }) static_assert(latency_terms<Terms>);
  if constexpr (requires(const Terms& terms) { terms.credits; }) static_assert(credit_terms<Terms>);
  static_assert(agreement_parts<Terms>);
  return true;
}

}  // namespace detail

/// All that is wrong with an agreement, clause by clause.
///
/// terms    an agreement or parts of one; judged is what it has
/// returns  a finding a rule and clause; none for a sound agreement, which loaded_agreement takes
/// example  a notice of business_days{0}: "maintenance_notice: 0 business days; at least 1 business day is needed"
template <agreement_parts Terms>
std::vector<finding> check(const Terms& terms) {
  detail::collecting report;
  detail::judges<detail::judge_of_tables>::judge(terms, report);
  if (report.found.empty()) detail::judges_of_times::judge(terms, report);
  detail::judges_of_numbers::judge(terms, report);
  return std::move(report.found);
}

/// True for an agreement of constants without a finding; any other does not compile.
///
/// example  static_assert(sound<harvard_business_impact::support>);
template <std::default_initializable Terms>
inline constexpr bool sound =
    detail::has_whole_parts<Terms>() && detail::judges<detail::judge_of_tables>::let_pass<Terms> &&
    detail::judges_of_times::let_pass<Terms> && detail::judges_of_numbers::let_pass<Terms>;

}  // namespace sla::inline v0

#endif
