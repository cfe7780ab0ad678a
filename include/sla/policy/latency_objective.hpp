#ifndef SLA_POLICY_LATENCY_OBJECTIVE_HPP
#define SLA_POLICY_LATENCY_OBJECTIVE_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sla/policy/fraction.hpp"
#include "sla/time/amount.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// How large a part of all requests must be fast: more than a share of them, or at least a share.
///
/// example  more_than(fraction{1, 2}): "most"; at_least(fraction{95, 100}) is the 95 % quantile
class required_share {
 public:
  enum class comparison { more_than, at_least };

  /// Decides by exact comparison.
  constexpr bool satisfied_by(fraction share) const noexcept {
    return by_ == comparison::more_than ? share > than_ : share >= than_;
  }

  constexpr comparison compares_by() const noexcept { return by_; }
  constexpr fraction than() const noexcept { return than_; }

 private:
  friend constexpr required_share more_than(fraction share);
  friend constexpr required_share at_least(fraction share);
  constexpr required_share(fraction than, comparison by) noexcept : than_(than), by_(by) {}

  fraction than_;
  comparison by_;
};

namespace detail {

[[noreturn]] inline void more_than_needs_a_share_below_1(fraction share) {
  throw terms_error("a required share of more than " + percent_rounded_down(share, 4) + " % is not within [0, 100)");
}
[[noreturn]] inline void at_least_needs_a_share_above_0_and_at_most_1(fraction share) {
  throw terms_error("a required share of at least " + percent_rounded_down(share, 4) + " % is not within (0, 100]");
}
[[noreturn]] inline void an_exempt_kind_must_be_from_0_to_31(std::int64_t kind) {
  throw terms_error("the exempt kind of request with value " + std::to_string(kind) +
                    " is not from 0 to 31, as the values of an enumeration have to be");
}

}  // namespace detail

/// More than a share.
///
/// throws  terms_error for all or more, which no requests could be
constexpr required_share more_than(fraction share) {
  if (share >= fraction{1, 1}) detail::more_than_needs_a_share_below_1(share);
  return {share, required_share::comparison::more_than};
}
/// At least a share.
///
/// throws  terms_error for none, which promises nothing, and for more than all
constexpr required_share at_least(fraction share) {
  if (share.numerator() == 0 || share > fraction{1, 1}) detail::at_least_needs_a_share_above_0_and_at_most_1(share);
  return {share, required_share::comparison::at_least};
}

/// A promised time from the receipt of a request to the first byte served.
///
/// Kind     the user's own enumeration of kinds of request, with values from 0 to 31
/// within   the longest latency that is still good
/// most     the share of requests that must be good
/// exempt   kinds that are not counted at all
/// example  latency_objective{elapsed{10s}, more_than(fraction{1, 2}), std::array{request_kind::large_upload}}
template <class Kind, std::size_t Exempt>
struct latency_objective {
  elapsed within;
  required_share most;
  std::array<Kind, Exempt> exempt;

  constexpr bool counts(Kind kind) const { return counted_kinds().contains(kind); }

  /// The kinds that are counted, all but the exempt ones.
  ///
  /// throws  terms_error for an exempt kind that is not from 0 to 31
  constexpr auto counted_kinds() const {
    kind_set counted;
    for (const Kind kind : exempt) counted.remove(kind);
    return counted;
  }

 private:
  class kind_set {
   public:
    constexpr bool contains(Kind kind) const noexcept {
      const auto number = static_cast<std::uint64_t>(kind);
      return ((bits_ >> (number % 32) & 1U) | static_cast<std::uint32_t>(number >= 32)) != 0;
    }
    constexpr void remove(Kind kind) {
      const auto number = static_cast<std::uint64_t>(kind);
      if (number >= 32) detail::an_exempt_kind_must_be_from_0_to_31(static_cast<std::int64_t>(number));
      bits_ &= ~(std::uint32_t{1} << number);
    }

   private:
    std::uint32_t bits_ = ~std::uint32_t{0};
  };
};

template <class Kind, std::size_t Exempt>
latency_objective(elapsed, required_share, std::array<Kind, Exempt>) -> latency_objective<Kind, Exempt>;

/// The same, with kinds of request that become known, by their names, at run time.
///
/// example  loaded_latency_objective{elapsed{10s}, more_than(fraction{1, 2}), {"large_upload", "report"}}
struct loaded_latency_objective {
  /// All kinds but some.
  class kind_set {
   public:
    constexpr explicit kind_set(const std::vector<std::string>& exempt) noexcept : exempt_(&exempt) {}
    constexpr bool contains(std::string_view kind) const noexcept {
      return std::find(exempt_->begin(), exempt_->end(), kind) == exempt_->end();
    }

   private:
    const std::vector<std::string>* exempt_;
  };

  elapsed within;
  required_share most;
  std::vector<std::string> exempt;

  constexpr bool counts(std::string_view kind) const noexcept { return counted_kinds().contains(kind); }

  /// The kinds that are counted; must not outlive the objective.
  constexpr kind_set counted_kinds() const noexcept { return kind_set(exempt); }
};

}  // namespace sla::inline v0

#endif
