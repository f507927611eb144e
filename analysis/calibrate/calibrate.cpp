#include "analysis/calibrate/calibrate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/calibrate/misfit.hpp"
#include "analysis/fit/bounded_search.hpp"
#include "analysis/study/simulate_all.hpp"
#include "analysis/study/user_error.hpp"

namespace cordon {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

constexpr double unknown_value = std::numeric_limits<double>::quiet_NaN();
constexpr int most_newton_steps = 2;
// Nearer to an end of a range than this, a value is said to be there.
constexpr double near_an_end = 0.005;

// Factors that are fitted, and where; all others are as the scenario says.
struct Place {
  std::vector<int> free;
  VectorXd at;  ///< shares of the ranges, by free factor
};

class Fit {
 public:
  Fit(const Experiment& experiment, const Observations& observations, const EvaluationPlan& plan)
      : experiment_(experiment),
        observations_(observations),
        evaluator_(experiment, observations, plan),
        left_(experiment.spec().calibrate->evaluations) {}

  Calibration run() {
    Place place = best_design();
    search(place, 0.15);
    FitNeighbourhood near = neighbourhood(place);
    const Identification told = identify(near);
    found_.unknown = told.unknown;
    if (told.identified.size() < place.free.size()) {
      place = held_to(told.identified, place);
      if (!place.free.empty()) {
        search(place, 0.1);
        near = neighbourhood(place);
      }
    }
    if (!place.free.empty()) approach(place, near);
    conclude(place, near, told);
    return std::move(found_);
  }

 private:
  [[nodiscard]] const Factor& factor(int f) const {
    return experiment_.factors()[static_cast<std::size_t>(f)];
  }

  [[nodiscard]] Evaluator::Point values_at(const Place& place) const {
    Evaluator::Point point(experiment_.factors().size());
    for (std::size_t k = 0; k < place.free.size(); ++k)
      point[static_cast<std::size_t>(place.free[k])] =
          factor(place.free[k]).between(place.at[static_cast<Index>(k)]);
    return point;
  }

  // The scenario as it is and all designs; the designs are where the search may begin.
  Place best_design() {
    std::vector<Evaluator::Point> points = {Evaluator::Point(experiment_.factors().size())};
    for (std::size_t d = 0; d < experiment_.designs(); ++d) points.push_back(experiment_.values(d));
    const auto tried = evaluator_.evaluate(points);
    start_ = tried.front();
    const auto good =
        std::find_if(tried.begin(), tried.end(), [](const auto& t) { return t->failure.empty(); });
    if (good == tried.end())
      throw UserError(fmt::format("{}: neither the scenario nor a design can be simulated: {}",
                                  experiment_.file(), start_->failure));
    misfit_.emplace(experiment_, observations_, **good);
    const Evaluated* best = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t p = 0; p < tried.size(); ++p) {
      const double misfit = record(p == 0 ? "start" : "design", tried[p]);
      if (p > 0 && misfit < least) least = misfit, best = tried[p].get();
    }
    if (best == nullptr)
      throw UserError(fmt::format("{}: no design can be simulated: {}", experiment_.file(),
                                  tried.back()->failure));
    Place place{{}, VectorXd(static_cast<Index>(experiment_.factors().size()))};
    for (std::size_t f = 0; f < experiment_.factors().size(); ++f) {
      place.free.push_back(static_cast<int>(f));
      place.at[static_cast<Index>(f)] = experiment_.factors()[f].share_of(best->values[f].number);
    }
    return place;
  }

  double record(const char* stage, const std::shared_ptr<const Evaluated>& point) {
    found_.trials.push_back({stage, point, misfit_->of(*point)});
    return found_.trials.back().misfit;
  }

  // A point that must not fail: the search has nowhere else to go.
  std::shared_ptr<const Evaluated> must(const char* stage, const Place& place) {
    return must(stage, std::vector<Place>{place}).front();
  }
  std::vector<std::shared_ptr<const Evaluated>> must(const char* stage,
                                                     const std::vector<Place>& places) {
    std::vector<Evaluator::Point> points;
    for (const Place& place : places) points.push_back(values_at(place));
    auto tried = evaluator_.evaluate(points);
    for (const auto& point : tried) {
      record(stage, point);
      if (!point->failure.empty())
        throw UserError(
            fmt::format("{}: within the ranges there is a point that cannot be "
                        "simulated{}: {}; expected narrower ranges",
                        experiment_.file(), shown(point->values), point->failure));
    }
    return tried;
  }

  [[nodiscard]] std::string shown(const Evaluator::Point& point) const {
    std::string text;
    for (std::size_t f = 0; f < point.size(); ++f)
      if (!point[f].toml.empty())
        text += fmt::format("{}{} = {}", text.empty() ? " (" : ", ",
                            experiment_.factors()[f].name(), point[f].brief());
    return text.empty() ? "" : text + ')';
  }

  void search(Place& place, double first_step) {
    if (left_ <= 0) return;
    SearchPlan plan;
    plan.most = left_;
    plan.first_step.resize(place.at.size());
    for (Index k = 0; k < place.at.size(); ++k)
      plan.first_step[k] =
          std::max(first_step, least_step(place.free[static_cast<std::size_t>(k)]));
    const auto misfit = [&](const VectorXd& at) {
      const Place tried{place.free, at};
      return misfit_->of(*must("search", tried));
    };
    const SearchResult result = search_cube(misfit, place.at, plan);
    left_ -= result.evaluations;
    found_.has_converged = result.has_converged;
    place.at = result.at;
  }

  // Less than this does not change a whole number.
  [[nodiscard]] double least_step(int f) const {
    return factor(f).is_whole() ? 1 / (factor(f).high() - factor(f).low()) : 0;
  }

  // Central differences, one-sided at the ends of a range.
  FitNeighbourhood neighbourhood(const Place& place) {
    std::vector<Place> places = {place};
    for (std::size_t k = 0; k < place.free.size(); ++k)
      for (const double sign : {-1.0, 1.0}) {
        Place beside = place;
        double& at = beside.at[static_cast<Index>(k)];
        const double step = std::max(experiment_.spec().calibrate->step, least_step(place.free[k]));
        at = std::clamp(at + sign * step, 0.0, 1.0);
        places.push_back(std::move(beside));
      }
    const auto points = must("step", places);
    FitNeighbourhood near = misfit_->observed();
    near.values = misfit_->weighed(points.front()->simulated);
    for (std::size_t k = 0; k < place.free.size(); ++k) {
      const Evaluated& low = *points[2 * k + 1];
      const Evaluated& high = *points[2 * k + 2];
      const auto f = static_cast<std::size_t>(place.free[k]);
      const double apart = experiment_.factors()[f].share_of(high.values[f].number) -
                           experiment_.factors()[f].share_of(low.values[f].number);
      near.derivatives.push_back(misfit_->weighed(high.simulated - low.simulated) / apart);
    }
    return near;
  }

  [[nodiscard]] Place held_to(const std::vector<int>& identified, const Place& place) const {
    Place held{identified, VectorXd(static_cast<Index>(identified.size()))};
    for (std::size_t k = 0; k < identified.size(); ++k)
      held.at[static_cast<Index>(k)] = place.at[identified[k]];
    return held;
  }

  // The search ends near the least; the changes about it say where that is.
  void approach(Place& place, FitNeighbourhood& near) {
    for (int n = 0; n < most_newton_steps; ++n) {
      const std::vector<int> all = first(place.free.size());
      Place next = place;
      next.at = (place.at + newton_step(near, all)).cwiseMax(0.0).cwiseMin(1.0);
      const auto tried = must("search", next);
      if (!(misfit_->of(*tried) < misfit_->of(*must_know(place)))) return;
      const bool is_far =
          (next.at - place.at).cwiseAbs().maxCoeff() > experiment_.spec().calibrate->step;
      place = next;
      if (is_far && n + 1 < most_newton_steps)
        near = neighbourhood(place);
      else
        near.values = misfit_->weighed(tried->simulated);
    }
  }

  std::shared_ptr<const Evaluated> must_know(const Place& place) {
    return evaluator_.evaluate({values_at(place)}).front();
  }

  static std::vector<int> first(std::size_t count) {
    std::vector<int> all;
    for (std::size_t k = 0; k < count; ++k) all.push_back(static_cast<int>(k));
    return all;
  }

  void conclude(const Place& place, const FitNeighbourhood& near, const Identification& told) {
    const auto fit = must("fit", place);
    const auto& reading = experiment_.scenarios().front().reading;
    for (std::size_t f = 0; f < experiment_.factors().size(); ++f) {
      const bool is_silent = std::find(told.silent.begin(), told.silent.end(),
                                       static_cast<int>(f)) != told.silent.end();
      found_.factors.push_back({experiment_.factors()[f].as_it_is(reading), fit->values[f],
                                unknown_value, unknown_value,
                                is_silent ? FitStatus::silent : FitStatus::combined});
    }
    if (!place.free.empty()) {
      const std::vector<int> all = first(place.free.size());
      found_.excess = excess_of_residuals(near, all);
      const VectorXd widths = half_widths(near, all, confidence);
      for (std::size_t k = 0; k < place.free.size(); ++k)
        tell(place.free[k], place.at[static_cast<Index>(k)], widths[static_cast<Index>(k)]);
    }
    for (std::size_t s = 0; s < observations_.series().size(); ++s)
      found_.errors.push_back(
          {mean_error(observations_, s, *start_), mean_error(observations_, s, *fit)});
  }

  void tell(int f, double at, double half_width) {
    FittedFactor& told = found_.factors[static_cast<std::size_t>(f)];
    const auto number = [&](double share) {
      return factor(f).low() + std::clamp(share, 0.0, 1.0) * (factor(f).high() - factor(f).low());
    };
    told.low = number(at - half_width);
    told.high = number(at + half_width);
    told.status = at < near_an_end       ? FitStatus::at_low_end
                  : at > 1 - near_an_end ? FitStatus::at_high_end
                                         : FitStatus::fitted;
  }

  const Experiment& experiment_;
  const Observations& observations_;
  Evaluator evaluator_;
  int left_;  ///< evaluations of the search
  std::shared_ptr<const Evaluated> start_;
  std::optional<Misfit> misfit_;  ///< known when a first point is
  Calibration found_;
};

}  // namespace

std::string_view name_of(FitStatus status) {
  switch (status) {
    case FitStatus::fitted:
      return "fitted";
    case FitStatus::at_low_end:
      return "at_low_end";
    case FitStatus::at_high_end:
      return "at_high_end";
    case FitStatus::silent:
      return "not_identified";
    case FitStatus::combined:
      return "known_in_combination";
  }
  return "";
}

std::uint64_t most_runs(const Experiment& experiment) {
  const std::uint64_t steps = 2 * experiment.factors().size() + 1;
  const std::uint64_t points =
      1 + experiment.designs() +
      static_cast<std::uint64_t>(experiment.spec().calibrate->evaluations) +
      (2 + most_newton_steps - 1) * steps + most_newton_steps + 1;
  return points * experiment.spec().replications;
}

Calibration calibrate(const Experiment& experiment, const Observations& observations,
                      const EvaluationPlan& plan) {
  return Fit(experiment, observations, plan).run();
}

}  // namespace cordon
