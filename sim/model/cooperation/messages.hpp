#pragma once

// Messages on their way: which hop is next, whether it is lost there, when it arrives.

#include "sim/model/events.hpp"
#include "sim/model/step.hpp"

namespace cordon::messages {

/// Over how many desks a way may lead.
inline constexpr std::size_t most_hops = 12;

/// Whether a message is at the place that it is for.
[[nodiscard]] bool is_at_its_goal(const Message& message, const Setup& setup);
/// What a message may be late by: the deadline of the answer to an inquiry.
[[nodiscard]] Duration deadline(const Message& message, const ExchangeSpec& rules);

/// A draw for one message where it is, in (0,1).
enum class Draw : std::uint8_t { loss, latency, quality, reading };
[[nodiscard]] double luck_of(const Message& message, Draw what, const Setup& setup,
                             const Luck& luck);
/// A draw for the find that a message is about, in one exchange.
enum class FindDraw : std::uint8_t { urgent, direct, holder, match, confirmed };
[[nodiscard]] double luck_of(const Message& message, FindDraw what, const Setup& setup,
                             const Luck& luck);

/// Where a message goes next.
[[nodiscard]] Hop next_hop(const Message& message, const Setup& setup);
/// How long what would be sent now has to wait for an outage to end.
[[nodiscard]] Duration held_up(const ChannelSetup& channel, Time now);

/// Sends it on: away it goes, or gets lost.
template <class Event>
void send(const Message& message, Step<Event> step) {
  step.schedule_at_once(MessageSent{message});
}

/// It is on its next hop.
template <class Event>
void on(const MessageSent& event, Step<Event> step) {
  Message m = event.message;
  const Hop hop = next_hop(m, step.setup);
  const ChannelSetup& channel = step.setup.channels[hop.channel.value];
  const auto draw = [&](Draw what) { return luck_of(m, what, step.setup, step.luck); };
  if (draw(Draw::loss) < channel.spec.loss) return void(step.schedule_at_once(MessageLost{m}));
  const Duration latency = from_seconds(channel.spec.latency.sample(draw(Draw::latency)));
  const bool legible = draw(Draw::quality) < channel.spec.quality;
  m.legible = m.legible && legible;
  ++m.hops;
  step.send(hop.place, std::max(step.setup.border, held_up(channel, step.now) + latency), m);
}

}  // namespace cordon::messages
