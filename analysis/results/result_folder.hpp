#pragma once

// The folder of results: filled under a temporary name, and in its place only when complete.

#include <filesystem>
#include <mutex>
#include <set>
#include <string>

#include "analysis/results/output_file.hpp"

namespace cordon {

/// What a folder may have beside the files that every folder of results may have.
struct FolderKind {
  std::set<std::string> files;      ///< names
  std::string chosen_by = "--out";  ///< how the user says where it shall be
};

class ResultFolder {
 public:
  /// Makes an empty folder beside the place of the results.
  ///
  /// @param place  where the results shall be
  /// @param force  results that are there already may be replaced; other things never are
  /// @throws OutputError  when the place is taken, or nothing can be written beside it
  ResultFolder(std::filesystem::path place, bool force, FolderKind kind = {});
  /// Removes what was written, unless it was kept.
  ~ResultFolder();
  ResultFolder(const ResultFolder&) = delete;
  ResultFolder& operator=(const ResultFolder&) = delete;

  /// Where to write until then.
  [[nodiscard]] const std::filesystem::path& path() const { return temporary_; }
  [[nodiscard]] const std::filesystem::path& place() const { return place_; }

  /// Puts the folder in its place.
  /// @throws OutputError  when that cannot be done; the folder is then left under its temporary
  ///                      name, which the message says
  void keep();
  /// Removes what was written, unless it was kept; from any thread.
  void discard();

 private:
  std::filesystem::path shown_, place_, temporary_;  ///< shown_: the place as the user named it
  std::mutex keeping_;
  bool force_;
  FolderKind kind_;
  bool kept_ = false;
};

}  // namespace cordon
