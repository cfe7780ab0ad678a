#include "sla/policy/enumerator.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>

#include "support/text.hpp"

namespace elsewhere {
enum class gap { first = 1, third = 3, last = 31 };
enum class none {};
enum typed : short { low, high };
template <class, int>
struct holder {
  enum class level { low, high };
};
}  // namespace elsewhere

enum class global { only = 0 };

namespace {

enum class hidden { a, b, c };

TEST_CASE("enumerators come in the order of their values, with their names") {
  using members = sla::enumerators<elsewhere::gap>;
  REQUIRE(members::count == 3);
  CHECK(members::all[0].value == elsewhere::gap::first);
  CHECK(members::all[1].value == elsewhere::gap::third);
  CHECK(members::all[2].value == elsewhere::gap::last);
  CHECK(members::all[0].name == "first");
  CHECK(members::all[1].name == "third");
  CHECK(members::all[2].name == "last");
}

TEST_CASE("an enumeration may have no members, a global name, no name space or a type of its own") {
  enum class local { x, y };
  CHECK(sla::enumerators<elsewhere::none>::count == 0);
  CHECK(sla::enumerators<global>::count == 1);
  CHECK(sla::enumerators<hidden>::count == 3);
  CHECK(sla::enumerators<local>::count == 2);
  CHECK(sla::enumerators<elsewhere::typed>::count == 2);
  using held = elsewhere::holder<std::pair<int, char>, 3>::level;
  CHECK(sla::name_of(held::low) == "low");
  CHECK(sla::name_of(held::high) == "high");
  CHECK(sla::enumerators<held>::count == 2);
  CHECK(sla::name_of(held{2}) == "");
  CHECK(sla::name_of(global::only) == "only");
  CHECK(sla::name_of(hidden::b) == "b");
  CHECK(sla::name_of(local::y) == "y");
  CHECK(sla::name_of(elsewhere::high) == "high");
}

TEST_CASE("a member below 0 or above 31 is seen, wherever the others are") {
  enum class first { value = 32 };
  enum class two_digits { one = 1, value = 99 };
  enum class three_digits { value = 100 };
  enum class last : signed char { thirty_one = 31, value = 127 };
  enum class negative { value = -1, zero };
  enum class largest : unsigned char { zero, value = 255 };
  enum unscoped : short { v = 33 };
  CHECK(sla::enumerators<first>::has_others());
  CHECK(sla::enumerators<two_digits>::has_others());
  CHECK(sla::enumerators<three_digits>::has_others());
  CHECK(sla::enumerators<last>::has_others());
  CHECK(sla::enumerators<negative>::has_others());
  CHECK(sla::enumerators<largest>::has_others());
  CHECK(sla::enumerators<unscoped>::has_others());
  CHECK(!sla::enumerators<elsewhere::gap>::has_others());
  CHECK(!sla::enumerators<elsewhere::typed>::has_others());
  CHECK(!sla::enumerators<hidden>::has_others());
  CHECK(!sla::enumerators<elsewhere::holder<std::pair<int, char>, 3>::level>::has_others());
}

TEST_CASE("a value without a name has an empty one") {
  CHECK(sla::name_of(elsewhere::gap{2}) == "");
  CHECK(sla::name_of(elsewhere::gap{32}) == "");
  CHECK(sla::name_of(elsewhere::none{}) == "");
  CHECK(sla::name_of(global{1}) == "");
  CHECK(sla::name_of(hidden{3}) == "");
}

TEST_CASE("every member has a place, and no other value has one") {
  using members = sla::enumerators<elsewhere::gap>;
  CHECK(members::place_of(elsewhere::gap::first) == 0);
  CHECK(members::place_of(elsewhere::gap::third) == 1);
  CHECK(members::place_of(elsewhere::gap::last) == 2);
  for (const int other : {-1, 0, 2, 30, 32, 1000})
    CHECK(members::place_of(static_cast<elsewhere::gap>(other)) == members::count);
}

TEST_CASE("an identifier is read as words") {
  CHECK(sla::in_words("carries_over") == "carries over");
  CHECK(sla::in_words("exact") == "exact");
  CHECK(sla::in_words("").empty());
}

}  // namespace
