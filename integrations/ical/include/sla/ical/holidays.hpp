#ifndef SLA_ICAL_HOLIDAYS_HPP
#define SLA_ICAL_HOLIDAYS_HPP

// Holidays are published as calendars in the format of RFC 5545: an event for each, all day long, on one date or every
// year by a rule. A file of three years says nothing about the fourth, so the coverage is stated, and the file must reach
// as far.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sla/calendar/loaded_calendar.hpp"
#include "sla/ical/component.hpp"
#include "sla/ical/document.hpp"
#include "sla/ical/yearly_rule.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/text.hpp"

namespace sla::inline v0 {

namespace detail {

/// A text as RFC 5545 escapes it, as it is meant.
inline std::string unescaped(std::string_view text) {
  std::string meant;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_escaped = text[at] == '\\' && at + 1 < text.size();
    if (is_escaped) ++at;
    meant += is_escaped && (text[at] == 'n' || text[at] == 'N') ? '\n' : text[at];
  }
  return meant;
}

/// The days of a DURATION such as P1W or P1DT0H0M0S; none if it is no number of whole days.
inline std::optional<std::int64_t> days_of_duration(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  if (!text.starts_with('P')) return std::nullopt;
  text.remove_prefix(1);
  std::int64_t days = 0;
  for (const char unit : std::string_view("WDTHMS")) {
    const std::size_t digits = (std::min)(text.find_first_not_of("0123456789"), text.size());
    if (digits == text.size() || text[digits] != unit || (digits == 0) != (unit == 'T')) continue;
    const std::optional<int> number = unit == 'T' ? 0 : whole_number(text.substr(0, digits));
    if (!number || (unit != 'W' && unit != 'D' && *number != 0)) return std::nullopt;
    days += std::int64_t{*number} * (unit == 'W' ? 7 : 1);
    text.remove_prefix(digits + 1);
  }
  return text.empty() ? std::optional{days} : std::nullopt;
}

/// An event that closes whole days.
class holiday_event {
 public:
  holiday_event(std::string_view file, const ical_document::event& event) : file_(file), event_(event) {
    if (const ical_property* uid = property("UID")) uid_ = uid->value;
    if (const ical_property* summary = property("SUMMARY")) name_ = trimmed(unescaped(summary->value));
    if (name_.empty()) refuse("has no SUMMARY; allowed: the name of a holiday");
    const ical_property* start = property("DTSTART");
    if (start == nullptr) refuse("has no DTSTART; allowed: DTSTART;VALUE=DATE:20261225");
    starts_on_ = date_in(*start);
    length_ = read_length();
    is_cancelled_ = read_is_cancelled();
    for (const ical_property& each : event_.properties) {
      if (each.name == "EXRULE") refuse(excerpt(each.line) + " is not followed; allowed: EXDATE");
      if (each.name == "RRULE") rules_.emplace_back(each.value, starts_on_, where() + excerpt(each.line) + ": ");
    }
  }

  const std::string& name() const noexcept { return name_; }
  const std::string& uid() const noexcept { return uid_; }
  std::chrono::days length() const noexcept { return length_; }
  bool is_cancelled() const noexcept { return is_cancelled_; }

  /// The date of a series that this event stands for.
  std::optional<civil_day> replaces() const {
    const ical_property* replaced = property("RECURRENCE-ID");
    if (replaced == nullptr) return std::nullopt;
    if (uid_.empty()) refuse(excerpt(replaced->line) + " is a date of no series; allowed: the UID of one");
    if (replaced->parameters.contains("RANGE"))
      refuse(excerpt(replaced->line) + " changes more than one date; allowed: an event of its own");
    return date_in(*replaced);
  }

  /// True if it comes back every year without an end.
  bool has_no_end() const { return std::ranges::any_of(rules_, &yearly_rule::has_no_end); }

  /// The dates on which it would start, taken out or not: up to a last one, and the next one of each rule with an end.
  std::set<civil_day> starts(civil_day last, int& steps) const {
    std::set<civil_day> dates = dates_in("RDATE");
    dates.insert(starts_on_);
    for (const yearly_rule& rule : rules_)
      for (const civil_day date : rule.dates(last, steps)) dates.insert(date);
    return dates;
  }
  std::set<civil_day> taken_out() const { return dates_in("EXDATE"); }

  [[noreturn]] void refuse(const std::string& what) const { throw ical_error(where() + what); }

 private:
  std::string where() const {
    return std::string(file_) + ':' + std::to_string(event_.line) + ": the event \"" + excerpt(name_) + "\" (UID " +
           excerpt(uid_) + "): ";
  }

  /// A property that an event has once; what is said twice in the same words is said once.
  const ical_property* property(std::string_view name) const {
    const ical_property* found = nullptr;
    for (const ical_property& each : event_.properties) {
      if (each.name != name) continue;
      if (found != nullptr && found->line != each.line)
        refuse(excerpt(each.line) + " comes after " + excerpt(found->line) + "; allowed: one " + each.name);
      found = &each;
    }
    return found;
  }

  civil_day date_in(const ical_property& property, std::string_view text) const {
    const auto type = property.parameters.find("VALUE");
    const bool is_date =
        text.size() == 8 && std::ranges::all_of(text, [](char each) { return '0' <= each && each <= '9'; });
    if (!is_date || (type != property.parameters.end() && type->second != "DATE"))
      refuse(excerpt(property.line) + " is no whole day; allowed: a date, such as VALUE=DATE:20261225");
    const std::optional<civil_day> date = ical_date(text);
    if (!date) refuse(excerpt(property.line) + " is a date that does not exist");
    return *date;
  }
  civil_day date_in(const ical_property& property) const { return date_in(property, property.value); }
  std::set<civil_day> dates_in(std::string_view name) const {
    std::set<civil_day> dates;
    for (const ical_property& each : event_.properties)
      if (each.name == name)
        for (const std::string& date : split(each.value, ',')) dates.insert(date_in(each, date));
    return dates;
  }

  std::chrono::days read_length() const {
    using std::chrono::days;
    using any_days = std::chrono::duration<std::int64_t, days::period>;  // libc++ counts days in 32 bits
    const ical_property* end = property("DTEND");
    const ical_property* duration = property("DURATION");
    if (end != nullptr && duration != nullptr)
      refuse(excerpt(duration->line) + " comes after " + excerpt(end->line) + "; allowed: one of them");
    if (end != nullptr) {
      const days length = date_in(*end) - starts_on_;
      if (length < days{1})
        refuse(excerpt(end->line) + " is not after the start; allowed: the date after the last one");
      return checked(length, *end);
    }
    if (duration != nullptr) {
      const std::optional<std::int64_t> length = days_of_duration(duration->value);
      if (!length || *length < 1)
        refuse(excerpt(duration->line) + " is no number of days; allowed: a length such as P1D");
      return checked(any_days{*length}, *duration);
    }
    return days{1};
  }
  std::chrono::days checked(auto length, const ical_property& says) const {
    constexpr std::chrono::days longest{366};
    if (length > longest) refuse(excerpt(says.line) + " makes it last longer than a year; allowed: up to 366 days");
    return std::chrono::duration_cast<std::chrono::days>(length);
  }

  bool read_is_cancelled() const {
    constexpr std::array<std::string_view, 3> others{"", "CONFIRMED", "TENTATIVE"};
    const ical_property* status = property("STATUS");
    const std::string says = status == nullptr ? "" : capitals(status->value);
    if (says != "CANCELLED" && std::ranges::find(others, says) == others.end())
      refuse(excerpt(status->line) + " is no status of an event; allowed: CONFIRMED, TENTATIVE, CANCELLED");
    return says == "CANCELLED";
  }

  std::string_view file_;
  const ical_document::event& event_;
  std::string name_;
  std::string uid_;
  civil_day starts_on_;
  std::chrono::days length_{};
  bool is_cancelled_ = false;
  std::vector<yearly_rule> rules_;
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
  constexpr std::size_t most_dates = 100'000;
  const detail::ical_document document = detail::read_ical(in, file);
  std::vector<detail::holiday_event> events;
  std::map<std::string, std::set<civil_day>> replaced;
  for (const auto& each : document.events) {
    events.emplace_back(file, each);
    if (const auto date = events.back().replaces()) replaced[events.back().uid()].insert(*date);
  }

  std::set<std::pair<civil_day, std::string>> closed;
  std::optional<day_range> spoken_of;
  int steps = 1'000'000;
  bool has_no_end = false;
  bool has_holiday = false;
  for (const detail::holiday_event& event : events) {
    if (event.is_cancelled()) continue;
    has_no_end = has_no_end || event.has_no_end();
    const std::set<civil_day> taken_out = event.taken_out();
    for (const civil_day start : event.starts(coverage.last, steps)) {
      const day_range span{start, start + event.length() - days{1}};
      if (!spoken_of) spoken_of = span;
      spoken_of = {(std::min)(spoken_of->first, span.first), (std::max)(spoken_of->last, span.last)};
      if (taken_out.contains(start) || (!event.replaces() && replaced[event.uid()].contains(start))) continue;
      has_holiday = true;
      for (civil_day day = start; day <= span.last; day += days{1})
        if (coverage.contains(day)) closed.emplace(day, event.name());
      if (closed.size() > most_dates) event.refuse("is one too many; allowed: 100000 dates in a coverage");
    }
  }
  if (!has_holiday) throw ical_error(std::string(file) + ": there is no holiday in it");
  detail::check_reach(file, spoken_of->first, spoken_of->last, has_no_end, coverage);

  std::vector<named_holiday> holidays;
  for (const auto& [date, name] : closed) {
    const year_month_day on{date};
    holidays.emplace_back(name, holiday({}, on.month() / on.day()).from(on.year()).until(on.year()));
  }
  return holidays;
}

}  // namespace sla::inline v0

#endif
