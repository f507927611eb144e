#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "sim/scenario/check/check.hpp"
#include "sim/scenario/lines_by_place.hpp"
#include "sim/scenario/timetable.hpp"

namespace cordon {
namespace {

/// Of one crossing.
constexpr int most_berths = 10'000;

void check_schedule(const std::string& name, const LotSpec& lot, Problems& problems) {
  const int given = lot.every.has_value() + !lot.timetable.empty() + lot.rate_per_hour.has_value();
  if (given != 1)
    problems.at(path_of({"lot", name}),
                fmt::format("has {} of `every`, `timetable` and `rate`; expected one", given));
  for (const std::string& entry : lot.timetable)
    if (!timetable_entry(entry))
      problems.at(path_of({"lot", name, "timetable"}),
                  fmt::format("'{}' is not a time; expected one such as \"Mon 06:30\", or "
                              "\"06:30\" for every day",
                              entry));
}

// Units need lanes for them, and a flow whose laws say what they are like.
void check_units(const std::string& name, const LotSpec& lot, const LinesByPlace& lines,
                 const Scenario& s, Problems& problems) {
  const std::string& crossing = s.terminal.at(lot.terminal).crossing;
  if (lines.find(crossing, lot.direction, lot.vehicle_class) == nullptr)
    problems.at(path_of({"lot", name, "terminal"}),
                fmt::format("is at crossing '{}', which has no line for {} of direction {}; "
                            "expected one",
                            crossing, name_of(lot.vehicle_class), name_of(lot.direction)));
  const bool flow = std::any_of(s.flow.begin(), s.flow.end(), [&](const auto& entry) {
    return entry.second.direction == lot.direction &&
           entry.second.vehicle_class == lot.vehicle_class;
  });
  if (!flow)
    problems.at(path_of({"lot", name, "vehicle_class"}),
                fmt::format("is {} of direction {}, which no flow has; expected a flow with the "
                            "laws of its units",
                            name_of(lot.vehicle_class), name_of(lot.direction)));
}

}  // namespace

void check_lots(const Scenario& scenario, Problems& problems) {
  std::map<std::string, int> berths;
  for (const auto& [name, terminal] : scenario.terminal)
    if ((berths[terminal.crossing] += terminal.berths) > most_berths)
      problems.at(path_of({"terminal", name, "berths"}),
                  fmt::format("brings the berths of crossing '{}' to {}; expected at most {}",
                              terminal.crossing, berths[terminal.crossing], most_berths));
  const LinesByPlace lines(scenario);
  for (const auto& [name, lot] : scenario.lot) {
    check_schedule(name, lot, problems);
    check_units(name, lot, lines, scenario, problems);
  }
}

}  // namespace cordon
