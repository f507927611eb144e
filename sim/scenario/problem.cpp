#include "sim/scenario/problem.hpp"

#include <algorithm>

#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

constexpr std::size_t longest_place = 200;

std::string_view file_of(const FilePosition& position) {
  return position.file ? std::string_view{*position.file} : std::string_view{};
}

std::string lines_of(const std::vector<Problem>& problems) {
  std::string lines;
  for (const Problem& problem : problems) {
    if (!lines.empty()) lines += '\n';
    lines += problem.text();
  }
  return lines;
}

/// The path that encloses this one: everything before its last dot; "" at the top.
std::string enclosing(std::string_view path) {
  bool in_quotes = false;
  std::size_t last_dot = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '\\')
      ++i;
    else if (path[i] == '"')
      in_quotes = !in_quotes;
    else if (path[i] == '.' && !in_quotes)
      last_dot = i;
  }
  return std::string(path.substr(0, last_dot));
}

}  // namespace

std::string FilePosition::text() const {
  std::string where{file_of(*this)};
  if (line > 0) where += ':' + std::to_string(line) + ':' + std::to_string(column);
  return where;
}

std::string path_of(std::initializer_list<std::string_view> keys) {
  std::string path;
  for (const std::string_view key : keys) path = format::join_path(path, key);
  return path;
}

std::string Problem::text() const {
  const std::string where = position.text();
  std::string line = format::printable(where, longest_place);
  const bool path_is_said = where == "--set " + path;
  for (const std::string& part :
       {path_is_said ? "" : format::printable(path, longest_place), message}) {
    if (!part.empty()) line += (line.empty() ? "" : ": ") + part;
  }
  return line;
}

ScenarioError::ScenarioError(std::vector<Problem> found)
    : std::runtime_error(lines_of(found)), problems(std::move(found)) {}

void Problems::add(FilePosition position, std::string path, std::string message) {
  if (full()) return;
  const bool is_new =
      seen_.emplace(std::string(file_of(position)), position.line, position.column, path, message)
          .second;
  if (is_new) found_.push_back({std::move(position), std::move(path), std::move(message)});
}

void Problems::at(const std::string& path, std::string message) {
  std::string known = path;
  while (!known.empty() && !positions_.contains(known)) known = enclosing(known);
  const auto found = positions_.find(known);
  add(found == positions_.end() ? FilePosition{} : found->second, path, std::move(message));
}

void Problems::locate(const std::string& path, const FilePosition& position) {
  positions_.insert_or_assign(path, position);
}

bool Problems::told_before(const Problem& a, const Problem& b) const {
  const auto key = [this](const Problem& problem) {
    const FilePosition& position = problem.position;
    const auto file = file_of(position);
    const auto rank = std::find(read_.begin(), read_.end(), file) - read_.begin();
    return std::tuple(rank, file, position.line, position.column, std::string_view{problem.path});
  };
  return key(a) < key(b);
}

void Problems::throw_if_any() const {
  if (found_.empty()) return;
  std::vector<Problem> sorted = found_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [this](const Problem& a, const Problem& b) { return told_before(a, b); });
  if (full()) {
    sorted.push_back({{}, "", std::to_string(most) + " problems or more; no more are shown"});
  }
  throw ScenarioError(std::move(sorted));
}

}  // namespace cordon
