#pragma once

// Sessions on a small border on which nearly everything that may change makes a difference.

#include "analysis/exercise/script.hpp"

namespace cordon::testing {

inline SessionSpec two_days() {
  SessionSpec spec;
  spec.scenario = CORDON_SOURCE_DIR "/tests/laws/data/everything_may_change.toml";
  spec.set = {{"length", {"\"2 d\""}}, {"warm_up", {"\"0 h\""}}};
  return spec;
}

inline Session played_session(const SessionSpec& spec) { return session_of(spec, "session.toml"); }

inline InjectSpec inject(Duration at, const std::string& text) {
  InjectSpec made;
  made.at = Instant{std::nullopt, at};
  made.text = text;
  return made;
}

}  // namespace cordon::testing
