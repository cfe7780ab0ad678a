#ifndef SLA_POLICY_TARGET_HPP
#define SLA_POLICY_TARGET_HPP

// What is promised for an issue: a response within an amount of time, and a resolution within another. The two are
// different types, an amount says which kind of hours it means, and a resolution says how firm it is, so none of these
// can be left open or put in the other's place.

#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "sla/time/amount.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// An amount of one of the three kinds of time.
using allowance = std::variant<elapsed, business_time, business_days>;

/// How firmly something is promised: missing what is firm is a breach, missing an effort is a missed objective.
enum class obligation { firm, commercially_reasonable_efforts, reasonable_efforts };

/// From where a resolution target runs.
enum class clock_start {
  report,       ///< from the identification or notification, whichever is first
  confirmation  ///< from the moment the issue has been replicated and confirmed
};

/// A promise to respond.
///
/// source  "initial response within ... after identification or notification"; always firm
class response_target {
 public:
  constexpr const allowance& within() const noexcept { return within_; }
  static constexpr obligation strength() noexcept { return obligation::firm; }

 private:
  friend constexpr response_target respond_within(says_elapsed_or_business auto amount);
  constexpr explicit response_target(allowance within) : within_(within) {}

  allowance within_;
};

/// A promise to remedy or work around.
class resolution_target {
 public:
  /// The same promise, running from a start of its own; without this the agreement's `resolution_start` decides.
  constexpr resolution_target from(clock_start start) const {
    resolution_target same = *this;
    same.starts_from_ = start;
    return same;
  }
  /// The same promise with its strength; without this it is firm.
  constexpr resolution_target with(obligation strength) const {
    resolution_target same = *this;
    same.strength_ = strength;
    return same;
  }

  constexpr const allowance& within() const noexcept { return within_; }
  constexpr std::optional<clock_start> starts_from() const noexcept { return starts_from_; }
  constexpr obligation strength() const noexcept { return strength_; }

 private:
  friend constexpr resolution_target resolve_within(says_elapsed_or_business auto amount);
  constexpr explicit resolution_target(allowance within) : within_(within) {}

  allowance within_;
  std::optional<clock_start> starts_from_;
  obligation strength_ = obligation::firm;
};

/// In place of a resolution target: no instant is promised.
struct case_by_case {};

namespace detail {

[[noreturn]] inline void a_target_must_be_positive() {
  throw terms_error("a target must be more than zero; where nothing is promised, say case_by_case{}");
}

constexpr auto positive(says_elapsed_or_business auto amount) {
  if (amount <= decltype(amount){}) a_target_must_be_positive();
  return amount;
}

}  // namespace detail

/// A response within an amount of time.
///
/// amount   elapsed, business_time or business_days; bare numbers and std::chrono durations do not compile
/// throws   terms_error unless the amount is positive
/// example  respond_within(business_time{4h})
constexpr response_target respond_within(says_elapsed_or_business auto amount) {
  return response_target(detail::positive(amount));
}

/// A resolution within an amount of time.
///
/// amount   elapsed, business_time or business_days; bare numbers and std::chrono durations do not compile
/// throws   terms_error unless the amount is positive
/// example  resolve_within(elapsed{24h}).from(clock_start::confirmation).with(obligation::reasonable_efforts)
constexpr resolution_target resolve_within(says_elapsed_or_business auto amount) {
  return resolution_target(detail::positive(amount));
}

}  // namespace sla::inline v0

#endif
