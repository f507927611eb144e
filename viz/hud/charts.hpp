#pragma once

// Charts of measures over time, at the selected crossing or at all.

#include <memory>
#include <vector>

#include "viz/hud/curves.hpp"

namespace cordon::viz {

enum class Measured : std::uint8_t { queue, wait, crossed, finds, officers, passed };

/// Values on the grid of a recording; NaN where there is none. Waits are hours, of those whose
/// first check began in the last 6 h; crossed is vehicles a day, of the last 24 h; finds and
/// passed are sums since the start; officers are on duty.
[[nodiscard]] std::vector<double> values_of(Measured measured, const Recording& recording,
                                            const Selected& selected);

/// Keeps what it has added up until something else is selected.
class Charts {
 public:
  /// Into the current panel.
  void draw(const Picture& picture, const TimeRange& range);

 private:
  struct Values {
    std::vector<double> now, before;  ///< before: of the baseline
  };
  void add_up(const Picture& picture);
  void draw_one(Measured measured, const Picture& picture, const TimeRange& range, double height);

  const Recording *of_ = nullptr, *baseline_ = nullptr;
  int selected_ = -2;
  std::vector<Values> values_;
};

}  // namespace cordon::viz
