#pragma once

// Sessions and exercises as files: what is written reads as the same structs.

#include <filesystem>
#include <string>

#include "analysis/exercise/spec.hpp"

namespace cordon {

[[nodiscard]] std::string toml_of(const ExerciseSpec& exercise);
[[nodiscard]] std::string toml_of(const SessionSpec& session);

/// Writes a session; the file is the old one or the new one, and never half of either.
/// @throws OutputError
void save_session(const std::filesystem::path& file, const SessionSpec& session);

}  // namespace cordon
