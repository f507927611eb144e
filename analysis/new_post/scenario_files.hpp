#pragma once

// A scenario of a planner's posts: a commented file and its tables.

#include "analysis/new_post/post.hpp"

namespace cordon::new_post {

/// What a scenario is to show of the posts.
struct ScenarioFrame {
  std::string name;            ///< of its file, without ".toml"
  double start = 0;            ///< hours since 1970, UTC, whole
  double hours = 168;          ///< how long it runs
  std::string counts, queues;  ///< where the data come from, as the planner named them
  bool queues_only = false;    ///< no lines but those whose queue was seen, and no observed queues
};

/// Names of files, and what is in them. The queues that it begins with are those that were seen
/// last by the start, or first after it.
[[nodiscard]] std::map<std::string, std::string> scenario_files(const Post& post,
                                                                const PostFit& fit,
                                                                const ScenarioFrame& frame);

}  // namespace cordon::new_post
