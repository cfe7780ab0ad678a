#include "sla/policy/percent.hpp"

#include <doctest/doctest.h>

#include <optional>

#include "support/terms_text.hpp"

using namespace sla::literals;

namespace {

using sla::fraction;
using sla::percent_text;
using sla::percentage;

static_assert(99.95_percent == fraction{9995, 10000});
static_assert(0_percent == fraction{0, 1});
static_assert(100_percent == fraction{1, 1});
static_assert(99.0_percent == fraction{99, 100});
static_assert(0.000000001_percent == fraction{1, 100'000'000'000});

TEST_CASE("a percentage is read digit by digit, exactly") {
  CHECK(percentage("99.95") == fraction{9995, 10000});
  CHECK(percentage("0.1") == fraction{1, 1000});
  CHECK(percentage("007") == fraction{7, 100});
  CHECK(percentage("100.0") == fraction{1, 1});
  CHECK(percentage("99.999999999") == fraction{99'999'999'999, 100'000'000'000});
}

TEST_CASE("what is no percentage from 0 to 100 with at most nine decimals is none") {
  for (const char* text : {"", ".", ".5", "5.", "1..2", "1.2.3", "-1", "+1", " 1", "1 ", "1e2", "1'0", "0x1", "a",
                           "101", "100.1", "100.000000001", "0.0000000001", "99999999999999999999"})
    CHECK_MESSAGE(percentage(text) == std::nullopt, text);
}

TEST_CASE("a share is written as a percentage without zeros at its end") {
  CHECK(percent_text(99.95_percent) == "99.95 %");
  CHECK(percent_text(fraction{1, 1}) == "100 %");
  CHECK(percent_text(fraction{0, 1}) == "0 %");
  CHECK(percent_text(fraction{1, 3}) == "33.333333333 %");
}

}  // namespace
