// The agreement's questions as SQL functions, a loadable extension for SQLite:
//
//   sla_response_due(severity, reported)                     the instant, as text; NULL where none is promised
//   sla_resolution_due(severity, reported, confirmed)        the same; NULL also until the clock starts
//   business_days_between(from, to), is_business_day(date)   on the agreement's calendar
//   sla_month_begins(month), sla_month_ends(month)           on the agreement's clocks
//   sla_unix_ms(time)                                        milliseconds since 1970 in UTC, by which times can be compared
//   sla_ticket(at, event, severity, as_of)                   aggregate over the events of a ticket: both commitments, as JSON
//   sla_downtime_ms(began, ended, month)                     aggregate over the outages of a service, each moment once,
//                                                            without the scheduled windows
//
// Another agreement is another `terms`. NULL in is NULL out; an aggregate passes over rows without an event or an outage,
// which outer joins have. What cannot be answered is an SQL error that names the value and what is allowed.

#include <sqlite3ext.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sla/availability/tally.hpp"
#include "sla/calendar/business_arithmetic.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/time/iso_reading.hpp"

SQLITE_EXTENSION_INIT1

namespace {

using terms = sla::harvard_business_impact::support;
using severity = sla::severity_of<terms>;

// ---- Arguments --------------------------------------------------------------------------------------------------------

bool is_null(sqlite3_value* value) { return sqlite3_value_type(value) == SQLITE_NULL; }

std::string_view text(sqlite3_value* value) {
  const auto* begin = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return {begin, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

[[noreturn]] void refuse(std::string_view value, std::string_view wrong, std::string_view allowed) {
  throw sla::error('"' + std::string(value) + "\" " + std::string(wrong) + "; allowed: " + std::string(allowed));
}

template <class Value>
Value readable(std::string_view value, const std::variant<Value, sla::unreadable>& read) {
  if (const auto* problem = std::get_if<sla::unreadable>(&read)) refuse(value, problem->wrong, problem->allowed);
  return std::get<Value>(read);
}

sla::instant to_instant(sqlite3_value* value) {
  const auto [reading, offset] = readable(
      text(value), sla::read_iso(text(value), "2026-11-23T07:00:00Z or, on the agreement's clocks, 2026-11-23T02:00"));
  return offset ? sla::instant{reading.time_since_epoch()} - *offset : sla::exact_instant(terms::zone, reading);
}

sla::civil_day to_date(sqlite3_value* value) { return readable(text(value), sla::read_iso_date(text(value))); }

/// An enumerator by its name; a severity also by its number.
template <class Enum>
Enum to_enumerator(sqlite3_value* value) {
  std::string names;
  for (const auto& [each, name] : sla::enumerators<Enum>::all) {
    if (text(value) == name) return each;
    if constexpr (std::is_same_v<Enum, severity>)
      if (text(value) == std::to_string(static_cast<int>(each))) return each;
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  refuse(text(value), "is not known", names + (std::is_same_v<Enum, severity> ? ", or their numbers" : ""));
}

// ---- Answers ----------------------------------------------------------------------------------------------------------

void answer(sqlite3_context* context, std::string_view text) {
  sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}
void answer(sqlite3_context* context, std::int64_t number) { sqlite3_result_int64(context, number); }
void answer(sqlite3_context* context, const sla::deadline& due) {
  if (due.exists()) answer(context, sla::iso(due.at()));
}

/// Does something for SQLite; an exception becomes an SQL error that begins with the function's name.
template <class Work>
void guarded(sqlite3_context* context, const Work& work) noexcept try {
  work();
} catch (const std::exception& problem) {
  const std::string message = static_cast<const char*>(sqlite3_user_data(context)) + std::string(": ") + problem.what();
  sqlite3_result_error(context, message.c_str(), static_cast<int>(message.size()));
}

// ---- Functions of one row ---------------------------------------------------------------------------------------------

void response_due(sqlite3_context* context, sqlite3_value** values) {
  answer(context, sla::response_due(terms{}, to_enumerator<severity>(values[0]), to_instant(values[1])));
}

void resolution_due(sqlite3_context* context, sqlite3_value** values) {
  const auto confirmed = is_null(values[2]) ? std::nullopt : std::optional{to_instant(values[2])};
  answer(context, sla::resolution_due(terms{}, to_enumerator<severity>(values[0]), to_instant(values[1]), confirmed));
}

void days_between(sqlite3_context* context, sqlite3_value** values) {
  answer(context,
         std::int64_t{sla::business_days_between(terms::calendar, to_date(values[0]), to_date(values[1])).count()});
}

void is_business_day(sqlite3_context* context, sqlite3_value** values) {
  answer(context, std::int64_t{sla::is_business_day(terms::calendar, to_date(values[0]))});
}

sla::interval to_month(sqlite3_value* value) {
  return sla::period_in(terms::month_zone, readable(text(value), sla::read_iso_month(text(value))));
}
void month_begins(sqlite3_context* context, sqlite3_value** values) {
  answer(context, sla::iso(to_month(values[0]).starts_at()));
}
void month_ends(sqlite3_context* context, sqlite3_value** values) {
  answer(context, sla::iso(to_month(values[0]).ends_at()));
}

void unix_ms(sqlite3_context* context, sqlite3_value** values) {
  answer(context, std::int64_t{to_instant(values[0]).time_since_epoch().count()});
}

/// Calls a function unless one of its first `Needed` arguments is NULL.
template <auto Function, int Needed>
void scalar(sqlite3_context* context, int, sqlite3_value** values) noexcept {
  guarded(context, [&] {
    if (std::none_of(values, values + Needed, is_null)) Function(context, values);
  });
}

// ---- Aggregates -------------------------------------------------------------------------------------------------------

std::string json(const std::optional<sla::instant>& at) { return at ? '"' + sla::iso(*at) + '"' : "null"; }

std::string json(const sla::commitment<severity>& of) {
  return R"({"severity":)" + std::to_string(static_cast<int>(of.severity)) + R"(,"state":")" +
         std::string(sla::name_of(of.state)) + R"(","due":)" +
         json(of.due.exists() ? std::optional{of.due.at()} : std::nullopt) + R"(,"fulfilled_at":)" +
         json(of.fulfilled_at) + '}';
}

/// What every row of a group must say alike, which may be NULL.
template <class Value>
class said_by_all {
 public:
  /// throws  sla::error naming what an earlier row said, if that is another value
  void hear(sqlite3_value* said, Value (*read)(sqlite3_value*)) {
    const auto value = is_null(said) ? std::nullopt : std::optional{read(said)};
    if (!is_heard_) {
      is_heard_ = true;
      value_ = value;
      first_said_ = text_or_null(said);
    } else if (value_ != value) {
      refuse(text_or_null(said), "is not what an earlier row of the group says", first_said_);
    }
  }

  const std::optional<Value>& value() const { return value_; }

 private:
  static std::string_view text_or_null(sqlite3_value* said) { return is_null(said) ? "NULL" : text(said); }

  bool is_heard_ = false;
  std::optional<Value> value_;
  std::string first_said_;
};

/// Whether a row is one of an outer join that found nothing: both values that say what happened are NULL.
///
/// throws  sla::error if one of them is NULL
bool holds_nothing(sqlite3_value** values, std::string_view wrong, std::string_view allowed) {
  if (is_null(values[0]) != is_null(values[1])) refuse("NULL", wrong, allowed);
  return is_null(values[0]);
}

/// The events of a ticket, in whatever order they come.
class ticket {
 public:
  void add(sqlite3_value** values) {
    const bool is_passed_over = holds_nothing(values, "is half of an event", "a time and an event, or NULL twice");
    if (!is_passed_over || !is_null(values[3])) as_of_.hear(values[3], to_instant);
    if (is_passed_over) return;
    const sla::event<severity> next{
        to_instant(values[0]), to_enumerator<sla::event_kind>(values[1]),
        is_null(values[2]) ? std::nullopt : std::optional{to_enumerator<severity>(values[2])}};
    const auto is_earlier = [](sla::instant at, const sla::event<severity>& each) { return at < each.at; };
    events_.insert(std::upper_bound(events_.begin(), events_.end(), next.at, is_earlier), next);
  }

  void finish(sqlite3_context* context) {
    if (!as_of_.value()) return;
    const sla::instant as_of = *as_of_.value();
    std::erase_if(events_, [as_of](const auto& each) { return as_of < each.at; });
    if (events_.empty()) return;
    const auto now = sla::assess(terms{}, events_, as_of);
    answer(context, R"({"response":)" + json(now.response) + R"(,"resolution":)" + json(now.resolution) + '}');
  }

 private:
  said_by_all<sla::instant> as_of_;
  std::vector<sla::event<severity>> events_;
};

/// The outages of a service in a month.
class downtime {
 public:
  void add(sqlite3_value** values) {
    const bool is_passed_over =
        holds_nothing(values, "is no time of an outage", "two times, or NULL twice; while it goes on, up to when");
    if (!is_passed_over || !is_null(values[2])) month_.hear(values[2], to_month);
    if (is_passed_over) return;
    outages_.emplace_back(to_instant(values[0]), to_instant(values[1]));
  }

  void finish(sqlite3_context* context) {
    if (!month_.value()) return;
    const sla::interval month = *month_.value();
    const sla::service_record record{"", sla::interval_set(std::move(outages_)), {}};
    answer(context, sla::tally(terms{}, month, record, {}, month.ends_at()).down.length().count());
  }

 private:
  said_by_all<sla::interval> month_;
  std::vector<sla::interval> outages_;
};

/// What SQLite keeps for a group: a pointer, at first null.
template <class Aggregate>
Aggregate*& kept(sqlite3_context* context) {
  return *static_cast<Aggregate**>(sqlite3_aggregate_context(context, sizeof(Aggregate*)));
}

template <class Aggregate>
void step(sqlite3_context* context, int, sqlite3_value** values) noexcept {
  guarded(context, [&] {
    auto*& group = kept<Aggregate>(context);
    if (group == nullptr) group = std::make_unique<Aggregate>().release();
    group->add(values);
  });
}

template <class Aggregate>
void finish(sqlite3_context* context) noexcept {
  guarded(context, [&] {
    auto group = std::unique_ptr<Aggregate>(kept<Aggregate>(context));
    if (group == nullptr) group = std::make_unique<Aggregate>();
    group->finish(context);
  });
}

// ---- Registration -----------------------------------------------------------------------------------------------------

struct function {
  const char* name;
  int arguments;
  void (*scalar)(sqlite3_context*, int, sqlite3_value**);
  void (*step)(sqlite3_context*, int, sqlite3_value**);
  void (*finish)(sqlite3_context*);
};

template <class Aggregate>
constexpr function aggregate(const char* name, int arguments) {
  return {name, arguments, nullptr, step<Aggregate>, finish<Aggregate>};
}

constexpr function functions[] = {
    {"sla_response_due", 2, scalar<response_due, 2>, nullptr, nullptr},
    {"sla_resolution_due", 3, scalar<resolution_due, 2>, nullptr, nullptr},
    {"business_days_between", 2, scalar<days_between, 2>, nullptr, nullptr},
    {"is_business_day", 1, scalar<is_business_day, 1>, nullptr, nullptr},
    {"sla_month_begins", 1, scalar<month_begins, 1>, nullptr, nullptr},
    {"sla_month_ends", 1, scalar<month_ends, 1>, nullptr, nullptr},
    {"sla_unix_ms", 1, scalar<unix_ms, 1>, nullptr, nullptr},
    aggregate<ticket>("sla_ticket", 4),
    aggregate<downtime>("sla_downtime_ms", 3),
};

}  // namespace

extern "C" int sqlite3_extension_init(sqlite3* database, char**, const sqlite3_api_routines* api) {
  SQLITE_EXTENSION_INIT2(api)
  for (const function& each : functions) {
    const int failed = sqlite3_create_function_v2(
        database, each.name, each.arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
        const_cast<char*>(each.name), each.scalar, each.step, each.finish, nullptr);
    if (failed != SQLITE_OK) return failed;
  }
  return SQLITE_OK;
}
