#ifndef SLA_JSON_VALUES_HPP
#define SLA_JSON_VALUES_HPP

// Values that are written and read again: lengths, instants, intervals, shares, deadlines. Lengths are numbers of seconds, instants ISO 8601 in UTC, fractions [numerator, denominator], enumerators their names, and what
// does not exist is null. sla.schema.json has the whole form.

#include <chrono>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sla/clock/deadline.hpp"
#include "sla/json/place.hpp"
#include "sla/policy/enumerator.hpp"
#include "sla/policy/fraction.hpp"
#include "sla/policy/money.hpp"
#include "sla/policy/severity_table.hpp"
#include "sla/time/amount.hpp"
#include "sla/time/interval.hpp"
#include "sla/time/interval_set.hpp"
#include "sla/time/iso_reading.hpp"
#include "sla/time/text.hpp"

namespace sla::inline v0 {

/// A type whose values become JSON: `nlohmann::json j = value;`
template <class Value>
concept json_writable =
    requires(const Value& value) { detail::json_value<Value>::template write<nlohmann::ordered_json>(value); };

namespace detail {

inline constexpr std::string_view allowed_years = "years 0000 to 9999";

constexpr bool is_of_allowed_years(instant at) noexcept {
  using namespace std::chrono;
  return sys_days{year{0} / January / 1} <= at && at < sys_days{year{10'000} / January / 1};
}

[[noreturn]] inline void an_instant_must_be_of_allowed_years(instant at) {
  throw json_error("the instant " + iso(at) + " has no text in JSON; allowed: " + std::string(allowed_years));
}

}  // namespace detail

/// An instant, ISO 8601 in UTC.
///
/// throws  json_error beyond the years 0000 to 9999, which `read_json` does not read
template <class Json = nlohmann::ordered_json>
Json instant_json(instant at) {
  if (!detail::is_of_allowed_years(at)) detail::an_instant_must_be_of_allowed_years(at);
  return Json(iso(at));
}

/// A value, or null.
template <class Json = nlohmann::ordered_json, json_writable Value>
Json json_or_null(const std::optional<Value>& value) {
  return value ? detail::json_value<Value>::template write<Json>(*value) : Json();
}
template <class Json = nlohmann::ordered_json>
Json json_or_null(const std::optional<instant>& at) {
  return at ? instant_json<Json>(*at) : Json();
}

namespace detail {

// ---- Texts and numbers ----------------------------------------------------------------------------------------------

template <enumeration Enum>
Enum read_enumerator(const auto& place) {
  std::string names;
  for (const auto& [value, name] : enumerators<Enum>::all) names += (names.empty() ? "" : ", ") + std::string(name);
  const std::string& text = place.text(names);
  for (const auto& [value, name] : enumerators<Enum>::all)
    if (name == text) return value;
  place.refuse("is no such name", names);
}

template <class Value, class... Others>
concept json_one_of = (std::same_as<Value, Others> || ...);

/// An enumerator by its name.
template <class Enum>
struct enumerator_json {
  template <class Json>
  static Json write(Enum value) {
    return Json(name_of(value));
  }
  static Enum read(const auto& place) { return read_enumerator<Enum>(place); }
};

template <>
struct json_value<deadline::state> : enumerator_json<deadline::state> {};

/// A level by its name, or by its number where the type has no names.
template <class Json, class Severity>
Json severity_json(Severity level) {
  if constexpr (std::same_as<Severity, severity_level>)
    return Json(static_cast<int>(level));
  else
    return Json(name_of(level));
}
template <class Severity>
Severity read_severity(const auto& place) {
  if constexpr (std::same_as<Severity, severity_level>) {
    constexpr std::string_view allowed = "the number of a level";
    const std::int64_t number = place.whole_number(allowed);
    if (!std::in_range<int>(number)) place.refuse("is no number of a level", allowed);
    return severity_level{static_cast<int>(number)};
  } else {
    return read_enumerator<Severity>(place);
  }
}

template <>
struct json_value<instant> {
  static instant read(const auto& place) {
    constexpr std::string_view allowed =
        "2026-11-23T07:00:00Z or 2026-11-23T02:00:00-05:00; seconds with up to three decimals";
    const auto read = read_iso(place.text(allowed), allowed);
    if (const auto* problem = std::get_if<unreadable>(&read)) place.refuse(problem->wrong, problem->allowed);
    const auto& [reading, offset] = std::get<iso_reading>(read);
    if (!offset) place.refuse("does not say its offset from UTC", allowed);
    const instant at = instant{reading.time_since_epoch()} - *offset;
    if (!is_of_allowed_years(at)) place.refuse("is " + iso(at), allowed_years);
    return at;
  }
};

/// A number of seconds, whole or with up to three decimals.
template <json_one_of<elapsed, business_time> Amount>
struct json_value<Amount> {
  template <class Json>
  static Json write(Amount amount) {
    const std::int64_t count = amount.length().count();
    if (count % 1000 == 0) return Json(count / 1000);
    if (!is_exact(count)) a_length_must_be_exact_in_seconds(count);
    return Json(static_cast<double>(count) / 1000);
  }

  static Amount read(const auto& place) {
    constexpr std::string_view allowed = "a number of seconds with up to three decimals";
    if (!place.value().is_number()) place.refuse("is no number", allowed);
    if (place.value().is_number_integer()) {
      constexpr std::int64_t longest = (std::numeric_limits<std::int64_t>::max)() / 1000;
      const std::int64_t seconds = place.whole_number(allowed);
      if (seconds < -longest || longest < seconds) place.refuse("is too long", allowed);
      return Amount{std::chrono::seconds{seconds}};
    }
    const auto seconds = place.value().template get<double>();
    const double milliseconds = std::round(seconds * 1000);
    if (std::abs(milliseconds) > static_cast<double>(largest_exact)) place.refuse("is too long", allowed);
    if (milliseconds / 1000 != seconds) place.refuse("is finer than a millisecond", allowed);
    return Amount{std::chrono::milliseconds{static_cast<std::int64_t>(milliseconds)}};
  }

 private:
  static constexpr std::int64_t largest_exact = std::int64_t{1} << 50;
  static constexpr bool is_exact(std::int64_t count) noexcept {
    return -largest_exact <= count && count <= largest_exact;
  }

  [[noreturn]] static void a_length_must_be_exact_in_seconds(std::int64_t count) {
    throw json_error("a length of " + std::to_string(count) +
                     " ms has no exact number of seconds in JSON; allowed: up to " + std::to_string(largest_exact) +
                     " ms, or whole seconds");
  }
};

template <>
struct json_value<business_days> {
  template <class Json>
  static Json write(business_days amount) {
    return Json(amount.count());
  }
  static business_days read(const auto& place) {
    return place.made([&] { return business_days{place.whole_number("a number of business days")}; });
  }
};

/// Exactly, as numerator and denominator.
template <>
struct json_value<fraction> {
  template <class Json>
  static Json write(fraction value) {
    return Json::array({value.numerator(), value.denominator()});
  }
  static fraction read(const auto& place) {
    constexpr std::string_view allowed = "[numerator, denominator]";
    std::vector<std::int64_t> terms;
    place.for_each_element(allowed, [&](const auto& each) { terms.push_back(each.whole_number("a whole number")); });
    if (terms.size() != 2) place.refuse("has not two terms", allowed);
    return place.made([&] { return fraction{terms[0], terms[1]}; });
  }
};

/// In minor units.
template <>
struct json_value<money> {
  template <class Json>
  static Json write(money amount) {
    return Json(amount.minor_units());
  }
  static money read(const auto& place) {
    return place.made([&] { return money{place.whole_number("a number of minor units")}; });
  }
};

// ---- Containers -----------------------------------------------------------------------------------------------------

template <class Value>
struct json_value<std::vector<Value>> {
  static std::vector<Value> read(const auto& place) {
    std::vector<Value> values;
    place.for_each_element("an array", [&](const auto& each) { values.push_back(json_value<Value>::read(each)); });
    return values;
  }
};

template <class Value, class Compare>
struct json_value<std::map<std::string, Value, Compare>> {
  static std::map<std::string, Value, Compare> read(const auto& place) {
    std::map<std::string, Value, Compare> values;
    place.for_each_member("an object", [&](const std::string& name, const auto& each) {
      values.emplace(name, json_value<Value>::read(each));
    });
    return values;
  }
};

/// A member of an object.
template <class Value>
Value read_member(const auto& place, std::string_view name) {
  return json_value<Value>::read(place.at(name));
}

/// A member that may be absent or null.
template <class Value>
std::optional<Value> read_optional_member(const auto& place, std::string_view name) {
  const auto member = place.find(name);
  return member ? std::optional{json_value<Value>::read(*member)} : std::nullopt;
}

template <class Json>
Json array_json(const auto& values) {
  Json list = Json::array();
  for (const auto& each : values) list.push_back(Json(each));
  return list;
}

// ---- Intervals and deadlines ----------------------------------------------------------------------------------------

template <>
struct json_value<interval> {
  template <class Json>
  static Json write(const interval& during) {
    return {{"from", instant_json<Json>(during.starts_at())}, {"to", instant_json<Json>(during.ends_at())}};
  }
  static interval read(const auto& place) {
    place.allow_members({"from", "to"});
    return read_from_members(place);
  }

  /// The interval of an object that has other members, too.
  static interval read_from_members(const auto& place) {
    const auto from = read_member<instant>(place, "from");
    const auto to = read_member<instant>(place, "to");
    return place.made([&] { return interval{from, to}; });
  }
};

template <>
struct json_value<interval_set> {
  template <class Json>
  static Json write(const interval_set& set) {
    Json list = Json::array();
    for (const interval& each : set) list.push_back(json_value<interval>::write<Json>(each));
    return list;
  }
  static interval_set read(const auto& place) { return interval_set(json_value<std::vector<interval>>::read(place)); }
};

template <>
struct json_value<deadline> {
  template <class Json>
  static Json write(const deadline& due) {
    return {{"status", name_of(due.status())}, {"at", due.exists() ? instant_json<Json>(due.at()) : Json()}};
  }
  static deadline read(const auto& place) {
    place.allow_members({"status", "at"});
    const auto status = read_member<deadline::state>(place, "status");
    const auto at = read_optional_member<instant>(place, "at");
    if (at.has_value() != (status == deadline::state::due))
      place.refuse("has an instant without being due, or none although it is", "an instant where the status is due");
    switch (status) {
      case deadline::state::due: return deadline(*at);
      case deadline::state::not_started: return deadline::not_started();
      case deadline::state::not_promised: break;
    }
    return deadline::not_promised();
  }
};

}  // namespace detail

}  // namespace sla::inline v0

/// What nlohmann/json asks to write a value of this library.
template <sla::json_writable Value>
struct nlohmann::adl_serializer<Value> {
  template <class Json>
  static void to_json(Json& json, const Value& value) {
    json = sla::detail::json_value<Value>::template write<Json>(value);
  }
};

#endif
