#ifndef SLA_AVAILABILITY_AVAILABILITY_HPP
#define SLA_AVAILABILITY_AVAILABILITY_HPP

// Availability is (total - unavailable) / total of a period, and three things go wrong with it elsewhere: outages that
// overlap are counted twice, time without data turns into 100 % or 0 %, and a rounded percentage decides. Here only a
// normalised record reaches the formula, every millisecond of the period is exactly one of up, down, excluded and
// unknown, and the verdict compares integers. Unknown time is neither up nor down: it is reported, together with the
// verdict as it would be had all of it been down.

#include <chrono>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "sla/availability/service_record.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/time/interval_set.hpp"

namespace sla::inline v0 {

/// What became of an availability objective.
enum class availability_verdict {
  met,
  missed,
  not_measurable  ///< nothing of the period is known
};

/// A period's availability. up + down + excluded + unknown is the length of the period, always.
///
/// source        the records that it was computed from; no others were
/// excluded      downtime that was planned; where the agreement takes planned time out of the month, all planned time
/// measured      the time that the formula divides by
/// objective     the promised share
/// provisional   the period had not ended at the instant asked about; what was to come is unknown
struct availability_result {
  enum class completeness { final, provisional };

  std::string_view source;
  interval period;
  elapsed up;
  elapsed down;
  elapsed excluded;
  elapsed unknown;
  elapsed measured;
  fraction objective;
  completeness status;

  /// (measured - down) / measured; none if nothing is known.
  constexpr std::optional<fraction> share() const {
    return is_measurable() ? std::optional{share_without(down)} : std::nullopt;
  }

  constexpr availability_verdict verdict() const { return verdict_of(down); }

  /// The share had all unknown time been down; none if nothing is known.
  constexpr std::optional<fraction> worst_share() const {
    return is_measurable() ? std::optional{share_without(down + unknown)} : std::nullopt;
  }

  /// The verdict had all unknown time been down.
  constexpr availability_verdict worst_case() const { return verdict_of(down + unknown); }

  /// The unavailable time that the objective allows in the measured time, rounded down to the millisecond.
  constexpr elapsed allowed() const {
    const auto whole = measured.length().count();
    const auto per = objective.denominator();
    const auto allowed_parts = per - objective.numerator();
    return elapsed{std::chrono::milliseconds{whole / per * allowed_parts + whole % per * allowed_parts / per}};
  }

 private:
  constexpr bool is_measurable() const { return unknown < measured; }
  constexpr fraction share_without(elapsed unavailable) const {
    return fraction{(measured - unavailable).length().count(), measured.length().count()};
  }
  constexpr availability_verdict verdict_of(elapsed unavailable) const {
    if (!is_measurable()) return availability_verdict::not_measurable;
    return share_without(unavailable) >= objective ? availability_verdict::met : availability_verdict::missed;
  }
};

/// The instants of a civil month in a zone; its real length, so March has 44,580 minutes in New York and November 43,260.
///
/// throws   coverage_error
constexpr interval month_in(const civil_zone auto& zone, std::chrono::year_month month) {
  const auto first_day = [](std::chrono::year_month of) { return civil_time{civil_day{of / 1}}; };
  return {first_instant(zone, first_day(month)), first_instant(zone, first_day(month + std::chrono::months{1}))};
}

/// The time in a period during which downtime is planned: scheduled windows, and maintenance that the terms excuse.
///
/// throws  coverage_error
template <availability_terms Terms>
constexpr interval_set planned_time_in(const Terms& terms, const interval& period,
                                       std::span<const maintenance> announced) {
  std::vector<interval> planned =
      occurrences(std::span<const recurrence>(terms.maintenance_windows), terms.zone, period);
  for (const maintenance& work : announced)
    if (downtime_of(terms, work) == downtime_rule::excused) planned.push_back(work.during);
  return clip(interval_set(std::move(planned)), period);
}

namespace detail {

/// An outage as whole minutes of the clock; UTC's, which are those of every zone whose offset is in minutes.
constexpr interval in_minutes(const interval& outage, outage_rounding rounding) {
  using std::chrono::minutes;
  if (rounding == outage_rounding::every_touched_minute)
    return {std::chrono::floor<minutes>(outage.starts_at()), std::chrono::ceil<minutes>(outage.ends_at())};
  const instant first = std::chrono::ceil<minutes>(outage.starts_at());
  return {first, std::max<instant>(first, std::chrono::floor<minutes>(outage.ends_at()))};
}

}  // namespace detail

/// The outages that an agreement counts: none shorter than its shortest, in whole minutes where it says so.
///
/// example  from 10:00:40 to 10:02:20, every touched minute: 10:00 to 10:03; only whole minutes: 10:01 to 10:02
template <availability_terms Terms>
constexpr interval_set counted_outages(const Terms& terms, const interval_set& recorded) {
  std::vector<interval> counted;
  for (const interval& outage : recorded)
    if (terms.shortest_outage <= outage.length())
      counted.push_back(
          terms.outage_rounding == outage_rounding::exact ? outage : detail::in_minutes(outage, terms.outage_rounding));
  return interval_set(std::move(counted));
}

/// The availability of a civil month.
///
/// terms      any agreement with availability_terms
/// month      a civil month in the agreement's month_zone
/// record     what was recorded of the service
/// announced  maintenance outside the scheduled windows
/// as_of      what lies after it is unknown
/// throws     coverage_error
/// source     availability = (TMM - TMU) / TMM x 100
/// example    November 2026 with outages of 2,700 s: 99.8959 %, missed by 104.4 s
template <availability_terms Terms>
constexpr availability_result availability(const Terms& terms, std::chrono::year_month month,
                                           const service_record& record, std::span<const maintenance> announced,
                                           instant as_of) {
  using completeness = availability_result::completeness;
  const interval period = month_in(terms.month_zone, month);
  const interval_set planned = planned_time_in(terms, period, announced);
  const bool ended = period.ends_at() <= as_of;
  const interval known =
      ended ? period : intersect(period, interval{period.starts_at(), std::max(period.starts_at(), as_of)});

  const bool is_as_recorded = terms.outage_rounding == outage_rounding::exact && terms.shortest_outage == elapsed{};
  const interval_set rounded = is_as_recorded ? interval_set{} : counted_outages(terms, record.down);
  const interval_set& outages = is_as_recorded ? record.down : rounded;

  const elapsed down = overlap(outages, {known});
  const elapsed planned_down = overlap(outages, clip(planned, known));
  interval_set unknown = subtract(clip(record.unknown, period), outages);
  unknown = unite(unknown, {{known.ends_at(), period.ends_at()}});

  availability_result result{record.source,
                             period,
                             {},
                             down - planned_down,
                             planned_down,
                             total(unknown),
                             period.length(),
                             terms.availability.at_least(),
                             ended ? completeness::final : completeness::provisional};
  if (terms.planned_time == planned_time::leaves_both) {
    result.excluded = total(planned);
    result.unknown -= overlap(unknown, planned);
    result.measured = period.length() - result.excluded;
  }
  result.up = period.length() - result.down - result.excluded - result.unknown;
  return result;
}

/// The same without maintenance outside the scheduled windows.
template <availability_terms Terms>
constexpr availability_result availability(const Terms& terms, std::chrono::year_month month,
                                           const service_record& record, instant as_of) {
  return availability(terms, month, record, {}, as_of);
}

}  // namespace sla::inline v0

#endif
