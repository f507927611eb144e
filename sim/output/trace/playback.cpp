#include "sim/output/trace/playback.hpp"

#include "sim/output/trace/change.hpp"
#include "sim/output/words.hpp"

namespace cordon::trace {

std::array<int, authorities> CrossingState::on_duty(const Header& header) const {
  std::array<int, authorities> officers{};
  for (const auto& [key, crew] : crews) {
    const CrewShape& shape = header.crossings[key.crew.home.value].crews[key.crew.crew];
    for (std::size_t a = 0; a < authorities; ++a)
      if (shape.authority == name_of(static_cast<Authority>(a))) officers[a] += crew.on_duty;
  }
  return officers;
}

Playback::Playback(const Header& header) : header_(header), crossing_at_(header.places.size(), -1) {
  for (std::uint16_t c = 0; c < header.crossings.size(); ++c) {
    const CrossingShape& shape = header.crossings[c];
    crossing_at_[shape.place] = c;
    CrossingState state;
    state.stages.resize(shape.stages.size());
    state.machines = shape.machines;
    state.machines_away.resize(shape.machines.size());
    for (std::uint16_t n = 0; n < shape.crews.size(); ++n)
      state.crews[{{{c}, n}, {}}].officers = shape.crews[n].officers;
    crossings_.push_back(std::move(state));
  }
}

void Playback::apply(const Row& row) {
  const int crossing = crossing_at_[row.place];
  if (crossing < 0) return;
  const auto c = static_cast<std::uint16_t>(crossing);
  Change(row, crossings_[c], header_, {c}).apply();
}

}  // namespace cordon::trace
