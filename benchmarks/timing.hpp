#ifndef BENCHMARKS_TIMING_HPP
#define BENCHMARKS_TIMING_HPP

// Registers operations and their rivals with Google Benchmark. The name of a row is operation/implementation/mode:
//
//   throughput   the inputs do not depend on each other
//   latency      each input depends on the answer before it
//
// items_per_second counts answers. Before a rival is timed, its answers are compared with ours.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "operations.hpp"

namespace timing {

using operations::day_span;
using operations::day_step;
using operations::instant_span;

// The same input, later by an amount that is always nought.
template <class Clock, class Duration>
auto later(std::chrono::time_point<Clock, Duration> at, std::int64_t by) {
  return at + Duration{static_cast<typename Duration::rep>(by)};
}
inline day_span later(day_span span, std::int64_t by) { return {later(span.from, by), span.to}; }
inline instant_span later(instant_span span, std::int64_t by) { return {later(span.from, by), span.to}; }
inline day_step later(day_step step, std::int64_t by) { return {later(step.from, by), step.n}; }

/// A function that registers rows; a source file has one, and main calls them all.
struct rows {
  explicit rows(std::function<void()> add) { all().push_back(std::move(add)); }
  static std::vector<std::function<void()>>& all() {
    static std::vector<std::function<void()>> every;
    return every;
  }
};

template <class Input, class Question>
void add(const std::string& name, const std::string& implementation, std::vector<Input> inputs, Question question,
         std::int64_t answers = 1) {
  const auto shared = std::make_shared<const std::vector<Input>>(std::move(inputs));
  const auto answers_in_all = static_cast<std::int64_t>(shared->size()) * answers;
  const auto measure = [&](const std::string& mode, auto loop) {
    auto* const row = benchmark::RegisterBenchmark(
        (name + "/" + implementation + "/" + mode).c_str(), [shared, loop, answers_in_all](benchmark::State& state) {
          for (auto _ : state) loop(*shared);
          state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * answers_in_all);
        });
    if (answers >= 1'000'000) row->Iterations(1);
  };

  measure("throughput", [question](const auto& all) { operations::ask_all(all, question); });
  if constexpr (requires(const Input& input) { operations::number(question(later(input, 0))); })
    measure("latency", [question](const auto& all) {
      const std::int64_t nothing = operations::opaque(std::int64_t{0});
      std::int64_t last = 0;
      for (const auto& input : all) last = operations::number(question(later(input, last & nothing)));
      operations::keep(last);
    });
}

inline void ours(auto operation) {
  add(operation.name, "sla", std::move(operation.inputs), std::move(operation.question), operation.answers);
}

/// Times another implementation of an operation, on inputs of its own.
///
/// convert   makes an input of the rival from one of ours
/// question  the rival's function of one input; its answers must equal ours
/// sample    how many of the inputs are used; fewer where the rival is slow
void converting_rival(const std::string& implementation, const auto& operation, auto convert, auto question,
                      std::size_t sample = operations::input_count) {
  using operations::number;
  const std::span ours = std::span(operation.inputs).first(std::min(sample, operation.inputs.size()));
  std::vector<std::decay_t<decltype(convert(ours.front()))>> inputs;
  inputs.reserve(ours.size());
  for (const auto& input : ours) inputs.push_back(convert(input));
  for (std::size_t i = 0; i < std::min<std::size_t>(ours.size(), 256); ++i)
    if (number(question(inputs[i])) != number(operation.question(ours[i])))
      throw std::logic_error(operation.name + ": " + implementation + " gives another answer for input " +
                             std::to_string(i));
  add(operation.name, implementation, std::move(inputs), std::move(question), operation.answers);
}

/// The same on our inputs.
void rival(const std::string& implementation, const auto& operation, auto question,
           std::size_t sample = operations::input_count) {
  converting_rival(implementation, operation, std::identity{}, std::move(question), sample);
}

/// The least that anything which reads all the data can cost: four sums of its words, memory asked ahead.
void reading(const auto& operation) {
  using word [[gnu::may_alias]] = std::int64_t;
  add(
      operation.name, "reading", operation.inputs,
      [](const auto& data) {
        const auto* at = reinterpret_cast<const word*>(data.data());
        std::int64_t a = 0, b = 0, c = 0, d = 0;
        for (std::size_t left = data.size() * sizeof(data.front()) / sizeof(word); left >= 4; left -= 4, at += 4) {
          __builtin_prefetch(at + 256);
          a += at[0];
          b += at[1];
          c += at[2];
          d += at[3];
        }
        return a + b + c + d;
      },
      operation.answers);
}

}  // namespace timing

#endif
