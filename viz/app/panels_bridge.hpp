#pragma once

// Lets Dear ImGui, which draws the panels, hear the keys and the mouse of an SFML window, and draw
// on whatever SFML draws on.

#include <SFML/Graphics/RenderTarget.hpp>
#include <SFML/Window/Event.hpp>
#include <array>
#include <vector>

#include "viz/hud/fonts.hpp"

namespace cordon::viz {

/// There is one at a time; an SFML window or texture must be active while it lives.
class PanelsBridge {
 public:
  /// @param text_scale  1: text of 15 pixels
  explicit PanelsBridge(double text_scale);
  ~PanelsBridge();
  PanelsBridge(const PanelsBridge&) = delete;
  PanelsBridge& operator=(const PanelsBridge&) = delete;

  void hear(const sf::Event& event);
  /// Begins a picture of so many pixels; panels may be made from here on.
  void begin(sf::Vector2u size, float seconds_since_last);
  /// Draws what was made since `begin`.
  void draw(sf::RenderTarget& target);
  [[nodiscard]] const Fonts& fonts() const { return fonts_; }
  void scale_text(double text_scale);

  /// The keys, or the mouse, are meant for a panel.
  [[nodiscard]] bool wants_keys() const;
  [[nodiscard]] bool wants_mouse() const;

 private:
  Fonts fonts_;
  std::array<bool, 3> down_{}, pressed_{};  // buttons of the mouse
  std::vector<int> released_;               // keys, since the last picture
};

}  // namespace cordon::viz
