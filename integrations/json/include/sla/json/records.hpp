#ifndef SLA_JSON_RECORDS_HPP
#define SLA_JSON_RECORDS_HPP

// Event logs, outages, probes, maintenance and what is added up over machines, as JSON and from it.

#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "sla/availability/latency.hpp"
#include "sla/availability/probe.hpp"
#include "sla/availability/service_record.hpp"
#include "sla/availability/tally.hpp"
#include "sla/availability/weighted_time.hpp"
#include "sla/clock/event.hpp"
#include "sla/json/values.hpp"
#include "sla/policy/credit.hpp"
#include "sla/policy/maintenance.hpp"

namespace sla::inline v0::detail {

template <json_one_of<event_kind, maintenance_kind, probe_state> Enum>
struct json_value<Enum> : enumerator_json<Enum> {};

// ---- Records --------------------------------------------------------------------------------------------------------

/// A line of a ticket's log; a log is an array of them, and logs of many tickets an object by the names of the tickets.
template <class Severity>
struct json_value<event<Severity>> {
  template <class Json>
  static Json write(const event<Severity>& each) {
    Json object{{"at", instant_json<Json>(each.at)}, {"event", name_of(each.kind)}};
    if (each.severity) object["severity"] = severity_json<Json>(*each.severity);
    return object;
  }
  static event<Severity> read(const auto& place) {
    place.allow_members({"at", "event", "severity"});
    event<Severity> read{read_member<instant>(place, "at"), read_member<event_kind>(place, "event"), {}};
    if (const auto level = place.find("severity")) read.severity = read_severity<Severity>(*level);
    return read;
  }
};

template <>
struct json_value<partial_outage> {
  template <class Json>
  static Json write(const partial_outage& each) {
    Json object = json_value<interval>::write<Json>(each.during());
    object["weight"] = json_value<fraction>::write<Json>(each.weight());
    return object;
  }
  static partial_outage read(const auto& place) {
    place.allow_members({"from", "to", "weight"});
    const interval during = json_value<interval>::read_from_members(place);
    const auto weight = read_member<fraction>(place, "weight");
    return place.made([&] { return partial_outage{during, weight}; });
  }
};

/// Its source is the document's text, which must outlive it.
template <>
struct json_value<service_record> {
  template <class Json>
  static Json write(const service_record& record) {
    return {{"source", record.source},
            {"down", json_value<interval_set>::write<Json>(record.down)},
            {"unknown", json_value<interval_set>::write<Json>(record.unknown)},
            {"partial", array_json<Json>(record.partial)}};
  }
  static service_record read(const auto& place) {
    place.allow_members({"source", "down", "unknown", "partial"});
    return {
        place.at("source").text("the name of the records"), read_member<interval_set>(place, "down"),
        read_optional_member<interval_set>(place, "unknown").value_or(interval_set{}),
        read_optional_member<std::vector<partial_outage>>(place, "partial").value_or(std::vector<partial_outage>{})};
  }
};

template <>
struct json_value<maintenance> {
  template <class Json>
  static Json write(const maintenance& work) {
    return {{"kind", name_of(work.kind)},
            {"from", instant_json<Json>(work.during.starts_at())},
            {"to", instant_json<Json>(work.during.ends_at())},
            {"announced", json_or_null<Json>(work.announced)}};
  }
  static maintenance read(const auto& place) {
    place.allow_members({"kind", "from", "to", "announced"});
    return {read_member<maintenance_kind>(place, "kind"), json_value<interval>::read_from_members(place),
            read_optional_member<instant>(place, "announced")};
  }
};

template <>
struct json_value<probe> {
  template <class Json>
  static Json write(const probe& each) {
    return {{"at", instant_json<Json>(each.at)}, {"state", name_of(each.state)}};
  }
  static probe read(const auto& place) {
    place.allow_members({"at", "state"});
    return {read_member<instant>(place, "at"), read_member<probe_state>(place, "state")};
  }
};

// ---- Counts, which other machines add up ----------------------------------------------------------------------------

template <>
struct json_value<probe_count> {
  template <class Json>
  static Json write(const probe_count& count) {
    return {{"up", count.up}, {"down", count.down}};
  }
  static probe_count read(const auto& place) {
    place.allow_members({"up", "down"});
    return {read_count(place, "up"), read_count(place, "down")};
  }

  static std::int64_t read_count(const auto& place, std::string_view name) {
    constexpr std::string_view allowed = "0 or more";
    const auto member = place.at(name);
    const std::int64_t count = member.whole_number(allowed);
    if (count < 0) member.refuse("is negative", allowed);
    return count;
  }
};

template <>
struct json_value<latency_count> {
  template <class Json>
  static Json write(const latency_count& count) {
    return {{"counted", count.counted}, {"within", count.within}, {"exempt", count.exempt}};
  }
  static latency_count read(const auto& place) {
    place.allow_members({"counted", "within", "exempt"});
    constexpr auto read_count = [](const auto& in, std::string_view name) {
      return json_value<probe_count>::read_count(in, name);
    };
    const latency_count count{read_count(place, "counted"), read_count(place, "within"), read_count(place, "exempt")};
    if (count.within > count.counted) place.refuse("has more within than counted", "at most all of them");
    return count;
  }
};

template <>
struct json_value<downtime_in_maintenance> {
  template <class Json>
  static Json write(const downtime_in_maintenance& down) {
    return {{"scheduled_s", Json(down.scheduled)},
            {"identified_s", Json(down.identified)},
            {"short_notice_s", Json(down.short_notice)},
            {"emergency_s", Json(down.emergency)}};
  }
  static downtime_in_maintenance read(const auto& place) {
    place.allow_members({"scheduled_s", "identified_s", "short_notice_s", "emergency_s"});
    return {read_member<elapsed>(place, "scheduled_s"), read_member<elapsed>(place, "identified_s"),
            read_member<elapsed>(place, "short_notice_s"), read_member<elapsed>(place, "emergency_s")};
  }
};

/// The unavailable time exactly, as a fraction of milliseconds.
template <>
struct json_value<availability_tally> {
  template <class Json>
  static Json write(const availability_tally& sum) {
    return {{"up_s", Json(sum.up)},
            {"down_s", Json(sum.down)},
            {"excluded_s", Json(sum.excluded)},
            {"unknown_s", Json(sum.unknown)},
            {"to_come_s", Json(sum.to_come)},
            {"planned_unknown_s", Json(sum.planned_unknown)},
            {"measured_s", Json(sum.measured)},
            {"unavailable_ms", Json(sum.unavailable.milliseconds())},
            {"in_maintenance", Json(sum.in_maintenance)}};
  }
  static availability_tally read(const auto& place) {
    place.allow_members({"up_s", "down_s", "excluded_s", "unknown_s", "to_come_s", "planned_unknown_s", "measured_s",
                         "unavailable_ms", "in_maintenance"});
    const auto milliseconds = read_member<fraction>(place, "unavailable_ms");
    return {read_member<elapsed>(place, "up_s"),
            read_member<elapsed>(place, "down_s"),
            read_member<elapsed>(place, "excluded_s"),
            read_member<elapsed>(place, "unknown_s"),
            read_member<elapsed>(place, "to_come_s"),
            read_member<elapsed>(place, "planned_unknown_s"),
            read_member<elapsed>(place, "measured_s"),
            weighted_time(elapsed{std::chrono::milliseconds{milliseconds.numerator()}},
                          fraction{1, milliseconds.denominator()}),
            read_member<downtime_in_maintenance>(place, "in_maintenance")};
  }
};

template <>
struct json_value<credit_sum> {
  template <class Json>
  static Json write(const credit_sum& sum) {
    return {{"fees", sum.fees.minor_units()}, {"credits", sum.credits.minor_units()}};
  }
  static credit_sum read(const auto& place) {
    place.allow_members({"fees", "credits"});
    return {read_member<money>(place, "fees"), read_member<money>(place, "credits")};
  }
};

}  // namespace sla::inline v0::detail

#endif
