#pragma once

#include <optional>

#include "viz/app/settings.hpp"

namespace cordon::viz {

/// Reads the command line.
/// @return none when it only asked for help, which has been printed
/// @throws UserError  with one line that says what is wrong
[[nodiscard]] std::optional<Settings> parse_options(int argc, char** argv);

}  // namespace cordon::viz
