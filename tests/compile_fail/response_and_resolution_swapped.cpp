// expect-error: (no matching|row)
#include <chrono>

#include "sla/policy/severity_table.hpp"

enum class level { only };

using std::chrono::hours;

inline constexpr auto response = sla::respond_within(sla::elapsed{hours{2}});
inline constexpr auto resolution = sla::resolve_within(sla::elapsed{hours{24}});

inline constexpr sla::row promises{level::only,
#ifdef SLA_MISTAKE
                                   resolution, response
#else
                                   response, resolution
#endif
};
