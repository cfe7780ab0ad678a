#ifndef SLA_ICAL_COMPONENT_HPP
#define SLA_ICAL_COMPONENT_HPP

#include <libical/ical.h>

#include <cstddef>
#include <memory>
#include <string>

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
inline void add_property(icalcomponent* to, const std::string& line) {
  icalcomponent_add_property(to, icalproperty_new_from_string(line.c_str()));
}

}  // namespace detail

}  // namespace sla::inline v0

#endif
