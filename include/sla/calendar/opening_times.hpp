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
// The table beside each nine weeks of days (see day_table.hpp) holds the open time before them. Within nine weeks each
// weekday has its usual length, except on the few days listed as irregular: days with hours of their own, and days whose
// open spans meet a change of the clocks.

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sla/calendar/business_calendar.hpp"
#include "sla/calendar/opening_hours.hpp"
#include "sla/time/interval.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

namespace detail {

/// A business day that is not as long as its weekday usually is.
struct irregular_day {
  civil_day date;
  std::chrono::milliseconds longer_by;
};

/// Beside nine weeks: the open time before them, and the first irregular day that is not before them.
struct open_row {
  std::chrono::milliseconds open_before{};
  std::size_t first_irregular = 0;
};

/// The open spans of one day as instants, in order.
class open_intervals {
 public:
  constexpr void add(const interval& next) noexcept { intervals_[size_++] = next; }
  constexpr const interval* begin() const noexcept { return intervals_.data(); }
  constexpr const interval* end() const noexcept { return intervals_.data() + size_; }

 private:
  std::array<interval, day_hours::most_spans> intervals_{};
  std::size_t size_ = 0;
};

[[noreturn]] inline void hours_and_calendar_must_open_on_the_same_weekdays(std::chrono::weekday day, bool has_hours) {
  throw terms_error(std::string(name_of(day)) + (has_hours ? " has opening hours, but the calendar is never open on it"
                                                           : " is a business day, but has no opening hours"));
}
[[noreturn]] inline void a_special_day_must_be_a_business_day_with_hours(civil_day date) {
  throw terms_error("the hours for " + iso(date) +
                    " need a business day within the calendar's coverage and at least "
                    "one span; to close a date, close it in the calendar");
}
[[noreturn]] inline void special_hours_must_not_meet_the_hours_of_the_next_day(civil_day date) {
  throw terms_error("the opening hours of " + iso(date) + " and of a neighbouring day overlap, or are given twice");
}

}  // namespace detail

/// A view of the instants at which business is open: a calendar's days, with hours, in a zone.
///
/// throws  coverage_error outside the calendar's coverage
template <business_hours_rule Hours, civil_zone Zone>
class opening_times {
 public:
  using milliseconds = std::chrono::milliseconds;

  constexpr opening_times(day_table days, const Hours& hours, const Zone& zone, std::span<const detail::open_row> rows,
                          std::span<const detail::irregular_day> irregular) noexcept
      : days_(days), hours_(&hours), zone_(&zone), rows_(rows), irregular_(irregular) {}

  constexpr const day_table& days() const noexcept { return days_; }
  constexpr const Zone& zone() const noexcept { return *zone_; }

  /// The open time from the start of coverage to an instant.
  constexpr milliseconds open_before(instant at) const {
    const civil_day today = date_of(zone_->to_civil(at));
    if (!days_.coverage().contains(today)) detail::day_is_outside_coverage("the calendar", today, days_.coverage());
    const civil_day yesterday = std::max(today - std::chrono::days{1}, days_.coverage().first);
    milliseconds open = open_before_day(yesterday);
    for (civil_day day = yesterday; day <= today; day += std::chrono::days{1})
      for (const interval& span : spans_on(day))
        if (span.starts_at() < at) open += std::min(at, span.ends_at()) - span.starts_at();
    return open;
  }

  /// The instant at which the open time of the whole coverage has run for a given length and goes on.
  ///
  /// open  0 gives the first opening; at a closing time the answer is the next opening
  constexpr instant open_moment(milliseconds open) const {
    if (open < milliseconds{0})
      detail::day_is_outside_coverage("the calendar", days_.coverage().first - std::chrono::days{1}, days_.coverage());
    const auto after = std::ranges::upper_bound(rows_, open, {}, &detail::open_row::open_before);
    const auto row = static_cast<std::size_t>(after - rows_.begin()) - 1;
    milliseconds left = open - rows_[row].open_before;
    std::size_t next_irregular = rows_[row].first_irregular;
    for (std::uint64_t bits = days_.rows()[row].open; bits != 0; bits &= bits - 1) {
      const civil_day day = days_.day_at({row, std::countr_zero(bits)});
      milliseconds length = usual_length(std::chrono::weekday{day});
      if (next_irregular < irregular_.size() && irregular_[next_irregular].date == day)
        length += irregular_[next_irregular++].longer_by;
      if (left < length) return moment_on(day, left);
      left -= length;
    }
    detail::day_is_outside_coverage("the calendar", days_.coverage().last + std::chrono::days{1}, days_.coverage());
  }

  /// The first opening of a business day.
  ///
  /// day  a business day
  constexpr instant opening_of(civil_day day) const {
    return std::max(first_instant(*zone_, day + hours_on(day).spans().front().opens), end_of_the_night_before(day));
  }

  /// The last closing of a business day, which may be on the next date.
  ///
  /// day  a business day
  constexpr instant closing_of(civil_day day) const {
    return last_instant(*zone_, day + hours_on(day).spans().back().closes);
  }

  /// The business day to which an open instant belongs; a night belongs to the day on which it began.
  ///
  /// at  an open instant
  constexpr civil_day day_of(instant at) const {
    const civil_day date = date_of(zone_->to_civil(at));
    return days_.contains(date) && opening_of(date) <= at ? date : date - std::chrono::days{1};
  }

  /// The open time of a weekday, special days and changes of the clocks aside.
  constexpr milliseconds usual_length(std::chrono::weekday day) const noexcept {
    return hours_->week().on(day).length();
  }

  /// The hours of a date, had it business: its own, or those of its weekday.
  constexpr const day_hours& hours_on(civil_day day) const noexcept {
    const auto special = hours_->special_days();
    const auto found = std::ranges::lower_bound(special, day, {}, &special_day::date);
    if (found != special.end() && found->date == day) return found->hours;
    return hours_->week().on(std::chrono::weekday{day});
  }

  /// The open spans that begin on a date, in order; none on a day that is no business day.
  ///
  /// Where clocks repeat an hour, a span starts no earlier than the one before it ends.
  constexpr detail::open_intervals spans_on(civil_day day) const {
    detail::open_intervals open;
    if (!days_.contains(day)) return open;
    instant free_from = end_of_the_night_before(day);
    for (const open_span& span : hours_on(day).spans()) {
      const instant opens = std::max(first_instant(*zone_, day + span.opens), free_from);
      const instant closes = std::max(last_instant(*zone_, day + span.closes), opens);
      free_from = closes;
      if (opens < closes) open.add({opens, closes});
    }
    return open;
  }

 private:
  template <business_hours_rule, civil_zone>
  friend class opening_times_builder;

  constexpr milliseconds open_before_day(civil_day day) const {
    const auto at = days_.locate(day);
    milliseconds open = rows_[at.row].open_before;
    std::uint64_t bits = days_.rows()[at.row].open & ((std::uint64_t{1} << at.bit) - 1);
    for (; bits != 0; bits &= bits - 1)
      open += usual_length(std::chrono::weekday{days_.day_at({at.row, std::countr_zero(bits)})});
    for (std::size_t i = rows_[at.row].first_irregular; i < irregular_.size() && irregular_[i].date < day; ++i)
      open += irregular_[i].longer_by;
    return open;
  }

  constexpr instant moment_on(civil_day day, milliseconds open) const {
    instant moment{};
    for (const interval& span : spans_on(day)) {
      moment = span.starts_at() + open;
      if (span.contains(moment)) break;
      open -= span.length().length();
    }
    return moment;
  }

  constexpr instant end_of_the_night_before(civil_day day) const {
    const civil_day before = day - std::chrono::days{1};
    if (!days_.coverage().contains(before) || !days_.contains(before)) return (instant::min)();
    return closing_of(before);
  }

  day_table days_;
  const Hours* hours_;
  const Zone* zone_;
  std::span<const detail::open_row> rows_;
  std::span<const detail::irregular_day> irregular_;
};

/// Works out the tables behind a view of opening times.
template <business_hours_rule Hours, civil_zone Zone>
class opening_times_builder {
 public:
  /// throws  terms_error if hours and calendar disagree on the open weekdays or on a special day
  constexpr opening_times_builder(day_table days, const Hours& hours, const Zone& zone)
      : times_(days, hours, zone, {}, {}) {
    check_weekdays();
    check_special_days();
  }

  /// The business days that are longer or shorter than their weekday, in order.
  constexpr std::vector<detail::irregular_day> irregular_days() const {
    std::vector<civil_day> candidates;
    add_days_that_meet_a_change_of_the_clocks(candidates);
    if (const auto special = times_.hours_->special_days(); !special.empty()) {
      for (const special_day& day : special) candidates.push_back(day.date);
      std::ranges::sort(candidates);
    }

    std::vector<detail::irregular_day> irregular;
    for (const civil_day day : candidates) {
      if (!irregular.empty() && irregular.back().date == day) continue;
      std::chrono::milliseconds length{};
      for (const interval& span : times_.spans_on(day)) length += span.length().length();
      const auto usual = times_.usual_length(std::chrono::weekday{day});
      if (length != usual) irregular.push_back({day, length - usual});
    }
    return irregular;
  }

  /// rows       as many as the day table has
  /// irregular  from irregular_days()
  constexpr void fill_rows(std::span<detail::open_row> rows, std::span<const detail::irregular_day> irregular) const {
    std::array<std::chrono::milliseconds, 7> usual{};
    for (unsigned weekday = 0; weekday < 7; ++weekday)
      usual[weekday] = times_.usual_length(std::chrono::weekday{weekday + 1});

    std::chrono::milliseconds open{};
    std::size_t next = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      rows[row] = {open, next};
      for (unsigned weekday = 0; weekday < 7; ++weekday)
        if (const auto days = times_.days_.rows()[row].open & every_monday << weekday; days != 0)
          open += usual[weekday] * std::popcount(days);
      const civil_day next_row = times_.days_.day_at({row + 1, 0});
      for (; next < irregular.size() && irregular[next].date < next_row; ++next) open += irregular[next].longer_by;
    }
  }

 private:
  static constexpr std::uint64_t every_monday = 0x0102'0408'1020'4081;

  constexpr void check_weekdays() const {
    for (unsigned day = 1; day <= 7; ++day) {
      const std::chrono::weekday weekday{day};
      const bool has_hours = !times_.hours_->week().on(weekday).empty();
      if (has_hours != times_.days_.weekdays().contains(weekday))
        detail::hours_and_calendar_must_open_on_the_same_weekdays(weekday, has_hours);
    }
  }

  constexpr void add_days_that_meet_a_change_of_the_clocks(std::vector<civil_day>& days) const {
    const day_table& open = times_.days_;
    if (open.size() == 0) return;
    const civil_day first = open.select(0);
    const instant end = times_.closing_of(open.select(open.size() - 1));
    offset_period before = times_.zone_->period_at(times_.opening_of(first));
    days.push_back(first);  // its opening may be the very change that began this period
    while (before.until <= end) {
      const offset_period after = times_.zone_->period_at(before.until);
      const civil_time reading{before.until.time_since_epoch()};
      const auto [low, high] = std::minmax({reading + before.offset, reading + after.offset});
      for (civil_day day = date_of(low) - std::chrono::days{1}; day <= date_of(high); day += std::chrono::days{1})
        if (open.coverage().contains(day) && meets(day, low, high)) days.push_back(day);
      before = after;
    }
  }

  constexpr bool meets(civil_day day, civil_time low, civil_time high) const {
    if (!times_.days_.contains(day)) return false;
    const auto spans = times_.hours_on(day).spans();
    return day + spans.front().opens < high && low <= day + spans.back().closes;
  }

  constexpr void check_special_days() const {
    using std::chrono::days;
    const auto special = times_.hours_->special_days();
    for (std::size_t i = 0; i < special.size(); ++i) {
      const auto& [date, hours] = special[i];
      if (hours.empty() || !times_.days_.coverage().contains(date) || !times_.days_.contains(date))
        detail::a_special_day_must_be_a_business_day_with_hours(date);
      if (i > 0 && special[i - 1].date == date) detail::special_hours_must_not_meet_the_hours_of_the_next_day(date);
      check_night(date - days{1}, date);
      check_night(date, date + days{1});
    }
  }

  constexpr void check_night(civil_day evening, civil_day morning) const {
    const day_range coverage = times_.days_.coverage();
    for (const civil_day day : {evening, morning})
      if (!coverage.contains(day) || !times_.days_.contains(day)) return;
    if (evening + times_.hours_on(evening).spans().back().closes >
        morning + times_.hours_on(morning).spans().front().opens)
      detail::special_hours_must_not_meet_the_hours_of_the_next_day(evening);
  }

  opening_times<Hours, Zone> times_;
};

/// Opening times of constants; the tables are constants too, made where they are first used.
///
/// example  compiled_opening_times<us_federal, nine_to_five, us_eastern>::view.open_before(...)
template <const auto& Calendar, const auto& Hours, const auto& Zone>
class compiled_opening_times {
  static constexpr day_table days = Calendar.days();
  static constexpr opening_times_builder builder{days, Hours, Zone};
  using irregular_array = std::array<detail::irregular_day, builder.irregular_days().size()>;
  using row_array = std::array<detail::open_row, days.rows().size()>;
  static constexpr irregular_array irregular = [] {
    irregular_array found{};
    std::ranges::copy(builder.irregular_days(), found.begin());
    return found;
  }();
  static constexpr row_array rows = [] {
    row_array filled{};
    builder.fill_rows(filled, irregular);
    return filled;
  }();

 public:
  static constexpr opening_times view{days, Hours, Zone, rows, irregular};
};

/// Opening times of values known at run time; owns its tables and keeps its own calendar, hours and zone.
///
/// example  const loaded_opening_times shop{calendar, weekly_hours(every_day, 8h, 20h), us_pacific};
template <business_calendar Calendar, business_hours_rule Hours, civil_zone Zone>
class loaded_opening_times {
 public:
  constexpr loaded_opening_times(Calendar calendar, Hours hours, Zone zone)
      : calendar_(std::move(calendar)), hours_(std::move(hours)), zone_(std::move(zone)) {
    const opening_times_builder builder{calendar_.days(), hours_, zone_};
    irregular_ = builder.irregular_days();
    rows_.resize(calendar_.days().rows().size());
    builder.fill_rows(rows_, irregular_);
  }

  constexpr opening_times<Hours, Zone> view() const noexcept {
    return {calendar_.days(), hours_, zone_, rows_, irregular_};
  }

 private:
  Calendar calendar_;
  Hours hours_;
  Zone zone_;
  std::vector<detail::open_row> rows_;
  std::vector<detail::irregular_day> irregular_;
};

}  // namespace sla::inline v0

#endif
