#pragma once

#include <string>

#include "analysis/report/sections.hpp"
#include "analysis/result_page.hpp"

namespace cordon {

/// What page/section.html says of a section.
/// @param charts  of the page; those of the section are added
[[nodiscard]] PageText section_text(const PageSection& section, const std::string& id,
                                    nlohmann::json& charts);

}  // namespace cordon
