#ifndef SLA_POLICY_ENUMERATOR_HPP
#define SLA_POLICY_ENUMERATOR_HPP

// A severity table must have a row for every level of the user's own enumeration, so the library has to know the levels.
// The language does not list an enumeration's members; every compiler, though, spells a member by its name in the name
// of a function it is a template argument of, and spells any other value as a cast, "(ns::severity)7".

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace sla::inline v0 {

namespace detail {

template <auto Value>
constexpr std::string_view spelled() noexcept {
  std::string_view text = __PRETTY_FUNCTION__;  // "... [with auto Value = ns::level::high; ...]" or "... [Value = ...]"
  text.remove_prefix(text.find("Value = ") + 8);
  text = text.substr(0, text.find_first_of(";]"));
  const std::size_t last_colon = text.rfind(':');
  text.remove_prefix(last_colon == std::string_view::npos ? 0 : last_colon + 1);
  return text.find(')') == std::string_view::npos ? text : std::string_view{};
}

}  // namespace detail

/// An enumeration with a fixed underlying type: every `enum class`, and an `enum` that names its type.
template <class Enum>
concept enumeration = std::is_enum_v<Enum> && requires { Enum{0}; };

/// An enumeration's members with values from 0 to 31, in the order of their values, with their names.
template <enumeration Enum>
struct enumerators {
  static constexpr std::size_t largest = 31;

  struct member {
    Enum value;
    std::string_view name;
  };

  static constexpr std::size_t count = []<std::size_t... I>(std::index_sequence<I...>) {
    return (std::size_t{0} + ... + (detail::spelled<static_cast<Enum>(I)>().empty() ? 0 : 1));
  }(std::make_index_sequence<largest + 1>{});

  static constexpr std::array<member, count> all = []<std::size_t... I>(std::index_sequence<I...>) {
    std::array<member, count> found{};
    std::size_t next = 0;
    const auto add = [&](Enum value, std::string_view name) {
      if (!name.empty()) found[next++] = {value, name};
    };
    (add(static_cast<Enum>(I), detail::spelled<static_cast<Enum>(I)>()), ...);
    return found;
  }(std::make_index_sequence<largest + 1>{});

  /// The place of a member among all of them; count for a value that has no member.
  static constexpr std::size_t place_of(Enum value) noexcept {
    const auto number = static_cast<std::size_t>(value);
    return number <= largest ? places[number] : count;
  }

 private:
  static constexpr auto places = [] {
    std::array<std::uint8_t, largest + 1> found{};
    found.fill(static_cast<std::uint8_t>(count));
    for (std::size_t place = 0; place < count; ++place)
      found[static_cast<std::size_t>(all[place].value)] = static_cast<std::uint8_t>(place);
    return found;
  }();
};

/// The name of an enumerator as it stands in the source; empty for a value that has none.
///
/// example  name_of(severity::critical) is "critical"
template <enumeration Enum>
constexpr std::string_view name_of(Enum value) noexcept {
  for (const auto& [member, name] : enumerators<Enum>::all)
    if (member == value) return name;
  return {};
}

/// The words of an identifier.
///
/// example  in_words("carries_over") is "carries over"
inline std::string in_words(std::string_view identifier) {
  std::string words(identifier);
  std::ranges::replace(words, '_', ' ');
  return words;
}

}  // namespace sla::inline v0

#endif
