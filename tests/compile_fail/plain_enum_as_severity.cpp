// expect-error: enumeration
#include "sla/policy/enumerator.hpp"

#ifdef SLA_MISTAKE
enum level { high, low };
#else
enum class level { high, low };
#endif

inline constexpr auto levels = sla::enumerators<level>::count;
