#ifndef SLA_TESTS_SUPPORT_SHOPS_HPP
#define SLA_TESTS_SUPPORT_SHOPS_HPP

// Schedules of many kinds, each as the library sees it and as one reads it off the door. The second reading knows no
// tables: whoever wants to know whether a minute is open looks at the days around it and at the clock on the wall.

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/moments.hpp"
#include "support/table_zone.hpp"

namespace sla_tests {

struct door_sign {
  struct weekly_line {
    sla::weekday_set on;
    std::chrono::minutes opens;
    std::chrono::minutes closes;
  };
  struct date_line {
    sla::civil_day on;
    std::chrono::minutes opens;
    std::chrono::minutes closes;
  };

  std::string_view name;
  sla::day_range coverage;
  sla::weekday_set closed;
  std::vector<sla::civil_day> closed_dates;
  std::vector<weekly_line> week;
  std::vector<date_line> special;            // none or two
  std::vector<sla::civil_day> skipped = {};  // by the clocks, of which the calendar does not know

  bool is_business_day(sla::civil_day day) const {
    return coverage.contains(day) && !closed.contains(std::chrono::weekday{day}) &&
           std::ranges::find(closed_dates, day) == closed_dates.end() &&
           std::ranges::find(skipped, day) == skipped.end();
  }

  /// Since the midnight of the day.
  std::vector<std::pair<std::chrono::minutes, std::chrono::minutes>> spans_on(sla::civil_day day) const {
    std::vector<std::pair<std::chrono::minutes, std::chrono::minutes>> spans;
    if (!is_business_day(day)) return spans;
    const auto add = [&](std::chrono::minutes opens, std::chrono::minutes closes) {
      spans.emplace_back(opens, opens < closes ? closes : closes + std::chrono::days{1});
    };
    for (const date_line& own : special)
      if (own.on == day) add(own.opens, own.closes);
    if (!spans.empty()) return spans;
    for (const weekly_line& usual : week)
      if (usual.on.contains(std::chrono::weekday{day})) add(usual.opens, usual.closes);
    return spans;
  }
};

/// Opening times with their types erased, so that one test runs over all of them.
struct shop {
  door_sign sign;
  std::vector<sla::civil_day> nights;  // worth walking around
  std::function<sla::civil_time(sla::instant)> to_civil;
  std::function<sla::instant(sla::civil_time)> first_instant;
  std::function<sla::instant(sla::civil_time)> last_instant;

  std::function<sla::business_time(sla::instant, sla::instant)> between;
  std::function<sla::instant(sla::instant, sla::business_time)> add;
  std::function<sla::instant(sla::instant, sla::business_time)> subtract;
  std::function<sla::instant(sla::instant)> next_opening;
  std::function<sla::instant(sla::instant)> previous_closing;
  std::function<sla::instant(sla::instant)> next_closing;
  std::function<sla::instant(sla::instant)> previous_opening;
  std::function<bool(sla::instant)> is_open;
  std::function<sla::civil_day(sla::instant)> day_of;
};

template <class Hours, class Zone>
shop open_shop(door_sign sign, std::vector<sla::civil_day> nights, Hours hours, Zone zone) {
  using loaded = sla::loaded_opening_times<sla::loaded_calendar, Hours, Zone>;
  const sla::loaded_calendar calendar(sla::calendar_dates{sign.name, sign.coverage, sign.closed, sign.closed_dates});
  const auto times = std::make_shared<const loaded>(calendar, hours, zone);
  return {
      .sign = std::move(sign),
      .nights = std::move(nights),
      .to_civil = [zone](sla::instant at) { return zone.to_civil(at); },
      .first_instant = [zone](sla::civil_time reading) { return sla::first_instant(zone, reading); },
      .last_instant = [zone](sla::civil_time reading) { return sla::last_instant(zone, reading); },
      .between = [times](sla::instant a, sla::instant b) { return sla::business_time_between(times->view(), a, b); },
      .add = [times](sla::instant a, sla::business_time x) { return sla::add_business_time(times->view(), a, x); },
      .subtract = [times](sla::instant a,
                          sla::business_time x) { return sla::subtract_business_time(times->view(), a, x); },
      .next_opening = [times](sla::instant a) { return sla::next_opening(times->view(), a); },
      .previous_closing = [times](sla::instant a) { return sla::previous_closing(times->view(), a); },
      .next_closing = [times](sla::instant a) { return sla::next_closing(times->view(), a); },
      .previous_opening = [times](sla::instant a) { return sla::previous_opening(times->view(), a); },
      .is_open = [times](sla::instant a) { return sla::is_open(times->view(), a); },
      .day_of = [times](sla::instant a) { return times->view().day_of(a); },
  };
}

template <class Zone>
shop open_shop(door_sign sign, std::vector<sla::civil_day> nights, Zone zone) {
  sla::weekly_hours week(sign.week.front().on, sign.week.front().opens, sign.week.front().closes);
  for (std::size_t i = 1; i < sign.week.size(); ++i)
    week = week.also(sign.week[i].on, sign.week[i].opens, sign.week[i].closes);
  if constexpr (std::same_as<Zone, sla::us_zone>)
    if (sign.special.size() == 2) {
      const auto special = [](const door_sign::date_line& line) {
        return sla::special_day{line.on, {{line.opens, line.closes}}};
      };
      return open_shop(sign, nights, sla::opening_hours{week, special(sign.special[0]), special(sign.special[1])},
                       zone);
    }
  return open_shop(sign, nights, week, zone);
}

inline std::vector<sla::civil_day> closed_dates_of(const sla::business_calendar auto& calendar,
                                                   sla::day_range coverage) {
  std::vector<sla::civil_day> closed;
  for (sla::civil_day day = coverage.first; day <= coverage.last; day += std::chrono::days{1})
    if (!calendar.days().contains(day)) closed.push_back(day);
  return closed;
}

inline std::vector<shop> all_shops() {
  using namespace std::chrono;
  using sla::every_day;
  using sla::monday_to_friday;
  using sla::no_day;
  using sla::us_eastern;
  const sla::day_range years{date(2009y / January / 1), date(2028y / December / 31)};
  const std::vector<sla::civil_day> federal = closed_dates_of(sla::us_federal, years);
  const std::vector feasts{date(2026y / January / 1), date(2026y / April / 5), date(2026y / December / 25),
                           date(2027y / January / 1)};
  const sla::civil_day spring = date(2026y / March / 8);
  const sla::civil_day autumn = date(2026y / November / 1);
  const sla::civil_day christmas = date(2026y / December / 25);
  const sla::fixed_offset india{"India Standard Time", 5h + 30min};

  return {
      open_shop({"office", years, sla::saturday_and_sunday, federal, {{monday_to_friday, 9h, 17h}}, {}},
                {spring, autumn, christmas}, us_eastern),
      open_shop({"shop with a lunch break and a short Saturday",
                 years,
                 Sunday,
                 feasts,
                 {{monday_to_friday, 9h, 12h}, {monday_to_friday, 13h, 17h}, {Saturday, 10h, 12h + 30min}},
                 {}},
                {spring, autumn, christmas}, sla::us_central),
      open_shop({"night shift", years, no_day, feasts, {{every_day, 22h, 6h}}, {}}, {spring, autumn, christmas},
                us_eastern),
      open_shop({"night shift on some nights",
                 years,
                 {Monday, Wednesday},
                 feasts,
                 {{{Tuesday, Thursday}, 23h, 5h}, {{Friday, Saturday, Sunday}, 20h, 4h}},
                 {}},
                {spring, autumn, christmas}, sla::us_mountain),
      open_shop({"around the clock but for three dates", years, no_day, feasts, {{every_day, 0h, 24h}}, {}},
                {spring, autumn, christmas}, us_eastern),
      open_shop({"whole working days", years, sla::saturday_and_sunday, federal, {{monday_to_friday, 0h, 24h}}, {}},
                {spring, autumn, christmas}, sla::us_pacific),
      open_shop({"short spans around the changes",
                 years,
                 no_day,
                 feasts,
                 {{every_day, 1h + 15min, 1h + 45min}, {every_day, 2h + 15min, 2h + 45min}},
                 {}},
                {spring, autumn}, us_eastern),
      open_shop({"two spans inside the repeated hour",
                 years,
                 no_day,
                 feasts,
                 {{every_day, 1h + 10min, 1h + 20min}, {every_day, 1h + 30min, 1h + 50min}, {every_day, 3h, 4h}},
                 {}},
                {spring, autumn}, us_eastern),
      open_shop({"only inside the skipped hour", years, no_day, feasts, {{every_day, 2h, 3h}}, {}}, {spring, autumn},
                us_eastern),
      open_shop({"bar until one", years, no_day, feasts, {{every_day, 18h, 1h}}, {}}, {spring, autumn}, us_eastern),
      open_shop({"bar until two", years, no_day, feasts, {{every_day, 18h, 2h}}, {}}, {spring, autumn}, us_eastern),
      open_shop({"bar until half past one, kitchen from half past one",
                 years,
                 no_day,
                 feasts,
                 {{every_day, 18h, 1h + 30min}, {every_day, 1h + 30min, 4h}},
                 {}},
                {spring, autumn}, us_eastern),
      open_shop({"special hours on the days of the changes",
                 years,
                 no_day,
                 feasts,
                 {{every_day, 9h, 17h}},
                 {{spring, 1h, 4h}, {autumn, 0h + 30min, 1h + 30min}}},
                {spring, autumn}, us_eastern),
      open_shop({"a special night before a short morning",
                 years,
                 no_day,
                 feasts,
                 {{every_day, 6h, 8h}},
                 {{autumn - days{1}, 20h, 1h}, {christmas - days{1}, 7h, 6h}}},
                {autumn}, us_eastern),
      open_shop({"UTC", years, no_day, feasts, {{every_day, 8h, 20h}}, {}}, {christmas}, sla::utc),
      open_shop({"Friday and Saturday off, night shift from half past ten",
                 years,
                 {Friday, Saturday},
                 feasts,
                 {{{Sunday, Monday, Tuesday, Wednesday, Thursday}, 22h + 30min, 5h + 30min}},
                 {}},
                {christmas}, india),
      open_shop({"around the clock where the clocks change by half an hour",
                 years,
                 no_day,
                 feasts,
                 {{every_day, 0h, 24h}},
                 {}},
                {date(2026y / April / 5), date(2026y / October / 4)}, half_an_hour()),
      open_shop({"nights where the clocks change by half an hour",
                 years,
                 no_day,
                 {},
                 {{every_day, 22h, 1h + 45min}, {every_day, 2h + 15min, 5h}},
                 {}},
                {date(2026y / April / 5), date(2026y / October / 4)}, half_an_hour()),
      open_shop({"around the clock where clocks change at midnight", years, no_day, feasts, {{every_day, 0h, 24h}}, {}},
                {date(2026y / March / 29), date(2026y / October / 25)}, at_midnight()),
      open_shop(
          {"nights where clocks change at midnight", years, no_day, {}, {{every_day, 22h + 30min, 0h + 30min}}, {}},
          {date(2026y / March / 29), date(2026y / October / 25)}, at_midnight()),
      open_shop({"working days where clocks change at midnight",
                 years,
                 sla::saturday_and_sunday,
                 {},
                 {{monday_to_friday, 0h, 24h}},
                 {}},
                {date(2026y / March / 29), date(2026y / October / 25)}, at_midnight()),
      open_shop({"around the clock where a day was skipped",
                 years,
                 no_day,
                 {},
                 {{every_day, 0h, 24h}},
                 {},
                 {date(2011y / December / 30)}},
                {date(2011y / December / 30)}, a_day_skipped()),
      open_shop({"nights where a day was skipped",
                 years,
                 no_day,
                 {},
                 {{every_day, 22h, 6h}},
                 {},
                 {date(2011y / December / 30)}},
                {date(2011y / December / 30)}, a_day_skipped()),
      open_shop({"around the clock where clocks change across midnight", years, no_day, {}, {{every_day, 0h, 24h}}, {}},
                {date(2010y / March / 14), date(2010y / November / 7)}, across_midnight()),
      open_shop({"nights where clocks change across midnight", years, no_day, {}, {{every_day, 22h, 2h}}, {}},
                {date(2010y / March / 14), date(2010y / November / 7)}, across_midnight()),
      open_shop({"a coverage that begins and ends on the days of the changes",
                 {spring, autumn},
                 no_day,
                 {},
                 {{every_day, 0h, 24h}},
                 {}},
                {spring, autumn}, us_eastern),
      open_shop({"a coverage that begins at the change itself",
                 {date(2026y / March / 29), date(2026y / June / 30)},
                 no_day,
                 {},
                 {{every_day, 0h, 24h}},
                 {}},
                {date(2026y / March / 29)}, at_midnight()),
      open_shop({"nights of a coverage that ends the day before the change",
                 {spring, autumn - days{1}},
                 no_day,
                 {},
                 {{every_day, 22h, 6h}},
                 {}},
                {autumn - days{1}}, us_eastern),
  };
}

/// The minutes around a night, one by one.
class minute_walk {
 public:
  static constexpr std::chrono::days before_and_after{3};

  minute_walk(const shop& of, sla::civil_day night)
      : first_day_(night - before_and_after), last_day_(night + before_and_after) {
    using std::chrono::days;
    using std::chrono::minutes;
    begin_ = sla::instant{(first_day_ - days{3}).time_since_epoch()};
    const sla::instant end{(last_day_ + days{5}).time_since_epoch()};
    for (sla::instant at = begin_; at < end; at += minutes{1}) readings_.push_back(of.to_civil(at));
    days_.assign(readings_.size(), closed);
    for (sla::civil_day day = first_day_ - days{1}; day <= last_day_; day += days{1})
      for (const auto& [opens, closes] : of.sign.spans_on(day)) {
        const std::size_t to = closing(day + closes);
        for (std::size_t i = opening(day + opens); i < to; ++i)
          if (days_[i] == closed) days_[i] = day;
      }
  }

  sla::instant begin_of(sla::civil_day day) const { return at(opening(day)); }
  sla::civil_day first_day() const { return first_day_; }
  sla::civil_day last_day() const { return last_day_; }

  bool is_open(sla::instant time) const { return open(index(time)); }

  /// The day on which the span began that is open now; where two are, the earlier.
  sla::civil_day day_of(sla::instant time) const { return days_[index(time)]; }

  std::chrono::minutes open_between(sla::instant from, sla::instant to) const {
    std::chrono::minutes sum{};
    for (std::size_t i = index(from); i < index(to); ++i) sum += std::chrono::minutes{open(i) ? 1 : 0};
    return sum;
  }

  /// The smallest instant, on the minute, at which this much has been open; none before `until`.
  std::optional<sla::instant> when_open_for(sla::instant from, std::chrono::minutes amount, sla::instant until) const {
    for (std::size_t i = index(from); i <= index(until); ++i) {
      if (amount == std::chrono::minutes{0}) return at(i);
      if (open(i)) --amount;
    }
    return std::nullopt;
  }
  /// The largest instant, on the minute, from which this much is open; none after `from`.
  std::optional<sla::instant> since_when_open_for(sla::instant until, std::chrono::minutes amount,
                                                  sla::instant from) const {
    for (std::size_t i = index(until); i + 1 > index(from); --i) {
      if (amount == std::chrono::minutes{0}) return at(i);
      if (open(i - 1)) --amount;
    }
    return std::nullopt;
  }
  std::optional<sla::instant> next_open(sla::instant from, sla::instant until) const {
    for (std::size_t i = index(from); i < index(until); ++i)
      if (open(i)) return at(i);
    return std::nullopt;
  }
  std::optional<sla::instant> last_closed(sla::instant until, sla::instant from) const {
    for (std::size_t i = index(until); i > index(from); --i)
      if (open(i - 1)) return at(i);
    return std::nullopt;
  }

 private:
  static constexpr sla::civil_day closed = (sla::civil_day::min)();

  bool open(std::size_t i) const { return days_[i] != closed; }
  std::size_t index(sla::instant time) const {
    return static_cast<std::size_t>((time - begin_) / std::chrono::minutes{1});
  }
  sla::instant at(std::size_t i) const { return begin_ + std::chrono::minutes{i}; }

  /// The first minute that reads this or, where it is skipped, anything later.
  std::size_t opening(sla::civil_time reading) const {
    std::size_t i = 0;
    while (readings_[i] < reading) ++i;
    return i;
  }
  /// The last minute that reads this or, where it is skipped, the first that reads anything later.
  std::size_t closing(sla::civil_time reading) const {
    for (std::size_t i = readings_.size(); i-- > 0;)
      if (readings_[i] == reading) return i;
    return opening(reading);
  }

  sla::civil_day first_day_;
  sla::civil_day last_day_;
  sla::instant begin_;
  std::vector<sla::civil_time> readings_;
  std::vector<sla::civil_day> days_;
};

}  // namespace sla_tests

#endif
