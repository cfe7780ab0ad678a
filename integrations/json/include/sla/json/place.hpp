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

/// Looks through a text for what the parser lets pass, up to the first: a name that an object has twice, and a value inside of
/// so many others that whoever walks them runs out of stack. As a callback of the parser it would make that take a time that
/// grows with the square of an array.
class document_check {
 public:
  /// What is wrong, if anything is.
  const std::optional<std::string>& complaint() const noexcept { return complaint_; }

  bool start_object(std::size_t) { return goes_deeper(); }
  bool start_array(std::size_t) { return goes_deeper(); }
  bool end_object() { return names_.pop_back(), true; }
  bool end_array() { return names_.pop_back(), true; }
  bool key(std::string& name) {
    return names_.back().insert(name).second || complain('"' + name + "\" stands twice in one object; allowed: once");
  }

  // The rest of what sax_parse calls, with nothing to look at.
  bool null() { return true; }
  bool boolean(bool) { return true; }
  bool number_integer(std::int64_t) { return true; }
  bool number_unsigned(std::uint64_t) { return true; }
  bool number_float(double, const std::string&) { return true; }
  bool string(std::string&) { return true; }
  bool binary(nlohmann::json::binary_t&) { return true; }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) { return false; }

 private:
  static constexpr std::size_t deepest = 100;

  bool goes_deeper() {
    names_.emplace_back();
    return names_.size() <= deepest ||
           complain("a value stands inside of more than " + std::to_string(deepest) + " others; allowed: fewer");
  }
  bool complain(std::string about) { return complaint_ = std::move(about), false; }

  std::vector<std::set<std::string>> names_;  ///< of the objects that are open, and none of the arrays
  std::optional<std::string> complaint_;
};

}  // namespace detail

/// The document of a JSON text. Its objects are sorted by name, for those of an ordered_json are searched from end to end for
/// each name that is added.
///
/// name    of the file, for messages
/// throws  json_error for what is no JSON, with line and column, for a number that is too large, for a name that an object
///         has twice, and for a value inside of more than 100 others
inline nlohmann::json parse_json(std::string_view text, std::string_view name) {
  const auto refuse = [name](std::string_view why) { throw json_error(std::string(name) + ": " + std::string(why)); };
  detail::document_check check;
  nlohmann::json document;
  try {
    nlohmann::json::sax_parse(text, &check);
    if (const auto& complaint = check.complaint()) refuse(*complaint);
    document = nlohmann::json::parse(text);
  } catch (const nlohmann::json::exception& problem) {
    const std::string_view what = problem.what();
    refuse(what.substr(what.find(']') + 2));
  }
  return document;
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
