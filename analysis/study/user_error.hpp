#pragma once

#include <stdexcept>

namespace cordon {

/// What the user asked for cannot be done as it was asked; `what()` is one line that says why.
struct UserError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace cordon
