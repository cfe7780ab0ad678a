// The library's answers to questions that other software is asked, too: one question a line, one answer a line. Instants
// and readings of clocks are seconds since 1970, dates are days since 1970.
//
//   clock ZONE INSTANT                      the offset of the clocks and its abbreviation
//   reading ZONE READING                    how often it happens; the earlier and the later instant, the transition
//   open CALENDAR FIRST LAST                the business days from a date to another
//   advance CALENDAR DATE LOW HIGH          the business days number LOW to HIGH after a date
//   count CALENDAR DATE LOW HIGH            the business days to the dates LOW to HIGH days later
//   easter FIRST LAST                       Easter Sunday of each year
//   orthodox_easter FIRST LAST              the same of the Orthodox churches
//   windows ZONE WEEKDAY NTH OPENS CLOSES FROM UNTIL      the windows that overlap a period; they open and close at a
//                                           minute of the day; NTH is 0 for every week, -1 for the last of a month
//   unite SET SET, intersect SET SET, subtract SET SET    sets are start/end;start/end or -

#include <chrono>
#include <cstdint>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/recurrence.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/policy/enumerator.hpp"
#include "sla/time/interval_set.hpp"
#include "sla/zone/any_zone.hpp"

using namespace std::chrono;

namespace {

template <class Value>
Value next(std::istream& in) {
  Value value{};
  if (!(in >> value)) throw sla::error("a question breaks off");
  return value;
}

sla::instant next_instant(std::istream& in) { return sla::instant{seconds{next<std::int64_t>(in)}}; }
sla::civil_day next_day(std::istream& in) { return sla::civil_day{days{next<int>(in)}}; }

const sla::any_zone& next_zone(std::istream& in) {
  static std::map<std::string, sla::any_zone> known;
  const auto name = next<std::string>(in);
  return known.try_emplace(name, sla::any_zone::by_name(name).value()).first->second;
}

/// A calendar by its name, as one that can be asked.
struct calendar {
  sla::day_table table;
  sla::day_table days() const { return table; }
};
calendar next_calendar(std::istream& in) {
  return {next<std::string>(in) == "federal" ? sla::us_federal.days() : sla::us_banking.days()};
}

std::int64_t in_seconds(sla::instant at) { return floor<seconds>(at).time_since_epoch().count(); }
std::int64_t number_of(sla::civil_day day) { return day.time_since_epoch().count(); }

// ---- Clocks ---------------------------------------------------------------------------------------------------------

void answer_clock(std::istream& in, std::ostream& to) {
  const auto& zone = next_zone(in);
  const auto period = zone.period_at(next_instant(in));
  to << period.offset.count() << ' ';
  to << period.abbreviation << ' ';
}

void answer_reading(std::istream& in, std::ostream& to) {
  const auto& zone = next_zone(in);
  const auto found = zone.look_up(sla::civil_time{seconds{next<std::int64_t>(in)}});
  to << sla::name_of(found.happens) << ' ';
  for (const sla::instant at : {found.earlier, found.later, found.transition}) to << in_seconds(at) << ' ';
}

// ---- Days -----------------------------------------------------------------------------------------------------------

void answer_open(std::istream& in, std::ostream& to) {
  const calendar asked = next_calendar(in);
  const sla::civil_day first = next_day(in);
  const sla::civil_day last = next_day(in);
  for (sla::civil_day day = first; day <= last; day += days{1})
    if (sla::is_business_day(asked, day)) to << number_of(day) << ' ';
}

void answer_advance(std::istream& in, std::ostream& to) {
  const calendar asked = next_calendar(in);
  const sla::civil_day from = next_day(in);
  const int low = next<int>(in);
  const int high = next<int>(in);
  for (int n = low; n <= high; ++n) to << number_of(sla::advance(asked, from, sla::business_days{n})) << ' ';
}

void answer_count(std::istream& in, std::ostream& to) {
  const calendar asked = next_calendar(in);
  const sla::civil_day from = next_day(in);
  const int low = next<int>(in);
  const int high = next<int>(in);
  for (int later = low; later <= high; ++later)
    to << sla::business_days_between(asked, from, from + days{later}).count() << ' ';
}

void answer_each_year(std::istream& in, std::ostream& to, sla::civil_day (*date)(year)) {
  const int first = next<int>(in);
  const int last = next<int>(in);
  for (int each = first; each <= last; ++each) to << number_of(date(year{each})) << ' ';
}

// ---- Windows --------------------------------------------------------------------------------------------------------

sla::recurrence next_rule(std::istream& in) {
  const weekday day{next<unsigned>(in)};
  const int nth = next<int>(in);
  const minutes opens{next<int>(in)};
  const minutes closes{next<int>(in)};
  if (nth == 0) return {day, opens, closes};
  if (nth == -1) return {day[last], opens, closes};
  return {day[static_cast<unsigned>(nth)], opens, closes};
}

void answer_windows(std::istream& in, std::ostream& to) {
  const auto& zone = next_zone(in);
  const std::vector rules{next_rule(in)};
  const sla::interval period{next_instant(in), next_instant(in)};
  for (const sla::interval& window : sla::occurrences(rules, zone, period)) {
    to << in_seconds(window.starts_at()) << ' ';
    to << in_seconds(window.ends_at()) << ' ';
  }
}

// ---- Sets -----------------------------------------------------------------------------------------------------------

sla::interval_set next_set(std::istream& in) {
  const auto text = next<std::string>(in);
  std::vector<sla::interval> intervals;
  std::istringstream list(text == "-" ? "" : text);
  for (char semicolon = ';'; list.peek() != EOF && semicolon == ';'; list >> semicolon) {
    const sla::instant start = next_instant(list);
    list.ignore();
    intervals.emplace_back(start, next_instant(list));
  }
  return sla::interval_set(intervals);
}

void answer_set(std::istream& in, std::ostream& to,
                sla::interval_set (*operation)(const sla::interval_set&, const sla::interval_set&)) {
  const sla::interval_set a = next_set(in);
  const sla::interval_set b = next_set(in);
  for (const sla::interval& member : operation(a, b))
    to << in_seconds(member.starts_at()) << '/' << in_seconds(member.ends_at()) << ';';
}

void answer_question(std::istream& in, std::ostream& to) {
  const auto about = next<std::string>(in);
  if (about == "clock") return answer_clock(in, to);
  if (about == "reading") return answer_reading(in, to);
  if (about == "open") return answer_open(in, to);
  if (about == "advance") return answer_advance(in, to);
  if (about == "count") return answer_count(in, to);
  if (about == "easter") return answer_each_year(in, to, sla::easter_sunday);
  if (about == "orthodox_easter") return answer_each_year(in, to, sla::orthodox_easter_sunday);
  if (about == "windows") return answer_windows(in, to);
  if (about == "unite") return answer_set(in, to, [](const auto& a, const auto& b) { return unite(a, b); });
  if (about == "intersect") return answer_set(in, to, [](const auto& a, const auto& b) { return intersect(a, b); });
  if (about == "subtract") return answer_set(in, to, [](const auto& a, const auto& b) { return subtract(a, b); });
  throw sla::error("nobody knows how to answer " + about);
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string question; std::getline(std::cin, question);) {
    std::istringstream in(question);
    answer_question(in, std::cout);
    std::cout << '\n';
  }
}
