#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/report/sections.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;

constexpr std::size_t long_list = 12;
// On paper some 20 stand on a page: what fills more than five is there for who unfolds it.
constexpr std::size_t too_long_for_paper = 100;

std::string subject_of(const std::string& path) { return path.substr(0, path.find_first_of(".[")); }

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

std::string left_out_on_paper(
    const std::map<std::string, std::vector<const AssumedParameter*>>& subjects) {
  std::vector<std::string> counts;
  for (const auto& [subject, parameters] : subjects)
    counts.push_back(fmt::format("{} {}", subject, parameters.size()));
  return fmt::format("The list is left out on paper unless it is unfolded. By subject: {}.",
                     fmt::join(counts, ", "));
}

data row_of(const AssumedParameter& a) {
  data row;
  row["path"] = a.path;
  row["value"] = a.value;
  row["source"] = a.source;
  row["meaning"] = a.meaning;
  row["words"] = lower_case(a.path + " " + a.value + " " + a.source + " " + a.meaning);
  return row;
}

}  // namespace

void add_assumptions(const std::vector<AssumedParameter>& assumptions, PageText& page) {
  std::map<std::string, std::vector<const AssumedParameter*>> subjects;
  for (const AssumedParameter& a : assumptions) subjects[subject_of(a.path)].push_back(&a);
  data groups{data::type::list};
  for (const auto& [subject, parameters] : subjects) {
    data rows{data::type::list};
    for (const AssumedParameter* a : parameters) rows << row_of(*a);
    data group;
    group["subject"] = subject;
    group["count"] = std::to_string(parameters.size());
    group["rows"] = std::move(rows);
    groups << group;
  }
  const std::size_t count = assumptions.size();
  page["has_assumptions"] = data(count > 0);
  page["assumptions_long"] = data(count > long_list);
  page["assumptions_on_paper"] = data(count <= too_long_for_paper);
  page["assumptions_left_out"] = left_out_on_paper(subjects);
  page["assumption_groups"] = std::move(groups);
  page["assumptions_summary"] = text::counted(count, "assumed parameter");
  page["assumptions_intro"] =
      count == 0 ? "Every parameter of these scenarios states a source; none is assumed."
                 : fmt::format(
                       "Nobody has measured the {} below; their values are "
                       "assumed. Before relying on the answer, change those you doubt and "
                       "run it again.",
                       text::counted(count, "parameter"));
}

}  // namespace cordon
