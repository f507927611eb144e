#pragma once

#include "viz/app/viewer.hpp"

namespace cordon::viz {

/// The one or two runs that a window shows, being opened.
class Openings {
 public:
  explicit Openings(const Settings& settings)
      : first_({settings.run, settings.injects, settings.seed}) {
    if (!settings.second.empty()) second_.emplace(RunNamed{settings.second, "", settings.seed});
  }
  [[nodiscard]] bool are_over() const {
    return first_.is_over() && (!second_ || second_->is_over());
  }
  [[nodiscard]] OpeningProgress progress() const {
    return first_.is_over() && second_ ? second_->progress() : first_.progress();
  }
  [[nodiscard]] std::unique_ptr<Viewer> viewer(const Settings& settings, sf::Vector2u size) {
    const Opened opened = first_.take();
    std::shared_ptr<const OpenRun> second;
    if (second_) second = second_->take().run;
    return std::make_unique<Viewer>(
        opened, std::move(second), settings,
        Point{static_cast<double>(size.x), static_cast<double>(size.y)});
  }

 private:
  Opening first_;
  std::optional<Opening> second_;
};

}  // namespace cordon::viz
