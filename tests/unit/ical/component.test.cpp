#include "sla/ical/component.hpp"

#include <doctest/doctest.h>

#include <string>
#include <type_traits>

#include "support/message.hpp"

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

TEST_CASE("a property that libical does not take is an error") {
  const sla::detail::component_ptr event(icalcomponent_new(ICAL_VEVENT_COMPONENT));
  CHECK(sla_tests::message_of<sla::ical_error>([&] {
          sla::detail::add_property(event.get(), "DTSTART;TZID=A;B:20260102T210000");
        }) == "\"DTSTART;TZID=A;B:20260102T210000\" is no property; allowed: those of RFC 5545");
}

TEST_CASE("a text is escaped, and has no control characters but tabs and line feeds") {
  const sla::detail::component_ptr event(icalcomponent_new(ICAL_VEVENT_COMPONENT));
  sla::detail::add_text(event.get(), ICAL_SUMMARY_PROPERTY, "a;b,c\\d\n\te");
  CHECK(sla::detail::text_of(icalcomponent_get_first_property(event.get(), ICAL_SUMMARY_PROPERTY)) ==
        "SUMMARY:a\\;b\\,c\\\\d\\n\te");
  CHECK(sla_tests::message_of<sla::ical_error>([&] {
          sla::detail::add_text(event.get(), ICAL_SUMMARY_PROPERTY, "a\x7F");
        }) == "the SUMMARY \"a\\u007f\" has a control character; allowed: texts with none but tabs and line feeds");
}

TEST_CASE("an error quotes 75 bytes of a text at most, whole characters, and no control characters") {
  CHECK(sla::detail::excerpt("Noël") == "Noël");
  CHECK(sla::detail::excerpt(std::string("a\0b\x7F", 4)) == "a\\u0000b\\u007f");
  CHECK(sla::detail::excerpt(std::string(75, 'x')) == std::string(75, 'x'));
  CHECK(sla::detail::excerpt(std::string(76, 'x')) == std::string(75, 'x') + "... (76 bytes)");
  CHECK(sla::detail::excerpt(std::string(74, 'x') + "é" + "y") == std::string(74, 'x') + "... (77 bytes)");
  CHECK(sla::detail::excerpt(std::string(80, '\x80')) == "... (80 bytes)");
}
