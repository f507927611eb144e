#include "analysis/report/section.hpp"

#include <fmt/format.h>

#include "analysis/report/chart_json.hpp"
#include "analysis/report/frame.hpp"
#include "analysis/report/mark_key.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

data cell_of(const PageCell& cell, const PageHeading& heading) {
  data said;
  said["label"] = heading.text;
  said["is_number"] = data(heading.is_number);
  said["text"] = if_any(cell.text);
  said["beside"] = cell.beside;
  return said;
}

data row_of(const std::vector<PageCell>& cells, const PageTable& table) {
  data row, others{data::type::list};
  row["text"] = cells.front().text;
  row["beside"] = cells.front().beside;
  for (std::size_t c = 1; c < cells.size(); ++c) others << cell_of(cells[c], table.headings[c]);
  row["cells"] = std::move(others);
  return row;
}

data table_of(const PageTable& table, const std::string& id) {
  data headings{data::type::list}, rows{data::type::list};
  for (const PageHeading& heading : table.headings) {
    data said;
    said["text"] = heading.text;
    said["is_number"] = data(heading.is_number);
    headings << said;
  }
  for (const auto& cells : table.rows) rows << row_of(cells, table);
  data said;
  said["id"] = id;
  said["caption"] = table.caption;
  said["folded"] = data(table.folded);
  said["headings"] = std::move(headings);
  said["rows"] = std::move(rows);
  return said;
}

data charts_of(const PageSection& section, json& charts) {
  data list{data::type::list};
  for (const PageChart& chart : section.charts) {
    data said;
    said["title"] = if_any(chart.title);
    said["is_plane"] =
        data(std::holds_alternative<PlaneChart>(chart.drawing) && !section.small_charts);
    said["chart"] = std::to_string(charts.size());
    charts.push_back(chart_json(chart));
    list << said;
  }
  return list;
}

}  // namespace

PageText section_text(const PageSection& section, const std::string& id, json& charts) {
  data said;
  said["id"] = id;
  said["heading"] = section.heading;
  said["brief"] = section.brief;
  said["is_part"] = data(section.brief.empty());
  said["emphasis"] = if_any(section.emphasis);
  said["words"] = list_of(section.words);
  said["has_key"] = data(!section.key.empty());
  said["key"] = mark_key(section.key);
  said["has_charts"] = data(!section.charts.empty());
  said["small_charts"] = data(section.small_charts);
  said["charts"] = charts_of(section, charts);
  data tables{data::type::list};
  for (std::size_t t = 0; t < section.tables.size(); ++t)
    tables << table_of(section.tables[t], fmt::format("{}-table-{}", id, t + 1));
  said["tables"] = std::move(tables);
  said["notes"] = list_of(section.notes);
  return said;
}

}  // namespace cordon
