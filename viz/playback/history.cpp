#include "viz/playback/history.hpp"

#include <algorithm>

#include "viz/playback/scan.hpp"
#include "viz/playback/slots.hpp"

namespace cordon::viz {
namespace {

using trace::Key;
using trace::Kind;
using trace::Row;

bool names(const Row& row, Kind kind, std::uint32_t what) {
  const auto& slots = slots_with(kind, row.event);
  return std::any_of(slots.begin(), slots.end(),
                     [&](std::size_t slot) { return row.slots[slot] == what; });
}

struct TellsOf {
  const Row& row;
  const trace::Header& header;

  bool operator()(Subject vehicle) const {
    const auto& slots = slots_with(Kind::vehicle, row.event);
    return std::any_of(slots.begin(), slots.end(),
                       [&](std::size_t slot) { return vehicle_at(row, slot) == packed(vehicle); });
  }
  bool operator()(trace::CrewOf crew) const {
    return names(row, Kind::crew, std::uint32_t{crew.home.value} << 16 | crew.crew);
  }
  bool operator()(OperationIndex operation) const {
    return names(row, Kind::operation, operation.value);
  }
  bool operator()(GroupIndex group) const {
    const trace::PlaceName& here = header.places[row.place];
    const bool there = here.kind == "group" && group.value < header.groups.size() &&
                       here.name == header.groups[group.value];
    return there || names(row, Kind::group, group.value);
  }
  bool operator()(const MessagesOn& messages) const {
    return names(row, Kind::exchange, messages.exchange) && (*this)(messages.find);
  }
};

// Kinds of events that can tell of what is looked for, to skip chunks that have none.
EventSet events_with(Kind kind) {
  EventSet set;
  for (std::uint16_t e = 0; e < event_kinds; ++e) set[e] = !slots_with(kind, e).empty();
  return set;
}

struct FilterFor {
  const trace::Header& header;

  ChunkFilter operator()(Subject vehicle) const {
    return [vehicle](const Chunk& chunk) { return chunk.may_tell_of(vehicle); };
  }
  ChunkFilter operator()(trace::CrewOf) const { return with(events_with(Kind::crew)); }
  ChunkFilter operator()(OperationIndex) const { return with(events_with(Kind::operation)); }
  ChunkFilter operator()(GroupIndex) const {
    EventSet events = events_with(Kind::group);
    for (std::uint16_t e = 0; e < event_kinds; ++e)
      if (trace::happens_at(e, "group")) events.set(e);
    return with(events);
  }
  ChunkFilter operator()(const MessagesOn& messages) const { return (*this)(messages.find); }

  static ChunkFilter with(const EventSet& events) {
    return [wanted = Wanted{events, {}}](const Chunk& chunk) { return chunk.may_have(wanted); };
  }
};

}  // namespace

bool tells_of(const Row& row, const About& about, const trace::Header& header) {
  return std::visit(TellsOf{row, header}, about);
}

std::vector<Found> history(const Recording& recording, const About& about, std::stop_token stop) {
  std::vector<Found> all;
  const auto take = [&](const Found& found) {
    if (tells_of(found.row, about, recording.header())) all.push_back(found);
    return true;
  };
  scan(recording, {0, recording.rows()}, std::visit(FilterFor{recording.header()}, about), take,
       std::move(stop));
  return all;
}

}  // namespace cordon::viz
