#include "sim/model/staff/absence.hpp"

#include <algorithm>
#include <cassert>

#include "sim/engine/elementary.hpp"

namespace cordon {

namespace {
constexpr int drawn_together = 100;
}

int binomial_quantile(int n, double p, double luck) {
  assert(n <= drawn_together);
  if (p <= 0) return 0;
  if (p >= 1) return n;
  // From the likelier side, where the first term is at least 2^-100.
  if (p > 0.5) return n - binomial_quantile(n, 1 - p, 1 - luck);
  double term = elementary::exp(n * elementary::log(1 - p)), sum = term;
  int k = 0;
  while (sum < luck && k < n) {
    term *= (n - k) * p / ((k + 1) * (1 - p));
    sum += term;
    ++k;
  }
  return k;
}

int absent_officers(int officers, double p, const Luck& luck, Subject subject, bool guests) {
  if (p <= 0) return 0;
  int absent = 0;
  for (std::uint32_t group = 0; officers > 0; ++group, officers -= drawn_together)
    absent += binomial_quantile(std::min(officers, drawn_together), p,
                                luck.uniform(subject, 2 * group + (guests ? 1u : 0u)));
  return absent;
}

}  // namespace cordon
