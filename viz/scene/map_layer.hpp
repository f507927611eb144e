#pragma once

// Countries and roads: what does not change, laid out once for each view. A few shapes are drawn
// anew each time, which where a processor draws is sooner done than copying a picture of them; of
// very many, a picture is kept.

#include <SFML/Graphics/RenderTexture.hpp>
#include <SFML/Graphics/VertexArray.hpp>
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
  void lay_out(const Camera& camera, const Theme& theme);
  void lay_out_land(const Ring& ring, const Camera& camera, Colour colour);
  void lay_out_coast(const Ring& ring, const Camera& camera, Colour colour);
  void lay_out_roads(const Camera& camera, const Theme& theme);
  [[nodiscard]] bool is_worth_a_picture() const;
  void keep_picture(sf::Vector2u size, const Theme& theme);
  void draw_shapes(sf::RenderTarget& target) const;

  std::vector<Road> roads_;
  double most_vehicles_ = 0;  // a day, on one of them
  std::vector<Ring> rings_;
  std::vector<Box> boxes_;      // by ring: around it, on the map
  std::vector<bool> is_known_;  // by ring: its country is in the scenario

  // What is in view, in pixels.
  sf::VertexArray land_{sf::Triangles}, coast_{sf::Lines}, bands_{sf::Quads};
  std::vector<CountryName> countries_;
  std::optional<Camera> laid_out_for_;
  const Theme* laid_out_with_ = nullptr;
  sf::RenderTexture picture_;  // of them
};

}  // namespace cordon::viz
