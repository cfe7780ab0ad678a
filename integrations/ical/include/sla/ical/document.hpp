#ifndef SLA_ICAL_DOCUMENT_HPP
#define SLA_ICAL_DOCUMENT_HPP

// Of a calendar that is read of which a holiday is made. Everything else in the file is ignored, as RFC 5545 demands of what
// a reader does not know: other properties, whatever they hold, and other components with all that is in them. Where an
// event begins and ends is read as strictly as what is in it.

#include <algorithm>
#include <array>
#include <cstddef>
#include <istream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sla/ical/component.hpp"

namespace sla::inline v0::detail {

/// A property such as DTSTART;VALUE=DATE:20261225.
///
/// line        as it stands in the file, not folded
/// parameters  names and values in capitals, without quotation marks
struct ical_property {
  std::string name;
  std::string line;
  std::map<std::string, std::string> parameters;
  std::string value;
};

/// The events of a file, in their order.
struct ical_document {
  struct event {
    int line;
    std::vector<ical_property> properties;
  };

  std::vector<event> events;
};

/// Reads the lines of a file, which end with CR, LF or both, and joins what is folded. Empty lines are nothing.
class content_lines {
 public:
  content_lines(std::istream& in, std::string_view file) : in_(in), file_(file) {}

  /// The next line; false at the end.
  ///
  /// throws  ical_error for a line of more than 1 MiB and a file of more than 16 MiB
  bool next(std::string& line) {
    line = std::exchange(ahead_, {});
    number_ = ahead_number_;
    while (read()) {
      if (part_.empty()) continue;
      if (line.empty()) {
        line = part_;
        number_ = read_;
      } else if (part_.front() == ' ' || part_.front() == '\t') {
        line.append(part_, 1);
      } else {
        ahead_ = part_;
        ahead_number_ = read_;
        break;
      }
    }
    if (in_.bad()) throw ical_error(std::string(file_) + ": cannot be read to its end");
    return !line.empty();
  }

  /// Names the line that was read last.
  [[noreturn]] void refuse(const std::string& what) const { refuse_at(number_, what); }

  /// On which the line began.
  int number() const noexcept { return number_; }

 private:
  [[noreturn]] void refuse_at(int line, const std::string& what) const {
    throw ical_error(std::string(file_) + ':' + std::to_string(line) + ": " + what);
  }

  bool read() {
    constexpr std::size_t mebibyte = 1024 * 1024;
    part_.clear();
    char each = 0;
    if (!in_.get(each)) return false;
    ++read_;
    for (; in_ && each != '\r' && each != '\n'; in_.get(each)) {
      part_ += each;
      if (part_.size() > mebibyte) refuse_at(read_, "the line is too long; allowed: up to 1 MiB");
    }
    while (each == '\r' && in_.peek() == '\r') in_.get();
    if (each == '\r' && in_.peek() == '\n') in_.get();
    bytes_ += part_.size() + 1;
    if (bytes_ > 16 * mebibyte) refuse_at(read_, "the file is too long; allowed: up to 16 MiB");
    return true;
  }

  std::istream& in_;
  std::string_view file_;
  std::string part_;
  std::string ahead_;
  std::size_t bytes_ = 0;
  int read_ = 0;
  int number_ = 0;
  int ahead_number_ = 0;
};

/// The letters, digits and hyphens with which a line begins, in capitals.
inline std::string first_word(std::string_view line) {
  constexpr std::string_view of_names = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
  return capitals(line.substr(0, line.find_first_not_of(of_names)));
}

/// The property that a line holds; none if it is no NAME;PARAMETER="...":VALUE.
inline std::optional<ical_property> property_in(const std::string& line) {
  ical_property property{first_word(line), line, {}, {}};
  if (property.name.empty()) return std::nullopt;
  std::size_t begins = property.name.size();
  bool is_quoted = false;
  for (std::size_t at = begins; at < line.size(); ++at) {
    if (line[at] == '"') is_quoted = !is_quoted;
    if (is_quoted || (line[at] != ';' && line[at] != ':')) continue;
    std::string parameter = capitals(std::string_view(line).substr(begins, at - begins));
    if (begins == property.name.size() && !parameter.empty()) return std::nullopt;
    std::erase(parameter, '"');
    const std::size_t equals = (std::min)(parameter.find('='), parameter.size());
    property.parameters[parameter.substr(0, equals)] = parameter.substr((std::min)(equals + 1, parameter.size()));
    begins = at + 1;
    if (line[at] == ';') continue;
    property.value = trimmed(std::string_view(line).substr(begins));
    return property;
  }
  return std::nullopt;
}

/// True for what is read of a component: of an event what a holiday is made of, of a calendar what it says of all its events.
inline bool is_read_of(std::string_view component, std::string_view property) {
  constexpr std::array of_events{"DTSTART", "DTEND",  "DURATION",      "RRULE",   "EXRULE", "RDATE",
                                 "EXDATE",  "STATUS", "RECURRENCE-ID", "SUMMARY", "UID"};
  constexpr std::array of_calendars{"CALSCALE", "METHOD"};
  return component == "VEVENT" ? std::ranges::find(of_events, property) != of_events.end()
                               : std::ranges::find(of_calendars, property) != of_calendars.end();
}

/// Reads the events of a file.
///
/// file    by which errors call it
/// throws  ical_error naming file, line, what stands there and what is allowed
inline ical_document read_ical(std::istream& in, std::string_view file) {
  constexpr std::size_t deepest = 16;
  content_lines lines(in, file);
  ical_document document;
  std::vector<std::string> open;
  bool has_calendar = false;
  bool is_after_ignored = false;
  for (std::string line; lines.next(line);) {
    const auto refuse = [&](const std::string& what) { lines.refuse('"' + excerpt(line) + "\" " + what); };
    if (open.empty() && (line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF")))
      lines.refuse("the file begins with a byte order mark of UTF-16; allowed: UTF-8");
    if (open.empty() && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.empty()) continue;

    const std::string word = first_word(line);
    if (word == "BEGIN" || word == "END") {
      const std::string name = line.substr(word.size()).starts_with(':') ? capitals(line.substr(word.size() + 1)) : "";
      const std::string within = open.empty() ? "" : open.back();
      if (name.empty() || first_word(name) != name)
        refuse("begins or ends no component; allowed: a name, such as BEGIN:VEVENT");
      if (open.empty() && (word == "END" || name != "VCALENDAR"))
        refuse("stands outside of a calendar; allowed: BEGIN:VCALENDAR");
      if (word == "END" && name != within) refuse("ends another component; allowed: END:" + within);
      if (word == "BEGIN" && ((name == "VCALENDAR" && !within.empty()) || (name == "VEVENT" && within != "VCALENDAR")))
        refuse("stands within " + within + "; allowed: calendars one after another, events in a calendar");
      if (word == "BEGIN" && open.size() == deepest)
        refuse("stands too deep; allowed: " + std::to_string(deepest) + " components within each other");
      if (word == "BEGIN" && name == "VEVENT") document.events.push_back({lines.number(), {}});
      if (word == "BEGIN")
        open.push_back(name);
      else
        open.pop_back();
      has_calendar = true;
      is_after_ignored = false;
      continue;
    }
    if (open.empty()) refuse("stands outside of a calendar; allowed: BEGIN:VCALENDAR");
    if (open.back() != "VCALENDAR" && open.back() != "VEVENT") continue;

    // Some write the lines of a long text without folding them: what is no property belongs to what is ignored before it.
    const bool is_named = !word.empty() && line.substr(word.size()).find_first_of(":;") == 0;
    if (!is_read_of(open.back(), word) && (is_named || is_after_ignored)) {
      is_after_ignored = true;
      continue;
    }
    is_after_ignored = false;
    const std::optional<ical_property> property = property_in(line);
    if (!property) {
      refuse("cannot be read; allowed: a property as RFC 5545 writes it");
    } else if (open.back() == "VEVENT") {
      document.events.back().properties.push_back(*property);
    } else if (word == "CALSCALE" && !property->value.empty() && capitals(property->value) != "GREGORIAN") {
      refuse("is another calendar; allowed: CALSCALE:GREGORIAN");
    } else if (word == "METHOD" && capitals(property->value) == "CANCEL") {
      refuse("takes its events back; allowed: METHOD:PUBLISH");
    }
  }
  if (!open.empty()) lines.refuse("the file stops before END:" + open.back());
  if (!has_calendar) throw ical_error(std::string(file) + ": there is no calendar in it");
  return document;
}

}  // namespace sla::inline v0::detail

#endif
