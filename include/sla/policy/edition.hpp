#ifndef SLA_POLICY_EDITION_HPP
#define SLA_POLICY_EDITION_HPP

// An agreement is amended, and what was promised before stays as it was promised: a ticket is judged by the edition that
// was in force when it began, and a month that has been reported is computed again with the same result. Editions may
// differ in anything, readings included, but not in what their levels of severity are.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "sla/policy/agreement.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// Which edition of an agreement applies to something that began under one and is judged under another.
enum class edition_rule {
  in_force_at_the_start,  ///< the edition of the day on which it began
  in_force_when_judged    ///< the edition of the day on which it is judged
};

/// An agreement from an instant on, until the next edition.
///
/// name  by which results call it; Name owns it or not
template <class Terms, class Name = std::string_view>
struct edition {
  Name name;
  instant effective_at;
  Terms terms;
};

/// An answer and the name of the edition that gave it, which the editions keep.
template <class Answer>
struct edition_answer {
  std::string_view edition;
  Answer answer;
};

namespace detail {

[[noreturn]] inline void editions_must_take_effect_one_after_the_other(std::string_view name, instant effective_at) {
  throw terms_error("the edition \"" + std::string(name) + "\" takes effect at " + iso(effective_at) +
                    ", which is not after the edition before it");
}
[[noreturn]] inline void an_agreement_needs_an_edition() {
  throw terms_error("an agreement needs at least one edition");
}
[[noreturn]] inline void an_instant_must_not_lie_before_the_first_edition(instant at, std::string_view name,
                                                                          instant effective_at) {
  throw coverage_error("no edition is in force at " + iso(at) + "; the first, \"" + std::string(name) +
                       "\", takes effect at " + iso(effective_at));
}

}  // namespace detail

/// The editions of an agreement, each of a type of its own or all of one type, by the instants at which they take effect.
///
/// throws   terms_error unless each takes effect after the one before
/// example  editions{edition_rule::in_force_at_the_start, edition<support>{"2024", t0, {}}, edition<office_hours>{"2026", t1, {}}}
template <class... Terms>
class editions {
 public:
  constexpr explicit editions(edition_rule rule, edition<Terms>... all) : rule_(rule), all_(std::move(all)...) {
    std::apply(check{}, all_);
  }

  constexpr edition_rule rule() const noexcept { return rule_; }

  /// Calls `use` with the edition in force at an instant.
  constexpr auto in_force(instant at, auto&& use) const { return find<sizeof...(Terms) - 1>(at, use); }

 private:
  static_assert(sizeof...(Terms) > 0, "an agreement needs at least one edition");

  struct check {
    constexpr void operator()(const auto&... all) const {
      std::optional<instant> before;
      (follows(before, all), ...);
    }
    static constexpr void follows(std::optional<instant>& before, const auto& next) {
      if (before && next.effective_at <= *before)
        detail::editions_must_take_effect_one_after_the_other(next.name, next.effective_at);
      before = next.effective_at;
    }
  };

  template <std::size_t Place>
  constexpr auto find(instant at, auto& use) const {
    const auto& candidate = std::get<Place>(all_);
    if (candidate.effective_at <= at) return use(candidate);
    if constexpr (Place > 0) {
      return find<Place - 1>(at, use);
    } else {
      detail::an_instant_must_not_lie_before_the_first_edition(at, candidate.name, candidate.effective_at);
      return use(candidate);
    }
  }

  edition_rule rule_;
  std::tuple<edition<Terms>...> all_;
};

/// The same, as many as become known at run time, with names of their own.
template <class Terms>
class loaded_editions {
 public:
  using edition = sla::edition<Terms, std::string>;

  explicit loaded_editions(edition_rule rule, std::vector<edition> all) : rule_(rule), all_(std::move(all)) {
    if (all_.empty()) detail::an_agreement_needs_an_edition();
    for (std::size_t i = 1; i < all_.size(); ++i)
      if (all_[i].effective_at <= all_[i - 1].effective_at)
        detail::editions_must_take_effect_one_after_the_other(all_[i].name, all_[i].effective_at);
  }

  edition_rule rule() const noexcept { return rule_; }
  std::span<const edition> all() const noexcept { return all_; }

  const edition& in_force(instant at) const {
    for (std::size_t i = all_.size(); i-- > 0;)
      if (all_[i].effective_at <= at) return all_[i];
    detail::an_instant_must_not_lie_before_the_first_edition(at, all_.front().name, all_.front().effective_at);
  }
  auto in_force(instant at, auto&& use) const { return use(in_force(at)); }

 private:
  edition_rule rule_;
  std::vector<edition> all_;
};

namespace detail {

template <class Ask>
struct answer_by_edition {
  Ask& ask;
  constexpr auto operator()(const auto& found) const {
    return edition_answer<std::remove_cvref_t<decltype(ask(found.terms))>>{found.name, ask(found.terms)};
  }
};

}  // namespace detail

/// What the edition that applies answers.
///
/// started  when what is asked about began: the report of an issue, the beginning of a month
/// judged   when it is judged
/// ask      called with the terms of the edition; its answer has one type for all of them
/// throws   coverage_error before the first edition takes effect
/// example  under(all, reported, now, [&](const auto& terms) { return response_due(terms, hbi::severity::urgent, reported); })
template <class Editions>
constexpr auto under(const Editions& all, instant started, instant judged, auto&& ask) {
  const instant at = all.rule() == edition_rule::in_force_at_the_start ? started : judged;
  return all.in_force(at, detail::answer_by_edition<std::remove_reference_t<decltype(ask)>>{ask});
}

}  // namespace sla::inline v0

#endif
