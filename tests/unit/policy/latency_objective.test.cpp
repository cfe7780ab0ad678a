#include "sla/policy/latency_objective.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>

#include "support/message.hpp"
#include "support/terms_text.hpp"

namespace {

using namespace std::chrono;
using sla::fraction;

TEST_CASE("more than half is not half") {
  constexpr auto most = sla::more_than(fraction{1, 2});
  CHECK_FALSE(most.satisfied_by({1, 2}));
  CHECK_FALSE(most.satisfied_by({0, 1}));
  CHECK(most.satisfied_by({500'000'001, 1'000'000'000}));
  CHECK(most.satisfied_by({1, 1}));
}

TEST_CASE("at least 95 of 100 includes 95") {
  constexpr auto quantile = sla::at_least(fraction{95, 100});
  CHECK(quantile.satisfied_by({95, 100}));
  CHECK(quantile.satisfied_by({19, 20}));
  CHECK(quantile.satisfied_by({1, 1}));
  CHECK_FALSE(quantile.satisfied_by({949'999, 1'000'000}));
}

TEST_CASE("a share that no latency could have, or that every latency has, cannot be required") {
  const auto message = [](auto required, fraction share) {
    return sla_tests::message_of<sla::terms_error>([&] { (void)required(share); });
  };
  CHECK(message(sla::more_than, {1, 1}) == "a required share of more than 100.0000 % is not within [0, 100)");
  CHECK(message(sla::more_than, {3, 2}) == "a required share of more than 150.0000 % is not within [0, 100)");
  CHECK(message(sla::at_least, {3, 2}) == "a required share of at least 150.0000 % is not within (0, 100]");
  CHECK(message(sla::at_least, {0, 1}) == "a required share of at least 0.0000 % is not within (0, 100]");
  CHECK_FALSE(sla::more_than({0, 1}).satisfied_by({0, 1}));
  CHECK(sla::at_least({1, 1}).satisfied_by({1, 1}));
}

TEST_CASE("exempt kinds do not count") {
  enum class request { page, search, upload, report };
  constexpr sla::latency_objective objective{sla::elapsed{1s}, sla::at_least(fraction{1, 2}),
                                             std::array{request::report, request::upload}};
  CHECK(objective.counts(request::page));
  CHECK(objective.counts(request::search));
  CHECK_FALSE(objective.counts(request::upload));
  CHECK_FALSE(objective.counts(request::report));
}

TEST_CASE("kinds are numbered from 0 to 31: others cannot be exempt, and count") {
  enum class request { page, other = 40, odd = -1 };
  constexpr sla::latency_objective objective{sla::elapsed{1s}, sla::at_least(fraction{1, 2}),
                                             std::array{request::page}};
  CHECK(!objective.counts(request::page));
  CHECK(objective.counts(request::other));
  CHECK(objective.counts(request::odd));
  CHECK(objective.counts(static_cast<request>(32)));
  const sla::latency_objective wrong{sla::elapsed{1s}, sla::at_least(fraction{1, 2}), std::array{request::odd}};
  CHECK(sla_tests::message_of<sla::terms_error>([&] { (void)wrong.counts(request::page); }) ==
        "the exempt kind of request with value -1 is not from 0 to 31, as the values of an enumeration have to be");
  const sla::latency_objective larger{sla::elapsed{1s}, sla::at_least(fraction{1, 2}), std::array{request::other}};
  CHECK_THROWS_AS((void)larger.counts(request::page), sla::terms_error);
}

TEST_CASE("an objective may exempt nothing") {
  enum class request { page };
  constexpr sla::latency_objective objective{sla::elapsed{1s}, sla::at_least(fraction{1, 2}), std::array<request, 0>{}};
  CHECK(objective.counts(request::page));
}

TEST_CASE("a required share says how it compares, and with what") {
  constexpr auto most = sla::more_than(fraction{1, 2});
  static_assert(most.compares_by() == sla::required_share::comparison::more_than);
  CHECK(most.than() == fraction{1, 2});
  constexpr auto quantile = sla::at_least(fraction{95, 100});
  CHECK((quantile.compares_by() == sla::required_share::comparison::at_least));
  CHECK(quantile.than() == fraction{19, 20});
}

TEST_CASE("kinds that become known at run time are exempt by their names") {
  sla::loaded_latency_objective objective{sla::elapsed{1s}, sla::at_least(fraction{1, 2}), {"report", "upload"}};
  CHECK(objective.counts("page"));
  CHECK_FALSE(objective.counts("report"));
  CHECK_FALSE(objective.counts("upload"));
  CHECK(objective.counts("Report"));
  CHECK(objective.counts(""));
  CHECK_FALSE(objective.counted_kinds().contains("upload"));
  objective.exempt.clear();
  CHECK(objective.counts("report"));
}

}  // namespace
