#include "viz/scene/map_layer.hpp"

#include <SFML/Graphics/Sprite.hpp>
#include <stdexcept>

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

void fill(sf::VertexBuffer& buffer, const std::vector<sf::Vertex>& vertices) {
  if (vertices.empty()) return;  // a plan has no countries
  if (!buffer.create(vertices.size()) || !buffer.update(vertices.data()))
    throw std::runtime_error("the map does not fit into the memory of the graphics card");
}

}  // namespace

MapLayer::MapLayer(const std::vector<Ring>& rings, const Geography& geography)
    : origin_(geography.extent().centre()) {
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
  for (const Road& road : geography.roads) {
    road_.emplace_back(at(road.from));
    road_.emplace_back(at(road.to));
  }
}

void MapLayer::colour(const Theme& theme) {
  std::size_t vertex = 0;
  for (std::size_t r = 0; r < land_ends_.size(); ++r)
    for (; vertex < land_ends_[r]; ++vertex)
      land_[vertex].color = sf_colour(is_known_[r] ? theme.land : theme.other_land);
  for (sf::Vertex& v : coast_) v.color = sf_colour(theme.coast);
  for (sf::Vertex& v : road_) v.color = sf_colour(theme.road);
  fill(land_buffer_, land_);
  fill(coast_buffer_, coast_);
  fill(road_buffer_, road_);
}

void MapLayer::redraw(sf::Vector2u size, const Camera& camera, const Theme& theme) {
  if (&theme != drawn_with_) colour(theme);
  if (picture_.getSize() != size && !picture_.create(size.x, size.y))
    throw std::runtime_error("the graphics card has no room for a picture of the map");
  picture_.clear(sf_colour(theme.sea));
  const sf::RenderStates states(transform_of(camera, origin_));
  picture_.draw(land_buffer_, states);
  picture_.draw(coast_buffer_, states);
  picture_.draw(road_buffer_, states);
  picture_.display();
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
