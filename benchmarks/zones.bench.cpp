#include "timing.hpp"

namespace {

const timing::rows rows{[] { operations::zones([](auto operation) { timing::ours(std::move(operation)); }); }};

}  // namespace
