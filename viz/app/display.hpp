#pragma once

#include <string>

namespace cordon::viz {

/// SFML ends the program where there is no display, so it is tried before.
/// @return one line that says what is missing; "" when all is well
[[nodiscard]] std::string missing_display();

}  // namespace cordon::viz
