#ifndef SLA_CALENDAR_OPENING_RULES_HPP
#define SLA_CALENDAR_OPENING_RULES_HPP

// When a day opens and closes is first a matter of the clock on the wall: "22:00 to 6:00". Which instants these are the
// zone decides, and on two nights a year it has to choose. What opens in a skipped hour opens when the clocks go forward;
// what closes in a repeated hour closes the second time; and a night shift that ends in the repeated hour has ended before
// the next one may begin. This is slow and careful work, done once for each kind of week (see opening_tables.hpp).

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <span>

#include "sla/calendar/day_table.hpp"
#include "sla/calendar/opening_hours.hpp"
#include "sla/time/error.hpp"
#include "sla/time/interval.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0::detail {

/// The open spans of one business day as instants, in order.
///
/// opens, closes  the first opening and the last closing, even where a skipped hour leaves nothing between them
class day_openings {
 public:
  constexpr void add(instant from, instant to) noexcept {
    if (from < to) intervals_[size_++] = {from, to};
  }
  constexpr const interval* begin() const noexcept { return intervals_.data(); }
  constexpr const interval* end() const noexcept { return intervals_.data() + size_; }

  instant opens{};
  instant closes{};

 private:
  std::array<interval, day_hours::most_spans> intervals_{};
  std::size_t size_ = 0;
};

[[noreturn]] inline void a_working_date_must_have_hours(civil_day date) {
  throw terms_error(iso(date) + " is a business day, but its weekday has no opening hours; give it hours of its own");
}

/// What the tables are made of: when the days of a calendar open and close, by hours and clocks.
template <business_hours_rule Hours, civil_zone Zone>
struct opening_rules {
  day_table days;
  const Hours* hours;
  const Zone* zone;

  /// The hours of a date, had it business: its own, or those of its weekday.
  constexpr const day_hours& hours_on(civil_day day) const noexcept {
    if (!hours->special_days().empty()) {
      const special_day* const found = special_from(day);
      if (found != special_from(day + std::chrono::days{1})) return found->hours;
    }
    return hours->week().on(std::chrono::weekday{day});
  }

  /// The first special day on or after a date, or the end of them.
  constexpr const special_day* special_from(civil_day day) const noexcept {
    const auto special = hours->special_days();
    return std::lower_bound(special.data(), special.data() + special.size(), day, is_before);
  }

  constexpr bool is_open_on(civil_day day) const { return days.coverage().contains(day) && days.contains(day); }

  /// The hours of a business day, at least one span.
  ///
  /// throws  terms_error for a working date without hours
  constexpr std::span<const open_span> hours_of(civil_day day) const {
    const auto spans = hours_on(day).spans();
    if (spans.empty()) a_working_date_must_have_hours(day);
    return spans;
  }

  constexpr instant closing_of(civil_day day) const { return last_instant(*zone, day + hours_of(day).back().closes); }

  /// The open spans that begin on a date, in order; none on a day that is no business day.
  ///
  /// Where clocks repeat an hour, a span starts no earlier than the one before it ends.
  constexpr day_openings spans_on(civil_day day) const {
    return days.contains(day) ? spans_on(day, end_of_the_night_before(day)) : day_openings{};
  }

  /// The open spans that begin on a business day, once the night before is over.
  constexpr day_openings spans_on(civil_day day, instant free_from) const {
    day_openings open;
    const auto spans = hours_of(day);
    for (const open_span& span : spans) {
      const instant opens = (std::max)(first_instant(*zone, day + span.opens), free_from);
      open.closes = last_instant(*zone, day + span.closes);
      free_from = (std::max)(open.closes, opens);
      if (&span == &spans.front()) open.opens = opens;
      open.add(opens, free_from);
    }
    return open;
  }

  /// When the hours of the day before end; before all time if it has none.
  constexpr instant end_of_the_night_before(civil_day day) const {
    const civil_day before = day - std::chrono::days{1};
    return is_open_on(before) ? closing_of(before) : (instant::min)();
  }
};

}  // namespace sla::inline v0::detail

#endif
