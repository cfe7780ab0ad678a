// Any text, read as a percentage, a share, a length and a time of day: what is accepted is written and read again as the
// same, and all else is refused.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "law.hpp"
#include "sla/policy/describe.hpp"
#include "sla/policy/percent.hpp"
#include "sla/toml/values.hpp"

using namespace std::chrono;
using sla_fuzz::expect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = sla_fuzz::text_of(data, size);

  if (const auto share = sla::percentage(text)) {
    expect(*share <= sla::fraction{1, 1}, "a percentage is no more than 100");
    expect(sla::detail::parse_share(sla::percent_text(*share)) == share, "a percentage is printed exactly");
    expect(sla::percent_rounded_down(*share, 3).starts_with("100") == (*share == sla::fraction{1, 1}),
           "nothing below 100 % is printed as 100 %");
  }
  if (const auto share = sla::detail::parse_share(text)) {
    expect(*share <= sla::fraction{1, 1}, "a share is no more than all");
    expect(sla::detail::parse_share(sla::detail::share_for_toml(*share)) == share, "a share is read as it was written");
  }
  if (const auto length = sla::detail::parse_length(text)) {
    expect(0ms <= *length && *length <= sla::detail::longest_length, "a length is of this world");
    expect(sla::detail::parse_length(sla::detail::length_for_toml(*length)) == length,
           "a length is read as it was written");
  }
  if (const auto time = sla::detail::parse_clock(text)) {
    expect(0ms <= *time && *time <= 24h, "a time of day lies in a day");
    expect(sla::detail::parse_clock(sla::detail::short_clock(*time)) == time, "a time is read as it was written");
    expect(text.substr(0, 5) == sla::detail::short_clock(*time).substr(0, 5), "the time is that of the text");
  }
  return 0;
}
