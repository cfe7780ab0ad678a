// Any text as the format specification of a value: it prints what the documentation says, or is refused with the formatting
// library's own error.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "law.hpp"
#include "sla/fmt/formatters.hpp"

using namespace std::chrono;
using sla_fuzz::expect;

namespace {

constexpr std::size_t width_argument = 12;

/// What stands behind alignment and width.
struct rest {
  std::optional<int> digits{};
  std::string_view form{};
  std::string_view zone{};
};

/// `[[fill]align][width][.digits][form][@zone]`, without what a type makes of it; none for anything else.
struct parts {
  std::string fill = " ";
  char align = '<';
  std::size_t width = 0;
  rest of{};
};

bool is_align(std::string_view text) { return !text.empty() && std::string_view("<>^").find(text.front()) < 3; }

std::string_view take(std::string_view& text, std::size_t size) {
  const std::string_view taken = text.substr(0, size);
  text.remove_prefix(taken.size());
  return taken;
}

std::size_t bytes_of_first(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.empty() ? ' ' : text.front());
  return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

std::optional<parts> read(std::string_view text) {
  constexpr std::string_view digits = "0123456789";
  parts found;
  const std::size_t first = bytes_of_first(text);
  const bool begins_with_brace = text.starts_with('{') || text.starts_with('}');
  if (!begins_with_brace && text.size() > first && is_align(text.substr(first))) found.fill = take(text, first);
  if (is_align(text)) found.align = take(text, 1).front();
  if (text.starts_with("{}")) {
    take(text, 2);
    found.width = width_argument;
  } else if (!text.starts_with('0')) {
    for (; !text.empty() && digits.find(text.front()) < 10; take(text, 1)) {
      found.width = 10 * found.width + digits.find(text.front());
      if (found.width > 100'000) return std::nullopt;
    }
  }
  if (text.starts_with('.')) {
    take(text, 1);
    if (text.empty() || digits.find(text.front()) >= 10) return std::nullopt;
    found.of.digits = static_cast<int>(digits.find(take(text, 1).front()));
  }
  if (!text.empty() && text.front() != '@') found.of.form = take(text, 1);
  if (text.starts_with('@')) found.of.zone = text.substr(1);
  if (!text.empty() && (text.front() != '@' || found.of.zone.empty())) return std::nullopt;
  return found;
}

std::string padded(const parts& by, const std::string& text) {
  const std::size_t missing = std::max(by.width, text.size()) - text.size();
  const std::size_t before = by.align == '<' ? 0 : by.align == '>' ? missing : missing / 2;
  std::string all;
  for (std::size_t n = 0; n < before; ++n) all += by.fill;
  all += text;
  for (std::size_t n = before; n < missing; ++n) all += by.fill;
  return all;
}

/// `of` has the text of a value by the rest of a specification; none for what its type does not take.
void judge(const std::string& specification, const auto& value, auto of) {
  std::optional<std::string> expected;
  if (const auto found = read(specification))
    if (const auto text = of(found->of)) expected = padded(*found, *text);
  std::optional<std::string> printed;
  try {
    printed = fmt::format(fmt::runtime("{:" + specification + '}'), value, width_argument, "text");
  } catch (const fmt::format_error&) {
    expect(!expected, "what the documentation allows is understood");
    return;
  }
  expect(printed == expected, "a value prints as the documentation says");
}

using text = std::optional<std::string>;

text always(const rest& of, const char* only) {
  return of.digits || !of.form.empty() || !of.zone.empty() ? text{} : only;
}

text of_elapsed(const rest& of) {
  if (of.digits || !of.zone.empty()) return std::nullopt;
  if (of.form == "s") return "93780.001";
  if (of.form == "c") return "26:03:00.001";
  return of.form.empty() ? text("1 d 2 h 3 min 0.001 s") : text{};
}

text of_two_thirds(const rest& of) {
  if (of.digits == 0 || !of.zone.empty()) return std::nullopt;
  const auto sixes = [&](int usual) { return std::string(static_cast<std::size_t>(of.digits.value_or(usual)), '6'); };
  if (of.form == "r") return of.digits ? text{} : "2/3";
  if (of.form == "d") return "0." + sixes(2);
  return of.form.empty() ? text("66." + sixes(4) + " %") : text{};
}

text of_interval(const rest& of) {
  if (of.digits || !of.form.empty()) return std::nullopt;
  if (of.zone.empty()) return "2026-11-23T07:00:00.250Z to 2026-11-23T08:30:00.250Z";
  if (of.zone == "UTC") return "Mon 2026-11-23 07:00:00.250 UTC to Mon 2026-11-23 08:30:00.250 UTC";
  if (of.zone == "America/New_York") return "Mon 2026-11-23 02:00:00.250 EST to Mon 2026-11-23 03:30:00.250 EST";
  if (of.zone == "America/Chicago") return "Mon 2026-11-23 01:00:00.250 CST to Mon 2026-11-23 02:30:00.250 CST";
  if (of.zone == "America/Denver") return "Mon 2026-11-23 00:00:00.250 MST to Mon 2026-11-23 01:30:00.250 MST";
  if (of.zone == "America/Los_Angeles") return "Sun 2026-11-22 23:00:00.250 PST to Mon 2026-11-23 00:30:00.250 PST";
  return std::nullopt;
}

/// True unless it ends early, and more of a format string follows.
bool is_one_specification(std::string_view text) {
  const std::size_t opens = text.find('{');
  const std::size_t closes = text.find('}');
  const bool has_width_of_argument = opens < closes && opens == text.rfind('{') && closes == text.rfind('}');
  return has_width_of_argument || opens == closes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string specification(sla_fuzz::text_of(data, size));
  if (!is_one_specification(specification)) return 0;
  const sla::instant monday = sys_days{2026y / 11 / 23} + 7h + 250ms;
  judge(specification, sla::elapsed{26h + 3min + 1ms}, of_elapsed);
  judge(specification, sla::business_days{3}, [](const rest& of) { return always(of, "3 business days"); });
  judge(specification, sla::fraction{2, 3}, of_two_thirds);
  judge(specification, sla::interval{monday, monday + 90min}, of_interval);
  judge(specification, sla::local(sla::us_eastern, monday),
        [](const rest& of) { return always(of, "Mon 2026-11-23 02:00:00.250 EST"); });
  return 0;
}
