#include "analysis/statistics/running_mean.hpp"

#include <cmath>

namespace cordon {

void RunningMean::add(double value) {
  if (std::isnan(value)) {
    ++dropped_;
    return;
  }
  const double before = value - mean_;
  mean_ += before / ++count_;
  squares_ += before * (value - mean_);
}

Interval RunningMean::interval(double confidence) const {
  return t_interval(count_, dropped_, mean_, count_ < 2 ? 0 : squares_ / (count_ - 1), confidence);
}

}  // namespace cordon
