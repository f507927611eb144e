#pragma once

// What is wrong with a scenario, and where: every problem on a line of its own.

#include <initializer_list>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace cordon {

/// A place in a file. Line 0 stands for the file as a whole, or for an override (`--set KEY`).
struct FilePosition {
  std::shared_ptr<const std::string> file;  ///< as the user named it; none for a default
  int line = 0;
  int column = 0;

  /// "baseline.toml:14:9", "baseline.toml", "--set KEY", or "" for a default
  [[nodiscard]] std::string text() const;
};

/// The path of a parameter, with quotes where a name needs them: crossing."Rava, Ruska".lanes
[[nodiscard]] std::string path_of(std::initializer_list<std::string_view> keys);

/// One thing that is wrong.
struct Problem {
  FilePosition position;
  std::string path;     ///< of the parameter: crossing.medyka.lanes; "" when it concerns the file
  std::string message;  ///< what is wrong; what is expected

  /// One line: "baseline.toml:14:9: crossing.medyka.lanes: is 0; expected at least 1"
  [[nodiscard]] std::string text() const;
};

/// The user's input is wrong; `what()` has one line for each problem, by file and position.
class ScenarioError : public std::runtime_error {
 public:
  explicit ScenarioError(std::vector<Problem> found);
  std::vector<Problem> problems;
};

/// The problems found so far; no more than `most` are kept.
class Problems {
 public:
  static constexpr std::size_t most = 1000;

  void add(FilePosition position, std::string path, std::string message);
  /// Adds a problem at the place where `path`, or else what encloses it, was written.
  void at(const std::string& path, std::string message);

  /// Remembers that this file was read: problems are told in the order of reading, a scenario's
  /// own before those of what it extends, then those of other files (tables, overrides) by name.
  void reads(const std::string& file) { read_.push_back(file); }

  /// Remembers where a path was written, for `at`.
  void locate(const std::string& path, const FilePosition& position);

  [[nodiscard]] bool empty() const { return found_.empty(); }
  [[nodiscard]] bool full() const { return found_.size() >= most; }
  /// @throws ScenarioError  when there is any problem, in order of files and positions
  void throw_if_any() const;

 private:
  using Key = std::tuple<std::string, int, int, std::string, std::string>;
  [[nodiscard]] bool told_before(const Problem& a, const Problem& b) const;

  std::vector<Problem> found_;
  std::vector<std::string> read_;
  std::set<Key> seen_;
  std::map<std::string, FilePosition, std::less<>> positions_;
};

}  // namespace cordon
