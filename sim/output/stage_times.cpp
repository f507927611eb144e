#include "sim/output/stage_times.hpp"

#include <algorithm>

namespace cordon {
namespace {

constexpr auto stage_activities = static_cast<std::size_t>(StageActivity::blocked) + 1;

// The stage that the vehicle is at, of those that it comes to; it does not come to desks.
bool comes_to(StageIndex stage, const Crossing& here) {
  return !here.setup->stages[stage.value].desk;
}

}  // namespace

StageTimes::StageTimes(const Setup& setup)
    : setup_(setup),
      posts_(setup.crossings.size()),
      first_cell_(setup.lines.size() * vehicle_classes) {
  for (std::size_t c = 0; c < posts_.size(); ++c) {
    const CrossingSetup& crossing = setup.crossings[c];
    Post& post = posts_[c];
    for (const StageSetup& stage : crossing.stages)
      post.stages = std::max(post.stages, static_cast<std::size_t>(stage.order) + 1);
    for (const LineIndex line : crossing.lines)
      for (std::size_t served = 0; served < vehicle_classes; ++served) {
        if (!setup.lines[line.value].serves[served]) continue;
        const auto vehicle_class = static_cast<VehicleClass>(served);
        first_cell_[position(line, vehicle_class)] = post.times.size();
        add_cells(line, vehicle_class, post);
      }
  }
}

void StageTimes::add_cells(LineIndex line, VehicleClass c, Post& post) {
  for (std::size_t order = 0; order < post.stages; ++order)
    for (std::size_t a = 0; a < stage_activities; ++a) {
      StageTime time;
      time.line = line;
      time.vehicle_class = c;
      time.stage = static_cast<int>(order);
      time.activity = static_cast<StageActivity>(a);
      post.times.push_back(time);
    }
}

void StageTimes::begin(const World&, Time now) {
  begun_ = now;
  for (Post& post : posts_) {
    for (StageTime& time : post.times) time.vehicles = 0, time.by_hour = {};
    for (const Whereabouts& v : post.vehicles)
      if (v.cell != nowhere) post.times[v.cell].vehicles += v.stands_for;
  }
}

void StageTimes::end(const World&, Time now) {
  for (Post& post : posts_)
    for (Whereabouts& v : post.vehicles) {
      if (v.cell != nowhere) add_time(post, v, now);
      v.since = now;
    }
}

std::vector<StageTime> StageTimes::times() const {
  std::vector<StageTime> all;
  for (const Post& post : posts_)
    for (const StageTime& time : post.times)
      if (time.vehicles > 0) all.push_back(time);
  return all;
}

void StageTimes::go(VehicleId id, StageIndex to, StageActivity activity, const Crossing& here,
                    Time now) {
  Post& post = this->post(here);
  if (post.vehicles.size() <= id.index) post.vehicles.resize(here.vehicles.capacity());
  Whereabouts& v = post.vehicles[id.index];
  look_at_the_clock(post, now);
  if (v.cell != nowhere) add_time(post, v, now);
  const Vehicle& vehicle = here.vehicles[id];
  const auto order = static_cast<std::size_t>(here.setup->stages[to.value].order);
  const std::size_t cell = first_cell_[position(vehicle.line, vehicle.vehicle_class)] +
                           order * stage_activities + static_cast<std::size_t>(activity);
  if (v.cell != cell) post.times[cell].vehicles += vehicle.stands_for;
  v = {static_cast<std::uint32_t>(cell), vehicle.stands_for, now};
}

void StageTimes::leave(VehicleId id, const Crossing& here, Time now) {
  if (here.setup->is_base) return;  // found at the green border
  Post& post = this->post(here);
  Whereabouts& v = post.vehicles[id.index];
  if (v.cell == nowhere) return;  // its goods were held
  look_at_the_clock(post, now);
  add_time(post, v, now);
  v.cell = nowhere;
}

void StageTimes::look_at_the_clock(Post& post, Time now) const {
  if (now < post.hour_ends) return;
  const Calendar::Local local = setup_.calendar.local(now);
  post.hour = local.hour;
  post.hour_began = now - (local.of_day - local.hour * Duration(1h));
  post.hour_ends = post.hour_began + 1h;
}

void StageTimes::add_time(Post& post, const Whereabouts& was, Time now) const {
  const Time from = std::max(was.since, begun_);
  StageTime& time = post.times[was.cell];
  // Of those that an agent stands for, one is checked at a time.
  const int vehicles = time.activity == StageActivity::in_service ? 1 : was.stands_for;
  if (from >= post.hour_began && now <= post.hour_ends)
    time.by_hour[static_cast<std::size_t>(post.hour)] += vehicles * (now - from).count();
  else
    add_hours(time, vehicles, from, now);
}

void StageTimes::add_hours(StageTime& time, int vehicles, Time from, Time to) const {
  while (from < to) {
    const Calendar::Local local = setup_.calendar.local(from);
    const Time next = std::min(to, from + ((local.hour + 1) * Duration(1h) - local.of_day));
    time.by_hour[static_cast<std::size_t>(local.hour)] += vehicles * (next - from).count();
    from = next;
  }
}

void StageTimes::observe(const VehicleArrived& e, const Crossing& here, Time now) {
  const LineSetup& line = setup_.lines[here.vehicles[e.vehicle].line.value];
  go(e.vehicle, line.first, StageActivity::waiting, here, now);
}
// It has been there in one with the others.
void StageTimes::observe(const VehicleParted& e, const Crossing& here, Time) {
  std::vector<Whereabouts>& vehicles = post(here).vehicles;
  if (vehicles.size() <= e.vehicle.index) vehicles.resize(here.vehicles.capacity());
  Whereabouts& from = vehicles[e.from.index];
  Whereabouts& parted = vehicles[e.vehicle.index] = from;
  parted.stands_for = here.vehicles[e.vehicle].stands_for;
  from.stands_for = static_cast<std::uint16_t>(from.stands_for - parted.stands_for);
}
void StageTimes::observe(const QueueJoined& e, const Crossing& here, Time now) {
  if (comes_to(e.stage, here)) go(e.vehicle, e.stage, StageActivity::waiting, here, now);
}
void StageTimes::observe(const ServiceBegan& e, const Crossing& here, Time now) {
  if (comes_to(e.stage, here)) go(e.vehicle, e.stage, StageActivity::in_service, here, now);
}
void StageTimes::observe(const ServiceResumed& e, const Crossing& here, Time now) {
  if (comes_to(e.stage, here)) go(e.vehicle, e.stage, StageActivity::in_service, here, now);
}
void StageTimes::observe(const ServiceInterrupted& e, const Crossing& here, Time now) {
  if (comes_to(e.stage, here)) go(e.vehicle, e.stage, StageActivity::waiting, here, now);
}
// In its lane; only who waits for papers may be blocked without one.
void StageTimes::observe(const VehicleBlocked& e, const Crossing& here, Time now) {
  const Vehicle& v = here.vehicles[e.vehicle];
  const auto& pending = here.correspondence.pending;  // pictures, too, are read elsewhere
  const bool for_picture = here.setup->stages[v.stage.value].read_at &&
                           std::any_of(pending.begin(), pending.end(),
                                       [&](const Pending& p) { return p.vehicle == e.vehicle; });
  const StageActivity why =
      v.desks > 0 || for_picture ? StageActivity::waiting_for_papers : StageActivity::blocked;
  go(e.vehicle, e.stage ? e.stage : v.stage, why, here, now);
}
void StageTimes::observe(const VehicleBalked& e, const Crossing& here, Time now) {
  leave(e.vehicle, here, now);
}
void StageTimes::observe(const VehicleDiverted& e, const Crossing& here, Time now) {
  leave(e.vehicle, here, now);
}
void StageTimes::observe(const VehicleGaveUp& e, const Crossing& here, Time now) {
  leave(e.vehicle, here, now);
}
void StageTimes::observe(const BookingMissed& e, const Crossing& here, Time now) {
  leave(e.vehicle, here, now);
}
// They wait in store, and no vehicle does; who flees is gone.
void StageTimes::observe(const GoodsHeld& e, const Crossing& here, Time now) {
  leave(e.vehicle, here, now);
}
void StageTimes::observe(const VehicleFled& e, const Crossing& here, Time now) {
  leave(e.vehicle, here, now);
}
void StageTimes::observe(const GoodsSeized& e, const Crossing& here, Time now) {
  leave(e.vehicle, here, now);
}
void StageTimes::observe(const PersonsReferred& e, const Crossing& here, Time now) {
  leave(e.vehicle, here, now);
}
void StageTimes::observe(const PassageRefused& e, const Crossing& here, Time now) {
  leave(e.vehicle, here, now);
}
void StageTimes::observe(const VehicleReleased& e, const Crossing& here, Time now) {
  leave(e.vehicle, here, now);
}

}  // namespace cordon
