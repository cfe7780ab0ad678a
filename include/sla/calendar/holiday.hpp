#ifndef SLA_CALENDAR_HOLIDAY_HPP
#define SLA_CALENDAR_HOLIDAY_HPP

// A holiday is a rule, not a list of dates: "the third Monday of January, since 1986". The rule gives the actual date of
// a year; which date is then closed depends on who observes it. The federal government moves a Saturday holiday to the
// Friday before, a bank of the Federal Reserve does not, and a desk that is "closed on Christmas Day" means 25 December.
// So the rule and the observance are two things, and a calendar names both.

#include <chrono>
#include <optional>
#include <string_view>
#include <variant>

#include "sla/time/civil.hpp"

namespace sla::inline v0 {

/// The date of Easter Sunday in the Western (Gregorian) churches.
///
/// source   the Gregorian computus in the form of "An Anonymous" (Nature, 20 April 1876), years 1583 and later
/// example  easter_sunday(2026y) is 2026-04-05
constexpr civil_day easter_sunday(std::chrono::year year) noexcept {
  const int y = static_cast<int>(year);
  const int golden = y % 19;
  const int century = y / 100;
  const int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  const int to_sunday = (32 + 2 * (century % 4) + 2 * (y % 100 / 4) - epact - y % 100 % 4) % 7;
  const int correction = (golden + 11 * epact + 22 * to_sunday) / 451;
  const int days_after_22_march = epact + to_sunday - 7 * correction;
  return civil_day{year / std::chrono::March / 22} + std::chrono::days{days_after_22_march};
}

/// A date that keeps its distance from Easter Sunday.
///
/// example  easter{} is Easter Sunday, easter{-days{2}} is Good Friday
struct easter {
  std::chrono::days offset{};
};

/// A day that comes back every year by rule, from its first year to its last.
///
/// name     as the statute or the agreement calls it
/// rule     July/4, January/Monday[3], May/Monday[last] or easter{...}
/// example  holiday{"Labor Day", September/Monday[1]}.on(2026y) is 2026-09-07
class holiday {
 public:
  using rule =
      std::variant<std::chrono::month_day, std::chrono::month_weekday, std::chrono::month_weekday_last, easter>;

  constexpr holiday(std::string_view name, rule falls_on) noexcept : name_(name), rule_(falls_on) {}

  /// The same holiday, not observed before a year.
  constexpr holiday from(std::chrono::year first) const noexcept {
    holiday later = *this;
    later.first_ = first;
    return later;
  }
  /// The same holiday, not observed after a year.
  constexpr holiday until(std::chrono::year last) const noexcept {
    holiday earlier = *this;
    earlier.last_ = last;
    return earlier;
  }

  constexpr std::string_view name() const noexcept { return name_; }

  /// The actual date in a year; none before the first or after the last year, or where the year lacks the date
  /// (29 February, a fifth Monday).
  constexpr std::optional<civil_day> on(std::chrono::year year) const {
    using namespace std::chrono;
    if (year < first_ || last_ < year) return std::nullopt;
    if (std::holds_alternative<month_day>(rule_)) {
      const year_month_day date = year / std::get<month_day>(rule_);
      return date.ok() ? std::optional{civil_day{date}} : std::nullopt;
    }
    if (std::holds_alternative<month_weekday>(rule_)) {
      const year_month_weekday date = year / std::get<month_weekday>(rule_);
      return date.ok() ? std::optional{civil_day{date}} : std::nullopt;
    }
    if (std::holds_alternative<month_weekday_last>(rule_)) return civil_day{year / std::get<month_weekday_last>(rule_)};
    return easter_sunday(year) + std::get<easter>(rule_).offset;
  }

 private:
  std::string_view name_;
  rule rule_;
  std::chrono::year first_ = (std::chrono::year::min)();
  std::chrono::year last_ = (std::chrono::year::max)();
};

/// Which date is closed when a holiday falls on a week-end.
enum class observance {
  actual_date,           ///< the date itself, always
  nearest_weekday,       ///< Saturday: the Friday before; Sunday: the Monday after (5 U.S.C. 6103(b), E.O. 11582)
  monday_after_a_sunday  ///< Sunday: the Monday after; Saturday: not moved (Federal Reserve Banks)
};

/// The date on which a holiday is observed.
///
/// example  observed(2022-01-01, observance::nearest_weekday) is Fri 2021-12-31
constexpr civil_day observed(civil_day actual, observance by) noexcept {
  const std::chrono::weekday falls{actual};
  if (falls == std::chrono::Sunday && by != observance::actual_date) return actual + std::chrono::days{1};
  if (falls == std::chrono::Saturday && by == observance::nearest_weekday) return actual - std::chrono::days{1};
  return actual;
}

}  // namespace sla::inline v0

#endif
