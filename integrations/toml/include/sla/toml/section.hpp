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

/// A file in TOML does not hold an agreement; the message names file, line, key, value and what is allowed, of each of up to
/// 20 faults on a line of its own.
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

/// So many letters have to be added, left out, put in place of another or swapped with the next to make one word of another.
inline std::size_t typing_errors(std::string_view one, std::string_view other) {
  std::vector<std::vector<std::size_t>> rows(one.size() + 1, std::vector<std::size_t>(other.size() + 1));
  for (std::size_t i = 0; i <= one.size(); ++i)
    for (std::size_t j = 0; j <= other.size(); ++j) {
      if (i == 0 || j == 0) {
        rows[i][j] = i + j;
        continue;
      }
      rows[i][j] = (std::min)({rows[i - 1][j] + 1, rows[i][j - 1] + 1,
                               rows[i - 1][j - 1] + static_cast<std::size_t>(one[i - 1] != other[j - 1])});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
        rows[i][j] = (std::min)(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  return rows[one.size()][other.size()];
}

/// One fault of a file.
struct toml_refusal : toml_error {
  /// Of a lack, another key may be the cause, misspelt.
  enum class of { value, lack };

  toml_refusal(of what, toml::source_position place, std::string key, std::string said, const std::string& message)
      : toml_error(message), about(what), at(place), path(std::move(key)), why(std::move(said)) {}

  of about;
  toml::source_position at;
  std::string path;
  std::string why;
};

/// Something rests on what has been refused already.
struct refused_already {};

/// The faults of a file.
class toml_refusals {
 public:
  /// Thrown when there are so many that a file is of another kind.
  struct enough {};

  void add(toml_refusal fault) {
    const auto is_the_same = [&](const toml_refusal& each) { return each.at == fault.at && each.why == fault.why; };
    const bool is_new = std::ranges::none_of(all_, is_the_same);
    paths_.push_back(fault.path);
    const auto line_of = [](const toml_refusal& each) { return each.at.line; };
    if (is_new) all_.insert(std::ranges::upper_bound(all_, fault.at.line, {}, line_of), std::move(fault));
    if (all_.size() == most_gathered) throw enough{};
  }

  /// Takes back what lacks at a path, for another key may be it.
  void forgive_lack(std::string_view path) {
    std::erase_if(all_,
                  [&](const toml_refusal& each) { return each.about == toml_refusal::of::lack && each.path == path; });
  }

  /// Whether anything was refused at a path, or within.
  bool has_any(std::string_view path) const {
    return std::ranges::any_of(paths_, [&](std::string_view each) {
      return each.starts_with(path) &&
             (path.empty() || each.size() == path.size() || each[path.size()] == '.' || each[path.size()] == '[');
    });
  }

  /// throws  toml_error with a line for each fault, the first ones in the file
  [[noreturn]] void throw_all() {
    if (all_.size() > most_told) all_.erase(all_.begin() + most_told, all_.end());
    std::string text;
    for (const toml_refusal& each : all_) text += (text.empty() ? "" : "\n") + std::string(each.what());
    throw toml_error(text);
  }

 private:
  static constexpr std::size_t most_gathered = 200;
  static constexpr std::size_t most_told = 20;

  std::vector<toml_refusal> all_;  ///< by their lines
  std::vector<std::string> paths_;
};

/// One table, or a table whose keys stand before those of another one.
class toml_section {
 public:
  /// refusals  gathers what is refused; without it the first fault ends the reading
  toml_section(std::string_view file, const toml::table& table, std::string path, const toml::table* base = nullptr,
               toml_refusals* refusals = nullptr)
      : file_(file), path_(std::move(path)), table_(&table), base_(base), refusals_(refusals) {}

  /// What `how` reads, or something else if it refuses and refusals are gathered.
  template <class Value>
  Value read(const Value& otherwise, auto&& how) const {
    if (refusals_ == nullptr) return how();
    try {
      return how();
    } catch (const toml_refusal& fault) {
      refusals_->add(fault);
    } catch (const refused_already&) {
    }
    return otherwise;
  }

  /// The same of an inner table, whose other keys are refused if all of it could be read.
  template <class Value>
  Value read_inner(std::string_view key, const toml::node& node, std::string_view allowed, const Value& otherwise,
                   auto&& how) const {
    return read(otherwise, [&] {
      toml_section inside = inner(key, node, allowed);
      Value found = how(inside);
      inside.refuse_others();
      return found;
    });
  }

  /// Whether a key, or anything within, was refused, here or in the table behind; with an empty key, anything of them.
  bool is_refused(std::string_view key = {}) const {
    return refusals_ != nullptr &&
           (refusals_->has_any(full_name(key)) || (base_ != nullptr && refusals_->has_any(key)));
  }

  const toml::node* find(std::string_view key) {
    taken_.emplace_back(key);
    if (const toml::node* found = table_->get(key)) return found;
    return base_ != nullptr ? base_->get(key) : nullptr;
  }

  const toml::node& at(std::string_view key, std::string_view allowed) {
    if (const toml::node* found = find(key)) return *found;
    refuse(toml_refusal::of::lack, key, base_ != nullptr ? *base_ : *table_,
           ": is missing; allowed: " + std::string(allowed));
  }

  [[noreturn]] void refuse(std::string_view key, const toml::node& value, std::string_view wrong,
                           std::string_view allowed) const {
    refuse(toml_refusal::of::value, key, value,
           " = " + toml_text(value) + ": " + std::string(wrong) + "; allowed: " + std::string(allowed));
  }
  /// With an empty key: the table itself.
  [[noreturn]] void refuse(std::string_view key, const toml::node& value, std::string_view why) const {
    refuse(toml_refusal::of::value, key, value, ": " + std::string(why));
  }
  /// What the table itself has none of.
  [[noreturn]] void refuse_lack(const toml::node& value, std::string_view why) const {
    refuse(toml_refusal::of::lack, {}, value, ": " + std::string(why));
  }

  /// Refuses keys that nobody asked for; one that is nearly one which nobody found is taken for it.
  void refuse_others() const {
    std::vector<std::string> known = taken_;
    std::ranges::sort(known);
    known.erase(std::unique(known.begin(), known.end()), known.end());
    std::string allowed;
    for (const std::string& each : known) allowed += (allowed.empty() ? "" : ", ") + each;
    for (const auto& [key, value] : *table_)
      if (!std::ranges::binary_search(known, key.str())) {
        const std::string meant = nearest(key.str(), known);
        if (refusals_ != nullptr) {
          refusals_->forgive_lack(full_name({}));
          if (!meant.empty()) refusals_->forgive_lack(full_name(meant));
        }
        read(0, [&, &name = key, &other = value]() -> int {
          refuse(name.str(), other, "is no key here" + (meant.empty() ? "" : ", perhaps " + meant), allowed);
        });
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
    return {file_, *table, path_ + std::string(key) + '.', nullptr, refusals_};
  }

  /// This table as another one changes it.
  toml_section changed_by(const toml::table& changes, const std::string& path) const {
    return {file_, changes, path + '.', table_, refusals_};
  }

  /// Calls `use(section, node)` for each table of an array.
  void for_each(std::string_view key, const toml::node& node, std::string_view allowed, auto&& use) const {
    const toml::array* array = node.as_array();
    if (array == nullptr) refuse(key, node, "is no array", allowed);
    std::size_t number = 0;
    for (const toml::node& each : *array) {
      const std::string numbered = std::string(key) + '[' + std::to_string(++number) + ']';
      read_inner(numbered, each, allowed, 0, [&](toml_section& inside) { return use(inside, each), 0; });
    }
  }

  const std::string& path() const noexcept { return path_; }

 private:
  [[noreturn]] void refuse(toml_refusal::of about, std::string_view key, const toml::node& value,
                           const std::string& why) const {
    throw toml_refusal(about, value.source().begin, full_name(key), std::string(key) + why,
                       place(value) + full_name(key) + why);
  }

  std::string full_name(std::string_view key) const {
    return key.empty() ? path_.substr(0, path_.size() - std::size_t{!path_.empty()}) : path_ + std::string(key);
  }

  /// The name of a key that is not there; empty if none is near.
  std::string nearest(std::string_view key, const std::vector<std::string>& known) const {
    constexpr std::size_t longest = 64;
    std::string found;
    std::size_t fewest = key.size() > longest ? 0 : key.size() < 5 ? 2 : 3;
    for (const std::string& each : known)
      if (const std::size_t errors = typing_errors(key.substr(0, longest), each);
          errors < fewest && !table_->contains(each)) {
        found = each;
        fewest = errors;
      }
    return found;
  }

  std::string place(const toml::node& of) const { return file_ + ':' + std::to_string(of.source().begin.line) + ": "; }

  std::string file_;
  std::string path_;
  const toml::table* table_;
  const toml::table* base_;
  toml_refusals* refusals_;
  std::vector<std::string> taken_;
};

/// What the library itself refuses, with the place in the file; nothing is made of what has been refused.
auto at_place(const toml_section& in, std::string_view key, const toml::node& node, auto&& make) {
  if (in.is_refused(key)) throw refused_already{};
  try {
    return make();
  } catch (const error& problem) {
    in.refuse(key, node, problem.what());
  }
}
auto at_place(toml_section& in, std::string_view key, auto&& make) {
  if (in.is_refused(key)) throw refused_already{};  // it may be missing
  return at_place(in, key, *in.find(key), make);
}

}  // namespace detail

}  // namespace sla::inline v0

#endif
