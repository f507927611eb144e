#pragma once

// Engines that score declarations by what inspections of others have found.

#include <memory>
#include <vector>

#include "sim/model/risk/scoring/trait.hpp"

namespace cordon::scoring {

/// What some traits of a declaration say for it to be illicit, or against.
struct Evidence {
  const Cross* cross = nullptr;
  double log_odds = 0;  ///< added to the score
};

/// Learns from inspected declarations in the order of time, and scores others.
class Engine {
 public:
  virtual ~Engine() = default;
  /// @param weight  above 0; 1: as one declaration
  virtual void learn(const Declared& declared, bool illicit, double weight = 1) = 0;
  /// What was learnt so far counts less.
  /// @param kept  of its weight: above 0, at most 1
  virtual void forget(double kept) = 0;
  [[nodiscard]] virtual std::unique_ptr<Engine> copy() const = 0;
  /// Log odds, as far as the engine knows them: the greater, the riskier.
  [[nodiscard]] virtual double score(const Declared& declared) const = 0;
  /// What the score adds up from, beside the base rate: the strongest for it first.
  [[nodiscard]] virtual std::vector<Evidence> evidence(const Declared& declared) const = 0;
};

enum class EngineKind : std::uint8_t { log_odds, logistic, random };
/// One that looks at the declarations of a customs office.
[[nodiscard]] std::unique_ptr<Engine> make_engine(EngineKind kind);
/// One that looks at these traits alone.
/// @param traits  must live as long
[[nodiscard]] std::unique_ptr<Engine> make_engine(EngineKind kind,
                                                  const std::vector<Cross>& traits);

}  // namespace cordon::scoring
