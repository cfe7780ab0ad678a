#include "sla/clock/ticket.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/message.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using hbi::severity;
using sla::commitment_state;
using sla::deadline;
using sla::elapsed;
using sla::event_kind;
using sla::instant;
using sla::obligation;
using enum sla::event_kind;

using event_log = std::vector<sla::event<severity>>;
using both = sla::assessment<severity>;

constexpr instant at(year_month_day date, minutes since_midnight = 0min) { return hbi::eastern(date, since_midnight); }

// Monday the 16th to Friday the 20th of November 2026, and the Monday after, have no holiday.
constexpr year_month_day monday = 2026y / November / 16;
constexpr year_month_day wednesday = 2026y / November / 18;
constexpr year_month_day thursday = 2026y / November / 19;
constexpr year_month_day friday = 2026y / November / 20;
constexpr year_month_day saturday = 2026y / November / 21;
constexpr year_month_day next_monday = 2026y / November / 23;
constexpr year_month_day next_tuesday = 2026y / November / 24;

constexpr instant nine = at(monday, 9h);

struct with_holds : hbi::support {
  static constexpr auto holds = sla::holds::recognised;
};
struct office_with_holds : hbi::office_hours {
  static constexpr auto holds = sla::holds::recognised;
};
struct reopen_restarts : hbi::support {
  static constexpr auto on_reopen = sla::on_reopen::restarts;
};
struct reopen_is_too_late : hbi::support {
  static constexpr auto on_reopen = sla::on_reopen::first_close_is_final;
};
struct change_restarts : hbi::support {
  static constexpr auto on_severity_change = sla::on_severity_change::restarts;
};
struct change_restarts_with_holds : with_holds {
  static constexpr auto on_severity_change = sla::on_severity_change::restarts;
};

template <class Terms = hbi::support>
both assess(const event_log& events, instant as_of) {
  static constexpr Terms terms{};
  return sla::assess(terms, events, as_of);
}

struct expected {
  commitment_state state;
  deadline due;
  std::optional<instant> fulfilled_at = std::nullopt;
};

void check(const sla::commitment<severity>& found, const expected& wanted) {
  CHECK(sla::name_of(found.state) == sla::name_of(wanted.state));
  CHECK(found.due == wanted.due);
  CHECK(found.fulfilled_at == wanted.fulfilled_at);
}

// ---- Response ---------------------------------------------------------------------------------------------------------

TEST_CASE("a response runs until it is due and is missed a moment later") {
  const event_log events{{nine, notified, severity::critical}};
  check(assess(events, nine).response, {commitment_state::running, at(monday, 11h)});
  check(assess(events, at(monday, 11h)).response, {commitment_state::running, at(monday, 11h)});
  check(assess(events, at(monday, 11h) + 1ms).response, {commitment_state::missed, at(monday, 11h)});
}

TEST_CASE("a response exactly at the due instant is in time; a moment later it is late") {
  const instant due = at(monday, 11h);
  const event_log in_time{{nine, notified, severity::critical}, {due, responded, {}}};
  check(assess(in_time, due).response, {commitment_state::met, due, due});
  check(assess(in_time, due + 24h).response, {commitment_state::met, due, due});

  const event_log late{{nine, notified, severity::critical}, {due + 1ms, responded, {}}};
  check(assess(late, due + 24h).response, {commitment_state::missed, due, due + 1ms});
}

TEST_CASE("the first response counts, later ones do not") {
  const event_log events{{nine, notified, severity::critical}, {nine + 1h, responded, {}}, {nine + 5h, responded, {}}};
  check(assess(events, nine + 6h).response, {commitment_state::met, at(monday, 11h), nine + 1h});
}

TEST_CASE("the clocks start at the earlier of notified and identified") {
  const event_log found_first{{nine, identified, severity::critical}, {nine + 1h, notified, {}}};
  CHECK(assess(found_first, nine + 1h).response.due == at(monday, 11h));
  const event_log told_first{{nine, notified, severity::urgent}, {nine + 1h, identified, severity::urgent}};
  CHECK(assess(told_first, nine + 1h).response.due == at(monday, 13h));
  CHECK(assess(told_first, nine + 1h).resolution.due == at(friday));
  const event_log at_once{{nine, notified, severity::critical}, {nine, identified, {}}, {nine, responded, {}}};
  check(assess(at_once, nine).response, {commitment_state::met, at(monday, 11h), nine});
}

// ---- Resolution -------------------------------------------------------------------------------------------------------

TEST_CASE("a critical resolution does not start before the issue is confirmed") {
  const event_log events{{nine, notified, severity::critical}};
  check(assess(events, nine).resolution, {commitment_state::not_started, deadline::not_started()});
  check(assess(events, nine + days{30}).resolution, {commitment_state::not_started, deadline::not_started()});

  const event_log replicated_only{{nine, notified, severity::critical}, {nine + 1h, replicated, {}}};
  check(assess(replicated_only, nine + days{30}).resolution, {commitment_state::not_started, deadline::not_started()});
}

TEST_CASE("it starts when the issue is confirmed, which says that it was replicated") {
  const event_log confirmed_last{
      {nine, notified, severity::critical}, {nine + 1h, replicated, {}}, {nine + 3h, confirmed, {}}};
  check(assess(confirmed_last, nine + 3h).resolution, {commitment_state::running, nine + 27h});
  const event_log replicated_last{
      {nine, notified, severity::critical}, {nine + 1h, confirmed, {}}, {nine + 3h, replicated, {}}};
  check(assess(replicated_last, nine + 3h).resolution, {commitment_state::running, nine + 25h});
  const event_log confirmed_alone{{nine, notified, severity::critical}, {nine + 1h, confirmed, {}}};
  check(assess(confirmed_alone, nine + 1h).resolution, {commitment_state::running, nine + 25h});
}

TEST_CASE("the first confirmation and the first replication count") {
  const event_log events{{nine, notified, severity::critical},
                         {nine + 1h, replicated, {}},
                         {nine + 2h, confirmed, {}},
                         {nine + 3h, replicated, {}},
                         {nine + 4h, confirmed, {}}};
  check(assess(events, nine + 5h).resolution, {commitment_state::running, nine + 26h});
}

TEST_CASE("a critical issue remedied before it was confirmed was in time") {
  const event_log events{{nine, notified, severity::critical}, {nine + 90h, resolved, {}}};
  check(assess(events, nine + 99h).resolution, {commitment_state::met, deadline::not_started(), nine + 90h});
}

TEST_CASE("a remedy or a workaround fulfils the resolution, whichever is first") {
  const instant due = at(friday);
  const event_log remedied{{nine, notified, severity::urgent}, {due, resolved, {}}};
  check(assess(remedied, due).resolution, {commitment_state::met, due, due});
  const event_log remedied_late{{nine, notified, severity::urgent}, {due + 1ms, resolved, {}}};
  check(assess(remedied_late, due + 1h).resolution, {commitment_state::missed, due, due + 1ms});
  const event_log worked{{nine, notified, severity::urgent}, {nine + 2h, worked_around, {}}, {due + 99h, resolved, {}}};
  check(assess(worked, due + 99h).resolution, {commitment_state::met, due, nine + 2h});
  const event_log worked_after{
      {nine, notified, severity::urgent}, {nine + 2h, resolved, {}}, {due + 99h, worked_around, {}}};
  check(assess(worked_after, due + 99h).resolution, {commitment_state::met, due, nine + 2h});
}

TEST_CASE("closing a ticket without a remedy fulfils nothing") {
  const event_log events{{nine, notified, severity::urgent}, {nine + 1h, closed, {}}};
  check(assess(events, nine + 2h).resolution, {commitment_state::running, at(friday)});
  check(assess(events, at(friday) + 1ms).resolution, {commitment_state::missed, at(friday)});
  check(assess(events, at(friday) + 1ms).response, {commitment_state::missed, at(monday, 13h)});
}

TEST_CASE("a minor issue has a response target and no resolution target") {
  const event_log events{{nine, notified, severity::minor}};
  check(assess(events, at(thursday) + 1ms).response, {commitment_state::missed, at(thursday)});
  check(assess(events, nine + days{400}).resolution, {commitment_state::not_promised, deadline::not_promised()});
  const event_log remedied{{nine, notified, severity::minor}, {nine + days{90}, resolved, {}}};
  check(assess(remedied, nine + days{400}).resolution,
        {commitment_state::not_promised, deadline::not_promised(), nine + days{90}});
}

// ---- What an assessment says ------------------------------------------------------------------------------------------

TEST_CASE("late_by is the distance from the due instant, to the fulfilment or else to now") {
  const event_log open{{nine, notified, severity::critical}};
  CHECK(assess(open, nine + 30min).response.late_by == elapsed{-90min});
  CHECK(assess(open, nine + 2h).response.late_by == elapsed{0h});
  CHECK(assess(open, nine + 5h).response.late_by == elapsed{3h});
  CHECK(assess(open, nine + 5h).resolution.late_by == std::nullopt);
  const event_log met{{nine, notified, severity::critical}, {nine + 1h, responded, {}}};
  CHECK(assess(met, nine + 50h).response.late_by == elapsed{-1h});
  const event_log late{{nine, notified, severity::critical}, {nine + 3h, responded, {}}};
  CHECK(assess(late, nine + 50h).response.late_by == elapsed{1h});
  const event_log minor{{nine, notified, severity::minor}};
  CHECK(assess(minor, nine + 50h).resolution.late_by == std::nullopt);
}

TEST_CASE("responses are firm, resolutions are efforts") {
  const auto strengths = [](severity level) { return assess({{nine, notified, level}}, nine); };
  for (const severity level : {severity::critical, severity::urgent, severity::serious, severity::minor})
    CHECK(strengths(level).response.strength == obligation::firm);
  CHECK(strengths(severity::critical).resolution.strength == obligation::commercially_reasonable_efforts);
  CHECK(strengths(severity::urgent).resolution.strength == obligation::reasonable_efforts);
  CHECK(strengths(severity::serious).resolution.strength == obligation::reasonable_efforts);
}

TEST_CASE("events after the instant asked about have not happened yet") {
  const event_log events{
      {nine, notified, severity::critical}, {nine + 1h, responded, {}}, {nine + 2h, severity_changed, severity::minor}};
  check(assess(events, nine + 1h - 1ms).response, {commitment_state::running, nine + 2h});
  check(assess(events, nine + 1h).response, {commitment_state::met, nine + 2h, nine + 1h});
  check(assess(events, nine + 1h).resolution, {commitment_state::not_started, deadline::not_started()});
  check(assess(events, nine + 2h).resolution, {commitment_state::not_promised, deadline::not_promised()});
}

TEST_CASE("a ticket followed live says what an audit says") {
  const hbi::support terms{};
  sla::ticket live(terms);
  live.add({nine, notified, severity::urgent});
  CHECK(live.assess(nine + 1h).response.due == at(monday, 13h));
  CHECK(live.assess(at(friday) + 1h).resolution.state == commitment_state::missed);
  live.add({nine + 2h, responded, {}});
  CHECK(live.assess(nine + 2h).response.state == commitment_state::met);
  CHECK(live.assess(nine + 2h).resolution.state == commitment_state::running);
}

// ---- Severity changes -------------------------------------------------------------------------------------------------

TEST_CASE("a changed severity has its own target, from the original start") {
  const event_log raised{{nine, notified, severity::serious}, {nine + 1h, severity_changed, severity::urgent}};
  check(assess(raised, nine + 2h).response, {commitment_state::running, at(monday, 13h)});
  check(assess(raised, nine + 2h).resolution, {commitment_state::running, at(friday)});
  const event_log lowered{{nine, notified, severity::urgent}, {nine + 1h, severity_changed, severity::serious}};
  check(assess(lowered, nine + 2h).response, {commitment_state::running, at(wednesday)});
  CHECK(assess(lowered, nine + 2h).response.severity == severity::serious);
}

TEST_CASE("raising a severity whose due instant has passed misses at once, and lowering it again does not help") {
  const event_log events{{nine, notified, severity::serious},
                         {nine + 3h, severity_changed, severity::critical},
                         {nine + 4h, severity_changed, severity::serious},
                         {nine + 5h, responded, {}}};
  check(assess(events, nine + 3h).response, {commitment_state::missed, nine + 2h});
  check(assess(events, nine + 9h).response, {commitment_state::missed, nine + 2h, nine + 5h});
  CHECK(assess(events, nine + 9h).response.severity == severity::critical);
  CHECK(assess(events, nine + 9h).response.late_by == elapsed{3h});
  check(assess(events, nine + 9h).resolution, {commitment_state::running, at(2026y / December / 31)});
}

TEST_CASE("up, down and up again buys no time") {
  const event_log events{{nine, notified, severity::critical},
                         {nine + 1h, severity_changed, severity::minor},
                         {nine + 90min, severity_changed, severity::critical}};
  check(assess(events, nine + 2h).response, {commitment_state::running, nine + 2h});
  check(assess(events, nine + 2h + 1ms).response, {commitment_state::missed, nine + 2h});
}

TEST_CASE("a severity changed exactly at the due instant misses nothing") {
  const event_log in_time{{nine, notified, severity::critical}, {nine + 2h, severity_changed, severity::urgent}};
  check(assess(in_time, nine + 2h + 1ms).response, {commitment_state::running, at(monday, 13h)});
  const event_log late{{nine, notified, severity::critical}, {nine + 2h + 1ms, severity_changed, severity::urgent}};
  check(assess(late, nine + 3h).response, {commitment_state::missed, nine + 2h});
  CHECK(assess(late, nine + 3h).response.severity == severity::critical);
}

TEST_CASE("to minor and back: meanwhile nothing is promised, and the old start still holds") {
  const event_log events{{nine, notified, severity::urgent},
                         {nine + 1h, severity_changed, severity::minor},
                         {at(saturday), severity_changed, severity::urgent}};
  check(assess(events, at(saturday) - 1ms).resolution, {commitment_state::not_promised, deadline::not_promised()});
  check(assess(events, at(saturday)).resolution, {commitment_state::missed, at(friday)});
}

TEST_CASE("a commitment that was met stays met under the severity of that moment") {
  const event_log events{{nine, notified, severity::urgent},
                         {nine + 3h, responded, {}},
                         {nine + 4h, resolved, {}},
                         {nine + 5h, severity_changed, severity::critical}};
  check(assess(events, nine + 6h).response, {commitment_state::met, at(monday, 13h), nine + 3h});
  check(assess(events, nine + 6h).resolution, {commitment_state::met, at(friday), nine + 4h});
  CHECK(assess(events, nine + 6h).response.severity == severity::urgent);
}

TEST_CASE("an early confirmation counts once the severity asks for it") {
  const event_log events{{nine, notified, severity::urgent},
                         {nine + 1h, confirmed, {}},
                         {nine + 4h, severity_changed, severity::critical}};
  check(assess(events, nine + 5h).resolution, {commitment_state::running, nine + 25h});
  CHECK(assess(events, nine + 5h).resolution.strength == obligation::commercially_reasonable_efforts);
}

TEST_CASE("where a change restarts the clock, the target runs from the change, but what was missed stays missed") {
  const event_log events{{nine, notified, severity::serious}, {nine + 3h, severity_changed, severity::critical}};
  check(assess<change_restarts>(events, nine + 4h).response, {commitment_state::running, nine + 5h});
  check(assess<change_restarts>(events, nine + 4h).resolution,
        {commitment_state::not_started, deadline::not_started()});
  const event_log missed{{nine, notified, severity::critical}, {nine + 3h, severity_changed, severity::serious}};
  check(assess<change_restarts>(missed, nine + 4h).response, {commitment_state::missed, nine + 2h});
  const event_log responded_first{{nine, notified, severity::serious},
                                  {nine + 1h, responded, {}},
                                  {nine + 3h, severity_changed, severity::critical}};
  check(assess<change_restarts>(responded_first, nine + 4h).response,
        {commitment_state::met, at(wednesday), nine + 1h});
  const event_log confirmed_first{{nine, notified, severity::urgent},
                                  {nine + 1h, confirmed, {}},
                                  {nine + 3h, severity_changed, severity::critical}};
  check(assess<change_restarts>(confirmed_first, nine + 4h).resolution, {commitment_state::running, nine + 27h});
}

TEST_CASE("a change while an issue is resolved restarts nothing, also if it is reopened later") {
  const event_log events{{nine, notified, severity::urgent},
                         {nine, confirmed, {}},
                         {nine + 1h, resolved, {}},
                         {nine + 20h, severity_changed, severity::critical},
                         {nine + 40h, reopened, {}}};
  check(assess<change_restarts>(events, nine + 40h).resolution, {commitment_state::running, nine + 63h});
}

TEST_CASE("a restarted clock forgets the pauses before it") {
  const event_log events{{nine, notified, severity::serious},
                         {nine + 1h, hold_started, {}},
                         {nine + 3h, severity_changed, severity::critical},
                         {nine + 4h, hold_ended, {}}};
  check(assess<change_restarts_with_holds>(events, nine + 4h).response, {commitment_state::running, nine + 6h});
}

// ---- Holds ------------------------------------------------------------------------------------------------------------

TEST_CASE("as written, holds do not stop the clock") {
  const event_log events{{nine, notified, severity::critical}, {nine + 1h, hold_started, {}}};
  check(assess(events, nine + 90min).response, {commitment_state::running, nine + 2h});
  check(assess(events, nine + 3h).response, {commitment_state::missed, nine + 2h});
}

TEST_CASE("a recognised hold is taken out of elapsed time, and while it lasts the due instant moves along") {
  const event_log events{
      {nine, notified, severity::critical}, {nine + 1h, hold_started, {}}, {nine + 4h, hold_ended, {}}};
  check(assess<with_holds>(events, nine + 3h).response, {commitment_state::on_hold, nine + 4h});
  check(assess<with_holds>(events, nine + 4h).response, {commitment_state::running, nine + 5h});
  check(assess<with_holds>(events, nine + 5h + 1ms).response, {commitment_state::missed, nine + 5h});
}

TEST_CASE("a hold that reaches across the due instant keeps it from passing; one that starts later does not") {
  const event_log across{
      {nine, notified, severity::critical}, {nine + 119min, hold_started, {}}, {nine + 50h, hold_ended, {}}};
  check(assess<with_holds>(across, nine + 49h).response, {commitment_state::on_hold, nine + 49h + 1min});
  check(assess<with_holds>(across, nine + 50h + 1min).response, {commitment_state::running, nine + 50h + 1min});
  const event_log too_late{{nine, notified, severity::critical}, {nine + 2h, hold_started, {}}};
  check(assess<with_holds>(too_late, nine + 3h).response, {commitment_state::missed, nine + 2h});
}

TEST_CASE("an answer given on hold is judged by the time that has counted") {
  const event_log events{{nine, notified, severity::critical},
                         {nine + 1h, hold_started, {}},
                         {nine + 9h, responded, {}},
                         {nine + 10h, hold_ended, {}}};
  check(assess<with_holds>(events, nine + 11h).response, {commitment_state::met, nine + 10h, nine + 9h});
}

TEST_CASE("of business time a hold takes the open part") {
  const event_log over_night{{at(thursday, 15h), notified, severity::urgent},
                             {at(thursday, 16h), hold_started, {}},
                             {at(friday, 10h), hold_ended, {}}};
  check(assess<office_with_holds>(over_night, at(friday, 10h)).response, {commitment_state::running, at(friday, 13h)});
}

TEST_CASE("of business days a hold over a week-end takes its business time out of the budget") {
  const event_log events{{at(friday, 15h), notified, severity::serious},
                         {at(friday, 16h), hold_started, {}},
                         {at(next_monday, 10h), hold_ended, {}}};
  // Ten hours lie between the report and Monday's close; two of them were on hold.
  check(assess<office_with_holds>(events, at(next_monday, 10h)).response,
        {commitment_state::running, at(next_tuesday, 11h)});
  const event_log whole_days{{at(friday, 12h), notified, severity::serious},
                             {at(saturday, 6h), hold_started, {}},
                             {at(next_monday, 6h), hold_ended, {}}};
  check(assess<with_holds>(whole_days, at(next_monday, 6h)).response,
        {commitment_state::running, at(next_tuesday, 6h)});
}

TEST_CASE("every hold counts, and one of no length does not") {
  const event_log events{{nine, notified, severity::critical}, {nine + 10min, hold_started, {}},
                         {nine + 20min, hold_ended, {}},       {nine + 30min, hold_started, {}},
                         {nine + 50min, hold_ended, {}},       {nine + 50min, hold_started, {}},
                         {nine + 50min, hold_ended, {}}};
  check(assess<with_holds>(events, nine + 1h).response, {commitment_state::running, nine + 150min});
}

// ---- Reopening --------------------------------------------------------------------------------------------------------

TEST_CASE("as written, a reopened issue goes on without the time for which it was closed") {
  const event_log events{{nine, notified, severity::critical},
                         {nine, confirmed, {}},
                         {nine + 10h, resolved, {}},
                         {nine + 40h, reopened, {}}};
  check(assess(events, nine + 39h).resolution, {commitment_state::met, nine + 24h, nine + 10h});
  check(assess(events, nine + 40h).resolution, {commitment_state::running, nine + 54h});
  check(assess(events, nine + 54h + 1ms).resolution, {commitment_state::missed, nine + 54h});
  event_log resolved_again = events;
  resolved_again.push_back({nine + 54h, resolved, {}});
  check(assess(resolved_again, nine + 60h).resolution, {commitment_state::met, nine + 54h, nine + 54h});
}

TEST_CASE("reopening does not touch the response") {
  const event_log events{{nine, notified, severity::critical}, {nine + 1h, resolved, {}}, {nine + 3h, reopened, {}}};
  check(assess(events, nine + 3h).response, {commitment_state::missed, nine + 2h});
}

TEST_CASE("closed time counts from the remedy or workaround, not from the filing") {
  const event_log events{
      {nine, notified, severity::critical}, {nine, confirmed, {}},    {nine + 10h, worked_around, {}},
      {nine + 20h, resolved, {}},           {nine + 30h, closed, {}}, {nine + 40h, reopened, {}}};
  check(assess(events, nine + 40h).resolution, {commitment_state::running, nine + 54h});
  const event_log only_filed{
      {nine, notified, severity::critical}, {nine, confirmed, {}}, {nine + 1h, closed, {}}, {nine + 9h, reopened, {}}};
  check(assess(only_filed, nine + 9h).resolution, {commitment_state::running, nine + 24h});
}

TEST_CASE("a resolution missed before it was reopened stays missed") {
  const event_log events{{nine, notified, severity::critical},
                         {nine, confirmed, {}},
                         {nine + 25h, resolved, {}},
                         {nine + 26h, reopened, {}}};
  check(assess(events, nine + 25h).resolution, {commitment_state::missed, nine + 24h, nine + 25h});
  check(assess(events, nine + 27h).resolution, {commitment_state::missed, nine + 24h});
}

TEST_CASE("where reopening restarts the clock, the whole target runs again") {
  const event_log events{{nine, notified, severity::critical},
                         {nine, confirmed, {}},
                         {nine + 10h, resolved, {}},
                         {nine + 40h, reopened, {}}};
  check(assess<reopen_restarts>(events, nine + 40h).resolution, {commitment_state::running, nine + 64h});
}

TEST_CASE("where the first close is final, reopening changes nothing") {
  const event_log events{{nine, notified, severity::critical},
                         {nine, confirmed, {}},
                         {nine + 10h, resolved, {}},
                         {nine + 40h, reopened, {}},
                         {nine + 90h, resolved, {}}};
  check(assess<reopen_is_too_late>(events, nine + 41h).resolution, {commitment_state::met, nine + 24h, nine + 10h});
  check(assess<reopen_is_too_late>(events, nine + 91h).resolution, {commitment_state::met, nine + 24h, nine + 10h});
}

TEST_CASE("a hold and closed time that overlap are taken out once") {
  const event_log events{{nine, notified, severity::critical}, {nine, confirmed, {}},
                         {nine + 1h, hold_started, {}},        {nine + 3h, resolved, {}},
                         {nine + 5h, hold_ended, {}},          {nine + 6h, reopened, {}}};
  check(assess<with_holds>(events, nine + 6h).resolution, {commitment_state::running, nine + 29h});
}

// ---- Events that do not fit -------------------------------------------------------------------------------------------

void refuses(const event_log& events, const char* why) {
  CHECK_THROWS_WITH_AS(static_cast<void>(assess(events, nine + days{99})), why, sla::event_error);
}

TEST_CASE("a log must begin with a report that has a severity") {
  refuses({{nine, responded, {}}},
          "responded at 2026-11-16T14:00:00Z does not fit: a ticket begins with notified, identified or "
          "reported_otherwise");
  refuses({{nine, severity_changed, severity::minor}},
          "severity_changed at 2026-11-16T14:00:00Z does not fit: a ticket begins with notified, identified or "
          "reported_otherwise");
  refuses({{nine, notified, {}}}, "notified at 2026-11-16T14:00:00Z does not fit: it needs a severity");
  refuses({{nine, identified, {}}}, "identified at 2026-11-16T14:00:00Z does not fit: it needs a severity");
}

TEST_CASE("a log must be in order") {
  refuses({{nine, notified, severity::urgent}, {nine - 1ms, responded, {}}},
          "responded at 2026-11-16T13:59:59.999Z does not fit: it is earlier than the event before it");
}

TEST_CASE("only a change of severity carries another severity, and it must carry one") {
  refuses({{nine, notified, severity::urgent}, {nine, severity_changed, {}}},
          "severity_changed at 2026-11-16T14:00:00Z does not fit: it needs a severity");
  refuses({{nine, notified, severity::urgent}, {nine, identified, severity::minor}},
          "identified at 2026-11-16T14:00:00Z does not fit: only severity_changed may carry another severity");
  refuses({{nine, notified, severity::urgent}, {nine, resolved, severity::minor}},
          "resolved at 2026-11-16T14:00:00Z does not fit: only severity_changed may carry another severity");
  CHECK_NOTHROW(assess({{nine, notified, severity::urgent}, {nine, resolved, severity::urgent}}, nine));
}

TEST_CASE("what has happened cannot happen again") {
  refuses({{nine, notified, severity::urgent}, {nine, notified, {}}},
          "notified at 2026-11-16T14:00:00Z does not fit: it has happened already");
  refuses({{nine, identified, severity::urgent}, {nine, identified, {}}},
          "identified at 2026-11-16T14:00:00Z does not fit: it has happened already");
  refuses({{nine, notified, severity::urgent}, {nine, resolved, {}}, {nine, resolved, {}}},
          "resolved at 2026-11-16T14:00:00Z does not fit: it has happened already");
  refuses({{nine, notified, severity::urgent}, {nine, closed, {}}, {nine, closed, {}}},
          "closed at 2026-11-16T14:00:00Z does not fit: it has happened already");
  CHECK_NOTHROW(assess({{nine, notified, severity::urgent}, {nine, resolved, {}}, {nine, closed, {}}}, nine));
  CHECK_NOTHROW(assess(
      {{nine, notified, severity::urgent}, {nine, resolved, {}}, {nine, reopened, {}}, {nine, resolved, {}}}, nine));
}

TEST_CASE("holds begin and end in turn, also where they are not recognised") {
  refuses({{nine, notified, severity::urgent}, {nine, hold_ended, {}}},
          "hold_ended at 2026-11-16T14:00:00Z does not fit: the ticket is not on hold");
  refuses({{nine, notified, severity::urgent}, {nine, hold_started, {}}, {nine, hold_started, {}}},
          "hold_started at 2026-11-16T14:00:00Z does not fit: the ticket is on hold");
  refuses(
      {{nine, notified, severity::urgent}, {nine, hold_started, {}}, {nine, hold_ended, {}}, {nine, hold_ended, {}}},
      "hold_ended at 2026-11-16T14:00:00Z does not fit: the ticket is not on hold");
}

TEST_CASE("only what is over can be reopened") {
  refuses({{nine, notified, severity::urgent}, {nine, reopened, {}}},
          "reopened at 2026-11-16T14:00:00Z does not fit: the ticket is open");
  refuses({{nine, notified, severity::urgent}, {nine, resolved, {}}, {nine, reopened, {}}, {nine, reopened, {}}},
          "reopened at 2026-11-16T14:00:00Z does not fit: the ticket is open");
  CHECK_NOTHROW(assess({{nine, notified, severity::urgent}, {nine, closed, {}}, {nine, reopened, {}}}, nine));
  CHECK_NOTHROW(assess({{nine, notified, severity::urgent}, {nine, worked_around, {}}, {nine, reopened, {}}}, nine));
  CHECK_THROWS_AS(
      assess<reopen_is_too_late>(
          {{nine, notified, severity::urgent}, {nine, resolved, {}}, {nine, reopened, {}}, {nine, reopened, {}}}, nine),
      sla::event_error);
}

TEST_CASE("what was reopened is open again, and can be over again") {
  for (const event_kind end : {worked_around, resolved, closed}) {
    refuses({{nine, notified, severity::urgent}, {nine, end, {}}, {nine, reopened, {}}, {nine, reopened, {}}},
            "reopened at 2026-11-16T14:00:00Z does not fit: the ticket is open");
    CHECK_NOTHROW(assess({{nine, notified, severity::urgent},
                          {nine, end, {}},
                          {nine, reopened, {}},
                          {nine, end, {}},
                          {nine, reopened, {}}},
                         nine));
  }
}

TEST_CASE("an assessment needs a report, and an instant that is not before the last event") {
  CHECK_THROWS_WITH_AS(static_cast<void>(assess({}, nine)),
                       "a ticket without events has no commitments; it begins with its report", sla::event_error);
  CHECK_THROWS_AS(static_cast<void>(assess({{nine, notified, severity::urgent}}, nine - 1ms)), sla::event_error);
  const hbi::support terms{};
  sla::ticket live(terms);
  live.add({nine, notified, severity::urgent});
  CHECK_THROWS_WITH_AS(static_cast<void>(live.assess(nine - 1ms)),
                       "the ticket cannot be assessed as of 2026-11-16T13:59:59.999Z, before its last event at "
                       "2026-11-16T14:00:00Z",
                       sla::event_error);
}

TEST_CASE("a refused event leaves the ticket as it was") {
  const hbi::support terms{};
  sla::ticket live(terms);
  live.add({nine, notified, severity::critical});
  CHECK_THROWS_AS(live.add({nine + 50h, hold_ended, {}}), sla::event_error);
  check(live.assess(nine + 1h).response, {commitment_state::running, nine + 2h});
}

TEST_CASE("to the severity in force already nothing changes, and nothing restarts") {
  const event_log events{{nine, notified, severity::urgent}, {nine + 3h, severity_changed, severity::urgent}};
  CHECK(assess<change_restarts>(events, nine + 3h).response.due == at(monday, 13h));
}

TEST_CASE("an event out of order is an error, also where what precedes it has not happened yet") {
  const event_log events{
      {nine, notified, severity::critical}, {at(friday), responded, {}}, {at(thursday), confirmed, {}}};
  CHECK_THROWS_WITH_AS(assess(events, at(wednesday)),
                       "confirmed at 2026-11-19T05:00:00Z does not fit: it is earlier than the event before it",
                       sla::event_error);
}

// ---- Shares, and what comes next ------------------------------------------------------------------------------------

TEST_CASE("a commitment says how much of its allowance was used, in the allowance's own kind of time") {
  const event_log events{{at(friday, 15h + 30min), notified, severity::urgent}, {at(next_monday, 10h), responded, {}}};
  const auto stand = assess<hbi::office_hours>(events, at(next_tuesday)).response;
  REQUIRE(stand.used.has_value());
  CHECK(stand.used->used == 2h + 30min);
  CHECK(stand.used->budget == 4h);
  CHECK(stand.used->share() == sla::fraction{5, 8});
  CHECK_FALSE(assess({{nine, notified, severity::critical}}, nine + 1h).resolution.used.has_value());
  CHECK_FALSE(assess({{nine, notified, severity::minor}}, nine + 1h).resolution.used.has_value());
}

TEST_CASE("what is late by a clock that runs has used more than its allowance, and a hold uses nothing") {
  const event_log late{{nine, notified, severity::critical}};
  CHECK(assess(late, nine + 3h).response.used->share() == sla::fraction{3, 2});
  const event_log held{{nine, notified, severity::critical}, {nine + 1h, hold_started, {}}};
  CHECK(assess<with_holds>(held, nine + 9h).response.used->share() == sla::fraction{1, 2});
}

TEST_CASE("what is missed over a week-end and a holiday has used its allowance, and no more before business opens") {
  const event_log events{{at(2026y / October / 6, 9h + 41min), notified, severity::urgent}};
  const auto resolution = [&](instant as_of) { return assess(events, as_of).resolution; };
  const auto on_columbus_day = resolution(at(2026y / October / 12, 10h + 30min));
  CHECK(on_columbus_day.state == commitment_state::missed);
  CHECK(on_columbus_day.late_by == elapsed{3510min});
  CHECK(on_columbus_day.used->share() == sla::fraction{1, 1});
  CHECK(resolution(at(2026y / October / 13)).used->share() == sla::fraction{1, 1});
  CHECK(resolution(at(2026y / October / 13, 1min)).used->share() > sla::fraction{1, 1});
}

TEST_CASE("75 % are used at an instant of the commitment's own kind of time") {
  static constexpr hbi::office_hours terms{};
  sla::ticket<hbi::office_hours> followed(terms);
  followed.add({at(friday, 15h + 30min), notified, severity::urgent});
  const auto reaches = [&](sla::commitment_kind kind, sla::fraction share) {
    return followed.share_used_at(kind, share, at(friday, 16h));
  };
  CHECK(reaches(sla::commitment_kind::response, {3, 4}) == at(next_monday, 10h + 30min));
  CHECK(reaches(sla::commitment_kind::response, {1, 1}) == at(next_monday, 11h + 30min));
  CHECK(reaches(sla::commitment_kind::resolution, {1, 1}) == at(2026y / November / 25, 17h));
}

TEST_CASE("the next breach is the earliest due instant of all that run") {
  static constexpr with_holds terms{};
  const auto follow = [](severity level, instant from) {
    sla::ticket<with_holds> followed(terms);
    followed.add({from, notified, level});
    return followed;
  };
  std::vector tickets{follow(severity::urgent, nine), follow(severity::critical, nine + 1h)};
  const auto next = next_breach(tickets, nine + 1h);
  REQUIRE(next.has_value());
  CHECK(next->ticket == 1);
  CHECK((next->kind == sla::commitment_kind::response));
  CHECK(next->due == at(monday, 12h));

  tickets[1].add({nine + 2h, hold_started, {}});
  CHECK(next_breach(tickets, nine + 2h)->ticket == 0);
  CHECK(next_breach(tickets, nine + 2h)->due == at(monday, 13h));
  tickets[0].add({nine + 2h, responded, {}});
  CHECK((next_breach(tickets, nine + 2h)->kind == sla::commitment_kind::resolution));
  tickets[0].add({nine + 2h, resolved, {}});
  CHECK_FALSE(next_breach(tickets, nine + 2h).has_value());
  CHECK_FALSE(next_breach(std::vector<sla::ticket<with_holds>>{}, nine).has_value());
}

TEST_CASE("what was due before the instant asked about is no next breach") {
  static constexpr hbi::support terms{};
  std::vector<sla::ticket<hbi::support>> tickets(1, sla::ticket<hbi::support>(terms));
  tickets[0].add({nine, notified, severity::critical});
  CHECK(next_breach(tickets, nine + 2h)->due == nine + 2h);
  CHECK_FALSE(next_breach(tickets, nine + 2h + 1ms).has_value());
}

TEST_CASE("a history names what a commitment is judged by") {
  static constexpr office_with_holds terms{};
  sla::ticket<office_with_holds> followed(terms);
  followed.add({nine, notified, severity::urgent});
  followed.add({nine + 1h, hold_started, {}});
  followed.add({nine + 2h, hold_ended, {}});
  followed.add({nine + 3h, hold_started, {}});
  const auto history = followed.history(sla::commitment_kind::response, nine + 4h);
  CHECK(history.reported_at == nine);
  CHECK(history.due == at(monday, 15h));
  CHECK(history.pauses.entries().size() == 1);
  REQUIRE(history.going_on.has_value());
  CHECK(history.going_on->during == sla::interval{nine + 3h, nine + 4h});
  CHECK(followed.reported_at() == nine);
}

TEST_CASE("a severity that is no level is refused, and the ticket stays as it was") {
  static constexpr hbi::support terms{};
  const auto refused = [](sla::ticket<hbi::support>& followed, event_kind kind) {
    return sla_tests::message_of<sla::event_error>([&] { followed.add({nine, kind, static_cast<severity>(9)}); });
  };
  sla::ticket<hbi::support> followed(terms);
  CHECK(refused(followed, notified) ==
        "notified at 2026-11-16T14:00:00Z does not fit: its severity is no level of the agreement");
  CHECK(!followed.reported_at());
  followed.add({nine, notified, severity::urgent});
  CHECK(refused(followed, severity_changed) ==
        "severity_changed at 2026-11-16T14:00:00Z does not fit: its severity is no level of the agreement");
  CHECK((followed.severity_now() == severity::urgent));
  CHECK(followed.assess(nine).response.due == nine + 4h);
}

}  // namespace
