#include "analysis/sweep/journal.hpp"

#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <limits>
#include <optional>
#include <utility>

#include "analysis/results/csv.hpp"

namespace cordon {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view end_of_line = "\r\n";
constexpr std::size_t fields_before_values = 6;

// The fields of one line, without their quotes.
std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool is_quote = line[i] == '"';
    if (is_quote && quoted && i + 1 < line.size() && line[i + 1] == '"')
      fields.back() += line[i++];
    else if (is_quote)
      quoted = !quoted;
    else if (line[i] == ',' && !quoted)
      fields.emplace_back();
    else
      fields.back() += line[i];
  }
  return fields;
}

template <class Number>
bool read_number(const std::string& text, Number& value) {
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  return error == std::errc{} && rest == end;
}

// A line is a row: what a failure says is told on one.
std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

[[noreturn]] void refuse(const fs::path& path, std::uint64_t line, const std::string& why) {
  throw OutputError(fmt::format("{}:{}: {}", path.string(), line, why));
}

// The next line that is whole, without its end.
bool next_line(std::ifstream& file, std::string& line) {
  if (!std::getline(file, line) || file.eof() || line.empty() || line.back() != '\r') return false;
  line.pop_back();
  return true;
}

}  // namespace

std::string RunColumns::header() const {
  CsvRows row(fields_before_values + measures.size());
  for (const char* name : {"replication", "design", "scenario", "seed", "status", "reason"})
    row.text(name);
  for (const std::string& measure : measures) row.text(measure);
  row.end_row();
  return row.bytes();
}

std::string RunColumns::line(const RunRow& row) const {
  CsvRows text(fields_before_values + measures.size());
  text.integer(row.id.replication).integer(row.id.design + 1).text(scenarios[row.id.scenario]);
  text.integer(seed).text(row.failure.empty() ? "done" : "failed").text(on_one_line(row.failure));
  for (std::size_t m = 0; m < measures.size(); ++m)
    text.number(row.failure.empty() ? row.values[m] : std::numeric_limits<double>::quiet_NaN());
  text.end_row();
  return text.bytes();
}

bool RunColumns::parse(const std::string& line, RunRow& row) const {
  const auto fields = fields_of(line);
  if (fields.size() != fields_before_values + measures.size()) return false;
  std::size_t design = 0;
  const auto scenario = std::find(scenarios.begin(), scenarios.end(), fields[2]);
  const bool failed = fields[4] == "failed";
  if (!read_number(fields[0], row.id.replication) || !read_number(fields[1], design) ||
      design == 0 || scenario == scenarios.end() || (!failed && fields[4] != "done"))
    return false;
  row.id.design = design - 1;
  row.id.scenario = static_cast<std::size_t>(scenario - scenarios.begin());
  row.failure = failed ? fields[5] : "";
  row.values.assign(measures.size(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t m = 0; m < measures.size(); ++m) {
    const std::string& text = fields[fields_before_values + m];
    if (!text.empty() && !read_number(text, row.values[m])) return false;
  }
  return true;
}

Journal::Journal(fs::path path, const RunColumns& columns) : path_(std::move(path)) {
  file_.reset(std::fopen(path_.c_str(), "ab"));
  if (!file_) fail();
  // Two that wrote it would tear each other's rows; a scheduler may start a task again while its
  // first life still ends.
  if (flock(fileno(file_.get()), LOCK_EX | LOCK_NB) != 0)
    throw OutputError(fmt::format("{}: is being written by another process", path_.string()));
  const std::string header = columns.header();
  std::uint64_t whole = 0;
  std::ifstream there(path_, std::ios::binary);
  std::string line;
  if (next_line(there, line)) {
    if (line + std::string(end_of_line) != header)
      refuse(path_, 1, "has other columns than the experiment; it is none of its journals");
    whole = header.size();
    for (; next_line(there, line); ++rows_) whole += line.size() + end_of_line.size();
  }
  if (ftruncate(fileno(file_.get()), static_cast<off_t>(whole)) != 0) fail();
  if (whole > 0) return;
  add(header);
  rows_ = 0;
}

void Journal::add(const std::string& line) {
  if (std::fwrite(line.data(), 1, line.size(), file_.get()) != line.size() ||
      std::fflush(file_.get()) != 0)
    fail();
  ++rows_;
}

void Journal::fail() const {
  throw OutputError(fmt::format("{}: cannot be written: {}", path_.string(), std::strerror(errno)));
}

RowReader::RowReader(fs::path path, const RunColumns& columns)
    : path_(std::move(path)), columns_(columns), file_(path_, std::ios::binary) {
  std::string line;
  if (!next_line(file_, line))
    throw OutputError(fmt::format("{}: cannot be read, or is empty", path_.string()));
  if (line + std::string(end_of_line) != columns.header())
    refuse(path_, 1, "has other columns than the experiment");
}

bool RowReader::next(RunRow& row) {
  std::string line;
  if (!next_line(file_, line)) return false;
  ++line_;
  if (!columns_.parse(line, row)) refuse(path_, line_, "is no run of the experiment");
  return true;
}

}  // namespace cordon
