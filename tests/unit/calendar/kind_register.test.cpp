#include "sla/calendar/kind_register.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>

using namespace std::chrono_literals;

namespace {

using numbers = std::array<std::uint32_t, 8>;

struct noted {
  numbers kind_of_week{};
  numbers examples{};
};

}  // namespace

TEST_CASE("kinds are numbered as they are met, each with its first week") {
  noted all;
  sla::detail::kind_register kinds(all.kind_of_week.data(), all.examples.data());
  std::uint32_t* const winter = kinds.of_ordinary_weeks(-5h);
  kinds.note(0, winter[0b0001111100]);
  kinds.note(1, winter[0b0001111000]);
  kinds.note(2, winter[0b0001111100]);
  std::uint32_t alone = 0;
  kinds.note(3, alone);
  CHECK(std::ranges::equal(all.kind_of_week, numbers{0, 1, 0, 2}));
  CHECK(std::ranges::equal(all.examples, numbers{0, 1, 3}));
  CHECK(kinds.size() == 3);
}

TEST_CASE("ordinary weeks are told apart by their open days and their offset") {
  noted all;
  sla::detail::kind_register kinds(all.kind_of_week.data(), all.examples.data());
  kinds.note(0, kinds.of_ordinary_weeks(-5h)[1]);
  kinds.note(1, kinds.of_ordinary_weeks(-4h)[1]);
  kinds.note(2, kinds.of_ordinary_weeks(-5h)[1]);
  kinds.note(3, kinds.of_ordinary_weeks(-4h)[(1U << 10) - 1]);
  CHECK(std::ranges::equal(all.kind_of_week, numbers{0, 1, 0, 2}));
}

TEST_CASE("weeks with a change are told apart by their open days, both offsets and the time of the change") {
  noted all;
  sla::detail::kind_register kinds(all.kind_of_week.data(), all.examples.data());
  kinds.note(0, kinds.of_changed_week(-5h, -4h, 3'600'000, 1));
  kinds.note(1, kinds.of_changed_week(-5h, -4h, 3'600'001, 1));
  kinds.note(2, kinds.of_changed_week(-5h, -4h, 3'600'000, 2));
  kinds.note(3, kinds.of_changed_week(-5h, -3h, 3'600'000, 1));
  kinds.note(4, kinds.of_changed_week(-6h, -4h, 3'600'000, 1));
  kinds.note(5, kinds.of_changed_week(-5h, -4h, 3'600'000, 1));
  kinds.note(6, kinds.of_changed_week(-5h, -4h, 3'600'000, 2));
  CHECK(std::ranges::equal(all.kind_of_week, numbers{0, 1, 2, 3, 4, 0, 2}));
}
