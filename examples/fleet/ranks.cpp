#include "ranks.hpp"

#include <fmt/format.h>
#include <mpi.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "../sla/terminal.hpp"

namespace fleet {

namespace {

// What MPI cannot do ends the job: that is its error handler, and no call returns otherwise.

constexpr int first_rank = 0;

/// MPI counts in `int`.
int count_of(std::size_t bytes) {
  if (bytes > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw std::length_error(fmt::format("{} bytes are more than one MPI message can have", bytes));
  return static_cast<int>(bytes);
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text.append(line).append(1, '\n');
  return text;
}

/// The different lines of a text, sorted.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  std::ranges::sort(lines);
  const auto repeated = std::ranges::unique(lines);
  lines.erase(repeated.begin(), repeated.end());
  return lines;
}

}  // namespace

ranks::ranks(int& argc, char**& argv) {
  MPI_Init(&argc, &argv);
  int number = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &number);
  rank_ = static_cast<std::size_t>(number);
  MPI_Comm_size(MPI_COMM_WORLD, &number);
  size_ = static_cast<std::size_t>(number);
}

ranks::~ranks() { MPI_Finalize(); }

std::string ranks::name() const {
  std::array<char, MPI_MAX_PROCESSOR_NAME> host{};
  int length = 0;
  MPI_Get_processor_name(host.data(), &length);
  return fmt::format("rank {} on {}", rank_, std::string_view(host.data(), static_cast<std::size_t>(length)));
}

std::vector<std::string> ranks::unite(const std::vector<std::string>& lines) const {
  std::string text = joined(lines);
  const int length = count_of(text.size());
  std::vector<int> lengths(size_);
  MPI_Allgather(&length, 1, MPI_INT, lengths.data(), 1, MPI_INT, MPI_COMM_WORLD);
  const int together = count_of(std::accumulate(lengths.begin(), lengths.end(), std::size_t{0}));
  std::string all(is_first() ? static_cast<std::size_t>(together) : 0, '\0');
  std::vector<int> places(size_);
  std::exclusive_scan(lengths.begin(), lengths.end(), places.begin(), 0);
  MPI_Gatherv(text.data(), length, MPI_CHAR, all.data(), lengths.data(), places.data(), MPI_CHAR, first_rank,
              MPI_COMM_WORLD);
  if (is_first()) text = joined(lines_of(all));
  int united = count_of(text.size());
  MPI_Bcast(&united, 1, MPI_INT, first_rank, MPI_COMM_WORLD);
  text.resize(static_cast<std::size_t>(united));
  MPI_Bcast(text.data(), united, MPI_CHAR, first_rank, MPI_COMM_WORLD);
  return lines_of(text);
}

void ranks::unite(std::span<std::byte> bytes) const {
  MPI_Reduce(is_first() ? MPI_IN_PLACE : bytes.data(), is_first() ? bytes.data() : nullptr, count_of(bytes.size()),
             MPI_BYTE, MPI_BOR, first_rank, MPI_COMM_WORLD);
}

void ranks::abort(std::string_view problem) const {
  program::print_problem(fmt::format("{} ({})", problem, name()));
  MPI_Abort(MPI_COMM_WORLD, EXIT_FAILURE);
  std::abort();
}

bool ranks::all_agree(const std::vector<std::string>& problems) const {
  const std::vector<std::string> all = unite(problems);
  if (is_first())
    for (const std::string& problem : all) program::print_problem(problem);
  return all.empty();
}

}  // namespace fleet
