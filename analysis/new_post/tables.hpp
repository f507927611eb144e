#pragma once

// The tables of a scenario of a planner's posts, as CSV.

#include "analysis/new_post/built_line.hpp"

namespace cordon::new_post {

[[nodiscard]] std::string links_table(const std::vector<BuiltLine>& lines);
[[nodiscard]] std::string volumes_table(const std::vector<BuiltLine>& lines);
/// Of each class and direction with a line that is not booked.
[[nodiscard]] std::string profiles_table(const PostFit& fit, const std::vector<BuiltLine>& lines);
/// One for each line, since nobody goes elsewhere; but for booked queues that share their lorries.
[[nodiscard]] std::string flows_table(const Post& post, const std::vector<BuiltLine>& lines);
[[nodiscard]] std::string teams_table(const std::vector<BuiltLine>& lines);
[[nodiscard]] std::string bookings_table(const std::vector<BuiltLine>& lines);
[[nodiscard]] std::string release_table(const std::vector<BuiltLine>& lines);
[[nodiscard]] std::string observed_table(const Post& post, const std::vector<BuiltLine>& lines);

/// Officers of a shift at each crossing, one for each lane that is manned, and customs officers for
/// the checks beside the lanes, assumed.
inline constexpr int second_line_officers = 8;
inline constexpr int shifts_a_day = 3;

/// No trailing zeros, so that the same tables come from every machine.
[[nodiscard]] std::string decimals(double value, int digits = 3);

/// "counted from 2026-04-01 to 2026-04-30".
[[nodiscard]] std::string source_of(const DailyMean& volume);

}  // namespace cordon::new_post
