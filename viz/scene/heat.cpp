#include "viz/scene/heat.hpp"

#include <fmt/format.h>

#include "analysis/text/numbers.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz {
namespace {

/// The sum of a curve over the lines of a crossing, within a time before now.
double sum_of(const Recording& recording, std::size_t crossing, Time now, Duration within,
              std::vector<std::int32_t> LineCurves::*curve) {
  const Timeline& timeline = recording.timeline();
  if (timeline.intervals() == 0) return 0;
  const std::size_t last = std::min(timeline.interval_at(now), timeline.intervals() - 1);
  const std::size_t first = timeline.interval_at(std::max(start_of_run, now - within));
  const auto& lines = recording.header().lines;
  double sum = 0;
  for (std::uint16_t l = 0; l < lines.size(); ++l)
    if (lines[l].crossing == crossing)
      for (std::size_t i = std::min(first, last); i <= last; ++i)
        sum += (timeline.line(l).*curve)[i];
  return sum;
}

Heat heat_of_wait(std::size_t crossing, const Picture& picture) {
  const auto wait = longest_recent_wait(picture.recording, crossing, picture.now);
  if (!wait) return {};
  return {step_of(*wait, wait_steps), span_text(*wait)};
}

Heat heat_of_finds(std::size_t crossing, const Picture& picture) {
  const double finds =
      sum_of(picture.recording, crossing, picture.now, 7 * 24h, &LineCurves::finds);
  return {step_of(finds, find_steps),
          fmt::format("{} {}", text::number(finds, 0), picture.words.finds)};
}

Heat heat_of_displacement(std::size_t crossing, const Picture& picture) {
  if (!picture.baseline) return {};
  const auto crossed = [&](const Recording& recording) {
    return sum_of(recording, crossing, picture.now, 24h, &LineCurves::crossed);
  };
  const double before = crossed(*picture.baseline), now = crossed(picture.recording);
  if (before == 0) return {};
  const double change = now / before - 1;
  return {step_of(change, change_steps), text::change(change * 100, 0) + " %"};
}

Heat heat_of_wait_change(std::size_t crossing, const Picture& picture) {
  if (!picture.baseline) return {};
  const auto before = longest_recent_wait(*picture.baseline, crossing, picture.now);
  const auto now = longest_recent_wait(picture.recording, crossing, picture.now);
  if (!before || !now) return {};
  const Duration change = *now - *before;
  const Duration size = std::chrono::abs(change);
  const char* const sign = change < Duration::zero() ? "-" : "+";
  return {step_of(change, wait_change_steps), size < 1min ? "" : sign + span_text(size)};
}

Heat heat_of_risk(std::size_t crossing, const Picture& picture) {
  const auto sum = [&](std::vector<std::int32_t> LineCurves::*curve) {
    return sum_of(picture.recording, crossing, picture.now, 3 * 24h, curve);
  };
  const double began = sum(&LineCurves::began);
  if (began == 0) return {};
  const double share = std::min(sum(&LineCurves::risky) / began, 1.0);
  return {step_of(share, risk_steps),
          fmt::format("{} % {}", text::number(share * 100, 1), picture.words.high_risk)};
}

}  // namespace

Heat heat_of(std::size_t crossing, const Picture& picture) {
  switch (picture.heat_map) {
    case HeatMap::wait:
      return heat_of_wait(crossing, picture);
    case HeatMap::finds:
      return heat_of_finds(crossing, picture);
    case HeatMap::displacement:
      return heat_of_displacement(crossing, picture);
    case HeatMap::wait_change:
      return heat_of_wait_change(crossing, picture);
    case HeatMap::risk:
      return heat_of_risk(crossing, picture);
  }
  return {};
}

const char* heading_of(HeatMap map, const Words& words) {
  const char* const headings[heat_maps] = {words.colour_is_wait, words.colour_is_finds,
                                           words.colour_is_displacement,
                                           words.colour_is_wait_change, words.colour_is_risk};
  return headings[static_cast<int>(map)];
}

const char* text_of_step(HeatMap map, std::size_t step, const Words& words) {
  const char* const texts[heat_maps] = {words.waits[step], words.find_counts[step],
                                        words.changes[step], words.wait_changes[step],
                                        words.risk_shares[step]};
  return texts[static_cast<int>(map)];
}

}  // namespace cordon::viz
