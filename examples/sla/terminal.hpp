#ifndef SLA_PROGRAM_TERMINAL_HPP
#define SLA_PROGRAM_TERMINAL_HPP

#include <fmt/color.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace program {

/// Text as a terminal may have it: a character that it would obey, that turns the text around it, that ends a line or that
/// leaves no mark is written as an escape, as JSON and TOML know it; all but LF and tab. What is no UTF-8 is replaced.
/// Everything that the program prints goes through here; colours of `paint` become what they are to a terminal.
///
/// example  "\\u0085", "\\u202e"
std::string shown(std::string_view text);

/// Prints a line to standard error.
void print_problem(std::string_view text);

/// Colours text, or leaves it as it is; for text that will be `shown`.
class paint {
 public:
  /// When to use colour; `automatic` means on a terminal, unless the environment sets NO_COLOR.
  enum class when { automatic, always, never };

  explicit paint(when chosen);

  std::string operator()(const fmt::text_style& style, std::string_view text) const;

 private:
  bool is_on_;
};

namespace style {

inline const fmt::text_style plain{};
inline const fmt::text_style heading = fmt::emphasis::bold;
inline const fmt::text_style dim = fmt::emphasis::faint;
inline const fmt::text_style good = fmt::fg(fmt::terminal_color::green);
inline const fmt::text_style bad = fmt::fg(fmt::terminal_color::red);
inline const fmt::text_style notable = fmt::fg(fmt::terminal_color::yellow);

}  // namespace style

/// Shows on a terminal how far a long file has been read, and takes that back at the end.
class progress {
 public:
  explicit progress(std::string_view what);
  progress(const progress&) = delete;
  progress& operator=(const progress&) = delete;
  ~progress();

  void at_line(std::int64_t number) {
    if (number % every == 0 && number >= from) show(number);
  }

 private:
  static constexpr std::int64_t from = 200'000;
  static constexpr std::int64_t every = 50'000;

  void show(std::int64_t number);

  std::string_view what_;
  bool is_terminal_;
  bool is_shown_ = false;
};

}  // namespace program

#endif
