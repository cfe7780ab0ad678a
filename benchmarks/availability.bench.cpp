#include "timing.hpp"

namespace {

namespace hbi = operations::hbi;

constexpr std::size_t outage_count = 1'000'000;
constexpr std::size_t sample_count = 10'000'000;

const timing::rows rows{[] {
  operations::availability(outage_count, sample_count, [](auto operation) { timing::ours(std::move(operation)); });

  const auto month = operations::month_availability(outage_count);
  timing::reading(month);
  timing::rival("sort_and_sweep", month, [end = operations::month().ends_at()](std::vector<sla::interval> outages) {
    std::sort(outages.begin(), outages.end());
    sla::elapsed sum;
    sla::instant counted_to = outages.front().starts_at();
    for (const sla::interval& next : outages) {
      const sla::instant from = std::max(next.starts_at(), counted_to);
      counted_to = std::max(counted_to, std::min(next.ends_at(), end));
      if (from < counted_to) sum += sla::elapsed{counted_to - from};
    }
    return sum;
  });

  timing::reading(operations::downtime_map(outage_count));

  const auto latency = operations::latency_count(sample_count);
  timing::reading(latency);
  timing::rival("branchy_loop", latency, [](const std::vector<sla::latency_sample<hbi::request_kind>>& samples) {
    std::int64_t within = 0;
    for (const auto& sample : samples) {
      if (sample.kind == hbi::request_kind::large_upload || sample.kind == hbi::request_kind::large_download ||
          sample.kind == hbi::request_kind::report)
        continue;
      if (sample.latency <= sla::elapsed{std::chrono::seconds{10}}) ++within;
    }
    return within;
  });
}};

}  // namespace
