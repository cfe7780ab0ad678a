#ifndef SLA_ICAL_COMPONENT_HPP
#define SLA_ICAL_COMPONENT_HPP

#include <libical/ical.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// A calendar in iCalendar that cannot be read or written as it is; the message names place, value and what is allowed.
class ical_error : public error {
 public:
  using error::error;
};

namespace detail {

struct free_component {
  void operator()(icalcomponent* component) const noexcept { icalcomponent_free(component); }
};
using component_ptr = std::unique_ptr<icalcomponent, free_component>;

/// Takes over a text that libical has made for the caller.
inline std::string taken(char* text) {
  const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> owned(text, &icalmemory_free_buffer);
  return text == nullptr ? std::string{} : std::string(text);
}

constexpr bool is_control_character(char each) noexcept {
  return static_cast<unsigned char>(each) < 0x20 || each == '\x7F';
}

/// A text as an error quotes it: cut where it is longer than 75 bytes, without control characters.
inline std::string excerpt(std::string_view text) {
  constexpr std::size_t longest = 75;
  constexpr std::string_view digits = "0123456789abcdef";
  const bool is_cut = text.size() > longest;
  std::size_t end = is_cut ? longest : text.size();
  const auto continues = [](char each) { return (static_cast<unsigned char>(each) & 0xC0) == 0x80; };
  while (is_cut && end > 0 && continues(text[end])) --end;
  std::string shown;
  for (const char each : text.substr(0, end)) {
    const auto byte = static_cast<unsigned char>(each);
    if (is_control_character(each))
      shown += "\\u00" + std::string{digits[byte / 16], digits[byte % 16]};
    else
      shown += each;
  }
  return is_cut ? shown + "... (" + std::to_string(text.size()) + " bytes)" : shown;
}

/// A text without the blanks around it.
inline std::string_view trimmed(std::string_view text) {
  const std::size_t first = (std::min)(text.find_first_not_of(" \t"), text.size());
  return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

/// The same in capitals.
inline std::string capitals(std::string_view text) {
  std::string all(trimmed(text));
  std::ranges::transform(all, all.begin(),
                         [](char each) { return 'a' <= each && each <= 'z' ? static_cast<char>(each - 32) : each; });
  return all;
}

/// A component as text, its lines ended by CR and LF and folded at 75 octets.
inline std::string text_of(icalcomponent* component) { return taken(icalcomponent_as_ical_string_r(component)); }

/// A property as one line, not folded.
inline std::string text_of(icalproperty* property) {
  std::string text = taken(icalproperty_as_ical_string_r(property));
  for (std::size_t fold = text.find("\r\n "); fold != std::string::npos; fold = text.find("\r\n ")) text.erase(fold, 3);
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  return text;
}

/// Adds a property as RFC 5545 writes it.
///
/// throws  ical_error if it is none
inline void add_property(icalcomponent* to, const std::string& line) {
  icalproperty* property = icalproperty_new_from_string(line.c_str());
  if (property == nullptr) throw ical_error('"' + excerpt(line) + "\" is no property; allowed: those of RFC 5545");
  icalcomponent_add_property(to, property);
}

/// Adds a property whose value is a text, such as SUMMARY.
///
/// throws  ical_error for control characters, which a text of RFC 5545 has not, but for tabs and line feeds
inline void add_text(icalcomponent* to, icalproperty_kind kind, const std::string& text) {
  if (std::ranges::any_of(text, [](char each) { return is_control_character(each) && each != '\t' && each != '\n'; }))
    throw ical_error("the " + std::string(icalproperty_kind_to_string(kind)) + " \"" + excerpt(text) +
                     "\" has a control character; allowed: texts with none but tabs and line feeds");
  icalproperty* property = icalproperty_new(kind);
  icalproperty_set_value(property, icalvalue_new_text(text.c_str()));
  icalcomponent_add_property(to, property);
}

}  // namespace detail

}  // namespace sla::inline v0

#endif
