#include "viz/app/run_on_map.hpp"

namespace cordon::viz {
namespace {

const std::vector<Ring>& rings_for(const Geography& geography) {
  static const std::vector<Ring> none;
  return geography.is_plan ? none : europe();
}

}  // namespace

RunOnMap::RunOnMap(std::shared_ptr<const OpenRun> run)
    : run_(std::move(run)),
      geography_(geography_of(run_->scenario, run_->recording->header())),
      calendar_(run_->scenario.start, run_->scenario.length, run_->scenario.time_zone),
      map_(rings_for(geography_), geography_),
      traffic_(run_->scenario, geography_, run_->recording->header()),
      cursor_(run_->recording) {
  look_again();
}

void RunOnMap::go_to(Time moment) {
  move([&](Cursor& cursor) { cursor.seek(moment); });
}

void RunOnMap::crowd(int vehicles) {
  traffic_.crowd(vehicles);
  look_again();
}

void RunOnMap::look_again() {
  posts_.clear();
  const auto& crossings = cursor_.crossings();
  for (std::size_t c = 0; c < crossings.size(); ++c)
    posts_.push_back(post_now(c, crossings[c], recording().header()));
  traffic_.update(recording().trips(), now());
}

std::optional<Point> RunOnMap::place_of(const Selected& selected) const {
  if (const auto* const post = std::get_if<CrossingIndex>(&selected)) {
    if (post->value < geography_.posts.size()) return geography_.posts[post->value].at;
    return std::nullopt;
  }
  for (const Mover& mover : traffic_.movers()) {
    const Trip& trip = mover.trip;
    if (const auto* const vehicle = std::get_if<Subject>(&selected);
        vehicle && is_vehicle(trip.kind) && trip.vehicle == *vehicle)
      return mover.at;
    if (const auto* const crew = std::get_if<trace::CrewOf>(&selected);
        crew && trip.kind == Trip::Kind::team && trip.what == crew->home.value &&
        trip.detail == crew->crew)
      return mover.at;
  }
  return std::nullopt;
}

void RunOnMap::draw_ground(sf::RenderTarget& target, const Camera& camera, const Theme& theme) {
  map_.draw(target, camera, theme);
  traffic_layer_.draw(target, traffic_, camera, theme);
}

}  // namespace cordon::viz
