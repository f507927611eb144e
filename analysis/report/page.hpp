#pragma once

#include <string_view>

/// The parts of the report's page that do not depend on what is reported. They are the files in
/// page/ and echarts/, copied into the program when it is built, so that `cordon` needs no files
/// beside it.
namespace cordon::page {

extern const std::string_view html;          ///< page/report.html, a mustache template
extern const std::string_view change_table;  ///< page/change_table.html, a part of it
extern const std::string_view css;           ///< page/report.css
extern const std::string_view time_script;   ///< page/time_charts.js, charts of lost time
extern const std::string_view script;        ///< page/report.js
extern const std::string_view echarts;       ///< echarts/echarts.min.js

}  // namespace cordon::page
