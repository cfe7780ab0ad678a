#ifndef SLA_CALENDAR_OPENING_HOURS_HPP
#define SLA_CALENDAR_OPENING_HOURS_HPP

// Hours of business as people write them: "Monday to Friday 9 to 12 and 13 to 17", "Friday night 22 to 6", "around the
// clock". Times are wall-clock times of the day on which a span opens:
//
//   0:00 to 24:00 is the whole day, 24:00 is a legal closing time, and no minute is lost at midnight;
//   a closing before its opening is on the next day: 22:00 to 6:00 is one span, not two, and belongs to the day on
//   which it opens, so a holiday on Friday closes all of Friday's night shift and nothing of Saturday's;
//   spans that touch are one span, spans that overlap are an error.
//
// The hours say when a business day is open; which days are business days is the calendar's affair.

#include <algorithm>
#include <array>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "sla/calendar/weekday_set.hpp"
#include "sla/time/amount_text.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// From an opening to a closing, on the wall clock.
///
/// opens   since midnight of the day, 0:00 to before 24:00
/// closes  since the same midnight, at most 24:00; before `opens` means the next day, and comes back counted on: the spans
///         of day_hours{{22h, 6h}} are {22h, 30h}, which is nothing to give to it again
struct open_span {
  std::chrono::milliseconds opens;
  std::chrono::milliseconds closes;

  constexpr std::chrono::milliseconds length() const noexcept { return closes - opens; }
  friend constexpr bool operator==(const open_span&, const open_span&) = default;
};

namespace detail {

inline std::string hours_text(std::chrono::milliseconds opens, std::chrono::milliseconds closes) {
  return clock_text(opens) + " to " + clock_text(closes);
}

[[noreturn]] inline void a_span_must_open_before_24_00_and_close_by_24_00(std::chrono::milliseconds opens,
                                                                          std::chrono::milliseconds closes) {
  throw terms_error("opening hours of " + length_text(opens, longest_unit::hour) + " to " +
                    length_text(closes, longest_unit::hour) +
                    " after midnight; allowed are openings from 0:00 to before 24:00, closings after 0:00 to 24:00, "
                    "and two different times");
}
[[noreturn]] inline void opening_hours_must_not_overlap(open_span earlier, open_span later) {
  throw terms_error("the opening hours " + hours_text(later.opens, later.closes) + " begin before " +
                    hours_text(earlier.opens, earlier.closes) + " have ended");
}
[[noreturn]] inline void a_day_has_too_many_opening_spans(std::size_t most) {
  throw terms_error("opening hours allow at most " + std::to_string(most) + " separate spans a day");
}

constexpr void check_span(std::chrono::milliseconds opens, std::chrono::milliseconds closes) {
  using std::chrono::hours;
  if (opens < hours{0} || opens >= hours{24} || closes <= hours{0} || closes > hours{24} || opens == closes)
    a_span_must_open_before_24_00_and_close_by_24_00(opens, closes);
}

}  // namespace detail

/// The open spans of one day: sorted, disjoint, not touching.
///
/// example  day_hours{{9h, 12h}, {13h, 17h}} is open for seven hours
class day_hours {
 public:
  static constexpr std::size_t most_spans = 4;

  constexpr day_hours() = default;
  constexpr day_hours(std::initializer_list<open_span> spans) {
    for (const open_span& span : spans) add(span.opens, span.closes);
  }

  /// Adds a span; a closing before the opening is on the next day.
  ///
  /// throws  terms_error for times outside a day, an empty span, an overlap, or a fifth span
  constexpr void add(std::chrono::milliseconds opens, std::chrono::milliseconds closes) {
    detail::check_span(opens, closes);
    if (closes < opens) closes += std::chrono::hours{24};
    insert({opens, closes});
  }

  constexpr std::span<const open_span> spans() const noexcept { return {spans_.data(), size_}; }
  constexpr bool empty() const noexcept { return size_ == 0; }

  /// The time between openings and closings, on the wall clock.
  constexpr std::chrono::milliseconds length() const noexcept {
    std::chrono::milliseconds sum{};
    for (const open_span& span : spans()) sum += span.length();
    return sum;
  }

  friend constexpr bool operator==(const day_hours& a, const day_hours& b) noexcept {
    if (a.size_ != b.size_) return false;
    for (std::size_t i = 0; i < a.size_; ++i)
      if (a.spans_[i] != b.spans_[i]) return false;
    return true;
  }

 private:
  constexpr void insert(open_span added) {
    std::size_t at = size_;
    while (at > 0 && added.opens < spans_[at - 1].opens) --at;
    if (at > 0 && added.opens < spans_[at - 1].closes) detail::opening_hours_must_not_overlap(spans_[at - 1], added);
    if (at < size_ && spans_[at].opens < added.closes) detail::opening_hours_must_not_overlap(added, spans_[at]);
    const bool touches_earlier = at > 0 && spans_[at - 1].closes == added.opens;
    const bool touches_later = at < size_ && spans_[at].opens == added.closes;
    if (touches_earlier && touches_later) {
      spans_[at - 1].closes = spans_[at].closes;
      --size_;
      for (; at < size_; ++at) spans_[at] = spans_[at + 1];
    } else if (touches_earlier) {
      spans_[at - 1].closes = added.closes;
    } else if (touches_later) {
      spans_[at].opens = added.opens;
    } else {
      if (size_ == most_spans) detail::a_day_has_too_many_opening_spans(most_spans);
      for (std::size_t later = size_++; later > at; --later) spans_[later] = spans_[later - 1];
      spans_[at] = added;
    }
  }

  std::array<open_span, most_spans> spans_{};
  std::size_t size_ = 0;
};

/// One date with hours of its own.
///
/// example  special_day{civil_day{2026y/December/24}, {{9h, 12h}}} closes at noon on Christmas Eve
struct special_day {
  civil_day date;
  day_hours hours;
};

namespace detail {

/// Not inlined: where g++ 12 sees how few elements there are, it warns of bounds that std::sort keeps. A template, so that
/// only those who sort pay for it.
[[gnu::noinline]] constexpr void sort_by_date(auto* begin, auto* end) {
  std::sort(begin, end, [](const special_day& a, const special_day& b) { return a.date < b.date; });
}
constexpr bool is_before(const special_day& special, civil_day date) noexcept { return special.date < date; }

}  // namespace detail

/// Hours that come back every week.
///
/// on       the weekdays on which the span opens
/// opens    since midnight
/// closes   since midnight, up to 24h; before `opens` means the next day
/// throws   terms_error for times outside a day, an empty span, an overlap, or more than four spans on a day
/// example  weekly_hours(monday_to_friday, 9h, 12h).also(monday_to_friday, 13h, 17h)
class weekly_hours {
 public:
  constexpr weekly_hours(weekday_set on, std::chrono::milliseconds opens, std::chrono::milliseconds closes) {
    add(on, opens, closes);
  }

  /// The same hours and one more span.
  constexpr weekly_hours also(weekday_set on, std::chrono::milliseconds opens, std::chrono::milliseconds closes) const {
    weekly_hours more = *this;
    more.add(on, opens, closes);
    return more;
  }

  constexpr const day_hours& on(std::chrono::weekday day) const noexcept { return days_[day.c_encoding()]; }

  constexpr const weekly_hours& week() const noexcept { return *this; }
  static constexpr std::span<const special_day> special_days() noexcept { return {}; }

  friend constexpr bool operator==(const weekly_hours&, const weekly_hours&) = default;

 private:
  constexpr void add(weekday_set on, std::chrono::milliseconds opens, std::chrono::milliseconds closes) {
    detail::check_span(opens, closes);
    for (unsigned day = 0; day < 7; ++day)
      if (on.contains(std::chrono::weekday{day})) days_[day].add(opens, closes);
    for (unsigned day = 0; day < 7; ++day) check_night(days_[day], days_[(day + 1) % 7]);
  }

  static constexpr void check_night(const day_hours& evening, const day_hours& morning) {
    if (evening.empty() || morning.empty()) return;
    const open_span last = evening.spans().back();
    const open_span first = morning.spans().front();
    if (last.closes > first.opens + std::chrono::hours{24}) detail::opening_hours_must_not_overlap(last, first);
  }

  std::array<day_hours, 7> days_;
};

/// Open all day, every day.
inline constexpr weekly_hours around_the_clock{every_day, std::chrono::hours{0}, std::chrono::hours{24}};

/// Weekly hours, with other hours on some dates.
///
/// example  opening_hours{weekly_hours(monday_to_friday, 9h, 17h),
///                        special_day{civil_day{2026y/December/24}, {{9h, 12h}}}}
template <std::size_t Count>
class opening_hours {
 public:
  template <std::same_as<special_day>... Day>
    requires(sizeof...(Day) == Count)
  constexpr explicit opening_hours(const weekly_hours& week, const Day&... special)
      : week_(week), special_{special...} {
    detail::sort_by_date(special_.data(), special_.data() + Count);
  }

  constexpr const weekly_hours& week() const noexcept { return week_; }

  /// In the order of their dates.
  constexpr std::span<const special_day> special_days() const noexcept { return special_; }

 private:
  weekly_hours week_;
  std::array<special_day, Count> special_;
};

template <std::same_as<special_day>... Day>
opening_hours(const weekly_hours&, const Day&...) -> opening_hours<sizeof...(Day)>;

/// Hours of every weekday, and of the dates that have hours of their own.
template <class Hours>
concept business_hours_rule = requires(const Hours& hours) {
  { hours.week() } -> std::same_as<const weekly_hours&>;
  { hours.special_days() } -> std::same_as<std::span<const special_day>>;
};

}  // namespace sla::inline v0

#endif
