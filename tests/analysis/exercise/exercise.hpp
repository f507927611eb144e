#pragma once

// Exercises on a small border on which nearly everything that may change makes a difference.

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/exercise/decide.hpp"
#include "analysis/results/trace_csv.hpp"

namespace cordon::testing {

/// A folder of one test, gone after it.
class ExerciseFolder {
 public:
  ExerciseFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "cordon_inject_XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~ExerciseFolder() { std::filesystem::remove_all(path_); }
  ExerciseFolder(const ExerciseFolder&) = delete;
  ExerciseFolder& operator=(const ExerciseFolder&) = delete;

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

inline const std::string border =
    std::string(CORDON_SOURCE_DIR) + "/tests/laws/data/everything_may_change.toml";

/// Three days of it, with an operation that has given its orders.
inline std::vector<Override> three_days() {
  return {{"length", "3 d", {}},
          {"warm_up", "0 h", {}},
          {"operation.plan",
           "{ crossings = ['north'], start = '60 h', length = '12 h', notice = '24 h', "
           "selection_multiplier = 2 }",
           {}}};
}

inline Script script_with(const std::string& injects) {
  const ExerciseFolder folder;
  return read_script(border, three_days(), folder.write("exercise.toml", injects));
}

/// What happened before a moment, and all of it, as CSV.
struct Rows {
  std::string before, all;
};

inline Rows rows_of(const Script& script, const Played& played, Duration moment) {
  const ExerciseFolder folder;
  const auto file = folder / "trace.zst";
  {
    std::ofstream out(file, std::ios::binary);
    (void)observe(script, played, {.seed = 1, .replication = 1}, [&](std::string_view bytes) {
      out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    });
  }
  Rows rows;
  trace::Reader table(file);
  write_trace_csv(table, true, [&](std::string_view bytes) { rows.all += bytes; });
  std::size_t end = rows.all.find("\r\n") + 2;
  trace::Reader reader(file);
  for (trace::Row row; reader.next(row) && row.time < moment.count();)
    end = rows.all.find("\r\n", end) + 2;
  rows.before = rows.all.substr(0, end);
  return rows;
}

/// The first line in which two tables are not alike; "" where all are.
inline std::string first_difference(const std::string& a, const std::string& b) {
  std::istringstream one(a), other(b);
  for (std::string x, y;;) {
    const bool more = !!std::getline(one, x), others = !!std::getline(other, y);
    if (!more && !others) return "";
    if (more != others || x != y) return (more ? x : "end") + "\nand\n" + (others ? y : "end");
  }
}

/// One line for each problem, without the name of the file.
inline std::string problems_of(const std::function<void()>& read) {
  try {
    read();
  } catch (const ScenarioError& error) {
    std::string lines;
    for (const Problem& p : error.problems)
      lines += std::to_string(p.position.line) + ": " + p.path + ": " + p.message + '\n';
    return lines;
  }
  return "";
}

}  // namespace cordon::testing
