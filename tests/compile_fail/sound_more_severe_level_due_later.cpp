// expect-error: a_more_severe_level_must_not_be_due_later
#include <chrono>

#include "sla/clock/check.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

using namespace std::chrono;

enum class level { high, low };

struct terms : sla::harvard_business_impact::support {
  static constexpr sla::severity_table severities{
#ifdef SLA_MISTAKE
      sla::row{level::high, sla::respond_within(sla::business_time{hours{4}}), sla::case_by_case {}},
#else
      sla::row{level::high, sla::respond_within(sla::elapsed{hours{4}}), sla::case_by_case{}},
#endif
      sla::row{level::low, sla::respond_within(sla::elapsed{hours{48}}), sla::case_by_case{}}};
};

static_assert(sla::sound<terms>);
