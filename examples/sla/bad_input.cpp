#include "bad_input.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>

namespace program {

void refuse(std::string_view wrong, std::string_view allowed) {
  throw bad_value(fmt::format("{}; allowed: {}", wrong, allowed));
}

std::string in_quotes(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void bad_lines::add(const bad_input& problem) {
  if (policy_ == policy::stop) throw problem;
  fmt::print(stderr, "{}\n", problem.what());
  ++skipped_;
}

}  // namespace program
