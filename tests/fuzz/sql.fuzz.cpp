// Any values as arguments of the SQL functions: NULL in is NULL out, an answer is the library's, everything else is an SQL
// error that begins with the function's name; aggregates do not mind the order of their rows. The first letter chooses the
// function, values stand on lines of their own: NULL, a number behind #, or text.

#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <variant>
#include <vector>

#include "law.hpp"
#include "sla/availability/tally.hpp"
#include "sla/calendar/business_arithmetic.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/time/iso_reading.hpp"

using namespace std::chrono;
using sla_fuzz::expect;

extern "C" int sqlite3_extension_init(sqlite3*, char**, const sqlite3_api_routines*);

namespace {

namespace hbi = sla::harvard_business_impact;
using values = std::vector<std::string_view>;

constexpr std::size_t most_values = 24;

// ---- The database -------------------------------------------------------------------------------------------------------

sqlite3* database() {
  static sqlite3* const opened = [] {
    sqlite3* made = nullptr;
    expect(sqlite3_open(":memory:", &made) == SQLITE_OK && sqlite3_extension_init(made, nullptr, nullptr) == SQLITE_OK,
           "the functions can be loaded");
    return made;
  }();
  return opened;
}

bool is_null(std::string_view value) { return value == "NULL"; }

/// The number that a value is.
std::optional<std::int64_t> number_of(std::string_view value) {
  std::int64_t number = 0;
  const auto [end, problem] =
      std::from_chars(value.data() + value.starts_with('#'), value.data() + value.size(), number);
  const bool is_number = value.starts_with('#') && problem == std::errc{} && end == value.data() + value.size();
  return is_number ? std::optional{number} : std::nullopt;
}

void bind(sqlite3_stmt* statement, int place, std::string_view value) {
  if (is_null(value)) return;
  if (const auto number = number_of(value))
    sqlite3_bind_int64(statement, place, *number);
  else
    sqlite3_bind_text(statement, place, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
}

/// An answer as text, nothing for NULL; or an error.
struct outcome {
  std::optional<std::string> answer;
  std::string error;
  bool operator==(const outcome&) const = default;
};

outcome ask(std::string_view function, const std::string& query, const values& of) {
  sqlite3_stmt* statement = nullptr;
  expect(sqlite3_prepare_v2(database(), query.c_str(), -1, &statement, nullptr) == SQLITE_OK, "the query is one");
  for (std::size_t i = 0; i < of.size(); ++i) bind(statement, static_cast<int>(i) + 1, of[i]);
  outcome seen;
  if (sqlite3_step(statement) == SQLITE_ROW) {
    if (const auto* text = sqlite3_column_text(statement, 0)) seen.answer = reinterpret_cast<const char*>(text);
  } else {
    seen.error = sqlite3_errmsg(database());
    expect(seen.error.starts_with(std::string(function) + ": "), "an error begins with the function's name");
  }
  sqlite3_finalize(statement);
  return seen;
}

outcome call(const std::string& function, const values& of) {
  std::string places;
  for (std::size_t i = 0; i < of.size(); ++i) places += i == 0 ? "?" : ",?";
  return ask(function, "SELECT " + function + '(' + places + ')', of);
}

/// An aggregate over rows of some columns and a last argument that is the same for all.
outcome aggregate(const std::string& function, std::size_t columns, const values& rows, std::string_view last) {
  std::string query;
  std::string names;
  for (std::size_t column = 1; column <= columns; ++column) names += "column" + std::to_string(column) + ',';
  for (std::size_t i = 0; i < rows.size(); ++i)
    query += std::string(i % columns != 0 ? "," : i == 0 ? "(" : "),(") + '?' + std::to_string(i + 1);
  query = "SELECT " + function + '(' + names + '?' + std::to_string(rows.size() + 1) + ") FROM (VALUES " + query + "))";
  values all = rows;
  all.push_back(last);
  return ask(function, query, all);
}

// ---- What the library answers -------------------------------------------------------------------------------------------

std::optional<sla::instant> to_instant(std::string_view text) {
  const auto read = sla::read_iso(text, "a time");
  const auto* found = std::get_if<sla::iso_reading>(&read);
  if (found == nullptr) return std::nullopt;
  if (found->offset) return sla::instant{found->reading.time_since_epoch()} - *found->offset;
  try {
    return sla::exact_instant(hbi::support::zone, found->reading);
  } catch (const sla::error&) {
    return std::nullopt;
  }
}

std::optional<sla::civil_day> to_date(std::string_view text) {
  const auto read = sla::read_iso_date(text);
  const auto* found = std::get_if<sla::civil_day>(&read);
  return found != nullptr ? std::optional{*found} : std::nullopt;
}

std::optional<hbi::severity> to_severity(std::string_view text) {
  for (const auto& [each, name] : sla::enumerators<hbi::severity>::all)
    if (text == name || text == std::to_string(static_cast<int>(each)) || number_of(text) == static_cast<int>(each))
      return each;
  return std::nullopt;
}

/// Holds an outcome against what the library says, which may be its refusal.
void judge(const outcome& seen, const values& needed, auto answer) {
  if (std::ranges::any_of(needed, is_null)) {
    expect(seen == outcome{}, "NULL in is NULL out");
    return;
  }
  std::optional<std::string> expected;
  try {
    expect(answer(expected) == seen.error.empty(), "what is no value is an error, and nothing else");
  } catch (const sla::error& problem) {
    expect(seen.error.ends_with(std::string(": ") + problem.what()), "the library's refusal is the error");
    return;
  }
  expect(seen.answer == expected, "the answer is the library's");
}

std::optional<std::string> text_of(const sla::deadline& due) {
  return due.exists() ? std::optional{sla::iso(due.at())} : std::nullopt;
}

void judge_response(const values& of) {
  judge(call("sla_response_due", of), of, [&](std::optional<std::string>& expected) {
    const auto level = to_severity(of[0]);
    const auto reported = to_instant(of[1]);
    if (level && reported) expected = text_of(sla::response_due(hbi::support{}, *level, *reported));
    return level && reported;
  });
}

void judge_resolution(const values& of) {
  judge(call("sla_resolution_due", of), {of[0], of[1]}, [&](std::optional<std::string>& expected) {
    const auto level = to_severity(of[0]);
    const auto reported = to_instant(of[1]);
    const auto confirmed = to_instant(of[2]);
    if (!level || !reported || (!confirmed && !is_null(of[2]))) return false;
    expected = text_of(sla::resolution_due(hbi::support{}, *level, *reported, confirmed));
    return true;
  });
}

void judge_days(const values& of) {
  judge(call("business_days_between", of), of, [&](std::optional<std::string>& expected) {
    const auto from = to_date(of[0]);
    const auto to = to_date(of[1]);
    if (from && to) expected = std::to_string(sla::business_days_between(hbi::support::calendar, *from, *to).count());
    return from && to;
  });
  judge(call("is_business_day", {of[0]}), {of[0]}, [&](std::optional<std::string>& expected) {
    const auto day = to_date(of[0]);
    if (day) expected = sla::is_business_day(hbi::support::calendar, *day) ? "1" : "0";
    return day.has_value();
  });
}

// ---- Aggregates ---------------------------------------------------------------------------------------------------------

values backwards(const values& rows, std::size_t columns) {
  values other;
  for (std::size_t end = rows.size(); end >= columns; end -= columns)
    other.insert(other.end(), rows.begin() + static_cast<std::ptrdiff_t>(end - columns),
                 rows.begin() + static_cast<std::ptrdiff_t>(end));
  return other;
}

void judge_downtime(values rows, std::string_view month) {
  rows.resize(rows.size() / 2 * 2);
  if (rows.empty()) return;
  const outcome seen = aggregate("sla_downtime_ms", 2, rows, month);
  const outcome other = aggregate("sla_downtime_ms", 2, backwards(rows, 2), month);
  expect(seen.error.empty() == other.error.empty() && seen.answer == other.answer, "outages may come in any order");
  if (!seen.error.empty()) return;

  std::vector<sla::interval> outages;
  for (std::size_t i = 0; i < rows.size(); i += 2) {
    const auto began = to_instant(rows[i]);
    const auto ended = to_instant(rows[i + 1]);
    if (is_null(rows[i]) && is_null(rows[i + 1])) continue;
    expect(began && ended && *began <= *ended, "what is no outage is an error");
    outages.emplace_back(*began, *ended);
  }
  if (is_null(month)) {
    expect(!seen.answer, "without a month there is no answer");
    return;
  }
  const auto read = sla::read_iso_month(month);
  const sla::interval period = sla::period_in(hbi::support::month_zone, std::get<year_month>(read));
  const sla::interval_set windows(sla::occurrences(hbi::support::maintenance_windows, hbi::support::zone, period));
  const sla::interval_set down = sla::subtract(sla::intersect(sla::interval_set(outages), {period}), windows);
  milliseconds sum{};
  for (const sla::interval& each : down) sum += each.length().length();
  expect(seen.answer == std::to_string(sum.count()), "downtime is every moment of an outage once, without the windows");
}

void judge_ticket(values rows, std::string_view as_of) {
  rows.resize(rows.size() / 3 * 3);
  if (rows.empty()) return;
  const outcome seen = aggregate("sla_ticket", 3, rows, as_of);
  std::vector<std::optional<sla::instant>> times;
  for (std::size_t i = 0; i < rows.size(); i += 3) times.push_back(to_instant(rows[i]));
  std::ranges::sort(times);
  if (std::ranges::adjacent_find(times) != times.end())
    return;  // events of one instant stand in the order of their rows
  const outcome other = aggregate("sla_ticket", 3, backwards(rows, 3), as_of);
  expect(seen.error.empty() == other.error.empty() && seen.answer == other.answer, "events may come in any order");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const values all = sla_fuzz::parts_of(sla_fuzz::text_of(data + 1, size - 1), '\n', most_values);
  const auto first = [&all](std::size_t count) {
    values some = all;
    some.resize(count, "NULL");
    return some;
  };
  switch (data[0]) {
    case 'r': judge_response(first(2)); break;
    case 's': judge_resolution(first(3)); break;
    case 'b': judge_days(first(2)); break;
    case 'd': judge_downtime(values(all.begin() + 1, all.end()), all[0]); break;
    case 't': judge_ticket(values(all.begin() + 1, all.end()), all[0]); break;
    default: break;
  }
  return 0;
}
