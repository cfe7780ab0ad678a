#include "timing.hpp"

namespace {

const timing::rows rows{[] { operations::deadlines([](auto operation) { timing::ours(std::move(operation)); }); }};

}  // namespace
