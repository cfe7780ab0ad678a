#include <chrono>

#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/enumerator.hpp"
#include "sla/policy/severity_table.hpp"

// expect-error: a severity table needs one row for every level
namespace missing_row {

enum class level { high, middle, low };

using std::chrono::hours;

inline constexpr sla::row high{level::high, sla::respond_within(sla::elapsed{hours{1}}), sla::case_by_case{}};
inline constexpr sla::row middle{level::middle, sla::respond_within(sla::elapsed{hours{2}}), sla::case_by_case{}};
inline constexpr sla::row low{level::low, sla::respond_within(sla::elapsed{hours{3}}), sla::case_by_case{}};

inline constexpr sla::severity_table table{
#ifdef SLA_MISTAKE
    high, middle
#else
    high, middle, low
#endif
};

}  // namespace missing_row

// expect-error: severity_rows_must_stand_in_the_order_of_the_levels
namespace repeated_row {

enum class level { high, middle, low };

using std::chrono::hours;

inline constexpr sla::row high{level::high, sla::respond_within(sla::elapsed{hours{1}}), sla::case_by_case{}};
inline constexpr sla::row middle{level::middle, sla::respond_within(sla::elapsed{hours{2}}), sla::case_by_case{}};
inline constexpr sla::row low{level::low, sla::respond_within(sla::elapsed{hours{3}}), sla::case_by_case{}};

inline constexpr sla::severity_table table{
#ifdef SLA_MISTAKE
    high, middle, middle
#else
    high, middle, low
#endif
};

}  // namespace repeated_row

// expect-error: a severity table needs one row for every level
namespace surplus_row {

enum class level { high, middle, low };

using std::chrono::hours;

inline constexpr sla::row high{level::high, sla::respond_within(sla::elapsed{hours{1}}), sla::case_by_case{}};
inline constexpr sla::row middle{level::middle, sla::respond_within(sla::elapsed{hours{2}}), sla::case_by_case{}};
inline constexpr sla::row low{level::low, sla::respond_within(sla::elapsed{hours{3}}), sla::case_by_case{}};

inline constexpr sla::severity_table table{
#ifdef SLA_MISTAKE
    high, middle, low, low
#else
    high, middle, low
#endif
};

}  // namespace surplus_row

// expect-error: severity_rows_must_stand_in_the_order_of_the_levels
namespace swapped_rows {

enum class level { high, middle, low };

using std::chrono::hours;

inline constexpr sla::row high{level::high, sla::respond_within(sla::elapsed{hours{1}}), sla::case_by_case{}};
inline constexpr sla::row middle{level::middle, sla::respond_within(sla::elapsed{hours{2}}), sla::case_by_case{}};
inline constexpr sla::row low{level::low, sla::respond_within(sla::elapsed{hours{3}}), sla::case_by_case{}};

inline constexpr sla::severity_table table{
#ifdef SLA_MISTAKE
    high, low, middle
#else
    high, middle, low
#endif
};

}  // namespace swapped_rows

// expect-error: row
namespace row_of_another_severity {

enum class level { high, middle, low };
enum class priority { high, middle, low };

using std::chrono::hours;

inline constexpr sla::row high{level::high, sla::respond_within(sla::elapsed{hours{1}}), sla::case_by_case{}};
inline constexpr sla::row middle{level::middle, sla::respond_within(sla::elapsed{hours{2}}), sla::case_by_case{}};
inline constexpr sla::row low{level::low, sla::respond_within(sla::elapsed{hours{3}}), sla::case_by_case{}};

inline constexpr sla::row wrong{
#ifdef SLA_MISTAKE
    priority::low
#else
    level::low
#endif
    ,
    sla::respond_within(sla::elapsed{hours{3}}), sla::case_by_case{}};
inline constexpr sla::severity_table table{high, middle, wrong};

}  // namespace row_of_another_severity

// expect-error: (no matching|row)
namespace row_without_resolution {

enum class level { only };

inline constexpr sla::row promises{level::only, sla::respond_within(sla::business_days{2})
#ifdef SLA_MISTAKE

#else
                                                    ,
                                   sla::case_by_case{}
#endif
};

}  // namespace row_without_resolution

// expect-error: (no matching|row)
namespace response_and_resolution_swapped {

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

}  // namespace response_and_resolution_swapped

// expect-error: response_due|severity
namespace severity_of_another_enum {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

enum class priority { urgent };

inline constexpr auto due = sla::response_due(hbi::support{},
#ifdef SLA_MISTAKE
                                              priority::urgent
#else
                                              hbi::severity::urgent
#endif
                                              ,
                                              hbi::eastern(2026y / November / 20, 22h));

}  // namespace severity_of_another_enum

// expect-error: enumeration
namespace plain_enum_as_severity {

#ifdef SLA_MISTAKE
enum level { high, low };
#else
enum class level { high, low };
#endif

inline constexpr auto levels = sla::enumerators<level>::count;

}  // namespace plain_enum_as_severity

// expect-error: response_due|severity
namespace number_as_severity {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto due = sla::response_due(hbi::support{},
#ifdef SLA_MISTAKE
                                              2
#else
                                              hbi::severity{2}
#endif
                                              ,
                                              hbi::eastern(2026y / November / 20, 22h));

}  // namespace number_as_severity

// expect-error: response_due|severity
namespace offering_as_severity {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

inline constexpr auto due = sla::response_due(hbi::support{},
#ifdef SLA_MISTAKE
                                              hbi::offering::hbr_spark
#else
                                              hbi::severity::urgent
#endif
                                              ,
                                              hbi::eastern(2026y / November / 20, 22h));

}  // namespace offering_as_severity

// expect-error: the levels of a severity table must have values from 0 to 31
namespace level_above_31 {

using std::chrono::hours;

enum class level {
  high = 2,
  middle = 3,
#ifdef SLA_MISTAKE
  low = 99
#else
  low = 31
#endif
};

inline constexpr sla::row high{level::high, sla::respond_within(sla::elapsed{hours{1}}), sla::case_by_case{}};
inline constexpr sla::row middle{level::middle, sla::respond_within(sla::elapsed{hours{2}}), sla::case_by_case{}};

// It has a row for every level from 0 to 31.
inline constexpr sla::severity_table table{
#ifdef SLA_MISTAKE
    high, middle
#else
    high, middle, sla::row{level::low, sla::respond_within(sla::elapsed{hours{3}}), sla::case_by_case{}}
#endif
};

}  // namespace level_above_31

// expect-error: the levels of a severity table must have values from 0 to 31
namespace level_below_0 {

using std::chrono::hours;

enum class level {
  high = 2,
  middle = 3,
#ifdef SLA_MISTAKE
  urgent = -1
#else
  urgent = 1
#endif
};

inline constexpr sla::row high{level::high, sla::respond_within(sla::elapsed{hours{1}}), sla::case_by_case{}};
inline constexpr sla::row middle{level::middle, sla::respond_within(sla::elapsed{hours{2}}), sla::case_by_case{}};

// It has a row for every level from 0 to 31.
inline constexpr sla::severity_table table{
#ifdef SLA_MISTAKE
    high, middle
#else
    sla::row{level::urgent, sla::respond_within(sla::elapsed{hours{1}}), sla::case_by_case{}}, high, middle
#endif
};

}  // namespace level_below_0
