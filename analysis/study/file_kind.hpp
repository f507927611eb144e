#pragma once

#include <string>

namespace cordon {

/// What a file is, with those that it extends; `other`: it cannot be read, and reading it says why.
enum class FileKind { scenario, experiment, exercise, session, other };

[[nodiscard]] FileKind kind_of_file(const std::string& file);

}  // namespace cordon
