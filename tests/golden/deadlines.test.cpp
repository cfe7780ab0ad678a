// The worked examples of the contract that end in a due instant, US Eastern. The compiler proves every row; the test
// cases name the row and the column if one should ever break.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

constexpr sla::instant at(year_month_day date, minutes since_midnight = 0min) {
  return hbi::eastern(date, since_midnight);
}

// ---- As written -----------------------------------------------------------------------------------------------------

struct promises {
  sla::instant received;
  sla::instant critical_response, urgent_response, serious_response, minor_response;
  sla::instant critical_resolution, urgent_resolution, serious_resolution;
};

// clang-format off
constexpr std::array as_written{
    //        received                               S1 response                           S2 response                           S3 response                S4 response                S1 resolution (confirmed then)        S2 resolution              S3 resolution
    promises{at(2025y/July/3, 15h + 30min),      at(2025y/July/3, 17h + 30min),      at(2025y/July/3, 19h + 30min),      at(2025y/July/8),      at(2025y/July/9),      at(2025y/July/4, 15h + 30min),      at(2025y/July/10),     at(2025y/August/16)},
    promises{at(2025y/July/4, 10h),              at(2025y/July/4, 12h),              at(2025y/July/7, 4h),               at(2025y/July/8),      at(2025y/July/9),      at(2025y/July/5, 10h),              at(2025y/July/10),     at(2025y/August/16)},
    promises{at(2026y/November/20, 22h),         at(2026y/November/21),              at(2026y/November/23, 2h),          at(2026y/November/24), at(2026y/November/25), at(2026y/November/21, 22h),         at(2026y/November/26), at(2027y/January/7)},
    promises{at(2026y/November/25, 16h + 30min), at(2026y/November/25, 18h + 30min), at(2026y/November/25, 20h + 30min), at(2026y/November/28), at(2026y/December/1),  at(2026y/November/26, 16h + 30min), at(2026y/December/2),  at(2027y/January/12)},
    promises{at(2026y/December/24, 23h),         at(2026y/December/25, 1h),          at(2026y/December/28, 3h),          at(2026y/December/29), at(2026y/December/30), at(2026y/December/25, 23h),         at(2026y/December/31), at(2027y/February/10)},
    promises{at(2027y/December/30, 15h),         at(2027y/December/30, 17h),         at(2027y/December/30, 19h),         at(2028y/January/4),   at(2028y/January/5),   at(2027y/December/31, 15h),         at(2028y/January/6),   at(2028y/February/15)},
};
// clang-format on

template <class Terms>
constexpr sla::deadline response(hbi::severity level, const promises& row) {
  return sla::response_due(Terms{}, level, row.received);
}
template <class Terms>
constexpr sla::deadline resolution(hbi::severity level, const promises& row) {
  return sla::resolution_due(Terms{}, level, row.received, row.received);
}

constexpr bool are_kept(const promises& row) {
  using enum hbi::severity;
  return response<hbi::support>(critical, row) == row.critical_response &&
         response<hbi::support>(urgent, row) == row.urgent_response &&
         response<hbi::support>(serious, row) == row.serious_response &&
         response<hbi::support>(minor, row) == row.minor_response &&
         resolution<hbi::support>(critical, row) == row.critical_resolution &&
         resolution<hbi::support>(urgent, row) == row.urgent_resolution &&
         resolution<hbi::support>(serious, row) == row.serious_resolution &&
         resolution<hbi::support>(minor, row) == sla::deadline::not_promised();
}

static_assert(are_kept(as_written[0]));
static_assert(are_kept(as_written[1]));
static_assert(are_kept(as_written[2]));
static_assert(are_kept(as_written[3]));
static_assert(are_kept(as_written[4]));
static_assert(are_kept(as_written[5]));

TEST_CASE("as written") {
  using enum hbi::severity;
  for (const promises& row : as_written) {
    const std::string received = sla::iso(sla::us_eastern.to_civil(row.received));
    CAPTURE(received);
    CHECK(response<hbi::support>(critical, row) == row.critical_response);
    CHECK(response<hbi::support>(urgent, row) == row.urgent_response);
    CHECK(response<hbi::support>(serious, row) == row.serious_response);
    CHECK(response<hbi::support>(minor, row) == row.minor_response);
    CHECK(resolution<hbi::support>(critical, row) == row.critical_resolution);
    CHECK(resolution<hbi::support>(urgent, row) == row.urgent_resolution);
    CHECK(resolution<hbi::support>(serious, row) == row.serious_resolution);
    CHECK(resolution<hbi::support>(minor, row) == sla::deadline::not_promised());
  }
}

// ---- Business hours 09:00 to 17:00, otherwise as written ------------------------------------------------------------

struct office_promises {
  sla::instant received;
  sla::instant urgent_response, serious_response, urgent_resolution, serious_resolution;
};

// clang-format off
constexpr std::array nine_to_five{
    //               received                         S2 response                          S3 response                     S2 resolution                   S3 resolution
    office_promises{at(2025y/July/3, 15h + 30min), at(2025y/July/7, 11h + 30min), at(2025y/July/7, 17h),      at(2025y/July/9, 17h),      at(2025y/August/15, 17h)},
    office_promises{at(2026y/November/20, 22h),    at(2026y/November/23, 13h),    at(2026y/November/23, 17h), at(2026y/November/25, 17h), at(2027y/January/6, 17h)},
    office_promises{at(2027y/December/30, 15h),    at(2028y/January/3, 11h),      at(2028y/January/3, 17h),   at(2028y/January/5, 17h),   at(2028y/February/14, 17h)},
};
// clang-format on

constexpr sla::deadline office_response(hbi::severity level, const office_promises& row) {
  return sla::response_due(hbi::office_hours{}, level, row.received);
}
constexpr sla::deadline office_resolution(hbi::severity level, const office_promises& row) {
  return sla::resolution_due(hbi::office_hours{}, level, row.received, std::nullopt);
}

constexpr bool are_kept(const office_promises& row) {
  using enum hbi::severity;
  return office_response(urgent, row) == row.urgent_response && office_response(serious, row) == row.serious_response &&
         office_resolution(urgent, row) == row.urgent_resolution &&
         office_resolution(serious, row) == row.serious_resolution;
}

static_assert(are_kept(nine_to_five[0]));
static_assert(are_kept(nine_to_five[1]));
static_assert(are_kept(nine_to_five[2]));

TEST_CASE("business hours 09:00 to 17:00, otherwise as written") {
  using enum hbi::severity;
  for (const office_promises& row : nine_to_five) {
    const std::string received = sla::iso(sla::us_eastern.to_civil(row.received));
    CAPTURE(received);
    CHECK(office_response(urgent, row) == row.urgent_response);
    CHECK(office_response(serious, row) == row.serious_response);
    CHECK(office_resolution(urgent, row) == row.urgent_resolution);
    CHECK(office_resolution(serious, row) == row.serious_resolution);
  }
}

// ---- Other readings, one change each ----------------------------------------------------------------------------------

template <class Terms>
constexpr sla::deadline response_to(hbi::severity level, sla::instant received) {
  return sla::response_due(Terms{}, level, received);
}

// clang-format off
//                        reading                 severity                  received                     response due
static_assert(response_to<hbi::one_day>          (hbi::severity::urgent,   at(2026y/November/20, 22h)) == at(2026y/November/23, 4h));
static_assert(response_to<hbi::business_date>    (hbi::severity::serious,  at(2026y/November/21, 12h)) == at(2026y/November/25));
static_assert(response_to<hbi::same_time>        (hbi::severity::serious,  at(2025y/July/4, 10h))      == at(2025y/July/7, 10h));
static_assert(response_to<hbi::desk_pauses>      (hbi::severity::critical, at(2026y/December/24, 23h)) == at(2026y/December/26, 1h));
static_assert(response_to<hbi::office_same_time> (hbi::severity::serious,  at(2026y/November/20, 22h)) == at(2026y/November/24, 9h));
// clang-format on

}  // namespace
