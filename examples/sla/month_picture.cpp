#include "month_picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "times.hpp"

namespace program {

namespace {

using json = nlohmann::ordered_json;

double share_of(const sla::interval& period, sla::instant at) {
  return static_cast<double>((at - period.starts_at()).count()) / static_cast<double>(period.length().length().count());
}

std::string percent(double share) { return fmt::format("{:.4f}", share * 100); }

/// The burn-down's paper: as wide as the month, from the whole budget at the top down to zero or to the least left.
class budget_chart {
 public:
  static constexpr double size = 1000;  ///< of the lines' own coordinates, in both directions
  static constexpr double top = 20;     ///< of the paper within the picture, in pixels
  static constexpr double height = 104;

  budget_chart(const service_history& history, const sla::interval& period)
      : period_(period),
        most_(history.burn_down.front().left),
        range_(most_ - std::min(sla::elapsed{}, history.burn_down.back().left)) {}

  double x(sla::instant at) const { return share_of(period_, at) * size; }
  double y(sla::elapsed left) const { return depth(left) * size; }
  double pixel(sla::elapsed left) const { return top + depth(left) * height; }

  std::string point(const budget_point& at) const { return fmt::format("{:.2f} {:.2f}", x(at.at), y(at.left)); }

 private:
  /// 0 at the top, 1 at the bottom.
  double depth(sla::elapsed left) const {
    if (range_ == sla::elapsed{}) return 1;
    return static_cast<double>((most_ - left).length().count()) / static_cast<double>(range_.length().count());
  }

  sla::interval period_;
  sla::elapsed most_;
  sla::elapsed range_;
};

std::string path(const budget_chart& chart, const std::vector<budget_point>& points) {
  std::string text;
  for (const budget_point& each : points) text += (text.empty() ? 'M' : 'L') + chart.point(each);
  return text;
}

/// The area between the points and zero.
std::string area(const budget_chart& chart, std::vector<budget_point> points) {
  if (points.empty()) return {};
  points.insert(points.begin(), {points.front().at, {}});
  points.push_back({points.back().at, {}});
  return path(chart, points) + 'Z';
}

}  // namespace

json day_marks(std::chrono::year_month month) {
  const sla::interval period = period_of(month);
  json marks = json::array();
  int number = 0;
  for (const sla::interval& day : days_of(month)) {
    ++number;
    const sla::instant noon = day.starts_at() + day.length().length() / 2;
    marks.push_back({{"day", fmt::to_string(number)},
                     {"x", percent(share_of(period, day.starts_at()))},
                     {"middle", percent(share_of(period, noon))},
                     {"is_minor", number != 1 && number % 5 != 0}});
  }
  return marks;
}

json place_of(const sla::interval& during, const sla::interval& period) {
  const double begin = share_of(period, during.starts_at());
  return {{"x", percent(begin)}, {"width", percent(share_of(period, during.ends_at()) - begin)}};
}

json burn_down_picture(const service_history& history, const sla::interval& period) {
  const budget_chart chart(history, period);
  const std::vector<budget_point>& points = history.burn_down;
  const auto spent = std::ranges::find_if(points, [](const budget_point& each) { return each.left < sla::elapsed{}; });
  std::vector<budget_point> left(points.begin(), spent);
  std::vector<budget_point> over(spent, points.end());
  if (history.lost_at) {
    left.push_back({*history.lost_at, {}});
    over.insert(over.begin(), {*history.lost_at, {}});
  }
  const double zero = chart.pixel({});
  const bool zero_is_low = zero > budget_chart::top + budget_chart::height / 2;
  json picture{{"line", path(chart, points)},
               {"left_area", area(chart, std::move(left))},
               {"over_area", area(chart, std::move(over))},
               {"zero", fmt::format("{:.2f}", chart.y({}))},
               {"zero_label_y", fmt::format("{:.1f}", zero_is_low ? zero - 4 : zero + 14)},
               {"lost", nullptr}};
  if (history.lost_at)
    picture["lost"] = {{"x", percent(share_of(period, *history.lost_at))}, {"y", fmt::format("{:.1f}", zero)}};
  return picture;
}

}  // namespace program
