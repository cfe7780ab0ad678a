// Every combination of readings against an oracle that walks: time minute by minute, business days day by day, with
// holidays and clocks of its own. It shares no table, no formula and no zone with the library.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/clock/pause_log.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/rounds.hpp"
#include "support/shops.hpp"
#include "support/table_zone.hpp"
#include "support/tally.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using sla_tests::tally;

namespace {

using sla::business_days;
using sla::business_time;
using sla::civil_day;
using sla::civil_time;
using sla::elapsed;
using sla::instant;

using enum sla::hour_spill;
using enum sla::day_zero;
using enum sla::due_time;
using enum sla::desk_closure;
using enum hbi::severity;

struct readings {
  sla::hour_spill hour_spill;
  sla::day_zero day_zero;
  sla::due_time due_time;
  sla::desk_closure desk_closure;
  sla::clock_start resolution_start = sla::clock_start::report;
};

// ---- The oracle -----------------------------------------------------------------------------------------------------

namespace oracle {

constexpr year first_year{2006};  // of which only the last days are asked for
constexpr year last_year{2099};

/// The first Sunday that is not before a date.
civil_time on_sunday(year_month_day from, hours at) {
  civil_day day{from};
  while (weekday{day} != Sunday) day += days{1};
  return day + at;
}

/// Clocks that change twice a year, on whole hours, written down half an hour by half an hour.
class clocks {
 public:
  /// begins, ends  what clocks read when summer time begins, and when it ends
  clocks(minutes standard, minutes summer, civil_time (*begins)(year), civil_time (*ends)(year))
      : standard_(standard), summer_(summer) {
    for (year in = first_year; in <= last_year; ++in) {
      const instant spring{begins(in).time_since_epoch() - standard};
      const instant autumn{ends(in).time_since_epoch() - summer};
      changes_.push_back(std::min(change{spring, summer}, change{autumn, standard}, earlier));
      changes_.push_back(std::max(change{spring, summer}, change{autumn, standard}, earlier));
      for (instant at = sys_days{in / January / 1}; at < sys_days{(in + years{1}) / January / 1}; at += 30min) {
        const bool is_summer = spring < autumn ? spring <= at && at < autumn : at < autumn || spring <= at;
        offsets_.push_back(is_summer ? summer : standard);
      }
    }
  }

  civil_time to_civil(instant at) const {
    const auto half_hours = floor<minutes>(at - sys_days{first_year / January / 1}) / 30min;
    return civil_time{at.time_since_epoch()} + offsets_[static_cast<std::size_t>(half_hours)];
  }
  civil_day date_of(instant at) const { return floor<days>(to_civil(at)); }

  /// The last instant at which clocks read so; the transition for a reading that they skip.
  instant to_instant(civil_time reading) const {
    for (const minutes offset : {standard_, summer_})
      if (const instant at{reading.time_since_epoch() - offset}; to_civil(at) == reading) return at;
    instant transition{floor<hours>(reading.time_since_epoch()) - standard_};
    while (to_civil(transition - 1h) == civil_time{transition.time_since_epoch()} - 1h + summer_) transition -= 1h;
    return transition;
  }

  /// The same clocks as a table of their changes.
  sla_tests::table_zone as_table(const char* name) const { return {name, offsets_.front(), changes_}; }

 private:
  using change = sla_tests::table_zone::change;
  static bool earlier(const change& a, const change& b) { return a.at < b.at; }

  minutes standard_;
  minutes summer_;
  std::vector<minutes> offsets_;
  std::vector<change> changes_;
};

/// Those of the United States since 2007, straight from the statute.
clocks united_states(minutes standard) {
  return {standard, standard + 1h, [](year in) { return on_sunday(in / March / 8, 2h); },
          [](year in) { return on_sunday(in / November / 1, 2h); }};
}

bool is_statutory_holiday(civil_day day) {
  const year_month_day date{day};
  const unsigned d = static_cast<unsigned>(date.day());
  const bool on_monday = weekday{day} == Monday;
  const bool on_thursday = weekday{day} == Thursday;
  switch (static_cast<unsigned>(date.month())) {
    case 1: return d == 1 || (on_monday && 15 <= d && d <= 21);
    case 2: return on_monday && 15 <= d && d <= 21;
    case 5: return on_monday && d >= 25;
    case 6: return d == 19 && date.year() >= 2021y;
    case 7: return d == 4;
    case 9: return on_monday && d <= 7;
    case 10: return on_monday && 8 <= d && d <= 14;
    case 11: return d == 11 || (on_thursday && 22 <= d && d <= 28);
    case 12: return d == 25;
    default: return false;
  }
}

/// Holidays on a Sunday are observed on Monday.
bool is_business_day_of_banks(civil_day day) {
  const weekday on{day};
  if (on == Saturday || on == Sunday) return false;
  if (on == Monday && is_statutory_holiday(day - days{1})) return false;
  return !is_statutory_holiday(day);
}

/// Those on a Saturday are observed on Friday, too.
bool is_federal_business_day(civil_day day) {
  if (weekday{day} == Friday && is_statutory_holiday(day + days{1})) return false;
  return is_business_day_of_banks(day);
}

/// Easter Sunday by the tables of the Book of Common Prayer, 1900 to 2199.
civil_day easter(year of) {
  const int golden = static_cast<int>(of) % 19;
  int moon = (19 * golden + 24) % 30;  // days after 21 March
  if (moon == 29 || (moon == 28 && golden > 10)) --moon;
  civil_day day = civil_day{of / March / 21} + days{moon + 1};
  while (weekday{day} != Sunday) day += days{1};
  return day;
}

bool desk_is_closed(civil_day day) {
  const year_month_day date{day};
  return (date.month() == January && date.day() == std::chrono::day{1}) ||
         (date.month() == December && date.day() == std::chrono::day{25}) || day == easter(date.year());
}

/// Monday to Saturday but for four dates, on whatever day they fall.
bool is_one_of_six_days(civil_day day) {
  const year_month_day date{day};
  const bool is_good_friday = day == easter(date.year()) - days{2};
  const bool is_independence_day = date.month() == July && date.day() == std::chrono::day{4};
  return weekday{day} != Sunday && !is_good_friday && !is_independence_day && !desk_is_closed(day);
}

constexpr sla::day_range all_dates{civil_day{first_year / January / 1}, civil_day{last_year / December / 31}};

/// A rule about dates, each of them judged once.
class dates {
 public:
  explicit dates(bool (*rule)(civil_day)) {
    for (civil_day day = all_dates.first; day <= all_dates.last; day += days{1}) judged_.push_back(rule(day));
  }
  bool contains(civil_day day) const { return judged_[static_cast<std::size_t>((day - all_dates.first).count())] != 0; }

 private:
  std::vector<char> judged_;
};

const clocks eastern = united_states(-5h);
const clocks pacific = united_states(-8h);
const clocks at_midnight{2h, 3h, [](year in) { return on_sunday(in / March / 25, 0h); },
                         [](year in) { return on_sunday(in / October / 25, 0h); }};
const clocks half_an_hour{10h + 30min, 11h, [](year in) { return on_sunday(in / October / 1, 2h); },
                          [](year in) { return on_sunday(in / April / 1, 2h); }};
const clocks nine_hours_on_mondays{-5h, 4h, [](year in) { return on_sunday(in / March / 8, 26h); },
                                   [](year in) { return on_sunday(in / November / 1, 44h); }};
const dates federal{is_federal_business_day};
const dates banking{is_business_day_of_banks};
const dates six_days{is_one_of_six_days};
const dates desk_closures{desk_is_closed};

/// Since the midnight with which the date begins; what closes after 24:00 does so on the next date.
struct span {
  minutes opens;
  minutes closes;
};

/// Where it is open when.
struct office {
  const clocks& zone;
  const dates& business_days;
  std::vector<span> usual;
  std::vector<span> on_saturdays{};

  const std::vector<span>& hours_on(civil_day business_day) const {
    return weekday{business_day} == Saturday ? on_saturdays : usual;
  }
  bool works_past_midnight() const { return usual.back().closes > 24h; }

  /// The date on which the span began to which an open instant belongs.
  std::optional<civil_day> business_day_of(instant at) const {
    const civil_time reading = zone.to_civil(at);
    for (const civil_day day : {floor<days>(reading), floor<days>(reading) - days{1}}) {
      if (!business_days.contains(day)) continue;
      for (const span& open : hours_on(day))
        if (open.opens <= reading - day && reading - day < open.closes) return day;
    }
    return std::nullopt;
  }
  bool is_open(instant at) const { return business_day_of(at).has_value(); }
  instant close_of(civil_day business_day) const {
    return zone.to_instant(business_day + hours_on(business_day).back().closes);
  }
  bool desk_is_open(instant at) const { return !desk_closures.contains(zone.date_of(at)); }
  instant next_opening(instant from) const {
    if (is_open(from)) return from;
    instant minute = floor<minutes>(from);
    while (!is_open(minute)) minute += 1min;
    return minute;
  }
};

using pauses = std::vector<sla::interval>;

bool is_paused(const pauses& during, instant at) {
  for (const sla::interval& pause : during)
    if (pause.starts_at() <= at && at < pause.ends_at()) return true;
  return false;
}

/// The next whole minute, or where a pause begins or ends before it.
instant next_minute(instant at, const pauses& during = {}) {
  instant next = floor<minutes>(at) + 1min;
  for (const sla::interval& pause : during)
    for (const instant edge : {pause.starts_at(), pause.ends_at()})
      if (at < edge && edge < next) next = edge;
  return next;
}

/// Walks from minute to minute and pays what counts and is not paused.
instant pay(instant from, milliseconds amount, const pauses& during, auto counts) {
  for (instant at = from; amount > 0ms;) {
    const instant next = next_minute(at, during);
    if (counts(at) && !is_paused(during, at)) {
      if (amount <= next - at) return at + amount;
      amount -= next - at;
    }
    at = next;
  }
  return from;
}

/// Walks from minute to minute and adds up what counts.
milliseconds count(instant from, instant to, auto counts) {
  milliseconds sum{};
  for (instant at = from; at < to;) {
    const instant next = std::min(next_minute(at), to);
    if (counts(at)) sum += next - at;
    at = next;
  }
  return sum;
}

instant after_elapsed(const office& where, readings by, instant from, milliseconds amount, const pauses& during) {
  const bool always = by.desk_closure == clock_runs;
  return pay(from, amount, during, [&](instant at) { return always || where.desk_is_open(at); });
}

/// From where an amount fits into one business day.
instant start_within_a_day(const office& where, instant from, milliseconds amount) {
  for (instant start = where.next_opening(from);;) {
    const instant close = where.close_of(*where.business_day_of(start));
    if (count(start, close, [&](instant at) { return where.is_open(at); }) >= amount) return start;
    start = where.next_opening(close);
  }
}

/// A time of day at which it is open, or up to which it was; the opening if that comes later.
milliseconds clamp(milliseconds time_of_day, const std::vector<span>& hours) {
  milliseconds latest = hours.front().opens;
  for (const span& open : hours)
    if (open.opens <= time_of_day) latest = std::min<milliseconds>(time_of_day, open.closes);
  return latest;
}

instant after_business_days(const office& where, readings by, instant from, int number) {
  if (by.day_zero == business_date) from = where.next_opening(from);
  const civil_time received = where.zone.to_civil(from);
  civil_day day = floor<days>(received);
  const milliseconds time_of_day = received - day;
  while (number > 0) {
    day += days{1};
    if (where.business_days.contains(day)) --number;
  }
  if (by.due_time == close_of_day) return where.close_of(day);
  return where.zone.to_instant(day + clamp(time_of_day, where.hours_on(day)));
}

instant due_after(const office& where, readings by, const sla::allowance& within, instant from, const pauses& during) {
  const auto is_open = [&](instant at) { return where.is_open(at); };
  if (const auto* amount = std::get_if<elapsed>(&within))
    return after_elapsed(where, by, from, amount->length(), during);
  const auto* amount = std::get_if<business_time>(&within);
  if (amount && by.hour_spill == carries_over) return pay(from, amount->length(), during, is_open);

  const instant start = amount ? start_within_a_day(where, from, amount->length()) : from;
  const instant unpaused = amount ? pay(start, amount->length(), {}, is_open)
                                  : after_business_days(where, by, from, std::get<business_days>(within).count());
  if (during.empty()) return unpaused;
  return std::max(unpaused, pay(start, count(start, unpaused, is_open), during, is_open));
}

// The promises once more.
const sla::allowance response[] = {elapsed{2h}, business_time{4h}, business_days{1}, business_days{2}};
const std::optional<sla::allowance> resolution[] = {elapsed{24h}, business_days{3}, business_days{30}, std::nullopt};

}  // namespace oracle

// ---- The combinations -----------------------------------------------------------------------------------------------

/// The combinations of the four readings that a due instant depends on, by number.
constexpr unsigned combinations = 16;

constexpr readings combination(unsigned number, sla::clock_start resolution_start = sla::clock_start::report) {
  return {(number & 1) != 0 ? within_one_day : carries_over, (number & 2) != 0 ? business_date : receipt_date,
          (number & 4) != 0 ? same_time_of_day : close_of_day, (number & 8) != 0 ? clock_pauses : clock_runs,
          resolution_start};
}
unsigned number_of(readings by) {
  return (by.hour_spill == within_one_day ? 1U : 0U) + (by.day_zero == business_date ? 2U : 0U) +
         (by.due_time == same_time_of_day ? 4U : 0U) + (by.desk_closure == clock_pauses ? 8U : 0U);
}

/// What the oracle says for each of them. It walks once for those that differ only in readings of other kinds of time.
std::array<instant, combinations> walk(const oracle::office& where, const sla::allowance& within, instant from,
                                       const oracle::pauses& during = {}) {
  const unsigned matter = std::holds_alternative<elapsed>(within)         ? 8
                          : std::holds_alternative<business_time>(within) ? 1
                                                                          : 6;
  std::array<instant, combinations> due{};
  for (unsigned number = 0; number < combinations; ++number) {
    const unsigned same = number & matter;
    due[number] = same == number ? oracle::due_after(where, combination(number), within, from, during) : due[same];
  }
  return due;
}

/// Terms whose readings are chosen when they are asked, so that each table is made once.
template <class Base>
struct with_readings : Base {
  sla::hour_spill hour_spill{};
  sla::day_zero day_zero{};
  sla::due_time due_time{};
  sla::desk_closure desk_closure{};
  sla::clock_start resolution_start{};

  void choose(readings by) {
    hour_spill = by.hour_spill;
    day_zero = by.day_zero;
    due_time = by.due_time;
    desk_closure = by.desk_closure;
    resolution_start = by.resolution_start;
  }
};

template <const auto& Hours, const auto& Calendar, const auto& Zone>
struct schedule : hbi::support {
  static constexpr const auto& business_hours = Hours;
  static constexpr const auto& calendar = Calendar;
  static constexpr const auto& zone = Zone;
};

/// Hours, calendar and zone that are known when the program runs.
template <class Zone>
struct kept_schedule : hbi::support {
  using table = sla::loaded_opening_times<sla::loaded_calendar, sla::weekly_hours, Zone>;

  sla::loaded_calendar calendar;
  sla::weekly_hours business_hours;
  Zone zone;
  table business{calendar, business_hours, zone};
  table desk{sla::loaded_calendar(sla::calendar_dates{"desk", oracle::all_dates, sla::no_day,
                                                      sla_tests::closed_dates_of(support_days, oracle::all_dates)}),
             support_hours, zone};

  kept_schedule(const sla::loaded_calendar& days, const sla::weekly_hours& hours, const Zone& clocks)
      : calendar(days), business_hours(hours), zone(clocks) {}

  auto business_times() const { return business.view(); }
  auto support_times() const { return desk.view(); }
};

/// An agreement as the library sees it, and where the oracle walks.
struct agreement {
  std::string name;
  oracle::office office;
  std::function<sla::deadline(readings, hbi::severity, instant)> response_due;
  std::function<sla::deadline(readings, hbi::severity, instant, std::optional<instant>)> resolution_due;
  std::function<instant(readings, const sla::allowance&, instant)> due_after;
  std::function<instant(readings, const sla::allowance&, instant, const sla::interval_set&)> due_after_pauses;
  std::function<instant(readings, const sla::allowance&, instant)> started_at;
  std::function<business_time(instant, instant)> business_between;
  std::function<business_time(instant, instant)> desk_between;
};

template <class Terms>
agreement agreed(const std::string& name, const oracle::office& office, const Terms& written = {}) {
  const auto read = [terms = std::make_shared<Terms>(written)]([[maybe_unused]] readings by) -> const Terms& {
    if constexpr (requires { terms->choose(by); }) terms->choose(by);
    return *terms;
  };
  return {
      name,
      office,
      [=](readings by, hbi::severity level, instant from) { return sla::response_due(read(by), level, from); },
      [=](readings by, hbi::severity level, instant reported, std::optional<instant> confirmed) {
        return sla::resolution_due(read(by), level, reported, confirmed);
      },
      [=](readings by, const sla::allowance& within, instant from) { return sla::due_after(read(by), within, from); },
      [=](readings by, const sla::allowance& within, instant from, const sla::interval_set& pauses) {
        return sla::due_after(read(by), within, from, pauses);
      },
      [=](readings by, const sla::allowance& within, instant from) { return sla::started_at(read(by), within, from); },
      [=](instant from, instant to) { return business_time_between(sla::business_times(read({})), from, to); },
      [=](instant from, instant to) { return business_time_between(sla::support_times(read({})), from, to); },
  };
}

constexpr auto with_a_break = sla::weekly_hours(sla::monday_to_friday, 8h, 12h).also(sla::monday_to_friday, 13h, 18h);

template <const auto& Hours>
void add_agreements(std::vector<agreement>& to, const std::string& name, const std::vector<oracle::span>& hours) {
  using written = hbi::support;  // federal, eastern
  using federal_pacific = schedule<Hours, written::calendar, sla::us_pacific>;
  using federal_eastern = schedule<Hours, written::calendar, written::zone>;
  using banking_pacific = schedule<Hours, sla::us_banking, sla::us_pacific>;
  using banking_eastern = schedule<Hours, sla::us_banking, written::zone>;
  const auto add = [&]<class Terms>(std::type_identity<Terms>, const char* where, const oracle::dates& days,
                                    const oracle::clocks& zone) {
    to.push_back(agreed<with_readings<Terms>>(name + where, {zone, days, hours}));
  };
  add(std::type_identity<federal_eastern>{}, ", federal, eastern", oracle::federal, oracle::eastern);
  add(std::type_identity<federal_pacific>{}, ", federal, pacific", oracle::federal, oracle::pacific);
  add(std::type_identity<banking_eastern>{}, ", banking, eastern", oracle::banking, oracle::eastern);
  add(std::type_identity<banking_pacific>{}, ", banking, pacific", oracle::banking, oracle::pacific);
}

sla::weekly_hours weekly(const oracle::office& office) {
  std::optional<sla::weekly_hours> week;
  const auto add = [&](sla::weekday_set on, const std::vector<oracle::span>& spans) {
    for (const auto& [opens, closes] : spans) {
      const minutes until = closes > 24h ? closes - 24h : closes;
      week = week ? week->also(on, opens, until) : sla::weekly_hours(on, opens, until);
    }
  };
  add(sla::monday_to_friday, office.usual);
  add(Saturday, office.on_saturdays);
  return *week;
}

/// Nights, Saturdays, and clocks that the United States do not have.
void add_kept_agreements(std::vector<agreement>& to) {
  const auto federal =
      sla::loaded_calendar(sla::calendar_dates{"federal", oracle::all_dates, sla::saturday_and_sunday,
                                               sla_tests::closed_dates_of(sla::us_federal, oracle::all_dates)});
  const auto banking =
      sla::loaded_calendar(sla::calendar_dates{"banking", oracle::all_dates, sla::saturday_and_sunday,
                                               sla_tests::closed_dates_of(sla::us_banking, oracle::all_dates)});
  const auto six_days =
      sla::loaded_calendar(sla::calendar_definition{"six days",
                                                    oracle::all_dates,
                                                    Sunday,
                                                    sla::observance::actual_date,
                                                    {{"New Year's Day", sla::holiday({}, January / 1)},
                                                     {"Good Friday", sla::holiday({}, sla::easter{-days{2}})},
                                                     {"Independence Day", sla::holiday({}, July / 4)},
                                                     {"Christmas Day", sla::holiday({}, December / 25)}},
                                                    {},
                                                    {}});
  const auto add = [&]<class Zone>(const std::string& name, const oracle::office& office,
                                   const sla::loaded_calendar& calendar, const Zone& zone) {
    to.push_back(agreed(name, office, with_readings<kept_schedule<Zone>>{{calendar, weekly(office), zone}}));
  };
  const auto beirut = oracle::at_midnight.as_table("at midnight");
  const auto lord_howe = oracle::half_an_hour.as_table("half an hour");
  const auto nine_hours = oracle::nine_hours_on_mondays.as_table("nine hours on Mondays");

  add("hours that are skipped once a year, federal, nine hours on Mondays",
      {oracle::nine_hours_on_mondays, oracle::federal, {{2h, 10h}}}, federal, nine_hours);
  add("nights, federal, eastern", {oracle::eastern, oracle::federal, {{22h, 30h}}}, federal, sla::us_eastern);
  add("nights, banking, half an hour", {oracle::half_an_hour, oracle::banking, {{22h, 30h}}}, banking, lord_howe);
  add("with a break and a short Saturday, six days, eastern",
      {oracle::eastern, oracle::six_days, {{8h, 12h}, {13h, 18h}}, {{9h, 13h}}}, six_days, sla::us_eastern);
  add("evenings past midnight, six days, at midnight",
      {oracle::at_midnight, oracle::six_days, {{10h, 14h}, {18h, 26h}}, {{16h, 25h}}}, six_days, beirut);
  add("nine to five, federal, at midnight", {oracle::at_midnight, oracle::federal, {{9h, 17h}}}, federal, beirut);
  add("whole days, six days, at midnight", {oracle::at_midnight, oracle::six_days, {{0h, 24h}}, {{0h, 24h}}}, six_days,
      beirut);
}

/// All hours, calendars and zones.
const std::vector<agreement>& agreements() {
  static const std::vector<agreement> all = [] {
    std::vector<agreement> each;
    add_agreements<hbi::support::business_hours>(each, "whole days", {{0h, 24h}});
    add_agreements<hbi::office_hours::business_hours>(each, "nine to five", {{9h, 17h}});
    add_agreements<with_a_break>(each, "with a break", {{8h, 12h}, {13h, 18h}});
    add_kept_agreements(each);
    return each;
  }();
  return all;
}

std::string text(readings by) {
  return std::string(sla::name_of(by.hour_spill)) + ' ' + std::string(sla::name_of(by.day_zero)) + ' ' +
         std::string(sla::name_of(by.due_time)) + ' ' + std::string(sla::name_of(by.desk_closure)) + ' ' +
         std::string(sla::name_of(by.resolution_start));
}
std::string text(const sla::allowance& within) {
  return std::visit([](auto amount) { return sla_tests::text(amount); }, within);
}
std::string text(const sla::deadline& due) { return doctest::StringMaker<sla::deadline>::convert(due).c_str(); }

/// Every allowance of the contract.
const sla::allowance allowances[] = {elapsed{2h},      elapsed{24h},     business_time{4h}, business_days{1},
                                     business_days{2}, business_days{3}, business_days{30}};

milliseconds length_of(const sla::allowance& hours) {
  const auto* real = std::get_if<elapsed>(&hours);
  return real ? real->length() : std::get<business_time>(hours).length();
}

/// Random instants, most of them where something happens: at week-ends, at year ends, around holidays and changes of
/// the clocks, and on whole hours.
class instants {
 public:
  explicit instants(std::uint64_t seed = 1776) : random_(sla_tests::seed(seed)) {}

  instant operator()() {
    const year in{2007 + static_cast<int>(random_() % 92)};
    const instant at = sys_days{in / January / 1} + days{random_() % 365} + 5h + milliseconds{random_() % 86'400'000};
    switch (random_() % 8) {
      case 0: return floor<hours>(at);
      case 1: return floor<minutes>(sys_days{in / December / 20} + milliseconds{random_() % (20 * 86'400'000ull)});
      case 2: return sys_days{in / March / Sunday[2]} - 12h + milliseconds{random_() % 86'400'000};
      case 3: return sys_days{in / November / Sunday[1]} - 12h + minutes{random_() % 1'440};
      case 4: return sys_days{in / November / Thursday[4]} - 24h + seconds{random_() % 172'800};
      case 5:
        return sys_days{in / (random_() % 2 == 0 ? March : October) / Sunday[last]} - 36h + minutes{random_() % 2'880};
      case 6:
        return sys_days{in / (random_() % 2 == 0 ? April : October) / Sunday[1]} - 36h + minutes{random_() % 2'880};
      default: return at;
    }
  }

  /// None, the start itself, or up to ten days later.
  std::optional<instant> confirmation_of(instant reported) {
    switch (random_() % 8) {
      case 0: return std::nullopt;
      case 1: return reported;
      default: return reported + milliseconds{random_() % (10 * 86'400'000ull)};
    }
  }

  /// Up to four pauses of whole minutes around a start and a due instant, some of which end or begin exactly there.
  sla::interval_set pauses(instant from, instant due) {
    std::vector<sla::interval> all(random_() % 5);
    for (sla::interval& pause : all) {
      const minutes length{1 + random_() % (random_() % 2 == 0 ? 300 : 6'000)};
      const auto range = static_cast<std::uint64_t>((ceil<minutes>(due - from) + 1'200min).count());
      const instant begin = floor<minutes>(from) - 600min + minutes{random_() % range};
      switch (random_() % 8) {
        case 0: pause = {from, from + length}; break;
        case 1: pause = {from - length, from}; break;
        case 2: pause = {due, due + length}; break;
        case 3: pause = {due - length, due}; break;
        case 4: pause = {floor<hours>(begin), floor<hours>(begin) + ceil<hours>(length)}; break;
        default: pause = {begin, begin + length};
      }
    }
    return sla::interval_set(all);
  }

  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

 private:
  std::mt19937_64 random_;
};

constexpr hbi::severity levels[] = {critical, urgent, serious, minor};

/// The instants at which a clock starts, and what the oracle says for every commitment.
class walked {
 public:
  walked(const oracle::office& where, instant reported, std::optional<instant> confirmed)
      : reported_(reported), confirmed_(confirmed) {
    for (std::size_t level = 0; level < std::size(levels); ++level) {
      response_[level] = walk(where, oracle::response[level], reported);
      if (!oracle::resolution[level]) continue;
      from_report_[level] = walk(where, *oracle::resolution[level], reported);
      if (confirmed) from_confirmation_[level] = walk(where, *oracle::resolution[level], *confirmed);
    }
  }

  void compare(const agreement& terms, readings by, tally& agree) const {
    const unsigned number = number_of(by);
    for (std::size_t place = 0; place < std::size(levels); ++place) {
      const hbi::severity level = levels[place];
      const auto agrees = [&](const char* what, const sla::deadline& due, const sla::deadline& expected) {
        agree.expect(due == expected, [&] {
          return terms.name + ", " + text(by) + ": " + what + std::string(sla::name_of(level)) + " from " +
                 sla::iso(reported_) + ", confirmed " + (confirmed_ ? sla::iso(*confirmed_) : "never") + ": " +
                 text(due) + ", walked: " + text(expected);
        });
      };
      agrees("response to ", terms.response_due(by, level, reported_), response_[place][number]);
      agrees("resolution of ", terms.resolution_due(by, level, reported_, confirmed_), resolution(by, place));
    }
  }

 private:
  sla::deadline resolution(readings by, std::size_t place) const {
    const unsigned number = number_of(by);
    if (levels[place] == minor) return sla::deadline::not_promised();
    if (levels[place] != critical && by.resolution_start == sla::clock_start::report)
      return from_report_[place][number];
    return confirmed_ ? from_confirmation_[place][number] : sla::deadline::not_started();
  }

  using for_levels = std::array<std::array<instant, combinations>, std::size(levels)>;

  instant reported_;
  std::optional<instant> confirmed_;
  for_levels response_{};
  for_levels from_report_{};
  for_levels from_confirmation_{};
};

TEST_CASE("every combination of readings agrees with a walk over minutes and days") {
  tally agree;
  std::uint64_t seed = 1776;
  for (const agreement& terms : agreements()) {
    instants random(seed++);
    for (int round = 0; round < sla_tests::rounds(3'000); ++round) {
      const instant reported = random();
      const walked expected(terms.office, reported, random.confirmation_of(reported));
      for (unsigned number = 0; number < combinations; ++number)
        for (const auto start : {sla::clock_start::report, sla::clock_start::confirmation})
          expected.compare(terms, combination(number, start), agree);
    }
  }
}

TEST_CASE_TEMPLATE("the ready-made readings are such combinations", Terms, hbi::support, hbi::office_hours,
                   hbi::one_day, hbi::business_date, hbi::same_time, hbi::desk_pauses, hbi::office_same_time) {
  const auto hours =
      Terms::business_hours == hbi::support::business_hours ? oracle::span{0h, 24h} : oracle::span{9h, 17h};
  const agreement terms = agreed<Terms>("ready-made", {oracle::eastern, oracle::federal, {hours}});
  tally agree;
  instants random;
  for (int round = 0; round < sla_tests::rounds(300); ++round) {
    const instant reported = random();
    walked(terms.office, reported, random.confirmation_of(reported))
        .compare(terms,
                 {Terms::hour_spill, Terms::day_zero, Terms::due_time, Terms::desk_closure, Terms::resolution_start},
                 agree);
  }
}

// ---- Pauses ---------------------------------------------------------------------------------------------------------

/// What a due instant with pauses depends on is hours, calendar, zone and four readings: each combination comes up as
/// often as there are rounds, and each of hours and readings alone four times as often.
void agrees_with_pauses(const sla::allowance& within, int rounds) {
  tally agree;
  std::uint64_t seed = 1789;
  for (const agreement& terms : agreements()) {
    instants random(seed++);
    for (int round = 0; round < sla_tests::rounds(rounds); ++round) {
      const instant from = random();
      const instant around = walk(terms.office, within, from)[random.below(combinations)];
      const sla::interval_set pauses = random.pauses(from, around);
      const auto expected = walk(terms.office, within, from, {pauses.begin(), pauses.end()});
      for (unsigned number = 0; number < combinations; ++number) {
        const instant due = terms.due_after_pauses(combination(number), within, from, pauses);
        agree.expect(due == expected[number], [&] {
          return terms.name + ", " + text(combination(number)) + ": " + text(within) + " from " + sla::iso(from) +
                 ", pauses " + sla_tests::text(pauses) + ": " + sla::iso(due) +
                 ", walked: " + sla::iso(expected[number]);
        });
      }
    }
  }
}

TEST_CASE("with pauses, every combination of readings agrees with a walk: elapsed time") {
  agrees_with_pauses(elapsed{2h}, 2'000);
  agrees_with_pauses(elapsed{24h}, 2'000);
}

TEST_CASE("with pauses, every combination of readings agrees with a walk: business time") {
  agrees_with_pauses(business_time{4h}, 2'000);
}

TEST_CASE("with pauses, every combination of readings agrees with a walk: business days") {
  agrees_with_pauses(business_days{1}, 500);
  agrees_with_pauses(business_days{2}, 500);
  agrees_with_pauses(business_days{3}, 500);
  agrees_with_pauses(business_days{30}, 100);  // a walk of sixty thousand minutes
}

// ---- Laws -----------------------------------------------------------------------------------------------------------

// Not so by receipt date and at the same time of day: Saturday 22:00 is due on Monday at 22:00, Sunday 02:00 at 02:00.
TEST_CASE_TEMPLATE("a later start is never due earlier", Terms, hbi::support, hbi::office_hours, hbi::one_day,
                   hbi::business_date, hbi::desk_pauses, hbi::office_same_time) {
  const Terms terms{};
  instants random;
  for (int round = 0; round < sla_tests::rounds(2'000); ++round) {
    const instant earlier = random();
    const instant later = earlier + (round % 2 == 0 ? milliseconds{1 + round * 977} : milliseconds{1h} * (round % 90));
    for (const hbi::severity level : {critical, urgent, serious, minor}) {
      if (sla::response_due(terms, level, later).at() < sla::response_due(terms, level, earlier).at())
        FAIL_CHECK("response to ", sla::name_of(level), " from ", sla::iso(earlier), " and ", sla::iso(later));
      if (level != minor && sla::resolution_due(terms, level, later, later).at() <
                                sla::resolution_due(terms, level, earlier, earlier).at())
        FAIL_CHECK("resolution of ", sla::name_of(level), " from ", sla::iso(earlier), " and ", sla::iso(later));
    }
  }
}

TEST_CASE("no later start and no larger allowance is due earlier, under every combination of readings") {
  struct pair {
    sla::allowance smaller, larger;
  };
  const pair pairs[] = {{elapsed{2h}, elapsed{24h}},
                        {elapsed{24h}, elapsed{24h + 1ms}},
                        {business_time{4h}, business_time{7h}},
                        {business_days{1}, business_days{2}},
                        {business_days{3}, business_days{30}}};
  tally agree;
  std::uint64_t seed = 1865;
  for (const agreement& terms : agreements()) {
    instants random(seed++);
    for (int round = 0; round < sla_tests::rounds(500); ++round) {
      const instant earlier = random();
      const instant later = earlier + milliseconds{random.below(round % 2 == 0 ? 1'000 : 500'000'000)};
      for (const auto& [smaller, larger] : pairs) {
        const sla::interval_set pauses = random.pauses(earlier, later + 24h);
        const bool has_length = !std::holds_alternative<business_days>(smaller);
        const bool works_past_midnight = terms.office.works_past_midnight();
        for (unsigned number = 0; number < combinations; ++number) {
          const readings by = combination(number);
          const auto says = [&, &within = smaller] {
            return terms.name + ", " + text(by) + ": " + text(within) + " from " + sla::iso(earlier) + " and " +
                   sla::iso(later) + ", pauses " + sla_tests::text(pauses);
          };
          // At the same time of day, the small hours of a night may be due before its evening: their date is another.
          const bool keeps_order =
              has_length || by.due_time != same_time_of_day || (by.day_zero != receipt_date && !works_past_midnight);
          if (keeps_order)
            agree.expect(terms.due_after(by, smaller, earlier) <= terms.due_after(by, smaller, later), says);
          // A pause is paid for out of business days and of hours of one day, so whoever comes after it pays less.
          if (has_length && by.hour_spill == carries_over)
            agree.expect(terms.due_after_pauses(by, smaller, earlier, pauses) <=
                             terms.due_after_pauses(by, smaller, later, pauses),
                         says);
          agree.expect(terms.due_after(by, smaller, earlier) <= terms.due_after(by, larger, earlier), says);
        }
      }
    }
  }
}

/// What an allowance has used between two instants, in its own kind of time and without pauses.
milliseconds used(const agreement& terms, readings by, const sla::allowance& within, instant from, instant to,
                  const sla::interval_set& pauses) {
  const auto between = [&](instant begin, instant end) {
    if (!std::holds_alternative<elapsed>(within)) return terms.business_between(begin, end).length();
    return by.desk_closure == clock_pauses ? terms.desk_between(begin, end).length() : end - begin;
  };
  milliseconds sum = between(from, to);
  for (const sla::interval& pause : pauses)
    if (from < pause.ends_at() && pause.starts_at() < to)
      sum -= between(std::max(from, pause.starts_at()), std::min(pause.ends_at(), to));
  return sum;
}

TEST_CASE("the due instant is the smallest at which the allowance is used up, with pauses and without") {
  tally agree;
  std::uint64_t seed = 1812;
  for (const agreement& terms : agreements()) {
    instants random(seed++);
    for (int round = 0; round < sla_tests::rounds(2'000); ++round) {
      const instant from = random();
      for (const sla::allowance& within : allowances) {
        const instant around = terms.due_after(combination(random.below(combinations)), within, from);
        const sla::interval_set all_pauses = random.pauses(from, around);
        for (unsigned number = 0; number < combinations; ++number) {
          const readings by = combination(number);
          const instant start = terms.started_at(by, within, from);
          const instant unpaused = terms.due_after(by, within, from);
          // Business days, and hours that are moved to the next one, have no length of their own.
          const bool has_length = std::holds_alternative<elapsed>(within) ||
                                  (std::holds_alternative<business_time>(within) && by.hour_spill == carries_over);
          const milliseconds budget = has_length ? length_of(within) : used(terms, by, within, start, unpaused, {});
          for (const sla::interval_set& pauses : {sla::interval_set{}, all_pauses}) {
            const instant due = terms.due_after_pauses(by, within, from, pauses);
            const bool is_used_up = used(terms, by, within, start, due, pauses) == budget;
            const bool is_smallest =
                used(terms, by, within, start, due - 1ms, pauses) < budget || (!has_length && due == unpaused);
            agree.expect(is_used_up && is_smallest, [&] {
              return terms.name + ", " + text(by) + ": " + text(within) + " from " + sla::iso(from) + ", pauses " +
                     sla_tests::text(pauses) + ": " + sla::iso(due) +
                     (is_used_up ? ", used up earlier" : ", not used up exactly");
            });
          }
        }
      }
    }
  }
}

TEST_CASE_TEMPLATE("the due date is the first on which so many business days have passed", Terms, hbi::support,
                   hbi::office_hours, hbi::business_date, hbi::same_time, hbi::office_same_time) {
  const auto& times = sla::business_times(Terms{});
  const auto date_at = [](instant at) { return sla::date_of(Terms::zone.to_civil(at)); };
  const auto is_over = [&](civil_day day, instant at) {  // no more business until midnight
    return business_time_between(times, at, first_instant(Terms::zone, day + 24h)) == business_time{};
  };
  instants random;
  for (int round = 0; round < sla_tests::rounds(2'000); ++round) {
    const instant from = random();
    const civil_day day_0 = date_at(Terms::day_zero == business_date ? next_opening(times, from) : from);
    for (const business_days amount : {business_days{1}, business_days{2}, business_days{3}, business_days{30}}) {
      const instant due = due_after(Terms{}, amount, from);
      const civil_day last = date_at(Terms::due_time == close_of_day ? due - 1ms : due);
      const auto passed = business_days_between(Terms::calendar, day_0 + days{1}, last + days{1});
      const auto passed_before = business_days_between(Terms::calendar, day_0 + days{1}, last);
      const bool is_close = is_over(last, due) && !is_over(last, due - 1ms);
      if (passed != amount || passed_before >= amount || (Terms::due_time == close_of_day && !is_close))
        FAIL_CHECK(sla_tests::text(amount), " from ", sla::iso(from), ": ", sla::iso(due));
    }
  }
}

TEST_CASE_TEMPLATE("a pause never makes a target due earlier, and one that is over changes nothing", Terms,
                   hbi::support, hbi::office_hours, hbi::one_day, hbi::same_time, hbi::desk_pauses,
                   hbi::office_same_time) {
  const Terms terms{};
  instants random;
  std::mt19937_64 length(sla_tests::seed(3));
  for (int round = 0; round < sla_tests::rounds(1'000); ++round) {
    const instant from = random();
    const instant pause = from + minutes{length() % 4'000};
    const sla::interval_set pauses{{pause, pause + minutes{length() % 6'000}}};
    const sla::interval_set over{{from - 5h, from}};
    for (const auto& row : terms.severities) {
      const instant unpaused = due_after(terms, row.response.within(), from);
      const instant paused = due_after(terms, row.response.within(), from, pauses);
      if (paused < unpaused)
        FAIL_CHECK(sla::name_of(row.level), " from ", sla::iso(from), ", pause at ", sla::iso(pause));
      if (pause >= unpaused) CHECK(paused == unpaused);
      CHECK(due_after(terms, row.response.within(), from, over) == unpaused);
    }
  }
}

}  // namespace
