// A shop of five parts in November 2026: what the textbook's formula promises, and what happened.

#include <array>
#include <chrono>
#include <iostream>
#include <optional>

#include "sla/availability/burn_rate.hpp"
#include "sla/availability/composition.hpp"
#include "sla/availability/error_budget.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

sla::instant on(int day, minutes time) { return hbi::eastern(2026y / November / day, time); }
sla::service_record down(const sla::interval_set& outages) { return sla::service_record_of("operations log", outages); }

}  // namespace

int main() {
  const hbi::support terms;
  const sla::instant december = hbi::eastern(2026y / December / 1, 0h);

  // Both databases stand in one rack: its power failed on the 10th.
  const auto gateway = down({{on(4, 9h), on(4, 9h + 10min)}});
  const auto primary = down({{on(10, 3h), on(10, 4h)}, {on(17, 14h), on(17, 16h)}});
  const auto standby = down({{on(10, 3h), on(10, 3h + 20min)}});
  const auto node = down({{on(20, 21h), on(20, 23h)}});
  const auto other_node = down({{on(20, 22h + 30min), on(20, 22h + 45min)}});
  const auto third_node = down({});

  const auto shop = [](const auto& entry, const auto& a, const auto& b, const auto&... nodes) {
    return in_series(entry, in_parallel(a, b), k_of_n(2, nodes...));
  };
  const auto answer = sla::compose(terms, 2026y / November, {}, december, shop, gateway, primary, standby, node,
                                   other_node, third_node);
  std::cout << "by the formula  " << percent_rounded_down(answer->by_formula.at_least(), 6) << " %\n"
            << "measured        " << percent_rounded_down(answer->measured, 6) << " %, "
            << (answer->measured_to_formula() < 0 ? "less" : "not less") << " than the formula says\n";

  const sla::service_record whole = shop(gateway, primary, standby, node, other_node, third_node);
  const sla::instant now = on(20, 22h + 40min);
  const auto lost = sla::lost_at(terms, 2026y / November, whole, {}, now);
  std::cout << "on Fri 22:40    down since 22:30; lost if it lasts beyond " << sla::iso(sla::us_eastern.to_civil(*lost))
            << '\n';
  for (const sla::burn_state& state : burn_states(terms, 2026y / November, whole, {}, now, sla::usual_burn_alerts))
    if (state.fires())
      std::cout << "burning         over " << duration_cast<hours>(state.alert.long_window.length()).count() << " h at "
                << percent_rounded_down(*state.long_rate / sla::fraction{100, 1}, 2) << " times, alert from "
                << percent_rounded_down(state.threshold / sla::fraction{100, 1}, 2) << '\n';
}
