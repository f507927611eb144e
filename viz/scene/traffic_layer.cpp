#include "viz/scene/traffic_layer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/text/numbers.hpp"
#include "viz/scene/map_layer.hpp"
#include "viz/scene/projection.hpp"

namespace cordon::viz {
namespace {

constexpr double length = 9, half_width = 3.4;  // of an arrow, pixels
constexpr double team_half = 5;

sf::Vector2f corner(Point p) { return {single(p.x), single(p.y)}; }

Box with_rim(const Box& view, double rim) {
  return {view.low - Point{rim, rim}, view.high + Point{rim, rim}};
}

// Its two sides keep to the right of the road, so that both directions are seen.
Point on_its_side(Point at, Point heading) { return at + Point{-heading.y, heading.x} * 4; }

const std::string& authority_of(const Trip& trip, const trace::Header& header) {
  return header.crossings[trip.what].crews[trip.detail].authority;
}

void draw_team(const Pen& pen, Point at, const Mover& mover, const Picture& picture) {
  const Theme& theme = picture.theme;
  const std::string& authority = authority_of(mover.trip, picture.header());
  const Colour colour = authority == "customs"        ? theme.customs
                        : authority == "border_guard" ? theme.border_guard
                                                      : theme.others;
  const Box box = box_around(at, team_half, team_half);
  authority == "customs" ? pen.disc(at, team_half + 1, colour) : pen.fill(box, colour);
  pen.frame(box_around(at, team_half + 1, team_half + 1), theme.text, 1);
  pen.text(picture.fonts.small, at + Point{9, -7}, theme.text, std::to_string(mover.trip.number),
           theme.sea.with_alpha(150));
}

void draw_machine(const Pen& pen, Point at, const Mover& mover, const Picture& picture) {
  pen.frame(box_around(at, team_half, team_half), picture.theme.text, 2);
  pen.text(picture.fonts.small, at + Point{9, -7}, picture.theme.text,
           picture.header().equipment[mover.trip.what], picture.theme.sea.with_alpha(150));
}

// An envelope.
void draw_mail(const Pen& pen, Point at, const Theme& theme) {
  const Box box = box_around(at, 6, 4);
  pen.fill(box, theme.panel);
  pen.frame(box, theme.text, 1);
  pen.line(box.low, at + Point{0, 1}, theme.text);
  pen.line({box.high.x, box.low.y}, at + Point{0, 1}, theme.text);
}

// Side by side below their post when they are at berths, one below the other off it when they wait.
Point place_of_lot(Point at, const Mover& mover) {
  if (mover.trip.kind == Trip::Kind::lot_waits) return at + Point{0, 14.0 * mover.rank};
  if (mover.trip.kind == Trip::Kind::lot_berthed) return at + Point{-22, 10 + 14.0 * mover.rank};
  return at;
}

// A hull with its bow ahead, a train or flight as a bar; filled while it brings its load.
void draw_lot(const Pen& pen, Point at, const Mover& mover, const Picture& picture) {
  const Theme& theme = picture.theme;
  const bool is_loaded = mover.trip.kind != Trip::Kind::lot_goes;
  const Colour colour = is_loaded ? theme.entry : theme.exit;
  const Point along = mover.heading, across{-along.y, along.x};
  const auto corner = [&](double ahead, double aside) {
    return vec(at + along * ahead + across * aside);
  };
  const double bow = mover.by_sea ? 11 : 8;
  const ImVec2 hull[] = {corner(bow, 0), corner(5, 4), corner(-8, 4), corner(-8, -4),
                         corner(5, -4)};
  pen.list()->AddConvexPolyFilled(hull, 5, ink(colour.with_alpha(is_loaded ? 255 : 130)));
  pen.list()->AddPolyline(hull, 5, ink(theme.text), ImDrawFlags_Closed, 1);
}

// Behind its stern: ahead of it is its port, with a label of its own.
void draw_load(const Pen& pen, Point at, const Mover& mover, const Picture& picture) {
  ImFont* const font = picture.fonts.small;
  const std::string text =
      fmt::format("{} {}", text::number(mover.trip.number, 0), picture.words.units);
  const double width = size_of(font, text).x;
  const bool is_left = mover.trip.kind == Trip::Kind::lot_berthed || mover.heading.x > 0;
  pen.text(font, at + Point{is_left ? -13 - width : 13, -7}, picture.theme.text, text,
           picture.theme.sea.with_alpha(170));
}

// Where there are very many, and far away, only those under way are drawn.
constexpr int few_lots = 16;
bool are_few(const Traffic& traffic, const Camera& camera) {
  const auto& movers = traffic.movers();
  return is_near(camera) || std::count_if(movers.begin(), movers.end(), [](const Mover& m) {
                              return is_lot(m.trip.kind);
                            }) <= few_lots;
}

void draw_lots(const Pen& pen, const Traffic& traffic, const Picture& picture,
               const Camera& camera) {
  const bool each = are_few(traffic, camera);
  for (const Mover& mover : traffic.movers()) {
    const Point at = camera.to_screen(mover.at);
    if (!is_lot(mover.trip.kind) || !camera.view().contains(at)) continue;
    if (!each && !mover.trip.assumed) continue;
    draw_lot(pen, place_of_lot(at, mover), mover, picture);
    if (each && mover.trip.kind != Trip::Kind::lot_goes)
      draw_load(pen, place_of_lot(at, mover), mover, picture);
  }
}

}  // namespace

bool is_near(const Camera& camera) {
  return kilometres_per_unit(camera.centre()) / camera.scale() < 1.5;
}

void TrafficLayer::add(const Mover& mover, const Camera& camera, const Theme& theme) {
  const Point at = on_its_side(camera.to_screen(mover.at), mover.heading);
  if (!with_rim(camera.view(), length).contains(at)) return;
  Colour colour = mover.is_entering ? theme.entry : theme.exit;
  if (mover.trip.assumed) colour = between(theme.land, colour, 2.0 / 3);
  const Point tip = at + mover.heading * length;
  const Point across{-mover.heading.y * half_width, mover.heading.x * half_width};
  for (const Point p : {tip, at + across, at - across})
    arrows_.append(sf::Vertex(corner(p), sf_colour(colour)));
}

void TrafficLayer::draw(sf::RenderTarget& target, const Traffic& traffic, const Camera& camera,
                        const Theme& theme) {
  if (!is_near(camera)) return;
  arrows_.clear();
  for (const Mover& mover : traffic.movers())
    if (is_vehicle(mover.trip.kind)) add(mover, camera, theme);
  target.draw(arrows_, sf::BlendNone);
}

void draw_flows(const Pen& pen, const Traffic& traffic, const Picture& picture,
                const Camera& camera) {
  if (is_near(camera)) return;
  const Colour colour = picture.theme.entry.with_alpha(90);
  for (const Flow& flow : traffic.flows()) {
    const auto& points = flow.way->points();
    const double width = 1 + std::sqrt(static_cast<double>(flow.vehicles));
    for (std::size_t i = 1; i < points.size(); ++i)
      pen.line(camera.to_screen(points[i - 1]), camera.to_screen(points[i]), colour, width);
    const Point middle = camera.to_screen(flow.way->at(0.5));
    if (camera.view().contains(middle))
      pen.text(picture.fonts.small, middle, picture.theme.text, std::to_string(flow.vehicles),
               picture.theme.sea.with_alpha(150));
  }
}

void draw_teams(const Pen& pen, const Traffic& traffic, const Picture& picture,
                const Camera& camera) {
  draw_lots(pen, traffic, picture, camera);
  for (const Mover& mover : traffic.movers()) {
    const Point at = camera.to_screen(mover.at);
    if (is_vehicle(mover.trip.kind) || is_lot(mover.trip.kind) || !camera.view().contains(at))
      continue;
    if (mover.trip.kind == Trip::Kind::team)
      draw_team(pen, at, mover, picture);
    else if (mover.trip.kind == Trip::Kind::machine)
      draw_machine(pen, at, mover, picture);
    else
      draw_mail(pen, at, picture.theme);
  }
}

std::optional<Selected> mover_at(Point screen, const Traffic& traffic, const Camera& camera) {
  for (const Mover& mover : traffic.movers()) {
    const bool vehicle = is_vehicle(mover.trip.kind);
    if (vehicle && !is_near(camera)) continue;
    const Point on_screen = camera.to_screen(mover.at);
    const Point at = vehicle ? on_its_side(on_screen, mover.heading) : on_screen;
    if (std::hypot(at.x - screen.x, at.y - screen.y) > 8) continue;
    if (vehicle) return mover.trip.vehicle;
    if (mover.trip.kind == Trip::Kind::team)
      return trace::CrewOf{{mover.trip.what}, mover.trip.detail};
    if (mover.trip.kind == Trip::Kind::message)
      return MessagesOn{mover.trip.vehicle, mover.trip.what};
  }
  return std::nullopt;
}

}  // namespace cordon::viz
