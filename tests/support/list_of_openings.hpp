#ifndef SLA_TESTS_SUPPORT_LIST_OF_OPENINGS_HPP
#define SLA_TESTS_SUPPORT_LIST_OF_OPENINGS_HPP

// What stands on the door, date by date and opening by opening, as one long list, through which every question walks. Of the
// library it takes the words for time, the dates of Easter, and the zone that turns readings into instants.

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/loaded_hours.hpp"
#include "sla/time/interval.hpp"
#include "sla/zone/zone.hpp"

namespace sla_tests {

class dates_on_the_door {
 public:
  explicit dates_on_the_door(const sla::calendar_definition& own) : own_(own) {}

  const sla::day_range& coverage() const { return own_.coverage; }

  bool is_business_day(sla::civil_day day) const {
    if (!own_.coverage.contains(day)) return false;
    if (std::ranges::find(own_.working, day) != own_.working.end()) return true;
    if (own_.closed.contains(std::chrono::weekday{day})) return false;
    if (std::ranges::find(own_.closed_dates, day) != own_.closed_dates.end()) return false;
    return std::ranges::none_of(own_.holidays, [&](const auto& each) { return is_observed_on(day, each.rule()); });
  }

  /// Those in [from, to); none outside of the coverage and the day after it.
  std::optional<int> business_days_between(sla::civil_day from, sla::civil_day to) const {
    const auto can_be_asked = [&](sla::civil_day day) {
      return coverage().contains(day) || day == coverage().last + std::chrono::days{1};
    };
    if (!can_be_asked(from) || !can_be_asked(to)) return std::nullopt;
    int passed = 0;
    for (sla::civil_day day = std::min(from, to); day < std::max(from, to); day += std::chrono::days{1})
      if (is_business_day(day)) ++passed;
    return from <= to ? passed : -passed;
  }

  std::optional<sla::civil_day> advance(sla::civil_day from, int count) const {
    const std::chrono::days step{count < 0 ? -1 : 1};
    int left = std::abs(count);
    for (; coverage().contains(from); from += step) {
      if (left == 0) return from;
      if (coverage().contains(from + step) && is_business_day(from + step) && --left == 0) return from + step;
    }
    return std::nullopt;
  }

 private:
  static bool falls_on(sla::civil_day day, const sla::holiday& holiday) {
    using namespace std::chrono;
    const year_month_day date{day};
    if (date.year() < holiday.first_year() || holiday.last_year() < date.year()) return false;
    const auto rule = holiday.falls_on();
    if (const auto* fixed = std::get_if<month_day>(&rule))
      return date.month() == fixed->month() && date.day() == fixed->day();
    if (const auto* nth = std::get_if<month_weekday>(&rule)) return is_weekday(day, *nth);
    if (const auto* last = std::get_if<month_weekday_last>(&rule)) return is_weekday(day, *last);
    if (const auto* after = std::get_if<sla::days_after<month_weekday>>(&rule))
      return is_weekday(day - after->offset, after->weekday);
    if (const auto* after = std::get_if<sla::days_after<month_weekday_last>>(&rule))
      return is_weekday(day - after->offset, after->weekday);
    return false;
  }

  static bool is_weekday(sla::civil_day day, const std::chrono::month_weekday& nth) {
    const std::chrono::year_month_day date{day};
    const unsigned number = (static_cast<unsigned>(date.day()) - 1) / 7 + 1;
    return date.month() == nth.month() && std::chrono::weekday{day} == nth.weekday_indexed().weekday() &&
           number == nth.weekday_indexed().index();
  }
  static bool is_weekday(sla::civil_day day, const std::chrono::month_weekday_last& last) {
    using namespace std::chrono;
    return year_month_day{day}.month() == last.month() && weekday{day} == last.weekday_last().weekday() &&
           year_month_day{day + days{7}}.month() != last.month();
  }

  /// Of the year that Easter is in, which may be another one.
  static bool falls_near_easter(sla::civil_day day, const sla::holiday& holiday) {
    using namespace std::chrono;
    const auto rule = holiday.falls_on();
    for (year in = year_month_day{day}.year() - years{2}; in <= year_month_day{day}.year() + years{2}; ++in) {
      if (in < holiday.first_year() || holiday.last_year() < in) continue;
      if (const auto* western = std::get_if<sla::easter>(&rule))
        if (sla::easter_sunday(in) + western->offset == day) return true;
      if (const auto* orthodox = std::get_if<sla::orthodox_easter>(&rule))
        if (sla::orthodox_easter_sunday(in) + orthodox->offset == day) return true;
    }
    return false;
  }

  bool is_observed_on(sla::civil_day day, const sla::holiday& holiday) const {
    using namespace std::chrono;
    const auto is_actual = [&](sla::civil_day on) { return falls_on(on, holiday) || falls_near_easter(on, holiday); };
    const weekday on{day};
    const bool moves_back = own_.by == sla::observance::nearest_weekday;
    const bool moves_on = own_.by != sla::observance::actual_date;
    if (is_actual(day) && !(moves_on && on == Sunday) && !(moves_back && on == Saturday)) return true;
    return (moves_on && on == Monday && is_actual(day - days{1})) ||
           (moves_back && on == Friday && is_actual(day + days{1}));
  }

  sla::calendar_definition own_;
};

/// The openings of dates by their hours, in a zone.
///
/// Every answer is none where the library must refuse the question.
template <class Zone>
class list_of_openings {
 public:
  struct opening {
    sla::instant opens;
    sla::instant closes;
    sla::civil_day of;
  };

  list_of_openings(const dates_on_the_door& dates, const sla::loaded_hours& hours, const Zone& zone) {
    const std::chrono::days one{1};
    begins_ = end_of_an_unknown_night(dates, hours, zone);
    ends_ = sla::last_instant(zone, dates.coverage().last + one - std::chrono::milliseconds{1});
    if (zone.look_up(dates.coverage().last + one - std::chrono::milliseconds{1}).happens != sla::occurrence::skipped)
      ends_ += std::chrono::milliseconds{1};
    for (sla::civil_day day = dates.coverage().first; day <= dates.coverage().last; day += one)
      if (dates.is_business_day(day) && !is_skipped(day, zone))
        for (const sla::open_span& span : on_the_door(hours, day)) {
          openings_.push_back(
              {sla::first_instant(zone, day + span.opens), sla::last_instant(zone, day + span.closes), day});
          ends_ = std::max(ends_, openings_.back().closes);
        }
    join();
  }

  sla::interval coverage() const { return {begins_, ends_}; }
  const std::vector<opening>& openings() const { return openings_; }

  std::optional<bool> is_open(sla::instant at) const {
    if (!covers(at)) return std::nullopt;
    return open(at);
  }

  std::optional<std::chrono::milliseconds> between(sla::instant from, sla::instant to) const {
    if (!covers(from) || !covers(to)) return std::nullopt;
    return from <= to ? open_between(from, to) : -open_between(to, from);
  }

  std::optional<sla::instant> add(sla::instant from, std::chrono::milliseconds amount) const {
    if (amount == std::chrono::milliseconds{0}) return from;
    if (!covers(from)) return std::nullopt;
    return amount > std::chrono::milliseconds{0} ? after(from, amount) : before(from, -amount);
  }

  std::optional<sla::instant> next_opening(sla::instant from) const {
    if (!covers(from)) return std::nullopt;
    for (const opening& each : openings_)
      if (from < each.closes) return std::max(from, each.opens);
    return std::nullopt;
  }
  std::optional<sla::instant> previous_closing(sla::instant from) const {
    if (!covers(from)) return std::nullopt;
    std::optional<sla::instant> last;
    for (const opening& each : openings_)
      if (each.opens < from) last = std::min(from, each.closes);
    return last;
  }
  /// Where one opening touches the next, it goes on.
  std::optional<sla::instant> next_closing(sla::instant from) const {
    std::optional<sla::instant> closing = next_opening(from);
    for (const opening& each : openings_)
      if (closing && each.opens <= *closing && *closing < each.closes) closing = each.closes;
    return closing;
  }
  std::optional<sla::instant> previous_opening(sla::instant from) const {
    std::optional<sla::instant> opens = previous_closing(from);
    for (auto each = openings_.rbegin(); each != openings_.rend(); ++each)
      if (opens && each->opens < *opens && *opens <= each->closes) opens = each->opens;
    return opens;
  }

  /// The day on which the opening began to which an open instant belongs.
  std::optional<sla::civil_day> day_of(sla::instant at) const {
    for (const opening& each : openings_)
      if (each.opens <= at && at < each.closes) return each.of;
    return std::nullopt;
  }

 private:
  static bool is_skipped(sla::civil_day day, const Zone& zone) {
    const std::chrono::days one{1};
    return zone.look_up(day).happens == sla::occurrence::skipped &&
           sla::first_instant(zone, day) == sla::last_instant(zone, day + one - std::chrono::milliseconds{1});
  }

  /// The day before the first date may do business or not; when it would have closed by its weekly hours, both are the same.
  static sla::instant end_of_an_unknown_night(const dates_on_the_door& dates, const sla::loaded_hours& hours,
                                              const Zone& zone) {
    const std::chrono::days one{1};
    const sla::civil_day first = dates.coverage().first;
    sla::instant known = sla::first_instant(zone, first);
    for (const sla::open_span& span : hours.week().on(std::chrono::weekday{first - one}).spans())
      if (span.closes > one) known = sla::last_instant(zone, first - one + span.closes);
    if (dates.is_business_day(first) && !is_skipped(first, zone))
      known = std::min(known, sla::first_instant(zone, first + on_the_door(hours, first).front().opens));
    return std::max(known, sla::first_instant(zone, first));
  }

  static std::span<const sla::open_span> on_the_door(const sla::loaded_hours& hours, sla::civil_day day) {
    for (const sla::special_day& own : hours.special_days())
      if (own.date == day) return own.hours.spans();
    return hours.week().on(std::chrono::weekday{day}).spans();
  }

  /// Where clocks repeat or skip readings, an opening begins when the one before it is over, or never.
  void join() {
    std::vector<opening> apart;
    for (opening each : openings_) {
      if (!apart.empty()) each.opens = std::max(each.opens, apart.back().closes);
      if (each.opens < each.closes) apart.push_back(each);
    }
    openings_ = std::move(apart);
  }

  bool covers(sla::instant at) const { return begins_ <= at && at <= ends_; }

  bool open(sla::instant at) const {
    return std::ranges::any_of(openings_, [&](const opening& each) { return each.opens <= at && at < each.closes; });
  }

  std::chrono::milliseconds open_between(sla::instant from, sla::instant to) const {
    std::chrono::milliseconds sum{};
    for (const opening& each : openings_)
      sum += std::max(std::chrono::milliseconds{0}, std::min(to, each.closes) - std::max(from, each.opens));
    return sum;
  }

  std::optional<sla::instant> after(sla::instant from, std::chrono::milliseconds left) const {
    for (const opening& each : openings_) {
      const sla::instant opens = std::max(from, each.opens);
      if (opens >= each.closes) continue;
      if (left <= each.closes - opens) return opens + left;
      left -= each.closes - opens;
    }
    return std::nullopt;
  }
  std::optional<sla::instant> before(sla::instant from, std::chrono::milliseconds left) const {
    for (auto each = openings_.rbegin(); each != openings_.rend(); ++each) {
      const sla::instant closes = std::min(from, each->closes);
      if (closes <= each->opens) continue;
      if (left <= closes - each->opens) return closes - left;
      left -= closes - each->opens;
    }
    return std::nullopt;
  }

  sla::instant begins_;
  sla::instant ends_;
  std::vector<opening> openings_;
};

}  // namespace sla_tests

#endif
