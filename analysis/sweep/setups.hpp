#pragma once

// Scenarios of designs, made ready to run once for all replications while there is room for them.

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

  /// @param experiment  must outlive this
  explicit Setups(const Experiment& experiment);

  /// From any thread.
  [[nodiscard]] Ready of(std::size_t design, std::size_t scenario);

 private:
  [[nodiscard]] Ready make(std::size_t design, std::size_t scenario) const;

  const Experiment& experiment_;
  // The first of these many are kept and the others made each time: as designs come round in turn,
  // keeping the latest would find none of them.
  std::size_t room_;
  std::mutex lock_;
  std::map<std::size_t, Ready> kept_;
};

}  // namespace cordon
