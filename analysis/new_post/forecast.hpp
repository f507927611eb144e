#pragma once

// Rolling forecasts by scenarios that are made anew at each origin, of what was seen before it.

#include <filesystem>
#include <span>

#include "analysis/forecast/rolling.hpp"
#include "analysis/new_post/post.hpp"
#include "analysis/new_post/scenario_files.hpp"

namespace cordon::new_post {

using forecast::Forecasts;
using forecast::MeanQueues;

/// A line's mean queue in the scenario, and as it was seen at that time.
struct InSample {
  LineKey line;
  double observed = 0, simulated = 0;
};

/// The moments of forecasts: noon of each day by the post's clock, the last such that 7 days of
/// observations follow, and no more than `most`, of which the first has seen every queue in every
/// hour of the week.
[[nodiscard]] std::vector<double> origins_of(const Post& post, std::size_t most);

/// Makes a scenario ready to run, whose files are written to a folder that is made for it.
/// @throws ScenarioError, OutputError
[[nodiscard]] std::shared_ptr<const Setup> setup_of(const std::map<std::string, std::string>& files,
                                                    const std::string& name,
                                                    const std::filesystem::path& folder);

/// Of each origin, the scenario of the 7 days after it, as it could have been written then.
/// @param scratch  a folder for their files
[[nodiscard]] std::vector<std::shared_ptr<const Setup>> forecast_setups(
    const Post& post, const std::vector<double>& origins, const std::filesystem::path& scratch);

/// @param simulated  by origin
[[nodiscard]] Forecasts judge_forecasts(const Post& post, const std::vector<double>& origins,
                                        std::span<const MeanQueues> simulated);

/// Lines whose counts at one of the origins were of a later time.
[[nodiscard]] std::set<LineKey> counted_later(const Post& post, const std::vector<double>& origins);

/// @param simulated  of the scenario in this frame
[[nodiscard]] std::vector<InSample> compare_in_sample(const Post& post, const ScenarioFrame& frame,
                                                      const MeanQueues& simulated);

}  // namespace cordon::new_post
