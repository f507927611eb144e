#pragma once

// From files and overrides to one tree: extends, merging, `--set`.

#include <filesystem>
#include <optional>
#include <vector>

#include "sim/scenario/format/files.hpp"
#include "sim/scenario/format/section.hpp"

namespace cordon {

/// What `--set KEY=VALUE` says, or a file that changes another's values.
struct Override {
  std::string key;             ///< the path, as in the file: crossing.medyka.lanes
  std::string value;           ///< a TOML value or, failing that, bare text
  FilePosition position = {};  ///< where it says so; none: on the command line
};

namespace format {

/// Reads a file and what it extends, and puts the overrides on top. Tables are merged key by key,
/// and what is nearer to the user wins; a value, even one written as a table, is replaced as a
/// whole.
///
/// @return none when a file cannot be had or is no TOML
[[nodiscard]] std::optional<Node> load_document(const std::filesystem::path& path,
                                                const std::vector<Override>& overrides,
                                                const Section& section, Files& files,
                                                Problems& problems);

}  // namespace format
}  // namespace cordon
