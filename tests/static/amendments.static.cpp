// Which amendments of an agreement are answered from the tables of open time that it keeps: those that have its calendar,
// hours and zone. All others do not compile (compile_fail/amended_*.cpp), and loaded_agreement(amendment) makes their tables.

#include <concepts>

#include "sla/calendar/us_federal.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "sla/zone/us_zone.hpp"

namespace {

namespace hbi = sla::harvard_business_impact;

template <class Terms>
constexpr bool business_is_answered =
    sla::detail::has_constant_business_times<Terms> || sla::detail::keeps_its_business_times<Terms>;
template <class Terms>
constexpr bool support_is_answered =
    sla::detail::has_constant_support_times<Terms> || sla::detail::keeps_its_support_times<Terms>;

// Each member that tables are made of, amended in each way: a constant, a value, a reference.
template <class Base>
struct constant_calendar : Base {
  static constexpr auto calendar = sla::us_banking;
};
template <class Base>
struct calendar_of_a_value : Base {
  sla::loaded_calendar calendar;
};
template <class Base>
struct calendar_by_reference : Base {
  const sla::loaded_calendar& calendar;
};
template <class Base>
struct constant_hours : Base {
  static constexpr auto business_hours = sla::around_the_clock;
};
template <class Base>
struct hours_of_a_value : Base {
  sla::weekly_hours business_hours;
};
template <class Base>
struct hours_by_reference : Base {
  const sla::loaded_hours& business_hours;
};
template <class Base>
struct constant_zone : Base {
  static constexpr auto zone = sla::us_pacific;
};
template <class Base>
struct zone_of_a_value : Base {
  sla::any_zone zone;
};
template <class Base>
struct zone_by_reference : Base {
  const sla::us_zone& zone;
};
template <class Base>
struct constant_support_days : Base {
  static constexpr auto support_days = sla::us_banking;
};
template <class Base>
struct support_days_of_a_value : Base {
  sla::loaded_calendar support_days;
};
template <class Base>
struct support_days_by_reference : Base {
  const sla::loaded_calendar& support_days;
};
template <class Base>
struct constant_support_hours : Base {
  static constexpr auto support_hours = sla::around_the_clock;
};
template <class Base>
struct support_hours_of_a_value : Base {
  sla::loaded_hours support_hours;
};
template <class Base>
struct support_hours_by_reference : Base {
  const sla::weekly_hours& support_hours;
};

template <class Base, template <class> class... Amended>
constexpr bool none_answers_for_business = (!business_is_answered<Amended<Base>> && ...);
template <class Base, template <class> class... Amended>
constexpr bool none_answers_for_support = (!support_is_answered<Amended<Base>> && ...);
template <class Base, template <class> class... Amended>
constexpr bool all_answer = ((business_is_answered<Amended<Base>> && support_is_answered<Amended<Base>>) && ...);
template <class Base, template <class> class... Amended>
constexpr bool all_can_be_loaded = (std::constructible_from<sla::loaded_agreement, const Amended<Base>&> && ...);

/// Amended once, an agreement with tables of its own is still one.
template <class Base>
struct amended_reading : Base {
  static constexpr auto hour_spill = sla::hour_spill::within_one_day;
};
template <class Base>
struct named_again : Base {
  using Base::business_hours;
  using Base::calendar;
  using Base::zone;
};

template <class Base>
constexpr bool keeps_its_word =
    all_answer<Base, amended_reading, named_again> &&
    none_answers_for_business<Base, constant_calendar, calendar_of_a_value, calendar_by_reference, constant_hours,
                              hours_of_a_value, hours_by_reference, constant_zone, zone_of_a_value,
                              zone_by_reference> &&
    none_answers_for_support<Base, constant_support_days, support_days_of_a_value, support_days_by_reference,
                             constant_support_hours, support_hours_of_a_value, support_hours_by_reference,
                             constant_zone, zone_of_a_value, zone_by_reference>;

static_assert(keeps_its_word<sla::loaded_agreement>);
static_assert(keeps_its_word<sla::basic_loaded_agreement<sla::us_zone>>);
static_assert(keeps_its_word<amended_reading<sla::loaded_agreement>>);

// Constants are tables' own affair: those of an amendment are others. A value has none.
static_assert(all_answer<hbi::support, constant_calendar, constant_hours, constant_zone, constant_support_days,
                         constant_support_hours, amended_reading>);
static_assert(none_answers_for_business<hbi::support, calendar_of_a_value, calendar_by_reference, hours_of_a_value,
                                        hours_by_reference, zone_of_a_value, zone_by_reference>);
static_assert(
    none_answers_for_support<hbi::support, support_days_of_a_value, support_days_by_reference, support_hours_of_a_value,
                             support_hours_by_reference, zone_of_a_value, zone_by_reference>);

// Whatever does not answer can be made a loaded agreement.
template <class Base>
constexpr bool can_be_loaded =
    all_can_be_loaded<Base, constant_calendar, calendar_of_a_value, calendar_by_reference, constant_hours,
                      hours_of_a_value, hours_by_reference, constant_zone, zone_of_a_value, zone_by_reference,
                      constant_support_days, support_days_of_a_value, support_days_by_reference, constant_support_hours,
                      support_hours_of_a_value, support_hours_by_reference>;
static_assert(can_be_loaded<sla::loaded_agreement>);
static_assert(can_be_loaded<hbi::support>);

// All that business is made of, amended at once by constants, has tables of constants; the desk's are of another zone then.
struct other_business : sla::loaded_agreement {
  static constexpr auto calendar = sla::us_banking;
  static constexpr auto business_hours = hbi::office_hours::business_hours;
  static constexpr auto zone = sla::us_pacific;
};
static_assert(business_is_answered<other_business> && !support_is_answered<other_business>);

// Tables that a derived struct keeps of what it has from its base.
struct tables_of_its_own : hbi::support {
  sla::loaded_calendar calendar;
  sla::loaded_opening_times<sla::loaded_calendar, sla::weekly_hours, sla::us_zone> table;

  auto business_times() const { return table.view(); }
};
static_assert(business_is_answered<tables_of_its_own> && business_is_answered<amended_reading<tables_of_its_own>>);
static_assert(!business_is_answered<constant_hours<tables_of_its_own>>);

}  // namespace
