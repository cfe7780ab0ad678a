// What a format specification may say, type by type; docs/formatting.md explains it.

#include <fmt/format.h>

#include <chrono>
#include <string_view>

#include "sla/availability/availability.hpp"
#include "sla/availability/error_budget.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/fmt/results.hpp"
#include "sla/fmt/terms.hpp"
#include "sla/policy/money.hpp"

using namespace std::chrono;
namespace hbi = sla::harvard_business_impact;

template <class Value>
void show(fmt::format_string<const Value&> specification, const Value& value) {
  const fmt::string_view written = specification;
  fmt::print("{:<22}  {}\n", written, fmt::vformat(written, fmt::make_format_args(value)));
}

int main() {
  fmt::print("amounts\n");
  show("{}", sla::elapsed{51h + 15min});
  show("{:>20}", sla::elapsed{51h + 15min});
  show("{:s}", sla::elapsed{51h + 15min + 500ms});
  show("{:c}", sla::elapsed{51h + 15min + 500ms});
  show("{}", sla::business_time{30h});
  show("{}", sla::business_days{3});

  fmt::print("shares and money\n");
  show("{}", sla::fraction{99999, 100000});
  show("{:.2}", sla::fraction{99999, 100000});
  show("{:d}", sla::fraction{72, 5});
  show("{:.4d}", sla::fraction{72, 5});
  show("{:r}", sla::fraction{72, 5});
  show("{}", sla::money{125'000});
  show("{:.2}", sla::money{125'000});

  fmt::print("instants\n");
  const sla::instant reported = hbi::eastern(2026y / November / 20, 22h);
  const sla::deadline due = sla::response_due(hbi::support{}, hbi::severity::urgent, reported);
  show("{}", due);
  show("{:@UTC}", due);
  show("{:@America/New_York}", due);
  show("{}", sla::local(sla::fixed_offset{"IST", 5h + 30min}, due));
  show("{}", sla::local(sla::us_eastern, reported));
  show("{}", sla::interval{reported, due.at()});

  fmt::print("clauses\n");
  show("{}", sla::hour_spill::carries_over);
  show("{:w}", sla::hour_spill::carries_over);
  show("{}", hbi::support::severities[hbi::severity::urgent]);
  show("{}", hbi::support::business_hours);

  fmt::print("results\n");
  const auto record = sla::service_record_of("log", {{reported, reported + 45min}});
  const auto result = sla::availability(hbi::support{}, 2026y / November, record, due.at() + days{30});
  show("{}", result);
  show("{:.2@America/New_York}", result);
  show("{}", sla::error_budget(result));
}
