#ifndef SLA_JSON_PLACE_HPP
#define SLA_JSON_PLACE_HPP

// Reading JSON, with a place for every complaint: a value that cannot be taken is named by its JSON pointer (RFC 6901),
// text that is no JSON by its line and column.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// JSON says something that cannot be taken; the message names the place, the value and what is allowed.
class json_error : public error {
 public:
  using error::error;
};

namespace detail {

/// A value of a document, and how to get there; a document and the places on the way must outlive it.
template <class Json>
class json_place {
 public:
  explicit json_place(const Json& document) noexcept : value_(&document) {}

  const Json& value() const noexcept { return *value_; }

  /// A member of an object.
  ///
  /// throws  json_error if there is none of that name
  json_place at(std::string_view name) const {
    const auto found = value_->find(name);
    if (found == value_->end()) refuse("has no member \"" + std::string(name) + '"', "objects that have one");
    return json_place(*found, *this, std::string(name));
  }

  /// A member that may be absent or null.
  std::optional<json_place> find(std::string_view name) const {
    const auto found = value_->find(name);
    if (found == value_->end() || found->is_null()) return std::nullopt;
    return json_place(*found, *this, std::string(name));
  }

  /// Refuses whatever is no object with members of these names alone.
  void allow_members(std::initializer_list<std::string_view> names) const {
    std::string allowed;
    for (const std::string_view name : names) allowed += (allowed.empty() ? "" : ", ") + std::string(name);
    if (!value_->is_object()) refuse("is no object", "an object with " + allowed);
    for (const auto& [name, value] : value_->items())
      if (std::ranges::find(names, name) == names.end())
        json_place(value, *this, name).refuse("is no member of this object", allowed);
  }

  /// Calls `use` with the place of each element of an array.
  void for_each_element(std::string_view allowed, auto&& use) const {
    if (!value_->is_array()) refuse("is no array", allowed);
    for (std::size_t place = 0; place < value_->size(); ++place)
      use(json_place((*value_)[place], *this, std::to_string(place)));
  }

  /// Calls `use` with the name and the place of each member of an object.
  void for_each_member(std::string_view allowed, auto&& use) const {
    if (!value_->is_object()) refuse("is no object", allowed);
    for (const auto& [name, value] : value_->items()) use(name, json_place(value, *this, name));
  }

  const std::string& text(std::string_view allowed) const {
    if (!value_->is_string()) refuse("is no text", allowed);
    return value_->template get_ref<const std::string&>();
  }

  std::int64_t whole_number(std::string_view allowed) const {
    if (!value_->is_number_integer()) refuse("is no whole number", allowed);
    constexpr auto largest = static_cast<std::uint64_t>((std::numeric_limits<std::int64_t>::max)());
    if (value_->is_number_unsigned() && value_->template get<std::uint64_t>() > largest)
      refuse("is too large", allowed);
    return value_->template get<std::int64_t>();
  }

  /// What `make` makes of the value; what it refuses is refused here.
  auto made(auto&& make) const {
    try {
      return make();
    } catch (const json_error&) {
      throw;
    } catch (const error& problem) {
      throw json_error(named() + ": " + problem.what());
    }
  }

  [[noreturn]] void refuse(std::string_view wrong, std::string_view allowed) const {
    throw json_error(named() + ": " + std::string(wrong) + "; allowed: " + std::string(allowed));
  }

 private:
  json_place(const Json& value, const json_place& in, std::string name) noexcept
      : value_(&value), in_(&in), name_(std::move(name)) {}

  std::string pointer() const {
    if (in_ == nullptr) return {};
    std::string text = in_->pointer() + '/';
    for (const char each : name_) text += each == '~' ? "~0" : each == '/' ? "~1" : std::string(1, each);
    return text;
  }

  /// Its pointer and its text, cut where it is long.
  std::string named() const {
    constexpr std::size_t longest = 60;
    std::string text = value_->dump(-1, ' ', true, Json::error_handler_t::replace);
    if (text.size() > longest) text.replace(longest, std::string::npos, "...");
    return (in_ == nullptr ? "the document" : pointer()) + ' ' + text;
  }

  const Json* value_;
  const json_place* in_ = nullptr;
  std::string name_;
};

/// How values of a type are written and read: `write<Json>(value)` and `read(place)`, or one of them.
template <class Value>
struct json_value;

/// Notices names that an object has twice, while it is parsed.
class repeated_names {
 public:
  bool operator()(int, nlohmann::ordered_json::parse_event_t event, const nlohmann::ordered_json& parsed) {
    using enum nlohmann::ordered_json::parse_event_t;
    if (event == object_start) seen_.emplace_back();
    if (event == object_end) seen_.pop_back();
    if (event == key && !seen_.back().insert(parsed.get<std::string>()).second && !first_)
      first_ = parsed.get<std::string>();
    return true;
  }

  const std::optional<std::string>& first() const noexcept { return first_; }

 private:
  std::vector<std::set<std::string>> seen_;
  std::optional<std::string> first_;
};

}  // namespace detail

/// The document of a JSON text.
///
/// name    of the file, for messages
/// throws  json_error for what is no JSON, with line and column, and for a name that an object has twice
inline nlohmann::ordered_json parse_json(std::string_view text, std::string_view name) {
  detail::repeated_names repeated;
  try {
    nlohmann::ordered_json document = nlohmann::ordered_json::parse(text, std::ref(repeated));
    if (const auto& twice = repeated.first())
      throw json_error(std::string(name) + ": \"" + *twice + "\" stands twice in one object; allowed: once");
    return document;
  } catch (const nlohmann::json::parse_error& problem) {
    const std::string_view what = problem.what();
    throw json_error(std::string(name) + ": " + std::string(what.substr(what.find(']') + 2)));
  }
}

/// A value from JSON.
///
/// document  must outlive a value that refers to its texts, as the source of a service_record does
/// throws    json_error for anything else, naming its place
/// example   of {"from": "2026-11-07T01:45:00Z", "to": "2026-11-07T03:10:00Z"}, read_json<interval> is Fri 20:45-22:10 in
///           New York
template <class Value, class Json>
  requires requires(const detail::json_place<Json>& place) { detail::json_value<Value>::read(place); }
Value read_json(const Json& document) {
  return detail::json_value<Value>::read(detail::json_place<Json>(document));
}
template <class Value, class Json>
Value read_json(const Json&& document) = delete;

}  // namespace sla::inline v0

#endif
