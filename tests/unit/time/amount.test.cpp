#include "sla/time/amount.hpp"

#include <cstdint>

#include "support/message.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::business_days;
using sla::business_time;
using sla::elapsed;

TEST_CASE_TEMPLATE("amounts of time add, subtract, negate and compare", Amount, elapsed, business_time) {
  static_assert(Amount{2h} + Amount{30min} == Amount{150min});
  CHECK(Amount{2h} - Amount{150min} == -Amount{30min});
  CHECK(Amount{} == Amount{0h});
  CHECK(Amount{119min} < Amount{2h});
  CHECK(Amount{-1ms} < Amount{});
  CHECK((Amount{24h} <=> Amount{1440min}) == std::strong_ordering::equal);
}

TEST_CASE_TEMPLATE("amounts of time accumulate", Amount, elapsed, business_time) {
  Amount sum;
  sum += Amount{2h};
  sum += Amount{3min};
  sum -= Amount{1ms};
  CHECK(sum.length() == 2h + 3min - 1ms);
}

TEST_CASE_TEMPLATE("an amount of time keeps the millisecond", Amount, elapsed, business_time) {
  CHECK(Amount{1ms}.length() == 1ms);
  CHECK(Amount{-1ms}.length() == -1ms);
}

TEST_CASE("business days add, subtract, negate and compare") {
  static_assert(business_days{3} + business_days{2} == business_days{5});
  CHECK(business_days{3} - business_days{5} == -business_days{2});
  CHECK(business_days{} == business_days{0});
  CHECK(business_days{-1} < business_days{0});
  CHECK((business_days{3} <=> business_days{2}) == std::strong_ordering::greater);

  business_days sum;
  sum += business_days{4};
  sum -= business_days{1};
  CHECK(sum.count() == 3);
}

TEST_CASE_TEMPLATE("business days are counted with any integer", Integer, short, int, unsigned, long, std::uint8_t,
                   std::int64_t) {
  CHECK(business_days{static_cast<Integer>(30)}.count() == 30);
}

TEST_CASE("more business days than an int counts are an error, never fewer days") {
  CHECK(business_days{2'147'483'647LL}.count() == 2'147'483'647);
  CHECK(sla_tests::message_of<sla::terms_error>([] { business_days{5'000'000'000LL}; }) ==
        "5000000000 business days are more than this library counts");
  CHECK_THROWS_AS(business_days{3'000'000'000U}, sla::terms_error);
}

TEST_CASE("a number of business days that does not fit an int is an error in sums, too") {
  CHECK(business_days{2'147'483'646} + business_days{1} == business_days{2'147'483'647});
  CHECK(sla_tests::message_of<sla::terms_error>([] { business_days{2'147'483'647} + business_days{1}; }) ==
        "2147483648 business days are more than this library counts");
  CHECK_THROWS_AS(-business_days{-2'147'483'648}, sla::terms_error);
}

TEST_CASE_TEMPLATE("an amount beyond 292 million years is an error", Amount, elapsed, business_time) {
  constexpr Amount most{milliseconds::max()};
  CHECK(most - Amount{1ms} + Amount{1ms} == most);
  CHECK(sla_tests::message_of<sla::coverage_error>([&] { most + Amount{1ms}; }) ==
        "the sum of 9223372036854775807 ms and 1 ms is beyond 292 million years");
  CHECK_THROWS_AS(-most - Amount{2ms}, sla::coverage_error);
  CHECK_THROWS_AS(-Amount{milliseconds::min()}, sla::coverage_error);
}
