// expect-error: a_target_within_one_day_must_fit_into_a_day
#include <chrono>

#include "sla/clock/check.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

using namespace std::chrono;

enum class level { high, low };

struct terms : sla::harvard_business_impact::one_day {
  static constexpr sla::severity_table severities{
#ifdef SLA_MISTAKE
      sla::row{level::high, sla::respond_within(sla::business_time{hours{25}}), sla::case_by_case {}},
#else
      sla::row{level::high, sla::respond_within(sla::business_time{hours{24}}), sla::case_by_case{}},
#endif
      sla::row{level::low, sla::respond_within(sla::business_days{5}), sla::case_by_case{}}};
};

static_assert(sla::sound<terms>);
