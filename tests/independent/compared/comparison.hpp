#ifndef SLA_TESTS_INDEPENDENT_COMPARED_COMPARISON_HPP
#define SLA_TESTS_INDEPENDENT_COMPARED_COMPARISON_HPP

#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace sla_tests {

/// Counts the answers of somebody else that differ, and why, and prints the counts in the end.
class comparison {
 public:
  /// Of all comparisons of a program.
  static inline int unexplained = 0;

  explicit comparison(std::string with_whom) : with_whom_(std::move(with_whom)) {}
  comparison(const comparison&) = delete;
  comparison& operator=(const comparison&) = delete;
  ~comparison() {
    std::cout << with_whom_ << ": " << asked_ << " answers, " << differ_ << " differ";
    for (const auto& [why, count] : reasons_) std::cout << "; " << count << ' ' << why;
    std::cout << '\n';
  }

  /// why  a reason that holds for this question; none if it is empty
  void expect(bool same, std::string_view question, std::string_view why = {}) {
    ++asked_;
    if (same) return;
    ++differ_;
    if (!why.empty())
      ++reasons_[why];
    else if (++unexplained <= 5)
      std::cout << "unexplained: " << question << '\n';
  }

 private:
  std::string with_whom_;
  long asked_ = 0;
  long differ_ = 0;
  std::map<std::string_view, int> reasons_;
};

}  // namespace sla_tests

#endif
