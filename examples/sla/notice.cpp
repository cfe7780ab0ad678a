#include <fmt/format.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "bad_input.hpp"
#include "batch.hpp"
#include "command.hpp"
#include "names.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/time/text.hpp"
#include "times.hpp"

namespace program {

namespace {

struct notice_options {
  std::string announced;
  std::string start;
  bool as_batch = false;
};

sla::instant earliest_start(sla::instant announced) { return sla::earliest_start(agreed().at(announced), announced); }
sla::instant latest_notice(sla::instant start) { return sla::latest_notice(agreed().at(start), start); }

/// Which way round notice is asked about.
struct direction {
  std::string_view name;
  sla::instant (*answer)(sla::instant);
};

constexpr std::array directions{direction{"earliest_start", earliest_start},
                                direction{"latest_notice_before", latest_notice}};

const direction& parse_direction(std::string_view text) { return named(directions, text, "is no direction"); }

exit_status answer_notice_batch() {
  enum : std::size_t { way, at };
  static constexpr std::array columns{column{"direction"}, column{"at"}};
  static constexpr std::array<std::string_view, 1> answers{"answer"};
  return answer_batch(columns, answers, [](const delimited_reader& in, std::string& out) {
    const direction& asked = in.read(way, [](std::string_view text) { return std::cref(parse_direction(text)); });
    const sla::instant found = in.read(at, [&](std::string_view text) { return asked.answer(parse_instant(text)); });
    out.append("\t").append(sla::iso(found));
  });
}

/// A question about one instant and its answer.
struct noticed {
  sla::instant asked;
  sla::instant found;
};

noticed answer(std::string_view option, std::string_view text, sla::instant (*find)(sla::instant)) {
  return option_value(option, text, [find](std::string_view value) {
    const sla::instant asked = parse_instant(value);
    return noticed{asked, find(asked)};
  });
}

std::string announced_text(const noticed& notice) {
  return fmt::format("announced         {}\nmay start from    {}\n", local_and_utc_text(notice.asked),
                     local_and_utc_text(notice.found));
}

std::string start_text(const noticed& notice) {
  return fmt::format("starts            {}\nannounce before   {}, which itself is too late\n",
                     local_and_utc_text(notice.asked), local_and_utc_text(notice.found));
}

exit_status run(const notice_options& options) {
  if (options.as_batch) return answer_notice_batch();
  if (options.announced.empty() == options.start.empty()) throw CLI::RequiredError("One of --announced and --start");
  write_output(options.start.empty() ? announced_text(answer("--announced", options.announced, earliest_start))
                                     : start_text(answer("--start", options.start, latest_notice)));
  return exit_status::answered;
}

}  // namespace

void add_notice(CLI::App& app, action& chosen) {
  const auto options = std::make_shared<notice_options>();
  CLI::App* command = app.add_subcommand("notice", "How early routine maintenance outside the windows is announced");
  auto* announced = command->add_option("--announced", options->announced, "When it is announced");
  auto* start = command->add_option("--start", options->start, "When it is to start");
  announced->excludes(start);
  command
      ->add_flag("--batch", options->as_batch,
                 "Answer every line of a TSV table on standard input: direction (earliest_start or "
                 "latest_notice_before), at")
      ->excludes(announced, start);
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace program
