#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/compare/compare.hpp"
#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/displacement.hpp"
#include "analysis/statistics/interval.hpp"
#include "analysis/statistics/multiplicity.hpp"
#include "analysis/statistics/pairing.hpp"
#include "analysis/statistics/ratio.hpp"
#include "analysis/statistics/values.hpp"

namespace cordon {
namespace {

constexpr std::array only_compared = {
    Measure{"displacement", Family::enforcement, "1", Better::neither,
            "Share of the illicit attempts that is at other crossings than in the baseline, less "
            "what chance alone would show."},
    Measure{"leak_adjusted_gain", Family::enforcement, "1", Better::neither,
            "Harm kept from passing for each additional seizure: the fall of harm_passed divided "
            "by the rise of seizures; no_value when the seizures may not have changed."},
};

/// What is told apart by labels that comparison.csv has not is not compared.
bool is_compared(const Labels& at) {
  return at.stage == "all" && at.authority == "all" && at.period == "all";
}

/// The nearer to 1 the level, the more resamples it takes to have some beyond each end.
Resampling resampling_at(double level) {
  constexpr int usual = 1999;
  constexpr double beyond_each_end = 4;
  const double wanted = 2 * beyond_each_end / (1 - level);
  return {.resamples = std::max(usual, static_cast<int>(std::ceil(wanted)))};
}

double mean_of_known(std::span<const double> values, std::span<const double> other) {
  double sum = 0;
  int count = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i]) || std::isnan(other[i])) continue;
    sum += values[i];
    ++count;
  }
  return count > 0 ? sum / count : no_value;
}

/// The runs of a baseline and a variant, as far as both have them.
class Pair {
 public:
  Pair(const Runs& baseline, const Runs& variant, int index)
      : baseline_(baseline),
        variant_(variant),
        index_(index),
        pairs_(std::min(baseline.replications(), variant.replications())) {}

  [[nodiscard]] std::optional<Change> change(const MeasureKey& key, double level) const {
    const auto at = baseline_.find(key.measure, key.labels);
    const auto at_variant = variant_.find(key.measure, key.labels);
    if (!at || !at_variant || pairs_ == 0) return std::nullopt;
    const auto before = baseline_.values(*at).first(pairs_);
    const auto after = variant_.values(*at_variant).first(pairs_);
    const Interval d = paired_difference(before, after, level);
    Change c = blank(key.measure, key.labels);
    c.baseline = mean_of_known(before, after), c.value = mean_of_known(after, before);
    c.difference = d.estimate, c.low = d.low, c.high = d.high;
    c.confidence = level, c.p = c.p_adjusted = d.p, c.replications = d.used;
    if (!is_total(key.labels)) return c;
    const Interval resampled = bootstrap_difference(before, after, level, resampling_at(level));
    c.bootstrap_low = resampled.low, c.bootstrap_high = resampled.high;
    c.replications_unpaired = pairing(before, after, level).replications;
    return c;
  }

  [[nodiscard]] Change displaced() const {
    std::vector<Labels> crossings;
    for (const MeasureKey& key : baseline_.keys())
      if (key.measure->name == "illicit_attempts" && is_crossing_total(key.labels) &&
          variant_.find(key.measure, key.labels))
        crossings.push_back(key.labels);
    Attempts before(pairs_, crossings.size()), after(pairs_, crossings.size());
    for (std::size_t c = 0; c < crossings.size(); ++c) {
      const auto column = static_cast<Eigen::Index>(c);
      before.col(column) = column_of(baseline_, crossings[c]);
      after.col(column) = column_of(variant_, crossings[c]);
    }
    Change change = blank(&only_compared[0], {});
    change.difference = change.low = change.high = change.p = change.p_adjusted = no_value;
    if (crossings.empty() || pairs_ < 2) return change;
    const Displacement d = displacement(before, after, confidence);
    change.difference = d.estimate, change.low = d.low, change.high = d.high;
    change.p = change.p_adjusted = d.p;
    change.replications = static_cast<int>(pairs_);
    return change;
  }

  [[nodiscard]] Change gain() const {
    Change change = blank(&only_compared[1], {});
    change.difference = change.low = change.high = change.p = change.p_adjusted = no_value;
    const auto minus = [&](const Runs& a, const Runs& b, std::string_view measure) {
      std::vector<double> difference;
      const auto x = a.values(measure), y = b.values(measure);
      for (std::size_t i = 0; i < std::min({x.size(), y.size(), pairs_}); ++i)
        difference.push_back(x[i] - y[i]);
      return difference;
    };
    const Ratio ratio = fieller(minus(baseline_, variant_, "harm_passed"),
                                minus(variant_, baseline_, "seizures"), confidence);
    change.replications = ratio.used;
    if (!ratio.bounded()) return change;
    change.difference = ratio.estimate, change.low = ratio.low, change.high = ratio.high;
    return change;
  }

 private:
  [[nodiscard]] Change blank(const Measure* measure, const Labels& labels) const {
    Change c;
    c.variant = index_, c.measure = measure, c.labels = labels;
    c.baseline = c.value = no_value;
    c.bootstrap_low = c.bootstrap_high = c.replications_unpaired = no_value;
    return c;
  }
  [[nodiscard]] Eigen::ArrayXd column_of(const Runs& runs, const Labels& crossing) const {
    const auto values = runs.values("illicit_attempts", crossing);
    return Eigen::Map<const Eigen::ArrayXd>(values.data(), static_cast<Eigen::Index>(pairs_));
  }

  const Runs& baseline_;
  const Runs& variant_;
  int index_;
  std::size_t pairs_;
};

void judge_primary(Change& c, int together) {
  c.p_adjusted = std::min(1.0, c.p * together);
  if (std::isnan(c.low))
    c.verdict = "no data";
  else if (c.low <= 0 && c.high >= 0)
    c.verdict = "not distinguishable";
  else if (c.measure->better == Better::neither)
    c.verdict = c.difference > 0 ? "higher" : "lower";
  else
    c.verdict = (c.difference > 0) == (c.measure->better == Better::higher) ? "better" : "worse";
}

/// Holm over all of these, whatever the variant.
void judge_exploratory(const std::vector<Change*>& changes) {
  std::vector<double> p;
  for (const Change* c : changes) p.push_back(c->p);
  const auto adjusted = holm(p);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Change& c = *changes[i];
    c.p_adjusted = adjusted[i];
    if (std::isnan(c.difference))
      c.verdict = "no data";
    else if (std::isnan(c.p))  // judged by its interval
      c.verdict = c.low > 0 ? "higher" : c.high < 0 ? "lower" : "not distinguishable";
    else if (c.p_adjusted >= 1 - confidence)
      c.verdict = "not distinguishable";
    else
      c.verdict = c.difference > 0 ? "higher" : "lower";
  }
}

enum class HolmGroup { primary, total, traffic_wait, crossing_wait, part };

HolmGroup group_of(const Change& c) {
  if (c.primary) return HolmGroup::primary;
  if (is_total(c.labels)) return HolmGroup::total;
  if (is_traffic_wait(c)) return HolmGroup::traffic_wait;
  return is_crossing_wait(c) ? HolmGroup::crossing_wait : HolmGroup::part;
}

std::vector<const Measure*> primaries(const Scenario& scenario) {
  std::vector<const Measure*> found;
  for (const std::string& name : scenario.primary_measures)
    if (const Measure* m = find_measure(name)) found.push_back(m);
  return found;
}

void add_changes(const Pair& pair, const Runs& baseline, const std::vector<const Measure*>& primary,
                 double primary_level, bool real_map, std::vector<Change>& changes) {
  for (const Measure* m : primary)
    if (auto c = pair.change({m, {}}, primary_level)) {
      c->primary = true;
      changes.push_back(*c);
    }
  std::vector<Change> parts;
  const auto is_primary = [&](const MeasureKey& key) {
    return is_total(key.labels) &&
           std::find(primary.begin(), primary.end(), key.measure) != primary.end();
  };
  const std::size_t first = changes.size();
  for (const MeasureKey& key : baseline.keys()) {
    if (!is_compared(key.labels) || is_primary(key)) continue;
    if (!may_be_shown(*key.measure, key.labels, real_map)) continue;
    if (auto c = pair.change(key, confidence))
      (is_total(key.labels) ? changes : parts).push_back(*c);
  }
  const auto by_catalogue = [](const Change& a, const Change& b) { return a.measure < b.measure; };
  std::stable_sort(changes.begin() + static_cast<std::ptrdiff_t>(first), changes.end(),
                   by_catalogue);
  const auto after_enforcement =
      std::find_if(changes.begin() + static_cast<std::ptrdiff_t>(first), changes.end(),
                   [](const Change& c) { return c.measure->family > Family::enforcement; });
  changes.insert(after_enforcement, {pair.displaced(), pair.gain()});
  changes.insert(changes.end(), parts.begin(), parts.end());
}

}  // namespace

std::span<const Measure> comparison_measures() { return only_compared; }

std::vector<Change> changes_of(const std::vector<NamedScenario>& scenarios,
                               const std::vector<Runs>& runs) {
  const auto primary = primaries(scenarios.front().reading.spec);
  const int together = static_cast<int>(primary.size() * (runs.size() - 1));
  const double level = simultaneous_confidence(confidence, together);
  std::vector<Change> changes;
  for (std::size_t v = 1; v < runs.size(); ++v)
    add_changes(Pair(runs.front(), runs[v], static_cast<int>(v) - 1), runs.front(), primary, level,
                scenarios.front().reading.spec.real_map, changes);
  std::array<std::vector<Change*>, 5> groups;
  for (Change& c : changes) groups[static_cast<std::size_t>(group_of(c))].push_back(&c);
  for (Change* c : groups[static_cast<std::size_t>(HolmGroup::primary)])
    judge_primary(*c, together);
  for (const HolmGroup g :
       {HolmGroup::total, HolmGroup::traffic_wait, HolmGroup::crossing_wait, HolmGroup::part})
    judge_exploratory(groups[static_cast<std::size_t>(g)]);
  return changes;
}

bool is_traffic_wait(const Change& c) {
  return c.measure->name == "wait_mean" && is_traffic_total(c.labels);
}

bool is_crossing_wait(const Change& c) {
  return c.measure->name == "wait_mean" && c.labels.crossing != "all" &&
         c.labels.vehicle_class == "lorry";
}

const Change* find_change(const std::vector<Change>& changes, int variant, std::string_view measure,
                          const Labels& labels) {
  const auto found = std::find_if(changes.begin(), changes.end(), [&](const Change& c) {
    return c.variant == variant && c.measure->name == measure && c.labels == labels;
  });
  return found == changes.end() ? nullptr : &*found;
}

}  // namespace cordon
