#pragma once

// Countries and roads: what does not change, drawn once for each view and kept as a picture.

#include <SFML/Graphics/RenderTexture.hpp>
#include <SFML/Graphics/VertexBuffer.hpp>
#include <optional>
#include <vector>

#include "viz/scene/camera.hpp"
#include "viz/scene/colour.hpp"
#include "viz/scene/country_names.hpp"
#include "viz/scene/geography.hpp"
#include "viz/scene/outlines.hpp"

namespace cordon::viz {

[[nodiscard]] inline sf::Color sf_colour(Colour c) { return {c.red, c.green, c.blue, c.alpha}; }

class MapLayer {
 public:
  MapLayer(const std::vector<Ring>& rings, const Geography& geography);
  /// Into the part of the target that the camera shows it in.
  void draw(sf::RenderTarget& target, const Camera& camera, const Theme& theme);
  /// Of what was drawn last.
  [[nodiscard]] const std::vector<CountryName>& countries() const { return countries_; }

 private:
  void colour(const Theme& theme);
  void draw_roads(const Camera& camera, const Theme& theme);
  void redraw(sf::Vector2u size, const Camera& camera, const Theme& theme);

  // Points are told from here, so that single precision is enough when near.
  Point origin_;
  std::vector<sf::Vertex> land_, coast_;
  std::vector<Road> roads_;
  double most_vehicles_ = 0;  // a day, on one of them
  std::vector<Ring> rings_;
  std::vector<CountryName> countries_;
  std::vector<std::size_t> land_ends_;  // by ring: where its vertices end
  std::vector<bool> is_known_;          // by ring: its country is in the scenario
  sf::VertexBuffer land_buffer_{sf::Triangles, sf::VertexBuffer::Static},
      coast_buffer_{sf::Lines, sf::VertexBuffer::Static};
  sf::RenderTexture picture_;
  std::optional<Camera> drawn_for_;
  const Theme* drawn_with_ = nullptr;
};

}  // namespace cordon::viz
