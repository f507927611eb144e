#include "viz/scene/post_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "analysis/text/numbers.hpp"
#include "viz/hud/knowledge_search.hpp"
#include "viz/scene/place_labels.hpp"
#include "viz/scene/projection.hpp"

namespace cordon::viz {
namespace {

constexpr double base_radius = 7, town_radius = 2.5, unseen_radius = 6;

/// A label with what it is written with.
struct Label {
  WantedLabel wanted;
  std::vector<std::string> lines;
  ImFont* font;
  Colour colour;
};

Point size_of_lines(ImFont* font, const std::vector<std::string>& lines) {
  Point size;
  for (const std::string& line : lines) {
    size.x = std::max(size.x, size_of(font, line).x);
    size.y += font->FontSize;
  }
  return size;
}

/// Whether the place whose knowledge is shown sees this post: it is its own.
bool is_seen(std::size_t n, const Picture& picture) {
  return picture.knower == trace::nobody || picture.header().crossings[n].place == picture.knower;
}

// Of another post a place knows the finds that it was told of, and nothing else.
std::string told_text(std::size_t n, const Picture& picture) {
  const int told = picture.known ? picture.known->told[n] : 0;
  if (told == 0) return picture.words.not_told;
  return fmt::format("{} {}", text::number(told, 0),
                     told == 1 ? picture.words.find_told_of : picture.words.told_of_finds);
}

std::vector<std::string> lines_of_post(std::size_t n, const Picture& picture) {
  const Post& post = picture.geography.posts[n];
  if (!is_seen(n, picture)) return {post.label, told_text(n, picture)};
  if (post.base && post.sector_km2 > 0)
    return {post.label, fmt::format("{}, {} km²", picture.words.green_border,
                                    text::number(post.sector_km2, 0))};
  if (post.base) return {post.label};
  const PostNow& now = picture.posts[n];
  const bool waits = now.waiting() > 0;
  std::string state = fmt::format("{} {}", text::number(waits ? now.waiting() : now.inside, 0),
                                  waits ? picture.words.waiting : picture.words.inside);
  const Heat heat = heat_of(n, picture);
  if (!heat.text.empty() && (waits || picture.heat_map != HeatMap::wait)) state += ", " + heat.text;
  return {post.label, state};
}

double radius_of_post(const Post& post, const PostNow& now) {
  return post.base ? base_radius : radius_of(now.waiting()) + (now.operations > 0 ? 5 : 0);
}
double radius_of_post(std::size_t n, const Picture& picture) {
  if (!is_seen(n, picture)) return unseen_radius;
  return radius_of_post(picture.geography.posts[n], picture.posts[n]);
}

void draw_base(const Pen& pen, Point at, const Theme& theme) {
  const Box box = box_around(at, base_radius * 0.8, base_radius * 0.8);
  pen.fill(box, theme.panel);
  pen.frame(box, theme.border_guard, 2);
}

// Hatched: nothing is known of its queue.
void draw_unseen(const Pen& pen, Point at, const Theme& theme) {
  const Box box = box_around(at, unseen_radius * 0.75, unseen_radius * 0.75);
  pen.fill(box, theme.panel);
  pen.hatch(box, theme.closed, 3);
  pen.frame(box, theme.closed, 1);
}

void draw_post(const Pen& pen, std::size_t n, const Picture& picture, const Camera& camera) {
  const Point at = camera.to_screen(picture.geography.posts[n].at);
  if (!is_seen(n, picture)) return draw_unseen(pen, at, picture.theme);
  if (picture.geography.posts[n].base) return draw_base(pen, at, picture.theme);
  const Heat heat = heat_of(n, picture);
  std::optional<Colour> fill;
  if (heat.step) fill = colour_of_step(picture.heat_map, *heat.step, picture.theme);
  draw_disc_of_post(pen, at, radius_of_post(n, picture), picture.posts[n], fill, picture.theme);
}

bool is_selected(std::size_t n, const Picture& picture) {
  const auto* const post = std::get_if<CrossingIndex>(&picture.selected);
  return post && post->value == n;
}

// Who has more to show chooses a place for its label first; what is selected before all.
std::vector<std::size_t> in_order_of_weight(const Picture& picture) {
  std::vector<std::size_t> order(picture.geography.posts.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto weight = [&](std::size_t n) {
      return is_selected(n, picture) ? 1 << 30 : picture.posts[n].waiting();
    };
    return weight(a) > weight(b);
  });
  return order;
}

Label label_of_post(std::size_t n, const Picture& picture, const Camera& camera) {
  const auto lines = lines_of_post(n, picture);
  ImFont* const font = picture.fonts.plain;
  return {{camera.to_screen(picture.geography.posts[n].at), radius_of_post(n, picture),
           size_of_lines(font, lines)},
          lines,
          font,
          is_seen(n, picture) ? picture.theme.text : picture.theme.dim_text};
}

Label label_of_town(const Town& town, const Picture& picture, const Camera& camera) {
  ImFont* const font = picture.fonts.small;
  return {{camera.to_screen(town.at), town_radius, size_of(font, town.label)},
          {town.label},
          font,
          picture.theme.dim_text};
}

// Only where its land has room for it.
std::optional<Label> label_of_country(const CountryName& country, const Picture& picture) {
  ImFont* const font = picture.fonts.plain;
  const Point size = size_of(font, country.name);
  if (country.room.x < size.x * 1.1 || country.room.y < size.y * 1.5) return std::nullopt;
  return Label{
      {country.at, 0, size, true}, {country.name}, font, picture.theme.dim_text.with_alpha(220)};
}

double kilometres(double pixels, const Camera& camera) {
  return pixels * kilometres_per_unit(camera.centre()) / camera.scale();
}

// A hatched round of the size of its area: the trace does not say which way it stretches.
void draw_green_border(const Pen& pen, const Post& post, const Picture& picture,
                       const Camera& camera) {
  const Point at = camera.to_screen(post.at);
  const double km_a_pixel = kilometres(1, camera);
  const double radius = std::max(std::sqrt(post.sector_km2 / 3.14159) / km_a_pixel, 14.0);
  pen.hatch_disc(at, radius, picture.theme.border_guard.with_alpha(150), 5);
  pen.ring(at, radius, picture.theme.border_guard, 1);
}

void draw_labels(const Pen& pen, const std::vector<Label>& labels, const Camera& camera,
                 const Theme& theme, std::vector<Box> taken) {
  std::vector<WantedLabel> wanted;
  for (const Label& label : labels) wanted.push_back(label.wanted);
  const auto placed = place_labels(wanted, camera.view(), std::move(taken));
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!placed[i]) continue;
    Point at = *placed[i];
    const Label& label = labels[i];
    const bool has_ground = !label.wanted.centred;
    if (has_ground)
      pen.fill({at - Point{2, 0}, at + label.wanted.size + Point{2, 1}},
               theme.land.with_alpha(165));
    for (const std::string& line : label.lines) {
      has_ground ? pen.text(label.font, at, label.colour, line)
                 : pen.text(label.font, at, label.colour, line, theme.land.with_alpha(150));
      at.y += label.font->FontSize;
    }
  }
}

}  // namespace

double radius_of(int waiting) { return 5 + std::sqrt(std::clamp(waiting, 0, 4000)) * 0.45; }

void draw_disc_of_post(const Pen& pen, Point at, double radius, const PostNow& post,
                       std::optional<Colour> fill, const Theme& theme) {
  pen.disc(at, radius, fill.value_or(theme.panel));
  pen.ring(at, radius, theme.text, 1.5);
  if (post.operations > 0) {
    pen.ring(at, radius + 4, theme.operation, 2.5);
    pen.triangle(at + Point{-5, -radius - 13}, at + Point{5, -radius - 13},
                 at + Point{0, -radius - 5}, theme.operation);
  }
  if (post.first_lanes_open == 0) {
    const double arm = 4;
    pen.line(at - Point{arm, arm}, at + Point{arm, arm}, theme.trouble, 3);
    pen.line(at + Point{-arm, arm}, at + Point{arm, -arm}, theme.trouble, 3);
  }
}

void draw_posts(const Pen& pen, const Picture& picture, const Camera& camera,
                std::span<const CountryName> countries, std::vector<Box> taken) {
  std::vector<Label> labels;
  const auto order = in_order_of_weight(picture);
  for (const Post& post : picture.geography.posts)
    if (post.sector_km2 > 0) draw_green_border(pen, post, picture, camera);
  for (const Town& town : picture.geography.towns)
    pen.disc(camera.to_screen(town.at), town_radius, picture.theme.dim_text);
  for (const std::size_t n : order) {
    if (picture.geography.posts[n].base && !is_seen(n, picture)) continue;
    draw_post(pen, n, picture, camera);
    labels.push_back(label_of_post(n, picture, camera));
    if (is_selected(n, picture))
      pen.ring(labels.back().wanted.mark, labels.back().wanted.radius + 9, picture.theme.selected,
               2);
  }
  for (const Town& town : picture.geography.towns)
    labels.push_back(label_of_town(town, picture, camera));
  for (const CountryName& country : countries)
    if (const auto label = label_of_country(country, picture)) labels.push_back(*label);
  draw_labels(pen, labels, camera, picture.theme, std::move(taken));
}

std::optional<std::uint16_t> post_at(Point screen, const Geography& geography,
                                     const std::vector<PostNow>& posts, const Camera& camera) {
  std::optional<std::uint16_t> nearest;
  double least = 0;
  for (std::uint16_t n = 0; n < posts.size(); ++n) {
    const Point away = camera.to_screen(geography.posts[n].at) - screen;
    const double distance =
        std::hypot(away.x, away.y) - radius_of_post(geography.posts[n], posts[n]);
    if (distance > 6 || (nearest && distance >= least)) continue;
    nearest = n;
    least = distance;
  }
  return nearest;
}

}  // namespace cordon::viz
