#pragma once

#include <string>

namespace cordon {

/// A word as a shell reads it back.
[[nodiscard]] std::string shell_word(const std::string& word);

}  // namespace cordon
