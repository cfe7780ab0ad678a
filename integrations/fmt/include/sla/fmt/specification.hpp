#ifndef SLA_FMT_SPECIFICATION_HPP
#define SLA_FMT_SPECIFICATION_HPP

// One text for each value, whoever asks for it: {fmt}, std::format or a stream. What a format specification may say is
//
//   [[fill]align][width][.digits][form][@zone]
//
//   [fill]align, width  as for strings; the width may come from an argument, {}
//   .digits             after the decimal point; what follows them is cut off, so that nothing below 100 % reads as 100 %
//   form                one letter, where a value has more than one
//   @zone               instants as the clocks of a zone show them; without it they are ISO 8601 in UTC
//
// and each type takes the parts that mean something for it. docs/formatting.md has them all.

#include <algorithm>
#include <array>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "sla/time/civil.hpp"
#include "sla/time/text.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

namespace detail {

/// The clocks on which instants are shown: a zone's, which must outlive it.
class clock_face {
 public:
  template <civil_zone Zone>
  constexpr explicit clock_face(const Zone& zone) noexcept
      : zone_(&zone),
        to_civil_([](const void* of, instant at) { return static_cast<const Zone*>(of)->to_civil(at); }),
        abbreviation_([](const void* of, instant at) {
          return std::string(static_cast<const Zone*>(of)->period_at(at).abbreviation);
        }) {}

  civil_time to_civil(instant at) const { return to_civil_(zone_, at); }

  /// With weekday and abbreviation; seconds only if there are any.
  std::string text(instant at) const {
    static constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    const civil_time reading = to_civil(at);
    const civil_day date = date_of(reading);
    std::string clock = clock_text(reading - date);
    if (clock.ends_with(":00")) clock.resize(5);
    return std::string(weekdays[std::chrono::weekday{date}.c_encoding()]) + ' ' + iso(date) + ' ' + clock + ' ' +
           abbreviation_(zone_, at);
  }

 private:
  const void* zone_;
  civil_time (*to_civil_)(const void*, instant);
  std::string (*abbreviation_)(const void*, instant);
};

/// The zones that a format specification can name.
constexpr std::optional<clock_face> clocks_named(std::string_view zone) noexcept {
  for (const us_zone* each : {&us_eastern, &us_central, &us_mountain, &us_pacific})
    if (each->name() == zone) return clock_face(*each);
  if (utc.name() == zone) return clock_face(utc);
  return std::nullopt;
}

/// How a value is written, as far as it has a choice.
struct text_style {
  std::optional<int> digits{};
  char form = '\0';
  std::optional<clock_face> clocks{};

  std::string text(instant at) const { return clocks ? clocks->text(at) : iso(at); }
};

/// What a type takes: the digits that may follow the point, the letters of its forms, whether it shows instants, and the
/// letters of those forms that are exact and so take no digits.
struct accepted_style {
  std::string_view digits{};
  std::string_view forms{};
  bool zone = false;
  std::string_view exact_forms{};
};

inline constexpr std::string_view digits_of_a_share = "123456789";

/// The text of a value of a type: `takes`, an accepted_style, and `of(value, style)`.
template <class Value>
struct value_text;

/// A type that has one.
template <class Value>
concept printable = requires { value_text<Value>::takes.zone; };

/// The text of a value as part of another's.
template <printable Value>
std::string text_in(const text_style& style, const Value& value) {
  return value_text<Value>::of(value, style);
}

/// A width beyond this is a mistake.
inline constexpr std::size_t widest = 100'000;

/// A format specification, read.
struct specification {
  std::array<char, 4> fill{' '};
  std::size_t bytes_of_fill = 1;
  char align = '<';
  std::size_t width = 0;
  std::optional<std::size_t> width_argument{};
  text_style style{};

  /// A text with what is missing to a width.
  std::string padded(const std::string& text, std::size_t to_width) const {
    const auto is_first_byte = [](char each) { return (static_cast<unsigned char>(each) & 0xC0U) != 0x80U; };
    const auto length = static_cast<std::size_t>(std::ranges::count_if(text, is_first_byte));
    const std::size_t missing = (std::max)(to_width, length) - length;
    const std::size_t before = align == '>' ? missing : align == '^' ? missing / 2 : 0;
    std::string padded;
    for (std::size_t i = 0; i < before; ++i) padded.append(fill.data(), bytes_of_fill);
    padded += text;
    for (std::size_t i = before; i < missing; ++i) padded.append(fill.data(), bytes_of_fill);
    return padded;
  }
};

inline std::string allowed_text(const accepted_style& takes) {
  std::string text = "allowed: [[fill]align][width]";
  if (!takes.digits.empty()) text += std::string(", .") + takes.digits.front() + " to ." + takes.digits.back();
  for (const char form : takes.forms) text += std::string(", ") + form;
  for (const char form : takes.exact_forms) text.append(", ").append(1, form).append(" without digits");
  if (takes.zone) {
    text += ", @" + std::string(utc.name());
    for (const us_zone* each : {&us_eastern, &us_central, &us_mountain, &us_pacific})
      text += ", @" + std::string(each->name());
  }
  return text;
}

template <class Error>
[[noreturn]] void a_format_specification_must_be_one_that_the_type_takes(std::string_view said,
                                                                         const accepted_style& takes) {
  throw Error("the format specification \"" + std::string(said) + "\" is not understood; " + allowed_text(takes));
}

/// Reads a specification from left to right; what a type does not take is an error of the library that asks.
template <class Library, class Context>
class specification_reader {
 public:
  constexpr specification_reader(Context& context, const accepted_style& takes)
      : context_(context), text_(context.begin(), context.end()), takes_(takes) {}

  constexpr specification read() {
    read_alignment();
    read_width();
    if (take('.')) read_digits();
    if (is_any_of(takes_.forms) || (!found_.style.digits && is_any_of(takes_.exact_forms)))
      found_.style.form = text_[at_++];
    if (takes_.zone && take('@')) read_zone();
    if (next() != end_of_specification) refuse();
    return found_;
  }

  /// How much of the text it was.
  constexpr std::size_t length() const noexcept { return at_; }

 private:
  using argument_id = typename Library::argument_id;

  static constexpr char end_of_specification = '}';

  constexpr char next(std::size_t later = 0) const noexcept {
    return at_ + later < text_.size() ? text_[at_ + later] : end_of_specification;
  }
  constexpr bool take(char expected) noexcept {
    const bool is_next = next() == expected && at_ < text_.size();
    at_ += is_next ? 1 : 0;
    return is_next;
  }
  constexpr bool is_any_of(std::string_view allowed) const noexcept {
    return allowed.find(next()) != std::string_view::npos;
  }

  static constexpr bool is_align(char each) noexcept { return each == '<' || each == '>' || each == '^'; }
  static constexpr bool is_digit(char each) noexcept { return '0' <= each && each <= '9'; }

  constexpr void read_alignment() {
    const auto lead = static_cast<unsigned char>(next());
    const std::size_t bytes = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (next() != '{' && next() != end_of_specification && is_align(next(bytes))) {
      for (found_.bytes_of_fill = 0; found_.bytes_of_fill < bytes; ++found_.bytes_of_fill)
        found_.fill[found_.bytes_of_fill] = text_[at_++];
    }
    if (is_align(next())) found_.align = text_[at_++];
  }

  constexpr void read_width() {
    if (take('{')) {
      const bool is_numbered = is_digit(next());
      const std::size_t number = read_number();
      const auto id = is_numbered ? static_cast<argument_id>(number) : context_.next_arg_id();
      if (is_numbered) context_.check_arg_id(id);
      found_.width_argument = static_cast<std::size_t>(id);
      if (!take('}')) refuse();
    } else if (next() != '0') {
      found_.width = read_number();
    }
  }

  constexpr void read_digits() {
    if (!is_any_of(takes_.digits)) refuse();
    found_.style.digits = text_[at_++] - '0';
  }

  constexpr std::size_t read_number() {
    std::size_t number = 0;
    for (; is_digit(next()); ++at_) {
      number = number * 10 + static_cast<std::size_t>(next() - '0');
      if (number > widest) refuse();
    }
    return number;
  }

  constexpr void read_zone() {
    const std::size_t length = (std::min)(text_.find(end_of_specification, at_), text_.size()) - at_;
    found_.style.clocks = clocks_named(text_.substr(at_, length));
    if (!found_.style.clocks) refuse();
    at_ += length;
  }

  [[noreturn]] constexpr void refuse() const {
    const std::size_t end = text_.find(end_of_specification, at_);
    a_format_specification_must_be_one_that_the_type_takes<typename Library::error>(text_.substr(0, end), takes_);
  }

  Context& context_;
  std::string_view text_;
  accepted_style takes_;
  specification found_;
  std::size_t at_ = 0;
};

/// A width that comes from an argument.
template <class Error>
struct width_of_argument {
  template <class Number>
  std::size_t operator()(Number value) const {
    if constexpr (std::integral<Number> && !std::same_as<Number, bool> && !std::same_as<Number, char>)
      if (Number{0} <= value && value <= Number{widest}) return static_cast<std::size_t>(value);
    throw Error("the width of a format specification must be a number from 0 to " + std::to_string(widest));
  }
};

/// What fmt::formatter and std::formatter have in common: all but the library's names for an error and an argument's id.
template <printable Value, class Library>
class value_formatter {
 public:
  constexpr auto parse(auto& context) {
    specification_reader<Library, std::remove_reference_t<decltype(context)>> reader(context, value_text<Value>::takes);
    specification_ = reader.read();
    return context.begin() + static_cast<std::ptrdiff_t>(reader.length());
  }

  auto format(const Value& value, auto& context) const {
    const std::string text = specification_.padded(text_in(specification_.style, value), width(context));
    return std::copy(text.begin(), text.end(), context.out());
  }

 private:
  std::size_t width(auto& context) const {
    if (!specification_.width_argument) return specification_.width;
    const auto id = static_cast<typename Library::argument_id>(*specification_.width_argument);
    return visit_format_arg(width_of_argument<typename Library::error>{}, context.arg(id));
  }

  specification specification_;
};

}  // namespace detail

/// A value whose instants are to be printed as the clocks of a zone show them, with weekday and abbreviation; seconds only
/// if there are any.
///
/// value    an instant, or any value that has instants
/// throws   coverage_error, when printed, outside the zone's coverage
/// example  local(us_eastern, sys_days{2026y/November/23} + 7h) prints as "Mon 2026-11-23 02:00 EST"
template <civil_zone Zone, class Value = instant>
class local {
 public:
  constexpr local(Zone zone, Value value) : zone_(std::move(zone)), value_(std::move(value)) {}

  constexpr const Zone& zone() const noexcept { return zone_; }
  constexpr const Value& value() const noexcept { return value_; }

 private:
  Zone zone_;
  Value value_;
};

template <civil_zone Zone, class Duration>
local(const Zone&, std::chrono::sys_time<Duration>) -> local<Zone, instant>;

namespace detail {

template <class Zone>
struct value_text<local<Zone, instant>> {
  static constexpr accepted_style takes{};
  static std::string of(const local<Zone, instant>& shown, const text_style&) {
    return clock_face(shown.zone()).text(shown.value());
  }
};

template <class Zone, printable Value>
  requires(value_text<Value>::takes.zone)
struct value_text<local<Zone, Value>> {
  static constexpr accepted_style takes{value_text<Value>::takes.digits, value_text<Value>::takes.forms, false,
                                        value_text<Value>::takes.exact_forms};
  static std::string of(const local<Zone, Value>& shown, text_style style) {
    style.clocks = clock_face(shown.zone());
    return text_in(style, shown.value());
  }
};

}  // namespace detail

}  // namespace sla::inline v0

#endif
