#ifndef SLA_FMT_VALUES_HPP
#define SLA_FMT_VALUES_HPP

// The texts of what needs no agreement: amounts, intervals, zones, periods, shares and money. They come with every way to
// print; terms.hpp and results.hpp add the rest for those who want it.

#include <chrono>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sla/fmt/specification.hpp"
#include "sla/policy/enumerator.hpp"
#include "sla/policy/fraction.hpp"
#include "sla/policy/money.hpp"
#include "sla/time/amount.hpp"
#include "sla/time/amount_text.hpp"
#include "sla/time/interval.hpp"
#include "sla/time/interval_set.hpp"
#include "sla/time/interval_stream.hpp"
#include "sla/time/iso_reading.hpp"
#include "sla/time/text.hpp"
#include "sla/zone/any_zone.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/measurement_period.hpp"
#include "sla/zone/us_zone.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0::detail {

// ---- What texts are made of -----------------------------------------------------------------------------------------

/// The texts of some values, one after the other; of none, another text.
std::string joined(const auto& values, std::string_view between, std::string_view of_none, auto&& text) {
  std::string all;
  bool is_first = true;
  for (const auto& each : values) {
    if (!is_first) all += between;
    all += text(each);
    is_first = false;
  }
  return is_first ? std::string(of_none) : all;
}

/// A value that may be absent.
template <class Value>
std::string text_or(const text_style& style, const std::optional<Value>& value, std::string_view of_none) {
  if (!value) return std::string(of_none);
  if constexpr (std::same_as<Value, instant>)
    return style.text(*value);
  else
    return text_in(style, *value);
}

/// With so many digits after the point, what follows them cut off; a whole number with none.
inline std::string decimal_rounded_down(fraction value, int digits) {
  std::string text = std::to_string(value.numerator() / value.denominator());
  std::int64_t left = value.numerator() % value.denominator();
  if (digits > 0) text += '.';
  for (int place = 0; place < digits; ++place) {
    left *= 10;
    text += static_cast<char>('0' + left / value.denominator());
    left %= value.denominator();
  }
  return text;
}

/// "-05:00"; seconds only where there are any.
inline std::string offset_text(std::chrono::seconds offset) {
  std::string clock = clock_text(abs(offset));
  if (clock.ends_with(":00")) clock.resize(5);
  return (offset < std::chrono::seconds{0} ? '-' : '+') + clock;
}

/// An enumerator by its name in the source; with `w` in words.
template <class Enum>
struct enumerator_text {
  static constexpr accepted_style takes{"", "w"};
  static std::string of(Enum value, const text_style& style) {
    return style.form == 'w' ? in_words(name_of(value)) : std::string(name_of(value));
  }
};

template <class Value, class... Others>
concept one_of = (std::same_as<Value, Others> || ...);

/// What has one text.
struct plain_text {
  static constexpr accepted_style takes{};
};

/// What has one text but for the clocks on which its instants are shown.
struct text_with_instants {
  static constexpr accepted_style takes{"", "", true};
};

template <one_of<occurrence, money_rounding> Enum>
struct value_text<Enum> : enumerator_text<Enum> {};

// ---- Time -----------------------------------------------------------------------------------------------------------

/// Days, hours, minutes and seconds in words; with `s` seconds as a number, with `c` as a clock counts.
template <one_of<elapsed, business_time> Amount>
struct value_text<Amount> {
  static constexpr accepted_style takes{"", "sc"};
  static std::string of(Amount amount, const text_style& style) {
    using namespace std::chrono;
    const milliseconds length = amount.length();
    if (style.form == '\0') return text_of(amount);
    if (style.form == 's') return seconds_text(length);
    const milliseconds rest = abs(length % 1min);
    return (length < 0ms ? "-" : "") + std::to_string(abs(duration_cast<hours>(length)).count()) + ':' +
           two_digits(abs(duration_cast<minutes>(length % 1h)).count()) + ':' + (rest < 10s ? "0" : "") +
           seconds_text(rest);
  }
};

template <>
struct value_text<business_days> : plain_text {
  static std::string of(business_days amount, const text_style&) { return text_of(amount); }
};

template <>
struct value_text<day_range> : plain_text {
  static std::string of(const day_range& days, const text_style&) { return iso(days.first) + " to " + iso(days.last); }
};

template <>
struct value_text<interval> : text_with_instants {
  static std::string of(const interval& during, const text_style& style) {
    return style.text(during.starts_at()) + " to " + style.text(during.ends_at());
  }
};

template <>
struct value_text<interval_set> : text_with_instants {
  static std::string of(const interval_set& set, const text_style& style) {
    return joined(set, ", ", "none", [&](const interval& each) { return text_in(style, each); });
  }
};

template <>
struct value_text<interval_total> {
  static constexpr accepted_style takes = value_text<elapsed>::takes;
  static std::string of(const interval_total& sum, const text_style& style) { return text_in(style, sum.total()); }
};

template <>
struct value_text<iso_reading> : plain_text {
  static std::string of(const iso_reading& read, const text_style&) {
    return iso(read.reading) + (read.offset ? offset_text(*read.offset) : "");
  }
};

template <>
struct value_text<unreadable> : plain_text {
  static std::string of(const unreadable& problem, const text_style&) {
    return std::string(problem.wrong) + "; allowed: " + std::string(problem.allowed);
  }
};

// ---- Zones and periods ----------------------------------------------------------------------------------------------

template <one_of<us_zone, fixed_offset, any_zone> Zone>
struct value_text<Zone> : plain_text {
  static std::string of(const Zone& zone, const text_style&) { return std::string(zone.name()); }
};

template <>
struct value_text<civil_lookup> : text_with_instants {
  static std::string of(const civil_lookup& found, const text_style& style) {
    switch (found.happens) {
      case occurrence::once: return "once, at " + style.text(found.earlier);
      case occurrence::skipped: return "skipped at " + style.text(found.transition);
      case occurrence::repeated: break;
    }
    return "repeated, at " + style.text(found.earlier) + " and " + style.text(found.later);
  }
};

template <>
struct value_text<offset_period> : plain_text {
  static std::string of(const offset_period& period, const text_style&) {
    return std::string(period.abbreviation) + " (UTC" + offset_text(period.offset) + ')';
  }
};

template <>
struct value_text<civil_quarter> : plain_text {
  static std::string of(civil_quarter quarter, const text_style&) {
    const std::string first_day = iso(civil_day{quarter.first_month() / 1});
    return first_day.substr(0, first_day.size() - std::string_view("-MM-DD").size()) + "-Q" +
           std::to_string(quarter.number());
  }
};

template <int Days>
struct value_text<rolling_days<Days>> : text_with_instants {
  static std::string of(rolling_days<Days> days, const text_style& style) {
    return std::to_string(Days) + " days until " + style.text(days.ends_at);
  }
};

// ---- Shares and money -----------------------------------------------------------------------------------------------

/// A percentage, rounded down to four digits; with `d` a decimal number, to two; with `r` the exact ratio.
template <>
struct value_text<fraction> {
  static constexpr accepted_style takes{digits_of_a_share, "d", false, "r"};
  static std::string of(fraction value, const text_style& style) {
    if (style.form == 'r') return std::to_string(value.numerator()) + '/' + std::to_string(value.denominator());
    if (style.form == 'd') return decimal_rounded_down(value, style.digits.value_or(2));
    return percent_rounded_down(value, style.digits.value_or(4)) + " %";
  }
};

/// In minor units, because an amount does not know its currency; with a precision in major units of so many digits.
template <>
struct value_text<money> {
  static constexpr accepted_style takes{"01234"};
  static std::string of(money amount, const text_style& style) {
    if (!style.digits) return std::to_string(amount.minor_units()) + " minor units";
    std::int64_t minor_units_of_a_major = 1;
    for (int place = 0; place < *style.digits; ++place) minor_units_of_a_major *= 10;
    return decimal_rounded_down({amount.minor_units(), minor_units_of_a_major}, *style.digits);
  }
};

}  // namespace sla::inline v0::detail

#endif
