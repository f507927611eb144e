#include "viz/hud/charts.hpp"

#include <fmt/format.h>

#include <limits>

#include "analysis/text/numbers.hpp"
#include "viz/hud/ticks.hpp"

namespace cordon::viz {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr int measures = 6;

int crossing_of(const Selected& selected) {
  const auto* const post = std::get_if<CrossingIndex>(&selected);
  return post ? post->value : -1;
}

/// The sum of one curve over the lines of a crossing, or over all.
template <class Number>
std::vector<double> sum_of(const Recording& recording, int crossing,
                           std::vector<Number> LineCurves::*curve) {
  const auto& lines = recording.header().lines;
  std::vector<double> sum(recording.timeline().intervals(), 0);
  for (std::uint16_t l = 0; l < lines.size(); ++l) {
    if (crossing >= 0 && lines[l].crossing != crossing) continue;
    const auto& values = recording.timeline().line(l).*curve;
    for (std::size_t i = 0; i < std::min(sum.size(), values.size()); ++i)
      sum[i] += static_cast<double>(values[i]);
  }
  return sum;
}

std::vector<double> since_start(std::vector<double> values) {
  for (std::size_t i = 1; i < values.size(); ++i) values[i] += values[i - 1];
  return values;
}

// Of each interval and those before it, as long as the window is.
std::vector<double> trailing(const std::vector<double>& values, std::size_t window) {
  const std::vector<double> sums = since_start(values);
  std::vector<double> result(values.size());
  for (std::size_t i = 0; i < sums.size(); ++i)
    result[i] = sums[i] - (i >= window ? sums[i - window] : 0);
  return result;
}

std::size_t intervals_in(Duration time, const Timeline& timeline) {
  return std::max<std::size_t>(1, static_cast<std::size_t>(time / timeline.interval()));
}

std::vector<double> waits(const Recording& recording, int crossing) {
  const std::size_t window = intervals_in(recent, recording.timeline());
  const auto waited = trailing(sum_of(recording, crossing, &LineCurves::waited), window);
  const auto began = trailing(sum_of(recording, crossing, &LineCurves::began), window);
  std::vector<double> mean(waited.size(), nothing);
  for (std::size_t i = 0; i < mean.size(); ++i)
    if (began[i] > 0) mean[i] = waited[i] / began[i] / 3.6e9;
  return mean;
}

std::vector<double> crossed_a_day(const Recording& recording, int crossing) {
  const std::size_t window = intervals_in(24h, recording.timeline());
  const double days = hours(recording.timeline().interval()) * static_cast<double>(window) / 24;
  auto values = trailing(sum_of(recording, crossing, &LineCurves::crossed), window);
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = i + 1 < window ? nothing : values[i] / days;
  return values;
}

std::vector<double> officers(const Recording& recording, int crossing) {
  const Timeline& timeline = recording.timeline();
  std::vector<double> sum(timeline.intervals(), 0);
  for (std::uint16_t c = 0; c < recording.header().crossings.size(); ++c) {
    if (crossing >= 0 && c != crossing) continue;
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += timeline.officers(c)[i];
  }
  return sum;
}

const char* title_of(Measured measured, const Words& words) {
  const char* const titles[] = {words.chart_queue, words.chart_wait,     words.chart_crossed,
                                words.chart_finds, words.chart_officers, words.chart_passed};
  return titles[static_cast<int>(measured)];
}

}  // namespace

std::vector<double> values_of(Measured measured, const Recording& recording,
                              const Selected& selected) {
  const int crossing = crossing_of(selected);
  switch (measured) {
    case Measured::queue:
      return sum_of(recording, crossing, &LineCurves::waiting);
    case Measured::wait:
      return waits(recording, crossing);
    case Measured::crossed:
      return crossed_a_day(recording, crossing);
    case Measured::finds:
      return since_start(sum_of(recording, crossing, &LineCurves::finds));
    case Measured::officers:
      return officers(recording, crossing);
    case Measured::passed:
      return since_start(sum_of(recording, crossing, &LineCurves::passed));
  }
  return {};
}

void Charts::add_up(const Picture& picture) {
  const int selected = crossing_of(picture.selected);
  if (of_ == &picture.recording && baseline_ == picture.baseline && selected_ == selected) return;
  of_ = &picture.recording;
  baseline_ = picture.baseline;
  selected_ = selected;
  values_.assign(measures, {});
  for (int m = 0; m < measures; ++m) {
    values_[m].now = values_of(static_cast<Measured>(m), *of_, picture.selected);
    if (baseline_)
      values_[m].before = values_of(static_cast<Measured>(m), *baseline_, picture.selected);
  }
}

void Charts::draw(const Picture& picture, const TimeRange& range) {
  add_up(picture);
  const int shown = picture.shows_truth() ? measures : measures - 1;
  const double spacing = static_cast<double>(ImGui::GetStyle().ItemSpacing.y);
  const float height =
      ImGui::GetContentRegionAvail().y / static_cast<float>(shown) - single(spacing);
  for (int m = 0; m < shown; ++m)
    draw_one(static_cast<Measured>(m), picture, range, std::max(static_cast<double>(height), 70.0));
}

void Charts::draw_one(Measured measured, const Picture& picture, const TimeRange& range,
                      double height) {
  const Values& values = values_[static_cast<std::size_t>(measured)];
  const Pen pen(ImGui::GetWindowDrawList());
  const Theme& theme = picture.theme;
  ImFont* const font = picture.fonts.small;
  const Point at = point(ImGui::GetCursorScreenPos());
  const double width = ImGui::GetContentRegionAvail().x, line = font->FontSize * 1.5 + 3.0;
  ImGui::Dummy({single(width), single(height)});
  double highest = std::max(highest_of(picture.recording, values.now, picture.shown_until()), 1.0);
  if (picture.baseline)
    highest =
        std::max(highest, highest_of(*picture.baseline, values.before, picture.shown_until()));
  const auto ticks = value_ticks(highest, 4);
  const Box box{at + Point{46 * picture.text_scale, line}, at + Point{width, height - 4}};
  pen.text(font, at, theme.text, title_of(measured, picture.words));
  for (const double tick : ticks) {
    const double y = box.high.y - tick / ticks.back() * box.size().y;
    pen.line({box.low.x, y}, {box.high.x, y}, theme.grid);
    if (tick != 0 && tick != ticks.back()) continue;
    const std::string text = text::number(tick, ticks.back() < 1 ? 1 : 0);
    pen.text(font, {box.low.x - 5 - size_of(font, text).x, y - font->FontSize / 2}, theme.dim_text,
             text);
  }
  if (picture.baseline)
    draw_curve(pen, box,
               {*picture.baseline, values.before, range, ticks.back(), picture.shown_until()},
               theme.dim_text.with_alpha(170), 1);
  draw_curve(pen, box, {picture.recording, values.now, range, ticks.back(), picture.shown_until()},
             theme.text, 1.5);
  const double x = box.low.x + range.share_of(picture.now) * box.size().x;
  if (x < box.low.x || x > box.high.x) return;
  pen.line({x, box.low.y}, {x, box.high.y}, theme.selected);
  const Timeline& timeline = picture.recording.timeline();
  if (timeline.intervals() == 0) return;
  const double value =
      values.now[std::min(timeline.interval_at(picture.now), timeline.intervals() - 1)];
  const std::string text =
      std::isnan(value) ? "-"
                        : text::number(value, value < 9.95 && measured == Measured::wait ? 1 : 0);
  pen.text(picture.fonts.strong, {box.high.x - size_of(picture.fonts.strong, text).x, at.y - 2},
           theme.text, text);
}

}  // namespace cordon::viz
