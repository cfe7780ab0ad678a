#ifndef SLA_CALENDAR_BATCH_HPP
#define SLA_CALENDAR_BATCH_HPP

// The questions of business_arithmetic.hpp for many dates or instants at once: spans in, a span out, nothing allocated.
// The answers are those of the single questions. Where one of them would throw, the batch throws the same error and says
// at which element; the answers to the elements before it stand in the result.

#include <cstddef>
#include <span>
#include <string>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/business_calendar.hpp"
#include "sla/calendar/opening_times.hpp"
#include "sla/time/amount.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

namespace detail {

[[noreturn]] inline void the_spans_of_a_batch_must_be_equally_long(std::size_t one, std::size_t other) {
  throw batch_error("the spans of a batch must be equally long, not " + std::to_string(one) + " and " +
                    std::to_string(other) + " elements");
}
[[noreturn]] inline void at_element(std::size_t index, const coverage_error& error) {
  throw coverage_error("element " + std::to_string(index) + ": " + error.what());
}

/// Puts answer(questions[0]...), answer(questions[1]...), ... into the result.
template <class Answer, class Result, class... Question>
constexpr void answer_each(const Answer& answer, std::span<Result> result, std::span<Question>... questions) {
  for (const std::size_t length : {questions.size()...})
    if (length != result.size()) the_spans_of_a_batch_must_be_equally_long(length, result.size());
  std::size_t answered = 0;
  try {
    for (; answered < result.size(); ++answered) result[answered] = answer(questions[answered]...);
  } catch (const coverage_error& error) {
    at_element(answered, error);
  }
}

template <class Calendar>
struct advancing {
  const Calendar& calendar;
  business_days n;
  constexpr civil_day operator()(civil_day from) const { return sla::advance(calendar, from, n); }
};

template <class Calendar>
struct counting_days {
  const Calendar& calendar;
  constexpr business_days operator()(civil_day from, civil_day to) const {
    return sla::business_days_between(calendar, from, to);
  }
};

template <class Times>
struct adding_time {
  const Times& times;
  business_time amount;
  constexpr instant operator()(instant from) const { return add_business_time(times, from, amount); }
};

template <class Times>
struct measuring_time {
  const Times& times;
  constexpr business_time operator()(instant from, instant to) const { return business_time_between(times, from, to); }
};

}  // namespace detail

/// For each date, the n-th business day after it, or before it for a negative n.
///
/// throws   coverage_error naming the first element without an answer; batch_error unless the spans are equally long
/// example  {Fri 2026-11-20, Wed 2026-11-25} and business_days{3}: {Wed 2026-11-25, Tue 2026-12-01}
template <business_calendar Calendar>
constexpr void advance(const Calendar& calendar, std::span<const civil_day> from, business_days n,
                       std::span<civil_day> result) {
  detail::answer_each(detail::advancing<Calendar>{calendar, n}, result, from);
}

/// For each pair of dates, the business days in [from, to).
///
/// throws  as for advance
template <business_calendar Calendar>
constexpr void business_days_between(const Calendar& calendar, std::span<const civil_day> from,
                                     std::span<const civil_day> to, std::span<business_days> result) {
  detail::answer_each(detail::counting_days<Calendar>{calendar}, result, from, to);
}

/// For each instant, the smallest one at which the amount has been open since.
///
/// throws  as for advance
template <class Hours, class Zone>
constexpr void add_business_time(const opening_times<Hours, Zone>& times, std::span<const instant> from,
                                 business_time amount, std::span<instant> result) {
  detail::answer_each(detail::adding_time<opening_times<Hours, Zone>>{times, amount}, result, from);
}

/// For each pair of instants, the open time in [from, to).
///
/// throws  as for advance
template <class Hours, class Zone>
constexpr void business_time_between(const opening_times<Hours, Zone>& times, std::span<const instant> from,
                                     std::span<const instant> to, std::span<business_time> result) {
  detail::answer_each(detail::measuring_time<opening_times<Hours, Zone>>{times}, result, from, to);
}

}  // namespace sla::inline v0

#endif
