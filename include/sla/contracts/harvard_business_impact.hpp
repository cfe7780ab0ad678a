#ifndef SLA_CONTRACTS_HARVARD_BUSINESS_IMPACT_HPP
#define SLA_CONTRACTS_HARVARD_BUSINESS_IMPACT_HPP

// The technical service level and support policy for Harvard Business Impact's hosted offerings, clause by clause.
//
// Each clause is a member of `support`. Where the policy's text allows two meanings, the member says which one is taken:
// the meaning as written, which adds no fact that the text lacks, and where two remain, the one that is stricter on the
// provider. Any other meaning is a derived struct with one member changed; the usual ones stand ready below.

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sla/calendar/us_federal.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/time/error.hpp"
#include "sla/time/interval.hpp"
#include "sla/zone/us_zone.hpp"

namespace sla::inline v0::harvard_business_impact {

using enum obligation;
using enum clock_start;
using std::literals::chrono_literals::operator""h;
using std::literals::chrono_literals::operator""s;

// ---- Offerings and people -------------------------------------------------------------------------------------------

/// The hosted offerings.
enum class offering {
  manage_mentor,           ///< Harvard ManageMentor
  publishing_collection,   ///< Harvard Business Publishing Collection
  manage_mentor_spark,     ///< Harvard ManageMentor Spark
  hbr_spark,               ///< HBR Spark
  leadership_skill_camps,  ///< Leadership Skill Camps
  learning_sprints,        ///< Learning Sprints
  blended_programs         ///< Blended Programs
};

/// Who reports an issue.
enum class role { client_administrator, backup_administrator, learner, other };

/// How an issue reaches the desk.
enum class channel { chat, email, phone, other };

/// Whether a report is a notification that starts the clocks; one that is not starts none until the issue is identified.
///
/// source   roles: client administrators, one back-up, learners; appropriate channels: chat, e-mail, phone
/// example  a ticket takes one that is not as event_kind::reported_otherwise
constexpr bool is_notification(role by, channel through) noexcept {
  return by != role::other && through != channel::other;
}

/// Somebody who was appointed, and when.
struct appointment {
  std::string_view who;
  interval during;
};

/// The client's administrator and back-up: at any instant at most one of each.
///
/// administrators, backups  in any order; they and their names must outlive it
/// throws                   terms_error naming two people that were one or the other at one instant, and the instant
class appointments {
 public:
  constexpr appointments(std::span<const appointment> administrators, std::span<const appointment> backups)
      : administrators_(administrators), backups_(backups) {
    check("administrators", administrators);
    check("back-ups", backups);
  }

  /// As what somebody was appointed at an instant; none if as neither, and learners are not.
  constexpr std::optional<role> role_of(std::string_view who, instant at) const {
    const auto holds = [&](const appointment& each) { return each.who == who && each.during.contains(at); };
    if (std::ranges::any_of(administrators_, holds)) return role::client_administrator;
    if (std::ranges::any_of(backups_, holds)) return role::backup_administrator;
    return std::nullopt;
  }

 private:
  static constexpr void check(const char* as, std::span<const appointment> all) {
    for (std::size_t i = 0; i < all.size(); ++i)
      for (const appointment& each : all.first(i)) {
        const interval shared = intersect(each.during, all[i].during);
        if (each.who != all[i].who && !shared.empty())
          two_people_must_not_be_appointed_for_one_instant(as, each.who, all[i].who, shared.starts_at());
      }
  }
  [[noreturn]] static void two_people_must_not_be_appointed_for_one_instant(const char* as, std::string_view one,
                                                                            std::string_view other, instant at) {
    throw terms_error('"' + std::string(one) + "\" and \"" + std::string(other) + "\" are both " + as + " at " +
                      iso(at) + "; allowed: one at any instant");
  }

  std::span<const appointment> administrators_;
  std::span<const appointment> backups_;
};

// ---- Severity -------------------------------------------------------------------------------------------------------

/// The four levels; the policy leaves the last one without a name.
enum class severity { critical = 1, urgent, serious, minor };

enum class service_state { available, unavailable };
enum class behaviour { as_documented, not_as_documented };
enum class remedy { none, workaround_or_plan };
enum class impact { minimal, moderate, large };

/// What is known about an issue when it is classified.
struct issue {
  service_state service;
  behaviour feature;
  remedy known;
  impact on_users;
};

/// The severity of an issue by the policy's definitions.
///
/// A defect is serious where there is a workaround or a plan and the impact is moderate. The two mixed cases, which the
/// definitions leave open, are urgent: the stricter level.
///
/// source   severity levels, column "definition"
/// example  search does not work, no workaround, large impact: urgent
constexpr severity classify(const issue& seen) noexcept {
  if (seen.service == service_state::unavailable) return severity::critical;
  if (seen.feature == behaviour::as_documented || seen.on_users == impact::minimal) return severity::minor;
  if (seen.known == remedy::workaround_or_plan && seen.on_users == impact::moderate) return severity::serious;
  return severity::urgent;
}

// clang-format off
inline constexpr severity_table severities{
    row{severity::critical, respond_within(elapsed{2h}),       resolve_within(elapsed{24h}).from(confirmation).with(commercially_reasonable_efforts)},
    row{severity::urgent,   respond_within(business_time{4h}), resolve_within(business_days{3}).with(reasonable_efforts)},
    row{severity::serious,  respond_within(business_days{1}),  resolve_within(business_days{30}).with(reasonable_efforts)},
    row{severity::minor,    respond_within(business_days{2}),  case_by_case{}},
};
// clang-format on

// ---- Desk -----------------------------------------------------------------------------------------------------------

/// The dates on which the desk is closed: the dates themselves, not days on which they are observed.
inline constexpr std::array desk_closures{
    holiday{"New Year's Day", std::chrono::January / 1},
    holiday{"Easter Sunday", easter{}},
    holiday{"Christmas Day", std::chrono::December / 25},
};

/// The dates on which the desk works.
inline constexpr calendar_rules desk_rules{
    .name = "support desk",
    .coverage = us_calendar_coverage,
    .closed = no_day,
    .by = observance::actual_date,
    .holidays = desk_closures,
};

// ---- Maintenance ----------------------------------------------------------------------------------------------------

/// The scheduled windows, US Eastern. All offerings have the first; ManageMentor Spark has both.
inline constexpr std::array windows{
    recurrence{std::chrono::Friday, 21h, 22h},
    recurrence{std::chrono::Saturday, 0h, 3h},
};

/// The maintenance windows of an offering.
constexpr std::span<const recurrence> windows_of(offering service) noexcept {
  return std::span(windows).first(service == offering::manage_mentor_spark ? 2 : 1);
}

// ---- Latency --------------------------------------------------------------------------------------------------------

/// Kinds of request; the large ones and reports are exceptions to the latency clause.
enum class request_kind { ordinary, large_upload, large_download, report };

// ---- The agreement --------------------------------------------------------------------------------------------------

/// The agreement as written, for the offerings that have the Friday window only; see `hosted` for any offering.
///
/// example  response_due(support{}, severity::urgent, eastern(2026y/November/20, 22h)) is Mon 2026-11-23 02:00
struct support {
  static constexpr std::string_view title = "Harvard Business Impact, technical service level and support policy";

  // Promises
  static constexpr auto severities = harvard_business_impact::severities;

  // Business days and hours, US Eastern: whole civil days that are no federal holiday as observed
  static constexpr auto calendar = us_federal;
  static constexpr weekly_hours business_hours{monday_to_friday, 0h, 24h};
  static constexpr auto zone = us_eastern;

  // Desk
  static constexpr compiled_calendar<desk_rules> support_days{};
  static constexpr auto support_hours = around_the_clock;

  // Readings of the promises
  static constexpr auto hour_spill = sla::hour_spill::carries_over;
  static constexpr auto day_zero = sla::day_zero::receipt_date;
  static constexpr auto due_time = sla::due_time::close_of_day;
  static constexpr auto desk_closure = sla::desk_closure::clock_runs;
  static constexpr auto resolution_start = sla::clock_start::report;
  static constexpr auto confirmation = sla::confirmation::stands_for_both;
  static constexpr auto holds = sla::holds::not_recognised;
  static constexpr auto silent_remedy = sla::silent_remedy::response_still_due;
  static constexpr auto on_close = sla::on_close::files_away;
  static constexpr auto on_reopen = sla::on_reopen::goes_on_without_closed_time;
  static constexpr auto on_severity_change = sla::on_severity_change::judged_from_the_original_start;

  // Availability
  static constexpr availability_objective availability{fraction{999, 1000}};
  static constexpr auto month_zone = us_eastern;
  static constexpr auto planned_time = sla::planned_time::leaves_unavailable_time;
  static constexpr auto outage_rounding = sla::outage_rounding::exact;
  static constexpr elapsed shortest_outage{};
  static constexpr auto partial_outages =
      sla::partial_outages::count_by_weight;                             // unavailable "to the extent" that it is
  static constexpr auto unknown_time = sla::unknown_time::counts_as_up;  // only what the records say counts

  // Maintenance
  static constexpr auto maintenance_windows = windows_of(offering::manage_mentor);
  static constexpr business_days maintenance_notice{3};
  static constexpr auto short_notice = downtime_rule::counts;
  static constexpr auto emergency = downtime_rule::counts;

  // Latency: "most" is more than half
  static constexpr latency_objective latency{
      elapsed{10s}, more_than(fraction{1, 2}),
      std::array{request_kind::large_upload, request_kind::large_download, request_kind::report}};
};

static_assert(agreement<support>);

/// The agreement as written, for one offering.
///
/// example  availability(hosted{offering::manage_mentor_spark}, 2026y/November, record, now)
struct hosted : support {
  std::span<const recurrence> maintenance_windows;

  constexpr explicit hosted(offering service) noexcept : maintenance_windows(windows_of(service)) {}
};

static_assert(agreement<hosted>);

// ---- Other readings, one member each ----------------------------------------------------------------------------------

/// Business hours are 09:00 to 17:00.
struct office_hours : support {
  static constexpr weekly_hours business_hours{monday_to_friday, 9h, 17h};
};
/// Four hours "of the same/next business day" must fit into one of the two.
struct one_day : support {
  static constexpr auto hour_spill = sla::hour_spill::within_one_day;
};
/// What arrives on a day off counts as received on the next business day.
struct business_date : support {
  static constexpr auto day_zero = sla::day_zero::business_date;
};
/// A target in business days ends at the time of day of the receipt.
struct same_time : support {
  static constexpr auto due_time = sla::due_time::same_time_of_day;
};
/// The clocks stand still while the desk is closed.
struct desk_pauses : support {
  static constexpr auto desk_closure = sla::desk_closure::clock_pauses;
};
/// Office hours, received on a business date, due at the same time of day.
struct office_same_time : office_hours {
  static constexpr auto day_zero = sla::day_zero::business_date;
  static constexpr auto due_time = sla::due_time::same_time_of_day;
};

// ---- What computes nothing --------------------------------------------------------------------------------------------

/// A clause of the policy without a quantity, and why nothing follows from it here.
struct silent_clause {
  std::string_view about;
  std::string_view reason;
};

/// The clauses of the policy that are not in `support`.
inline constexpr std::array clauses_that_compute_nothing{
    silent_clause{"ownership of data", "says whose the data is; there is nothing to measure"},
    silent_clause{"confidentiality", "a duty without a time limit or a threshold"},
    silent_clause{"security practices", "names practices and certifications, not quantities"},
    silent_clause{"third-party vendors", "a duty to review, without a date or a threshold"},
    silent_clause{"principal contact", "a duty to appoint one, without a date or a quantity"},
    silent_clause{"replication of issues", "describes a practice; the duty that follows runs from confirmation"},
    silent_clause{"causes of latency", "location and line speed excuse latency without saying how much"},
};

// ---- Times --------------------------------------------------------------------------------------------------------------

/// A date and a time on the clocks of US Eastern.
///
/// throws   as exact_instant does
/// example  eastern(2026y/November/20, 22h) is 2026-11-21 03:00 UTC
constexpr instant eastern(std::chrono::year_month_day date, std::chrono::milliseconds since_midnight) {
  return exact_instant(us_eastern, date, since_midnight);
}

}  // namespace sla::inline v0::harvard_business_impact

#endif
