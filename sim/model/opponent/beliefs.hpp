#pragma once

// What a group believes of the risk of each way, and how it learns.

#include <vector>

#include "sim/model/events.hpp"
#include "sim/model/setup.hpp"

namespace cordon {

/// Beta belief about the probability of losing a consignment on one way, as it was at `as_of`. It
/// fades towards the prior with the group's half-life of memory.
struct Belief {
  double losses = 0, passes = 0;  ///< beyond the prior
  Time as_of = start_of_run;
};

namespace group {

/// Expected loss probability on a way, at a time.
[[nodiscard]] double expected_loss(const Belief& belief, const GroupSpec& spec, Time now);

/// What is left after some time of what fades with a half-life.
[[nodiscard]] double share_left(Duration after, Duration half_life);

/// By route and by how goods are hidden. A group that does not choose how has one belief for both.
class Beliefs {
 public:
  Beliefs() = default;
  explicit Beliefs(const GroupSetup& setup) : setup_(&setup), beliefs_(2 * setup.routes.size()) {}

  /// What it goes by from now on; the routes are the same.
  void follow(const GroupSetup& setup) { setup_ = &setup; }
  [[nodiscard]] double loss(std::size_t route, bool concealed, Time now) const {
    return expected_loss(beliefs_[position(route, concealed)], setup_->spec, now);
  }
  /// So many losses and passages of a class on a line, on top of what is remembered.
  void learn(LineIndex line, VehicleClass vehicle_class, bool concealed, double losses,
             double passes, Time now);

 private:
  [[nodiscard]] std::size_t position(std::size_t route, bool concealed) const {
    return 2 * route + (concealed && setup_->spec.concealment_cost ? 1 : 0);
  }
  const GroupSetup* setup_ = nullptr;
  std::vector<Belief> beliefs_;
};

}  // namespace group
}  // namespace cordon
