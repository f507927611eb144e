#pragma once

// What a planner has: a table of counts, and a table of queues over time.

#include <map>
#include <string>
#include <vector>

#include "analysis/forecast/line_key.hpp"
#include "analysis/forecast/series.hpp"
#include "analysis/forecast/week.hpp"
#include "sim/scenario/format/files.hpp"

namespace cordon::new_post {

using forecast::LineKey;
using forecast::Observation;
using forecast::PostClock;
using forecast::Series;
using forecast::WeekTable;

/// Vehicles counted on some days.
struct Count {
  std::chrono::sys_days first{}, end{};  ///< days by the local calendar; `end` is the day after
  double vehicles = 0;
};

struct PlannerData {
  std::vector<std::string> crossings;            ///< names, as the counts first have them
  std::map<std::string, std::string> labels;     ///< what the files call each crossing
  std::map<LineKey, std::vector<Count>> counts;  ///< in order of time
  std::map<LineKey, Series> queues;
  std::vector<std::string> not_read;  ///< columns
};

/// Reads both tables. A table has the columns `crossing` and `vehicles`, and may have `direction`
/// (entry, exit; entry when there is no such column) and `vehicle_class` (lorry, or truck, car,
/// bus; lorry when there is none). Counts have `date` (2026-04-15) for a day, or `month` (2026-04,
/// or 4 beside a column `year`) for a month. Queues have `time`: ISO 8601, by `clock` when it has
/// no offset; an empty cell of `vehicles` is a queue that was not seen. Rows may be in any order;
/// other columns are not read.
///
/// @throws ScenarioError  with every problem
[[nodiscard]] PlannerData read_planner_files(const std::string& counts, const std::string& queues,
                                             const PostClock& clock);

/// Vehicles a day: the mean of the last 28 days or more that were counted before a day, or, when
/// none were, of the first 28.
struct DailyMean {
  double vehicles = 0;
  std::chrono::sys_days first{}, end{};  ///< when they were counted
  bool is_later = false;                 ///< they were counted after it
};
/// @param counts  at least one, in order of time
[[nodiscard]] DailyMean daily_mean(const std::vector<Count>& counts, std::chrono::sys_days before);

/// A name for a crossing: letters without their marks, in lower case, and digits; "_" for what is
/// in between. "" when there is no Latin letter or digit.
[[nodiscard]] std::string plain_name(std::string_view label);

}  // namespace cordon::new_post
