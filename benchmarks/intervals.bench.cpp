#include "timing.hpp"

namespace {

constexpr std::size_t count = 10'000'000;

const timing::rows rows{[] {
  operations::intervals(count, [](auto operation) { timing::ours(std::move(operation)); });

  const auto stream = operations::sorted_stream(count);
  timing::reading(stream);
  timing::rival("textbook_merge", stream, [](const std::vector<sla::interval>& sorted) {
    sla::elapsed sum;
    sla::interval current = sorted.front();
    for (const sla::interval& next : sorted) {
      if (next.starts_at() > current.ends_at()) {
        sum += current.length();
        current = next;
      } else if (next.ends_at() > current.ends_at()) {
        current = {current.starts_at(), next.ends_at()};
      }
    }
    return sum + current.length();
  });
}};

}  // namespace
