#pragma once

#include <string_view>

/// The parts of the pages that do not depend on what is reported. They are the files in page/ and
/// echarts/, copied into the program when it is built, so that `cordon` needs no files beside it.
namespace cordon::page {

extern const std::string_view html;          ///< page/report.html, a mustache template: comparisons
extern const std::string_view result;        ///< page/result.html, another: all other results
extern const std::string_view head;          ///< page/head.html, a part of both
extern const std::string_view start;         ///< page/start.html, the same
extern const std::string_view section;       ///< page/section.html, the same
extern const std::string_view foot;          ///< page/foot.html, the same
extern const std::string_view change_table;  ///< page/change_table.html, a part of the first
extern const std::string_view css;           ///< page/report.css
extern const std::string_view time_script;   ///< page/time_charts.js, charts of lost time
extern const std::string_view mark_script;   ///< page/mark_charts.js, rows and planes of marks
extern const std::string_view script;        ///< page/report.js
extern const std::string_view echarts;       ///< echarts/echarts.min.js

}  // namespace cordon::page
