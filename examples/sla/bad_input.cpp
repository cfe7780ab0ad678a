#include "bad_input.hpp"

#include <fmt/format.h>

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
  if (policy_ == policy::stop) throw problem;
  print_problem(problem.what());
  ++skipped_;
}

}  // namespace program
