#ifndef SLA_FLEET_RANKS_HPP
#define SLA_FLEET_RANKS_HPP

#include <cstddef>
#include <exception>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fleet {

/// The processes of an MPI job, numbered from 0, and what they do together. All of them must call the same members in the
/// same order.
class ranks {
 public:
  ranks(int& argc, char**& argv);
  ranks(const ranks&) = delete;
  ranks& operator=(const ranks&) = delete;
  ~ranks();

  std::size_t rank() const noexcept { return rank_; }
  std::size_t size() const noexcept { return size_; }
  bool is_first() const noexcept { return rank_ == 0; }

  /// This rank as people name it.
  ///
  /// example  "rank 1 on node-7"
  std::string name() const;

  /// The lines that any rank has, sorted, each once; the same on every rank.
  ///
  /// throws  std::length_error if all of them together are longer than MPI can count, 2 GiB
  std::vector<std::string> unite(const std::vector<std::string>& lines) const;

  /// Combines bytes of one length by OR; the first rank has the result in their place.
  void unite(std::span<std::byte> bytes) const;

  /// Does work that may fail on some ranks only; if it fails on any, the first one says why and all return false.
  bool all_can(auto work) const {
    std::vector<std::string> problems;
    try {
      work();
    } catch (const std::exception& problem) {
      problems.emplace_back(problem.what());
    }
    return all_agree(problems);
  }

  /// Ends the whole job; for a failure in the midst of what all ranks do together.
  [[noreturn]] void abort(std::string_view problem) const;

 private:
  bool all_agree(const std::vector<std::string>& problems) const;

  std::size_t rank_;
  std::size_t size_;
};

}  // namespace fleet

#endif
