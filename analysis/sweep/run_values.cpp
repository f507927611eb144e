#include "analysis/sweep/run_values.hpp"

#include <limits>

namespace cordon {

RunValues::RunValues(const Experiment& experiment)
    : designs_(experiment.designs()),
      scenarios_(experiment.scenarios().size()),
      measures_(experiment.measures().size()) {}

void RunValues::add(const RunRow& row) {
  const std::size_t before = values_.size();
  values_.resize(before + measures_, std::numeric_limits<double>::quiet_NaN());
  if (row.failure.empty())
    std::copy(row.values.begin(), row.values.end(),
              values_.begin() + static_cast<std::ptrdiff_t>(before));
}

Eigen::MatrixXd RunValues::by_replication(const Response& response) const {
  const std::size_t replications = values_.size() / (designs_ * scenarios_ * measures_);
  const auto value = [&](std::size_t r, std::size_t d, std::size_t s) {
    return values_[((r * designs_ + d) * scenarios_ + s) * measures_ + response.measure];
  };
  Eigen::MatrixXd all(replications, designs_);
  for (std::size_t r = 0; r < replications; ++r)
    for (std::size_t d = 0; d < designs_; ++d)
      all(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(d)) =
          value(r, d, response.scenario) - (response.is_difference ? value(r, d, 0) : 0.0);
  return all;
}

Eigen::VectorXd RunValues::means(const Response& response) const {
  return by_replication(response).colwise().mean().transpose();
}

std::vector<Response> responses_of(const Experiment& experiment) {
  std::vector<Response> all;
  for (std::size_t m = 0; m < experiment.measures().size(); ++m) {
    all.push_back({m, 0, false});
    for (std::size_t s = 1; s < experiment.scenarios().size(); ++s) all.push_back({m, s, true});
  }
  return all;
}

}  // namespace cordon
