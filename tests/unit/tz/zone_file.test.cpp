#include "sla/tz/zone_file.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::detail::read_zone_file_end;

namespace {

std::string number(long long value, int bytes) {
  std::string text;
  while (bytes-- > 0) text += static_cast<char>(value >> 8 * bytes & 0xff);
  return text;
}

/// The header of a block with two changes, three types, eight letters, a leap second and an indicator of each kind.
std::string header(char version) {
  std::string text = std::string("TZif") + version + std::string(15, '\0');
  for (const int count : {1, 1, 1, 2, 3, 8}) text += number(count, 4);
  return text;
}

std::string block(char version, int time_size, seconds last_change) {
  return header(version) + number(last_change.count() - 1000, time_size) + number(last_change.count(), time_size) +
         std::string(2, '\0') + std::string(3 * 6, '\0') + "LMTESTED" +
         std::string(static_cast<std::size_t>(time_size) + 4, '\0') + std::string(2, '\0');
}

const auto november = sla_tests::utc(2007y / November / 4, 6h);
const std::string file =
    block('2', 4, 17s) + block('2', 8, floor<seconds>(november.time_since_epoch())) + "\nEST5EDT,M3.2.0,M11.1.0\n";

}  // namespace

TEST_CASE("a file ends with its last change in 64 bits, and the rule behind it") {
  const auto end = read_zone_file_end(file);
  REQUIRE(end.has_value());
  REQUIRE(end->last_change.has_value());
  CHECK(*end->last_change == november);
  CHECK(end->rule == "EST5EDT,M3.2.0,M11.1.0");
}

TEST_CASE("a change before 1970 is one") {
  const auto end = read_zone_file_end(block('3', 4, 0s) + block('3', 8, -588'848'400s) + "\nJST-9\n");
  REQUIRE(end.has_value());
  CHECK(*end->last_change == sla_tests::utc(1951y / May / 5, 15h));
}

TEST_CASE("a rule may be empty") {
  const auto end = read_zone_file_end(block('2', 4, 0s) + block('2', 8, 0s) + "\n\n");
  REQUIRE(end.has_value());
  CHECK(end->rule.empty());
}

TEST_CASE("a file of version 1, one that is cut off, and another file have no such end") {
  CHECK_FALSE(read_zone_file_end(block('\0', 4, 0s)).has_value());
  CHECK_FALSE(read_zone_file_end("").has_value());
  CHECK_FALSE(read_zone_file_end("TZif2").has_value());
  CHECK_FALSE(read_zone_file_end("# tzdb data for Africa and environs\n\n").has_value());
  CHECK_FALSE(read_zone_file_end(block('2', 4, 0s) + block('2', 8, 0s)).has_value());
  for (std::size_t length = 0; length < file.size(); ++length) {
    CAPTURE(length);
    CHECK_FALSE(read_zone_file_end(file.substr(0, length)).has_value());
  }
}

TEST_CASE("the file of a zone is found where the machine's database is") {
  const auto end = read_zone_file_end(sla::detail::read_zone_file("America/New_York"));
  REQUIRE(end.has_value());
  CHECK(end->rule == "EST5EDT,M3.2.0,M11.1.0");
  CHECK(sla::detail::read_zone_file("Europe/Lodnon").empty());
}
