#ifndef SLA_POLICY_CREDIT_HPP
#define SLA_POLICY_CREDIT_HPP

// From a month's availability to money: the share of the month selects a tier, the tier is a share of the fee, and the cap
// holds for all credits of a period together. A month that could not be measured has no credit, which is not a credit of 0.

#include <algorithm>
#include <concepts>
#include <optional>

#include "sla/policy/agreement.hpp"
#include "sla/policy/credit_schedule.hpp"
#include "sla/policy/fraction.hpp"
#include "sla/policy/money.hpp"

namespace sla::inline v0 {

/// The tier in which an availability lies; none above the table, where the objective is met.
///
/// example  exactly 99 %, of tiers from 99 % and from 95 %: the one from 99 %
constexpr std::optional<credit_tier> tier_for(const credit_table auto& schedule, fraction share) noexcept {
  for (const credit_tier& tier : schedule.tiers())
    if (tier.at_least <= share) return share < tier.below ? std::optional{tier} : std::nullopt;
  return std::nullopt;
}

/// The share of the fee that an availability gives, by its tier and under the cap; 0 where the objective is met.
///
/// example  99.5 % of a month, 10 % from 99 % to below 99.95 %: 1/10
constexpr fraction credit_for(const credit_table auto& schedule, fraction share) {
  const std::optional<credit_tier> tier = tier_for(schedule, share);
  return tier ? (std::min)(tier->credit, schedule.cap().at_most()) : fraction{0, 1};
}

/// Whatever measured an availability: an availability_result, for one.
template <class Result>
concept measured_availability = requires(const Result& result) {
  { result.share() } -> std::same_as<std::optional<fraction>>;
};

/// The share of the fee that a period gives.
///
/// terms    any agreement with credit_terms
/// result   the availability of the period
/// returns  none if it could not be measured
/// example  the month of examples/service_credits.cpp: 1/10
template <credit_terms Terms>
constexpr std::optional<fraction> credit(const Terms& terms, const measured_availability auto& result) {
  const std::optional<fraction> share = result.share();
  return share ? std::optional{credit_for(terms.credits, *share)} : std::nullopt;
}

/// The fees and credits of several services or months, which one cap holds for together.
///
/// credits  before the cap, each rounded by itself
struct credit_sum {
  money fees;
  money credits;

  /// What is credited: all credits, but of all fees no larger share than the cap allows, to the cent.
  constexpr money under(credit_cap cap) const {
    return (std::min)(credits, part(fees, cap.at_most(), money_rounding::down));
  }

  friend constexpr bool operator==(const credit_sum&, const credit_sum&) = default;
};

/// The sum of two; order does not matter.
///
/// throws  terms_error if it does not fit
constexpr credit_sum merge(const credit_sum& a, const credit_sum& b) {
  return {a.fees + b.fees, a.credits + b.credits};
}

/// The fee of one service for one period and what its availability gives, before the cap.
///
/// returns  none if the availability could not be measured
/// throws   terms_error if an amount does not fit
/// example  a fee of money{125'000} and a tier of 10 %: credits of money{12'500}
template <credit_terms Terms>
constexpr std::optional<credit_sum> uncapped_credit(const Terms& terms, const measured_availability auto& result,
                                                    money fee, money_rounding rounding) {
  const std::optional<fraction> share = result.share();
  if (!share) return std::nullopt;
  const std::optional<credit_tier> tier = tier_for(terms.credits, *share);
  return credit_sum{fee, tier ? part(fee, tier->credit, rounding) : money{}};
}

}  // namespace sla::inline v0

#endif
