#ifndef SLA_TESTS_SUPPORT_TERMS_TEXT_HPP
#define SLA_TESTS_SUPPORT_TERMS_TEXT_HPP

// How doctest writes fractions, credits and deadlines when a check fails.

#include <optional>
#include <string>

#include "sla/availability/composed_share.hpp"
#include "sla/availability/weighted_time.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/policy/credit_schedule.hpp"
#include "sla/policy/fraction.hpp"
#include "sla/policy/money.hpp"
#include "sla/policy/percent.hpp"
#include "support/text.hpp"

template <>
struct doctest::StringMaker<sla::fraction> {
  static String convert(sla::fraction value) {
    return (std::to_string(value.numerator()) + '/' + std::to_string(value.denominator())).c_str();
  }
};

template <>
struct doctest::StringMaker<std::optional<sla::fraction>> {
  static String convert(const std::optional<sla::fraction>& value) {
    return value ? StringMaker<sla::fraction>::convert(*value) : "none";
  }
};

template <>
struct doctest::StringMaker<sla::weighted_time> {
  static String convert(const sla::weighted_time& value) {
    return StringMaker<sla::fraction>::convert(value.milliseconds()) + " ms";
  }
};

template <>
struct doctest::StringMaker<sla::composed_share> {
  static String convert(const sla::composed_share& value) {
    return StringMaker<sla::fraction>::convert(value.at_least()) + " to " +
           StringMaker<sla::fraction>::convert(value.at_most());
  }
};

template <>
struct doctest::StringMaker<sla::credit_tier> {
  static String convert(const sla::credit_tier& tier) {
    return (sla::percent_text(tier.at_least) + " to " + sla::percent_text(tier.below) + ": " +
            sla::percent_text(tier.credit))
        .c_str();
  }
};

template <>
struct doctest::StringMaker<std::optional<sla::credit_tier>> {
  static String convert(const std::optional<sla::credit_tier>& tier) {
    return tier ? StringMaker<sla::credit_tier>::convert(*tier) : "none";
  }
};

template <>
struct doctest::StringMaker<sla::credit_cap> {
  static String convert(const sla::credit_cap& cap) { return sla::percent_text(cap.at_most()).c_str(); }
};

template <>
struct doctest::StringMaker<sla::money> {
  static String convert(const sla::money& amount) { return std::to_string(amount.minor_units()).c_str(); }
};

template <>
struct doctest::StringMaker<sla::deadline> {
  static String convert(const sla::deadline& value) {
    switch (value.status()) {
      case sla::deadline::state::due: return ("due " + sla::iso(value.at())).c_str();
      case sla::deadline::state::not_started: return "not started";
      case sla::deadline::state::not_promised: break;
    }
    return "not promised";
  }
};

#endif
