#ifndef SLA_POLICY_AGREEMENT_HPP
#define SLA_POLICY_AGREEMENT_HPP

// An agreement is a struct whose members are its clauses. These concepts ask for the members by name, so a contract is a
// struct of constants, an amendment is a struct derived from it, and whoever only wants due dates declares only what due
// dates need. The readings are members like the others: none has a default.

#include <chrono>
#include <concepts>
#include <span>
#include <string_view>
#include <type_traits>

#include "sla/calendar/business_calendar.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/calendar/recurrence.hpp"
#include "sla/policy/availability_objective.hpp"
#include "sla/policy/credit_schedule.hpp"
#include "sla/policy/latency_objective.hpp"
#include "sla/policy/reading.hpp"
#include "sla/policy/severity_table.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

namespace detail {

/// For the address of a static member: true, for that of any other: false.
template <class Address>
inline constexpr bool is_static = !std::is_member_object_pointer_v<Address>;

/// Calendar, hours and zone are constants, so that the tables of open time are, too.
template <class Terms>
concept has_constant_business_times = is_static<decltype(&Terms::calendar)> &&
                                      is_static<decltype(&Terms::business_hours)> && is_static<decltype(&Terms::zone)>;
template <class Terms>
concept has_constant_support_times = is_static<decltype(&Terms::support_days)> &&
                                     is_static<decltype(&Terms::support_hours)> && is_static<decltype(&Terms::zone)>;

/// They are known at run time, and the agreement keeps the tables.
template <class Terms>
concept keeps_business_times = requires(const Terms& terms) { terms.business_times(); };
template <class Terms>
concept keeps_support_times = requires(const Terms& terms) { terms.support_times(); };

/// The struct that declares a member.
template <class Member, class Struct>
Struct declares(Member Struct::*);

constexpr bool is_same_member(auto one, auto other) noexcept {
  if constexpr (std::same_as<decltype(one), decltype(other)>)
    return one == other;
  else
    return false;
}

/// The struct that keeps the tables has the same calendar, hours and zone as the agreement, which may be derived from it.
template <class Terms, class Keeper>
concept has_business_members_of = std::same_as<Terms, Keeper> || requires {
  requires is_same_member(&Terms::calendar, &Keeper::calendar);
  requires is_same_member(&Terms::business_hours, &Keeper::business_hours);
  requires is_same_member(&Terms::zone, &Keeper::zone);
};
template <class Terms, class Keeper>
concept has_support_members_of = std::same_as<Terms, Keeper> || requires {
  requires is_same_member(&Terms::support_days, &Keeper::support_days);
  requires is_same_member(&Terms::support_hours, &Keeper::support_hours);
  requires is_same_member(&Terms::zone, &Keeper::zone);
};
template <class Terms>
concept keeps_its_business_times =
    requires { requires has_business_members_of<Terms, decltype(declares(&Terms::business_times))>; };
template <class Terms>
concept keeps_its_support_times =
    requires { requires has_support_members_of<Terms, decltype(declares(&Terms::support_times))>; };

}  // namespace detail

/// The business days, hours and zone of an agreement. Questions are asked of constants, and of values whose tables the
/// agreement keeps; of any other values loaded_agreement makes the tables.
template <class Terms>
concept business_terms = requires(const Terms& terms) {
  requires business_calendar<std::remove_cvref_t<decltype(terms.calendar)>>;
  requires business_hours_rule<std::remove_cvref_t<decltype(terms.business_hours)>>;
  requires civil_zone<std::remove_cvref_t<decltype(terms.zone)>>;
};

/// What the due date of a response or a resolution needs.
template <class Terms>
concept deadline_terms = business_terms<Terms> && requires(const Terms& terms) {
  typename std::remove_cvref_t<decltype(terms.severities)>::severity;
  { terms.hour_spill } -> std::convertible_to<hour_spill>;
  { terms.day_zero } -> std::convertible_to<day_zero>;
  { terms.due_time } -> std::convertible_to<due_time>;
  { terms.desk_closure } -> std::convertible_to<desk_closure>;
  { terms.resolution_start } -> std::convertible_to<clock_start>;
  requires business_calendar<std::remove_cvref_t<decltype(terms.support_days)>>;
  requires business_hours_rule<std::remove_cvref_t<decltype(terms.support_hours)>>;
};

/// What following a ticket through its life needs on top.
template <class Terms>
concept ticket_terms = deadline_terms<Terms> && requires(const Terms& terms) {
  { terms.confirmation } -> std::convertible_to<confirmation>;
  { terms.holds } -> std::convertible_to<holds>;
  { terms.silent_remedy } -> std::convertible_to<silent_remedy>;
  { terms.on_close } -> std::convertible_to<on_close>;
  { terms.on_reopen } -> std::convertible_to<on_reopen>;
  { terms.on_severity_change } -> std::convertible_to<on_severity_change>;
};

/// What planning and judging maintenance needs.
template <class Terms>
concept maintenance_terms = business_terms<Terms> && requires(const Terms& terms) {
  { terms.maintenance_windows } -> std::convertible_to<std::span<const recurrence>>;
  { terms.maintenance_notice } -> std::convertible_to<business_days>;
  { terms.short_notice } -> std::convertible_to<downtime_rule>;
  { terms.emergency } -> std::convertible_to<downtime_rule>;
};

/// In place of maintenance windows: the agreement excuses no downtime, whatever is announced.
///
/// example  static constexpr no_maintenance maintenance_windows{};
struct no_maintenance {};

/// What says that no maintenance is planned; the notice and the readings of planned time are then left out, too.
template <class Terms>
concept plans_no_maintenance = std::same_as<std::remove_cvref_t<decltype(Terms::maintenance_windows)>, no_maintenance>;

namespace detail {

/// The reading of planned time; where no time is planned there is nothing to read.
constexpr planned_time planned_time_of(const plans_no_maintenance auto&) noexcept {
  return planned_time::leaves_unavailable_time;
}
constexpr auto planned_time_of(const auto& terms) noexcept -> decltype(terms.planned_time) {
  return terms.planned_time;
}

}  // namespace detail

/// What the availability of a period needs.
template <class Terms>
concept availability_terms = (plans_no_maintenance<Terms> || maintenance_terms<Terms>) && requires(const Terms& terms) {
  requires objective_over_a_period<std::remove_cvref_t<decltype(terms.availability)>>;
  requires civil_zone<std::remove_cvref_t<decltype(terms.month_zone)>>;
  { detail::planned_time_of(terms) } -> std::convertible_to<planned_time>;
  { terms.outage_rounding } -> std::convertible_to<outage_rounding>;
  { terms.shortest_outage } -> std::convertible_to<elapsed>;
  { terms.partial_outages } -> std::convertible_to<partial_outages>;
  { terms.unknown_time } -> std::convertible_to<unknown_time>;
};

/// What judging latency needs.
template <class Terms>
concept latency_terms = requires(const Terms& terms) {
  { terms.latency.within } -> std::convertible_to<elapsed>;
  { terms.latency.most } -> std::convertible_to<required_share>;
  terms.latency.counted_kinds();
};

/// What service credits need.
template <class Terms>
concept credit_terms =
    requires(const Terms& terms) { requires credit_table<std::remove_cvref_t<decltype(terms.credits)>>; };

/// Parts of an agreement. Of promises, availability, latency and credits it has one at least, and each that it has is
/// complete.
template <class Terms>
concept agreement_parts =
    (deadline_terms<Terms> || availability_terms<Terms> || latency_terms<Terms> || credit_terms<Terms>) &&
    (deadline_terms<Terms> || !requires(const Terms& terms) { terms.severities; }) &&
    (availability_terms<Terms> || !requires(const Terms& terms) { terms.availability; }) &&
    (latency_terms<Terms> || !requires(const Terms& terms) { terms.latency; }) &&
    (credit_terms<Terms> || !requires(const Terms& terms) { terms.credits; });

/// A complete agreement.
template <class Terms>
concept agreement = ticket_terms<Terms> && maintenance_terms<Terms> && availability_terms<Terms> &&
                    latency_terms<Terms> && requires(const Terms& terms) {
                      { terms.title } -> std::convertible_to<std::string_view>;
                    };

/// The enumeration of an agreement's severity levels.
template <class Terms>
using severity_of = typename std::remove_cvref_t<decltype(Terms::severities)>::severity;

/// The kind of period over which an agreement measures availability.
template <class Terms>
using measured_period_of = typename std::remove_cvref_t<decltype(Terms::availability)>::period;

/// When business is open under an agreement.
///
/// example  business_times(terms) feeds add_business_time, is_open and next_opening
template <business_terms Terms>
constexpr decltype(auto) business_times([[maybe_unused]] const Terms& terms) noexcept {
  if constexpr (detail::has_constant_business_times<Terms>)
    return (compiled_opening_times<Terms::calendar, Terms::business_hours, Terms::zone>::view);
  else {
    static_assert(detail::keeps_its_business_times<Terms>,
                  "make a loaded_agreement of these terms and ask it: they change calendar, business_hours or zone, "
                  "of which the tables of open time are made, and these are not constants");
    return terms.business_times();
  }
}

/// When the support desk is open under an agreement.
template <deadline_terms Terms>
constexpr decltype(auto) support_times([[maybe_unused]] const Terms& terms) noexcept {
  if constexpr (detail::has_constant_support_times<Terms>)
    return (compiled_opening_times<Terms::support_days, Terms::support_hours, Terms::zone>::view);
  else {
    static_assert(detail::keeps_its_support_times<Terms>,
                  "make a loaded_agreement of these terms and ask it: they change support_days, support_hours or zone, "
                  "of which the tables of open time are made, and these are not constants");
    return terms.support_times();
  }
}

}  // namespace sla::inline v0

#endif
