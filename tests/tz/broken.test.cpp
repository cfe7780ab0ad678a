// Run by databases.sh, on a machine whose database has files that are none of a zone.
#include <doctest/doctest.h>

#include <string>

#include "sla/tz/tz_zone.hpp"
#include "support/message.hpp"

TEST_CASE("a broken file is no zone" * doctest::skip()) {
  CHECK_NOTHROW((void)sla::tz_zone("Europe/London"));
  for (const char* name : {"Empty", "Text", "Cut", "Counts", "Huge", "Endless", "Dangling", "Pipe"}) {
    CAPTURE(name);
    const std::string said = sla_tests::message_of<sla::tz_error>([&] { sla::tz_zone(std::string("Broken/") + name); });
    CHECK(said.starts_with("no time zone \"Broken/" + std::string(name) + "\" ("));
  }
}
