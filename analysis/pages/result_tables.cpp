#include "analysis/pages/result_tables.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

#include "analysis/study/user_error.hpp"
#include "analysis/text/shell_word.hpp"
#include "sim/scenario/format/csv.hpp"

namespace cordon::pages {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

[[noreturn]] void refuse(const std::string& folder, const std::string& why) {
  throw UserError(folder + ": " + why);
}

json read_json(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return json::parse(in, nullptr, false);
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The text of HTML that our own page has escaped.
std::string unescaped(std::string text) {
  static constexpr std::array<std::pair<const char*, const char*>, 5> marks = {
      {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}}};
  for (const auto& [escaped, plain] : marks)
    for (std::size_t at = 0; (at = text.find(escaped, at)) != std::string::npos; ++at)
      text.replace(at, std::char_traits<char>::length(escaped), plain);
  return text;
}

std::string answer_of(const fs::path& report) {
  static const std::string opening = "<p class=\"answer\">";
  const std::string page = bytes_of(report);
  const std::size_t from = page.find(opening);
  if (from == std::string::npos) return "";
  const std::size_t to = page.find("</p>", from);
  if (to == std::string::npos) return "";
  return unescaped(page.substr(from + opening.size(), to - from - opening.size()));
}

void read_manifest(const json& manifest, ResultFolderRead& found) {
  found.version = manifest.value("cordon", "");
  found.seed = manifest.value("seed", std::uint64_t{0});
  found.replications = manifest.value("replications", std::uint64_t{0});
  found.interrupted = manifest.value("status", "complete") == "interrupted";
  const auto words = manifest.value("command", std::vector<std::string>{});
  for (const std::string& word : words)
    found.command += (found.command.empty() ? "" : " ") + shell_word(word);
  if (words.size() > 1) found.kind = words[1];
  for (const json& scenario : manifest.value("scenarios", json::array())) {
    found.scenarios.push_back(scenario.value("name", ""));
    const fs::path file =
        (found.place / scenario.value("folder", ".") / "scenario.toml").lexically_normal();
    if (std::error_code error; fs::exists(file, error))
      found.scenario_files.push_back(file.string());
  }
}

}  // namespace

const std::string& ResultTable::text(const std::vector<std::string>& row,
                                     std::string_view column) const {
  static const std::string none;
  const auto found = std::find(columns.begin(), columns.end(), column);
  return found == columns.end() ? none : row[static_cast<std::size_t>(found - columns.begin())];
}

double ResultTable::number(const std::vector<std::string>& row, std::string_view column) const {
  const std::string& said = text(row, column);
  double value = std::numeric_limits<double>::quiet_NaN();
  std::from_chars(said.data(), said.data() + said.size(), value);
  return value;
}

std::optional<ResultTable> ResultFolderRead::table(const std::string& file) const {
  std::error_code error;
  if (!fs::exists(place / file, error)) return std::nullopt;
  const InputFile input{shown + '/' + file, "", bytes_of(place / file)};
  Problems problems;
  const auto parsed = format::parse_csv(input, problems);
  if (!parsed || !problems.empty()) refuse(shown, file + " is no table of cordon's");
  ResultTable table;
  for (const auto& cell : parsed->header) table.columns.push_back(cell.text);
  for (const auto& cells : parsed->rows) {
    auto& row = table.rows.emplace_back();
    for (const auto& cell : cells) row.push_back(cell.text);
  }
  return table;
}

ResultFolderRead read_results(const std::string& folder) {
  ResultFolderRead found;
  found.shown = folder;
  found.place = folder;
  std::error_code error;
  if (!fs::is_directory(found.place, error)) refuse(folder, "is no folder");
  try {
    const json manifest = read_json(found.place / "manifest.json");
    if (!manifest.is_object() || !manifest.contains("cordon"))
      refuse(folder, "holds no results of cordon; expected a manifest.json that says what it is");
    read_manifest(manifest, found);
    const json package = read_json(found.place / "datapackage.json");
    if (package.is_object()) found.title = package.value("title", "");
  } catch (const json::exception&) {
    refuse(folder, "has a manifest.json that is not cordon's");
  }
  if (found.title.empty()) found.title = found.place.lexically_normal().filename().string();
  found.answer = answer_of(found.place / "report.html");
  return found;
}

}  // namespace cordon::pages
