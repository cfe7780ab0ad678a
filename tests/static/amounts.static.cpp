// Three kinds of amounts, and nothing that turns one into another.

#include <chrono>
#include <type_traits>

#include "sla/time/amount.hpp"

namespace {

using sla::business_days;
using sla::business_time;
using sla::elapsed;
using namespace std::chrono_literals;

template <class To, class From>
concept made_from = std::is_constructible_v<To, From>;
template <class A, class B>
concept adds = requires(A a, B b) { a + b; };
template <class A, class B>
concept subtracts = requires(A a, B b) { a - b; };
template <class A, class B>
concept compares = requires(A a, B b) { a < b; };
template <class A, class B>
concept equates = requires(A a, B b) { a == b; };

template <class A, class B>
constexpr bool unrelated = !made_from<A, B> && !made_from<B, A> && !adds<A, B> && !adds<B, A> && !subtracts<A, B> &&
                           !compares<A, B> && !equates<A, B>;

static_assert(unrelated<elapsed, business_time>);
static_assert(unrelated<elapsed, business_days>);
static_assert(unrelated<business_time, business_days>);

template <class Amount>
constexpr bool stands_for_itself =
    std::is_default_constructible_v<Amount> && std::is_trivially_copyable_v<Amount> && adds<Amount, Amount> &&
    subtracts<Amount, Amount> && compares<Amount, Amount> && equates<Amount, Amount> &&
    !std::is_convertible_v<std::chrono::hours, Amount> && !std::is_convertible_v<int, Amount> &&
    !std::is_convertible_v<Amount, int> && !std::is_convertible_v<Amount, std::chrono::milliseconds> &&
    !adds<Amount, std::chrono::hours> && !adds<Amount, int> && !compares<Amount, std::chrono::hours> &&
    !adds<std::chrono::sys_seconds, Amount>;

static_assert(stands_for_itself<elapsed>);
static_assert(stands_for_itself<business_time>);
static_assert(stands_for_itself<business_days>);

static_assert(!made_from<elapsed, int> && !made_from<business_time, int>, "two what?");
static_assert(!made_from<elapsed, std::chrono::microseconds>, "a finer amount has to be rounded first");
static_assert(made_from<elapsed, std::chrono::days>, "24 hours, and the type says that they are elapsed ones");
static_assert(!made_from<business_days, std::chrono::days> && !made_from<business_days, double> &&
                  !made_from<business_days, bool>,
              "a business day is neither 24 hours nor a fraction");

static_assert(sla::says_elapsed_or_business<elapsed> && sla::says_elapsed_or_business<business_time> &&
              sla::says_elapsed_or_business<business_days>);
static_assert(!sla::says_elapsed_or_business<std::chrono::hours> && !sla::says_elapsed_or_business<int>);

static_assert(elapsed{24h} == elapsed{1440min} && business_days{3} > business_days{2});

}  // namespace
