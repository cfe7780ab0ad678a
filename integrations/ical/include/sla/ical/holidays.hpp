#ifndef SLA_ICAL_HOLIDAYS_HPP
#define SLA_ICAL_HOLIDAYS_HPP

// Holidays are published as calendars in the format of RFC 5545: an event for each, all day long, on one date or every
// year by a rule. A file of three years says nothing about the fourth, so the coverage is stated, and the file must reach
// as far. What a rule means is left to libical, apart from the forms that libical 3.0 expands to other dates than the RFC
// says; they are errors.

#include <libical/ical.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <istream>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sla/calendar/loaded_calendar.hpp"
#include "sla/ical/component.hpp"
#include "sla/ical/document.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/text.hpp"

namespace sla::inline v0 {

namespace detail {

/// An event that closes whole days.
class holiday_event {
 public:
  holiday_event(std::string_view file, const ical_document::event& event) : file_(file), event_(event) {
    if (const char* summary = icalcomponent_get_summary(event_.component)) name_ = summary;
    if (name_.empty()) refuse("has no SUMMARY; allowed: the name of a holiday");
    icalproperty* start = property(ICAL_DTSTART_PROPERTY);
    if (start == nullptr) refuse("has no DTSTART; allowed: DTSTART;VALUE=DATE:20261225");
    starts_on_ = date_in(start);
    length_ = read_length();
  }

  const std::string& name() const noexcept { return name_; }
  std::string uid() const {
    const char* uid = icalcomponent_get_uid(event_.component);
    return uid == nullptr ? std::string{} : std::string(uid);
  }
  civil_day starts_on() const noexcept { return starts_on_; }
  std::chrono::days length() const noexcept { return length_; }
  bool is_cancelled() const { return icalcomponent_get_status(event_.component) == ICAL_STATUS_CANCELLED; }

  /// The date of a series that this event stands for.
  std::optional<civil_day> replaces() const {
    icalproperty* replaced = property(ICAL_RECURRENCEID_PROPERTY);
    if (replaced == nullptr) return std::nullopt;
    if (icalproperty_get_first_parameter(replaced, ICAL_RANGE_PARAMETER) != nullptr)
      refuse(excerpt(text_of(replaced)) + " changes more than one date; allowed: an event of its own");
    return date_in(replaced);
  }

  /// True if it comes back every year without an end.
  bool has_no_end() const {
    return std::ranges::any_of(properties(ICAL_RRULE_PROPERTY),
                               [](icalproperty* rule) { return has_no_end(icalproperty_get_rrule(rule)); });
  }

  /// The dates on which it starts, up to a last one.
  std::set<civil_day> starts(civil_day last) const {
    std::set<civil_day> dates{starts_on_};
    for (icalproperty* rule : properties(ICAL_RRULE_PROPERTY)) add_dates(dates, rule, last);
    for (icalproperty* date : properties(ICAL_RDATE_PROPERTY)) dates.insert(date_in(date));
    for (icalproperty* date : properties(ICAL_EXDATE_PROPERTY)) dates.erase(date_in(date));
    return dates;
  }

  [[noreturn]] void refuse(const std::string& what) const {
    throw ical_error(std::string(file_) + ':' + std::to_string(event_.line) + ": the event \"" + excerpt(name_) +
                     "\" (UID " + excerpt(uid()) + "): " + what);
  }

 private:
  icalproperty* property(icalproperty_kind kind) const {
    return icalcomponent_get_first_property(event_.component, kind);
  }
  /// In a list of their own, for a component remembers one place only while it is walked.
  std::vector<icalproperty*> properties(icalproperty_kind kind) const {
    std::vector<icalproperty*> found;
    for (icalproperty* each = property(kind); each != nullptr;
         each = icalcomponent_get_next_property(event_.component, kind))
      found.push_back(each);
    return found;
  }

  civil_day date_in(icalproperty* property) const {
    const icalvalue* value = icalproperty_get_value(property);
    if (icalvalue_isa(value) != ICAL_DATE_VALUE)
      refuse(excerpt(text_of(property)) + " is no whole day; allowed: a date, such as VALUE=DATE:20261225");
    return day_of(icalvalue_get_date(value), property);
  }
  civil_day day_of(const icaltimetype& time, icalproperty* property) const {
    const std::chrono::year_month_day date{std::chrono::year{time.year},
                                           std::chrono::month(static_cast<unsigned>(time.month)),
                                           std::chrono::day(static_cast<unsigned>(time.day))};
    if (!date.ok()) refuse(excerpt(text_of(property)) + " is a date that does not exist");
    return civil_day{date};
  }

  std::chrono::days read_length() const {
    using std::chrono::days;
    using any_days = std::chrono::duration<std::int64_t, days::period>;  // libc++ counts days in 32 bits
    if (icalproperty* end = property(ICAL_DTEND_PROPERTY)) {
      const days length = date_in(end) - starts_on_;
      if (length < days{1})
        refuse(excerpt(text_of(end)) + " is not after the start; allowed: the date after the last one");
      return checked(length, end);
    }
    if (icalproperty* duration = property(ICAL_DURATION_PROPERTY)) {
      const icaldurationtype of = icalproperty_get_duration(duration);
      const any_days length{std::int64_t{of.days} + 7 * std::int64_t{of.weeks}};
      const bool is_whole_days = of.hours == 0 && of.minutes == 0 && of.seconds == 0;
      if (of.is_neg != 0 || !is_whole_days || length < days{1})
        refuse(excerpt(text_of(duration)) + " is no number of days; allowed: a length such as P1D");
      return checked(length, duration);
    }
    return days{1};
  }
  std::chrono::days checked(auto length, icalproperty* says) const {
    constexpr std::chrono::days longest{366};
    if (length > longest) refuse(excerpt(text_of(says)) + " makes it last longer than a year; allowed: up to 366 days");
    return std::chrono::duration_cast<std::chrono::days>(length);
  }

  void add_dates(std::set<civil_day>& dates, icalproperty* rule, civil_day last) const {
    const icalrecurrencetype parts = icalproperty_get_rrule(rule);
    const auto has = [](const short* part) { return part[0] != ICAL_RECURRENCE_ARRAY_MAX; };
    if (parts.freq != ICAL_YEARLY_RECURRENCE || has(parts.by_year_day) ||
        (has(parts.by_month_day) && !has(parts.by_month)))
      refuse(excerpt(text_of(rule)) +
             " is not followed; allowed: FREQ=YEARLY, BYMONTHDAY only with BYMONTH, no BYYEARDAY");
    const std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> iterator(
        icalrecur_iterator_new(parts, icalcomponent_get_dtstart(event_.component)), &icalrecur_iterator_free);
    if (!iterator) refuse(excerpt(text_of(rule)) + " names no date");
    const auto next = [&]() -> std::optional<civil_day> {
      const icaltimetype found = icalrecur_iterator_next(iterator.get());
      if (icaltime_is_null_time(found)) return std::nullopt;
      return day_of(found, rule);
    };
    std::optional<civil_day> date = next();
    if (date != starts_on_) refuse(excerpt(text_of(rule)) + " does not fall on the event's own DTSTART");
    for (; date && *date <= last; date = next()) dates.insert(*date);
    if (!date && has_no_end(parts)) refuse(excerpt(text_of(rule)) + " is not followed by libical up to " + iso(last));
  }
  static bool has_no_end(const icalrecurrencetype& rule) {
    return rule.count == 0 && icaltime_is_null_time(rule.until) != 0;
  }

  std::string_view file_;
  ical_document::event event_;
  std::string name_;
  civil_day starts_on_;
  std::chrono::days length_{};
};

/// Refuses a coverage that begins before the year of a file's first date, or ends after that of its last one.
inline void check_reach(std::string_view file, civil_day first, civil_day last, bool has_no_end, day_range coverage) {
  using std::chrono::year_month_day;
  const auto text = [](civil_day day) { return std::to_string(static_cast<int>(year_month_day{day}.year())); };
  const bool begins = year_month_day{first}.year() <= year_month_day{coverage.first}.year();
  const bool ends = has_no_end || year_month_day{coverage.last}.year() <= year_month_day{last}.year();
  if (begins && ends) return;
  throw ical_error(std::string(file) + ": its dates are from " + text(first) +
                   (has_no_end ? " on" : " to " + text(last)) + "; the coverage " + iso(coverage.first) + " to " +
                   iso(coverage.last) + " must lie within these years");
}

}  // namespace detail

/// The holidays of a calendar in iCalendar: each date of its events by the name of the event, in order.
///
/// file      by which errors call the source
/// coverage  dates that the file must reach: from the year of its first date to that of its last, or without an end where
///           an event comes back for ever
/// returns   what calendar_definition takes as its holidays; they are actual dates, to be observed as such
/// throws    ical_error naming file, line, event, UID, the value and what is allowed: for an event that is not all day or
///           lasts longer than a year, a rule that is not yearly, what is no event, a file that does not reach as far as the
///           coverage
/// example   Thanksgiving Day with RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH, coverage 2026: {Thanksgiving Day, 2026-11-26}
inline std::vector<named_holiday> read_ical_holidays(std::istream& in, std::string_view file, day_range coverage) {
  using std::chrono::days;
  using std::chrono::year_month_day;
  const detail::ical_document document = detail::read_ical(in, file);
  std::vector<detail::holiday_event> events;
  std::map<std::string, std::set<civil_day>> replaced;
  for (const auto& each : document.events) {
    events.emplace_back(file, each);
    if (const auto date = events.back().replaces()) replaced[events.back().uid()].insert(*date);
  }

  std::set<std::pair<civil_day, std::string>> closed;
  bool has_no_end = false;
  for (const detail::holiday_event& event : events) {
    if (event.is_cancelled()) continue;
    has_no_end = has_no_end || event.has_no_end();
    for (const civil_day start : event.starts(coverage.last)) {
      if (!event.replaces() && replaced[event.uid()].contains(start)) continue;
      for (days day{0}; day < event.length(); day += days{1}) closed.emplace(start + day, event.name());
    }
  }
  if (closed.empty()) throw ical_error(std::string(file) + ": there is no holiday in it");
  detail::check_reach(file, closed.begin()->first, closed.rbegin()->first, has_no_end, coverage);

  std::vector<named_holiday> holidays;
  for (const auto& [date, name] : closed) {
    const year_month_day on{date};
    if (coverage.contains(date))
      holidays.emplace_back(name, holiday({}, on.month() / on.day()).from(on.year()).until(on.year()));
  }
  return holidays;
}

}  // namespace sla::inline v0

#endif
