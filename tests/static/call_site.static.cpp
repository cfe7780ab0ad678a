// The call site as it is promised to users: it compiles as it stands, from the umbrella header alone.

#include "sla/sla.hpp"

// clang-format off

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

constexpr auto reported = hbi::eastern(2026y/November/20, 22h);              // Fri 22:00 US Eastern
constexpr auto due      = sla::response_due(hbi::support{}, hbi::severity::urgent, reported);
static_assert(due == hbi::eastern(2026y/November/23, 2h));                   // Mon 02:00

struct our_office : hbi::support {                                           // one clause read otherwise
  static constexpr auto business_hours = sla::weekly_hours(sla::monday_to_friday, 9h, 17h);
};

static_assert(sla::agreement<our_office>);
static_assert(sla::response_due(our_office{}, hbi::severity::urgent, reported) == hbi::eastern(2026y/November/23, 13h));

namespace table {

using namespace sla;
using enum hbi::severity;
using enum sla::clock_start;
using enum sla::obligation;
using hbi::severity;

inline constexpr sla::severity_table severities{
    sla::row{severity::critical, respond_within(elapsed{2h}),       resolve_within(elapsed{24h}).from(confirmation).with(commercially_reasonable_efforts)},
    sla::row{severity::urgent,   respond_within(business_time{4h}), resolve_within(business_days{3}).with(reasonable_efforts)},
    sla::row{severity::serious,  respond_within(business_days{1}),  resolve_within(business_days{30}).with(reasonable_efforts)},
    sla::row{severity::minor,    respond_within(business_days{2}),  case_by_case{}},
};

}  // namespace table

// The questions that users remember, each in one line.

namespace questions {

constexpr hbi::support terms{};
constexpr auto month     = 2026y/November;
constexpr auto now       = hbi::eastern(2026y/December/1, 0h);
constexpr auto confirmed = reported + 2h;

static_assert(sla::resolution_due(terms, hbi::severity::critical, reported, confirmed) == confirmed + 24h);
static_assert(sla::earliest_start(terms, reported) == hbi::eastern(2026y/November/26, 0h));
static_assert(sla::latest_notice(terms, reported) == hbi::eastern(2026y/November/17, 0h));
static_assert(sla::availability(terms, month, sla::service_record{}, now).verdict() == sla::availability_verdict::met);
static_assert(sla::error_budget(sla::availability(terms, month, sla::service_record{}, now)).allowed == sla::elapsed{2'595'600ms});
static_assert(advance(terms.calendar, sla::civil_day{2026y/November/20}, sla::business_days{3}) == sla::civil_day{2026y/November/25});

constexpr sla::event<hbi::severity> events[] = {
    {reported,       sla::event_kind::notified,  hbi::severity::urgent},
    {reported + 52h, sla::event_kind::responded, {}},
};
static_assert(sla::assess(terms, events, now).response.state == sla::commitment_state::met);
static_assert(sla::assess(terms, events, now).response.late_by == sla::elapsed{0h});
static_assert(sla::assess(terms, events, now).resolution.state == sla::commitment_state::missed);

constexpr sla::latency_sample<hbi::request_kind> samples[] = {
    {sla::elapsed{10s},       hbi::request_kind::ordinary},
    {sla::elapsed{10s + 1ms}, hbi::request_kind::ordinary},
    {sla::elapsed{60s},       hbi::request_kind::report},
};
static_assert(sla::latency(terms, samples) == sla::latency_count{2, 1, 1});

}  // namespace questions
