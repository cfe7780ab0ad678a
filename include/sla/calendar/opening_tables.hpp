#ifndef SLA_CALENDAR_OPENING_TABLES_HPP
#define SLA_CALENDAR_OPENING_TABLES_HPP

// The tables behind opening times (see opening_times.hpp): made by the compiler for constants, once for what is known at
// run time. Both times it is the same work. Weeks are told apart by what decides when they are open: which of their days
// are business days, the offset of the clocks, and when the clocks are changed. Of the weeks that are alike in this, one
// is worked out day by day and span by span; then the open time of all weeks is added up.
//
//   compiled_opening_times<calendar, hours, zone>   of constants; the tables are constants, too
//   loaded_opening_times                            of values

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "sla/calendar/business_calendar.hpp"
#include "sla/calendar/day_table.hpp"
#include "sla/calendar/days_on_clocks.hpp"
#include "sla/calendar/kind_register.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/open_week.hpp"
#include "sla/calendar/opening_checks.hpp"
#include "sla/calendar/opening_hours.hpp"
#include "sla/calendar/opening_rules.hpp"
#include "sla/calendar/opening_times.hpp"
#include "sla/calendar/signposts.hpp"
#include "sla/time/span_of.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

namespace detail {

[[noreturn]] inline void clocks_must_not_differ_by_more_than_a_day(std::string_view zone, instant change) {
  throw terms_error("the clocks of " + std::string(zone) + " go, at " + iso(change) +
                    ", more than a day away from those by which the calendar's weeks begin; allowed is a day");
}

}  // namespace detail

/// Works out the tables behind a view of opening times, one after the other.
template <business_hours_rule Hours, civil_zone Zone>
class opening_times_builder {
 public:
  /// throws  terms_error for hours that do not fit their calendar; coverage_error for a calendar that covers dates which
  ///         the zone does not
  constexpr opening_times_builder(day_table days, const Hours& hours, const Zone& zone) : rules_{days, &hours, &zone} {
    detail::check_openings(rules_);
    first_midnight_ = first_instant(zone, days.coverage().first);
    first_offset_ = zone.period_at(first_midnight_).offset;
    week_offset_ = (std::max)(first_offset_, least_week_offset);
    coverage_.begins = end_of_an_unknown_night();
    coverage_.ends = end_of(days.coverage().last);
    coverage_.first_week = instant{days.first_monday().time_since_epoch()} - week_offset_;
    last_change_before_ = coverage_.ends;
    if (days.size() > 0) {
      const civil_day last = days.day_at(days.locate_rank(days.size() - 1));
      const instant closes = rules_.closing_of(last);
      coverage_.ends = (std::max)(coverage_.ends, closes);
      last_change_before_ = (std::max)(last_change_before_, closes + milliseconds{cut_short(last)});
    }
    days_near_ = days_near_the_week();
  }

  constexpr const detail::opening_rules<Hours, Zone>& rules() const noexcept { return rules_; }
  constexpr const detail::open_coverage& coverage() const noexcept { return coverage_; }

  /// The weeks of the coverage, and the one into which its last night may reach.
  constexpr std::size_t weeks() const noexcept { return rules_.days.open_days().size(); }

  /// Finds the kind of every week.
  ///
  /// kind_of_week  receives the kind of each week
  /// examples      receives a week of each kind; as many, for there may be no two alike
  /// returns       the number of kinds
  constexpr std::size_t find_kinds(std::uint32_t* kind_of_week, std::uint32_t* examples) const {
    const auto last = static_cast<std::uint32_t>(weeks());
    const bool special = !rules_.hours->special_days().empty();
    note_open_days(kind_of_week);
    const std::uint32_t* const open_around = kind_of_week;  // until the kind of a week takes their place
    detail::kind_register found(kind_of_week, examples);
    offset_period clocks = rules_.zone->period_at(first_midnight_);
    std::uint32_t week = 0;
    // Of the readings that are skipped as the coverage begins, no other week knows.
    if (clocks.from == first_midnight_)
      for (; week < last && beginning_of(week) < clocks.from + reach_before; ++week) {
        std::uint32_t alone = 0;
        found.note(week, alone);
      }
    while (week < last) {
      const bool change = clocks.until < last_change_before_;
      const std::uint32_t near_change =
          change ? (std::min)(weeks_begun_before(clocks.until - reach_after), last) : last;
      const std::uint32_t near_days = days_that_matter(clocks.offset);
      std::uint32_t* const ordinary = found.of_ordinary_weeks(clocks.offset);
      for (; week < near_change; ++week) {
        std::uint32_t alone = 0;
        std::uint32_t& kind = special && has_special_day_around(week) ? alone : ordinary[open_around[week] & near_days];
        found.note(week, kind);
      }
      if (!change) break;

      const offset_period later = rules_.zone->period_at(clocks.until);
      if (std::chrono::abs(later.offset - week_offset_) > std::chrono::days{1})
        detail::clocks_must_not_differ_by_more_than_a_day(rules_.zone->name(), clocks.until);
      const std::uint32_t days = near_days | days_that_matter(later.offset);
      const std::uint32_t past_change = (std::min)(weeks_begun_before(clocks.until + reach_before), last);
      const std::uint32_t near_next_change =
          later.until < last_change_before_ ? weeks_begun_before(later.until - reach_after + milliseconds{1}) : last;
      std::int64_t since = (clocks.until + reach_before - beginning_of(week)).count();
      for (; week < past_change; ++week, since -= detail::week_length.count()) {
        std::uint32_t alone = 0;
        std::uint32_t& kind = (special && has_special_day_around(week)) || week >= near_next_change
                                  ? alone
                                  : found.of_changed_week(clocks.offset, later.offset, since, open_around[week] & days);
        found.note(week, kind);
      }
      clocks = later;
    }
    return found.size();
  }

  /// The kind of which a week is an example.
  constexpr detail::open_week kind_of(std::uint32_t week) const {
    const instant begins = beginning_of(week);
    const civil_day monday = rules_.days.day_at({week, 0});
    std::vector<interval> open;
    detail::open_week::limits_of_days limits{};
    instant night_ends = rules_.end_of_the_night_before(monday - std::chrono::days{days_before});
    for (int day = -days_before; day < 7 + days_after; ++day) {
      const civil_day date = monday + std::chrono::days{day};
      if (!rules_.is_open_on(date)) {
        night_ends = (instant::min)();
        continue;
      }
      const auto spans = rules_.spans_on(date, night_ends);
      night_ends = spans.closes;
      open.insert(open.end(), spans.begin(), spans.end());
      if (0 <= day && day < 7)
        limits[static_cast<std::size_t>(day)] = {static_cast<std::int32_t>((spans.opens - begins).count()),
                                                 static_cast<std::int32_t>((spans.closes - begins).count())};
    }
    return {begins, open, limits};
  }

  /// Adds up the open time before each week, and in all of them.
  ///
  /// open_before  one more than there are weeks
  constexpr void add_up(std::int64_t* open_before, const std::uint32_t* kind_of_week,
                        const detail::open_week* kinds) const noexcept {
    const std::size_t last = weeks();
    std::int64_t open = 0;
    for (std::size_t week = 0; week < last; ++week) {
      open_before[week] = open;
      open += kinds[kind_of_week[week]].length();
    }
    open_before[last] = open;
  }

  static constexpr std::size_t signposts(std::span<const std::int64_t> open_before) noexcept {
    const std::int64_t distance = signpost_distance(open_before);
    return static_cast<std::size_t>((open_before.back() + distance - 1) / distance);
  }
  static constexpr void set_signposts(std::uint32_t* to_set, std::span<const std::int64_t> open_before) noexcept {
    detail::set_signposts(to_set, signposts(open_before), signpost_distance(open_before), open_before.data());
  }

 private:
  using milliseconds = std::chrono::milliseconds;
  using seconds = std::chrono::seconds;

  static constexpr std::int64_t signpost_distance(std::span<const std::int64_t> open_before) noexcept {
    return std::int64_t{1} << detail::open_table::signpost_shift(open_before);
  }

  static constexpr int days_before = detail::days_before_a_week;
  static constexpr int days_after = detail::days_after_a_week;
  static constexpr std::chrono::days reach_before{days_before};
  static constexpr std::chrono::days reach_after{7 + 2 * days_after};

  constexpr instant beginning_of(std::uint32_t week) const noexcept {
    return coverage_.first_week + detail::week_length * static_cast<int>(week);
  }

  constexpr std::uint32_t weeks_begun_before(instant at) const noexcept {
    const milliseconds since = (std::max)(at - coverage_.first_week, milliseconds{0});
    return static_cast<std::uint32_t>((since + detail::week_length - milliseconds{1}) / detail::week_length);
  }

  /// Notes the days around each week that are open, one bit each.
  constexpr void note_open_days(std::uint32_t* around) const noexcept {
    const std::span<const std::uint8_t> open_days = rules_.days.open_days();
    const std::uint8_t* const open = open_days.data();
    const std::size_t last = open_days.size();
    for (std::size_t week = 0; week < last; ++week) {
      const std::uint32_t before = week > 0 ? open[week - 1] : 0U;
      const std::uint32_t after = week + 1 < last ? open[week + 1] : 0U;
      around[week] = before >> (7 - days_before) | std::uint32_t{open[week]} << days_before |
                     (after << (7 + days_before) & all_days);
    }
  }

  constexpr bool has_special_day_around(std::uint32_t week) const noexcept {
    const civil_day monday = rules_.days.day_at({week, 0});
    return rules_.special_from(monday - std::chrono::days{days_before}) !=
           rules_.special_from(monday + std::chrono::days{7 + days_after});
  }

  /// Weeks begin by the clocks at the start of coverage, but by none further behind UTC than this: clocks that have gone
  /// from one side of the date line to the other are then no more than a day ahead of them.
  static constexpr seconds least_week_offset = -std::chrono::hours{8};

  /// Clocks seldom differ by more than this from those at the start of coverage. While they do not, most hours reach into
  /// no other week, and the days of other weeks need not be told apart.
  static constexpr std::chrono::hours near_offset{3};
  static constexpr std::uint32_t all_days = (1U << detail::days_around_a_week) - 1;

  constexpr std::uint32_t days_that_matter(seconds offset) const noexcept {
    return std::chrono::abs(offset - first_offset_) < near_offset ? days_near_ : all_days;
  }

  /// The days of the week, and those around it whose hours reach into it by a near offset.
  constexpr std::uint32_t days_near_the_week() const noexcept {
    std::uint32_t bits = 0;
    for (int day = -days_before; day < 7 + days_after; ++day) {
      const auto& hours = rules_.hours->week().on(std::chrono::Monday + std::chrono::days{day});
      const milliseconds midnight = std::chrono::days{day} + week_offset_ - first_offset_;
      const bool matters =
          (0 <= day && day < 7) || (!hours.empty() && midnight + hours.spans().back().closes > -near_offset &&
                                    midnight + hours.spans().front().opens < std::chrono::days{7} + near_offset);
      if (matters) bits |= std::uint32_t{1} << (day + days_before);
    }
    return bits;
  }

  /// The first instant after a date.
  constexpr instant end_of(civil_day day) const {
    const civil_lookup last = rules_.zone->look_up(day + std::chrono::days{1} - milliseconds{1});
    return last.happens == occurrence::skipped ? last.transition : last.later + milliseconds{1};
  }

  /// Where the coverage begins for instants: what is open in the night before its first date is known once that night
  /// must be over.
  constexpr instant end_of_an_unknown_night() const {
    const civil_day first = rules_.days.coverage().first;
    const civil_day evening = first - std::chrono::days{1};
    const auto hours = rules_.hours->week().on(std::chrono::weekday{evening}).spans();
    if (hours.empty() || hours.back().closes <= std::chrono::days{1}) return first_midnight_;
    const instant night_ends = last_instant(*rules_.zone, evening + hours.back().closes);
    if (!rules_.is_open_on(first)) return night_ends;
    return (std::min)(night_ends, first_instant(*rules_.zone, first + rules_.hours_of(first).front().opens));
  }

  /// True if the clocks skip the closing of a business day, which is the instant of their change then.
  constexpr bool cut_short(civil_day day) const {
    return rules_.zone->look_up(day + rules_.hours_of(day).back().closes).happens == occurrence::skipped;
  }

  detail::opening_rules<Hours, Zone> rules_;
  detail::open_coverage coverage_{};
  instant first_midnight_{};
  instant last_change_before_{};  // of the clocks, that matters
  seconds first_offset_{};
  seconds week_offset_{};  // by which weeks begin
  std::uint32_t days_near_ = 0;
};

/// Opening times of constants; the tables are constants too, made where they are first used.
///
/// example  compiled_opening_times<us_federal, nine_to_five, us_eastern>::view.open_before(now)
template <const auto& Calendar, const auto& Hours, const auto& Zone>
class compiled_opening_times {
  static constexpr opening_times_builder builder{detail::compiled_days_on_clocks<Calendar, Zone>::days(), Hours, Zone};

  struct weeks_and_kinds {
    std::array<std::uint32_t, builder.weeks()> kind_of_week{};
    std::array<std::uint32_t, builder.weeks()> examples{};
    std::size_t kinds = 0;
  };
  static constexpr weeks_and_kinds found = [] {
    weeks_and_kinds all{};
    all.kinds = builder.find_kinds(all.kind_of_week.data(), all.examples.data());
    return all;
  }();
  // One constant a kind, because compilers limit the work that one constant may take.
  template <std::size_t Kind>
  static constexpr detail::open_week kind = builder.kind_of(found.examples[Kind]);
  template <std::size_t... Kind>
  static constexpr std::array<detail::open_week, found.kinds> all_kinds(std::index_sequence<Kind...>) {
    return {kind<Kind>...};
  }
  static constexpr auto kinds = all_kinds(std::make_index_sequence<found.kinds>{});
  static constexpr auto open_before = [] {
    std::array<std::int64_t, builder.weeks() + 1> added{};
    builder.add_up(added.data(), found.kind_of_week.data(), kinds.data());
    return added;
  }();
  static constexpr auto signposts = [] {
    std::array<std::uint32_t, builder.signposts(open_before)> set{};
    builder.set_signposts(set.data(), open_before);
    return set;
  }();

 public:
  static constexpr opening_times<std::remove_cvref_t<decltype(Hours)>, std::remove_cvref_t<decltype(Zone)>> view{
      builder.rules(), {builder.coverage(), found.kind_of_week, kinds, open_before, signposts}};
};

/// Opening times of values known at run time; owns its tables and keeps its own business days, hours and zone.
///
/// example  const loaded_opening_times shop{calendar, weekly_hours(monday_to_friday, 8h, 20h), us_pacific};
template <business_calendar Calendar, business_hours_rule Hours, civil_zone Zone>
class loaded_opening_times {
 public:
  constexpr loaded_opening_times(const Calendar& calendar, Hours hours, Zone zone)
      : hours_(std::move(hours)),
        zone_(std::move(zone)),
        days_(detail::days_on_clocks<Zone>{calendar.days().name(), calendar.days(), &zone_}) {
    using detail::span_of;
    const opening_times_builder builder{days_.view(), hours_, zone_};
    coverage_ = builder.coverage();
    kind_of_week_.resize(builder.weeks());
    std::vector<std::uint32_t> examples(builder.weeks());
    kinds_.resize(builder.find_kinds(kind_of_week_.data(), examples.data()));
    for (std::size_t kind = 0; kind < kinds_.size(); ++kind) kinds_[kind] = builder.kind_of(examples[kind]);
    open_before_.resize(builder.weeks() + 1);
    builder.add_up(open_before_.data(), kind_of_week_.data(), kinds_.data());
    signposts_.resize(builder.signposts(span_of(open_before_)));
    builder.set_signposts(signposts_.data(), span_of(open_before_));
  }

  constexpr opening_times<Hours, Zone> view() const noexcept {
    using detail::span_of;
    return {{days_.view(), &hours_, &zone_},
            {coverage_, span_of(kind_of_week_), span_of(kinds_), span_of(open_before_), span_of(signposts_)}};
  }

 private:
  Hours hours_;
  Zone zone_;
  detail::loaded_day_table days_;
  detail::open_coverage coverage_{};
  std::vector<std::uint32_t> kind_of_week_;
  std::vector<detail::open_week> kinds_;
  std::vector<std::int64_t> open_before_;
  std::vector<std::uint32_t> signposts_;
};

}  // namespace sla::inline v0

#endif
