#pragma once

// What inspections teach the engines: some time after each has ended, and to those who share it.

#include <memory>
#include <vector>

#include "sim/model/risk/scoring/engine.hpp"
#include "sim/model/setup.hpp"

namespace cordon {

/// An inspected declaration, and what was found.
struct Lesson {
  Time known;  ///< from when on
  scoring::Declared declared;
  bool illicit = false;
};

/// What a lesson or a find that is one publication older counts for.
[[nodiscard]] double kept_until_next_publication(const Scenario& scenario);

/// The engines of a world, as of the last publication. A copy learns by itself.
class Judges {
 public:
  Judges() = default;
  explicit Judges(const Setup& setup);
  Judges(const Judges& other);
  Judges& operator=(const Judges& other);
  Judges(Judges&&) = default;
  Judges& operator=(Judges&&) = default;

  [[nodiscard]] const scoring::Engine& operator[](JudgeIndex judge) const {
    return *engines_[judge.value];
  }
  [[nodiscard]] bool empty() const { return engines_.empty(); }

  /// What was learnt so far counts less, by the time since the last publication.
  void forget(const Setup& setup);
  /// Learns the lessons of one crossing that are known by now, and removes them.
  void learn(std::vector<Lesson>& lessons, CrossingIndex from, Time now, const Setup& setup);

 private:
  std::vector<std::unique_ptr<scoring::Engine>> engines_;
};

}  // namespace cordon
