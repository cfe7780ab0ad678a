#include "timing.hpp"

namespace {

constexpr std::size_t batch = 10'000'000;

const timing::rows rows{[] {
  operations::deadlines(batch, [](auto operation) { timing::ours(std::move(operation)); });

  timing::rival(
      "loop", operations::urgent_batch(batch),
      [result = std::make_shared<std::vector<sla::deadline>>(batch, sla::deadline::not_started())](const auto& all) {
        for (std::size_t i = 0; i < result->size(); ++i)
          (*result)[i] = sla::response_due(operations::hbi::office_hours{}, all.severities[i], all.reported[i]);
        return result->back().at();
      });
}};

}  // namespace
