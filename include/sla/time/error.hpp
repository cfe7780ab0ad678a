#ifndef SLA_TIME_ERROR_HPP
#define SLA_TIME_ERROR_HPP

#include <stdexcept>
#include <string>

#include "sla/time/text.hpp"

#ifndef __cpp_exceptions
#error "sla refuses what has no right answer by throwing sla::error; it cannot be compiled with -fno-exceptions"
#endif

namespace sla::inline v0 {

/// Something was asked that has no right answer; the message names the value, the place and what is allowed.
///
/// In a constant expression the same mistakes are compile errors, and the name of the function that could not be
/// called there is the message.
class error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A date or an instant lies outside what a calendar or a zone covers.
class coverage_error : public error {
 public:
  using error::error;
};

/// An interval ends before it begins.
class interval_error : public error {
 public:
  using error::error;
};

/// A wall-clock reading is skipped, repeated or on no calendar where a single instant was asked for.
class civil_time_error : public error {
 public:
  using error::error;
};

/// A clause of an agreement, a calendar or a schedule contradicts itself.
class terms_error : public error {
 public:
  using error::error;
};

/// The spans of a batch are not equally long.
class batch_error : public error {
 public:
  using error::error;
};

/// An event does not fit the events before it.
class event_error : public error {
 public:
  using error::error;
};

namespace detail {

[[noreturn]] inline void date_is_outside_coverage(const char* of, const std::string& date, day_range covered) {
  throw coverage_error(std::string(of) + " does not cover " + date + "; it covers " + iso(covered.first) + " to " +
                       iso(covered.last));
}
[[noreturn]] inline void day_is_outside_coverage(const char* of, civil_day day, day_range covered) {
  date_is_outside_coverage(of, iso(day), covered);
}
[[noreturn]] inline void day_is_outside_coverage(const char* of, civil_time reading, day_range covered) {
  date_is_outside_coverage(of, date_text(day_number(reading)), covered);
}

}  // namespace detail

}  // namespace sla::inline v0

#endif
