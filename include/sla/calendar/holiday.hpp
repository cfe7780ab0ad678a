#ifndef SLA_CALENDAR_HOLIDAY_HPP
#define SLA_CALENDAR_HOLIDAY_HPP

// A holiday is a rule, not a list of dates: "the third Monday of January, since 1986". The rule gives the actual date of
// a year; which date is then closed depends on who observes it. The federal government moves a Saturday holiday to the
// Friday before, a bank of the Federal Reserve does not, and a desk that is "closed on Christmas Day" means 25 December.
// So the rule and the observance are two things, and a calendar names both.

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "sla/calendar/weekday_set.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// The date of Easter Sunday in the Western churches, by the Gregorian calendar in every year.
///
/// year     any; the calendar is taken backwards beyond 1583, when it first governed Easter
/// source   the Gregorian computus in the form of "An Anonymous" (Nature, 20 April 1876)
/// example  easter_sunday(2026y) is 2026-04-05
constexpr civil_day easter_sunday(std::chrono::year year) noexcept {
  constexpr int cycle = 5'700'000;  // years after which the dates of Easter repeat themselves
  const int y = static_cast<int>(year) + cycle;
  const int golden = y % 19;
  const int century = y / 100;
  const int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  const int to_sunday = (32 + 2 * (century % 4) + 2 * (y % 100 / 4) - epact - y % 100 % 4) % 7;
  const int correction = (golden + 11 * epact + 22 * to_sunday) / 451;
  const int days_after_22_march = epact + to_sunday - 7 * correction;
  return civil_day{year / std::chrono::March / 22} + std::chrono::days{days_after_22_march};
}

/// The date of Easter Sunday in the Orthodox churches: the Sunday after the full moon of the Julian calendar's tables.
///
/// year     of the Julian calendar, any; the civil one is two weeks ahead of it today and eight months in 32767
/// returns  a date of the civil (Gregorian) calendar
/// source   the Julian computus, in use since 325
/// example  orthodox_easter_sunday(2026y) is 2026-04-12
constexpr civil_day orthodox_easter_sunday(std::chrono::year year) noexcept {
  using std::chrono::days;
  constexpr int cycle = 532'000;  // a multiple of the 532 years after which these dates repeat themselves
  // 21 March 1900 of the Julian calendar
  constexpr civil_day march_21_of_1900{std::chrono::year{1900} / std::chrono::April / 3};
  const int y = static_cast<int>(year);
  const int leap_days = (y + cycle) / 4 - (1900 + cycle) / 4;
  const civil_day full_moon =
      march_21_of_1900 + days{365 * (y - 1900) + leap_days} + days{(19 * ((y + cycle) % 19) + 15) % 30};
  return full_moon + days{1} + (std::chrono::Sunday - std::chrono::weekday{full_moon + days{1}});
}

/// A date that keeps its distance from Easter Sunday.
///
/// offset   -366 to 366 days
/// example  easter{} is Easter Sunday, easter{-days{2}} is Good Friday
struct easter {
  std::chrono::days offset{};
};

/// A date that keeps its distance from the Orthodox Easter Sunday.
///
/// offset   -366 to 366 days
/// example  orthodox_easter{days{1}} is Easter Monday in Greece
struct orthodox_easter {
  std::chrono::days offset{};
};

/// A date that keeps its distance from a weekday of a month.
///
/// weekday  November/Thursday[4] or May/Monday[last]
/// offset   negative for days before it; must not lead into another year
/// example  days_after{November/Thursday[4], days{1}} is the day after Thanksgiving, 2024-11-29; the fourth Friday of
///          November is 2024-11-22
template <class Weekday>
struct days_after {
  Weekday weekday;
  std::chrono::days offset;
};
template <class Weekday>
days_after(Weekday, std::chrono::days) -> days_after<Weekday>;

namespace detail {

inline constexpr int furthest_from_easter = 366;  // days

[[noreturn]] inline void a_holiday_must_fall_on_a_date(std::string_view name, const std::string& rule,
                                                       const std::string& allowed) {
  throw terms_error("the holiday \"" + std::string(name) + "\" falls " + rule + "; allowed: " + allowed);
}
[[noreturn]] inline void a_holiday_must_fall_on_a_date(std::string_view name, std::chrono::month_day date) {
  a_holiday_must_fall_on_a_date(name,
                                "on day " + std::to_string(static_cast<unsigned>(date.day())) + " of month " +
                                    std::to_string(static_cast<unsigned>(date.month())),
                                "the days of a leap year");
}
[[noreturn]] inline void a_holiday_must_fall_on_a_date(std::string_view name, std::chrono::month_weekday date) {
  a_holiday_must_fall_on_a_date(name,
                                "on " + std::string(name_of(date.weekday_indexed().weekday())) + " number " +
                                    std::to_string(date.weekday_indexed().index()) + " of month " +
                                    std::to_string(static_cast<unsigned>(date.month())),
                                "a weekday's number 1 to 5 of the months 1 to 12");
}
[[noreturn]] inline void a_holiday_must_fall_on_a_date(std::string_view name, std::chrono::month_weekday_last date) {
  a_holiday_must_fall_on_a_date(name,
                                "on the last " + std::string(name_of(date.weekday_last().weekday())) + " of month " +
                                    std::to_string(static_cast<unsigned>(date.month())),
                                "a weekday of the months 1 to 12");
}
[[noreturn]] inline void a_holiday_must_fall_within_a_year_of_easter(std::string_view name, std::chrono::days offset) {
  a_holiday_must_fall_on_a_date(name, std::to_string(offset.count()) + " days from Easter Sunday",
                                std::to_string(-furthest_from_easter) + " to " + std::to_string(furthest_from_easter));
}
[[noreturn]] inline void a_holiday_must_stay_in_the_year_of_its_weekday(std::string_view name, std::chrono::days offset,
                                                                        int least, int most) {
  a_holiday_must_fall_on_a_date(name, std::to_string(offset.count()) + " days after its weekday",
                                std::to_string(least) + " to " + std::to_string(most) + ", which stay in the year");
}
[[noreturn]] inline void a_holiday_must_not_end_before_it_begins(std::string_view name, int first, int last) {
  throw terms_error("the holiday \"" + std::string(name) +
                    "\" must not end before it begins: " + std::to_string(first) + " to " + std::to_string(last));
}

/// A year in numbers: its days counted from 1970-01-01, as calendars are worked out for centuries.
struct year_in_days {
  int year;
  int january_1;
  bool is_leap;

  constexpr explicit year_in_days(std::chrono::year of) noexcept
      : year(static_cast<int>(of)),
        january_1(static_cast<int>(civil_day{of / std::chrono::January / 1}.time_since_epoch().count())),
        is_leap(of.is_leap()) {}

  /// month  1 to 13, the last being the January after it
  constexpr int first_of(unsigned month) const noexcept {
    constexpr int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    return january_1 + before[month - 1] + static_cast<int>(is_leap && month > 2);
  }

  /// Sunday being 0.
  static constexpr int weekday_of(int day) noexcept { return ((day + 4) % 7 + 7) % 7; }
};

}  // namespace detail

/// A day that comes back every year by rule, from its first year to its last.
///
/// name     as the statute or the agreement calls it
/// rule     July/4, January/Monday[3], May/Monday[last], days_after{...}, easter{...} or orthodox_easter{...}
/// throws   terms_error for a rule that no year fulfils
/// example  holiday{"Labor Day", September/Monday[1]}.on(2026y) is 2026-09-07
class holiday {
 public:
  using rule = std::variant<std::chrono::month_day, std::chrono::month_weekday, std::chrono::month_weekday_last,
                            days_after<std::chrono::month_weekday>, days_after<std::chrono::month_weekday_last>, easter,
                            orthodox_easter>;

  constexpr holiday(std::string_view name, std::chrono::month_day date)
      : holiday(name, kind::fixed, date.month(), {}, static_cast<int>(static_cast<unsigned>(date.day()))) {
    if (!date.ok()) detail::a_holiday_must_fall_on_a_date(name, date);
  }
  constexpr holiday(std::string_view name, std::chrono::month_weekday date)
      : holiday(name, kind::nth_weekday, date.month(), date.weekday_indexed().weekday(),
                static_cast<int>(date.weekday_indexed().index())) {
    if (!date.ok()) detail::a_holiday_must_fall_on_a_date(name, date);
  }
  constexpr holiday(std::string_view name, std::chrono::month_weekday_last date)
      : holiday(name, kind::last_weekday, date.month(), date.weekday_last().weekday(), 0) {
    if (!date.ok()) detail::a_holiday_must_fall_on_a_date(name, date);
  }
  template <class Weekday>
  constexpr holiday(std::string_view name, days_after<Weekday> date) : holiday(name, date.weekday) {
    const auto [least, most] = offsets_within_the_year();
    if (date.offset < std::chrono::days{least} || std::chrono::days{most} < date.offset)
      detail::a_holiday_must_stay_in_the_year_of_its_weekday(name, date.offset, least, most);
    offset_ = static_cast<int>(date.offset.count());
  }
  constexpr holiday(std::string_view name, easter date) : holiday(name, kind::easter, date.offset) {}
  constexpr holiday(std::string_view name, orthodox_easter date) : holiday(name, kind::orthodox_easter, date.offset) {}

  /// Of a rule that becomes known at run time.
  template <class... Rules>
  constexpr holiday(std::string_view name, const std::variant<Rules...>& falls_on)
      : holiday(std::visit([name](const auto& date) { return holiday(name, date); }, falls_on)) {}

  /// The same holiday, not observed before a year.
  ///
  /// throws  terms_error if that is after its last year
  constexpr holiday from(std::chrono::year first) const { return observed_in(static_cast<int>(first), last_); }

  /// The same holiday, not observed after a year.
  ///
  /// throws  terms_error if that is before its first year
  constexpr holiday until(std::chrono::year last) const { return observed_in(first_, static_cast<int>(last)); }

  /// The same holiday under another name.
  constexpr holiday named(std::string_view name) const noexcept {
    holiday same = *this;
    same.name_ = name;
    return same;
  }

  constexpr std::string_view name() const noexcept { return name_; }

  friend constexpr bool operator==(const holiday&, const holiday&) = default;

  /// The rule it was made of.
  ///
  /// note  a template, so that only those who ask pay for the variant
  template <class Rule = rule>
  constexpr Rule falls_on() const noexcept {
    using namespace std::chrono;
    const month in{month_};
    const weekday day{static_cast<unsigned>(weekday_)};
    switch (kind_) {
      case kind::fixed: return in / std::chrono::day{static_cast<unsigned>(number_)};
      case kind::nth_weekday: return of_weekday<Rule>(in / day[static_cast<unsigned>(number_)]);
      case kind::last_weekday: return of_weekday<Rule>(in / day[last]);
      case kind::easter: return sla::easter{days{offset_}};
      case kind::orthodox_easter: break;
    }
    return sla::orthodox_easter{days{offset_}};
  }

  constexpr std::chrono::year first_year() const noexcept { return std::chrono::year{first_}; }
  constexpr std::chrono::year last_year() const noexcept { return std::chrono::year{last_}; }

  /// The actual date in a year; none before the first or after the last year, or where the year lacks the date
  /// (29 February, a fifth Monday).
  constexpr std::optional<civil_day> on(std::chrono::year year) const noexcept {
    const int day = number_in(detail::year_in_days(year));
    return day == none ? std::nullopt : std::optional{civil_day{std::chrono::days{day}}};
  }

  /// The same in days since 1970-01-01, or `none`.
  static constexpr int none = (std::numeric_limits<int>::min)();
  constexpr int number_in(const detail::year_in_days& year) const noexcept {
    if (year.year < first_ || last_ < year.year) return none;
    if (kind_ <= kind::last_weekday) {
      const int first = year.first_of(month_);
      const int end = year.first_of(month_ + 1);
      int day = first + number_ - 1;
      if (kind_ == kind::nth_weekday) day = first + (weekday_ - year.weekday_of(first) + 7) % 7 + 7 * (number_ - 1);
      if (kind_ == kind::last_weekday) day = end - 1 - (year.weekday_of(end - 1) - weekday_ + 7) % 7;
      return day < end ? day + offset_ : none;
    }
    const std::chrono::year of{year.year};
    const civil_day sunday = kind_ == kind::easter ? easter_sunday(of) : orthodox_easter_sunday(of);
    return static_cast<int>(sunday.time_since_epoch().count()) + offset_;
  }

  /// The days by which its date may be moved and never leaves its year.
  struct offsets {
    int least;
    int most;
  };
  constexpr offsets offsets_within_the_year() const noexcept {
    offsets all{-366, 366};
    for (int year = 2000; year < 2028; ++year) {  // every kind of year, by its first weekday and its length
      const detail::year_in_days numbers(std::chrono::year{year});
      const int day = number_in(numbers);
      if (day == none) continue;
      if (all.least < numbers.first_of(1) - day) all.least = numbers.first_of(1) - day;
      if (numbers.first_of(13) - 1 - day < all.most) all.most = numbers.first_of(13) - 1 - day;
    }
    return all;
  }

 private:
  enum class kind : std::uint8_t { fixed, nth_weekday, last_weekday, easter, orthodox_easter };

  constexpr holiday(std::string_view name, kind of, std::chrono::month month, std::chrono::weekday weekday,
                    int number) noexcept
      : name_(name),
        kind_(of),
        month_(static_cast<unsigned>(month)),
        weekday_(static_cast<int>(weekday.c_encoding())),
        number_(number) {}
  constexpr holiday(std::string_view name, kind of, std::chrono::days offset) : holiday(name, of, {}, {}, 0) {
    constexpr std::chrono::days furthest{detail::furthest_from_easter};
    if (offset < -furthest || furthest < offset) detail::a_holiday_must_fall_within_a_year_of_easter(name, offset);
    offset_ = static_cast<int>(offset.count());
  }

  template <class Rule, class Weekday>
  constexpr Rule of_weekday(Weekday on) const noexcept {
    if (offset_ == 0) return on;
    return days_after{on, std::chrono::days{offset_}};
  }

  constexpr holiday observed_in(int first, int last) const {
    if (last < first) detail::a_holiday_must_not_end_before_it_begins(name_, first, last);
    holiday same = *this;
    same.first_ = first;
    same.last_ = last;
    return same;
  }

  std::string_view name_;
  kind kind_;
  unsigned month_;
  int weekday_;
  int number_;      // of the day in its month, or of the weekday in it
  int offset_ = 0;  // in days, from its weekday or from Easter Sunday
  int first_ = static_cast<int>((std::chrono::year::min)());
  int last_ = static_cast<int>((std::chrono::year::max)());
};

/// Which date is closed when a holiday falls on a week-end.
enum class observance {
  actual_date,           ///< the date itself, always
  nearest_weekday,       ///< Saturday: the Friday before; Sunday: the Monday after (5 U.S.C. 6103(b), E.O. 11582)
  monday_after_a_sunday  ///< Sunday: the Monday after; Saturday: not moved (Federal Reserve Banks)
};

namespace detail {

/// weekday  Sunday being 0
constexpr int days_to_observance(int weekday, observance by) noexcept {
  if (weekday == 0 && by != observance::actual_date) return 1;
  if (weekday == 6 && by == observance::nearest_weekday) return -1;
  return 0;
}

}  // namespace detail

/// The date on which a holiday is observed.
///
/// example  observed(civil_day{2022y/January/1}, observance::nearest_weekday) is civil_day{2021y/December/31}
constexpr civil_day observed(civil_day actual, observance by) noexcept {
  const auto weekday = static_cast<int>(std::chrono::weekday{actual}.c_encoding());
  return actual + std::chrono::days{detail::days_to_observance(weekday, by)};
}

}  // namespace sla::inline v0

#endif
