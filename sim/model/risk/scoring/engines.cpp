#include <Eigen/Dense>
#include <algorithm>
#include <bit>
#include <utility>

#include "sim/engine/luck.hpp"
#include "sim/model/risk/scoring/engine.hpp"
#include "sim/model/risk/scoring/history.hpp"

namespace cordon::scoring {
namespace {

void order_by_strength(std::vector<Evidence>& evidence) {
  std::stable_sort(evidence.begin(), evidence.end(),
                   [](const Evidence& a, const Evidence& b) { return a.log_odds > b.log_odds; });
}

/// Adds up what each trait of the consignment says by itself, as if they were independent (naive
/// Bayes).
class LogOdds final : public Engine {
 public:
  explicit LogOdds(const std::vector<Cross>& traits) : history_(traits, prior) {}

  void learn(const Declared& declared, bool illicit, double weight) override {
    history_.add(declared, illicit, weight);
  }
  void forget(double kept) override { history_.forget(kept); }
  std::unique_ptr<Engine> copy() const override { return std::make_unique<LogOdds>(*this); }

  double score(const Declared& declared) const override {
    double sum = history_.base_log_odds();
    for (std::size_t c = 0; c < history_.crosses().size(); ++c) sum += history_.change(c, declared);
    return sum;
  }

  std::vector<Evidence> evidence(const Declared& declared) const override {
    std::vector<Evidence> all;
    for (std::size_t c = 0; c < history_.crosses().size(); ++c)
      all.push_back({&history_.crosses()[c], history_.change(c, declared)});
    order_by_strength(all);
    return all;
  }

 private:
  static constexpr double prior = 1;  // chosen on the declarations of 2020, as are those below
  History history_;
};

/// Learns besides how much to trust what each trait, or some together, have said so far: Bayesian
/// logistic regression on their log odds, one declaration at a time. The posterior of the weights
/// is kept as normal, with its mode found by one Newton step (Spiegelhalter and Lauritzen,
/// Networks 20 (1990), 579-605). What is known of consignments that are all but the same then
/// counts for more the more of them there were: each level of likeness is a beta-binomial whose
/// mean beforehand is the level above.
class Logistic final : public Engine {
 public:
  /// @param levels  of likeness: the broadest first; may be none
  Logistic(const std::vector<Cross>& traits, const std::vector<Cross>& levels)
      : history_(traits, prior),
        levels_(&levels),
        weights_(count() + 1),
        covariance_(count() + 1, count() + 1),
        alike_(levels.size()) {
    weights_ = first_weights();
    covariance_.setIdentity();
    covariance_ *= prior_variance;
  }

  // What it says is judged before it is added to the history: nothing is its own evidence. The
  // weights are learnt from consignments of which none like it was seen, since for these they
  // count.
  void learn(const Declared& declared, bool illicit, double weight) override {
    if (!is_repeat(declared)) weigh(declared, illicit, weight);
    history_.add(declared, illicit, weight);
    for (std::size_t level = 0; level < alike_.size(); ++level)
      if (const std::uint64_t says = (*levels_)[level].in(declared); says != 0)
        alike_[level][says].count(illicit, weight);
  }

  void forget(double kept) override {
    history_.forget(kept);
    kept_ *= kept;
    if (kept_ < 0.98) forget_weights(std::exchange(kept_, 1.0));
    for (auto& level : alike_)
      for (auto& [says, outcomes] : level)
        outcomes = {outcomes.illicit * kept, outcomes.all * kept};
  }
  std::unique_ptr<Engine> copy() const override { return std::make_unique<Logistic>(*this); }

  double score(const Declared& declared) const override {
    double p = probability(general_score(changes(declared)));
    for (std::size_t level = 0; level < alike_.size(); ++level) p = revised(level, declared, p);
    return log_odds_of(p);
  }

  std::vector<Evidence> evidence(const Declared& declared) const override {
    std::vector<Evidence> all;
    const Eigen::VectorXd said = changes(declared);
    for (std::size_t c = 0; c < history_.crosses().size(); ++c) {
      const auto at = static_cast<Eigen::Index>(c + 1);
      all.push_back({&history_.crosses()[c], weights_[at] * said[at]});
    }
    double p = probability(general_score(said));
    for (std::size_t level = 0; level < alike_.size(); ++level) {
      const double next = revised(level, declared, p);
      all.push_back({&(*levels_)[level], log_odds_of(next) - log_odds_of(p)});
      p = next;
    }
    order_by_strength(all);
    return all;
  }

 private:
  static constexpr double prior = 4, prior_weight = 0.1, prior_variance = 0.05;
  static constexpr double prior_of_likeness = 0.25;

  Eigen::Index count() const { return static_cast<Eigen::Index>(history_.crosses().size()); }

  static double probability(double log_odds) {
    return 1 / (1 + elementary::exp(-std::clamp(log_odds, -30.0, 30.0)));
  }
  // However many were alike, one of them may be otherwise.
  static double log_odds_of(double p) {
    const double within = std::clamp(p, 1e-12, 1 - 1e-12);
    return elementary::log(within / (1 - within));
  }

  Eigen::VectorXd changes(const Declared& declared) const {
    Eigen::VectorXd said(count() + 1);
    said[0] = 1;
    for (std::size_t c = 0; c < history_.crosses().size(); ++c)
      said[static_cast<Eigen::Index>(c + 1)] = history_.change(c, declared);
    return said;
  }

  double general_score(const Eigen::VectorXd& said) const {
    return history_.base_log_odds() + weights_.dot(said);
  }

  Eigen::VectorXd first_weights() const {
    Eigen::VectorXd weights = Eigen::VectorXd::Constant(count() + 1, prior_weight);
    weights[0] = 0;  // of the base rate
    return weights;
  }

  // What has been learnt goes back to what was believed at first: both are weighed by their
  // precisions (stabilised forgetting; Kulhavy and Zarrop, Int. J. Control 58 (1993), 905-924).
  void forget_weights(double kept) {
    const auto size = covariance_.rows();
    const Eigen::MatrixXd learnt =
        covariance_.llt().solve(Eigen::MatrixXd::Identity(size, size)) * kept;
    const double at_first = (1 - kept) / prior_variance;
    const Eigen::MatrixXd precision = learnt + at_first * Eigen::MatrixXd::Identity(size, size);
    const Eigen::LLT<Eigen::MatrixXd> both(precision);
    weights_ = both.solve(learnt * weights_ + at_first * first_weights());
    covariance_ = both.solve(Eigen::MatrixXd::Identity(size, size));
  }

  void weigh(const Declared& declared, bool illicit, double weight) {
    const Eigen::VectorXd said = changes(declared);
    const double p = probability(general_score(said));
    const Eigen::VectorXd shift = covariance_ * said;
    const double curvature = weight * p * (1 - p);
    const double spread = 1 + curvature * said.dot(shift);
    covariance_.noalias() -= shift * shift.transpose() * (curvature / spread);
    weights_ += shift * (weight * ((illicit ? 1 : 0) - p) / spread);
  }

  const Outcomes* seen(std::size_t level, const Declared& declared) const {
    const auto found = alike_[level].find((*levels_)[level].in(declared));
    return found == alike_[level].end() ? nullptr : &found->second;
  }
  bool is_repeat(const Declared& declared) const {
    return !alike_.empty() && seen(0, declared) != nullptr;
  }

  double revised(std::size_t level, const Declared& declared, double p) const {
    const Outcomes* alike = seen(level, declared);
    if (alike == nullptr) return p;
    return (alike->illicit + prior_of_likeness * p) / (alike->all + prior_of_likeness);
  }

  History history_;
  const std::vector<Cross>* levels_;
  double kept_ = 1;  ///< of the weights, since they were last brought up to date
  Eigen::VectorXd weights_;
  Eigen::MatrixXd covariance_;
  std::vector<std::unordered_map<std::uint64_t, Outcomes>> alike_;  ///< by level
};

/// Chooses by chance: what others are to be compared with.
class Random final : public Engine {
 public:
  void learn(const Declared&, bool, double) override {}
  void forget(double) override {}
  std::unique_ptr<Engine> copy() const override { return std::make_unique<Random>(*this); }
  double score(const Declared& declared) const override {
    std::uint64_t hash = 0;
    for (const std::uint64_t says : declared.says) hash = (hash ^ says) * 0x9e3779b97f4a7c15u;
    for (const double a : declared.amount)
      hash = (hash ^ std::bit_cast<std::uint64_t>(a)) * 0x9e3779b97f4a7c15u;
    return static_cast<double>((hash ^ (hash >> 31)) >> 11);
  }
  std::vector<Evidence> evidence(const Declared&) const override { return {}; }
};

}  // namespace

std::unique_ptr<Engine> make_engine(EngineKind kind) {
  switch (kind) {
    case EngineKind::log_odds:
      return std::make_unique<LogOdds>(consignment_traits());
    case EngineKind::logistic:
      return std::make_unique<Logistic>(traits_and_crosses(), likeness());
    case EngineKind::random:
      break;
  }
  return std::make_unique<Random>();
}

std::unique_ptr<Engine> make_engine(EngineKind kind, const std::vector<Cross>& traits) {
  static const std::vector<Cross> nothing_alike;
  switch (kind) {
    case EngineKind::log_odds:
      return std::make_unique<LogOdds>(traits);
    case EngineKind::logistic:
      return std::make_unique<Logistic>(traits, nothing_alike);
    case EngineKind::random:
      break;
  }
  return std::make_unique<Random>();
}

}  // namespace cordon::scoring
