#include "analysis/selection/local_search.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <stdexcept>

#include "analysis/statistics/interval.hpp"

namespace cordon {
namespace {

enum class Verdict { better, worse, unclear };

void check(const DecisionSpace& space, const Decision& start, const SearchSettings& settings) {
  check_space(space);
  if (!allowed(space, start)) throw std::invalid_argument("local_search: start is not allowed");
  if (settings.first_stage < 2)
    throw std::invalid_argument("local_search: the first stage is below 2");
  if (settings.most < settings.first_stage)
    throw std::invalid_argument("local_search: most is below the first stage");
  if (settings.budget < settings.first_stage)
    throw std::invalid_argument("local_search: the budget is below the first stage");
  if (!(settings.level > 0 && settings.level < 0.5))
    throw std::invalid_argument("local_search: the level is not between 0 and 0.5");
}

// How often two decisions may be compared, each time with twice the replications.
int looks(const SearchSettings& settings) {
  int count = 1;
  for (std::int64_t n = settings.first_stage; n < settings.most; n *= 2) ++count;
  return count;
}

/// All that was ever simulated, and what may still be.
class Memory {
 public:
  Memory(const Simulate<Decision>& simulate, const SearchSettings& settings)
      : simulate_(simulate), settings_(settings) {}

  /// Has at least `count` replications of each; does nothing when there is no budget for that.
  bool bring(std::span<const Decision* const> decisions, int count) {
    std::vector<Batch<Decision>> missing;
    std::int64_t cost = 0;
    for (const Decision* decision : decisions) {
      const int known = this->count(*decision);
      if (known >= count) continue;
      missing.push_back({*decision, known, count - known});
      cost += count - known;
    }
    if (simulated_ + cost > settings_.budget) return false;
    if (missing.empty()) return true;
    const auto answer = values_of(simulate_, missing);
    for (std::size_t b = 0; b < missing.size(); ++b) {
      auto& values = values_[missing[b].plan];
      values.insert(values.end(), answer[b].begin(), answer[b].end());
    }
    simulated_ += cost;
    return true;
  }

  [[nodiscard]] int count(const Decision& decision) const {
    const auto found = values_.find(decision);
    return found == values_.end() ? 0 : static_cast<int>(found->second.size());
  }

  /// By how much `one` is better, over the replications that both have.
  [[nodiscard]] Interval lead(const Decision& one, const Decision& other, double sure) const {
    const auto n = static_cast<std::size_t>(std::min(count(one), count(other)));
    const auto mine = std::span(values_.at(one)).first(n);
    const auto theirs = std::span(values_.at(other)).first(n);
    return settings_.aim == Aim::maximise ? paired_difference(theirs, mine, sure)
                                          : paired_difference(mine, theirs, sure);
  }

  [[nodiscard]] double mean(const Decision& decision) const {
    const auto& values = values_.at(decision);
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  }
  [[nodiscard]] std::size_t visited() const { return values_.size(); }
  [[nodiscard]] std::int64_t simulated() const { return simulated_; }

 private:
  const Simulate<Decision>& simulate_;
  const SearchSettings& settings_;
  std::map<Decision, std::vector<double>> values_;
  std::int64_t simulated_ = 0;
};

/// Where a search ended.
struct End {
  Decision decision;
  bool local_optimum = false;
  int unclear = 0;
};

class Search {
 public:
  Search(const Simulate<Decision>& simulate, const DecisionSpace& space,
         const SearchSettings& settings)
      : memory_(simulate, settings),
        space_(space),
        settings_(settings),
        sure_(1 - 2 * settings.level / looks(settings)) {}

  LocalSearchResult run(const Decision& start) {
    End best = *descend(start);
    int searches = 1;
    const int steps = 10 * static_cast<int>(start.size());
    for (; searches <= settings_.restarts && !spent_; ++searches) {
      const Luck luck(settings_.seed, static_cast<std::uint32_t>(searches));
      const std::optional<End> end = descend(random_decision(space_, start, steps, luck));
      if (end && is_better(end->decision, best.decision)) best = *end;
    }
    return {best.decision,
            memory_.mean(best.decision),
            memory_.count(best.decision),
            best.local_optimum,
            best.unclear,
            searches,
            memory_.visited(),
            memory_.simulated()};
  }

 private:
  /// None when it comes to where an earlier search was, or when there is no budget to begin.
  std::optional<End> descend(Decision at) {
    if (earlier_.contains(at) || !bring({&at}, settings_.first_stage)) return std::nullopt;
    std::set<Decision> been{at};
    bool merged = false;
    int unclear = 0;
    const std::vector<Decision> changes = unit_changes(at.size());
    for (std::size_t change = 0, tried = 0; tried < changes.size() && !spent_ && !merged;) {
      const Decision next = changed(at, changes[change]);
      const Verdict verdict = compare(next, at, been.contains(next));
      if (verdict == Verdict::better) {
        merged = earlier_.contains(next);
        been.insert(at = next);
        tried = 0, unclear = 0;  // and the change that helped is tried again
        continue;
      }
      if (verdict == Verdict::unclear && !spent_) ++unclear;
      ++tried, change = (change + 1) % changes.size();
    }
    earlier_.merge(been);
    if (merged) return std::nullopt;
    return End{at, !spent_, unclear};
  }

  bool bring(std::initializer_list<const Decision*> decisions, int count) {
    const bool brought = memory_.bring({decisions.begin(), decisions.size()}, count);
    if (!brought) spent_ = true;
    return brought;
  }

  /// What `one` is to `other`; unclear when the replications for it cannot be afforded.
  /// @param anew  by more replications than they have in common so far
  Verdict compare(const Decision& one, const Decision& other, bool anew) {
    if (!allowed(space_, one)) return Verdict::worse;
    const std::int64_t known = std::min(memory_.count(one), memory_.count(other));
    const std::int64_t first = settings_.first_stage, most = settings_.most;
    for (std::int64_t wanted = std::max(first, anew ? 2 * known : known);; wanted *= 2) {
      const int count = static_cast<int>(std::min(wanted, most));
      if (!bring({&one, &other}, count)) return Verdict::unclear;
      const Interval lead = memory_.lead(one, other, sure_);
      const bool last = count == settings_.most;
      if (lead.low > 0 || (last && lead.estimate > 0)) return Verdict::better;
      if (lead.high < 0) return Verdict::worse;
      if (last) return Verdict::unclear;
    }
  }

  bool is_better(const Decision& one, const Decision& other) {
    const Verdict verdict = compare(one, other, false);
    if (!spent_) return verdict == Verdict::better;
    return memory_.lead(one, other, sure_).estimate > 0;
  }

  Memory memory_;
  const DecisionSpace& space_;
  const SearchSettings& settings_;
  double sure_;  // two-sided, of each look, so that `level` is the chance of either error in all
  std::set<Decision> earlier_;
  bool spent_ = false;
};

}  // namespace

LocalSearchResult local_search(const Simulate<Decision>& simulate, const DecisionSpace& space,
                               const Decision& start, const SearchSettings& settings) {
  check(space, start, settings);
  return Search(simulate, space, settings).run(start);
}

}  // namespace cordon
