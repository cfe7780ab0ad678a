#ifndef SLA_TESTS_SUPPORT_TALLY_HPP
#define SLA_TESTS_SUPPORT_TALLY_HPP

#include <doctest/doctest.h>

#include <cstdint>

namespace sla_tests {

/// Counts comparisons and shows the first few that fail; a test that compared nothing fails as well.
class tally {
 public:
  tally() = default;
  tally(const tally&) = delete;
  tally& operator=(const tally&) = delete;
  ~tally() {
    CHECK(failed_ == 0);
    CHECK(compared_ > 0);
  }

  void expect(bool holds, const auto& describe) {
    ++compared_;
    if (!holds && ++failed_ <= 3) FAIL_CHECK(describe());
  }

 private:
  std::int64_t compared_ = 0;
  std::int64_t failed_ = 0;
};

}  // namespace sla_tests

#endif
