#include "sla/ical/component.hpp"

#include <doctest/doctest.h>

#include <string>
#include <type_traits>

TEST_CASE("an error of iCalendar is one of this library") { CHECK((std::is_base_of_v<sla::error, sla::ical_error>)); }

TEST_CASE("a component is text with lines that end in CR and LF and are folded at 75 octets") {
  const sla::detail::component_ptr event(icalcomponent_new(ICAL_VEVENT_COMPONENT));
  sla::detail::add_property(event.get(), "SUMMARY:" + std::string(100, 'x'));
  CHECK(sla::detail::text_of(event.get()) ==
        "BEGIN:VEVENT\r\nSUMMARY:\r\n " + std::string(74, 'x') + "\r\n " + std::string(26, 'x') + "\r\nEND:VEVENT\r\n");
}

TEST_CASE("a property is one line") {
  const sla::detail::component_ptr event(icalcomponent_new(ICAL_VEVENT_COMPONENT));
  const std::string line = "SUMMARY:" + std::string(200, 'x');
  sla::detail::add_property(event.get(), line);
  CHECK(sla::detail::text_of(icalcomponent_get_first_property(event.get(), ICAL_SUMMARY_PROPERTY)) == line);
}

TEST_CASE("an error quotes 75 bytes of a text at most, whole characters, and no control characters") {
  CHECK(sla::detail::excerpt("Noël") == "Noël");
  CHECK(sla::detail::excerpt(std::string("a\0b\x7F", 4)) == "a\\u0000b\\u007f");
  CHECK(sla::detail::excerpt(std::string(75, 'x')) == std::string(75, 'x'));
  CHECK(sla::detail::excerpt(std::string(76, 'x')) == std::string(75, 'x') + "... (76 bytes)");
  CHECK(sla::detail::excerpt(std::string(74, 'x') + "é" + "y") == std::string(74, 'x') + "... (77 bytes)");
  CHECK(sla::detail::excerpt(std::string(80, '\x80')) == "... (80 bytes)");
}
