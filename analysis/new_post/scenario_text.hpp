#pragma once

#include "analysis/new_post/built_line.hpp"
#include "analysis/new_post/scenario_files.hpp"

namespace cordon::new_post {

/// The scenario file: what the tables beside it do not say, with comments. What nobody has measured
/// has a source that begins with "assumed".
[[nodiscard]] std::string scenario_text(const Post& post, const ScenarioFrame& frame,
                                        const std::vector<BuiltLine>& lines);

}  // namespace cordon::new_post
