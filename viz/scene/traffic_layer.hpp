#pragma once

// Draws what is on the move: each by itself when near, flows by their volume when far.

#include <SFML/Graphics/RenderTarget.hpp>
#include <SFML/Graphics/VertexArray.hpp>

#include "viz/hud/pen.hpp"
#include "viz/hud/picture.hpp"
#include "viz/scene/traffic.hpp"

namespace cordon::viz {

/// Whether vehicles are drawn one by one: below 1.5 km a pixel.
[[nodiscard]] bool is_near(const Camera& camera);

class TrafficLayer {
 public:
  /// Vehicles as arrows: who enters is filled and of one colour, who leaves of another.
  void draw(sf::RenderTarget& target, const Traffic& traffic, const Camera& camera,
            const Theme& theme);

 private:
  void add(const Mover& mover, const Camera& camera, const Theme& theme);
  sf::VertexArray arrows_{sf::Triangles};
};

/// When far: bands along the ways, as wide as there are vehicles, with their number.
void draw_flows(const Pen& pen, const Traffic& traffic, const Picture& picture,
                const Camera& camera);
/// Teams, machines and messages under way; vessels, trains and flights with their load.
void draw_teams(const Pen& pen, const Traffic& traffic, const Picture& picture,
                const Camera& camera);

/// The team or vehicle that is drawn at a point of the screen.
[[nodiscard]] std::optional<Selected> mover_at(Point screen, const Traffic& traffic,
                                               const Camera& camera);

}  // namespace cordon::viz
