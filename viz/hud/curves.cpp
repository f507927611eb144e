#include "viz/hud/curves.hpp"

#include <algorithm>

namespace cordon::viz {

std::vector<double> queue_curve(const Recording& recording, const Selected& selected) {
  const Timeline& timeline = recording.timeline();
  const auto* const post = std::get_if<CrossingIndex>(&selected);
  std::vector<double> sum(timeline.intervals(), 0);
  const auto& lines = recording.header().lines;
  for (std::uint16_t l = 0; l < lines.size(); ++l) {
    if (post && lines[l].crossing != post->value) continue;
    const auto& waiting = timeline.line(l).waiting;
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += waiting[i];
  }
  return sum;
}

std::vector<double> yard_curve(const Recording& recording, const Selected& selected) {
  const auto* const post = std::get_if<CrossingIndex>(&selected);
  std::vector<double> sum;
  for (std::uint16_t c = 0; c < recording.header().crossings.size(); ++c) {
    const auto& yard = recording.timeline().yard(c);
    if (yard.empty() || (post && c != post->value)) continue;
    sum.resize(recording.timeline().intervals(), 0);
    for (std::size_t i = 0; i < std::min(sum.size(), yard.size()); ++i) sum[i] += yard[i];
  }
  return sum;
}

double highest_of(const Recording& of, const std::vector<double>& values, Time until) {
  double highest = 0;
  for (std::size_t i = 0; i < values.size() && of.timeline().end_of(i) <= until; ++i)
    if (values[i] > highest) highest = values[i];
  return highest;
}

void draw_curve(const Pen& pen, const Box& box, const Curve& curve, Colour colour, double width) {
  std::vector<ImVec2> points;
  const Timeline& timeline = curve.of.timeline();
  const auto flush = [&] {
    if (points.size() > 1)
      pen.list()->AddPolyline(points.data(), static_cast<int>(points.size()), ink(colour), 0,
                              single(width));
    points.clear();
  };
  pen.list()->PushClipRect(vec(box.low), vec(box.high), true);
  for (std::size_t i = 0; i < curve.values.size(); ++i) {
    if (timeline.end_of(i) > curve.until) break;
    const double value = curve.values[i];
    if (std::isnan(value)) {
      flush();
      continue;
    }
    const double x = box.low.x + curve.range.share_of(timeline.end_of(i)) * box.size().x;
    const double y = box.high.y - value / curve.top * box.size().y;
    if (!points.empty() && x - points.back().x < 1) {
      points.back().y = std::min(points.back().y, single(y));
      continue;
    }
    points.push_back({single(x), single(y)});
  }
  flush();
  pen.list()->PopClipRect();
}

}  // namespace cordon::viz
