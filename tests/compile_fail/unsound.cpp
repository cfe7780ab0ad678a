#include <array>
#include <chrono>

#include "sla/clock/check.hpp"
#include "sla/contracts/google_cloud_cdn.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

// expect-error: credits_must_begin_exactly_below_the_objective
namespace credits_above_the_objective {

using namespace sla::literals;

struct terms : sla::google_cloud_cdn::delivery {
#ifdef SLA_MISTAKE
  static constexpr sla::availability_objective availability{99.9_percent};
#else
  static constexpr sla::availability_objective availability{99.95_percent};
#endif
};

static_assert(sla::sound<terms>);

}  // namespace credits_above_the_objective

// expect-error: hours_must_not_begin_or_end_at_a_skipped_reading
namespace hours_in_a_skipped_hour {

using namespace std::chrono;

struct terms : sla::harvard_business_impact::support {
#ifdef SLA_MISTAKE
  static constexpr sla::weekly_hours support_hours{sla::every_day, hours{2}, hours{20}};
#else
  static constexpr sla::weekly_hours support_hours{sla::every_day, hours{3}, hours{20}};
#endif
};

static_assert(sla::sound<terms>);

}  // namespace hours_in_a_skipped_hour

// expect-error: latency_must_be_more_than_zero
namespace latency_of_zero {

namespace hbi = sla::harvard_business_impact;

struct terms : hbi::support {
  static constexpr sla::latency_objective latency{
#ifdef SLA_MISTAKE
      sla::elapsed{},
#else
      sla::elapsed{std::chrono::seconds{1}},
#endif
      sla::at_least(sla::fraction{95, 100}), std::array{hbi::request_kind::report}};
};

static_assert(sla::sound<terms>);

}  // namespace latency_of_zero

// expect-error: terms\.hour_spill
namespace left_out_hour_spill {

#ifdef SLA_MISTAKE
#define WITHOUT_HOUR_SPILL
#endif

#include "agreement_without.hpp"
#undef WITHOUT_HOUR_SPILL

static_assert(sla::sound<agreement_without>);

}  // namespace left_out_hour_spill

// expect-error: terms\.unknown_time
namespace left_out_unknown_time {

#ifdef SLA_MISTAKE
#define WITHOUT_UNKNOWN_TIME
#endif

#include "agreement_without.hpp"
#undef WITHOUT_UNKNOWN_TIME

static_assert(sla::sound<agreement_without>);

}  // namespace left_out_unknown_time

// expect-error: a_more_severe_level_must_not_be_due_later
namespace more_severe_level_due_later {

using namespace std::chrono;

enum class level { high, low };

struct terms : sla::harvard_business_impact::support {
  static constexpr sla::severity_table severities{
#ifdef SLA_MISTAKE
      sla::row{level::high, sla::respond_within(sla::business_time{hours{4}}), sla::case_by_case {}},
#else
      sla::row{level::high, sla::respond_within(sla::elapsed{hours{4}}), sla::case_by_case{}},
#endif
      sla::row{level::low, sla::respond_within(sla::elapsed{hours{48}}), sla::case_by_case{}}};
};

static_assert(sla::sound<terms>);

}  // namespace more_severe_level_due_later

// expect-error: the_shortest_outage_must_not_be_negative
namespace negative_shortest_outage {

struct terms : sla::harvard_business_impact::support {
  static constexpr sla::elapsed shortest_outage{std::chrono::minutes{
#ifdef SLA_MISTAKE
      -5
#else
      5
#endif
  }};
};

static_assert(sla::sound<terms>);

}  // namespace negative_shortest_outage

// expect-error: maintenance_notice_must_be_at_least_one_business_day
namespace no_maintenance_notice {

struct terms : sla::harvard_business_impact::support {
#ifdef SLA_MISTAKE
  static constexpr sla::business_days maintenance_notice{0};
#else
  static constexpr sla::business_days maintenance_notice{1};
#endif
};

static_assert(sla::sound<terms>);

}  // namespace no_maintenance_notice

// expect-error: maintenance_windows_must_not_overlap
namespace overlapping_windows {

using namespace std::chrono;

struct terms : sla::harvard_business_impact::support {
  static constexpr std::array maintenance_windows{
      sla::recurrence{Tuesday[2], hours{22}, hours{3}},
#ifdef SLA_MISTAKE
      sla::recurrence{Wednesday, hours{2}, hours{4}},
#else
      sla::recurrence{Wednesday, hours{3}, hours{4}},
#endif
  };
};

static_assert(sla::sound<terms>);

}  // namespace overlapping_windows

// expect-error: a_response_must_not_be_due_after_its_resolution
namespace response_after_resolution {

using namespace std::chrono;

enum class level { only };

struct terms : sla::harvard_business_impact::support {
#ifdef SLA_MISTAKE
  static constexpr auto resolution_start = sla::clock_start::report;
#else
  static constexpr auto resolution_start = sla::clock_start::confirmation;
#endif
  static constexpr sla::severity_table severities{
      sla::row{level::only, sla::respond_within(sla::elapsed{hours{4}}), sla::resolve_within(sla::elapsed{hours{2}})}};
};

static_assert(sla::sound<terms>);

}  // namespace response_after_resolution

// expect-error: a_special_day_must_be_a_business_day
namespace special_hours_on_a_closed_date {

using namespace std::chrono;

struct terms : sla::harvard_business_impact::support {
#ifdef SLA_MISTAKE
  static constexpr day short_day{25};  // Christmas Day, on which the desk is closed
#else
  static constexpr day short_day{24};
#endif
  static constexpr sla::opening_hours support_hours{
      sla::around_the_clock,
      sla::special_day{sla::civil_day{year{2026} / December / short_day}, {{hours{9}, hours{12}}}}};
};

static_assert(sla::sound<terms>);

}  // namespace special_hours_on_a_closed_date

// expect-error: hours_and_calendar_must_open_on_the_same_weekdays
namespace support_hours_on_other_weekdays {

using namespace std::chrono;

struct terms : sla::harvard_business_impact::support {
#ifdef SLA_MISTAKE
  static constexpr sla::weekly_hours support_hours{sla::monday_to_friday, hours{8}, hours{20}};
#else
  static constexpr sla::weekly_hours support_hours{sla::every_day, hours{8}, hours{20}};
#endif
};

static_assert(sla::sound<terms>);

}  // namespace support_hours_on_other_weekdays

// expect-error: a_target_within_one_day_must_fit_into_a_day
namespace target_longer_than_a_day {

using namespace std::chrono;

enum class level { high, low };

struct terms : sla::harvard_business_impact::one_day {
  static constexpr sla::severity_table severities{
#ifdef SLA_MISTAKE
      sla::row{level::high, sla::respond_within(sla::business_time{hours{25}}), sla::case_by_case {}},
#else
      sla::row{level::high, sla::respond_within(sla::business_time{hours{24}}), sla::case_by_case{}},
#endif
      sla::row{level::low, sla::respond_within(sla::business_days{5}), sla::case_by_case{}}};
};

static_assert(sla::sound<terms>);

}  // namespace target_longer_than_a_day

// expect-error: a_maintenance_window_must_not_touch_a_change_of_the_clocks
namespace window_at_a_change_of_the_clocks {

using namespace std::chrono;

struct terms : sla::harvard_business_impact::support {
  static constexpr std::array maintenance_windows{
#ifdef SLA_MISTAKE
      sla::recurrence{Sunday, hours{0}, hours{2}},
#else
      sla::recurrence{Saturday, hours{0}, hours{2}},
#endif
  };
};

static_assert(sla::sound<terms>);

}  // namespace window_at_a_change_of_the_clocks
