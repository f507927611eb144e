#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "sim/scenario/check/check.hpp"
#include "sim/scenario/lines_by_place.hpp"

namespace cordon {
namespace {

/// Rows by the id that they have.
using RowsById = std::unordered_map<std::string_view, std::uint32_t>;

/// Each has a number of 32 bits.
constexpr std::int64_t most_vehicles = 1'000'000'000;

std::string where(const ArrivalRow& row) {
  return row.line.empty() ? fmt::format("crossing '{}'", row.crossing)
                          : fmt::format("line '{}'", row.line);
}

bool has_flow(const Scenario& s, Direction d, VehicleClass c) {
  return std::any_of(s.flow.begin(), s.flow.end(), [&](const auto& flow) {
    return flow.second.direction == d && flow.second.vehicle_class == c;
  });
}

class ArrivalCheck {
 public:
  ArrivalCheck(const Scenario& scenario, Problems& problems)
      : s_(scenario), problems_(problems), lines_(scenario) {
    for (std::size_t i = 0; i < has_flow_.size(); ++i)
      has_flow_[i] = has_flow(s_, static_cast<Direction>(i / vehicle_classes),
                              static_cast<VehicleClass>(i % vehicle_classes));
  }

  void check_rows() {
    rows_.reserve(s_.arrival.size());
    bool any_in_run = s_.arrival.empty();
    std::int64_t vehicles = 0;
    for (std::uint32_t r = 0; r < s_.arrival.size() && !problems_.full(); ++r) {
      const ArrivalRow& row = s_.arrival[r];
      const Time at = row.time.in_run(s_.start);
      any_in_run |= at < start_of_run + s_.length;
      vehicles += row.count;
      if (at < start_of_run)
        add(row.at, "arrival.time", "lies before the start of the run; expected one after it");
      if (!row.id.empty() && !rows_.emplace(row.id, r).second)
        add(row.at, "arrival.id",
            fmt::format("is '{}' as in line {}; expected an id of its own", row.id,
                        s_.arrival[rows_.at(row.id)].at.line));
      check_line(row);
    }
    if (vehicles > most_vehicles)
      problems_.at("arrival",
                   fmt::format("has {} vehicles; expected at most {}", vehicles, most_vehicles));
    if (!any_in_run)
      problems_.at("arrival", "has no row before the end of the run; expected times within it");
  }

  void check_services() {
    std::vector<std::tuple<std::uint32_t, int, std::uint32_t>> seen;  // row, stage, service
    for (std::uint32_t n = 0; n < s_.service.size() && !problems_.full(); ++n) {
      const ServiceRow& service = s_.service[n];
      const auto row = rows_.find(service.id);
      if (row == rows_.end()) {
        add(service.at, "service.id",
            fmt::format("is '{}'; expected the id of a row of `arrival`", service.id));
      } else if (const StageSpec* stage = stage_of(s_.arrival[row->second], service)) {
        seen.emplace_back(row->second, stage->order, n);
      }
    }
    std::sort(seen.begin(), seen.end());
    for (std::size_t i = 1; i < seen.size() && !problems_.full(); ++i)
      if (std::get<0>(seen[i - 1]) == std::get<0>(seen[i]) &&
          std::get<1>(seen[i - 1]) == std::get<1>(seen[i]))
        check_twice(s_.service[std::get<2>(seen[i])]);
  }

 private:
  void add(const FilePosition& at, const char* path, std::string message) {
    problems_.add(at, path, std::move(message));
  }

  void check_line(const ArrivalRow& row) {
    if (row.line.empty() && (row.crossing.empty() || !row.direction || !row.vehicle_class))
      return add(row.at, "arrival.line",
                 "is missing; expected it, or `crossing`, `direction` and `vehicle_class`");
    if (!row.line.empty() && (!row.crossing.empty() || row.direction))
      return add(row.at, "arrival.crossing",
                 "stands beside a line, which has its own; expected one of them");
    const auto* line = lines_.find(row);
    if (line == nullptr)
      return add(row.at, "arrival.crossing",
                 fmt::format("{} has no line for {} {}; expected one that has", where(row),
                             name_of(*row.vehicle_class), name_of(*row.direction)));
    const VehicleClass c = class_of(row, line->second);
    if (!line->second.serves(c))
      return add(row.at, "arrival.vehicle_class",
                 fmt::format("is {}, which {} does not serve; expected one that it does",
                             name_of(c), where(row)));
    if (!has_flow_[static_cast<std::size_t>(line->second.direction) * vehicle_classes +
                   static_cast<std::size_t>(c)])
      add(row.at, "arrival.line",
          fmt::format("has {} of direction {}, which no flow has; expected a flow with laws for "
                      "what the row leaves open",
                      name_of(c), name_of(line->second.direction)));
  }

  const StageSpec* stage_of(const ArrivalRow& row, const ServiceRow& service) {
    const auto* line = lines_.find(row);
    if (line == nullptr) return nullptr;  // said before
    const std::string& layout = s_.crossing.at(line->second.crossing).layout;
    const auto& stages = s_.layout.at(layout).stage;
    const auto stage = stages.find(service.stage);
    if (stage != stages.end()) return &stage->second;
    add(service.at, "service.stage",
        fmt::format("is '{}'; expected a stage of layout '{}', that of crossing '{}'",
                    service.stage, layout, line->second.crossing));
    return nullptr;
  }

  void check_twice(const ServiceRow& service) {
    add(service.at, "service.stage",
        fmt::format("is '{}' for '{}' a second time; expected one row for each stage",
                    service.stage, service.id));
  }

  const Scenario& s_;
  Problems& problems_;
  LinesByPlace lines_;
  std::array<bool, directions * vehicle_classes> has_flow_{};
  RowsById rows_;
};

}  // namespace

void check_arrivals(const Scenario& scenario, Problems& problems) {
  ArrivalCheck check(scenario, problems);
  check.check_rows();
  check.check_services();
}

}  // namespace cordon
