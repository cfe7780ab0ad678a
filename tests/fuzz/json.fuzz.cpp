// Any text, read as JSON and as each kind of value: what is accepted is written and read again as the same, and all else is
// refused with json_error.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "law.hpp"
#include "sla/json/records.hpp"

namespace {

using nlohmann::json;

template <class Value>
void returns(const json& document) {
  json written;
  try {
    written = json(sla::read_json<Value>(document));
  } catch (const sla::json_error&) {
    return;
  }
  const json again = sla::parse_json(written.dump(), "the written text");
  sla_fuzz::expect(json(sla::read_json<Value>(again)) == written, "what is written is read as it was");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  json document;
  try {
    document = sla::parse_json(sla_fuzz::text_of(data, size), "fuzz.json");
  } catch (const sla::json_error&) {
    return 0;
  }
  returns<sla::elapsed>(document);
  returns<sla::business_days>(document);
  returns<sla::fraction>(document);
  returns<sla::money>(document);
  returns<sla::deadline>(document);
  returns<sla::interval_set>(document);
  returns<sla::partial_outage>(document);
  returns<sla::service_record>(document);
  returns<sla::maintenance>(document);
  returns<sla::probe>(document);
  returns<sla::probe_count>(document);
  returns<sla::latency_count>(document);
  returns<sla::availability_tally>(document);
  returns<sla::credit_sum>(document);
  returns<std::map<std::string, std::vector<sla::event<sla::severity_level>>>>(document);
  return 0;
}
