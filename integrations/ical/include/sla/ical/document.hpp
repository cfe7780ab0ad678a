#ifndef SLA_ICAL_DOCUMENT_HPP
#define SLA_ICAL_DOCUMENT_HPP

#include <libical/ical.h>

#include <algorithm>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sla/ical/component.hpp"

namespace sla::inline v0::detail {

/// The events of a file, in their order.
///
/// calendars  own the events
struct ical_document {
  struct event {
    int line;
    icalcomponent* component;
  };

  std::vector<component_ptr> calendars;
  std::vector<event> events;
};

/// Reads the lines of a file, and joins what is folded.
class content_lines {
 public:
  explicit content_lines(std::istream& in) : in_(in) {}

  /// The next line that is not empty; false at the end.
  bool next(std::string& line) {
    line.clear();
    for (std::string part; line.empty() && std::getline(in_, part);) {
      number_ = ++read_;
      line = without_cr(part);
      while ((in_.peek() == ' ' || in_.peek() == '\t') && std::getline(in_, part)) {
        ++read_;
        line += without_cr(part).substr(1);
      }
    }
    return !line.empty();
  }

  /// On which the line began.
  int number() const noexcept { return number_; }

 private:
  static std::string_view without_cr(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  std::istream& in_;
  int read_ = 0;
  int number_ = 0;
};

/// True if a line starts with a word, in capitals or not.
inline bool starts_with(std::string_view line, std::string_view word) {
  const auto upper = [](char letter) {
    return 'a' <= letter && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
  };
  return std::ranges::equal(line.substr(0, word.size()), word, {}, upper);
}

/// The component that a line begins or ends; none if it does not start with the word.
inline icalcomponent_kind component_after(std::string_view word, const std::string& line) {
  return starts_with(line, word) ? icalcomponent_string_to_kind(line.substr(word.size()).c_str()) : ICAL_NO_COMPONENT;
}

/// Reads a file of events and time zones.
///
/// file    by which errors call it
/// throws  ical_error naming file, line, what stands there and what is allowed
inline ical_document read_ical(std::istream& in, std::string_view file) {
  content_lines lines(in);
  const auto refuse = [&](const std::string& what) {
    throw ical_error(std::string(file) + ':' + std::to_string(lines.number()) + ": " + what);
  };
  const std::unique_ptr<icalparser, decltype(&icalparser_free)> parser(icalparser_new(), &icalparser_free);
  ical_document document;
  std::vector<icalcomponent_kind> open;
  std::vector<int> began;
  for (std::string line; lines.next(line);) {
    // libical takes any END for the right one, whatever it names, and any component anywhere.
    const icalcomponent_kind begins = component_after("BEGIN:", line);
    const icalcomponent_kind ends = component_after("END:", line);
    const bool is_boundary = begins != ICAL_NO_COMPONENT || ends != ICAL_NO_COMPONENT;
    if (!is_boundary && (starts_with(line, "BEGIN") || starts_with(line, "END")))
      refuse('"' + excerpt(line) + "\" begins or ends no component; allowed: a name of RFC 5545, such as BEGIN:VEVENT");
    if (open.empty() && begins != ICAL_VCALENDAR_COMPONENT)
      refuse('"' + excerpt(line) + "\" stands outside of a calendar; allowed: BEGIN:VCALENDAR");
    if (open.size() == 1 && begins != ICAL_NO_COMPONENT && begins != ICAL_VEVENT_COMPONENT &&
        begins != ICAL_VTIMEZONE_COMPONENT)
      refuse('"' + excerpt(line) + "\" is no part of a calendar of holidays; allowed: VEVENT, VTIMEZONE");
    if (ends != ICAL_NO_COMPONENT && ends != open.back())
      refuse('"' + excerpt(line) +
             "\" ends another component; allowed: END:" + icalcomponent_kind_to_string(open.back()));

    if (open.size() == 1 && begins == ICAL_VEVENT_COMPONENT) began.push_back(lines.number());
    if (begins != ICAL_NO_COMPONENT) open.push_back(begins);
    if (ends != ICAL_NO_COMPONENT) open.pop_back();
    icalcomponent* complete = icalparser_add_line(parser.get(), line.data());
    if (complete != nullptr) document.calendars.emplace_back(complete);
    if (icalparser_get_state(parser.get()) == ICALPARSER_ERROR)
      refuse('"' + excerpt(line) + "\" cannot be read; allowed: a property as RFC 5545 writes it");
  }
  if (in.bad()) throw ical_error(std::string(file) + ": cannot be read to its end");
  if (!open.empty()) refuse(std::string("the file stops before END:") + icalcomponent_kind_to_string(open.back()));
  if (document.calendars.empty()) throw ical_error(std::string(file) + ": there is no calendar in it");

  for (const component_ptr& calendar : document.calendars)
    for (icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
         event != nullptr; event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT))
      document.events.push_back({began[document.events.size()], event});
  return document;
}

}  // namespace sla::inline v0::detail

#endif
