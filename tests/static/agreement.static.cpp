// What an agreement must declare for which question, and what never stands in for what.

#include <array>
#include <chrono>
#include <concepts>
#include <optional>
#include <span>
#include <type_traits>

#include "../support/workshop.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/policy/loaded_agreement.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

// ---- The shipped agreement and its readings are whole agreements ------------------------------------------------------

static_assert(sla::agreement<hbi::support>);
static_assert(sla::agreement<hbi::hosted>);
static_assert(sla::agreement<hbi::office_hours>);
static_assert(sla::agreement<hbi::one_day>);
static_assert(sla::agreement<hbi::business_date>);
static_assert(sla::agreement<hbi::same_time>);
static_assert(sla::agreement<hbi::desk_pauses>);
static_assert(sla::agreement<hbi::office_same_time>);
static_assert(sla::agreement<sla::loaded_agreement> && sla::credit_terms<sla::loaded_agreement>);
static_assert(std::is_empty_v<hbi::support>);

// ---- Whoever wants due dates declares what due dates need --------------------------------------------------------------

static_assert(sla::deadline_terms<workshop::terms> && !sla::ticket_terms<workshop::terms>);
static_assert(!sla::availability_terms<workshop::terms> && !sla::latency_terms<workshop::terms>);

struct nothing {};
static_assert(!sla::business_terms<nothing> && !sla::deadline_terms<nothing> && !sla::latency_terms<nothing>);

struct latency_alone {
  enum class kind { page };
  static constexpr sla::latency_objective latency{sla::elapsed{1s}, sla::at_least(sla::fraction{99, 100}),
                                                  std::array<kind, 0>{}};
};
static_assert(sla::latency_terms<latency_alone> && !sla::business_terms<latency_alone>);

struct maintenance_alone {
  static constexpr auto calendar = hbi::support::calendar;
  static constexpr auto business_hours = hbi::support::business_hours;
  static constexpr auto zone = hbi::support::zone;
  static constexpr auto maintenance_windows = hbi::support::maintenance_windows;
  static constexpr sla::business_days maintenance_notice{2};
  static constexpr auto short_notice = sla::downtime_rule::counts;
  static constexpr auto emergency = sla::downtime_rule::excused;
};
static_assert(sla::maintenance_terms<maintenance_alone> && !sla::deadline_terms<maintenance_alone>);
static_assert(!sla::availability_terms<maintenance_alone>);

// ---- A member of the wrong kind is no member ---------------------------------------------------------------------------

struct other_day_zero : hbi::support {
  static constexpr auto day_zero = sla::due_time::close_of_day;
};
struct bool_closure : hbi::support {
  static constexpr bool desk_closure = true;
};
struct hours_of_notice : hbi::support {
  static constexpr sla::elapsed maintenance_notice{72h};
};
struct number_as_objective : hbi::support {
  static constexpr double availability = 99.9;
};
struct name_as_zone : hbi::support {
  static constexpr const char* zone = "America/New_York";
};
struct name_as_month_zone : hbi::support {
  static constexpr const char* month_zone = "America/New_York";
};
struct days_as_calendar : hbi::support {
  static constexpr auto calendar = sla::monday_to_friday;
};
static_assert(!sla::deadline_terms<other_day_zero>);
static_assert(!sla::deadline_terms<bool_closure>);
static_assert(sla::deadline_terms<hours_of_notice> && !sla::maintenance_terms<hours_of_notice>);
static_assert(sla::maintenance_terms<number_as_objective> && !sla::availability_terms<number_as_objective>);
static_assert(!sla::business_terms<name_as_zone>);
static_assert(sla::deadline_terms<name_as_month_zone> && !sla::availability_terms<name_as_month_zone>);
static_assert(!sla::business_terms<days_as_calendar>);

// ---- Types that do not mix ---------------------------------------------------------------------------------------------

template <class From, class To>
constexpr bool converts = std::is_convertible_v<From, To>;

static_assert(!converts<sla::response_target, sla::resolution_target> &&
              !converts<sla::resolution_target, sla::response_target>);
static_assert(!std::is_constructible_v<sla::response_target, sla::elapsed> &&
              !std::is_constructible_v<sla::resolution_target, sla::elapsed>);
static_assert(
    !std::is_constructible_v<sla::row<hbi::severity>, hbi::severity, sla::resolution_target, sla::response_target>);
static_assert(!std::is_constructible_v<sla::row<hbi::severity>, hbi::severity, sla::response_target>);
static_assert(
    !std::is_constructible_v<sla::row<hbi::severity>, hbi::offering, sla::response_target, sla::case_by_case>);
static_assert(!std::is_default_constructible_v<sla::response_target>);
static_assert(!converts<sla::fraction, sla::availability_objective> && !converts<double, sla::fraction>);
static_assert(!converts<hbi::offering, hbi::severity> && !converts<int, hbi::severity>);
static_assert(!std::is_default_constructible_v<hbi::hosted> && !converts<hbi::offering, hbi::hosted>);

template <class Amount>
concept can_be_promised = requires(Amount amount) {
  sla::respond_within(amount);
  sla::resolve_within(amount);
};
static_assert(can_be_promised<sla::elapsed> && can_be_promised<sla::business_time> &&
              can_be_promised<sla::business_days>);
static_assert(!can_be_promised<int> && !can_be_promised<hours> && !can_be_promised<days> && !can_be_promised<double>);

// ---- An enumeration of the user's own ----------------------------------------------------------------------------------

enum unscoped { a, b };
enum unscoped_with_type : unsigned char { c, d };
enum class scoped : unsigned char { e, f };
static_assert(sla::enumeration<scoped> && sla::enumeration<unscoped_with_type>);
static_assert(!sla::enumeration<unscoped> && !sla::enumeration<int>);
static_assert(sla::enumerators<scoped>::count == 2 && sla::enumerators<unscoped_with_type>::count == 2);
