#ifndef SLA_POLICY_LOADED_AGREEMENT_HPP
#define SLA_POLICY_LOADED_AGREEMENT_HPP

// An agreement that becomes known at run time has the same members as one that is a constant, so the same functions serve
// both. What its tables of open time are made of is fixed; all other clauses are plain members, and another reading is a
// copy with one of them changed, or a struct derived from it. A derived struct that changes what the tables are made of
// does not answer by them: it compiles only as what another loaded_agreement is made of.

#include <chrono>
#include <concepts>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sla/calendar/days_on_clocks.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/loaded_hours.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/zone/any_zone.hpp"

namespace sla::inline v0 {

/// The clauses of an agreement that are not about when business is open.
///
/// credits  without tiers where none are promised
template <civil_zone Zone>
struct basic_loaded_clauses {
  std::string title;
  loaded_severity_table severities;

  sla::hour_spill hour_spill;
  sla::day_zero day_zero;
  sla::due_time due_time;
  sla::desk_closure desk_closure;
  clock_start resolution_start;
  sla::confirmation confirmation;
  sla::holds holds;
  sla::silent_remedy silent_remedy;
  sla::on_close on_close;
  sla::on_reopen on_reopen;
  sla::on_severity_change on_severity_change;

  availability_objective availability;
  Zone month_zone;
  sla::planned_time planned_time;
  sla::outage_rounding outage_rounding;
  elapsed shortest_outage;
  sla::partial_outages partial_outages;
  sla::unknown_time unknown_time;
  loaded_credit_schedule credits;

  std::vector<recurrence> maintenance_windows;
  business_days maintenance_notice;
  downtime_rule short_notice;
  downtime_rule emergency;

  loaded_latency_objective latency;
};

/// The clauses of an agreement about when business is open.
///
/// support_days, support_hours  when the desk is open, in the same zone
template <civil_zone Zone>
struct basic_loaded_opening_clauses {
  loaded_calendar calendar;
  loaded_hours business_hours;
  Zone zone;
  loaded_calendar support_days;
  loaded_hours support_hours;
};

using loaded_clauses = basic_loaded_clauses<any_zone>;
using loaded_opening_clauses = basic_loaded_opening_clauses<any_zone>;

namespace detail {

constexpr loaded_hours loaded(const business_hours_rule auto& hours) {
  return {hours.week(), {hours.special_days().begin(), hours.special_days().end()}};
}
constexpr loaded_hours loaded(const loaded_hours& hours) { return hours; }

constexpr loaded_latency_objective loaded(const loaded_latency_objective& objective) { return objective; }
template <class Kind, std::size_t Exempt>
constexpr loaded_latency_objective loaded(const latency_objective<Kind, Exempt>& objective) {
  loaded_latency_objective same{objective.within, objective.most, {}};
  for (const Kind kind : objective.exempt) same.exempt.emplace_back(name_of(kind));
  return same;
}

template <agreement Terms>
constexpr loaded_credit_schedule credits_of(const Terms& terms) {
  if constexpr (credit_terms<Terms>)
    return loaded_credit_schedule(terms.credits);
  else
    return loaded_credit_schedule(no_credits{});
}

template <civil_zone Zone, agreement Terms>
constexpr basic_loaded_clauses<Zone> clauses_of(const Terms& terms, const Zone& month_zone) {
  const std::span<const recurrence> windows = terms.maintenance_windows;
  return {std::string(terms.title),
          loaded_severity_table(terms.severities),
          terms.hour_spill,
          terms.day_zero,
          terms.due_time,
          terms.desk_closure,
          terms.resolution_start,
          terms.confirmation,
          terms.holds,
          terms.silent_remedy,
          terms.on_close,
          terms.on_reopen,
          terms.on_severity_change,
          terms.availability,
          month_zone,
          terms.planned_time,
          terms.outage_rounding,
          terms.shortest_outage,
          terms.partial_outages,
          terms.unknown_time,
          credits_of(terms),
          {windows.data(), windows.data() + windows.size()},
          terms.maintenance_notice,
          terms.short_notice,
          terms.emergency,
          loaded(terms.latency)};
}

template <civil_zone Zone, agreement Terms>
constexpr basic_loaded_opening_clauses<Zone> opening_clauses_of(const Terms& terms, const Zone& zone) {
  return {loaded_calendar(terms.calendar), loaded(terms.business_hours), zone, loaded_calendar(terms.support_days),
          loaded(terms.support_hours)};
}

/// A calendar on the clocks of an agreement: closed on the dates that they skip.
constexpr loaded_calendar without_skipped_dates(const loaded_calendar& calendar, const civil_zone auto& zone) {
  calendar_definition own = calendar.definition();
  for_each_skipped_date(zone, own.coverage, [&](civil_day date) {
    std::erase(own.working, date);
    own.closed_dates.push_back(date);
  });
  return loaded_calendar(std::move(own));
}

}  // namespace detail

/// A complete agreement that becomes known at run time. Its calendars are closed on the dates that its clocks skip.
///
/// Zone     any_zone, the zones of the library by name, or any other kind of zone
/// throws   terms_error for hours that do not open on the weekdays of their calendar; coverage_error for a calendar that
///          covers dates which the zone does not
/// example  loaded_agreement(harvard_business_impact::support{}) answers like the constant it is made of
template <civil_zone Zone>
class basic_loaded_agreement : public basic_loaded_clauses<Zone> {
 public:
  basic_loaded_agreement(basic_loaded_clauses<Zone> clauses, basic_loaded_opening_clauses<Zone> open)
      : basic_loaded_clauses<Zone>(std::move(clauses)),
        calendar(detail::without_skipped_dates(open.calendar, open.zone)),
        business_hours(open.business_hours),
        zone(open.zone),
        support_days(detail::without_skipped_dates(open.support_days, open.zone)),
        support_hours(open.support_hours),
        business_(std::move(open.calendar), std::move(open.business_hours), open.zone),
        support_(std::move(open.support_days), std::move(open.support_hours), open.zone) {}

  template <agreement Terms>
  explicit(!std::derived_from<Terms, basic_loaded_agreement>) basic_loaded_agreement(const Terms& terms)
      : basic_loaded_agreement(terms, detail::opening_clauses_of(terms, Zone(terms.zone))) {}

  /// An agreement with other clauses about when business is open.
  template <agreement Terms>
  basic_loaded_agreement(const Terms& terms, basic_loaded_opening_clauses<Zone> open)
      : basic_loaded_agreement(detail::clauses_of(terms, Zone(terms.month_zone)), std::move(open)) {}

  /// An agreement on the clocks of another zone, months and business hours alike.
  ///
  /// example  basic_loaded_agreement(harvard_business_impact::support{}, us_pacific)
  template <agreement Terms>
  basic_loaded_agreement(const Terms& terms, const Zone& clocks)
      : basic_loaded_agreement(detail::clauses_of(terms, clocks), detail::opening_clauses_of(terms, clocks)) {}

  const loaded_calendar calendar;
  const loaded_hours business_hours;
  const Zone zone;
  const loaded_calendar support_days;
  const loaded_hours support_hours;

  auto business_times() const noexcept { return business_.view(); }
  auto support_times() const noexcept { return support_.view(); }

 private:
  using opening_times_table = loaded_opening_times<loaded_calendar, loaded_hours, Zone>;

  opening_times_table business_;
  opening_times_table support_;
};

template <agreement Terms, civil_zone Zone>
basic_loaded_agreement(const Terms&, const Zone&) -> basic_loaded_agreement<Zone>;

using loaded_agreement = basic_loaded_agreement<any_zone>;

}  // namespace sla::inline v0

#endif
