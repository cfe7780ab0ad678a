#ifndef SLA_AVAILABILITY_AVAILABILITY_HPP
#define SLA_AVAILABILITY_AVAILABILITY_HPP

// Availability is (total - unavailable) / total of a period, and three things go wrong with it elsewhere: outages that
// overlap are counted twice, time without data turns into 100 % or 0 %, and a rounded percentage decides. Here only a
// normalised record reaches the formula, every millisecond of the period is exactly one of up, down, excluded and
// unknown, and the verdict compares integers. What unknown time counts is a clause of the agreement; beside the answer
// stand the best and the worst one that the unknown time allows.

#include <chrono>
#include <optional>
#include <span>
#include <string_view>

#include "sla/availability/service_record.hpp"
#include "sla/availability/tally.hpp"
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

/// A period's availability: its tally, and what follows from it under an objective.
///
/// source        the records that it was computed from; no others were
/// objective     the promised share
/// unknown_time  what time without a record counts
/// provisional   the period had not ended at the instant asked about; what was to come is unknown
/// so_far        the tally of the part before that instant; of all where the period had ended
struct availability_result : availability_tally {
  enum class completeness { final, provisional };

  std::string_view source;
  interval period;
  fraction objective;
  sla::unknown_time unknown_time;
  completeness status;
  availability_tally so_far;

  /// The share of the period by the agreement's formula, what is to come taken as up; none if nothing is known.
  constexpr std::optional<fraction> share() const { return share_of(*this); }
  constexpr availability_verdict verdict() const { return verdict_on(share()); }

  /// The share of the part that is over; none if nothing of it is known.
  constexpr std::optional<fraction> share_so_far() const { return share_of(so_far); }

  /// The share had all unknown time been up, and were all to come to be; none if nothing is known.
  constexpr std::optional<fraction> best_share() const { return share_with(*this, unavailable, measured); }
  constexpr availability_verdict best_case() const { return verdict_on(best_share()); }

  /// The share if all unknown time and all time to come counted as unavailable, in maintenance windows, too: a bound.
  /// None if nothing is known.
  constexpr std::optional<fraction> worst_share() const {
    return share_with(*this, unavailable + weighted_time(unknown), measured);
  }
  constexpr availability_verdict worst_case() const { return verdict_on(worst_share()); }

  /// The unavailable time that the formula subtracts, unknown time included where it counts as down; in planned time
  /// neither counts.
  constexpr weighted_time spent() const { return unavailable_in(*this); }

  /// The unavailable time that the objective allows.
  constexpr weighted_time allowed() const { return weighted_time(divided_by(*this), fraction{1, 1} - objective); }

 private:
  constexpr elapsed unrecorded_in(const availability_tally& sum) const { return sum.unknown - sum.to_come; }
  constexpr elapsed divided_by(const availability_tally& sum) const {
    using enum sla::unknown_time;
    return unknown_time == leaves_measured_time ? sum.measured - unrecorded_in(sum) : sum.measured;
  }
  constexpr weighted_time unavailable_in(const availability_tally& sum) const {
    using enum sla::unknown_time;
    if (unknown_time != counts_as_down) return sum.unavailable;
    return sum.unavailable + weighted_time(unrecorded_in(sum) - sum.planned_unknown);
  }
  constexpr std::optional<fraction> share_of(const availability_tally& sum) const {
    return share_with(sum, unavailable_in(sum), divided_by(sum));
  }
  static constexpr std::optional<fraction> share_with(const availability_tally& sum, const weighted_time& subtracted,
                                                      elapsed divided_by) {
    if (sum.measured <= sum.unknown) return std::nullopt;
    return fraction{1, 1} - subtracted.milliseconds() / fraction{divided_by.length().count(), 1};
  }
  constexpr availability_verdict verdict_on(const std::optional<fraction>& share) const {
    if (!share) return availability_verdict::not_measurable;
    return *share >= objective ? availability_verdict::met : availability_verdict::missed;
  }
};

namespace detail {

template <availability_terms Terms>
constexpr availability_result availability_in(const Terms& terms, const interval& period, const service_record& record,
                                              std::span<const maintenance> announced, instant as_of) {
  using completeness = availability_result::completeness;
  const bool has_ended = period.ends_at() <= as_of;
  const availability_tally whole = tally(terms, period, record, announced, as_of);
  const availability_result result{
      whole,
      record.source,
      period,
      terms.availability.at_least(),
      terms.unknown_time,
      has_ended ? completeness::final : completeness::provisional,
      has_ended ? whole : tally(terms, part_before(period, as_of), record, announced, as_of)};
  if (!record.partial.empty())
    computed_of_weights(record, [&] {
      for (const auto& share : {result.share(), result.share_so_far(), result.best_share(), result.worst_share()})
        static_cast<void>(share);
    });
  return result;
}

}  // namespace detail

/// The availability of a period of the kind over which the agreement measures; no other kind compiles.
///
/// terms      any agreement with availability_terms
/// period     a civil month, quarter or year in the agreement's month_zone, or rolling days
/// record     what was recorded of the service
/// announced  maintenance outside the scheduled windows
/// as_of      what lies after it is unknown
/// throws     coverage_error; terms_error, naming the outage with the finest weight, if the weights of partial outages have
///            no common denominator that fits
/// source     availability = (TMM - TMU) / TMM x 100
/// example    November 2026 with outages of 2,700 s: 99.8959 %, missed by 104.4 s
template <availability_terms Terms>
constexpr availability_result availability(const Terms& terms, measured_period_of<Terms> period,
                                           const service_record& record, std::span<const maintenance> announced,
                                           instant as_of) {
  return detail::availability_in(terms, period_in(terms.month_zone, period), record, announced, as_of);
}

/// The same without maintenance outside the scheduled windows.
template <availability_terms Terms>
constexpr availability_result availability(const Terms& terms, measured_period_of<Terms> period,
                                           const service_record& record, instant as_of) {
  return availability(terms, period, record, {}, as_of);
}

}  // namespace sla::inline v0

#endif
