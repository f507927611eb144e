#include "analysis/report/result_page.hpp"

#include <fmt/format.h>

#include <utility>

#include "analysis/report/frame.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/section.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

void add_ends(const ResultPage& result, PageText& page) {
  page["title"] = result.title;
  page["version"] = result.version;
  page["answer"] = result.answer;
  page["facts"] = list_of(result.facts);
  page["has_warnings"] = data(!result.warnings.empty());
  page["warnings"] = list_of(result.warnings);
  page["method"] = list_of(result.method);
  page["commands"] = list_of(result.commands);
  add_assumptions(result.assumptions, page);
  add_notice(true, page);
}

}  // namespace

std::string render_page(const ResultPage& result) {
  PageText page;
  json charts = json::array();
  add_ends(result, page);
  data sections{data::type::list}, contents{data::type::list};
  for (std::size_t s = 0; s < result.sections.size(); ++s) {
    data section = section_text(result.sections[s], fmt::format("part-{}", s + 1), charts);
    if (!result.sections[s].brief.empty()) contents << section;
    sections << section;
  }
  page["sections"] = std::move(sections);
  page["contents"] = std::move(contents);
  return framed(std::move(page), page::result,
                {{"scenarios", json::array()},
                 {"variants", json::array()},
                 {"operations", json::array()},
                 {"charts", std::move(charts)}});
}

}  // namespace cordon
