#include "analysis/score/judge.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/statistics/values.hpp"

namespace cordon::score {

Ranking rank(const scoring::Engine& engine, const Declarations& table) {
  Ranking ranking;
  ranking.rows.resize(table.rows.size());
  std::iota(ranking.rows.begin(), ranking.rows.end(), std::size_t{0});
  for (const Inspected& row : table.rows) ranking.scores.push_back(engine.score(row.declared));
  std::stable_sort(ranking.rows.begin(), ranking.rows.end(), [&](std::size_t a, std::size_t b) {
    return ranking.scores[a] > ranking.scores[b];
  });
  return ranking;
}

Precision judge(const Ranking& ranking, const Declarations& table, double share) {
  const auto all = static_cast<double>(table.rows.size());
  Precision p;
  p.share = share;
  p.selected = std::max<std::size_t>(1, static_cast<std::size_t>(std::llround(share * all)));
  double duty = 0, duty_at_stake = 0;
  std::size_t illicit = 0;
  for (std::size_t n = 0; n < ranking.rows.size(); ++n) {
    const Inspected& row = table.rows[ranking.rows[n]];
    if (!row.illicit) continue;
    ++illicit;
    duty_at_stake += row.duty;
    if (n >= p.selected) continue;
    ++p.hits;
    duty += row.duty;
  }
  p.precision = static_cast<double>(p.hits) / static_cast<double>(p.selected);
  p.recall = illicit > 0 ? static_cast<double>(p.hits) / static_cast<double>(illicit) : no_value;
  p.revenue = duty_at_stake > 0 ? duty / duty_at_stake : no_value;
  return p;
}

}  // namespace cordon::score
