#pragma once

// How often declarations that are alike in some traits were illicit.

#include <unordered_map>

#include "sim/engine/elementary.hpp"
#include "sim/model/risk/scoring/trait.hpp"

namespace cordon::scoring {

struct Outcomes {
  double illicit = 0, all = 0;
  void count(bool was_illicit, double weight) {
    illicit += was_illicit ? weight : 0;
    all += weight;
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
      : crosses_(&crosses), prior_(prior), tables_(crosses.size()) {}

  /// @param weight  1: as one declaration
  void add(const Declared& declared, bool illicit, double weight) {
    for (std::size_t c = 0; c < crosses_->size(); ++c)
      if (const std::uint64_t says = (*crosses_)[c].in(declared); says != 0)
        tables_[c][says].count(illicit, weight * unit_);
    all_.count(illicit, weight * unit_);
  }

  /// What was added so far counts `kept` of what it did. Nothing that is known is touched: what
  /// comes counts more instead.
  /// @param kept  above 0, at most 1
  void forget(double kept) {
    unit_ /= kept;
    if (unit_ > 1e100) count_from_one();
  }

  /// Of what was inspected so far; as if ten had been seen before, one of them illicit.
  [[nodiscard]] double base_rate() const {
    return (all_.illicit + unit_) / (all_.all + 10 * unit_);
  }
  [[nodiscard]] double base_log_odds() const {
    return elementary::log(base_rate() / (1 - base_rate()));
  }
  /// By how much what it says of a cross changes the log odds; 0: nobody has seen it.
  [[nodiscard]] double change(std::size_t cross, const Declared& declared) const {
    const std::uint64_t says = (*crosses_)[cross].in(declared);
    if (says == 0) return 0;
    const auto found = tables_[cross].find(says);
    if (found == tables_[cross].end()) return 0;
    return log_odds(found->second, base_rate(), prior_ * unit_) - base_log_odds();
  }
  [[nodiscard]] const std::vector<Cross>& crosses() const { return *crosses_; }

 private:
  // What has all but vanished is forgotten for good.
  void count_from_one() {
    const auto shrink = [this](Outcomes& o) { o = {o.illicit / unit_, o.all / unit_}; };
    for (auto& table : tables_) {
      for (auto& [says, outcomes] : table) shrink(outcomes);
      std::erase_if(table, [](const auto& entry) { return entry.second.all < 1e-6; });
    }
    shrink(all_);
    unit_ = 1;
  }

  const std::vector<Cross>* crosses_;
  double prior_;
  double unit_ = 1;  ///< what one declaration counts that is added now
  std::vector<std::unordered_map<std::uint64_t, Outcomes>> tables_;
  Outcomes all_;
};

}  // namespace cordon::scoring
