#include "viz/scene/routes.hpp"

#include <algorithm>
#include <cmath>
#include <queue>

#include "viz/scene/outlines.hpp"
#include "viz/scene/projection.hpp"

namespace cordon::viz {
namespace {

double length(Point p) { return std::hypot(p.x, p.y); }

constexpr double sea_lane_km = 100;  // 3 hours at 18 knots: see assumed_voyage
constexpr double access_km = 20;     // 20 minutes at 60 km/h: see assumed_way

}  // namespace

Way::Way(std::vector<Point> points) : points_(std::move(points)) {
  double sum = 0;
  for (std::size_t i = 0; i < points_.size(); ++i) {
    if (i > 0) sum += length(points_[i] - points_[i - 1]);
    along_.push_back(sum);
  }
}

std::size_t Way::piece_at(double share) const {
  const double wanted = std::clamp(share, 0.0, 1.0) * along_.back();
  const auto end = std::upper_bound(along_.begin() + 1, along_.end() - 1, wanted);
  return static_cast<std::size_t>(end - along_.begin());
}

Point Way::at(double share) const {
  const std::size_t end = piece_at(share);
  const double wanted = std::clamp(share, 0.0, 1.0) * along_.back();
  const double piece = along_[end] - along_[end - 1];
  return viz::between(points_[end - 1], points_[end],
                      piece > 0 ? (wanted - along_[end - 1]) / piece : 0);
}

Point Way::heading(double share) const {
  const std::size_t end = piece_at(share);
  const Point along = points_[end] - points_[end - 1];
  return length(along) > 0 ? along * (1 / length(along)) : Point{1, 0};
}

Routes::Routes(const Scenario& scenario, const Geography& geography) {
  for (const auto& [name, at] : geography.where) {
    node_[name] = at_.size();
    at_.push_back(at);
  }
  links_.resize(at_.size());
  for (const LinkRow& link : scenario.link) {
    const auto from = node_.find(link.from), to = node_.find(link.to);
    if (from == node_.end() || to == node_.end()) continue;
    const double hours = link.length_km / link.speed_km_per_h;
    const WayKind kind = kind_of_way(link.speed_km_per_h);
    links_[from->second].push_back({to->second, hours, kind});
    links_[to->second].push_back({from->second, hours, kind});
  }
  add_stubs(scenario);
}

// Dijkstra's shortest path. Roads end at crossings and bases, and do not lead through them; a map
// has some hundred nodes.
Way Routes::quickest(std::size_t from, std::size_t to) const {
  std::vector<double> best(at_.size(), INFINITY);
  std::vector<std::size_t> before(at_.size(), from);
  using Step = std::pair<double, std::size_t>;
  std::priority_queue<Step, std::vector<Step>, std::greater<>> next;
  next.emplace(best[from] = 0, from);
  while (!next.empty() && next.top().second != to) {
    const auto [hours, node] = next.top();
    next.pop();
    if (hours > best[node]) continue;
    for (const Link& link : links_[node])
      if (hours + link.hours < best[link.to]) {
        before[link.to] = node;
        next.emplace(best[link.to] = hours + link.hours, link.to);
      }
  }
  std::vector<Point> points{at_[to]};
  for (std::size_t node = to; node != from; points.push_back(at_[node = before[node]]))
    if (std::isinf(best[to])) return Way({at_[from], at_[to]});
  std::reverse(points.begin(), points.end());
  return Way(std::move(points));
}

const Way& Routes::between(const std::string& from, const std::string& to) {
  const auto [way, fresh] = ways_.try_emplace({from, to});
  const auto a = node_.find(from), b = node_.find(to);
  if (fresh && a != node_.end() && b != node_.end() && a != b)
    way->second = quickest(a->second, b->second);
  return way->second;
}

// Maps are coarse, and their ways of vessels straight: vessels are shown where water is.
void Routes::add_sea_lane(const std::string& crossing, std::size_t node) {
  const Point here = at_[node];
  Point wanted;
  for (const Link& link : links_[node]) {
    const Point away = at_[link.to] - here;
    if (link.kind == WayKind::vessel && length(away) > 0)
      wanted = wanted + away * (1 / length(away));
  }
  if (length(wanted) == 0) return;
  wanted = wanted * (1 / length(wanted));
  const double size = sea_lane_km / kilometres_per_unit(here);
  constexpr int directions = 24, parts = 12;
  Point best;
  double most = -INFINITY;
  for (int d = 0; d < directions; ++d) {
    const double angle = d * 2 * 3.14159265 / directions;
    const Point along{std::cos(angle), std::sin(angle)};
    double worth = 0.5 * (along.x * wanted.x + along.y * wanted.y);
    for (int p = 2; p <= parts; ++p)
      worth += !is_on_land(here + along * (size * p / parts), europe());
    if (worth > most) most = worth, best = along;
  }
  sea_lanes_[crossing] = Way({here, here + best * size});
}

const Way& Routes::sea_lane(const std::string& crossing) const {
  static const Way none;
  const auto found = sea_lanes_.find(crossing);
  return found == sea_lanes_.end() ? none : found->second;
}

void Routes::add_stubs(const Scenario& scenario) {
  for (const auto& [name, spec] : scenario.crossing) {
    const auto node = node_.find(name);
    if (node == node_.end()) continue;
    const Point here = at_[node->second];
    add_sea_lane(name, node->second);
    Point sum[2];
    for (const Link& link : links_[node->second]) {
      const auto other = std::find_if(node_.begin(), node_.end(),
                                      [&](const auto& n) { return n.second == link.to; });
      const auto place = scenario.place.find(other->first);
      if (place == scenario.place.end()) continue;
      const Point away = at_[link.to] - here;
      const auto side = static_cast<std::size_t>(place->second.country == spec.country);
      if (length(away) > 0) sum[side] = sum[side] + away * (1 / length(away));
    }
    const double size = access_km / kilometres_per_unit(here);
    for (const Side side : {Side::abroad, Side::inland}) {
      // Where there is no road to a side, opposite to the other; if none at all, east is abroad.
      const auto s = static_cast<std::size_t>(side);
      Point along = length(sum[s]) > 0 ? sum[s] : sum[1 - s] * -1;
      if (length(along) == 0) along = {side == Side::abroad ? 1.0 : -1.0, 0};
      access_roads_[{name, side}] = Way({here, here + along * (size / length(along))});
    }
  }
}

const Way& Routes::access_road(const std::string& crossing, Side side) const {
  static const Way none;
  const auto found = access_roads_.find({crossing, side});
  return found == access_roads_.end() ? none : found->second;
}

}  // namespace cordon::viz
