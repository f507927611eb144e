#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/sections.hpp"

/// What all pages have in common: head and foot, style, scripts and charts.
namespace cordon {

[[nodiscard]] PageText list_of(const std::vector<std::string>& items);

/// That what is told is a simulation.
void add_notice(bool invented_operation, PageText& page);

/// The page, filled in, and its charts with what they draw.
/// @param form  a template of page/
[[nodiscard]] std::string framed(PageText page, std::string_view form,
                                 const nlohmann::json& charts);

}  // namespace cordon
