#include "analysis/report/frame.hpp"

#include <fmt/format.h>

#include "analysis/report/page.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

/// JSON that no text in it can end early: a name may well be "</script>".
std::string inside_script(const json& value) {
  std::string text = value.dump(-1, ' ', true, json::error_handler_t::replace);
  for (std::size_t at = 0; (at = text.find('<', at)) != std::string::npos;) {
    text.replace(at, 1, "\\u003c");
  }
  return text;
}

data part(std::string_view form) {
  return data(kainjow::mustache::partial([form] { return std::string(form); }));
}

}  // namespace

PageText list_of(const std::vector<std::string>& items) {
  data list{data::type::list};
  for (const std::string& item : items) list << data(item);
  return list;
}

void add_notice(bool invented_operation, PageText& page) {
  page["notice_title"] =
      invented_operation ? "A simulation of an invented operation." : "A simulation.";
  page["notice"] = fmt::format(
      "{} in it are fictional. Places and traffic may be real, but nothing here describes {}the "
      "strengths or weaknesses of a real post.",
      invented_operation ? "The operation and the criminal groups" : "The criminal groups",
      invented_operation ? "a real operation, or " : "");
}

std::string framed(PageText page, std::string_view form, const json& charts) {
  page["head"] = part(page::head);
  page["start"] = part(page::start);
  page["section"] = part(page::section);
  page["foot"] = part(page::foot);
  page["change_table"] = part(page::change_table);
  page["css"] = std::string(page::css);
  page["echarts"] = std::string(page::echarts);
  page["scripts"] =
      std::string(page::time_script) + std::string(page::mark_script) + std::string(page::script);
  page["data"] = inside_script(charts);
  kainjow::mustache::mustache whole{std::string(form)};
  return whole.render(page);
}

}  // namespace cordon
