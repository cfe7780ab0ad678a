#include "terminal.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>

namespace program {

namespace {

struct code_points {
  char32_t first;
  char32_t last;
};

/// Controls, line and paragraph separators and format characters (Cc, Zl, Zp and Cf of Unicode), but for what languages are
/// written with: the joiners U+200C and U+200D, and signs that stand around the number or the verse behind them.
constexpr std::array unseen{
    code_points{0x0000, 0x001F},   code_points{0x007F, 0x009F},   code_points{0x00AD, 0x00AD},
    code_points{0x061C, 0x061C},   code_points{0x180E, 0x180E},   code_points{0x200B, 0x200B},
    code_points{0x200E, 0x200F},   code_points{0x2028, 0x202E},   code_points{0x2060, 0x206F},
    code_points{0xFEFF, 0xFEFF},   code_points{0xFFF9, 0xFFFB},   code_points{0x13430, 0x1343F},
    code_points{0x1BCA0, 0x1BCA3}, code_points{0x1D173, 0x1D17A}, code_points{0xE0000, 0xE007F}};

bool is_unseen(char32_t character) {
  return std::ranges::any_of(
      unseen, [=](const code_points& each) { return each.first <= character && character <= each.last; });
}

/// The bytes of the character with which a text begins, none if it is no UTF-8.
std::string_view first_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (text.size() < size) return {};
  const auto continues = [](char each) { return (static_cast<unsigned char>(each) & 0xC0U) == 0x80U; };
  if (size > 1 && !std::ranges::all_of(text.substr(1, size - 1), continues)) return {};
  const auto second = static_cast<unsigned char>(size > 1 ? text[1] : 0);
  const bool is_too_long = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool is_no_character = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return is_too_long || is_no_character ? std::string_view{} : text.substr(0, size);
}

char32_t code_point_of(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return lead;
  char32_t point = lead & (0x7FU >> character.size());
  for (const char each : character.substr(1)) point = point << 6U | (static_cast<unsigned char>(each) & 0x3FU);
  return point;
}

/// In place of ESC, which may also stand in a name: a file's name holds no NUL, and UTF-8 no FF.
constexpr std::string_view begins_a_colour{"\0\xFF", 2};

}  // namespace

std::string shown(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::string_view character = first_character(text);
    const char32_t point = character.empty() ? U'\uFFFD' : code_point_of(character);
    if (text.starts_with(begins_a_colour)) {
      out += '\x1b';
      text.remove_prefix(begins_a_colour.size());
      continue;
    }
    if (character.empty())
      out += "\uFFFD";
    else if (point == U'\n' || point == U'\t' || !is_unseen(point))
      out += character;
    else if (point <= 0xFFFF)
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(point));
    else
      fmt::format_to(std::back_inserter(out), "\\U{:08x}", static_cast<std::uint32_t>(point));
    text.remove_prefix(std::max(character.size(), std::size_t{1}));
  }
  return out;
}

void print_problem(std::string_view text) { fmt::print(stderr, "{}\n", shown(text)); }

paint::paint(when chosen)
    : is_on_(chosen == when::always ||
             (chosen == when::automatic && isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr)) {}

std::string paint::operator()(const fmt::text_style& style, std::string_view text) const {
  if (!is_on_ || text.empty()) return std::string(text);
  std::string coloured = fmt::format(style, "\n");
  for (std::size_t at = 0; (at = coloured.find('\x1b', at)) != std::string::npos;)
    coloured.replace(at, 1, begins_a_colour);
  return coloured.replace(coloured.find('\n'), 1, text);
}

progress::progress(std::string_view what) : what_(what), is_terminal_(isatty(STDERR_FILENO) == 1) {}

progress::~progress() {
  if (is_shown_) fmt::print(stderr, "\r\x1b[K");
}

void progress::show(std::int64_t number) {
  if (!is_terminal_) return;
  fmt::print(stderr, "\rreading {}: line {}", shown(what_), number);
  std::fflush(stderr);
  is_shown_ = true;
}

}  // namespace program
