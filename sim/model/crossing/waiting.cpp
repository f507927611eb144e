#include "sim/model/crossing/waiting.hpp"

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

void Waiting::join(VehicleId id, std::uint8_t priority, std::uint8_t kind) {
  line_for(priority, kind).push_back({id, newcomers + ++tickets_, Duration{-1}});
  ++size_;
}

void Waiting::rejoin(VehicleId id, std::uint8_t priority, std::uint8_t kind, Duration left) {
  line_for(priority, kind).push_front({id, newcomers - ++tickets_, left});
  ++size_;
}

Waiter Waiting::pop(Admission lane) {
  --size_;
  return lines_[static_cast<std::size_t>(next(lane))].waiters.pop();
}

bool Waiting::remove(VehicleId id) {
  for (Line& line : lines_)
    if (line.waiters.remove_if([&](const Waiter& w) { return w.vehicle == id; })) {
      --size_;
      return true;
    }
  return false;
}

}  // namespace cordon
