#ifndef SLA_ICAL_CALENDAR_HPP
#define SLA_ICAL_CALENDAR_HPP

// Maintenance windows and due dates for the calendar programs of people, in the format of RFC 5545. A window that comes back
// is one event with a rule on the clocks of its zone, so that it stays where it is when the clocks change, and the zone's
// rules travel with it. On a date on which the clocks change inside a window, or at its ends, readers disagree about the rule;
// that date is taken out of it and becomes an event of its own, in UTC. What happens once is in UTC, for there an hour that
// the clocks repeat is told apart.

#include <libical/ical.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sla/calendar/recurrence.hpp"
#include "sla/ical/component.hpp"
#include "sla/ical/time_zone.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/interval.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

/// A calendar to be written.
///
/// host        who issues it; the second half of every UID, such as "status.example.com"
/// stamped_at  when it was made, which every entry says (DTSTAMP)
/// throws      ical_error for a host that is empty or has control characters, and beyond the years 0001 to 9999
/// example     ical_calendar calendar("status.example.com", now)
class ical_calendar {
 public:
  ical_calendar(std::string_view host, instant stamped_at)
      : host_(host), stamped_at_(detail::ical_time(stamped_at)), root_(icalcomponent_new(ICAL_VCALENDAR_COMPONENT)) {
    if (host.empty()) throw ical_error("the host of a calendar is empty; allowed: a name such as status.example.com");
    if (std::ranges::any_of(host, detail::is_control_character))
      throw ical_error("the host \"" + detail::excerpt(host) +
                       "\" has a control character; allowed: a name such as status.example.com");
    detail::add_property(root_.get(), "VERSION:2.0");
    detail::add_property(root_.get(), "PRODID:-//sla//service level agreements//EN");
  }

  /// Adds windows that come back: an event with a rule for each; all of them, or none where something is refused.
  ///
  /// id       of the windows, the same in every export; the first part of their UIDs
  /// summary  what the calendar shows
  /// zone     on whose clocks they are
  /// dates    on which they open, from the first to the last
  /// throws   coverage_error outside the zone's coverage; ical_error for an id that is taken or empty, a last date before the
  ///          first, fractions of a second, years beyond 0001 to 9999, a zone's name that is no TZID, and control characters
  /// example  Fridays 21:00-22:00 in 2026: RRULE:FREQ=WEEKLY;BYDAY=FR from 2026-01-02, UID windows.FR.210000@...
  void add_windows(std::string_view id, std::string_view summary, std::span<const recurrence> rules,
                   const civil_zone auto& zone, day_range dates) {
    if (dates.last < dates.first)
      throw ical_error("the windows \"" + detail::excerpt(id) + "\" are on the dates " + iso(dates.first) + " to " +
                       iso(dates.last) + "; allowed: a last date that is not before the first");
    check_id(id, summary);
    entries added;
    for (const recurrence& rule : rules) new_series(added, id, summary, rule, zone, dates);
    if (added.zone_from) add_zone(zone, *added.zone_from);
    add(std::move(added));
  }

  /// Adds the maintenance windows of an agreement.
  ///
  /// throws   as above
  /// example  published.add_windows("spark", "Maintenance", hosted{offering::manage_mentor_spark}, coverage)
  template <maintenance_terms Terms>
  void add_windows(std::string_view id, std::string_view summary, const Terms& terms, day_range dates) {
    add_windows(id, summary, terms.maintenance_windows, terms.zone, dates);
  }

  /// Adds what happens once, such as announced maintenance; seconds that have begun belong to it.
  ///
  /// throws  ical_error for an id that is taken or empty, an empty period, years beyond 0001 to 9999, and control characters
  void add_period(std::string_view id, std::string_view summary, const interval& during) {
    entries added;
    new_period(added, id, summary, during);
    add(std::move(added));
  }

  /// Adds an instant at which something is due; a second that has only begun is left out, so that it shows no later.
  ///
  /// id       such as the number of a ticket and what is due
  /// throws   ical_error for an id that is taken or empty, years beyond 0001 to 9999, and control characters
  /// example  published.add_deadline("R-1036.response", "R-1036: response due",
  ///                                 response_due(terms, severity::urgent, reported).at())
  void add_deadline(std::string_view id, std::string_view summary, instant due_at) {
    check_id(id, summary);
    entries added;
    detail::add_property(new_event(added, id, summary), "DTSTART:" + detail::ical_time(due_at));
    add(std::move(added));
  }

  /// The calendar as text, with lines that end in CR and LF.
  std::string text() const { return detail::text_of(root_.get()); }

 private:
  /// What comes into the calendar in one step.
  ///
  /// zone_from  the earliest date of those that are on the clocks of a zone; none if all are in UTC
  struct entries {
    std::vector<detail::component_ptr> events;
    std::set<std::string> uids;
    std::optional<civil_day> zone_from;
  };

  static void check_id(std::string_view id, std::string_view summary) {
    if (id.empty())
      throw ical_error("the id of \"" + detail::excerpt(summary) +
                       "\" is empty; allowed: an id such as R-1036.response");
  }

  static void check_whole_seconds(const open_span& span) {
    for (const civil_time reading : {civil_time{span.opens}, civil_time{span.closes}})
      if (reading != std::chrono::floor<std::chrono::seconds>(reading))
        throw ical_error("a window opens or closes at " + detail::clock_text(reading - date_of(reading)) +
                         "; allowed: whole seconds");
  }

  /// The dates of a window: those on which every reader sees it alike, and the others with what remains of it there.
  struct occurrence_dates {
    std::vector<civil_day> alike;
    std::vector<std::pair<civil_day, std::optional<interval>>> others;
  };

  static occurrence_dates dates_of(const recurrence& rule, const civil_zone auto& zone, day_range dates) {
    occurrence_dates found;
    for (civil_day day = dates.first; day <= dates.last; day += std::chrono::days{1}) {
      if (!rule.falls_on(day)) continue;
      const civil_lookup opens = zone.look_up(day + rule.span().opens);
      const civil_lookup closes = zone.look_up(day + rule.span().closes);
      const bool is_alike = opens.happens == occurrence::once && closes.happens == occurrence::once &&
                            closes.earlier - opens.earlier == rule.span().closes - rule.span().opens;
      if (is_alike)
        found.alike.push_back(day);
      else
        found.others.emplace_back(day, rule.occurrence_on(zone, day));
    }
    return found;
  }

  void new_series(entries& to, std::string_view id, std::string_view summary, const recurrence& rule,
                  const civil_zone auto& zone, day_range dates) const {
    check_whole_seconds(rule.span());
    const std::string on = std::visit([](const auto& day) { return detail::ical_day(day); }, rule.on());
    const std::string name =
        std::string(id) + '.' + on + '.' + detail::ical_time(civil_time{rule.span().opens}).substr(9);
    const auto [alike, others] = dates_of(rule, zone, dates);
    if (!alike.empty()) {
      const std::string local = detail::ical_zone(zone.name()) + ':';
      const bool is_weekly = std::holds_alternative<std::chrono::weekday>(rule.on());
      icalcomponent* event = new_event(to, name, summary);
      detail::add_property(event, "DTSTART" + local + detail::ical_time(alike.front() + rule.span().opens));
      detail::add_property(event, "DTEND" + local + detail::ical_time(alike.front() + rule.span().closes));
      detail::add_property(event,
                           "RRULE:FREQ=" + std::string(is_weekly ? "WEEKLY" : "MONTHLY") + ";BYDAY=" + on +
                               ";UNTIL=" + detail::ical_time(exact_instant(zone, alike.back() + rule.span().opens)));
      for (const auto& [day, left] : others)
        if (alike.front() < day && day < alike.back())
          detail::add_property(event, "EXDATE" + local + detail::ical_time(day + rule.span().opens));
      to.zone_from = (std::min)(to.zone_from.value_or(alike.front()), alike.front());
    }
    for (const auto& [day, left] : others)
      if (left) new_period(to, name + '.' + detail::ical_time(civil_time{day}).substr(0, 8), summary, *left);
  }

  void new_period(entries& to, std::string_view id, std::string_view summary, const interval& during) const {
    using std::chrono::ceil;
    using std::chrono::seconds;
    check_id(id, summary);
    if (during.empty())
      throw ical_error("the period \"" + detail::excerpt(id) + "\" is empty at " + iso(during.starts_at()) +
                       "; allowed: an end after the beginning");
    icalcomponent* event = new_event(to, id, summary);
    detail::add_property(event, "DTSTART:" + detail::ical_time(during.starts_at()));
    detail::add_property(event, "DTEND:" + detail::ical_time(ceil<seconds>(detail::writable(during.ends_at()))));
  }

  icalcomponent* new_event(entries& to, std::string_view id, std::string_view summary) const {
    const std::string uid = std::string(id) + '@' + host_;
    if (uids_.contains(uid) || !to.uids.insert(uid).second)
      throw ical_error("the UID \"" + detail::excerpt(uid) +
                       "\" is taken in this calendar; allowed: an id of its own for each entry");
    icalcomponent* event = to.events.emplace_back(icalcomponent_new(ICAL_VEVENT_COMPONENT)).get();
    detail::add_text(event, ICAL_UID_PROPERTY, uid);
    detail::add_text(event, ICAL_SUMMARY_PROPERTY, std::string(summary));
    detail::add_property(event, "DTSTAMP:" + stamped_at_);
    detail::add_property(event, "TRANSP:TRANSPARENT");  // nobody is busy then
    return event;
  }

  void add(entries added) {
    uids_.merge(added.uids);
    for (detail::component_ptr& event : added.events) icalcomponent_add_component(root_.get(), event.release());
  }

  /// One zone of a name, from the earliest date that needs it.
  void add_zone(const civil_zone auto& zone, civil_day from) {
    auto& known = zones_[std::string(zone.name())];
    if (known.component != nullptr && known.from <= from) return;
    detail::component_ptr component = detail::time_zone_component(zone, from);
    if (known.component != nullptr) {
      icalcomponent_remove_component(root_.get(), known.component);
      icalcomponent_free(known.component);
    }
    known = {from, component.release()};
    icalcomponent_add_component(root_.get(), known.component);
  }

  struct known_zone {
    civil_day from;
    icalcomponent* component = nullptr;
  };

  std::string host_;
  std::string stamped_at_;
  detail::component_ptr root_;
  std::set<std::string> uids_;
  std::map<std::string, known_zone> zones_;
};

}  // namespace sla::inline v0

#endif
