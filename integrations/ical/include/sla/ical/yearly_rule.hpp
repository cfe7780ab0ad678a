#ifndef SLA_ICAL_YEARLY_RULE_HPP
#define SLA_ICAL_YEARLY_RULE_HPP

// A holiday that comes back does so every year by a rule of RFC 5545, 3.3.10: in these months, on those days of them, the
// last of these Mondays. Each part but BYSETPOS says which days of a year are meant, and all of them have to agree. Where
// two readers of the RFC find different dates by the same rule, the rule is refused.

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <optional>
#include <ranges>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "sla/ical/component.hpp"
#include "sla/time/civil.hpp"

namespace sla::inline v0::detail {

/// The date that eight digits say, "20261225".
inline std::optional<civil_day> ical_date(std::string_view text) {
  using namespace std::chrono;
  unsigned digits = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), digits);
  if (text.size() != 8 || problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  const year_month_day date{year(static_cast<int>(digits / 10'000)), month(digits / 100 % 100), day(digits % 100)};
  return date.ok() ? std::optional{civil_day{date}} : std::nullopt;
}

/// What stands between the separators of a text, without blanks and in capitals.
inline std::vector<std::string> split(std::string_view text, char separator) {
  if (text.empty()) return {""};
  std::vector<std::string> parts;
  for (const auto part : std::views::split(text, separator))
    parts.push_back(capitals(std::string_view(part.begin(), part.end())));
  return parts;
}

/// The whole number that a text says, with a sign or not.
inline std::optional<int> whole_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

/// A rule by which something falls on dates of every year, or of every nth one.
///
/// text    what follows "RRULE:"
/// start   its first date, from which it takes the month and the day that it does not say
/// where   with which errors begin
/// throws  ical_error naming the part that is not followed, and what is allowed
class yearly_rule {
 public:
  yearly_rule(std::string_view text, civil_day start, std::string where) : start_(start), where_(std::move(where)) {
    std::set<std::string> names;
    for (const std::string& part : split(text, ';')) {
      if (part.empty()) continue;  // many write a semicolon behind the last part, too
      const std::size_t equals = (std::min)(part.find('='), part.size());
      const std::string name = capitals(part.substr(0, equals));
      if (!names.insert(name).second) refuse(part, name + " once");
      read(part, name, capitals(part.substr((std::min)(equals + 1, part.size()))));
    }
    check(names);
    const std::chrono::year_month_day date{start};
    if (days_.empty() && weeks_.empty() && month_days_.empty() && year_days_.empty()) {
      month_days_ = {as_number(date.day())};
      if (months_.empty()) months_ = {as_number(date.month())};
    }
    const std::vector<civil_day> first = dates_of(date.year());
    if ((until_ && *until_ < start) || std::ranges::find(first, start) == first.end())
      throw ical_error(where_ + "does not fall on the event's own DTSTART");
  }

  bool has_no_end() const noexcept { return !count_ && !until_; }

  /// Its dates in order up to a last one; where it has an end, also the first date after that, if there is one.
  ///
  /// steps   how many years and dates may be looked at; what is left is there afterwards
  /// throws  ical_error for more of them; where UNTIL is an instant, and it depends on the zone whether a date comes before it
  std::vector<civil_day> dates(civil_day last, int& steps) const {
    using std::chrono::year;
    using std::chrono::year_month_day;
    constexpr year latest{9999};
    const year until = has_no_end() ? (std::min)(year_month_day{last}.year(), latest) : latest;
    std::vector<civil_day> found;
    for (year each = year_month_day{start_}.year(); each <= until; each += std::chrono::years{interval_}) {
      const std::vector<civil_day> in_year = dates_of(each);
      steps -= static_cast<int>(in_year.size()) + 1;
      if (steps < 0) throw ical_error(where_ + "goes too far; allowed: 1000000 years and dates of all rules of a file");
      for (const civil_day day : in_year) {
        if (day < start_) continue;
        if (until_ && until_is_instant_ && (day == *until_ || day == *until_ + std::chrono::days{1}))
          refuse("UNTIL=" + until_text_, "a date, such as UNTIL=20301225");
        if (until_ && day > *until_) return found;
        found.push_back(day);
        if (day > last || (count_ && found.size() == static_cast<std::size_t>(*count_))) return found;
      }
    }
    return found;
  }

 private:
  struct nth_weekday {
    int nth;  ///< 0: all of them
    std::chrono::weekday weekday;
  };

  [[noreturn]] void refuse(const std::string& part, const std::string& allowed) const {
    throw ical_error(where_ + excerpt(part) + " is not followed; allowed: " + allowed);
  }
  static int as_number(auto date_part) { return static_cast<int>(static_cast<unsigned>(date_part)); }

  void read(const std::string& part, const std::string& name, const std::string& value) {
    const auto only = [&](const std::string& allowed) {
      if (value != allowed) refuse(part, name + '=' + allowed);
    };
    if (name == "FREQ") return only("YEARLY");
    if (name == "RSCALE") return only("GREGORIAN");  // RFC 7529
    if (name == "SKIP") return only("OMIT");
    if (name == "INTERVAL") return void(interval_ = numbers(part, value, 1, 9999).front());
    if (name == "COUNT") return void(count_ = numbers(part, value, 1, (std::numeric_limits<int>::max)()).front());
    if (name == "UNTIL") return read_until(part, value);
    if (name == "WKST") return void(week_starts_ = read_day(part, value, 0).weekday);
    if (name == "BYMONTH") return void(months_ = numbers(part, value, 1, 12));
    if (name == "BYWEEKNO") return void(weeks_ = numbers(part, value, -53, 53));
    if (name == "BYYEARDAY") return void(year_days_ = numbers(part, value, -366, 366));
    if (name == "BYMONTHDAY") return void(month_days_ = numbers(part, value, -31, 31));
    if (name == "BYSETPOS") return void(positions_ = numbers(part, value, -366, 366));
    if (name == "BYDAY") {
      for (const std::string& each : split(value, ',')) days_.push_back(read_day(part, each, 53));
      return;
    }
    // RFC 5545, 3.3.10: with a start that is a date these must be ignored.
    if (name == "BYHOUR" || name == "BYMINUTE" || name == "BYSECOND") return;
    refuse(part, "FREQ, INTERVAL, COUNT, UNTIL, BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY, BYDAY, BYSETPOS, WKST");
  }

  /// Numbers of a range without 0; INTERVAL and COUNT have one only.
  std::vector<int> numbers(const std::string& part, const std::string& value, int least, int most) const {
    std::vector<int> all;
    for (const std::string& each : split(value, ',')) {
      const std::optional<int> number = whole_number(each);
      const bool is_one_too_many = !all.empty() && !part.starts_with("BY");
      if (!number || *number == 0 || *number < least || *number > most || is_one_too_many)
        refuse(part, least < 0 ? "1 to " + std::to_string(most) + ", and -1 to " + std::to_string(least)
                               : std::to_string(least) + " to " + std::to_string(most));
      all.push_back(*number);
    }
    return all;
  }

  nth_weekday read_day(const std::string& part, const std::string& text, int most) const {
    constexpr std::array<std::string_view, 7> names{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    const std::size_t ends = text.size() < 2 ? 0 : text.size() - 2;
    const auto* const name = std::ranges::find(names, text.substr(ends));
    const std::optional<int> nth = ends == 0 ? 0 : whole_number(text.substr(0, ends));
    if (name == names.end() || !nth || *nth < -most || *nth > most || (ends > 0 && *nth == 0))
      refuse(part,
             most == 0 ? "MO, TU, WE, TH, FR, SA, SU" : "weekdays such as MO, 2MO, -1MO; with numbers of 1 to 53");
    return {*nth, std::chrono::weekday(static_cast<unsigned>(name - names.begin()))};
  }

  /// A date, or an instant: whole days that begin or end at midnight are meant, wherever that is.
  void read_until(const std::string& part, const std::string& value) {
    const std::string_view time = std::string_view(value).substr((std::min)(value.size(), std::size_t{8}));
    const std::string_view clock = time.substr(0, 7);
    const bool is_clock = clock.size() == 7 && clock[0] == 'T' &&
                          std::ranges::all_of(clock.substr(1), [](char each) { return '0' <= each && each <= '9'; });
    until_ = ical_date(std::string_view(value).substr(0, 8));
    if (!until_ || !(time.empty() || (is_clock && (time.size() == 7 || time.substr(7) == "Z"))))
      refuse(part, "a date, such as UNTIL=20301225");
    until_text_ = value;
    until_is_instant_ = time.size() == 8 && clock != "T000000" && clock != "T235959";
  }

  void check(const std::set<std::string>& names) const {
    const auto is_numbered = [](const nth_weekday& day) { return day.nth != 0; };
    const bool has_numbers = std::ranges::any_of(days_, is_numbered);
    if (!names.contains("FREQ")) refuse("a rule without FREQ", "FREQ=YEARLY");
    if (names.contains("SKIP") && !names.contains("RSCALE")) refuse("SKIP", "SKIP with RSCALE");
    if (count_ && until_) refuse("COUNT with UNTIL", "one of them");
    if (has_numbers && !std::ranges::all_of(days_, is_numbered))
      refuse("BYDAY", "weekdays with numbers, or without them");
    if (!months_.empty() && std::ranges::any_of(days_, [](const nth_weekday& day) { return std::abs(day.nth) > 5; }))
      refuse("BYDAY", "numbers of 1 to 5 with BYMONTH");
    if (!positions_.empty() && months_.empty() && weeks_.empty() && year_days_.empty() && month_days_.empty() &&
        days_.empty())
      refuse("BYSETPOS", "BYSETPOS with another BY-part");
    if (!weeks_.empty() && (days_.empty() || has_numbers || !positions_.empty() || interval_ != 1))
      refuse("BYWEEKNO", "BYWEEKNO with BYDAY without numbers, and without BYSETPOS and INTERVAL");
  }

  /// Those of a year, in order, before its start and its end are looked at.
  std::vector<civil_day> dates_of(std::chrono::year year) const {
    using namespace std::chrono;
    std::vector<civil_day> found;
    for (int number = 1; number <= 12; ++number) {
      if (!is_one_of(months_, number, 12)) continue;
      const civil_day end{year / number / last};
      for (civil_day day{year / number / 1}; day <= end; day += days{1})
        if (falls_on(day)) found.push_back(day);
    }
    if (positions_.empty()) return found;
    std::vector<civil_day> chosen;
    for (int n = 0; n < static_cast<int>(found.size()); ++n)
      if (is_one_of(positions_, n + 1, static_cast<int>(found.size())))
        chosen.push_back(found[static_cast<std::size_t>(n)]);
    return chosen;
  }

  /// True without numbers, or if one of them is n, from the first on or from the last one back.
  static bool is_one_of(const std::vector<int>& numbers, int n, int last) {
    return numbers.empty() || std::ranges::any_of(numbers, [&](int each) { return each == n || each == n - last - 1; });
  }

  /// The number of a day within a year or a month that begins and ends on these dates, and their length.
  struct place {
    int n;
    int length;

    place(civil_day day, civil_day first, civil_day last)
        : n(static_cast<int>((day - first).count()) + 1), length(static_cast<int>((last - first).count()) + 1) {}
  };
  static place place_in_year(civil_day day) {
    using namespace std::chrono;
    const year in = year_month_day{day}.year();
    return {day, civil_day{in / January / 1}, civil_day{in / December / 31}};
  }
  static place place_in_month(civil_day day) {
    using namespace std::chrono;
    const year_month in = year_month_day{day}.year() / year_month_day{day}.month();
    return {day, civil_day{in / 1}, civil_day{in / last}};
  }

  bool falls_on(civil_day day) const {
    const place in_month = place_in_month(day);
    const place in_year = place_in_year(day);
    return is_one_of(month_days_, in_month.n, in_month.length) && is_one_of(year_days_, in_year.n, in_year.length) &&
           is_in_weeks(day) && is_on_days(std::chrono::weekday{day}, months_.empty() ? in_year : in_month);
  }

  bool is_on_days(std::chrono::weekday weekday, const place& in) const {
    const int nth = (in.n - 1) / 7 + 1;
    const int nth_last = -((in.length - in.n) / 7 + 1);
    return days_.empty() || std::ranges::any_of(days_, [&](const nth_weekday& each) {
             return each.weekday == weekday && (each.nth == 0 || each.nth == nth || each.nth == nth_last);
           });
  }

  /// A week belongs to the year in which its fourth day lies.
  bool is_in_weeks(civil_day day) const {
    if (weeks_.empty()) return true;
    using std::chrono::days;
    const place fourth = place_in_year(day - (std::chrono::weekday{day} - week_starts_) + days{3});
    const int week = (fourth.n - 1) / 7 + 1;
    return is_one_of(weeks_, week, week + (fourth.length - fourth.n) / 7);
  }

  civil_day start_;
  std::string where_;
  int interval_ = 1;
  std::optional<int> count_;
  std::optional<civil_day> until_;
  std::string until_text_;
  bool until_is_instant_ = false;
  std::chrono::weekday week_starts_ = std::chrono::Monday;
  std::vector<int> months_;
  std::vector<int> weeks_;
  std::vector<int> year_days_;
  std::vector<int> month_days_;
  std::vector<nth_weekday> days_;
  std::vector<int> positions_;
};

}  // namespace sla::inline v0::detail

#endif
