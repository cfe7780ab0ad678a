#ifndef SLA_ZONE_US_ZONE_HPP
#define SLA_ZONE_US_ZONE_HPP

// The clocks of the United States follow a statute, so no time-zone database is needed to read them.
//
//   years       begins                   ends                    source
//   1967-1973   last Sunday of April     last Sunday of October  Uniform Time Act of 1966, Pub. L. 89-387
//   1974        6 January                last Sunday of October  Pub. L. 93-182, 93-434
//   1975        23 February              last Sunday of October  Pub. L. 93-434
//   1976-1986   last Sunday of April     last Sunday of October  Pub. L. 89-387
//   1987-2006   first Sunday of April    last Sunday of October  Pub. L. 99-359
//   2007-       second Sunday of March   first Sunday of November  Pub. L. 109-58, section 110 (15 U.S.C. 260a)
//
// Both changes happen at 02:00 on the clock in force: in spring 02:00 standard time becomes 03:00, in autumn 02:00
// daylight time becomes 01:00. Seen from a clock that always keeps standard time, daylight saving time therefore lasts
// from 02:00 on its first day to 01:00 on its last, in every zone; one table of these readings serves all four.

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sla/time/amount.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

namespace detail {

/// True from a time until so much later; one comparison and no branch, for unsigned numbers wrap around.
constexpr bool is_within(civil_time time, civil_time from, std::chrono::milliseconds length) noexcept {
  return static_cast<std::uint64_t>((time - from).count()) < static_cast<std::uint64_t>(length.count());
}

/// Daylight saving time of one year, both ends read from a clock that keeps standard time.
struct daylight_time {
  civil_time begins;
  civil_time ends;

  constexpr bool contains(civil_time standard) const noexcept { return is_within(standard, begins, ends - begins); }
};

// The table below is worked out wherever this header is included, so days are plain numbers here, counted from 1970.

constexpr int sunday_on_or_after(int day) noexcept {
  constexpr int a_sunday = -7 * 1000 + 3;
  return day + 6 - (day - a_sunday + 6) % 7;
}

constexpr civil_time reading_on(int day, int hour) noexcept {
  return civil_time{std::chrono::milliseconds{(std::int64_t{day} * 24 + hour) * 3'600'000}};
}

constexpr daylight_time statutory_daylight_time(std::chrono::year year) {
  using namespace std::chrono;
  const auto number_of = [year](month_day date) {
    return static_cast<int>(local_days{year / date}.time_since_epoch().count());
  };
  if (year >= 2007y) {
    const int second_sunday_of_march = sunday_on_or_after(number_of(March / 8));
    const int first_sunday_of_november = second_sunday_of_march + 34 * 7;
    return {reading_on(second_sunday_of_march, 2), reading_on(first_sunday_of_november, 1)};
  }
  const int first_day = year == 1974y   ? number_of(January / 6)
                        : year == 1975y ? number_of(February / 23)
                        : year < 1987y  ? sunday_on_or_after(number_of(April / 24))
                                        : sunday_on_or_after(number_of(April / 1));
  const int last_sunday_of_october = sunday_on_or_after(number_of(October / 25));
  return {reading_on(first_day, 2), reading_on(last_sunday_of_october, 1)};
}

/// One row a year, and one for the year after them.
struct daylight_table {
  static constexpr std::chrono::year first_year{1967};
  static constexpr std::chrono::year last_year{2199};
  static constexpr day_range coverage{civil_day{first_year / std::chrono::January / 1},
                                      civil_day{last_year / std::chrono::December / 31}};
  static constexpr std::size_t years = static_cast<std::size_t>((last_year - first_year).count() + 1);

  std::array<daylight_time, years + 1> rows{};

  constexpr daylight_table() {
    for (std::size_t i = 0; i <= years; ++i)
      rows[i] = statutory_daylight_time(first_year + std::chrono::years{static_cast<int>(i)});
  }

  /// The row that decides a reading.
  ///
  /// Years are taken as equally long (std::chrono::years is 365.2425 days), which is at most two days off and so can
  /// pick the neighbouring row only around New Year, when both rows say standard time; the last hours have one, too.
  constexpr const daylight_time& at(civil_time standard) const {
    const std::uint64_t since = since_first_year(standard);
    if (since > covered) day_is_outside_coverage("a US zone", standard, coverage);
    return rows[static_cast<std::size_t>(since / year)];
  }

  static constexpr std::size_t index_of(civil_time standard) noexcept {
    return static_cast<std::size_t>(since_first_year(standard) / year);
  }

 private:
  /// Before the first year it is beyond the last, for unsigned numbers wrap around.
  static constexpr std::uint64_t since_first_year(civil_time standard) noexcept {
    constexpr std::chrono::milliseconds first = coverage.first.time_since_epoch();
    return static_cast<std::uint64_t>(standard.time_since_epoch().count()) - static_cast<std::uint64_t>(first.count());
  }
  static constexpr std::uint64_t year = std::chrono::milliseconds{std::chrono::years{1}}.count();
  static constexpr std::uint64_t covered =
      std::chrono::milliseconds{coverage.last + std::chrono::days{1} - coverage.first}.count();
  static_assert(covered / year == years);
};

inline constexpr daylight_table us_daylight_time;

[[noreturn]] inline void a_standard_offset_must_be_between_minus_23_and_22_hours(std::chrono::hours offset) {
  throw terms_error("the standard offset of " + std::to_string(offset.count()) + " h is not between -23 h and 22 h");
}
constexpr std::chrono::hours checked_standard_offset(std::chrono::hours offset) {
  using std::chrono::hours;
  if (offset < hours{-23} || hours{22} < offset) a_standard_offset_must_be_between_minus_23_and_22_hours(offset);
  return offset;
}

}  // namespace detail

/// A zone of the contiguous United States, by the statutory rules since 1967 and without a database.
///
/// Arizona, but for the Navajo Nation, and Hawaii are exempt from daylight saving time (15 U.S.C. 260a(a)): their clocks
/// are fixed_offset{"MST", -7h} and fixed_offset{"HST", -10h}.
///
/// coverage  civil dates 1967-01-01 to 2199-12-31, 24:00, by the law of 2026; outside it coverage_error
/// throws    terms_error for a standard offset by which one of the two offsets would be a day or more
/// source    15 U.S.C. 260a, 261
/// example   us_eastern.to_civil(sys_days{2026y/November/21} + 3h) is Fri 2026-11-20 22:00
class us_zone {
 public:
  constexpr us_zone(std::string_view name, std::chrono::hours standard_offset, std::string_view standard_abbreviation,
                    std::string_view daylight_abbreviation)
      : name_(name),
        standard_offset_(detail::checked_standard_offset(standard_offset)),
        standard_abbreviation_(standard_abbreviation),
        daylight_abbreviation_(daylight_abbreviation) {}

  /// The zone's name in the IANA database.
  constexpr std::string_view name() const noexcept { return name_; }

  static constexpr day_range coverage() noexcept { return detail::daylight_table::coverage; }

  constexpr civil_time to_civil(instant at) const {
    const civil_time standard = standard_reading(at);
    return standard + in_summer(daylight_of(standard).contains(standard));
  }

  constexpr civil_lookup look_up(civil_time reading) const {
    const detail::daylight_time& daylight = daylight_of(reading);
    if (detail::is_within(reading, daylight.begins, summer_shift)) [[unlikely]]
      return around(occurrence::skipped, reading, daylight.begins);
    if (detail::is_within(reading, daylight.ends, summer_shift)) [[unlikely]]
      return around(occurrence::repeated, reading, daylight.ends);
    return once(reading - in_summer(daylight.contains(reading)));
  }

  constexpr offset_period period_at(instant at) const {
    const civil_time standard = standard_reading(at);
    const detail::daylight_time& daylight = daylight_of(standard);
    if (daylight.contains(standard))
      return {in_seconds(standard_offset_ + summer_shift), daylight_abbreviation_, from_standard(daylight.begins),
              from_standard(daylight.ends)};
    return {in_seconds(standard_offset_), standard_abbreviation_, last_end_before(standard),
            next_begin_after(standard)};
  }

 private:
  static constexpr std::chrono::milliseconds summer_shift = std::chrono::hours{1};

  /// Read from a table of two, for compilers make a branch of everything else, and summer cannot be foreseen.
  static constexpr std::chrono::milliseconds in_summer(bool is_summer) noexcept {
    return shifts[static_cast<std::size_t>(is_summer)];
  }
  static constexpr std::chrono::milliseconds shifts[] = {std::chrono::milliseconds{0}, summer_shift};

  static constexpr const detail::daylight_time& daylight_of(civil_time standard) {
    return detail::us_daylight_time.at(standard);
  }

  /// throws  coverage_error at the ends of time
  constexpr civil_time standard_reading(instant at) const {
    return civil_time{detail::later(at, standard_offset_).time_since_epoch()};
  }
  constexpr instant from_standard(civil_time standard) const noexcept {
    return instant{standard.time_since_epoch()} - standard_offset_;
  }

  static constexpr std::chrono::seconds in_seconds(std::chrono::milliseconds offset) noexcept {
    return std::chrono::duration_cast<std::chrono::seconds>(offset);
  }

  constexpr civil_lookup once(civil_time standard) const noexcept {
    const instant at = from_standard(standard);
    return {occurrence::once, at, at, at};
  }
  constexpr civil_lookup around(occurrence happens, civil_time reading, civil_time transition) const noexcept {
    return {happens, from_standard(reading - summer_shift), from_standard(reading), from_standard(transition)};
  }

  constexpr instant last_end_before(civil_time standard) const {
    const auto& rows = detail::us_daylight_time.rows;
    for (std::size_t i = detail::daylight_table::index_of(standard) + 1; i-- > 0;)
      if (rows[i].ends <= standard) return from_standard(rows[i].ends);
    return from_standard(coverage().first);
  }
  constexpr instant next_begin_after(civil_time standard) const {
    const auto& rows = detail::us_daylight_time.rows;
    for (std::size_t i = detail::daylight_table::index_of(standard); i < detail::daylight_table::years; ++i)
      if (standard < rows[i].begins) return from_standard(rows[i].begins);
    return from_standard(coverage().last + std::chrono::days{1});
  }

  std::string_view name_;
  std::chrono::milliseconds standard_offset_;
  std::string_view standard_abbreviation_;
  std::string_view daylight_abbreviation_;
};

// clang-format off
inline constexpr us_zone us_eastern {"America/New_York",    std::chrono::hours{-5}, "EST", "EDT"};
inline constexpr us_zone us_central {"America/Chicago",     std::chrono::hours{-6}, "CST", "CDT"};
inline constexpr us_zone us_mountain{"America/Denver",      std::chrono::hours{-7}, "MST", "MDT"};
inline constexpr us_zone us_pacific {"America/Los_Angeles", std::chrono::hours{-8}, "PST", "PDT"};
// clang-format on

}  // namespace sla::inline v0

#endif
