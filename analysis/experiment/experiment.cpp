#include "analysis/experiment/experiment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "analysis/design/latin_hypercube.hpp"
#include "analysis/design/levels.hpp"
#include "analysis/design/morris.hpp"
#include "analysis/design/saltelli.hpp"
#include "analysis/design/sobol.hpp"
#include "analysis/study/file_kind.hpp"
#include "analysis/text/numbers.hpp"
#include "sim/output/recorder/recorder.hpp"
#include "sim/scenario/format/csv.hpp"
#include "sim/scenario/format/parse_toml.hpp"

namespace cordon {
namespace {

FilePosition position_of(const Provenance& said, const std::string& path) {
  const auto found = said.find(path);
  return found == said.end() ? FilePosition{} : found->second.position;
}

// Position of a factor that is as the scenario says.
constexpr double unchanged = -1;

// The ends of a distribution lie too far out: its positions are the middles of equal parts.
double to_middle(double u, int levels) { return (std::round(u * (levels - 1)) + 0.5) / levels; }

// A scenario given by mistake has one line, and not one for each of its keys.
void refuse_a_scenario(const std::string& file, const std::vector<Override>& set) {
  const bool is_given_them =
      std::any_of(set.begin(), set.end(), [](const Override& o) { return o.key == "scenarios"; });
  if (!is_given_them && kind_of_file(file) == FileKind::scenario)
    throw ScenarioError({{{std::make_shared<const std::string>(file), 1, 1},
                          "",
                          "is no experiment: it names no `scenarios`"}});
}

}  // namespace

Experiment::Experiment(const std::string& file, const std::vector<std::string>& set)
    : file_(file),
      name_(std::filesystem::path(file).stem().string()),
      of_file_(parse_overrides(set)) {
  refuse_a_scenario(file, of_file_);
  reading_ = read<ExperimentSpec>(file, of_file_);
  Problems problems = located_problems();
  read_scenarios(problems);
  read_factors(problems);
  problems.throw_if_any();
  choose_designs(problems);
  read_measures(problems);
  problems.throw_if_any();
  try_factors(problems);
  problems.throw_if_any();
}

Problems Experiment::located_problems() const {
  Problems problems;
  for (const auto& [path, value] : reading_.provenance) problems.locate(path, value.position);
  return problems;
}

// Keys of named tables that only some scenarios have are for those alone; one must have them.
void Experiment::try_factors(Problems& problems) const {
  for (const Factor& factor : factors_) {
    const auto changes = factor.changes(factor.at(0.5));
    for (const ValueChange& change : changes) {
      std::optional<ChangeFault> fault;
      for (const NamedScenario& s : scenarios_) {
        fault = ValueChanges(s.reading).add(change);
        if (!fault || fault->member != "key") break;
      }
      if (fault)
        problems.add(
            change.position,
            path_of({"factor", factor.name(), fault->member == "times" ? "times" : "keys"}),
            fault->message);
    }
  }
}

void Experiment::read_scenarios(Problems& problems) {
  const FilePosition at = position_of(reading_.provenance, "set");
  for (const auto& [path, value] : spec().set) fixed_.push_back({path, value.text, at});
  std::vector<std::string> files;
  const auto folder = std::filesystem::path(file_).parent_path();
  for (const std::string& named : spec().scenarios)
    files.push_back((folder / named).lexically_normal().string());
  try {
    scenarios_ = load_scenarios(files, fixed_);
  } catch (const ScenarioError& error) {
    for (const Problem& p : error.problems) problems.add(p.position, p.path, p.message);
  }
}

void Experiment::read_factors(Problems& problems) {
  for (const auto& [name, factor] : spec().factor)
    factors_.emplace_back(name, factor, reading_.provenance, problems);
  for (const Factor& factor : factors_)
    if (!scenarios_.empty()) as_it_is_.push_back(factor.as_it_is(scenarios_.front().reading));
  for (const auto& [name, constraint] : spec().constraint)
    for (const auto& [factor, weight] : constraint.sum) {
      const auto found = std::find_if(factors_.begin(), factors_.end(),
                                      [&](const Factor& f) { return f.name() == factor; });
      if (found != factors_.end() && !found->is_number())
        problems.at(path_of({"constraint", name}) + ".sum",
                    fmt::format("has '{}', which is no number", factor));
    }
}

// Which measures of which labels a run leaves is known before it begins, but for those by period.
bool Experiment::is_measured_somewhere(const Measured& measured) const {
  if (measured.labels.period != "all") return true;
  return std::any_of(scenarios_.begin(), scenarios_.end(), [&](const NamedScenario& s) {
    return measured.is_among(Recorder(*s.setup).values());
  });
}

void Experiment::read_measures(Problems& problems) {
  for (const std::string& text : spec().measures) {
    std::string fault;
    const auto measured = parse_measured(text, fault);
    if (!measured) {
      problems.at("measures", fault);
      continue;
    }
    for (const NamedScenario& s : scenarios_)
      if (!may_be_shown(*measured->measure, measured->labels, s.reading.spec.real_map))
        problems.at("measures",
                    fmt::format("'{}' is not told of single posts of a real map", text));
    if (!is_measured_somewhere(*measured))
      problems.at("measures",
                  fmt::format("'{}' is not measured here: the scenarios have no such label", text));
    measures_.push_back(*measured);
  }
  if (spec().optimise) read_objectives(problems);
  for (const auto& [name, asked] : spec().discover) {
    const auto is_it = [&](const NamedScenario& s) { return s.name == asked.scenario; };
    const std::string at = path_of({"discover", name});
    if (!asked.scenario.empty() && std::none_of(scenarios_.begin(), scenarios_.end(), is_it))
      problems.at(at + ".scenario",
                  fmt::format("'{}' is no scenario of the experiment; their names "
                              "are those of their files",
                              asked.scenario));
    const bool is_first = asked.scenario.empty() || is_it(scenarios_.front());
    if (asked.difference && is_first)
      problems.at(at + ".scenario", "is the first, from which `difference` is taken");
  }
}

// What smugglers would wish for is no objective: the aim is always that of the measure.
void Experiment::read_objectives(Problems& problems) const {
  const auto look_at = [&](const std::string& at, const std::string& text) {
    for (const Measured& measured : measures_)
      if (measured.name == text && measured.measure->better == Better::neither)
        problems.at(at, fmt::format("'{}' is neither good nor bad by itself; expected a measure "
                                    "such as wait_mean, interdiction_rate or officer_hours",
                                    text));
  };
  look_at("optimise.objective", spec().optimise->objective);
  for (const std::string& measure : spec().optimise->tradeoff)
    look_at("optimise.tradeoff", measure);
}

void Experiment::choose_designs(Problems& problems) {
  using M = DesignMethod;
  const DesignSpec& d = spec().design;
  const int count = static_cast<int>(factors_.size());
  if (spec().optimise && spec().optimise->method == OptimiseMethod::local_search) {
    points_ = Eigen::MatrixXd::Constant(1, count, unchanged);  // where the search begins
    leave_out();
    if (designs() == 0) problems.at("constraint", "does not allow the scenario as it is");
    return;
  }
  Levels levels;
  std::vector<double> start;
  for (const Factor& f : factors_) levels.push_back(f.positions(d.levels));
  try {
    switch (d.method) {
      case M::full_grid:
        points_ = full_grid(levels);
        break;
      case M::one_at_a_time:
        points_ = one_at_a_time(levels, std::vector<double>(factors_.size(), unchanged));
        break;
      case M::latin_hypercube:
        points_ = latin_hypercube(d.points, count, static_cast<std::uint64_t>(d.seed));
        break;
      case M::sobol:
        points_ = sobol(d.points, count, static_cast<std::uint64_t>(d.seed));
        break;
      case M::morris:
        points_ =
            morris(d.trajectories, count, d.levels, static_cast<std::uint64_t>(d.seed)).points;
        break;
      case M::saltelli:
        points_ =
            saltelli(d.points, count, d.second_order, static_cast<std::uint64_t>(d.seed)).points;
        break;
      case M::list:
        read_list(problems);
        break;
    }
  } catch (const std::logic_error& error) {  // too many points, or factors
    problems.at("design", fmt::format("cannot be made: {}", error.what()));
    return;
  }
  if (!problems.empty()) return;
  leave_out();
  if (designs() == 0) problems.at("design", "has no design that the constraints allow");
}

void Experiment::read_list(Problems& problems) {
  format::Files files;
  (void)files.open(file_, "");  // so that the list is looked for beside it
  const InputFile* const file = files.open(spec().design.list, file_);
  if (file == nullptr) {
    problems.at("design.list", files.fault);
    return;
  }
  list_ = file->bytes;
  const auto table = format::parse_csv(*file, problems);
  if (!table) return;
  std::vector<std::size_t> column_of(factors_.size(), table->header.size());
  for (std::size_t f = 0; f < factors_.size(); ++f) {
    const auto found =
        std::find_if(table->header.begin(), table->header.end(),
                     [&](const format::CsvCell& c) { return c.text == factors_[f].name(); });
    column_of[f] = static_cast<std::size_t>(found - table->header.begin());
    if (found == table->header.end())
      problems.add(table->top(), "", fmt::format("has no column '{}'", factors_[f].name()));
  }
  for (const format::CsvCell& cell : table->header)
    if (!spec().factor.contains(cell.text))
      problems.add(table->position(cell), cell.text, "is no factor of the experiment");
  if (!problems.empty()) return;
  for (const auto& row : table->rows) {
    if (row.size() < table->header.size()) continue;  // which has been reported
    std::vector<FactorValue> values;
    for (std::size_t f = 0; f < factors_.size(); ++f) {
      const format::CsvCell& cell = row[column_of[f]];
      values.push_back(factors_[f].read(cell.text, table->position(cell), problems));
    }
    listed_.push_back(std::move(values));
  }
  points_ = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(listed_.size()),
                                  static_cast<Eigen::Index>(factors_.size()));
}

bool Experiment::is_allowed(const std::vector<FactorValue>& values) const {
  const auto number = [&](std::size_t f) {
    return values[f].toml.empty() ? as_it_is_[f].number : values[f].number;
  };
  for (const auto& [name, constraint] : spec().constraint) {
    double sum = 0;
    for (std::size_t f = 0; f < factors_.size(); ++f) {
      const auto weight = constraint.sum.find(factors_[f].name());
      if (weight != constraint.sum.end()) sum += weight->second * number(f);
    }
    // A sum of tenths is not to fail by its last bit.
    const double slack = 1e-9 * std::max(1.0, std::abs(sum));
    if (constraint.at_least && sum < *constraint.at_least - slack) return false;
    if (constraint.at_most && sum > *constraint.at_most + slack) return false;
  }
  return true;
}

void Experiment::leave_out() {
  std::vector<Eigen::Index> kept;
  for (std::size_t d = 0; d < designs(); ++d)
    if (is_allowed(values(d))) kept.push_back(static_cast<Eigen::Index>(d));
  left_out_ = designs() - kept.size();
  if (left_out_ == 0) return;
  if (!listed_.empty())
    for (std::size_t k = 0; k < kept.size(); ++k)
      listed_[k] = listed_[static_cast<std::size_t>(kept[k])];
  listed_.resize(listed_.empty() ? 0 : kept.size());
  points_ = points_(kept, Eigen::all).eval();
}

std::vector<FactorValue> Experiment::values(std::size_t design) const {
  if (!listed_.empty()) return listed_[design];
  std::vector<FactorValue> values;
  for (std::size_t f = 0; f < factors_.size(); ++f) {
    double u = points_(static_cast<Eigen::Index>(design), static_cast<Eigen::Index>(f));
    if (spec().design.method == DesignMethod::morris && factors_[f].has_distribution())
      u = to_middle(u, spec().design.levels);
    values.push_back(u == unchanged ? FactorValue{} : factors_[f].at(u));
  }
  return values;
}

std::vector<Override> Experiment::changes(const std::vector<FactorValue>& values,
                                          std::size_t scenario) const {
  ValueChanges changes(scenarios_[scenario].reading);
  for (std::size_t f = 0; f < factors_.size(); ++f) {
    if (values[f].toml.empty()) continue;
    for (const ValueChange& change : factors_[f].changes(values[f]))
      if (const auto fault = changes.add(change); fault && fault->member != "key")
        throw ScenarioError(
            {{change.position, path_of({"factor", factors_[f].name(), "keys"}), fault->message}});
  }
  return changes.overrides();
}

std::shared_ptr<const Setup> Experiment::setup(std::size_t design, std::size_t scenario) const {
  return scenario_with(values(design), scenario).setup;
}

void Experiment::try_designs() const {
  constexpr std::size_t enough = 10;
  std::vector<Problem> problems;
  for (std::size_t d = 0; d < designs() && problems.size() < enough; ++d)
    for (std::size_t s = 0; s < scenarios_.size(); ++s) try {
        (void)setup(d, s);
      } catch (const ScenarioError& error) {
        for (Problem problem : error.problems) {
          problem.message += fmt::format(" (in design {})", d + 1);
          problems.push_back(std::move(problem));
        }
      }
  if (!problems.empty()) throw ScenarioError(std::move(problems));
}

NamedScenario Experiment::scenario_with(const std::vector<FactorValue>& values,
                                        std::size_t scenario,
                                        const std::vector<Override>& more) const {
  std::vector<Override> all = fixed_;
  const auto changes = this->changes(values, scenario);
  all.insert(all.end(), changes.begin(), changes.end());
  all.insert(all.end(), more.begin(), more.end());
  return load_scenario(scenarios_[scenario].file, all);
}

}  // namespace cordon
