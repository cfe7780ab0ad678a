#ifndef SLA_POLICY_CREDIT_SCHEDULE_HPP
#define SLA_POLICY_CREDIT_SCHEDULE_HPP

// Published tables of service credits leave holes. "99.0 to 99.9 %" beside "95.0 to 99.0 %" gives a month of exactly 99.0 %
// two credits, "95 to 98.9 %" gives one of 98.95 % none, and a lowest tier that stops above 0 % says nothing of a month
// that was down as a whole. Here a tier names both of its bounds, the upper one does not belong to it, and a table whose
// tiers do not lie bound to bound down to 0 is refused.

#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "sla/policy/fraction.hpp"
#include "sla/policy/percent.hpp"
#include "sla/time/error.hpp"
#include "sla/time/span_of.hpp"

namespace sla::inline v0 {

/// A line of a table of credits: what a period with such an availability gives.
///
/// at_least  the lower bound, which belongs to the tier
/// below     the upper bound, which does not
/// credit    the share of the fee that is credited
/// example   credit_tier{.at_least = 99_percent, .below = 99.95_percent, .credit = 10_percent}
struct credit_tier {
  fraction at_least;
  fraction below;
  fraction credit;

  friend constexpr bool operator==(const credit_tier&, const credit_tier&) = default;
};

/// The most that is credited for a period, as a share of its fee.
///
/// at_most  more than 0, at most 1; 1 caps nothing
/// throws   terms_error otherwise
/// example  credit_cap{50_percent}
class credit_cap {
 public:
  constexpr explicit credit_cap(fraction at_most) : at_most_(at_most) {
    if (at_most.numerator() == 0 || at_most > fraction{1, 1}) a_cap_must_be_more_than_0_and_at_most_1(at_most);
  }

  constexpr fraction at_most() const noexcept { return at_most_; }

  friend constexpr bool operator==(const credit_cap&, const credit_cap&) = default;

 private:
  [[noreturn]] static void a_cap_must_be_more_than_0_and_at_most_1(fraction at_most) {
    throw terms_error("a cap of " + percent_text(at_most) + " of the fee is not within (0, 100 %]");
  }

  fraction at_most_;
};

/// In place of a schedule that becomes known at run time: no credit is promised.
struct no_credits {};

namespace detail {

inline std::string text_of_tier(std::span<const credit_tier> tiers, std::size_t place) {
  return "credit tier " + std::to_string(place + 1) + ", at least " + percent_text(tiers[place].at_least) +
         " and below " + percent_text(tiers[place].below) + ", ";
}

[[noreturn]] inline void a_credit_schedule_needs_a_tier() {
  throw terms_error("a credit schedule needs at least one tier; where no credit is promised, say no_credits{}");
}
[[noreturn]] inline void a_credit_tier_must_end_above_its_beginning(std::span<const credit_tier> tiers,
                                                                    std::size_t place) {
  throw terms_error(text_of_tier(tiers, place) + "holds nothing; its upper bound must be above its lower one");
}
[[noreturn]] inline void a_credit_tier_must_not_exceed_the_whole_period(std::span<const credit_tier> tiers) {
  throw terms_error(text_of_tier(tiers, 0) + "goes beyond the whole period; it must end at 100 % or below");
}
[[noreturn]] inline void a_credit_must_be_more_than_0_and_at_most_1(std::span<const credit_tier> tiers,
                                                                    std::size_t place) {
  throw terms_error(text_of_tier(tiers, place) + "credits " + percent_text(tiers[place].credit) +
                    " of the fee; a credit must be within (0, 100 %]");
}
[[noreturn]] inline void credit_tiers_must_stand_from_the_highest_down(std::span<const credit_tier> tiers,
                                                                       std::size_t place) {
  throw terms_error(text_of_tier(tiers, place) + "lies above the tier before it; it must end at " +
                    percent_text(tiers[place - 1].at_least));
}
[[noreturn]] inline void credit_tiers_must_not_overlap(std::span<const credit_tier> tiers, std::size_t place) {
  throw terms_error(text_of_tier(tiers, place) + "overlaps the tier before it; it must end at " +
                    percent_text(tiers[place - 1].at_least));
}
[[noreturn]] inline void credit_tiers_must_not_leave_a_gap(std::span<const credit_tier> tiers, std::size_t place) {
  throw terms_error(text_of_tier(tiers, place) + "leaves a gap below the tier before it; it must end at " +
                    percent_text(tiers[place - 1].at_least));
}
[[noreturn]] inline void credits_must_grow_as_availability_falls(std::span<const credit_tier> tiers,
                                                                 std::size_t place) {
  throw terms_error(text_of_tier(tiers, place) + "credits " + percent_text(tiers[place].credit) +
                    " of the fee; it must be more than the " + percent_text(tiers[place - 1].credit) +
                    " of the tier before it");
}
[[noreturn]] inline void credit_tiers_must_reach_down_to_0(std::span<const credit_tier> tiers) {
  throw terms_error(text_of_tier(tiers, tiers.size() - 1) + "is the last and must begin at 0 %");
}

constexpr void check_credit_tier(std::span<const credit_tier> tiers, std::size_t place) {
  const credit_tier& tier = tiers[place];
  if (tier.below <= tier.at_least) a_credit_tier_must_end_above_its_beginning(tiers, place);
  if (tier.credit.numerator() == 0 || tier.credit > fraction{1, 1})
    a_credit_must_be_more_than_0_and_at_most_1(tiers, place);
  if (place == 0) return;
  const credit_tier& before = tiers[place - 1];
  if (before.below <= tier.at_least) credit_tiers_must_stand_from_the_highest_down(tiers, place);
  if (before.at_least < tier.below) credit_tiers_must_not_overlap(tiers, place);
  if (tier.below < before.at_least) credit_tiers_must_not_leave_a_gap(tiers, place);
  if (tier.credit <= before.credit) credits_must_grow_as_availability_falls(tiers, place);
}

constexpr void check_credit_tiers(std::span<const credit_tier> tiers) {
  if (tiers.empty()) a_credit_schedule_needs_a_tier();
  for (std::size_t place = 0; place < tiers.size(); ++place) check_credit_tier(tiers, place);
  if (tiers.front().below > fraction{1, 1}) a_credit_tier_must_not_exceed_the_whole_period(tiers);
  if (tiers.back().at_least.numerator() != 0) credit_tiers_must_reach_down_to_0(tiers);
}

}  // namespace detail

/// The credits of an agreement, tier by tier from the highest availability down.
///
/// cap      the most that is credited for a period
/// tiers    bound to bound, the last one from 0; a lower availability gives a larger credit
/// throws   terms_error otherwise, naming the tier
/// example  credit_schedule{credit_cap{50_percent},
///                          credit_tier{.at_least = 99_percent, .below = 99.9_percent, .credit = 10_percent},
///                          credit_tier{.at_least = 0_percent, .below = 99_percent, .credit = 25_percent}}
template <std::size_t Tiers>
class credit_schedule {
 public:
  template <std::same_as<credit_tier>... Tier>
    requires(sizeof...(Tier) == Tiers)
  constexpr explicit credit_schedule(credit_cap cap, const Tier&... tiers) : cap_(cap), tiers_{tiers...} {
    detail::check_credit_tiers(tiers_);
  }

  constexpr credit_cap cap() const noexcept { return cap_; }
  constexpr std::span<const credit_tier> tiers() const noexcept { return tiers_; }

 private:
  credit_cap cap_;
  std::array<credit_tier, Tiers> tiers_;
};

template <class... Tier>
credit_schedule(credit_cap, const Tier&...) -> credit_schedule<sizeof...(Tier)>;

/// The credits of an agreement that become known at run time; or none.
///
/// throws   terms_error as credit_schedule does
/// example  loaded_credit_schedule(no_credits{}) has no tiers
class loaded_credit_schedule {
 public:
  constexpr explicit loaded_credit_schedule(no_credits) : cap_(fraction{1, 1}) {}
  constexpr loaded_credit_schedule(credit_cap cap, std::vector<credit_tier> tiers)
      : cap_(cap), tiers_(std::move(tiers)) {
    detail::check_credit_tiers(this->tiers());
  }
  /// The credits of a schedule that is a constant.
  template <std::size_t Tiers>
  constexpr explicit loaded_credit_schedule(const credit_schedule<Tiers>& same)
      : cap_(same.cap()), tiers_(same.tiers().data(), same.tiers().data() + Tiers) {}

  constexpr credit_cap cap() const noexcept { return cap_; }
  constexpr std::span<const credit_tier> tiers() const noexcept { return detail::span_of(tiers_); }

 private:
  credit_cap cap_;
  std::vector<credit_tier> tiers_;
};

/// A schedule of either kind.
template <class Schedule>
concept credit_table = requires(const Schedule& schedule) {
  { schedule.cap() } -> std::same_as<credit_cap>;
  { schedule.tiers() } -> std::same_as<std::span<const credit_tier>>;
};

}  // namespace sla::inline v0

#endif
