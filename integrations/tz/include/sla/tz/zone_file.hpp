#ifndef SLA_TZ_ZONE_FILE_HPP
#define SLA_TZ_ZONE_FILE_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <ios>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace sla::inline v0::detail {

/// How the file of a zone ends.
///
/// last_change  the last one that the file spells out; none if it spells out none
/// rule         by which the clocks go on from there, in POSIX's notation; may be empty
struct zone_file_end {
  std::optional<std::chrono::sys_seconds> last_change;
  std::string rule;
};

/// A big-endian number of so many bytes.
inline std::int64_t number_in(std::string_view bytes) noexcept {
  std::uint64_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return static_cast<std::int64_t>(number);
}

/// Reads the end of a zone's file; none for one that is not of version 2 or later, or is cut off.
///
/// source  RFC 9636, 3: a header and data in 32 bits, the same in 64 bits, and the rule between two ends of a line
inline std::optional<zone_file_end> read_zone_file_end(std::string_view file) {
  struct header {
    std::size_t ut_indicators, standard_indicators, leap_seconds, changes, types, abbreviations;
  };
  constexpr std::size_t header_size = 44;
  const auto header_at = [file](std::size_t place) -> std::optional<header> {
    if (file.size() < place + header_size || file.substr(place, 4) != "TZif" || file[place + 4] < '2')
      return std::nullopt;
    const auto count = [&](std::size_t n) {
      return static_cast<std::size_t>(number_in(file.substr(place + 20 + 4 * n, 4)));
    };
    return header{count(0), count(1), count(2), count(3), count(4), count(5)};
  };
  const auto data_size = [](const header& of, std::size_t time_size) {
    return of.changes * (time_size + 1) + of.types * 6 + of.abbreviations + of.leap_seconds * (time_size + 4) +
           of.standard_indicators + of.ut_indicators;
  };

  const auto in_32_bits = header_at(0);
  if (!in_32_bits) return std::nullopt;
  const std::size_t second = header_size + data_size(*in_32_bits, 4);
  const auto in_64_bits = header_at(second);
  if (!in_64_bits) return std::nullopt;
  const std::size_t times = second + header_size;
  const std::size_t rule = times + data_size(*in_64_bits, 8);
  if (file.size() < rule + 2 || file[rule] != '\n' || file.back() != '\n') return std::nullopt;

  zone_file_end found{std::nullopt, std::string(file.substr(rule + 1, file.size() - rule - 2))};
  if (in_64_bits->changes > 0)
    found.last_change = std::chrono::sys_seconds{
        std::chrono::seconds{number_in(file.substr(times + 8 * (in_64_bits->changes - 1), 8))}};
  return found;
}

/// No zone's file is larger; those of today have 4 KB.
inline constexpr std::uintmax_t largest_zone_file = std::uintmax_t{1} << 20;

/// The file of a zone, from the folder that date's tz library reads; empty where that is none of a size that zones have.
inline std::string read_zone_file(const std::string& name) {
  const std::filesystem::path folder = "/usr/share/zoneinfo";
  const bool is_uclibc = std::filesystem::is_directory(folder / "uclibc");
  const std::filesystem::path path = (is_uclibc ? folder / "uclibc" : folder) / name;
  std::error_code unreadable;
  if (!std::filesystem::is_regular_file(path, unreadable)) return {};
  if (std::filesystem::file_size(path, unreadable) > largest_zone_file) return {};
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace sla::inline v0::detail

#endif
