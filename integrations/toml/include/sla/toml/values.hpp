#ifndef SLA_TOML_VALUES_HPP
#define SLA_TOML_VALUES_HPP

// How single values of an agreement are written in TOML, in both directions.

#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "sla/calendar/holiday.hpp"
#include "sla/calendar/weekday_set.hpp"
#include "sla/policy/enumerator.hpp"
#include "sla/policy/fraction.hpp"
#include "sla/policy/percent.hpp"
#include "sla/policy/target.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/text.hpp"
#include "sla/toml/section.hpp"

namespace sla::inline v0::detail {

// ---- Reading --------------------------------------------------------------------------------------------------------

template <enumeration Enum>
std::string names_of_all() {
  std::string names;
  for (const auto& [value, name] : enumerators<Enum>::all) names += (names.empty() ? "" : ", ") + std::string(name);
  return names;
}

template <enumeration Enum>
Enum toml_enum(toml_section& in, std::string_view key) {
  return in.read(enumerators<Enum>::all.front().value, [&] {
    const std::string allowed = names_of_all<Enum>();
    const toml::node& node = in.at(key, allowed);
    const auto text = in.value<std::string>(key, node, allowed);
    for (const auto& [value, name] : enumerators<Enum>::all)
      if (name == text) return value;
    in.refuse(key, node, "is none of these", allowed);
  });
}

inline std::string toml_string(toml_section& in, std::string_view key, std::string_view allowed) {
  return in.read(std::string{}, [&] {
    const toml::node& node = in.at(key, allowed);
    std::string text = in.value<std::string>(key, node, allowed);
    if (text.empty()) in.refuse(key, node, "is empty", allowed);
    return text;
  });
}

inline std::int64_t toml_number(toml_section& in, std::string_view key, std::int64_t least, std::int64_t most) {
  return in.read(least, [&] {
    const std::string allowed = std::to_string(least) + " to " + std::to_string(most);
    const toml::node& node = in.at(key, allowed);
    const auto number = in.value<std::int64_t>(key, node, allowed);
    if (number < least || most < number) in.refuse(key, node, "is out of range", allowed);
    return number;
  });
}

inline civil_day toml_day(const toml::date& date) {
  return civil_day{std::chrono::year{date.year} / date.month / date.day};
}

inline civil_day toml_date(toml_section& in, std::string_view key) {
  return in.read(civil_day{}, [&] {
    constexpr std::string_view allowed = "a date such as 2026-12-24";
    return toml_day(in.value<toml::date>(key, in.at(key, allowed), allowed));
  });
}

/// Digits at the beginning of a text, which they are taken from; none if there are none, or too many.
inline std::optional<std::int64_t> take_digits(std::string_view& text) {
  std::int64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc{} || text.front() < '0' || '9' < text.front()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

inline constexpr std::string_view allowed_lengths =
    "lengths such as \"2h\", \"1h 30min\", \"10s\", \"500ms\", up to a century";

/// A century; nobody promises anything within more.
inline constexpr std::chrono::milliseconds longest_length = std::chrono::days{36'525};

/// "1h 30min": whole numbers with d, h, min, s or ms, each unit at most once, the largest first.
inline std::optional<std::chrono::milliseconds> parse_length(std::string_view text) {
  using std::chrono::milliseconds;
  struct unit {
    std::string_view name;
    milliseconds length;
  };
  static constexpr unit units[] = {{"d", std::chrono::days{1}},
                                   {"h", std::chrono::hours{1}},
                                   {"min", std::chrono::minutes{1}},
                                   {"s", std::chrono::seconds{1}},
                                   {"ms", milliseconds{1}}};
  milliseconds sum{};
  const unit* next = std::begin(units);
  if (text.empty()) return std::nullopt;
  while (!text.empty()) {
    const auto number = take_digits(text);
    if (!number) return std::nullopt;
    const std::string_view name = text.substr(0, text.find_first_not_of("dhmins"));
    while (next != std::end(units) && next->name != name) ++next;
    if (next == std::end(units) || *number > (longest_length - sum) / next->length) return std::nullopt;
    sum += *number * next->length;
    text.remove_prefix(name.size());
    ++next;
    if (text.starts_with(' ')) text.remove_prefix(text.size() > 1 ? 1 : 0);
  }
  return sum;
}

inline std::chrono::milliseconds toml_length(toml_section& in, std::string_view key) {
  return in.read(std::chrono::milliseconds{1}, [&] {
    const toml::node& node = in.at(key, allowed_lengths);
    const auto length = parse_length(in.value<std::string>(key, node, allowed_lengths));
    if (!length) in.refuse(key, node, "is no length", allowed_lengths);
    return *length;
  });
}

inline std::chrono::milliseconds toml_positive_length(toml_section& in, std::string_view key) {
  const auto length = toml_length(in, key);
  return in.read(std::chrono::milliseconds{1}, [&] {
    if (length == std::chrono::milliseconds{0})
      in.refuse(key, in.at(key, ""), "is not more than zero", allowed_lengths);
    return length;
  });
}

inline constexpr std::string_view allowed_amounts =
    "one of {elapsed = \"2h\"}, {business_time = \"4h\"}, {business_days = 3}";

/// An allowance of more than zero out of a table that may have further keys.
inline allowance toml_allowance(toml_section& in, const toml::node& node) {
  return in.read(allowance(elapsed{std::chrono::milliseconds{1}}), [&] {
    std::optional<allowance> found;
    const auto take = [&](std::string_view kind, auto read) {
      if (in.find(kind) == nullptr) return;
      if (found) in.refuse(kind, *in.find(kind), "is a second amount", allowed_amounts);
      found = read();
    };
    take("elapsed", [&] { return allowance(elapsed{toml_positive_length(in, "elapsed")}); });
    take("business_time", [&] { return allowance(business_time{toml_positive_length(in, "business_time")}); });
    take("business_days", [&] { return allowance(business_days{toml_number(in, "business_days", 1, 100'000)}); });
    if (!found) in.refuse_lack(node, "has no amount; allowed: " + std::string(allowed_amounts));
    return *found;
  });
}

inline constexpr std::string_view allowed_times = "times such as \"09:00\", \"17:30\", \"24:00\"";

/// "09:00", "09:00:30", "09:00:30.500" or "24:00", since midnight.
inline std::optional<std::chrono::milliseconds> parse_clock(std::string_view text) {
  using namespace std::chrono;
  const auto two = [&]() -> std::optional<std::int64_t> {
    if (text.size() < 2) return std::nullopt;
    std::string_view digits = text.substr(0, 2);
    const auto number = take_digits(digits);
    if (!number || !digits.empty()) return std::nullopt;
    text.remove_prefix(2);
    return number;
  };
  const auto after_colon = [&]() -> std::optional<std::int64_t> {
    if (!text.starts_with(':')) return std::nullopt;
    text.remove_prefix(1);
    return two();
  };
  const auto hour = two();
  const auto minute = after_colon();
  const auto second = text.empty() ? std::optional<std::int64_t>{0} : after_colon();
  milliseconds rest{};
  if (text.size() == 4 && text.front() == '.') {
    text.remove_prefix(1);
    rest = milliseconds{take_digits(text).value_or(0)};
  }
  if (!hour || !minute || !second || !text.empty() || *minute > 59 || *second > 59) return std::nullopt;
  const milliseconds since_midnight = hours{*hour} + minutes{*minute} + seconds{*second} + rest;
  return since_midnight <= hours{24} ? std::optional{since_midnight} : std::nullopt;
}

inline std::chrono::milliseconds toml_clock(toml_section& in, std::string_view key) {
  return in.read(std::chrono::milliseconds{}, [&] {
    const toml::node& node = in.at(key, allowed_times);
    const auto time = parse_clock(in.value<std::string>(key, node, allowed_times));
    if (!time) in.refuse(key, node, "is no time of day", allowed_times);
    return *time;
  });
}

/// An opening and a closing as day_hours takes them: a closing before the opening is on the next day.
struct toml_span {
  std::chrono::milliseconds opens;
  std::chrono::milliseconds closes;
};

inline toml_span toml_opens_and_closes(toml_section& in) {
  using std::chrono::hours;
  const auto opens = toml_clock(in, "opens");
  const auto closes = toml_clock(in, "closes");
  if (in.is_refused("opens") || in.is_refused("closes")) return {hours{9}, hours{17}};
  if (opens == hours{24}) in.refuse("opens", in.at("opens", ""), "is no time to open", "\"00:00\" to before \"24:00\"");
  if (closes == hours{0} || closes == opens)
    in.refuse("closes", in.at("closes", ""), "is no time to close",
              "after \"00:00\" to \"24:00\", and not the time of opening");
  return {opens, closes};
}

inline constexpr std::string_view allowed_shares = "shares such as \"99.9 %\" or \"2/3\", up to \"100 %\"";

/// "99.9 %" or "999/1000", exactly; not more than all.
inline std::optional<fraction> parse_share(std::string_view text) {
  if (text.ends_with('%')) {
    text.remove_suffix(text.ends_with(" %") ? 2 : 1);
    return percentage(text);
  }
  const auto numerator = take_digits(text);
  if (!numerator || !text.starts_with('/')) return std::nullopt;
  text.remove_prefix(1);
  const auto denominator = take_digits(text);
  if (!denominator || !text.empty() || *numerator > *denominator || *denominator == 0 ||
      *denominator > fraction::largest_denominator)
    return std::nullopt;
  return fraction{*numerator, *denominator};
}

inline fraction toml_share(toml_section& in, std::string_view key) {
  return in.read(fraction{1, 1}, [&] {
    const toml::node& node = in.at(key, allowed_shares);
    const auto share = parse_share(in.value<std::string>(key, node, allowed_shares));
    if (!share) in.refuse(key, node, "is no share", allowed_shares);
    return *share;
  });
}

inline constexpr std::string_view allowed_weekdays = "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday";

inline std::chrono::weekday toml_weekday(const toml_section& in, std::string_view key, const toml::node& node) {
  return in.read(std::chrono::Monday, [&] {
    const auto name = in.value<std::string>(key, node, allowed_weekdays);
    for (unsigned day = 0; day < 7; ++day)
      if (name_of(std::chrono::weekday{day}) == name) return std::chrono::weekday{day};
    in.refuse(key, node, "is no day of the week", allowed_weekdays);
  });
}

inline weekday_set toml_weekdays(toml_section& in, std::string_view key) {
  return in.read(weekday_set{}, [&] {
    const toml::node& node = in.at(key, "an array of weekdays");
    const toml::array* array = node.as_array();
    if (array == nullptr) in.refuse(key, node, "is no array", "an array of weekdays");
    weekday_set days;
    for (const toml::node& each : *array) days = days | toml_weekday(in, key, each);
    return days;
  });
}

// ---- Writing --------------------------------------------------------------------------------------------------------

/// A negative length as a text that is no length.
inline std::string length_for_toml(std::chrono::milliseconds length) {
  using namespace std::chrono;
  if (length < milliseconds{0}) return std::to_string(length.count()) + "ms";
  std::string text;
  const auto add = [&](milliseconds unit, const char* name) {
    if (length < unit) return;
    if (!text.empty()) text += ' ';
    text += std::to_string(length / unit) + name;
    length %= unit;
  };
  add(hours{1}, "h");
  add(minutes{1}, "min");
  add(seconds{1}, "s");
  add(milliseconds{1}, "ms");
  return text.empty() ? "0s" : text;
}

inline std::string share_for_toml(fraction share) {
  return std::to_string(share.numerator()) + '/' + std::to_string(share.denominator());
}

/// throws  toml_error beyond the years that TOML writes
inline toml::date date_for_toml(std::string_view key, civil_day day) {
  using namespace std::chrono;
  constexpr civil_day first{year{0} / January / 1};
  constexpr civil_day last{year{9999} / December / 31};
  if (day < first || last < day)
    throw toml_error(std::string(key) + " = " + iso(day) + ": is out of range; allowed: " + iso(first) + " to " +
                     iso(last));
  const year_month_day date{day};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
}

inline toml::array weekdays_for_toml(weekday_set days) {
  toml::array names;
  for (unsigned day = 1; day <= 7; ++day)
    if (days.contains(std::chrono::weekday{day})) names.push_back(std::string(name_of(std::chrono::weekday{day})));
  return names;
}

inline toml::table allowance_for_toml(const allowance& within) {
  toml::table table;
  if (const auto* real = std::get_if<elapsed>(&within))
    table.insert("elapsed", length_for_toml(real->length()));
  else if (const auto* open = std::get_if<business_time>(&within))
    table.insert("business_time", length_for_toml(open->length()));
  else
    table.insert("business_days", std::get<business_days>(within).count());
  return table;
}

}  // namespace sla::inline v0::detail

#endif
