#include "bad_input.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "terminal.hpp"

namespace program {

void refuse(std::string_view wrong, std::string_view allowed) {
  throw bad_value(fmt::format("{}; allowed: {}", wrong, allowed));
}

std::string in_quotes(std::string_view text) {
  static constexpr std::size_t most = 200;
  const std::string quoted =
      nlohmann::json(text.substr(0, most)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return text.size() <= most ? quoted : fmt::format("{}... ({} bytes)", quoted, text.size());
}

void bad_lines::add(const bad_input& problem) {
  static constexpr std::size_t most = 20;
  if (are_fatal()) {
    fatal_.emplace_back(problem.what());
    if (fatal_.size() == most) end_of_file();
    return;
  }
  print_problem(problem.what());
  ++skipped_;
}

void bad_lines::end_of_file() const {
  if (!fatal_.empty()) throw bad_input(fmt::to_string(fmt::join(fatal_, "\n")));
}

void bad_lines::end_at(const bad_input& problem) const {
  std::vector<std::string> all = fatal_;
  all.emplace_back(problem.what());
  throw bad_input(fmt::to_string(fmt::join(all, "\n")));
}

}  // namespace program
