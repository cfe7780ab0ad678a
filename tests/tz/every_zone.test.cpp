// Every zone of the machine's database under three kinds of hours: what is open, day by day, against a slow reading of its
// stretches. All days around each change of the clocks are asked about, and one in forty of the others.
#include <doctest/doctest.h>

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/tz/tz_zone.hpp"
#include "support/moments.hpp"
#include "support/tally.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::civil_day;
using sla::civil_time;
using sla::instant;
using sla::weekly_hours;
using sla_tests::tally;

namespace {

using stretches = std::vector<sla::detail::zone_stretch>;

/// The clocks of a zone, looked at from one stretch to the next.
class clocks_on_the_wall {
 public:
  explicit clocks_on_the_wall(const stretches& all) : all_(all) {}

  /// When a reading comes for the first and for the last time; the change that skips it, if it never comes.
  std::pair<instant, instant> instants_of(civil_time reading) const {
    std::optional<instant> first, last;
    instant change{};
    for (const auto& each : all_around(reading)) {
      const instant at = instant{reading.time_since_epoch()} - each.clock.offset;
      if (at >= each.until) change = each.until;
      if (at < each.from || each.until <= at) continue;
      if (!first) first = at;
      last = at;
    }
    return {first.value_or(change), last.value_or(change)};
  }

  bool skip(civil_day day) const {
    return std::ranges::none_of(all_around(day), [&](const auto& each) {
      return each.reading_of(each.from) < day + days{1} && day < each.reading_of(each.until);
    });
  }

  /// How many days lie between a date and the nearest change.
  days to_the_nearest_change(civil_day day) const {
    days nearest = days::max();
    for (const auto& each : all_around(day))
      for (const instant end : {each.from, each.until})
        nearest = std::min(nearest, abs(floor<days>(each.reading_of(end)) - day));
    return nearest;
  }

 private:
  std::ranges::subrange<stretches::const_iterator> all_around(civil_time reading) const {
    const instant near{reading.time_since_epoch()};
    const auto first = std::ranges::upper_bound(all_, near - days{2}, {}, &sla::detail::zone_stretch::until);
    const auto last = std::ranges::upper_bound(all_, near + days{2}, {}, &sla::detail::zone_stretch::from);
    return {first, last};
  }

  const stretches& all_;
};

struct kind_of_hours {
  const char* name;
  sla::weekday_set on;
  weekly_hours hours;
};

const std::array all_hours{
    kind_of_hours{"whole days", sla::monday_to_friday, weekly_hours(sla::monday_to_friday, 0h, 24h)},
    kind_of_hours{"office", ~sla::weekday_set{Sunday}, weekly_hours(~sla::weekday_set{Sunday}, 9h, 17h)},
    kind_of_hours{"nights", sla::every_day, weekly_hours(sla::every_day, 22h, 6h)}};

constexpr sla::day_range since_1902{sla_tests::date(1902y / January / 2), sla_tests::date(2199y / December / 29)};

class judge {
 public:
  judge(const std::string& zone, const kind_of_hours& kind, const stretches& all)
      : asked_(zone + ", " + kind.name + ", "),
        kind_(kind),
        clocks_(all),
        covered_{since_1902.first, std::min(since_1902.last, sla::tz_zone(zone).coverage().last - days{2})},
        open_(sla::loaded_calendar(sla::calendar_dates{"days", covered_, ~kind.on, {}}), kind.hours,
              sla::tz_zone(zone)) {}

  void ask_all(tally& days_agree, tally& openings_agree) {
    for (civil_day day = covered_.first + days{8}; day <= covered_.last; day += days{1})
      if (day.time_since_epoch().count() % 40 == 0 || clocks_.to_the_nearest_change(day) <= days{8})
        ask(day, days_agree, openings_agree);
  }

 private:
  void ask(civil_day day, tally& days_agree, tally& openings_agree) {
    const auto times = open_.view();
    const auto text = [&] { return asked_ + sla::iso(day); };
    days_agree.expect(times.days().contains(day) == does_business(day), text);
    if (!does_business(day)) return;
    const instant before = last_closing_before(day);
    const auto [opens, closes] = span_on(day, before);
    openings_agree.expect(times.opening_of(day) == opens && times.closing_of(day) == closes, text);
    if (opens == closes) return;
    const instant inside = opens + (closes - opens) / 2;
    openings_agree.expect(sla::is_open(times, opens) && sla::is_open(times, inside) &&
                              sla::is_open(times, closes - 1ms) &&
                              sla::is_open(times, opens - 1ms) == (before == opens),
                          text);
    openings_agree.expect(sla::next_opening(times, before) == opens && sla::previous_closing(times, opens) == before &&
                              times.day_of(inside) == day,
                          text);
    openings_agree.expect(sla::business_time_between(times, opens, closes) == sla::business_time{closes - opens} &&
                              sla::business_time_between(times, before, opens) == sla::business_time{},
                          text);
  }

  bool does_business(civil_day day) const { return kind_.on.contains(weekday{day}) && !clocks_.skip(day); }

  /// Where a reading comes twice, a day opens when the one before it has closed.
  std::pair<instant, instant> span_on(civil_day day, instant not_before) const {
    const auto span = kind_.hours.on(weekday{day}).spans().front();
    const instant opens = std::max(clocks_.instants_of(day + span.opens).first, not_before);
    return {opens, std::max(opens, clocks_.instants_of(day + span.closes).second)};
  }

  instant last_closing_before(civil_day day) const {
    do day -= days{1};
    while (!does_business(day));
    return span_on(day, instant::min()).second;
  }

  std::string asked_;
  const kind_of_hours& kind_;
  clocks_on_the_wall clocks_;
  sla::day_range covered_;
  sla::loaded_opening_times<sla::loaded_calendar, weekly_hours, sla::tz_zone> open_;
};

}  // namespace

TEST_CASE("every zone opens and closes on every day as its clocks say") {
  tally days_agree, openings_agree;
  std::vector<stretches> known;
  for (const date::time_zone& each : date::get_tzdb().zones) {
    stretches all = sla::detail::read_zone_history(each.name()).stretches;
    const auto same = [&](const stretches& other) {
      return std::ranges::equal(all, other, [](const auto& a, const auto& b) {
        return a.clock.offset == b.clock.offset && a.from == b.from && a.until == b.until;
      });
    };
    if (std::ranges::any_of(known, same)) continue;
    known.push_back(std::move(all));
    for (const kind_of_hours& kind : all_hours)
      judge(each.name(), kind, known.back()).ask_all(days_agree, openings_agree);
  }
  CHECK(known.size() > 200);
}
