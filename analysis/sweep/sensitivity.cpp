#include "analysis/sweep/sensitivity.hpp"

#include <array>
#include <cmath>

#include "analysis/design/saltelli.hpp"
#include "analysis/sensitivity/break_even.hpp"
#include "analysis/sensitivity/elementary_effects.hpp"
#include "analysis/sensitivity/regression.hpp"
#include "analysis/sensitivity/sobol_indices.hpp"
#include "analysis/sensitivity/sweep.hpp"
#include "analysis/statistics/values.hpp"
#include "analysis/study/simulate_all.hpp"

namespace cordon {
namespace {

BootstrapEstimate plain(double value) { return {value, no_value, no_value}; }

// Positions for a regression: numbers as they are, since a list or a grid has no even spread, and
// of other values which of the levels it is.
Eigen::MatrixXd positions_of(const Experiment& experiment) {
  Eigen::MatrixXd points = experiment.points();
  for (std::size_t d = 0; d < experiment.designs(); ++d) {
    const auto values = experiment.values(d);
    for (std::size_t f = 0; f < values.size(); ++f)
      if (experiment.factors()[f].is_number())
        points(static_cast<Eigen::Index>(d), static_cast<Eigen::Index>(f)) = values[f].number;
  }
  return points;
}

Sensitivity by_effects(const Experiment& experiment, const Eigen::VectorXd& outputs) {
  const auto found = morris_screening(elementary_effects(experiment.points(), outputs));
  Sensitivity s{{}, {}, found.used, found.dropped, "trajectories"};
  for (std::size_t f = 0; f < found.factors.size(); ++f) {
    const int factor = static_cast<int>(f);
    s.indices.push_back({"mu_star", factor, -1, found.factors[f].mu_star});
    s.indices.push_back({"mu", factor, -1, plain(found.factors[f].mu)});
    s.indices.push_back({"sigma", factor, -1, plain(found.factors[f].sigma)});
  }
  return s;
}

Sensitivity by_variance(const Experiment& experiment, const Eigen::VectorXd& outputs) {
  const int count = static_cast<int>(experiment.factors().size());
  const SaltelliDesign design{{}, count, experiment.spec().design.second_order};
  // Rows of the design's blocks, counted by its points.
  const auto rows = [&](int block) {
    const Eigen::Index blocks = design.blocks();
    return Eigen::seqN(Eigen::Index{block}, outputs.size() / blocks, blocks);
  };
  SobolOutputs of{outputs(rows(0)), outputs(rows(design.blocks() - 1)), {}, {}};
  of.a_b.resize(of.a.size(), count);
  if (design.second_order) of.b_a.resize(of.a.size(), count);
  for (int f = 0; f < count; ++f) {
    of.a_b.col(f) = outputs(rows(1 + f));
    if (design.second_order) of.b_a.col(f) = outputs(rows(1 + count + f));
  }
  const SobolIndices found = sobol_indices(of);
  Sensitivity s{{}, {}, found.used, found.dropped, "base points"};
  for (int f = 0; f < count; ++f) {
    s.indices.push_back({"total", f, -1, found.total[static_cast<std::size_t>(f)]});
    s.indices.push_back({"first_order", f, -1, found.first[static_cast<std::size_t>(f)]});
  }
  for (const SecondOrderIndex& pair : found.second)
    s.indices.push_back({"second_order", pair.factor, pair.other, pair.index});
  return s;
}

Sensitivity by_regression(const Experiment& experiment, const Eigen::VectorXd& outputs) {
  const Eigen::MatrixXd points = positions_of(experiment);
  const auto linear = standardised_regression(points, outputs);
  const auto ranks = rank_regression(points, outputs);
  Sensitivity s{{}, {}, linear.used, linear.dropped, "designs"};
  for (std::size_t f = 0; f < linear.coefficients.size(); ++f) {
    s.indices.push_back({"src", static_cast<int>(f), -1, linear.coefficients[f]});
    s.indices.push_back({"srrc", static_cast<int>(f), -1, ranks.coefficients[f]});
  }
  s.indices.push_back({"r2", -1, -1, linear.r2});
  s.indices.push_back({"adjusted_r2", -1, -1, linear.adjusted_r2});
  s.indices.push_back({"rank_r2", -1, -1, ranks.r2});
  return s;
}

// The columns of one factor in a one-at-a-time design, by its number, ascending.
struct Along {
  Eigen::VectorXd x;
  Eigen::MatrixXd values;  // by replication and level
};

Along along(const Experiment& experiment, std::size_t factor, const Eigen::MatrixXd& values) {
  std::map<double, std::size_t> column_of;
  for (std::size_t d = 0; d < experiment.designs(); ++d) {
    const FactorValue value = experiment.values(d)[factor];
    if (!value.toml.empty()) column_of.emplace(value.number, d);
  }
  Along found{Eigen::VectorXd(column_of.size()),
              Eigen::MatrixXd(values.rows(), static_cast<Eigen::Index>(column_of.size()))};
  Eigen::Index i = 0;
  for (const auto& [x, design] : column_of) {
    found.x(i) = x;
    found.values.col(i++) = values.col(static_cast<Eigen::Index>(design));
  }
  return found;
}

Interval mean_of(const Eigen::VectorXd& values) {
  return mean_interval({values.data(), static_cast<std::size_t>(values.size())}, confidence);
}

Sensitivity by_one_at_a_time(const Experiment& experiment, const Response& response,
                             const Eigen::MatrixXd& values) {
  Sensitivity s{{}, {}, static_cast<int>(values.rows()), 0, "replications"};
  const Interval now = mean_of(values.col(0));
  s.indices.push_back({"as_it_is", -1, -1, {now.estimate, now.low, now.high}});
  for (std::size_t f = 0; f < experiment.factors().size(); ++f) {
    if (!experiment.factors()[f].is_number()) continue;
    const Along path = along(experiment, f, values);
    Sweep sweep{path.x, Eigen::VectorXd(path.x.size()), Eigen::VectorXd(path.x.size())};
    for (Eigen::Index i = 0; i < path.x.size(); ++i) {
      const Interval mean = mean_of(path.values.col(i));
      sweep.mean(i) = mean.estimate, sweep.half(i) = mean.half_width();
    }
    const SweepRange range = sweep_range(sweep);
    const int factor = static_cast<int>(f);
    s.indices.push_back({"width",
                         factor,
                         -1,
                         {range.width(), range.width() - range.half, range.width() + range.half}});
    s.indices.push_back({"lowest", factor, -1, plain(range.lowest)});
    s.indices.push_back({"at_lowest", factor, -1, plain(range.at_lowest)});
    s.indices.push_back({"highest", factor, -1, plain(range.highest)});
    s.indices.push_back({"at_highest", factor, -1, plain(range.at_highest)});
    if (!response.is_difference) continue;
    const BreakEven crossed = break_even(path.x, path.values, 0);
    s.dropped = std::max(s.dropped, crossed.dropped);
    for (const BreakEvenPoint& point : crossed.points)
      s.indices.push_back(
          {point.rising ? "break_even_rising" : "break_even_falling", factor, -1, point.x});
    for (const Stretch& stretch : undecided(sweep, 0))
      s.indices.push_back({"undecided", factor, -1, {no_value, stretch.from, stretch.to}});
  }
  s.used -= s.dropped;
  return s;
}

const std::array<Column, 12> columns{{
    {"measure", "string", "", "Name of the measure."},
    {"scenario", "string", "", "In which scenario."},
    {"compared_with", "string", "",
     "Empty: of the measure. Otherwise of its difference from this scenario."},
    {"index", "string", "",
     "mu_star, mu, sigma (elementary effects); total, first_order, second_order (Sobol' indices); "
     "src, srrc, r2, adjusted_r2, rank_r2 (regression); as_it_is, width, lowest, "
     "at_lowest, highest, at_highest, break_even_rising, break_even_falling, undecided (one at a "
     "time: of the scenario as it is, of how far the measure moves along a factor, where its "
     "difference passes zero, and where it cannot be told from zero)."},
    {"factor", "string", "", "Empty: of all together."},
    {"other_factor", "string", "", "Of pairs."},
    {"value", "number", "",
     "Estimate: of effects, width, lowest and highest in the measure's unit; of at_ and break_even "
     "in the factor's base unit; of the others pure numbers."},
    {"low", "number", "", "Lower end of its interval, where there is one."},
    {"high", "number", "", "Upper end."},
    {"confidence", "number", "", "Of the interval, each for itself."},
    {"used", "integer", "", "Trajectories, base points, designs or replications it is made from."},
    {"dropped", "integer", "", "The same that lack a run with a value, and are left out."},
}};

}  // namespace

const TableShape sensitivity_table{"sensitivity.csv", "Which factors matter.", columns};

std::string sensitivity_method(DesignMethod method) {
  if (method == DesignMethod::morris) return "elementary effects";
  if (method == DesignMethod::saltelli) return "Sobol' indices";
  if (method == DesignMethod::one_at_a_time) return "one at a time";
  return "regression";
}

std::vector<Sensitivity> sensitivity_of(const Experiment& experiment, const RunValues& values) {
  std::vector<Sensitivity> all;
  for (const Response& response : responses_of(experiment)) {
    const DesignMethod method = experiment.spec().design.method;
    Sensitivity found;
    if (method == DesignMethod::one_at_a_time)
      found = by_one_at_a_time(experiment, response, values.by_replication(response));
    else if (method == DesignMethod::morris)
      found = by_effects(experiment, values.means(response));
    else if (method == DesignMethod::saltelli)
      found = by_variance(experiment, values.means(response));
    else
      found = by_regression(experiment, values.means(response));
    found.response = response;
    all.push_back(std::move(found));
  }
  return all;
}

std::string write_sensitivity(const std::filesystem::path& folder, const Experiment& experiment,
                              const std::vector<Sensitivity>& found) {
  CsvTable table(folder, sensitivity_table);
  const auto name = [&](int factor) {
    return factor < 0 ? std::string()
                      : experiment.factors()[static_cast<std::size_t>(factor)].name();
  };
  for (const Sensitivity& s : found)
    for (const SensitivityIndex& i : s.indices) {
      const Response& r = s.response;
      table.text(experiment.measures()[r.measure].name);
      table.text(experiment.scenarios()[r.scenario].name);
      table.text(r.is_difference ? experiment.scenarios()[0].name : "");
      table.text(i.index).text(name(i.factor)).text(name(i.other));
      table.number(i.value.estimate).number(i.value.low).number(i.value.high);
      table.number(confidence).integer(static_cast<std::uint64_t>(s.used));
      table.integer(static_cast<std::uint64_t>(s.dropped)).end_row();
    }
  return table.close();
}

}  // namespace cordon
