// expect-error: (no matching|row)
#include <chrono>

#include "sla/policy/severity_table.hpp"

enum class level { only };

inline constexpr sla::row promises{level::only, sla::respond_within(sla::business_days{2})
#ifdef SLA_MISTAKE

#else
                                                    ,
                                   sla::case_by_case{}
#endif
};
