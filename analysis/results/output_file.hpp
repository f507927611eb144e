#pragma once

// Files that are written whole, or the user is told why not.

#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "analysis/results/sha256.hpp"

namespace cordon {

/// Results cannot be written where they should go; `what()` is one line that says where and why.
struct OutputError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A new file, with the hash of what is written to it.
class OutputFile {
 public:
  /// @throws OutputError  as do all other functions
  explicit OutputFile(std::filesystem::path path);

  void write(std::string_view bytes);
  /// The bytes of another file.
  void append(const std::filesystem::path& other);
  /// All is written, or an error is thrown.
  /// @return SHA-256 of the bytes
  std::string close();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  [[noreturn]] void fail() const;
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::filesystem::path path_;
  std::unique_ptr<std::FILE, Close> file_;
  Sha256 hash_;
};

/// A file under a temporary name beside its place, where it comes when it is kept and not before;
/// one that was there is replaced.
class WholeFile {
 public:
  /// @throws OutputError  as do all other functions
  explicit WholeFile(std::filesystem::path place);
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  void write(std::string_view bytes) { file_->write(bytes); }
  void keep();

 private:
  std::filesystem::path place_, temporary_;
  std::unique_ptr<OutputFile> file_;
};

/// Writes at the end of a file, which is made if there is none.
/// @throws OutputError
void append_to_file(const std::filesystem::path& path, std::string_view bytes);

/// Makes a folder, unless it is there, in one that is: one that was given up on does not come back.
/// @throws OutputError
void make_folder(const std::filesystem::path& folder);

/// Writes a whole file.
/// @return SHA-256 of the bytes
std::string write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace cordon
