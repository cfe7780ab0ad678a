#include "sla/time/error.hpp"

#include <stdexcept>
#include <type_traits>

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla_tests::date;
using sla_tests::message_of;

TEST_CASE_TEMPLATE("every error is an sla::error and a std::runtime_error", Error, sla::coverage_error,
                   sla::interval_error, sla::civil_time_error, sla::terms_error, sla::event_error) {
  CHECK(std::is_base_of_v<sla::error, Error>);
  CHECK(std::is_base_of_v<std::runtime_error, Error>);
  CHECK(message_of<sla::error>([] { throw Error("why"); }) == "why");
}

TEST_CASE("a date outside coverage is named together with the range that is covered") {
  const sla::day_range year{date(2026y / January / 1), date(2026y / December / 31)};
  CHECK(message_of<sla::coverage_error>([&] {
          sla::detail::day_is_outside_coverage("the plant's calendar", date(2027y / January / 1), year);
        }) == "the plant's calendar does not cover 2027-01-01; it covers 2026-01-01 to 2026-12-31");
}
