#include "sla/clock/event.hpp"

#include <doctest/doctest.h>

#include <type_traits>

#include "sla/policy/enumerator.hpp"
#include "support/text.hpp"

namespace {

enum class level { high, low };

TEST_CASE("the kinds of event are the fourteen of the input format, by name") {
  using kinds = sla::enumerators<sla::event_kind>;
  constexpr const char* names[] = {"notified",  "identified",    "severity_changed", "responded",         "replicated",
                                   "confirmed", "worked_around", "hold_started",     "hold_ended",        "resolved",
                                   "reopened",  "closed",        "withdrawn",        "reported_otherwise"};
  REQUIRE(kinds::count == std::size(names));
  for (std::size_t i = 0; i < kinds::count; ++i) CHECK(kinds::all[i].name == std::string_view(names[i]));
}

TEST_CASE("an event carries a severity of the user's own enumeration, or none") {
  constexpr sla::event<level> without{sla::instant{}, sla::event_kind::responded, {}};
  constexpr sla::event<level> with{sla::instant{}, sla::event_kind::notified, level::low};
  CHECK_FALSE(without.severity.has_value());
  CHECK(*with.severity == level::low);
  CHECK(std::is_trivially_copyable_v<sla::event<level>>);
}

}  // namespace
