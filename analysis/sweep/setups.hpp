#pragma once

// Scenarios of designs or plans, made ready to run once for all replications while there is room
// for them.

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "analysis/experiment/experiment.hpp"

namespace cordon {

class Setups {
 public:
  struct Ready {
    std::shared_ptr<const Setup> setup;  ///< null: the scenario refuses the design's values
    std::string failure;                 ///< why
  };

  /// Makes one by its number; throws ScenarioError when the scenario refuses the values. Called
  /// from any thread.
  using Make = std::function<std::shared_ptr<const Setup>(std::size_t number)>;

  /// @param experiment  whose scenarios they are of
  Setups(const Experiment& experiment, Make make);

  /// From any thread.
  [[nodiscard]] Ready of(std::size_t number);

 private:
  [[nodiscard]] Ready make(std::size_t number) const;

  Make make_;
  // The first of these many are kept and the others made each time: as designs come round in turn,
  // keeping the latest would find none of them.
  std::size_t room_;
  std::mutex lock_;
  std::map<std::size_t, Ready> kept_;
};

}  // namespace cordon
