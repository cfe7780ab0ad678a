#ifndef SLA_CONTRACTS_GOOGLE_CLOUD_CDN_HPP
#define SLA_CONTRACTS_GOOGLE_CLOUD_CDN_HPP

// Google's published service level agreement for Cloud CDN, in the version last modified on 9 January 2020
// (https://cloud.google.com/cdn/sla). It is here for its service credits: the facts of its tables, in our words.
//
// It promises an availability and credits, and nothing else: no severities, no desk, no maintenance, no latency. So
// `availability`, `credit`, `describe` and `check` take it, and a due date of it does not compile.
//
// What the document leaves open is a member like any other:
//
//   shortest_outage   only five consecutive minutes of downtime count; how their last part of a minute counts is not said,
//                     so it counts as it is (outage_rounding::exact), which is the stricter reading
//   partial_outages   connectivity is lost or not, without degrees: what was lost for some counts in full, as the stricter
//                     reading
//   unknown_time      the customer shows the errors by logs of the servers: what nobody can show does not count
//   month_zone        not said; Google's bills go by days in US Pacific time, and the fee is that of a month's bill
//
// Two clauses compute nothing here: a credit has to be claimed within thirty days of being due, and errors are excluded
// for their cause, such as a quota. What is excluded does not belong into the record.

#include <chrono>
#include <string_view>

#include "sla/policy/agreement.hpp"
#include "sla/policy/percent.hpp"
#include "sla/zone/us_zone.hpp"

namespace sla::inline v0::google_cloud_cdn {

// clang-format off
inline constexpr credit_schedule credits{
    credit_cap{50_percent},
    credit_tier{.at_least = 99.0_percent, .below = 99.95_percent, .credit = 10_percent},
    credit_tier{.at_least = 95.0_percent, .below = 99.0_percent,  .credit = 25_percent},
    credit_tier{.at_least =  0.0_percent, .below = 95.0_percent,  .credit = 50_percent},
};
// clang-format on

/// The agreement as written.
///
/// example  November 2026, down on Tue 11-10 from 09:00 to 09:30: 99.9306 %, a credit of 10 % of the month's fee
struct delivery {
  static constexpr std::string_view title = "Google Cloud CDN, service level agreement of 9 January 2020";

  static constexpr availability_objective availability{99.95_percent};
  static constexpr auto month_zone = us_pacific;
  static constexpr auto outage_rounding = sla::outage_rounding::exact;
  static constexpr elapsed shortest_outage{std::chrono::minutes{5}};
  static constexpr auto partial_outages = sla::partial_outages::count_in_full;
  static constexpr auto unknown_time = sla::unknown_time::counts_as_up;
  static constexpr no_maintenance maintenance_windows{};

  static constexpr auto credits = google_cloud_cdn::credits;
};

/// Of an outage only the whole minutes count.
struct whole_minutes : delivery {
  static constexpr auto outage_rounding = sla::outage_rounding::only_whole_minutes;
};

static_assert(availability_terms<delivery> && credit_terms<delivery>);

/// A date and a time on the clocks of US Pacific.
///
/// throws   as exact_instant does
/// example  pacific(2026y/November/10, 9h) is 2026-11-10 17:00 UTC
constexpr instant pacific(std::chrono::year_month_day date, std::chrono::milliseconds since_midnight) {
  return exact_instant(us_pacific, date, since_midnight);
}

}  // namespace sla::inline v0::google_cloud_cdn

#endif
