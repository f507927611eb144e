#pragma once

// A queue that is simulated, and whose means are known.

#include <algorithm>
#include <cstdint>

#include "sim/engine/luck.hpp"

namespace cordon::testing {

/// Poisson arrivals, exponential times: a birth-death process, with as many servers as are given.
struct Queue {
  double arrivals = 1, service = 1;  ///< rates: of all, and of each server
  int servers = 1;

  [[nodiscard]] double finishing(int present) const { return std::min(present, servers) * service; }

  /// Exact mean number waiting, not served. Source: Erlang's C formula.
  [[nodiscard]] double mean_waiting() const {
    const double load = arrivals / service, idle = 1 - load / servers;
    double term = 1, sum = 1;
    for (int n = 1; n < servers; ++n) sum += term *= load / n;
    const double all_busy = term * load / servers / idle;
    return all_busy / (sum + all_busy) * (1 - idle) / idle;
  }
  /// Exact mean number present: those waiting and those in service.
  [[nodiscard]] double mean_present() const { return mean_waiting() + arrivals / service; }
};

struct QueueMeans {
  double waiting = 0, present = 0;
};

/// Means over some steps of the uniformised chain, which begins as the stationary law has it: their
/// expectations are the exact means. The same luck decides the same steps of queues with more or
/// with faster servers, as far as they can go along.
///
/// @param fastest  rate at which customers finish when all servers of the largest queue are busy
/// Source: Jensen's uniformisation; Ross, Introduction to Probability Models, section 6.7.
inline QueueMeans simulate_queue(const Queue& queue, double fastest, const Luck& luck,
                                 std::uint32_t source, std::uint32_t steps) {
  enum class Draw { number };
  const auto uniform = [&](std::uint32_t step) {
    return luck.uniform(Subject{source, step}, Draw::number);
  };
  const auto chance = [&](double last, int present) {
    return last * queue.arrivals / queue.finishing(present);
  };
  double all = 0, term = 1;
  for (int n = 0; term > 1e-12 * all; term = chance(term, ++n)) all += term;
  int present = 0;
  term = 1;
  for (double left = uniform(0) * all; left > term && term > 1e-12 * all;) {
    left -= term;
    term = chance(term, ++present);
  }
  QueueMeans means;
  for (std::uint32_t step = 1; step <= steps; ++step) {
    const double rate = uniform(step) * (queue.arrivals + fastest);
    if (rate < queue.arrivals)
      ++present;
    else if (rate - queue.arrivals < queue.finishing(present))
      --present;
    means.waiting += static_cast<double>(std::max(0, present - queue.servers)) / steps;
    means.present += static_cast<double>(present) / steps;
  }
  return means;
}

}  // namespace cordon::testing
