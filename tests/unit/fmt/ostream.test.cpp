#include "sla/fmt/ostream.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <iomanip>
#include <sstream>

#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/fmt/results.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

std::string streamed(const auto& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

TEST_CASE("streams print values as formatters do without a specification") {
  CHECK(streamed(sla::elapsed{51h + 15min}) == "2 d 3 h 15 min");
  CHECK(streamed(sla::business_days{3}) == "3 business days");
  CHECK(streamed(sla::fraction{2, 3}) == "66.6666 %");
  CHECK(streamed(sla::hour_spill::carries_over) == "carries_over");
  CHECK(streamed(sla::response_due(hbi::support{}, hbi::severity::urgent, hbi::eastern(2026y / November / 20, 22h))) ==
        "2026-11-23T07:00:00Z");
  CHECK(streamed(sla::local(sla::us_eastern, hbi::eastern(2026y / November / 23, 2h))) == "Mon 2026-11-23 02:00 EST");
}

TEST_CASE("width, fill and alignment are the stream's") {
  std::ostringstream out;
  out << std::setw(8) << std::setfill('.') << sla::elapsed{2h} << std::left << std::setw(6) << sla::elapsed{3h};
  CHECK(out.str() == ".....2 h3 h...");
}

}  // namespace
