// What the clock takes, what it refuses, and what it promises not to throw.

#include <chrono>
#include <concepts>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>

#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

// ---- deadline ----------------------------------------------------------------------------------------------------------

static_assert(std::is_convertible_v<sla::instant, sla::deadline>);
static_assert(!std::is_convertible_v<sla::deadline, sla::instant> && !std::is_convertible_v<sla::deadline, bool>);
static_assert(!std::is_default_constructible_v<sla::deadline>);
static_assert(std::is_trivially_copyable_v<sla::deadline>);
static_assert(std::is_nothrow_constructible_v<sla::deadline, sla::instant>);
static_assert(noexcept(sla::deadline::not_started()) && noexcept(sla::deadline::not_promised()));
static_assert(noexcept(sla::deadline::not_started().passed_by(std::declval<const sla::instant&>())));
static_assert(!noexcept(sla::deadline::not_started().at()));
static_assert(noexcept(sla::release_due(std::declval<const sla::instant&>(),
                                        std::declval<std::span<const sla::instant>&>())));

// ---- Questions and their arguments -------------------------------------------------------------------------------------

template <class... Arguments>
concept response_can_be_asked = requires(hbi::support terms, Arguments... arguments) {
  { sla::response_due(terms, arguments...) } -> std::same_as<sla::deadline>;
};
template <class... Arguments>
concept resolution_can_be_asked = requires(hbi::support terms, Arguments... arguments) {
  { sla::resolution_due(terms, arguments...) } -> std::same_as<sla::deadline>;
};
enum class priority { urgent };

static_assert(response_can_be_asked<hbi::severity, sla::instant>);
static_assert(response_can_be_asked<hbi::severity, sys_seconds>);
static_assert(response_can_be_asked<hbi::severity, sys_days>);
static_assert(!response_can_be_asked<hbi::severity, sys_time<microseconds>>);
static_assert(!response_can_be_asked<hbi::severity, sla::civil_time>);
static_assert(!response_can_be_asked<hbi::severity, sla::civil_day>);
static_assert(!response_can_be_asked<hbi::severity, milliseconds>);
static_assert(!response_can_be_asked<hbi::severity, long>);
static_assert(!response_can_be_asked<priority, sla::instant>);
static_assert(!response_can_be_asked<hbi::offering, sla::instant>);
static_assert(!response_can_be_asked<int, sla::instant>);
static_assert(!response_can_be_asked<hbi::severity, std::optional<sla::instant>>);

static_assert(resolution_can_be_asked<hbi::severity, sla::instant, sla::instant>);
static_assert(resolution_can_be_asked<hbi::severity, sla::instant, std::optional<sla::instant>>);
static_assert(resolution_can_be_asked<hbi::severity, sla::instant, std::nullopt_t>);
static_assert(!resolution_can_be_asked<hbi::severity, sla::instant>);
static_assert(!resolution_can_be_asked<hbi::severity, sla::instant, sla::civil_time>);

// ---- Tickets -----------------------------------------------------------------------------------------------------------

static_assert(std::is_same_v<sla::ticket<hbi::support>::severity, hbi::severity>);
static_assert(
    std::is_same_v<decltype(sla::ticket(std::declval<const hbi::office_hours&>())), sla::ticket<hbi::office_hours>>);
static_assert(std::is_nothrow_constructible_v<sla::ticket<hbi::support>, const hbi::support&>);
static_assert(std::is_copy_constructible_v<sla::ticket<hbi::support>>);
static_assert(!std::is_convertible_v<hbi::support, sla::ticket<hbi::support>>);
static_assert(!std::is_constructible_v<sla::event<hbi::severity>, sla::instant, sla::event_kind, priority>);

/// A ticket is followed while the program is compiled.
constexpr bool a_late_answer_is_late_for_good() {
  constexpr hbi::support terms{};
  const sla::instant nine = hbi::eastern(2026y / November / 16, 9h);
  sla::ticket followed(terms);
  followed.add({nine, sla::event_kind::notified, hbi::severity::critical});
  followed.add({nine + 3h, sla::event_kind::severity_changed, hbi::severity::minor});
  followed.add({nine + 4h, sla::event_kind::responded, {}});
  const auto stand = followed.assess(nine + 5h).response;
  return stand.state == sla::commitment_state::missed && stand.severity == hbi::severity::critical &&
         stand.late_by == sla::elapsed{2h};
}
static_assert(a_late_answer_is_late_for_good());
