#ifndef SLA_FMT_TERMS_HPP
#define SLA_FMT_TERMS_HPP

// The texts of what agreements are made of: hours, promises, objectives, maintenance, credits. What stands in a clause is
// written as describe() writes it.

#include <cstddef>
#include <string>
#include <string_view>

#include "sla/calendar/business_calendar.hpp"
#include "sla/calendar/holiday.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/loaded_hours.hpp"
#include "sla/calendar/opening_hours.hpp"
#include "sla/calendar/recurrence.hpp"
#include "sla/calendar/weekday_set.hpp"
#include "sla/fmt/specification.hpp"
#include "sla/fmt/values.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/policy/availability_objective.hpp"
#include "sla/policy/credit.hpp"
#include "sla/policy/credit_schedule.hpp"
#include "sla/policy/describe.hpp"
#include "sla/policy/edition.hpp"
#include "sla/policy/enumerator.hpp"
#include "sla/policy/latency_objective.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/policy/money.hpp"
#include "sla/policy/reading.hpp"
#include "sla/policy/severity_table.hpp"
#include "sla/policy/target.hpp"
#include "sla/time/amount_text.hpp"

namespace sla::inline v0::detail {

/// A level by its name, or by its number where the type has no names.
template <class Severity>
std::string level_or_number(Severity level) {
  const std::string_view name = name_of(level);
  return name.empty() ? std::to_string(static_cast<int>(level)) : in_words(name);
}

template <one_of<hour_spill, day_zero, due_time, desk_closure, confirmation, holds, silent_remedy, on_close, on_reopen,
                 on_severity_change, planned_time, outage_rounding, partial_outages, unknown_time, downtime_rule,
                 obligation, clock_start, maintenance_kind, maintenance_status, edition_rule, observance, closed_if,
                 required_share::comparison>
              Enum>
struct value_text<Enum> : enumerator_text<Enum> {};

// ---- Calendars and hours --------------------------------------------------------------------------------------------

template <>
struct value_text<weekday_set> : plain_text {
  static std::string of(weekday_set days, const text_style&) { return text_of(days); }
};

template <>
struct value_text<open_span> : plain_text {
  static std::string of(const open_span& span, const text_style&) { return span_text(span); }
};

template <>
struct value_text<day_hours> : plain_text {
  static std::string of(const day_hours& hours, const text_style&) { return spans_text(hours.spans()); }
};

template <>
struct value_text<special_day> : plain_text {
  static std::string of(const special_day& day, const text_style&) {
    return iso(day.date) + ' ' + spans_text(day.hours.spans());
  }
};

struct text_of_hours : plain_text {
  static std::string of(const auto& hours, const text_style&) { return hours_text(hours); }
};

template <>
struct value_text<weekly_hours> : text_of_hours {};
template <std::size_t Days>
struct value_text<opening_hours<Days>> : text_of_hours {};
template <>
struct value_text<loaded_hours> : text_of_hours {};

template <>
struct value_text<recurrence> : plain_text {
  static std::string of(const recurrence& window, const text_style&) { return recurrence_text(window); }
};

template <one_of<holiday, named_holiday> Holiday>
struct value_text<Holiday> : plain_text {
  static std::string of(const Holiday& each, const text_style&) { return std::string(each.name()); }
};

struct text_of_calendar : plain_text {
  static std::string of(const auto& calendar, const text_style&) { return calendar_text(calendar); }
};

template <const auto& Definition>
struct value_text<compiled_calendar<Definition>> : text_of_calendar {};
template <>
struct value_text<loaded_calendar> : text_of_calendar {};

// ---- Objectives ------------------------------------------------------------------------------------------

template <>
struct value_text<required_share> : plain_text {
  static std::string of(const required_share& share, const text_style&) { return share_text(share); }
};

template <class Period>
struct value_text<objective_over<Period>> : plain_text {
  static std::string of(const objective_over<Period>& objective, const text_style&) {
    return objective_text(objective);
  }
};

struct text_of_latency_objective : plain_text {
  static std::string of(const auto& objective, const text_style&) { return latency_text(objective); }
};

template <class Kind, std::size_t Exempt>
struct value_text<latency_objective<Kind, Exempt>> : text_of_latency_objective {};
template <>
struct value_text<loaded_latency_objective> : text_of_latency_objective {};

// ---- Promises -------------------------------------------------------------------------------------------------------

template <one_of<response_target, resolution_target> Target>
struct value_text<Target> : plain_text {
  static std::string of(const Target& target, const text_style&) { return within_text(target); }
};

template <>
struct value_text<case_by_case> : plain_text {
  static std::string of(case_by_case, const text_style&) { return "case by case"; }
};

template <>
struct value_text<severity_level> : plain_text {
  static std::string of(severity_level level, const text_style&) { return std::to_string(static_cast<int>(level)); }
};

template <class Severity>
struct value_text<row<Severity>> : plain_text {
  static std::string of(const row<Severity>& row, const text_style&) {
    return level_or_number(row.level) + ": " + promises_text(row);
  }
};

/// One line a row.
struct text_of_severities : plain_text {
  static std::string of(const auto& table, const text_style&) {
    return joined(table, "\n", "",
                  [&](const auto& row) { return in_words(table.name_of(row.level)) + ": " + promises_text(row); });
  }
};

template <class Severity, std::size_t Rows>
struct value_text<severity_table<Severity, Rows>> : text_of_severities {};
template <>
struct value_text<loaded_severity_table> : text_of_severities {};

template <>
struct value_text<described_clause> : plain_text {
  static std::string of(const described_clause& each, const text_style&) { return each.clause + ": " + each.says; }
};

template <class Terms, class Name>
struct value_text<edition<Terms, Name>> : text_with_instants {
  static std::string of(const edition<Terms, Name>& each, const text_style& style) {
    return std::string(each.name) + ", from " + style.text(each.effective_at);
  }
};

template <printable Answer>
struct value_text<edition_answer<Answer>> {
  static constexpr accepted_style takes = value_text<Answer>::takes;
  static std::string of(const edition_answer<Answer>& given, const text_style& style) {
    return text_in(style, given.answer) + " (" + std::string(given.edition) + ')';
  }
};

// ---- Maintenance ----------------------------------------------------------------------------------------------------

template <>
struct value_text<no_maintenance> : plain_text {
  static std::string of(no_maintenance, const text_style&) { return "no maintenance"; }
};

template <>
struct value_text<maintenance> : text_with_instants {
  static std::string of(const maintenance& work, const text_style& style) {
    return std::string(name_of(work.kind)) + ", " + text_in(style, work.during) + ", " +
           (work.announced ? "announced " + style.text(*work.announced) : "not announced");
  }
};

template <>
struct value_text<maintenance_judgement> : text_with_instants {
  static std::string of(const maintenance_judgement& judged, const text_style& style) {
    std::string text = in_words(name_of(judged.status)) + ": " + text_of(judged.excused()) + " excused, " +
                       text_of(judged.counted()) + " counted";
    if (judged.could_start_at) text += ", could start " + style.text(*judged.could_start_at);
    return text;
  }
};

template <>
struct value_text<maintenance_time> : plain_text {
  static std::string of(const maintenance_time& time, const text_style&) {
    return "scheduled " + text_of(total(time.scheduled)) + ", identified " + text_of(total(time.identified)) +
           ", short notice " + text_of(total(time.short_notice)) + ", emergency " + text_of(total(time.emergency)) +
           "; excused " + text_of(total(time.excused));
  }
};

// ---- Credits ----------------------------------------------------------------------------------------------------------

template <>
struct value_text<credit_sum> {
  static constexpr accepted_style takes = value_text<money>::takes;
  static std::string of(const credit_sum& sum, const text_style& style) {
    return text_in(style, sum.credits) + " of " + text_in(style, sum.fees);
  }
};

template <>
struct value_text<credit_tier> : plain_text {
  static std::string of(const credit_tier& tier, const text_style&) { return tier_text(tier); }
};

template <>
struct value_text<credit_cap> : plain_text {
  static std::string of(credit_cap cap, const text_style&) { return cap_text(cap); }
};

template <>
struct value_text<no_credits> : plain_text {
  static std::string of(no_credits, const text_style&) { return "no credits"; }
};

struct text_of_credits : plain_text {
  static std::string of(const auto& schedule, const text_style&) {
    return schedule.tiers().empty() ? "no credits" : credits_text(schedule);
  }
};

template <std::size_t Tiers>
struct value_text<credit_schedule<Tiers>> : text_of_credits {};
template <>
struct value_text<loaded_credit_schedule> : text_of_credits {};

}  // namespace sla::inline v0::detail

#endif
