#include "sim/model/cooperation/messages.hpp"

#include <algorithm>

namespace cordon::messages {
namespace {

// Each find has luck of its own in each exchange, and what the unit asks of it another.
Subject subject_of(const Message& m, const Setup& setup) {
  static constexpr std::uint32_t asked_by_unit = source_of("investigation");
  const bool by_unit = m.from && m.from == setup.unit;
  const std::uint32_t source = setup.exchanges[m.exchange.value].source;
  return {m.about.source ^ source ^ (by_unit ? asked_by_unit : 0), m.about.number};
}

const std::vector<Hop>& way_of(const Message& m, const Setup& setup) {
  return setup.exchanges[m.exchange.value].way[m.to ? m.to.value : m.from.value];
}

}  // namespace

bool is_at_its_goal(const Message& message, const Setup& setup) {
  if (!message.from && !message.to) return true;  // intelligence comes to its desk from outside
  return message.hops == way_of(message, setup).size();
}

Duration deadline(const Message& message, const ExchangeSpec& rules) {
  if (!message.urgent) return rules.deadline;
  return message.direct ? rules.urgent_deadline : rules.urgent_indirect_deadline;
}

// Addresses, four to a hop: those of the find, then of the way to the desk, then of the ways back
// to each post.
double luck_of(const Message& message, Draw what, const Setup& setup, const Luck& luck) {
  const std::uint32_t way = message.to ? message.to.value + 2u : 1u;
  const std::uint32_t address = 4 * (way * 16u + message.hops) + static_cast<std::uint32_t>(what);
  return luck.uniform(subject_of(message, setup), address);
}
double luck_of(const Message& message, FindDraw what, const Setup& setup, const Luck& luck) {
  return luck.uniform(subject_of(message, setup), what);
}

Hop next_hop(const Message& message, const Setup& setup) {
  const std::vector<Hop>& way = way_of(message, setup);
  if (!message.to) return way[message.hops];
  const std::size_t left = way.size() - message.hops;  // to the post
  const PlaceId post = setup.crossings[message.to.value].place;
  return {left > 1 ? way[left - 2].place : post, way[left - 1].channel};
}

Duration held_up(const ChannelSetup& channel, Time now) {
  Time leaves = now;
  for (const auto& outage : channel.outages)
    if (leaves >= outage.from && leaves < outage.until) leaves = outage.until;
  return leaves - now;
}

}  // namespace cordon::messages
