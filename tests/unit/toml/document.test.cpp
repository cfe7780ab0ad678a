#include "sla/toml/document.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

namespace {

using namespace std::chrono;
namespace hbi = sla::harvard_business_impact;

TEST_CASE("a document is an agreement, its edition and its alternatives") {
  const sla::loaded_agreement terms(hbi::support{});
  sla::agreement_document document{terms, {}, {}};
  CHECK_FALSE(document.edition.has_value());
  CHECK(document.alternatives.empty());
  document.edition = {"2026", sla_tests::date(2026y / January / 1)};
  document.alternatives.push_back({"office_hours", sla::loaded_agreement(hbi::office_hours{})});
  CHECK(document.edition->name == "2026");
  CHECK(document.edition->effective_on == sla_tests::date(2026y / January / 1));
  CHECK(document.alternatives.front().name == "office_hours");
  CHECK((document.alternatives.front().terms.business_hours.week() == hbi::office_hours::business_hours));
}

}  // namespace
