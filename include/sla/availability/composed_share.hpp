#ifndef SLA_AVAILABILITY_COMPOSED_SHARE_HPP
#define SLA_AVAILABILITY_COMPOSED_SHARE_HPP

// The textbook's formulas: a chain of parts is up with the product of their shares, a set of spares is down with the
// product of what is missing. They hold for parts that fail independently of each other, which parts that share a room, a
// network or a release do not; composition.hpp has what really happened.
//
// A product of a dozen exact shares fits no integer, so a composed share is enclosed between two decimal fractions of
// seventeen digits, which are the same where the result has no more digits.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sla/policy/fraction.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// A share between two bounds that lie at most a few 10^-17 apart; exact where they are the same.
///
/// throws   terms_error for a share of more than 1
/// example  composed_share(fraction{999, 1000}) is exactly that; the bounds of fraction{1, 3} end in ...3 and ...4
class composed_share {
 public:
  constexpr composed_share(fraction share)
      : least_(parts_of(share, rounding::down)), most_(parts_of(share, rounding::up)) {}

  constexpr fraction at_least() const { return fraction{least_, whole}; }
  constexpr fraction at_most() const { return fraction{most_, whole}; }
  constexpr bool is_exact() const noexcept { return least_ == most_; }

  /// The share of both, where they are independent.
  friend constexpr composed_share operator*(const composed_share& a, const composed_share& b) noexcept {
    return {parts_of_product(a.least_, b.least_, whole, rounding::down),
            parts_of_product(a.most_, b.most_, whole, rounding::up)};
  }
  /// The share of either, where they exclude each other; the upper bound is at most 1.
  friend constexpr composed_share operator+(const composed_share& a, const composed_share& b) noexcept {
    return {at_most_whole(a.least_ + b.least_), at_most_whole(a.most_ + b.most_)};
  }
  /// What is missing to the whole.
  constexpr composed_share complement() const noexcept { return {whole - most_, whole - least_}; }

  friend constexpr bool operator==(const composed_share&, const composed_share&) = default;

 private:
  enum class rounding { down, up };

  static constexpr std::int64_t whole = 100'000'000'000'000'000;

  constexpr composed_share(std::int64_t least, std::int64_t most) noexcept : least_(least), most_(most) {}

  static constexpr std::int64_t at_most_whole(std::int64_t parts) noexcept { return parts < whole ? parts : whole; }

  static constexpr std::int64_t parts_of(fraction share, rounding way) {
    if (share > fraction{1, 1}) a_share_must_not_be_more_than_1(share);
    return parts_of_product(whole, share.numerator(), share.denominator(), way);
  }

  /// a * b / divisor, bit by bit of `a`, because the product of the two does not fit.
  static constexpr std::int64_t parts_of_product(std::int64_t a, std::int64_t b, std::int64_t divisor,
                                                 rounding way) noexcept {
    std::int64_t quotient = 0;
    std::int64_t remainder = 0;
    const auto carry = [&] {
      if (remainder < divisor) return;
      remainder -= divisor;
      ++quotient;
    };
    for (int bit = 62; bit >= 0; --bit) {
      quotient *= 2;
      remainder *= 2;
      carry();
      if ((a >> bit & 1) == 0) continue;
      quotient += b / divisor;
      remainder += b % divisor;
      carry();
    }
    return way == rounding::up && remainder != 0 ? quotient + 1 : quotient;
  }

  [[noreturn]] static void a_share_must_not_be_more_than_1(fraction share) {
    throw terms_error("a share of " + percent_rounded_down(share, 4) + " % is more than the whole");
  }

  std::int64_t least_;
  std::int64_t most_;
};

namespace detail {

[[noreturn]] inline void k_of_n_must_be_from_1_to_n(int k, std::size_t n) {
  throw terms_error(std::to_string(k) + " of " + std::to_string(n) +
                    " parts cannot be needed; it must be 1 to all of them, and there must be a part");
}

constexpr std::size_t checked_k(int k, std::size_t n) {
  if (k < 1 || static_cast<std::size_t>(k) > n) k_of_n_must_be_from_1_to_n(k, n);
  return static_cast<std::size_t>(k);
}

/// The shares of exactly none, one, two and more of the parts being up.
constexpr std::vector<composed_share> shares_of_counts(std::span<const composed_share> parts) {
  std::vector<composed_share> counts{fraction{1, 1}};
  for (const composed_share& part : parts) {
    counts.emplace_back(fraction{0, 1});
    for (std::size_t up = counts.size() - 1; up > 0; --up)
      counts[up] = counts[up] * part.complement() + counts[up - 1] * part;
    counts.front() = counts.front() * part.complement();
  }
  return counts;
}

}  // namespace detail

/// The share of time in which at least k of n parts are up, if they fail independently of each other.
///
/// k        1 to the number of parts
/// throws   terms_error for another k
/// example  2 of 3 parts of 99 % each: 99.9702 %
constexpr composed_share k_of_n(int k, std::span<const composed_share> parts) {
  const std::size_t needed = detail::checked_k(k, parts.size());
  const auto counts = detail::shares_of_counts(parts);
  const auto sum = [&](std::size_t from, std::size_t to) {
    composed_share of = counts[from];
    for (std::size_t up = from + 1; up < to; ++up) of = of + counts[up];
    return of;
  };
  return needed <= parts.size() / 2 ? sum(0, needed).complement() : sum(needed, counts.size());
}

/// The share of time in which all parts are up, if they fail independently of each other.
///
/// example  99.9 % and 99.9 %: 99.8001 %
constexpr composed_share in_series(std::span<const composed_share> parts) {
  return k_of_n(static_cast<int>(parts.size()), parts);
}

/// The share of time in which at least one part is up, if they fail independently of each other.
///
/// example  99 % and 99 %: 99.99 %
constexpr composed_share in_parallel(std::span<const composed_share> parts) { return k_of_n(1, parts); }

}  // namespace sla::inline v0

#endif
