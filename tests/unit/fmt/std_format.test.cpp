#include "sla/fmt/std_format.hpp"

#include <doctest/doctest.h>

#ifdef __cpp_lib_format

#include <chrono>
#include <format>

#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/fmt/results.hpp"
#include "support/formatted.hpp"
#include "support/message.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

const sla::interval evening{hbi::eastern(2026y / November / 6, 20h + 45min),
                            hbi::eastern(2026y / November / 6, 22h + 10min)};

TEST_CASE("std::format prints as fmt::format does") {
  CHECK(std::format("{:>8}|{:.2}|{:c}", sla::elapsed{2h}, sla::fraction{99999, 100000}, sla::elapsed{90min}) ==
        "     2 h|99.99 %|1:30:00");
  CHECK(std::format("[{:*^{}}]", sla::elapsed{2h}, 5) == "[*2 h*]");
  CHECK(std::format("[{1:>{0}}]", 5, sla::elapsed{2h}) == "[  2 h]");
  CHECK(std::format("{:@America/New_York}", evening) == "Fri 2026-11-06 20:45 EST to Fri 2026-11-06 22:10 EST");
  CHECK(std::format("{}", sla::interval_set{evening}) == sla_tests::formatted(sla::interval_set{evening}));
  CHECK(std::format("{}", hbi::severities) == sla_tests::formatted(hbi::severities));
  CHECK(std::format("{}", sla::local(sla::us_eastern, sla::deadline(evening.ends_at()))) == "Fri 2026-11-06 22:10 EST");
}

TEST_CASE("a bad specification is std::format's error, with the same words") {
  const sla::fraction half{1, 2};
  CHECK(sla_tests::message_of<std::format_error>(
            [&] { static_cast<void>(std::vformat("{:.0}", std::make_format_args(half))); }) ==
        "the format specification \".0\" is not understood; allowed: [[fill]align][width], .1 to .9, d, r "
        "without digits");
}

}  // namespace

#else

TEST_CASE("std::format" * doctest::description("this standard library has none") * doctest::skip()) {}

#endif
