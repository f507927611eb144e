#include "viz/playback/slots.hpp"

namespace cordon::viz {
namespace {

constexpr std::size_t kinds = static_cast<std::size_t>(trace::Kind::moment) + 1;
using Table = std::vector<std::vector<std::size_t>>;  // by event and kind

Table make_table() {
  const auto events = trace::events();
  Table table(events.size() * kinds);
  for (std::uint16_t e = 0; e < events.size(); ++e)
    for (const trace::Key key : events[e].fields)
      table[e * kinds + static_cast<std::size_t>(trace::field(key).kind)].push_back(
          static_cast<std::size_t>(trace::slot_in(e, key)));
  return table;
}

}  // namespace

const std::vector<std::size_t>& slots_with(trace::Kind kind, std::uint16_t event) {
  static const Table table = make_table();
  return table[event * kinds + static_cast<std::size_t>(kind)];
}

}  // namespace cordon::viz
