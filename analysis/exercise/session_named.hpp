#pragma once

#include <optional>

#include "analysis/exercise/script.hpp"

namespace cordon {

/// A session, or one of its branches, as the user named it.
struct SessionNamed {
  Session session;
  std::string branch;  ///< "": none was named
};

/// @param said  "session.toml", or "session.toml:night" where there is no file of that name
/// @return none: it is no session
/// @throws ScenarioError  with every problem of the file
/// @throws UserError      it has no such branch
[[nodiscard]] std::optional<SessionNamed> session_named(const std::string& said);

}  // namespace cordon
