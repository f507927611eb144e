#pragma once

// How often declarations that are alike in some traits were illicit.

#include <unordered_map>

#include "sim/engine/elementary.hpp"
#include "sim/model/risk/scoring/trait.hpp"

namespace cordon::scoring {

struct Outcomes {
  double illicit = 0, all = 0;
  void count(bool was_illicit) {
    illicit += was_illicit;
    all += 1;
  }
};

/// Log odds that one of these is illicit, as if `prior` more had been seen at the base rate.
[[nodiscard]] inline double log_odds(Outcomes seen, double base_rate, double prior) {
  return elementary::log((seen.illicit + prior * base_rate) /
                         (seen.all - seen.illicit + prior * (1 - base_rate)));
}

/// The outcomes of all that was inspected, by what it says of each cross.
class History {
 public:
  /// @param crosses  must live as long
  /// @param prior    declarations that the base rate counts for, against those seen
  History(const std::vector<Cross>& crosses, double prior)
      : crosses_(crosses), prior_(prior), tables_(crosses.size()) {}

  void add(const Declared& declared, bool illicit) {
    for (std::size_t c = 0; c < crosses_.size(); ++c)
      if (const std::uint64_t says = crosses_[c].in(declared); says != 0)
        tables_[c][says].count(illicit);
    all_.count(illicit);
  }

  /// Of what was inspected so far; as if ten had been seen before, one of them illicit.
  [[nodiscard]] double base_rate() const { return (all_.illicit + 1) / (all_.all + 10); }
  [[nodiscard]] double base_log_odds() const {
    return elementary::log(base_rate() / (1 - base_rate()));
  }
  /// By how much what it says of a cross changes the log odds; 0: nobody has seen it.
  [[nodiscard]] double change(std::size_t cross, const Declared& declared) const {
    const std::uint64_t says = crosses_[cross].in(declared);
    if (says == 0) return 0;
    const auto found = tables_[cross].find(says);
    if (found == tables_[cross].end()) return 0;
    return log_odds(found->second, base_rate(), prior_) - base_log_odds();
  }
  [[nodiscard]] const std::vector<Cross>& crosses() const { return crosses_; }

 private:
  const std::vector<Cross>& crosses_;
  double prior_;
  std::vector<std::unordered_map<std::uint64_t, Outcomes>> tables_;
  Outcomes all_;
};

}  // namespace cordon::scoring
