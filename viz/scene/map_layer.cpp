#include "viz/scene/map_layer.hpp"

#include <SFML/Graphics/RectangleShape.hpp>
#include <SFML/Graphics/Sprite.hpp>
#include <SFML/Graphics/View.hpp>
#include <cmath>
#include <stdexcept>

#include "viz/scene/road_style.hpp"

namespace cordon::viz {
namespace {

sf::Vector2f single(Point p) { return {static_cast<float>(p.x), static_cast<float>(p.y)}; }

// Where a processor draws, a picture of 1600 by 900 pixels takes as long as some 12,000 corners.
constexpr std::size_t enough_for_a_picture = 12'000;

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

Box box_of(const std::vector<Point>& points) {
  Box box;
  for (const Point p : points) box.include(p);
  return box;
}

// Pixels are counted as in the whole target, of which only this part is drawn on.
sf::View view_of(const Box& box, sf::Vector2u target) {
  const sf::Vector2f corner = single(box.low), size = single(box.size());
  const auto width = static_cast<float>(target.x), height = static_cast<float>(target.y);
  sf::View view(sf::FloatRect(corner, size));
  view.setViewport({corner.x / width, corner.y / height, size.x / width, size.y / height});
  return view;
}

}  // namespace

MapLayer::MapLayer(const std::vector<Ring>& rings, const Geography& geography)
    : roads_(geography.roads), rings_(rings) {
  for (const Ring& ring : rings) {
    boxes_.push_back(box_of(ring.points));
    is_known_.push_back(geography.countries.contains(code_of_country(ring.country)));
  }
  for (const Road& road : roads_) most_vehicles_ = std::max(most_vehicles_, road.vehicles_per_day);
}

void MapLayer::lay_out_land(const Ring& ring, const Camera& camera, Colour colour) {
  for (std::size_t c = 0; c + 2 < ring.corners.size(); c += 3) {
    Box box;
    Point corners[3];
    for (std::size_t i = 0; i < 3; ++i)
      box.include(corners[i] = camera.to_screen(ring.points[ring.corners[c + i]]));
    if (!box.overlaps(camera.view())) continue;
    for (const Point p : corners) land_.append(sf::Vertex(single(p), sf_colour(colour)));
  }
}

// Of points that fall on one pixel one is enough.
void MapLayer::lay_out_coast(const Ring& ring, const Camera& camera, Colour colour) {
  Point from = camera.to_screen(ring.points.back());
  for (const Point& point : ring.points) {
    const Point to = camera.to_screen(point);
    const bool is_last = &point == &ring.points.back();
    if (!is_last && std::abs(to.x - from.x) < 0.7 && std::abs(to.y - from.y) < 0.7) continue;
    if (const auto part = clipped(from, to, camera.view()))
      for (const Point p : {part->first, part->second})
        coast_.append(sf::Vertex(single(p), sf_colour(colour)));
    from = to;
  }
}

void MapLayer::lay_out_roads(const Camera& camera, const Theme& theme) {
  const double density = density_of(roads_, camera);
  for (const Road& road : roads_) {
    const auto part =
        clipped(camera.to_screen(road.from), camera.to_screen(road.to), camera.view());
    if (!part) continue;
    const RoadStyle style = style_of(road, most_vehicles_, density);
    add_band(*part, style, sf_colour(theme.road.with_alpha(style.alpha)), bands_);
  }
}

void MapLayer::lay_out(const Camera& camera, const Theme& theme) {
  land_.clear();
  coast_.clear();
  bands_.clear();
  const Box seen{camera.to_world(camera.view().low), camera.to_world(camera.view().high)};
  for (std::size_t r = 0; r < rings_.size(); ++r) {
    if (!boxes_[r].overlaps(seen)) continue;
    lay_out_land(rings_[r], camera, is_known_[r] ? theme.land : theme.other_land);
    lay_out_coast(rings_[r], camera, theme.coast);
  }
  lay_out_roads(camera, theme);
  countries_ = countries_in_view(rings_, camera);
  laid_out_for_ = camera;
  laid_out_with_ = &theme;
}

void MapLayer::draw_shapes(sf::RenderTarget& target) const {
  target.draw(land_, sf::BlendNone);
  target.draw(coast_, sf::BlendNone);
  target.draw(bands_);
}

void MapLayer::keep_picture(sf::Vector2u size, const Theme& theme) {
  if (picture_.getSize() != size && !picture_.create(size.x, size.y))
    throw std::runtime_error("the graphics card has no room for a picture of the map");
  picture_.clear(sf_colour(theme.sea));
  draw_shapes(picture_);
  picture_.display();
}

bool MapLayer::is_worth_a_picture() const {
  return land_.getVertexCount() + coast_.getVertexCount() + bands_.getVertexCount() >
         enough_for_a_picture;
}

void MapLayer::draw(sf::RenderTarget& target, const Camera& camera, const Theme& theme) {
  const bool is_new = laid_out_for_ != camera || laid_out_with_ != &theme;
  if (is_new) lay_out(camera, theme);
  if (is_worth_a_picture()) {
    if (is_new || picture_.getSize() != target.getSize()) keep_picture(target.getSize(), theme);
    const sf::Vector2i corner(single(camera.view().low)), size(single(camera.view().size()));
    sf::Sprite sprite(picture_.getTexture(), {corner, size});
    sprite.setPosition(sf::Vector2f(corner));
    return target.draw(sprite, sf::BlendNone);
  }
  const sf::View whole = target.getView();
  target.setView(view_of(camera.view(), target.getSize()));
  sf::RectangleShape sea(single(camera.view().size()));
  sea.setPosition(single(camera.view().low));
  sea.setFillColor(sf_colour(theme.sea));
  target.draw(sea, sf::BlendNone);
  draw_shapes(target);
  target.setView(whole);
}

}  // namespace cordon::viz
