#include "times.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "bad_input.hpp"
#include "contract.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/time/text.hpp"
#include "sla/toml/values.hpp"
#include "sla/zone/measurement_period.hpp"

// std::chrono::parse is missing from today's compilers, and date::parse takes "2026-2-3" and blanks where they do not
// belong, so ISO 8601 is read here, one character after the other.

namespace program {

namespace {

using std::chrono::milliseconds;

/// What a text must look like, and what to say of one that does not.
struct text_form {
  std::string_view otherwise;
  std::string_view allowed;
};

constexpr text_form time_form{"is no time",
                              "2026-11-23T07:00:00Z, 2026-11-23T02:00:00-05:00 or, on the agreement's clocks, "
                              "2026-11-23T02:00; seconds with up to three decimals"};
constexpr text_form month_form{"is no month", "a year and a month, like 2026-11"};

/// Takes text apart from left to right.
class cursor {
 public:
  cursor(std::string_view text, const text_form& form) noexcept : rest_(text), form_(form) {}

  bool take(char expected) noexcept {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::optional<int> take_digit() noexcept {
    if (rest_.empty() || rest_.front() < '0' || '9' < rest_.front()) return std::nullopt;
    const int digit = rest_.front() - '0';
    rest_.remove_prefix(1);
    return digit;
  }

  int number(int digits) {
    int value = 0;
    for (; digits > 0; --digits) {
      const std::optional<int> digit = take_digit();
      if (!digit) refuse_form();
      value = value * 10 + *digit;
    }
    return value;
  }

  void expect(char expected) {
    if (!take(expected)) refuse_form();
  }

  void expect_end() const {
    if (!rest_.empty()) refuse_form();
  }

  [[noreturn]] void refuse_form() const { refuse(form_.otherwise, form_.allowed); }

 private:
  std::string_view rest_;
  text_form form_;
};

sla::civil_day take_date(cursor& text) {
  using namespace std::chrono;
  const year y{text.number(4)};
  text.expect('-');
  const month m{static_cast<unsigned>(text.number(2))};
  text.expect('-');
  const year_month_day date{y, m, day{static_cast<unsigned>(text.number(2))}};
  if (!date.ok()) refuse("there is no such date", "dates of the Gregorian calendar");
  return sla::civil_day{date};
}

milliseconds take_decimals(cursor& text) {
  milliseconds value{100 * text.number(1)};
  for (const int place : {10, 1})
    if (const auto digit = text.take_digit())
      value += milliseconds{place * *digit};
    else
      break;
  if (text.take_digit()) refuse("is finer than a millisecond", time_form.allowed);
  return value;
}

milliseconds take_time_of_day(cursor& text) {
  using namespace std::chrono;
  const hours hour{text.number(2)};
  text.expect(':');
  const minutes minute{text.number(2)};
  const bool has_seconds = text.take(':');
  const seconds second{has_seconds ? text.number(2) : 0};
  milliseconds time = hour + minute + second;
  if (has_seconds && text.take('.')) time += take_decimals(text);
  if (minute >= 1h || second >= 1min || time > 24h) refuse("there is no such time of day", "00:00 to 24:00");
  return time;
}

/// The offset from UTC; none for a wall-clock reading.
std::optional<milliseconds> take_offset(cursor& text) {
  using namespace std::chrono;
  if (text.take('Z')) return milliseconds{0};
  const bool is_west = text.take('-');
  if (!is_west && !text.take('+')) return std::nullopt;
  const hours hour{text.number(2)};
  text.expect(':');
  const minutes minute{text.number(2)};
  if (hour >= 24h || minute >= 1h) refuse("there is no such offset", "-23:59 to +23:59");
  return is_west ? -(hour + minute) : hour + minute;
}

std::string with_offset(sla::instant at) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(agreement_zone().period_at(at).offset).count();
  return fmt::format("{}{}{:02}:{:02}", sla::iso(agreement_zone().to_civil(at)), minutes < 0 ? '-' : '+',
                     std::abs(minutes) / 60, std::abs(minutes) % 60);
}

sla::instant exact_instant(sla::civil_time reading) try {
  return sla::exact_instant(agreement_zone(), reading);
} catch (const sla::civil_time_error& problem) {
  const sla::civil_lookup found = agreement_zone().look_up(reading);
  refuse(problem.what(), with_offset(found.earlier) + " or " + with_offset(found.later));
}

}  // namespace

const sla::any_zone& agreement_zone() { return agreed().latest().zone; }

sla::instant parse_instant(std::string_view text) {
  cursor rest(text, time_form);
  const sla::civil_day date = take_date(rest);
  if (!rest.take(' ')) rest.expect('T');
  const sla::civil_time reading = date + take_time_of_day(rest);
  const std::optional<milliseconds> offset = take_offset(rest);
  rest.expect_end();
  const sla::instant at = offset ? sla::instant{reading.time_since_epoch()} - *offset : exact_instant(reading);
  static_cast<void>(agreement_zone().to_civil(at));  // refuses what the zone does not cover
  return at;
}

void refuse_confirmation_before_report(std::string_view text, sla::instant confirmed, sla::instant reported) {
  if (confirmed < reported)
    throw bad_input(
        fmt::format("--confirmed {}: is before the report; allowed: {} or later", in_quotes(text), sla::iso(reported)));
}

std::chrono::year_month parse_month(std::string_view text) {
  cursor rest(text, month_form);
  const std::chrono::year year{rest.number(4)};
  rest.expect('-');
  const std::chrono::year_month month{year, std::chrono::month{static_cast<unsigned>(rest.number(2))}};
  rest.expect_end();
  if (!month.ok()) refuse("there is no such month", "01 to 12");
  static_cast<void>(period_of(month));  // refuses what the zone does not cover
  return month;
}

sla::elapsed parse_length(std::string_view text) {
  const auto length = sla::detail::parse_length(text);
  if (!length) refuse("is no length", sla::detail::allowed_lengths);
  return sla::elapsed{*length};
}

sla::interval parse_interval(std::string_view text, std::string_view allowed) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) refuse("is no interval", allowed);
  return {parse_instant(text.substr(0, slash)), parse_instant(text.substr(slash + 1))};
}

std::chrono::year_month month_at(sla::instant at) {
  const std::chrono::year_month_day date{sla::date_of(agreed().latest().month_zone.to_civil(at))};
  return date.year() / date.month();
}

sla::interval period_of(std::chrono::year_month month) { return sla::period_in(agreed().latest().month_zone, month); }

std::vector<sla::interval> days_of(std::chrono::year_month month) {
  using namespace std::chrono;
  const sla::any_zone& month_zone = agreed().latest().month_zone;
  std::vector<sla::interval> days;
  for (sla::civil_day day{month / 1}; day <= sla::civil_day{month / last}; day += std::chrono::days{1})
    days.emplace_back(sla::first_instant(month_zone, day), sla::first_instant(month_zone, day + std::chrono::days{1}));
  return days;
}

std::string month_name(std::chrono::year_month month) {
  static constexpr std::array<std::string_view, 12> names{"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
  return fmt::format("{} {}", names[static_cast<unsigned>(month.month()) - 1], static_cast<int>(month.year()));
}

std::string local_text(sla::instant at) { return fmt::to_string(sla::local(agreement_zone(), at)); }

std::string local_and_utc_text(sla::instant at) { return fmt::format("{} ({})", local_text(at), sla::iso(at)); }

std::string clock_text(sla::elapsed length) { return fmt::format("{:c}", length); }

}  // namespace program
