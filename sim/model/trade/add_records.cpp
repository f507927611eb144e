#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "sim/model/make_setup.hpp"
#include "sim/scenario/lines_by_place.hpp"

namespace cordon {
namespace {

class RecordsBuilder {
 public:
  explicit RecordsBuilder(Setup& setup)
      : setup_(setup), s_(setup.scenario), lines_(setup.scenario) {
    for (std::size_t l = 0; l < setup.lines.size(); ++l)
      index_of_.emplace(setup.lines[l].name, nth<LineIndex>(l));
  }

  void build() {
    setup_.records.rows.reserve(s_.arrival.size());
    for (const ArrivalRow& row : s_.arrival) add(row);
    sort();
    add_times();
  }

 private:
  void add(const ArrivalRow& said) {
    const auto* line = lines_.find(said);
    RecordedArrival& row = setup_.records.rows.emplace_back();
    row.at = said.time.in_run(s_.start);
    row.first = vehicles_;
    row.count = static_cast<std::uint32_t>(said.count);
    vehicles_ += row.count;
    row.line = index_of_.at(line->first);
    row.vehicle_class = class_of(said, line->second);
    row.flow = setup_.flow_of(row.vehicle_class, line->second.direction);
    if (said.patience) row.patience = *said.patience;
    if (said.travellers) row.travellers = static_cast<std::uint16_t>(*said.travellers);
    if (said.empty) row.empty = *said.empty ? 1 : 0;
    if (said.aeo) row.aeo = *said.aeo ? 1 : 0;
    if (!said.priority.empty()) row.priority = rank(said.priority);
  }

  // "ordinary" comes after all others.
  [[nodiscard]] std::uint8_t rank(const std::string& priority) const {
    const auto& all = setup_.priorities;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const PrioritySetup& p) { return p.name == priority; });
    return static_cast<std::uint8_t>(found - all.begin());
  }

  void sort() {
    Records& records = setup_.records;
    records.order.resize(setup_.crossings.size());
    for (std::uint32_t r = 0; r < records.rows.size(); ++r)
      records.order[setup_.lines[records.rows[r].line.value].crossing.value].push_back(r);
    for (auto& rows : records.order)
      std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        return records.rows[a].at < records.rows[b].at;
      });
  }

  void add_times() {
    if (s_.service.empty()) return;
    std::unordered_map<std::string_view, std::uint32_t> row_of;
    row_of.reserve(s_.arrival.size());
    for (std::uint32_t r = 0; r < s_.arrival.size(); ++r)
      if (!s_.arrival[r].id.empty()) row_of.emplace(s_.arrival[r].id, r);
    std::vector<std::uint32_t> rows;
    for (const ServiceRow& service : s_.service) rows.push_back(row_of.at(service.id));
    Records& records = setup_.records;
    records.first_time.assign(s_.arrival.size() + 1, 0);
    for (const std::uint32_t row : rows) ++records.first_time[row + 1];
    std::partial_sum(records.first_time.begin(), records.first_time.end(),
                     records.first_time.begin());
    records.times.resize(s_.service.size());
    auto next = records.first_time;
    for (std::size_t n = 0; n < rows.size(); ++n)
      records.times[next[rows[n]]++] = {s_.service[n].time, order_of(rows[n], s_.service[n].stage)};
  }

  [[nodiscard]] int order_of(std::uint32_t row, const std::string& stage) const {
    const LineSetup& line = setup_.lines[setup_.records.rows[row].line.value];
    const std::string& crossing = setup_.crossings[line.crossing.value].name;
    return s_.layout.at(s_.crossing.at(crossing).layout).stage.at(stage).order;
  }

  Setup& setup_;
  const Scenario& s_;
  LinesByPlace lines_;
  std::unordered_map<std::string_view, LineIndex> index_of_;
  std::uint32_t vehicles_ = 0;
};

}  // namespace

void add_records(Setup& setup) {
  RecordsBuilder(setup).build();
  // The rows are what is needed of them from here on.
  setup.scenario.arrival.clear();
  setup.scenario.service.clear();
}

}  // namespace cordon
