#ifndef SLA_TIME_ISO_READING_HPP
#define SLA_TIME_ISO_READING_HPP

// std::chrono::parse is missing from today's compilers, and date::parse takes "2026-2-3" and blanks where they do not
// belong, so ISO 8601 is read here, one character after the other.

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>

#include "sla/time/civil.hpp"

namespace sla::inline v0 {

/// Why a text cannot be read, and what is allowed in its place.
struct unreadable {
  std::string_view wrong;
  std::string_view allowed;

  friend constexpr bool operator==(const unreadable&, const unreadable&) = default;
};

/// A wall-clock reading as text has it.
///
/// offset  of its clock from UTC; none if the text does not say it
struct iso_reading {
  civil_time reading;
  std::optional<std::chrono::minutes> offset;

  friend constexpr bool operator==(const iso_reading&, const iso_reading&) = default;
};

namespace detail {

/// Takes text apart from left to right; after the first problem it takes nothing.
class iso_cursor {
 public:
  /// allowed  what a text of another form is told
  constexpr iso_cursor(std::string_view text, unreadable otherwise) noexcept : rest_(text), otherwise_(otherwise) {}

  constexpr civil_day take_date() noexcept {
    using namespace std::chrono;
    const year_month month = take_month_of_date();
    expect('-');
    const year_month_day date{month.year(), month.month(), day{static_cast<unsigned>(number(2))}};
    refuse_unless(date.ok(), {"there is no such date", "dates of the Gregorian calendar"});
    return has_failed() ? civil_day{} : civil_day{date};
  }

  constexpr std::chrono::year_month take_month() noexcept {
    const std::chrono::year_month month = take_month_of_date();
    refuse_unless(month.ok(), {"there is no such month", "01 to 12"});
    return month;
  }

  constexpr std::chrono::milliseconds take_time_of_day() noexcept {
    using namespace std::chrono;
    const hours hour{number(2)};
    expect(':');
    const minutes minute{number(2)};
    const bool has_seconds = take(':');
    const seconds second{has_seconds ? number(2) : 0};
    milliseconds time = hour + minute + second;
    if (has_seconds && take('.')) time += take_decimals();
    refuse_unless(minute < hours{1} && second < minutes{1} && time <= hours{24},
                  {"there is no such time of day", "00:00 to 24:00"});
    return time;
  }

  constexpr std::optional<std::chrono::minutes> take_offset() noexcept {
    using namespace std::chrono;
    if (take('Z')) return minutes{0};
    const bool is_west = take('-');
    if (!is_west && !take('+')) return std::nullopt;
    const hours hour{number(2)};
    const bool has_minutes = take(':') || is_at_digit();
    const minutes minute{has_minutes ? number(2) : 0};
    refuse_unless(hour < hours{24} && minute < hours{1}, {"there is no such offset", "-23:59 to +23:59"});
    return is_west ? -(hour + minute) : hour + minute;
  }

  constexpr void take_blank_or_t() noexcept {
    if (!take(' ')) expect('T');
  }

  /// The answer, unless there was a problem or there is a rest.
  template <class Answer>
  constexpr std::variant<Answer, unreadable> answer(const Answer& read) noexcept {
    refuse_unless(rest_.empty(), otherwise_);
    if (has_failed()) return found_;
    return read;
  }

 private:
  constexpr void refuse_unless(bool is_fine, const unreadable& problem) noexcept {
    if (!is_fine && !has_failed()) found_ = problem;
  }
  constexpr bool has_failed() const noexcept { return !found_.wrong.empty(); }

  constexpr bool take(char expected) noexcept {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  constexpr void expect(char expected) noexcept { refuse_unless(take(expected), otherwise_); }

  constexpr bool is_at_digit() const noexcept { return !rest_.empty() && '0' <= rest_.front() && rest_.front() <= '9'; }
  constexpr int take_digit() noexcept {
    if (!is_at_digit()) return 0;
    const int digit = rest_.front() - '0';
    rest_.remove_prefix(1);
    return digit;
  }

  constexpr int number(int digits) noexcept {
    int value = 0;
    for (; digits > 0; --digits) {
      refuse_unless(is_at_digit(), otherwise_);
      value = value * 10 + take_digit();
    }
    return value;
  }

  constexpr std::chrono::year_month take_month_of_date() noexcept {
    const std::chrono::year year{number(4)};
    expect('-');
    return {year, std::chrono::month{static_cast<unsigned>(number(2))}};
  }

  constexpr std::chrono::milliseconds take_decimals() noexcept {
    std::chrono::milliseconds value{100 * number(1)};
    value += std::chrono::milliseconds{10 * take_digit()};
    value += std::chrono::milliseconds{take_digit()};
    while (take('0')) {
    }
    refuse_unless(!is_at_digit(), {"is finer than a millisecond", otherwise_.allowed});
    return value;
  }

  std::string_view rest_;
  unreadable otherwise_;
  unreadable found_;  // nothing wrong: no problem yet
};

}  // namespace detail

/// Reads a wall-clock reading with or without its offset: the text that `iso` writes of the years 0000 to 9999, and what
/// people write.
///
/// text      date, T or a blank, hours and minutes, then if need be seconds with up to three decimals, behind which there may
///           be zeros, then Z or an offset: -05:00, -0500 or -05
/// allowed   what is said to be allowed in place of a text of another form
/// example   read_iso("2026-11-23T02:00-05:00", "times with an offset") is {Mon 2026-11-23 02:00, -5 h}
constexpr std::variant<iso_reading, unreadable> read_iso(std::string_view text, std::string_view allowed) noexcept {
  detail::iso_cursor rest(text, {"is no time", allowed});
  const civil_day date = rest.take_date();
  rest.take_blank_or_t();
  const civil_time reading = date + rest.take_time_of_day();
  return rest.answer(iso_reading{reading, rest.take_offset()});
}

/// Reads a date.
///
/// example  read_iso_date("2026-11-23") is Mon 2026-11-23; "2026-02-29" is unreadable: there is no such date
constexpr std::variant<civil_day, unreadable> read_iso_date(std::string_view text) noexcept {
  detail::iso_cursor rest(text, {"is no date", "a date, like 2026-11-23"});
  return rest.answer(rest.take_date());
}

/// Reads a month of a year.
///
/// example  read_iso_month("2026-11") is November 2026
constexpr std::variant<std::chrono::year_month, unreadable> read_iso_month(std::string_view text) noexcept {
  detail::iso_cursor rest(text, {"is no month", "a year and a month, like 2026-11"});
  return rest.answer(rest.take_month());
}

}  // namespace sla::inline v0

#endif
