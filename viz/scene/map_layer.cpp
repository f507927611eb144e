#include "viz/scene/map_layer.hpp"

#include <SFML/Graphics/Sprite.hpp>
#include <SFML/Graphics/VertexArray.hpp>
#include <cmath>
#include <stdexcept>

#include "viz/scene/road_style.hpp"

namespace cordon::viz {
namespace {

sf::Vector2f single(Point p) { return {static_cast<float>(p.x), static_cast<float>(p.y)}; }

// Single precision has 24 bits: around the origin, with units of a ten-thousandth of the map, they
// are enough for the closest view.
constexpr double unit = 1e-4;

sf::Transform transform_of(const Camera& camera, Point origin) {
  const Point corner = camera.to_screen(origin);
  sf::Transform transform;
  transform.translate(single(corner));
  const auto scale = static_cast<float>(camera.scale() * unit);
  return transform.scale(scale, scale);
}

// A line as wide as its style says, in dashes if it has any.
void add_band(const std::pair<Point, Point>& line, const RoadStyle& style, sf::Color colour,
              sf::VertexArray& bands) {
  const Point along = line.second - line.first;
  const double length = std::hypot(along.x, along.y);
  if (length == 0) return;
  const Point across = Point{-along.y, along.x} * (style.width / 2 / length);
  const double step = style.dash > 0 ? style.dash + style.gap : length;
  for (double at = 0; at < length; at += step) {
    const double end = style.dash > 0 ? std::min(at + style.dash, length) : length;
    const Point from = between(line.first, line.second, at / length);
    const Point to = between(line.first, line.second, end / length);
    for (const Point p : {from + across, to + across, to - across, from - across})
      bands.append(sf::Vertex(single(p), colour));
  }
}

void fill(sf::VertexBuffer& buffer, const std::vector<sf::Vertex>& vertices) {
  if (vertices.empty()) return;  // a plan has no countries
  if (!buffer.create(vertices.size()) || !buffer.update(vertices.data()))
    throw std::runtime_error("the map does not fit into the memory of the graphics card");
}

}  // namespace

MapLayer::MapLayer(const std::vector<Ring>& rings, const Geography& geography)
    : origin_(geography.extent().centre()), roads_(geography.roads), rings_(rings) {
  const auto at = [&](Point p) { return single((p - origin_) * (1 / unit)); };
  for (const Ring& ring : rings) {
    for (const std::uint32_t c : ring.corners) land_.emplace_back(at(ring.points[c]));
    for (std::size_t i = 0; i < ring.points.size(); ++i) {
      coast_.emplace_back(at(ring.points[i]));
      coast_.emplace_back(at(ring.points[(i + 1) % ring.points.size()]));
    }
    land_ends_.push_back(land_.size());
    is_known_.push_back(geography.countries.contains(code_of_country(ring.country)));
  }
  for (const Road& road : roads_) most_vehicles_ = std::max(most_vehicles_, road.vehicles_per_day);
}

void MapLayer::colour(const Theme& theme) {
  std::size_t vertex = 0;
  for (std::size_t r = 0; r < land_ends_.size(); ++r)
    for (; vertex < land_ends_[r]; ++vertex)
      land_[vertex].color = sf_colour(is_known_[r] ? theme.land : theme.other_land);
  for (sf::Vertex& v : coast_) v.color = sf_colour(theme.coast);
  fill(land_buffer_, land_);
  fill(coast_buffer_, coast_);
}

void MapLayer::redraw(sf::Vector2u size, const Camera& camera, const Theme& theme) {
  if (&theme != drawn_with_) colour(theme);
  if (picture_.getSize() != size && !picture_.create(size.x, size.y))
    throw std::runtime_error("the graphics card has no room for a picture of the map");
  picture_.clear(sf_colour(theme.sea));
  const sf::RenderStates states(transform_of(camera, origin_));
  picture_.draw(land_buffer_, states);
  picture_.draw(coast_buffer_, states);
  draw_roads(camera, theme);
  picture_.display();
  countries_ = countries_in_view(rings_, camera);
}

void MapLayer::draw_roads(const Camera& camera, const Theme& theme) {
  const double density = density_of(roads_, camera);
  sf::VertexArray bands(sf::Quads);
  for (const Road& road : roads_) {
    const auto part =
        clipped(camera.to_screen(road.from), camera.to_screen(road.to), camera.view());
    if (!part) continue;
    const RoadStyle style = style_of(road, most_vehicles_, density);
    add_band(*part, style, sf_colour(theme.road.with_alpha(style.alpha)), bands);
  }
  picture_.draw(bands);
}

void MapLayer::draw(sf::RenderTarget& target, const Camera& camera, const Theme& theme) {
  const bool is_drawn = drawn_for_ && *drawn_for_ == camera && drawn_with_ == &theme &&
                        picture_.getSize() == target.getSize();
  if (!is_drawn) redraw(target.getSize(), camera, theme);
  drawn_for_ = camera;
  drawn_with_ = &theme;
  const sf::Vector2i corner(single(camera.view().low)), size(single(camera.view().size()));
  sf::Sprite sprite(picture_.getTexture(), {corner, size});
  sprite.setPosition(sf::Vector2f(corner));
  target.draw(sprite, sf::BlendNone);
}

}  // namespace cordon::viz
