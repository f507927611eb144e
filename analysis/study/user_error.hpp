#pragma once

#include <stdexcept>

namespace cordon {

/// What the user asked for cannot be done as it was asked; `what()` is one line that says why.
struct UserError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The user has asked for a stop, and it is no error.
struct Interrupted {};

}  // namespace cordon
