// What a month's availability is computed from, and that it is computed in a constant as well.

#include <chrono>
#include <concepts>
#include <type_traits>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/availability/error_budget.hpp"
#include "sla/availability/latency.hpp"
#include "sla/availability/probe.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

template <class... Arguments>
concept availability_can_be_asked = requires(hbi::support terms, Arguments... arguments) {
  { sla::availability(terms, arguments...) } -> std::same_as<sla::availability_result>;
};

static_assert(availability_can_be_asked<year_month, sla::service_record, sla::instant>);
static_assert(availability_can_be_asked<year_month, sla::service_record, std::vector<sla::maintenance>, sla::instant>);
static_assert(!availability_can_be_asked<year_month, sla::service_record>);  // the instant asked about is no default
static_assert(!availability_can_be_asked<year_month_day, sla::service_record, sla::instant>);
static_assert(!availability_can_be_asked<year_month, std::vector<sla::interval>, sla::instant>);
static_assert(!availability_can_be_asked<year_month, sla::interval_set, sla::instant>);
static_assert(!availability_can_be_asked<year_month, sla::service_record, sla::civil_time>);

// A vector of intervals becomes a set only where somebody says so.
static_assert(!std::is_convertible_v<std::vector<sla::interval>, sla::interval_set>);
static_assert(std::is_constructible_v<sla::interval_set, std::vector<sla::interval>>);
static_assert(!std::is_convertible_v<sla::availability_result, sla::error_budget>);

static_assert(noexcept(merge(sla::latency_count{}, sla::latency_count{})));
static_assert(std::is_trivially_copyable_v<sla::latency_count>);
static_assert(std::is_trivially_copyable_v<sla::availability_result>);

constexpr sla::elapsed down_in_probes() {
  const sla::instant eight = hbi::eastern(2026y / November / 6, 8h);
  const sla::probe probes[] = {
      {eight, sla::probe_state::up}, {eight + 10min, sla::probe_state::down}, {eight + 25min, sla::probe_state::up}};
  return sla::total(sla::records_from("probes", probes, {eight, eight + 1h}, sla::probe_rule{}).recorded.down);
}
static_assert(down_in_probes() == sla::elapsed{15min});
