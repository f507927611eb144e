#pragma once

// What the selected crossing or desk knew: vehicles there and announced, and all that it was told
// or has found out.

#include <optional>

#include "viz/hud/picture.hpp"
#include "viz/playback/knowledge.hpp"

namespace cordon::viz {

class KnowledgePanel {
 public:
  /// Into the current panel.
  void draw(const Picture& picture, Wish& wish);

 private:
  void draw_kinds(const Knowledge& known, const Picture& picture);
  void draw_learnt(const Knowledge& known, const Picture& picture, Wish& wish) const;
  std::optional<Learnt::Kind> only_;  // shown alone
};

}  // namespace cordon::viz
