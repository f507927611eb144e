#include "viz/hud/operation_bars.hpp"

#include <algorithm>

namespace cordon::viz {

std::vector<OperationBar> operation_bars(std::span<const trace::OperationShape> operations,
                                         Time until, int most_rows) {
  std::vector<OperationBar> bars;
  for (std::size_t n = 0; n < operations.size(); ++n) {
    const Time begins{Duration{operations[n].begins}}, ends{Duration{operations[n].ends}};
    if (begins <= until) bars.push_back({n, begins, ends, 0, ends});
  }
  std::stable_sort(bars.begin(), bars.end(), [](const OperationBar& a, const OperationBar& b) {
    return a.begins < b.begins;
  });
  std::vector<OperationBar*> last_of_row;
  for (OperationBar& bar : bars) {
    auto row = std::find_if(last_of_row.begin(), last_of_row.end(),
                            [&](const OperationBar* last) { return last->ends <= bar.begins; });
    if (row == last_of_row.end() && static_cast<int>(last_of_row.size()) < most_rows)
      row = last_of_row.insert(row, nullptr);
    if (row == last_of_row.end())
      row = std::min_element(
          last_of_row.begin(), last_of_row.end(),
          [](const OperationBar* a, const OperationBar* b) { return a->ends < b->ends; });
    if (*row) (*row)->label_ends = std::min((*row)->label_ends, bar.begins);
    bar.row = static_cast<int>(row - last_of_row.begin());
    *row = &bar;
  }
  return bars;
}

int rows_of(std::span<const OperationBar> bars) {
  int rows = 1;
  for (const OperationBar& bar : bars) rows = std::max(rows, bar.row + 1);
  return rows;
}

}  // namespace cordon::viz
