#include <chrono>

#include "sla/calendar/us_federal.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "sla/zone/us_zone.hpp"

// expect-first-error: make a loaded_agreement of these terms and ask it: they change calendar, business_hours or zone
namespace amended_business_hours {

struct amended : sla::loaded_agreement {
  using basic_loaded_agreement::basic_loaded_agreement;
  sla::loaded_hours business_hours{
      sla::weekly_hours(sla::monday_to_friday, std::chrono::hours{9}, std::chrono::hours{17})};
};

inline auto due(const amended& terms, sla::instant reported) {
#ifdef SLA_MISTAKE
  return sla::response_due(terms, sla::severity_level{2}, reported);
#else
  return sla::response_due(sla::loaded_agreement(terms), sla::severity_level{2}, reported);
#endif
}

}  // namespace amended_business_hours

// expect-first-error: make a loaded_agreement of these terms and ask it: they change calendar, business_hours or zone
namespace amended_calendar {

struct amended : sla::loaded_agreement {
  using basic_loaded_agreement::basic_loaded_agreement;
  static constexpr auto calendar = sla::us_banking;
};

inline auto due(const amended& terms, sla::instant reported) {
#ifdef SLA_MISTAKE
  return sla::response_due(terms, sla::severity_level{2}, reported);
#else
  return sla::response_due(sla::loaded_agreement(terms), sla::severity_level{2}, reported);
#endif
}

}  // namespace amended_calendar

// expect-first-error: make a loaded_agreement of these terms and ask it: they change support_days, support_hours or zone
namespace amended_support_days {

struct amended : sla::loaded_agreement {
  using basic_loaded_agreement::basic_loaded_agreement;
  static constexpr auto support_days = sla::us_banking;
};

inline auto due(const amended& terms, sla::instant reported) {
#ifdef SLA_MISTAKE
  return sla::resolution_due(terms, sla::severity_level{2}, reported, {});
#else
  return sla::resolution_due(sla::loaded_agreement(terms), sla::severity_level{2}, reported, {});
#endif
}

}  // namespace amended_support_days

// expect-first-error: make a loaded_agreement of these terms and ask it: they change support_days, support_hours or zone
namespace amended_support_hours {

struct amended : sla::loaded_agreement {
  using basic_loaded_agreement::basic_loaded_agreement;
  static constexpr auto support_hours =
      sla::weekly_hours(sla::every_day, std::chrono::hours{8}, std::chrono::hours{20});
};

inline auto due(const amended& terms, sla::instant reported) {
#ifdef SLA_MISTAKE
  return sla::resolution_due(terms, sla::severity_level{2}, reported, {});
#else
  return sla::resolution_due(sla::loaded_agreement(terms), sla::severity_level{2}, reported, {});
#endif
}

}  // namespace amended_support_hours

// expect-first-error: make a loaded_agreement of these terms and ask it: they change (calendar, business_hours|support_days, support_hours) or zone
namespace amended_zone {

struct amended : sla::loaded_agreement {
  using basic_loaded_agreement::basic_loaded_agreement;
  static constexpr auto zone = sla::us_pacific;
};

inline auto due(const amended& terms, sla::instant reported) {
#ifdef SLA_MISTAKE
  return sla::response_due(terms, sla::severity_level{2}, reported);
#else
  return sla::response_due(sla::loaded_agreement(terms), sla::severity_level{2}, reported);
#endif
}

}  // namespace amended_zone

// expect-first-error: make a loaded_agreement of these terms and ask it: they change (calendar, business_hours|support_days, support_hours) or zone
namespace amended_zone_by_reference {

struct amended : sla::loaded_agreement {
  using basic_loaded_agreement::basic_loaded_agreement;
  const sla::us_zone& zone = sla::us_pacific;
};

inline auto due(const amended& terms, sla::instant reported) {
#ifdef SLA_MISTAKE
  return sla::response_due(terms, sla::severity_level{2}, reported);
#else
  return sla::response_due(sla::loaded_agreement(terms), sla::severity_level{2}, reported);
#endif
}

}  // namespace amended_zone_by_reference

// expect-first-error: make a loaded_agreement of these terms and ask it: they change calendar, business_hours or zone
namespace business_hours_of_a_value {

struct amended : sla::harvard_business_impact::support {
  sla::loaded_hours business_hours{
      sla::weekly_hours(sla::monday_to_friday, std::chrono::hours{9}, std::chrono::hours{17})};
};

inline auto due(const amended& terms, sla::instant reported) {
#ifdef SLA_MISTAKE
  return sla::response_due(terms, sla::harvard_business_impact::severity::urgent, reported);
#else
  return sla::response_due(sla::loaded_agreement(terms), sla::severity_level{2}, reported);
#endif
}

}  // namespace business_hours_of_a_value

// expect-first-error: make a loaded_agreement of these terms and ask it: they change support_days, support_hours or zone
namespace support_hours_of_a_value {

struct amended : sla::harvard_business_impact::desk_pauses {
  sla::weekly_hours support_hours{sla::every_day, std::chrono::hours{8}, std::chrono::hours{20}};
};

inline auto due(const amended& terms, sla::instant reported) {
#ifdef SLA_MISTAKE
  return sla::response_due(terms, sla::harvard_business_impact::severity::critical, reported);
#else
  return sla::response_due(sla::loaded_agreement(terms), sla::severity_level{1}, reported);
#endif
}

}  // namespace support_hours_of_a_value
