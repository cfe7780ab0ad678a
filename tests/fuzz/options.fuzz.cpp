// Any text, as what the program's options take: a time, an interval, a month, a severity, an offering, a reading. What is
// accepted is written and read again as the same, and everything else is refused with one of the documented errors. The
// first letter says what the rest is.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "contract.hpp"
#include "law.hpp"
#include "names.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/toml/agreement.hpp"
#include "times.hpp"

using namespace std::chrono_literals;
using sla_fuzz::expect;

namespace {

/// What a reader makes of a text, nothing if it refuses with a documented error.
auto accepted(std::string_view text, auto read) -> std::optional<decltype(read(text))> {
  try {
    return read(text);
  } catch (const sla::error& problem) {
    expect(!std::string_view{problem.what()}.empty(), "a refusal says why");
    return std::nullopt;
  }
}

// ---- Times ------------------------------------------------------------------------------------------------------------

void judge_instant(std::string_view text) {
  const auto at = accepted(text, program::parse_instant);
  if (at) expect(program::parse_instant(sla::iso(*at)) == *at, "an instant is read as it was written");
}

void judge_interval(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto start = accepted(text.substr(0, slash), program::parse_instant);
  const auto end =
      slash == std::string_view::npos ? std::nullopt : accepted(text.substr(slash + 1), program::parse_instant);
  const auto read = accepted(text, [](std::string_view all) { return program::parse_interval(all); });
  expect(read.has_value() == (start && end && *start <= *end), "an interval is two instants in their order");
  if (read) expect(read->starts_at() == *start && read->ends_at() == *end, "an interval lies between its two instants");
}

void judge_month(std::string_view text) {
  const auto month = accepted(text, program::parse_month);
  if (!month) return;
  const sla::interval period = program::period_of(*month);
  expect(program::month_at(period.starts_at()) == *month && program::month_at(period.ends_at() - 1ms) == *month,
         "a month begins and ends in itself");
  expect(program::parse_month(sla::iso(sla::civil_day{*month / 1}).substr(0, 7)) == *month,
         "a month is read as it was written");
  sla::instant reached = period.starts_at();
  for (const sla::interval& day : program::days_of(*month)) {
    expect(day.starts_at() == reached && 23h <= day.length().length() && day.length().length() <= 25h,
           "the days of a month follow each other");
    reached = day.ends_at();
  }
  expect(reached == period.ends_at(), "the days of a month make it up");
}

// ---- Names ------------------------------------------------------------------------------------------------------------

void judge_severity(std::string_view text) {
  const auto level = accepted(text, program::parse_severity);
  if (!level) return;
  const std::string printed = program::severity_text(*level);
  const std::vector<std::string_view> words = sla_fuzz::parts_of(printed, ' ', 2);
  expect(program::parse_severity(words[0]) == *level && program::parse_severity(words[1]) == *level,
         "a severity is read by its number and by its name");
  expect(text == words[0] || text == words[1], "a severity has no other names");
}

void judge_offering(std::string_view text) {
  const auto read = [](std::string_view name) { return &program::parse_offering(name); };
  const auto offering = accepted(text, read);
  const auto group = accepted(text, [](std::string_view name) { return &program::parse_offering_group(name); });
  if (group) expect(offering == group, "a group is one of the offerings");
  if (offering)
    expect(read((*offering)->name) == *offering && read((*offering)->title) == *offering,
           "an offering is read by its name and by its title");
}

// ---- Readings ---------------------------------------------------------------------------------------------------------

std::string toml_of(const program::contract& by) {
  std::ostringstream out;
  sla::write_toml(out, by.document());
  return std::move(out).str();
}

/// One change after the other, last things first; empty for a reading that does not consist of changes alone.
std::string reversed(std::string_view reading) {
  std::string text;
  for (const std::string_view part : sla_fuzz::parts_of(reading, ',', reading.size() + 1)) {
    if (part.find('=') == std::string_view::npos) return {};
    text = std::string(part) + (text.empty() ? "" : ",") + text;
  }
  return text;
}

void judge_reading(std::string_view text) {
  static const sla::instant report{1'795'446'000'000ms};  // Monday, 2026-11-23, 10:00 in New York
  static const program::severity urgent = program::parse_severity("2");
  const auto under = [](std::string_view reading) { return program::agreed().under(reading); };
  const auto read = accepted(text, under);
  const std::string other_order = reversed(text);
  if (!other_order.empty()) {
    const auto again = accepted(other_order, under);
    if (read && again) expect(toml_of(*read) == toml_of(*again), "changes commute");
    if (read.has_value() != again.has_value())
      expect(text.find("calendar=") != std::string_view::npos,
             "changes are refused in every order, but for calendars without hours");
  }
  if (!read) return;
  expect(read->reading() == text, "a contract knows its reading");
  expect(toml_of(read->under(program::agreed().reading())) == toml_of(program::agreed()),
         "a reading can be taken back");
  const std::string written = toml_of(*read);
  std::istringstream in(written);
  const sla::agreement_document again = sla::read_toml(in, "own.toml");
  const auto due = [](const program::loaded_agreement& terms) {
    return sla::resolution_due(terms, urgent, report, report);
  };
  expect(due(again.terms) == due(read->latest()), "a reading that is written promises the same when it is read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool is_ready = (program::agree_on(program::contract::built_in()), true);
  if (!is_ready || size == 0) return 0;
  const std::string_view text = sla_fuzz::text_of(data + 1, size - 1);
  switch (data[0]) {
    case 't': judge_instant(text); break;
    case 'i': judge_interval(text); break;
    case 'm': judge_month(text); break;
    case 's': judge_severity(text); break;
    case 'o': judge_offering(text); break;
    case 'r': judge_reading(text); break;
    default: break;
  }
  return 0;
}
