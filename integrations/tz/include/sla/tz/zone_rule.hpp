#ifndef SLA_TZ_ZONE_RULE_HPP
#define SLA_TZ_ZONE_RULE_HPP

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "sla/time/civil.hpp"

namespace sla::inline v0::detail {

/// What the clocks of a zone show during a part of the year.
struct clock_setting {
  std::chrono::seconds offset;
  std::string abbreviation;

  friend bool operator==(const clock_setting&, const clock_setting&) = default;
};

/// A change of the clocks that comes every year, by the clock that it ends.
///
/// week   of the month, 1 to 4, or 5 for the last one
/// after  midnight of that day; may lie outside the day
struct yearly_change {
  std::chrono::month month;
  unsigned week;
  std::chrono::weekday weekday;
  std::chrono::seconds after;

  constexpr civil_time in(std::chrono::year year) const {
    const civil_day day =
        week == 5 ? civil_day{year / month / weekday[std::chrono::last]} : civil_day{year / month / weekday[week]};
    return day + after;
  }
};

/// The rule by which the clocks of a zone go on.
struct zone_rule {
  /// Standard time ends with one change and daylight saving time with the other.
  struct daylight_saving {
    clock_setting setting;
    yearly_change begins;
    yearly_change ends;
  };
  struct change {
    instant at;
    clock_setting to;
  };

  clock_setting standard;
  std::optional<daylight_saving> daylight;

  /// The changes of some years, in order; both years count.
  std::vector<change> changes(std::chrono::year first, std::chrono::year last) const {
    std::vector<change> found;
    if (!daylight) return found;
    const auto add = [&](civil_time reading, const clock_setting& from, const clock_setting& to) {
      found.push_back({instant{reading.time_since_epoch()} - from.offset, to});
    };
    for (std::chrono::year year = first; year <= last; ++year) {
      add(daylight->begins.in(year), standard, daylight->setting);
      add(daylight->ends.in(year), daylight->setting, standard);
    }
    std::ranges::sort(found, {}, &change::at);
    return found;
  }
};

/// Takes the parts of a rule in POSIX's notation from the beginning of a text.
class rule_reader {
 public:
  explicit rule_reader(std::string_view text) noexcept : left_(text) {}

  bool at_end() const noexcept { return left_.empty(); }
  bool goes_on_with(char expected) const noexcept { return left_.starts_with(expected); }

  bool take(char expected) noexcept {
    if (!left_.starts_with(expected)) return false;
    left_.remove_prefix(1);
    return true;
  }

  std::optional<int> number() noexcept {
    int value = 0;
    const auto [end, problem] = std::from_chars(left_.data(), left_.data() + left_.size(), value);
    if (problem != std::errc{} || left_.starts_with('-')) return std::nullopt;
    left_.remove_prefix(static_cast<std::size_t>(end - left_.data()));
    return value;
  }
  std::optional<int> number_behind(char expected) noexcept { return take(expected) ? number() : std::nullopt; }

  /// "5", "+5", "-1" or "-1:30:15" hours, of which there are no more than some.
  std::optional<std::chrono::seconds> time(int most_hours) noexcept {
    using namespace std::chrono;
    const bool is_negative = take('-');
    if (!is_negative) take('+');
    const auto hour = number();
    const auto minute = take(':') ? number() : 0;
    const auto second = take(':') ? number() : 0;
    if (!hour || !minute || !second || most_hours < *hour || 59 < *minute || 59 < *second) return std::nullopt;
    const seconds length = hours{*hour} + minutes{*minute} + seconds{*second};
    return is_negative ? -length : length;
  }

  /// "EST" or "<+0545>": three letters or more; quoted, also digits and signs.
  std::optional<std::string> abbreviation() {
    constexpr std::string_view all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-0123456789";
    constexpr std::size_t letters = all.find('+');
    const bool is_quoted = take('<');
    const std::size_t length =
        (std::min)(left_.find_first_not_of(is_quoted ? all : all.substr(0, letters)), left_.size());
    std::string name(left_.substr(0, length));
    left_.remove_prefix(length);
    if (length < 3 || (is_quoted && !take('>'))) return std::nullopt;
    return name;
  }

  /// ",M3.2.0" or ",M10.5.0/3"; at 02:00 where no time is written.
  std::optional<yearly_change> change() {
    using namespace std::chrono;
    if (!take(',')) return std::nullopt;
    const auto in = number_behind('M');
    const auto week = number_behind('.');
    const auto day = number_behind('.');
    if (!in || !week || !day || *in < 1 || 12 < *in || *week < 1 || 5 < *week || *day < 0 || 6 < *day)
      return std::nullopt;
    const std::optional<seconds> after = take('/') ? time(167) : 2h;
    if (!after) return std::nullopt;
    return yearly_change{month{static_cast<unsigned>(*in)}, static_cast<unsigned>(*week),
                         weekday{static_cast<unsigned>(*day)}, *after};
  }

 private:
  std::string_view left_;
};

/// A rule in POSIX's notation; none for a text that is no rule, and for changes that are not on a weekday of a month.
///
/// source   POSIX.1-2017, 8.3, the variable TZ; RFC 9636, 3.3.1
/// example  "EST5EDT,M3.2.0,M11.1.0": from the second Sunday of March to the first of November, both at 02:00
inline std::optional<zone_rule> parse_zone_rule(std::string_view text) {
  rule_reader in(text);
  const auto setting = [&in](std::optional<std::chrono::seconds> otherwise) -> std::optional<clock_setting> {
    std::optional<std::string> abbreviation = in.abbreviation();
    if (!abbreviation) return std::nullopt;
    if (otherwise && in.goes_on_with(',')) return clock_setting{*otherwise, *std::move(abbreviation)};
    const auto behind_utc = in.time(24);  // POSIX counts to the west
    if (!behind_utc) return std::nullopt;
    return clock_setting{-*behind_utc, *std::move(abbreviation)};
  };
  const auto standard = setting(std::nullopt);
  if (!standard) return std::nullopt;
  if (in.at_end()) return zone_rule{*standard, std::nullopt};
  const auto daylight = setting(standard->offset + std::chrono::hours{1});
  const auto begins = in.change();
  const auto ends = in.change();
  if (!daylight || !begins || !ends || !in.at_end()) return std::nullopt;
  return zone_rule{*standard, zone_rule::daylight_saving{*daylight, *begins, *ends}};
}

}  // namespace sla::inline v0::detail

#endif
