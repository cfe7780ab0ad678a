#ifndef SLA_CALENDAR_OPENING_TIMES_HPP
#define SLA_CALENDAR_OPENING_TIMES_HPP

// A calendar, hours and a zone together say at which instants business is open. As with days, two questions answer all
// the others, and they cost the same for an hour and for ten years:
//
//   open_before   how much open time lies before an instant?           (rank)
//   open_moment   at which instant does a given amount of it begin?    (select)
//
// Open time is real time. A night shift from 22:00 to 6:00 is seven hours long in the night that skips an hour and nine
// in the night that repeats one, because its openings and closings are turned into instants before they are subtracted.
//
// What is answered is known, and an instant that one question answers with is accepted by all others. So the instants that
// are covered begin when no night of the day before the coverage can go on, and end with the last date or its night; that
// end is covered, too. Business is closed then: what opens at that instant belongs to a date that is not covered.
//
// The table goes week by week, and its weeks are UTC: 168 hours, always, so that no zone is asked when a question comes.
// Weeks are much alike. The same days are open, by the same offset from UTC, as in hundreds of other weeks; one that has a
// holiday on its Monday is like all others that have. So all it says is how much open time lies before a week and of
// which kind the week is, and the kind, of which an office has some thirty in a century, lists the openings.

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "sla/calendar/day_table.hpp"
#include "sla/calendar/open_week.hpp"
#include "sla/calendar/opening_hours.hpp"
#include "sla/calendar/opening_rules.hpp"
#include "sla/calendar/signposts.hpp"
#include "sla/time/error.hpp"
#include "sla/time/interval.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

namespace detail {

/// The instants that a table covers.
///
/// begins      of the first date of coverage; once the night before must be over, of which nothing is known
/// ends        of the last date, or of its night; covered as well
/// first_week  the beginning of the first week
struct open_coverage {
  instant begins;
  instant ends;
  instant first_week;
};

/// A view of the tables.
///
/// kind_of_week  the kind of each week, as an index into kinds
/// open_before   the open time before each week, and in all of them, in milliseconds
/// signposts     the weeks of the open time 0, distance, 2 distance, ... with a distance of 2^signpost_shift ms
struct open_table {
  open_coverage coverage;
  std::span<const std::uint32_t> kind_of_week;
  std::span<const open_week> kinds;
  std::span<const std::int64_t> open_before;
  std::span<const std::uint32_t> signposts;

  /// A power of two below a usual week's open time.
  static constexpr int signpost_shift(std::span<const std::int64_t> open_before) noexcept {
    const auto open = static_cast<std::uint64_t>(open_before.back());
    return (std::max)(static_cast<int>(std::bit_width(open / open_before.size())) - 1, 0);
  }
};

[[noreturn]] inline void a_night_before_the_coverage_is_unknown(std::string_view calendar, civil_time reading,
                                                                day_range coverage) {
  throw coverage_error("what is open at " + iso(reading) + " depends on the night that begins on " +
                       iso(coverage.first - std::chrono::days{1}) + ", which " + calendar_text(calendar) +
                       " does not cover; it covers " + iso(coverage.first) + " to " + iso(coverage.last));
}

}  // namespace detail

/// A view of the instants at which business is open: a calendar's days, with hours, in a zone. Itself a calendar, of the
/// business days that the clocks of the zone do not skip.
///
/// throws  coverage_error outside the calendar's coverage
template <business_hours_rule Hours, civil_zone Zone>
class opening_times {
 public:
  using milliseconds = std::chrono::milliseconds;

  /// Made by compiled_opening_times or loaded_opening_times.
  constexpr opening_times(const detail::opening_rules<Hours, Zone>& rules, const detail::open_table& table) noexcept
      : rules_(rules),
        table_(table),
        covered_(milliseconds_of(table.coverage.ends) - milliseconds_of(table.coverage.begins)),
        lead_in_(milliseconds_of(table.coverage.begins) - milliseconds_of(table.coverage.first_week)),
        length_(table.open_before.back()),
        signpost_shift_(detail::open_table::signpost_shift(table.open_before)) {}

  constexpr day_table days() const noexcept { return rules_.days; }
  constexpr const Hours& hours() const noexcept { return *rules_.hours; }
  constexpr const Zone& zone() const noexcept { return *rules_.zone; }

  /// The instants about which it can be asked, the end included: from the first date of coverage, or once a night that may
  /// have begun the day before must be over, to the end of the last date or of the night that begins on it.
  constexpr interval coverage() const { return {table_.coverage.begins, table_.coverage.ends}; }

  /// The open time of the whole coverage.
  constexpr milliseconds length() const noexcept { return milliseconds{length_}; }

  /// The open time from the start of coverage to an instant.
  [[gnu::always_inline]] constexpr milliseconds open_before(instant at) const {
    const position where = locate(at);
    return milliseconds{table_.open_before[where.week] + kind_of(where.week).open_before(where.time)};
  }

  /// The instant at which the open time of the whole coverage has run for a given length and goes on.
  ///
  /// open  0 gives the first opening; at a closing time the answer is the next opening
  [[gnu::always_inline]] constexpr instant open_moment(milliseconds open) const {
    const std::int64_t number = open.count();
    if (static_cast<std::uint64_t>(number) >= static_cast<std::uint64_t>(length_))
      rules_.days.day_is_outside_coverage(number < 0 ? rules_.days.coverage().first - std::chrono::days{1}
                                                     : rules_.days.coverage().last + std::chrono::days{1});
    const auto signpost = static_cast<std::size_t>(number >> signpost_shift_);
    const std::size_t week = detail::row_near_signpost(number, table_.open_before.data(), table_.signposts[signpost]);
    const auto left = static_cast<detail::week_time>(number - table_.open_before[week]);
    return beginning_of(week) + milliseconds{kind_of(week).open_moment(left)};
  }

  /// True from an opening until just before a closing.
  constexpr bool is_open(instant at) const {
    const position where = locate(at);
    return kind_of(where.week).is_open(where.time);
  }

  /// The opening and the closing of the stretch of open time to which an open instant belongs, however long it is.
  constexpr instant opening_before(instant open) const {
    auto [week, time] = locate(open);
    while (kind_of(week).opening_of(time) == 0 && week > 0 && kind_of(week - 1).is_open(last_of_week)) {
      --week;
      time = last_of_week;
    }
    return beginning_of(week) + milliseconds{kind_of(week).opening_of(time)};
  }
  constexpr instant closing_after(instant open) const {
    auto [week, time] = locate(open);
    while (kind_of(week).closing_of(time) > last_of_week && week + 1 < table_.kind_of_week.size() &&
           kind_of(week + 1).is_open(0)) {
      ++week;
      time = 0;
    }
    return beginning_of(week) + milliseconds{kind_of(week).closing_of(time)};
  }

  /// The first opening of a business day; the transition where the clocks skip all its hours.
  ///
  /// throws  coverage_error for other dates
  constexpr instant opening_of(civil_day day) const {
    const day_table::position at = locate_business(day);
    return beginning_of(at.week) + milliseconds{limits_of(at).opens};
  }

  /// The last closing of a business day, which may be on the next date.
  ///
  /// throws  coverage_error for other dates
  constexpr instant closing_of(civil_day day) const { return closing_of(locate_business(day)); }
  constexpr instant closing_of(day_table::position day) const {
    return beginning_of(day.week) + milliseconds{limits_of(day).closes};
  }

  /// The business day to which an open instant belongs; a night belongs to the day on which it began.
  ///
  /// at  an open instant
  constexpr civil_day day_of(instant at) const {
    const civil_day date = date_of(zone().to_civil(at));
    return rules_.is_open_on(date) && opening_of(date) <= at ? date : date - std::chrono::days{1};
  }

  /// The open time of a weekday, special days and changes of the clocks aside.
  constexpr milliseconds usual_length(std::chrono::weekday day) const noexcept {
    return rules_.hours->week().on(day).length();
  }

  /// The open spans that begin on a date, in order; none on a day that is no business day.
  constexpr detail::day_openings spans_on(civil_day day) const { return rules_.spans_on(day); }

 private:
  struct position {
    std::size_t week;
    detail::week_time time;
  };
  static constexpr detail::week_time last_of_week = detail::week_length.count() - 1;

  constexpr position locate(instant at) const {
    const std::uint64_t since = milliseconds_of(at) - milliseconds_of(table_.coverage.begins);
    if (since > covered_) an_instant_is_outside_coverage(at);
    const std::uint64_t distance = since + lead_in_;
    constexpr std::uint64_t length = detail::week_length.count();
    return {static_cast<std::size_t>(distance / length), static_cast<detail::week_time>(distance % length)};
  }
  /// Unsigned, so that what lies before the coverage is far beyond its end.
  static constexpr std::uint64_t milliseconds_of(instant at) noexcept {
    return static_cast<std::uint64_t>(at.time_since_epoch().count());
  }
  constexpr const detail::open_week& kind_of(std::size_t week) const noexcept {
    return table_.kinds[table_.kind_of_week[week]];
  }
  constexpr instant beginning_of(std::size_t week) const noexcept {
    return table_.coverage.first_week + detail::week_length * static_cast<std::int64_t>(week);
  }
  constexpr day_table::position locate_business(civil_day day) const {
    if (!days().contains(day)) a_date_without_business_has_no_hours(day);
    return days().locate(day);
  }
  [[noreturn]] static void a_date_without_business_has_no_hours(civil_day day) {
    throw coverage_error(iso(day) + " is no business day, so it neither opens nor closes");
  }
  constexpr const detail::open_week::day_limits& limits_of(day_table::position day) const noexcept {
    return kind_of(day.week).limits()[day.weekday];
  }
  [[noreturn, gnu::noinline]] void an_instant_is_outside_coverage(instant at) const {
    const civil_time reading = zone().to_civil(at);
    if (date_of(reading) == days().coverage().first)
      detail::a_night_before_the_coverage_is_unknown(days().name(), reading, days().coverage());
    days().day_is_outside_coverage(reading);
  }

  detail::opening_rules<Hours, Zone> rules_;
  detail::open_table table_;
  std::uint64_t covered_;
  std::uint64_t lead_in_;  // from the beginning of the first week to that of the coverage
  std::int64_t length_;
  int signpost_shift_;
};

}  // namespace sla::inline v0

#endif
