#include "sla/contracts/harvard_business_impact.hpp"

// expect-error: two_people_must_not_be_appointed_for_one_instant
namespace two_back_ups {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr sla::instant noon = hbi::eastern(2026y / November / 2, 12h);

inline constexpr std::array back_ups{
    hbi::appointment{"Ada", {noon - 24h, noon}},
#ifdef SLA_MISTAKE
    hbi::appointment{"Ben", {noon - 1ms, noon + 24h}},
#else
    hbi::appointment{"Ben", {noon, noon + 24h}},
#endif
};
inline constexpr hbi::appointments appointed({}, back_ups);

}  // namespace two_back_ups
