#ifndef SLA_POLICY_ENUMERATOR_HPP
#define SLA_POLICY_ENUMERATOR_HPP

// A severity table must have a row for every level of the user's own enumeration, so the library has to know the levels.
// The language does not list an enumeration's members; every compiler, though, spells a member by its name in the name
// of a function it is a template argument of, and spells any other value as a cast, "(ns::severity)7".

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace sla::inline v0 {

namespace detail {

inline constexpr int largest_enumerator = 31;
inline constexpr int largest_value_looked_at = 127;  // every underlying type has it

template <auto... Values>
constexpr std::string_view spelled() noexcept {
  return __PRETTY_FUNCTION__;  // "... [with auto ...Values = {ns::level::low, (ns::level)1}; ...]" or "... [Values = <...>]"
}

/// What the compilers spell of the values of `Enum` from 0 to the largest, in one piece: asked value by value, each
/// would be a function of its own.
template <class Enum>
inline constexpr std::string_view all_spelled = []<std::size_t... Index>(std::index_sequence<Index...>) {
  return spelled<static_cast<Enum>(Index)...>();
}(std::make_index_sequence<largest_enumerator + 1>{});

/// The same of the values above the largest, and of -1.
template <class Enum>
inline constexpr std::string_view others_spelled = []<int... Index>(std::integer_sequence<int, Index...>) {
  using number = std::underlying_type_t<Enum>;
  return spelled<static_cast<Enum>(largest_enumerator + 1 + Index)..., static_cast<Enum>(static_cast<number>(-1))>();
}(std::make_integer_sequence<int, largest_value_looked_at - largest_enumerator>{});

/// The first of the spelled values, after the opening brace.
constexpr const char* first_in(std::string_view spelled) noexcept {
  return spelled.data() + spelled.find("Values = ") + 10;
}

/// The name of a spelled value, which it steps over; empty if the value has none.
constexpr std::string_view take_name(const char*& at) noexcept {
  const char* begin = at;
  bool is_cast = false;
  int nested = 0;
  for (; nested > 0 || (*at != ',' && *at != '}' && *at != '>'); ++at) {
    nested += (*at == '(' || *at == '<' || *at == '{') - (*at == ')' || *at == '>' || *at == '}');
    if (*at == ':') begin = at + 1, is_cast = false;
    if (*at == ')') is_cast = true;
  }
  const char* end = at;
  at += 2;
  return is_cast ? std::string_view{} : std::string_view{begin, static_cast<std::size_t>(end - begin)};
}

/// The names in what a compiler spelled, in the order of their values; empty where a value has none.
constexpr std::array<std::string_view, largest_enumerator + 1> names_in(std::string_view spelled) noexcept {
  std::array<std::string_view, largest_enumerator + 1> names;
  const char* at = first_in(spelled);
  for (std::string_view& name : names) name = take_name(at);
  return names;
}

/// True if one of the others that a compiler spelled has a name. Casts are as long as their numbers make them, so that each
/// is found without reading the one before.
constexpr bool has_name_in_others(std::string_view spelled) noexcept {
  const char* at = first_in(spelled);
  const char* cast = at;
  if (!take_name(at).empty()) return true;
  const auto length = at - cast - 4;  // of "(ns::level)" in "(ns::level)32, "
  for (int value = largest_enumerator + 2; value <= largest_value_looked_at; ++value) {
    if (spelled.end() - at < length || at[length - 1] != ')') return true;
    at += length + (value < 100 ? 4 : 5);
  }
  return !take_name(at).empty();
}

}  // namespace detail

/// An enumeration with a fixed underlying type: every `enum class`, and an `enum` that names its type.
template <class Enum>
concept enumeration = std::is_enum_v<Enum> && requires { Enum{0}; };

/// An enumeration's members with values from 0 to 31, in the order of their values, with their names.
template <enumeration Enum>
struct enumerators {
  static constexpr std::size_t largest = detail::largest_enumerator;

  struct member {
    Enum value;
    std::string_view name;
  };

 private:
  static constexpr auto names = detail::names_in(detail::all_spelled<Enum>);

 public:
  /// True if there is a member with the value -1 or one from 32 to 127; what lies beyond these is not looked at.
  static constexpr bool has_others() noexcept { return detail::has_name_in_others(detail::others_spelled<Enum>); }

  static constexpr std::size_t count = [] {
    std::size_t named = 0;
    for (const std::string_view& name : names) named += name.empty() ? 0 : 1;
    return named;
  }();

  static constexpr std::array<member, count> all = [] {
    std::array<member, count> found{};
    std::size_t next = 0;
    for (std::size_t value = 0; value < names.size(); ++value)
      if (!names[value].empty()) found[next++] = {static_cast<Enum>(value), names[value]};
    return found;
  }();

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
  for (char& each : words)
    if (each == '_') each = ' ';
  return words;
}

}  // namespace sla::inline v0

#endif
