#include "viz/hud/picture.hpp"

namespace cordon::viz {

std::optional<Duration> recent_wait(const Timeline& timeline, std::uint16_t line, Time now,
                                    Duration within) {
  if (timeline.intervals() == 0) return std::nullopt;
  const LineCurves& curves = timeline.line(line);
  const std::size_t last = std::min(timeline.interval_at(now), timeline.intervals() - 1);
  const std::size_t first = timeline.interval_at(std::max(start_of_run, now - within));
  std::int64_t began = 0, waited = 0;
  for (std::size_t i = std::min(first, last); i <= last; ++i) {
    began += curves.began[i];
    waited += curves.waited[i];
  }
  if (began == 0) return std::nullopt;
  return Duration{waited / began};
}

std::optional<Duration> longest_recent_wait(const Recording& recording, std::size_t crossing,
                                            Time now) {
  std::optional<Duration> longest;
  const auto& lines = recording.header().lines;
  for (std::uint16_t l = 0; l < lines.size(); ++l) {
    if (lines[l].crossing != crossing) continue;
    const auto wait = recent_wait(recording.timeline(), l, now, recent);
    if (wait && (!longest || *wait > *longest)) longest = wait;
  }
  return longest;
}

}  // namespace cordon::viz
