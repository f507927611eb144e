#pragma once

// The files a scenario is made of: read once, kept with their bytes, named as the user named them.

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/problem.hpp"

namespace cordon {

/// A file that was read for a scenario.
struct InputFile {
  std::string name;       ///< as the user named it, or relative to the file that names it
  std::string copied_as;  ///< what the resolved scenario calls it: "inputs/queues.csv"; "" for TOML
  std::string bytes;
};

namespace format {

/// Reads files and remembers them, each once.
class Files {
 public:
  /// Reads a file as UTF-8 text, without its byte order mark.
  ///
  /// @param named  relative to the directory of `from`, unless absolute
  /// @param from   the name of the file that names it; "" for the working directory
  /// @return the file, or nullptr with the reason in `fault` (and, when the fault lies at a byte,
  ///         its place in `fault_position`)
  const InputFile* open(const std::filesystem::path& named, const std::string& from);

  /// Says under which name copies are kept, and gives that name.
  const std::string& copy_name(const InputFile& file);

  std::string fault;
  FilePosition fault_position;

  /// All that was read, in the order of reading. Nothing can be opened after it.
  [[nodiscard]] std::vector<InputFile> take_all();

 private:
  std::map<std::string, std::size_t> by_identity_;
  std::map<std::string, std::filesystem::path> directories_;  ///< of the files, by their names
  std::vector<std::unique_ptr<InputFile>> files_;
};

/// The text of a file without its byte order mark.
[[nodiscard]] std::string_view text_of(const InputFile& file);

/// How a file is called that `from` names: "scenarios/a.toml" naming "../b.csv" gives "b.csv".
[[nodiscard]] std::string display_name(const std::filesystem::path& named, const std::string& from);

/// The place of a byte in a text.
[[nodiscard]] FilePosition position_in(std::string_view text, std::size_t byte,
                                       const std::string& file);

}  // namespace format
}  // namespace cordon
