// Counts instructions: run under `valgrind --tool=callgrind --instr-atstart=no`, this program leaves one dump for every
// loop over the inputs of an operation, and prints which dump is whose. Of each pair of dumps the second is the same
// loop around nothing. run.py subtracts and divides.
#include <valgrind/callgrind.h>

#include <cstdint>
#include <iostream>
#include <string>

#include "operations.hpp"

namespace {

void count(const std::string& loop, const auto& inputs, const auto& question) {
  CALLGRIND_START_INSTRUMENTATION;
  CALLGRIND_ZERO_STATS;
  operations::ask_all(inputs, question);
  CALLGRIND_DUMP_STATS_AT(loop.c_str());
  CALLGRIND_STOP_INSTRUMENTATION;
}

void count_operation(const auto& operation) {
  operations::keep(operation.question(operation.inputs.front()));  // whatever happens only once has happened
  count(operation.name, operation.inputs, operation.question);
  count("nothing", operation.inputs, [](const auto& input) { return reinterpret_cast<std::intptr_t>(&input); });
  std::cout << operation.name << ' ' << static_cast<std::int64_t>(operation.inputs.size()) * operation.answers << '\n';
}

}  // namespace

int main() {
  const auto visit = [](const auto& operation) { count_operation(operation); };
  operations::calendars(visit);
  operations::zones(visit);
  operations::business_time(visit);
  operations::deadlines(100'000, visit);
  operations::intervals(1'000'000, visit);
  operations::availability(1'000'000, 1'000'000, visit);
}
