#include <exception>
#include <iostream>

#include "timing.hpp"

int main(int argc, char** argv) try {
  benchmark::Initialize(&argc, argv);
  for (const auto& add : timing::rows::all()) add();
  benchmark::RunSpecifiedBenchmarks();
} catch (const std::exception& error) {
  std::cerr << "benchmarks: " << error.what() << '\n';
  return 1;
}
