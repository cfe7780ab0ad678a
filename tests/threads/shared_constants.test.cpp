// Many threads ask the same calendars, hours, zones and agreements, constants and loaded ones, and get the answers that one
// thread gets. Compiled with the thread sanitizer, which says whether anything is written on the way.

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/clock/explanation.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/describe.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/tz/tz_zone.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

constexpr hbi::office_same_time constant;

/// What an agreement says of some days of ten years, as text.
template <class Terms>
std::string answers(const Terms& terms, int first_day) {
  using severity = sla::severity_of<Terms>;
  std::string text;
  for (int day = first_day; day < 3650; day += 53) {
    const sla::instant at = sys_days{2020y / January / 1} + days{day} + 13h;
    text += sla::iso(sla::response_due(terms, severity{3}, at).at());
    text += sla::iso(sla::latest_notice(terms, at));
    text += sla::iso(sla::next_maintenance_slot(terms, at, sla::elapsed{2h}).during.starts_at());
    for (const auto& segment : sla::explain(terms, sla::commitment_kind::response, severity{3}, at).segments)
      text += sla::name_of(segment.kind);
    sla::ticket followed(terms);
    followed.add({at, sla::event_kind::notified, severity{2}});
    followed.add({at + 1h, sla::event_kind::responded, {}});
    text += sla::iso(followed.assess(at + 2h).resolution.due.at());
    const auto month = sla::availability(terms, 2026y / March, {"log", {{at, at + 1h}}, {}, {}}, at + 24h * 4000);
    text += std::to_string(month.down.length().count());
  }
  for (const auto& clause : sla::describe(terms)) text += clause.says;
  return text;
}

/// That every thread gets what one thread alone gets.
void agree(const auto& ask) {
  constexpr int number_of_threads = 8;
  std::vector<std::string> found(number_of_threads);
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < number_of_threads; ++i)
      threads.emplace_back([&, i] { found[static_cast<std::size_t>(i)] = ask(i); });
  }
  for (int i = 0; i < number_of_threads; ++i) CHECK(found[static_cast<std::size_t>(i)] == ask(i));
}

/// What clocks read at some moments of ten years.
std::string readings(const sla::civil_zone auto& zone, int first_day) {
  std::string text;
  for (int day = first_day; day < 3650; day += 53) {
    const sla::civil_time reading = zone.to_civil(sys_days{2020y / January / 1} + days{day});
    text += sla::iso(reading) + sla::iso(zone.look_up(reading).later);
  }
  return text;
}

}  // namespace

TEST_CASE("a constant agreement") {
  agree([](int first_day) { return answers(constant, first_day); });
}

TEST_CASE("a loaded agreement") {
  const sla::loaded_agreement loaded(constant);
  agree([&](int first_day) { return answers(loaded, first_day); });
}

// How date reads the database is hidden from the sanitizer, for the library is not compiled with it.
TEST_CASE("a zone of the machine") {
  const sla::tz_zone zone("Australia/Lord_Howe");
  agree([&](int first_day) { return readings(zone, first_day); });
}
