#ifndef SLA_TOML_SECTION_HPP
#define SLA_TOML_SECTION_HPP

// A table of an agreement's file, and the keys that are taken from it. Every complaint says where: the file, the line, the
// key, the value that stands there, and what is allowed.

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// A file in TOML does not hold an agreement; the message names file, line, key, value and what is allowed.
class toml_error : public error {
 public:
  using error::error;
};

namespace detail {

/// Texts in double quotes, as this library writes them everywhere.
inline constexpr toml::format_flags toml_flags =
    toml::toml_formatter::default_flags &
    ~(toml::format_flags::allow_literal_strings | toml::format_flags::allow_multi_line_strings);

/// As few digits as tell a number from its neighbours, as people write it.
inline std::string shortest(double number) {
  std::array<char, 32> digits;
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

inline std::string toml_text(const toml::node& value) {
  std::ostringstream text;
  value.visit([&](const auto& of) {
    if constexpr (toml::is_table<decltype(of)>)
      text << "a table";
    else if constexpr (toml::is_array<decltype(of)>)
      text << "an array";
    else if constexpr (toml::is_floating_point<decltype(of)>)
      text << shortest(of.get());
    else
      text << toml::toml_formatter(of, toml_flags);
  });
  return std::move(text).str();
}

/// One table, or a table whose keys stand before those of another one.
class toml_section {
 public:
  toml_section(std::string_view file, const toml::table& table, std::string path, const toml::table* base = nullptr)
      : file_(file), path_(std::move(path)), table_(&table), base_(base) {}

  const toml::node* find(std::string_view key) {
    taken_.emplace_back(key);
    if (const toml::node* found = table_->get(key)) return found;
    return base_ != nullptr ? base_->get(key) : nullptr;
  }

  const toml::node& at(std::string_view key, std::string_view allowed) {
    if (const toml::node* found = find(key)) return *found;
    throw toml_error(place(*table_) + full_name(key) + ": is missing; allowed: " + std::string(allowed));
  }

  [[noreturn]] void refuse(std::string_view key, const toml::node& value, std::string_view wrong,
                           std::string_view allowed) const {
    throw toml_error(place(value) + full_name(key) + " = " + toml_text(value) + ": " + std::string(wrong) +
                     "; allowed: " + std::string(allowed));
  }
  /// With an empty key: the table itself.
  [[noreturn]] void refuse(std::string_view key, const toml::node& value, std::string_view why) const {
    throw toml_error(place(value) + full_name(key) + ": " + std::string(why));
  }

  /// Refuses keys that nobody asked for.
  void refuse_others() const {
    for (const auto& [key, value] : *table_)
      if (std::ranges::find(taken_, key.str()) == taken_.end()) {
        std::vector<std::string> known = taken_;
        std::ranges::sort(known);
        known.erase(std::unique(known.begin(), known.end()), known.end());
        std::string allowed;
        for (const std::string& each : known) allowed += (allowed.empty() ? "" : ", ") + each;
        refuse(key.str(), value, "is no key here", allowed);
      }
  }

  template <class Type>
  Type value(std::string_view key, const toml::node& node, std::string_view allowed) const {
    const auto found = node.value_exact<Type>();
    if (!found) refuse(key, node, "is of another type", allowed);
    return *found;
  }

  toml_section inner(std::string_view key, const toml::node& node, std::string_view allowed) const {
    const toml::table* table = node.as_table();
    if (table == nullptr) refuse(key, node, "is no table", allowed);
    return {file_, *table, path_ + std::string(key) + '.'};
  }

  /// Calls `use(section, node)` for each table of an array.
  void for_each(std::string_view key, const toml::node& node, std::string_view allowed, auto&& use) const {
    const toml::array* array = node.as_array();
    if (array == nullptr) refuse(key, node, "is no array", allowed);
    std::size_t number = 0;
    for (const toml::node& each : *array) {
      const std::string numbered = std::string(key) + '[' + std::to_string(++number) + ']';
      toml_section inside = inner(numbered, each, allowed);
      use(inside, each);
      inside.refuse_others();
    }
  }

  const std::string& path() const noexcept { return path_; }

 private:
  std::string full_name(std::string_view key) const {
    return key.empty() ? path_.substr(0, path_.size() - 1) : path_ + std::string(key);
  }
  std::string place(const toml::node& of) const { return file_ + ':' + std::to_string(of.source().begin.line) + ": "; }

  std::string file_;
  std::string path_;
  const toml::table* table_;
  const toml::table* base_;
  std::vector<std::string> taken_;
};

/// What the library itself refuses, with the place in the file.
auto at_place(const toml_section& in, std::string_view key, const toml::node& node, auto&& make) {
  try {
    return make();
  } catch (const error& problem) {
    in.refuse(key, node, problem.what());
  }
}

}  // namespace detail

}  // namespace sla::inline v0

#endif
