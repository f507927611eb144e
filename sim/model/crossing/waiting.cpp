#include "sim/model/crossing/waiting.hpp"

#include <algorithm>

namespace cordon {
namespace {

// Newcomers' tickets go up from here; of those who come back they go down, the latest first.
constexpr std::uint64_t newcomers = std::uint64_t{1} << 63;

}  // namespace

Fifo<Waiter>& Waiting::line_for(std::uint8_t priority, std::uint8_t kind) {
  for (Line& line : lines_)
    if (line.priority == priority && line.kind == kind) return line.waiters;
  return lines_.emplace_back(Line{priority, kind, {}}).waiters;
}

int Waiting::next(Admission lane) const {
  const Line* first = nullptr;
  for (const Line& line : lines_) {
    if (line.waiters.empty() || !admits(lane, line.kind)) continue;
    if (!first || line.priority < first->priority ||
        (line.priority == first->priority &&
         line.waiters.front().ticket < first->waiters.front().ticket))
      first = &line;
  }
  return first ? static_cast<int>(first - lines_.data()) : -1;
}

void Waiting::join(VehicleId id, const Vehicle& v, std::uint8_t priority, std::uint8_t kind) {
  line_for(priority, kind).push_back({id, newcomers + ++tickets_, Duration{-1}, v.stands_for});
  size_ += v.stands_for;
}

void Waiting::rejoin(VehicleId id, const Vehicle& v, std::uint8_t kind, Duration left) {
  line_for(v.priority, kind).push_front({id, newcomers - ++tickets_, left, v.stands_for});
  size_ += v.stands_for;
}

VehicleId Waiting::front(Admission lane) const {
  return lines_[static_cast<std::size_t>(next(lane))].waiters.front().vehicle;
}

Waiter Waiting::pop(Admission lane) {
  const Waiter waiter = lines_[static_cast<std::size_t>(next(lane))].waiters.pop();
  size_ -= waiter.stands_for;
  return waiter;
}

bool Waiting::remove(VehicleId id) {
  const auto is_it = [&](const Waiter& w) {
    if (w.vehicle == id) size_ -= w.stands_for;
    return w.vehicle == id;
  };
  return std::any_of(lines_.begin(), lines_.end(),
                     [&](Line& line) { return line.waiters.remove_if(is_it); });
}

}  // namespace cordon
