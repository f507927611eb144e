#pragma once

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include "analysis/comparison.hpp"

/// The sections of the page. Each fills in the part of the template that is its own; what draws
/// itself also leaves a chart, an entry of the list that the page's script goes through.
namespace cordon {

using PageText = kainjow::mustache::data;

void add_primary(const Comparison& comparison, PageText& page);
void add_traffic(const Comparison& comparison, PageText& page);
/// The scenarios on a plane of wait and interdiction, where there are these measures.
void add_trade_off(const Comparison& comparison, PageText& page, nlohmann::json& charts);
/// A map of where attempts, or on real maps traffic, have become more and fewer: of comparisons of
/// more than one crossing.
void add_displacement(const Comparison& comparison, PageText& page, nlohmann::json& charts);
void add_time_lost(const Comparison& comparison, PageText& page, nlohmann::json& charts);
void add_families(const Comparison& comparison, PageText& page, nlohmann::json& charts);
void add_queues(const Comparison& comparison, PageText& page, nlohmann::json& charts);
/// When the queues have got over their beginning, beside the warm-up, of scenarios that have one.
void add_settling(const Comparison& comparison, PageText& page, nlohmann::json& charts);
void add_debriefings(const Comparison& comparison, PageText& page);
/// Of a comparison with injects or bookmarks.
void add_after_action(const Comparison& comparison, PageText& page, nlohmann::json& charts);
/// The commands that show the moments where runs part, beside the answer.
void add_views(const Comparison& comparison, PageText& page);
void add_messages(const Comparison& comparison, PageText& page, nlohmann::json& charts);
void add_assumptions(const std::vector<AssumedParameter>& assumptions, PageText& page);

/// A section of the template that is not there without words: to it, an empty text is one too.
[[nodiscard]] PageText if_any(const std::string& words);

/// The dash pattern of scenario i (0: the baseline) in the keys, the same as in the charts.
[[nodiscard]] const char* dash_of(std::size_t scenario);

}  // namespace cordon
