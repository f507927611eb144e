#include "viz/scene/geography.hpp"

#include "viz/scene/projection.hpp"
#include "viz/scene/road_volumes.hpp"

namespace cordon::viz {
namespace {

// Nobody means the Gulf of Guinea, where 0 N 0 E is.
template <class Spec>
bool is_placed(const Spec& spec) {
  return spec.latitude != 0 || spec.longitude != 0;
}

bool has_coordinates(const Scenario& scenario) {
  return std::all_of(scenario.crossing.begin(), scenario.crossing.end(),
                     [](const auto& named) { return is_placed(named.second); });
}

// A hundredth of a degree is about a kilometre.
Point on_plan(double column, double row) { return project(50 - row * 0.4, 20 + column * 0.5); }

double share_of(std::size_t n, std::size_t count) {
  return (static_cast<double>(n) + 0.5) / static_cast<double>(count);
}

void place_on_plan(const Scenario& scenario, Geography& map) {
  const auto rows = static_cast<double>(std::max(scenario.crossing.size(), scenario.place.size()));
  std::size_t n = 0;
  for (const auto& [name, spec] : scenario.crossing)
    map.where[name] = on_plan(0, share_of(n++, scenario.crossing.size()) * rows);
  n = 0;
  for (const auto& [name, spec] : scenario.place) {
    map.where[name] = on_plan(n % 2 ? 2 : -2, share_of(n, scenario.place.size()) * rows);
    ++n;
  }
}

void place_bases(const Scenario& scenario, Geography& map) {
  for (const auto& [name, spec] : scenario.base)
    if (const auto at = map.where.find(spec.place); at != map.where.end())
      map.where[name] = at->second;
}

void place_on_map(const Scenario& scenario, Geography& map) {
  const auto add = [&](const auto& specs) {
    for (const auto& [name, spec] : specs)
      if (is_placed(spec)) map.where[name] = project(spec.latitude, spec.longitude);
  };
  add(scenario.place);
  add(scenario.crossing);
}

Post post_of(const trace::CrossingShape& shape, const Geography& map) {
  const auto found = map.where.find(shape.name);
  const Point at =
      found != map.where.end() ? found->second : project(shape.latitude, shape.longitude);
  return {shape.name, shape.label.empty() ? shape.name : shape.label, shape.country, at,
          shape.base};
}

void add_towns(const Scenario& scenario, Geography& map) {
  for (const auto& [name, spec] : scenario.place)
    if (const auto at = map.where.find(name); at != map.where.end())
      map.towns.push_back({name, spec.label.empty() ? name : spec.label, at->second});
}

void add_roads(const Scenario& scenario, Geography& map) {
  const auto volumes = road_volumes(scenario);
  const auto volume_of = [&](const LinkRow& link) {
    return volumes[static_cast<std::size_t>(&link - scenario.link.data())];
  };
  for (const LinkRow& link : scenario.link) {
    const auto from = map.where.find(link.from), to = map.where.find(link.to);
    if (from != map.where.end() && to != map.where.end())
      map.roads.push_back(
          {from->second, to->second, kind_of_way(link.speed_km_per_h), volume_of(link)});
  }
}

void add_countries(const Scenario& scenario, Geography& map) {
  const auto add = [&](const auto& specs) {
    for (const auto& [name, spec] : specs)
      if (!spec.country.empty()) map.countries.insert(spec.country);
  };
  add(scenario.place);
  add(scenario.crossing);
}

}  // namespace

WayKind kind_of_way(double speed_km_per_h) {
  if (speed_km_per_h > 300) return WayKind::air;
  return speed_km_per_h <= 25 * 1.852 ? WayKind::vessel : WayKind::road;
}

Box Geography::extent() const {
  Box box;
  for (const Post& post : posts)
    if (!post.base || post.sector_km2 > 0) box.include(post.at);
  for (const Town& town : towns)
    if (is_plan || box.empty()) box.include(town.at);
  return box;
}

Geography geography_of(const Scenario& scenario, const trace::Header& header) {
  Geography map;
  map.is_plan = !has_coordinates(scenario);
  map.is_plan ? place_on_plan(scenario, map) : place_on_map(scenario, map);
  place_bases(scenario, map);
  for (const trace::CrossingShape& shape : header.crossings)
    map.posts.push_back(post_of(shape, map));
  for (Post& post : map.posts)
    if (const auto base = scenario.base.find(post.name);
        base != scenario.base.end() && base->second.sector)
      post.sector_km2 = base->second.sector->area_km2;
  add_towns(scenario, map);
  add_roads(scenario, map);
  add_countries(scenario, map);
  return map;
}

}  // namespace cordon::viz
