#pragma once

// What the procedures that choose among plans ask of a simulator: values of replications. Of a plan
// they know nothing but its number, or its decisions.

#include <Eigen/Core>
#include <functional>
#include <span>
#include <vector>

namespace cordon {

/// Which mean is the best one.
enum class Aim { minimise, maximise };

/// Values of one measure: a row for each replication, a column for each plan; all of a row met the
/// same luck.
using Samples = Eigen::ArrayXXd;

/// Replications that are wanted of one plan: `first` to `first + count - 1`.
template <class Identity>
struct Batch {
  Identity plan;
  int first = 0;
  int count = 0;
};

/// Simulates batches, as many at once as it likes. The answer has a vector for each batch, in their
/// order, with a value for each of its replications, in theirs. A replication of a plan must have
/// the same value whenever it is asked for, and replication r of all plans should meet the same
/// luck. What it throws ends the procedure that called it.
template <class Identity>
using Simulate = std::function<std::vector<std::vector<double>>(std::span<const Batch<Identity>>)>;

/// @throws std::invalid_argument  when an answer has another size, or a value that is not finite:
///                                a plan whose measure has no value cannot be ranked
void check_answer(std::span<const std::vector<double>> answer, std::span<const int> counts);

/// The answer to `batches`, checked.
/// @throws std::invalid_argument  as `check_answer`
template <class Identity>
[[nodiscard]] std::vector<std::vector<double>> values_of(
    const Simulate<Identity>& simulate, const std::vector<Batch<Identity>>& batches) {
  std::vector<std::vector<double>> answer = simulate(batches);
  std::vector<int> counts;
  for (const Batch<Identity>& batch : batches) counts.push_back(batch.count);
  check_answer(answer, counts);
  return answer;
}

/// The number of the best mean; of equal ones, the first.
/// @throws std::invalid_argument  when there is none
[[nodiscard]] std::size_t best_of(std::span<const double> means, Aim aim);

/// How much better `one` is than `other`, in their unit; negative when it is worse.
[[nodiscard]] constexpr double advantage(double one, double other, Aim aim) {
  return aim == Aim::maximise ? one - other : other - one;
}

}  // namespace cordon
