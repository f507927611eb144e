#include "analysis/fit/bounded_search.hpp"

#include <exception>
#include <limits>
#include <nlopt.hpp>
#include <stdexcept>
#include <vector>

namespace cordon {
namespace {

// What NLopt calls. It would make every exception one without words, so that they are kept here.
struct Asked {
  const std::function<double(const Eigen::VectorXd&)>* function = nullptr;
  SearchResult best;
  std::exception_ptr failure;

  double value_at(const std::vector<double>& at) {
    const Eigen::VectorXd point =
        Eigen::Map<const Eigen::VectorXd>(at.data(), static_cast<Eigen::Index>(at.size()));
    const double value = (*function)(point);
    ++best.evaluations;
    if (value < best.value) best.value = value, best.at = point;
    return value;
  }
};

double answer(const std::vector<double>& at, std::vector<double>&, void* asked) {
  try {
    return static_cast<Asked*>(asked)->value_at(at);
  } catch (...) {
    static_cast<Asked*>(asked)->failure = std::current_exception();
    throw nlopt::forced_stop();
  }
}

}  // namespace

SearchResult search_cube(const std::function<double(const Eigen::VectorXd&)>& function,
                         const Eigen::VectorXd& start, const SearchPlan& plan) {
  if (start.size() == 0) throw std::invalid_argument("there is nothing to search");
  Asked asked{&function, {start, std::numeric_limits<double>::infinity(), 0, false}, nullptr};
  const auto dimensions = static_cast<unsigned>(start.size());
  nlopt::opt search(dimensions == 1 ? nlopt::LN_COBYLA : nlopt::LN_BOBYQA, dimensions);
  search.set_lower_bounds(0.0);
  search.set_upper_bounds(1.0);
  const Eigen::VectorXd& first = plan.first_step;
  search.set_initial_step(first.size() == 0 ? std::vector<double>(dimensions, 0.1)
                                            : std::vector<double>(first.begin(), first.end()));
  search.set_xtol_abs(plan.tolerance);
  search.set_maxeval(plan.most);
  search.set_min_objective(answer, &asked);
  std::vector<double> at(start.data(), start.data() + start.size());
  double least = 0;
  try {
    asked.best.has_converged = search.optimize(at, least) != nlopt::MAXEVAL_REACHED;
  } catch (const nlopt::roundoff_limited&) {  // nothing is left to gain
    asked.best.has_converged = true;
  } catch (const nlopt::forced_stop&) {
    std::rethrow_exception(asked.failure);
  }
  return asked.best;
}

}  // namespace cordon
