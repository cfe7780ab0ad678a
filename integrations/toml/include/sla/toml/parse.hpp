#ifndef SLA_TOML_PARSE_HPP
#define SLA_TOML_PARSE_HPP

// Text becomes a table by way of toml++, all but that for which the toml++ of Debian 12 (3.3) ends the program by an
// assertion, or goes on as if it held.

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "sla/toml/section.hpp"

namespace sla::inline v0::detail {

/// The last character of a text in quotes, or the end of all.
///
/// at  where the quotes begin
inline std::size_t end_of_quotes(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const bool is_of_many_lines = text.substr(at, 3) == std::string(3, quote);
  const std::string_view closing = text.substr(at, is_of_many_lines ? 3 : 1);
  for (at += closing.size(); at < text.size() && !text.substr(at).starts_with(closing); ++at)
    if (quote == '"' && text[at] == '\\') ++at;
  at += closing.size();
  if (is_of_many_lines) at = (std::min)(text.find_first_not_of(quote, (std::min)(at, text.size())), text.size());
  return at - 1;
}

/// True for a single digit behind a date, or what toml++ takes for one: then it takes the digit for the beginning of a time
/// of day.
///
/// value  where the value begins at the earliest
inline bool is_half_an_hour(std::string_view text, std::size_t value, std::size_t at) {
  constexpr std::string_view ends_a_value = " \t\r\n\v\f,]}#";
  if (text[at] < '0' || '9' < text[at] || at < 2 || text[at - 1] != ' ') return false;
  if (at + 1 == text.size() || ends_a_value.find(text[at + 1]) == std::string_view::npos) return false;
  const std::size_t begins = (std::max)(value, text.find_last_of(ends_a_value, at - 2) + 1);
  if (begins >= at) return false;
  std::string word(text.substr(begins, at - 1 - begins));
  std::erase(word, '_');
  return word.size() >= 10 && word[word.size() - 6] == '-' && word[word.size() - 3] == '-';
}

/// The most parts of a key, and brackets within brackets, each of which toml++ makes and removes by a call within a call.
inline constexpr std::size_t deepest = 32;

struct refused_character {
  static constexpr std::string_view misplaced =
      "is misplaced; allowed: brackets around the name of a table and in pairs, ASCII outside of quotes, whole times "
      "behind dates";
  static constexpr std::string_view too_deep =
      "goes too deep; allowed: keys of up to 32 parts, brackets in up to 31 others";

  std::size_t at;
  std::string_view why;
};

/// The first character that toml++ takes for granted not to come there: a bracket of a table whose name does not begin
/// like one, a bracket that closes one of the other kind, a digit behind a date, or a letter beyond ASCII that is neither
/// quoted nor in a comment; and one that goes too deep.
/// What stands behind a quotation mark within a bare word is not quoted.
inline std::optional<refused_character> refused_in(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  constexpr std::string_view ends_a_word = " \t\n,";
  constexpr std::string_view ends_a_key = "\n,=[]{}";
  constexpr std::string_view begins_a_name = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-\"'";
  constexpr std::size_t none_within_a_key = std::string_view::npos;
  std::size_t value = none_within_a_key;
  std::string open;
  std::size_t parts = 1;
  bool begins_a_line = true;
  std::size_t word = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (std::size_t at = word; at < text.size(); ++at) {
    const char each = text[at];
    const bool begins_a_word = at == word;
    const bool is_in_a_key = value == none_within_a_key;
    if (ends_a_word.find(each) != std::string_view::npos || (begins_a_word && (each == '[' || each == '{')) ||
        (is_in_a_key && (each == '=' || each == '.')))
      word = at + 1;
    if (blanks.find(each) != std::string_view::npos) continue;
    if (each == '[' && begins_a_line && open.empty()) {
      const std::size_t name = text.find_first_not_of(blanks, text.substr(at).starts_with("[[") ? at + 2 : at + 1);
      if (name < text.size() && begins_a_name.find(text[name]) == std::string_view::npos)
        return refused_character{at, refused_character::misplaced};
    }
    begins_a_line = each == '\n';
    if (static_cast<unsigned char>(each) > 0x7F || is_half_an_hour(text, value, at))
      return refused_character{at, refused_character::misplaced};
    if (ends_a_key.find(each) != std::string_view::npos) parts = 1;
    if (each == '.') ++parts;
    if (each == '#') at = (std::min)(text.find('\n', at), text.size()) - 1;
    if ((each == '"' || each == '\'') && begins_a_word) at = end_of_quotes(text, at);
    if (each == '}' || (each == '=' && is_in_a_key)) value = at + 1;
    if ((each == '{' && begins_a_word) || (each == ',' && open.ends_with('{')) || (each == '\n' && open.empty()))
      value = none_within_a_key;
    if (each == '[' || each == '{') open += each;
    if (parts > deepest || open.size() > deepest) return refused_character{at, refused_character::too_deep};
    if ((each == ']' || each == '}') && !open.empty()) {
      if ((each == ']') != (open.back() == '[')) return refused_character{at, refused_character::misplaced};
      open.pop_back();
    }
  }
  return std::nullopt;
}

/// example  "the character '['", "the byte 0xEF"
inline std::string name_of_character(char each) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(each);
  if (byte < 0x80) return "the character '" + std::string(1, each) + "'";
  return "the byte 0x" + std::string{digits[byte / 16], digits[byte % 16]};
}

/// Some hundred times as much as a detailed agreement has.
inline constexpr std::size_t largest_file = std::size_t{1} << 20;

inline std::string read_to_the_end(std::istream& in, std::string_view file) {
  std::string text;
  for (std::array<char, 4096> part; in.read(part.data(), part.size()) || in.gcount() > 0;) {
    text.append(part.data(), static_cast<std::size_t>(in.gcount()));
    if (text.size() > largest_file)
      throw toml_error(std::string(file) + ": is longer than an agreement; allowed: up to " +
                       std::to_string(largest_file) + " bytes");
  }
  if (in.bad()) throw toml_error(std::string(file) + ": cannot be read to its end");
  return text;
}

/// The table that a text in TOML is.
///
/// throws  toml_error naming file and line for what is no TOML
inline toml::table parse_toml(std::istream& in, std::string_view file) {
  const auto refuse = [file](auto line, std::string_view why) {
    throw toml_error(std::string(file) + ':' + std::to_string(line) + ": " + std::string(why));
  };
  const std::string text = read_to_the_end(in, file);
  if (const auto character = refused_in(text))
    refuse(1 + std::ranges::count(text.substr(0, character->at), '\n'),
           name_of_character(text[character->at]) + ' ' + std::string(character->why));
  toml::table table;
  try {
    table = toml::parse(text, file);
  } catch (const toml::parse_error& problem) {
    refuse(problem.source().begin.line, problem.description());
  }
  return table;
}

}  // namespace sla::inline v0::detail

#endif
