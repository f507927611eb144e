#include "sim/output/mailbook.hpp"

#include <algorithm>

namespace cordon {

Mailbook::Mailbook(const Setup& setup)
    : setup_(setup),
      places_(setup.exchanges.empty() ? 0 : setup.places()),
      desks_(setup.desks.size()) {}

void Mailbook::begin(Time now) {
  begun_ = now;
  for (Place& place : places_) place = {};
  for (Backlog& desk : desks_) {
    desk.waiting.restart(now), desk.busy.restart(now);
    desk.load = {};
    desk.load.most_waiting = desk.waiting.value();
  }
}

void Mailbook::end(Time now) {
  for (Backlog& desk : desks_) {
    desk.load.waiting = desk.waiting.total(now).value_microseconds;
    desk.load.reading = desk.busy.total(now).value_microseconds;
  }
}

void Mailbook::send(const Message& message, PlaceId from, Time now) {
  if (!measured(message)) return;
  MessageHop hop;
  hop.message = message;
  hop.sender = from;
  hop.hop = messages::next_hop(message, setup_);
  hop.sent = now;
  places_[from.value].sent.push_back(hop);
}

void Mailbook::lose(const Message& message, PlaceId from) {
  auto& sent = places_[from.value].sent;
  const auto lost = std::find_if(sent.rbegin(), sent.rend(), [&](const MessageHop& hop) {
    return key_of(hop.message) == key_of(message);
  });
  if (lost != sent.rend()) lost->lost = true;
}

void Mailbook::on(const MessageReceived& event, const Crossing& here, Time now) {
  if (measured(event.message))
    places_[here.agenda.place.value].received.emplace(key_of(event.message), now);
}

void Mailbook::on(const MessageReceived& event, const Desk& here, Time now) {
  if (measured(event.message))
    places_[here.agenda.place.value].received.emplace(key_of(event.message), now);
  Backlog& desk = backlog(here);
  desk.since.push_back(now);
  desk.waiting.change(now, 1);
  ++desk.load.received;
  const std::int64_t waiting = here.inbox.waiting.size() + 1;
  const bool at_once = waiting == 1 && here.inbox.busy < here.setup->spec.analysts;
  if (!at_once) desk.load.most_waiting = std::max(desk.load.most_waiting, waiting);
}

void Mailbook::on(const ReadingBegan&, const Desk& here, Time now) {
  Backlog& desk = backlog(here);
  desk.load.wait.add(now - desk.since.front());
  desk.since.pop_front();
  desk.waiting.change(now, -1);
  desk.busy.change(now, 1);
}

void Mailbook::on(const ReadingEnded& event, const Desk& here, Time now) {
  if (measured(event.message))
    places_[here.agenda.place.value].read.emplace(key_of(event.message), now);
  Backlog& desk = backlog(here);
  desk.busy.change(now, -1);
  ++desk.load.read;
}

void Mailbook::on(const InformationUsed& event, const Crossing& here, Time) {
  if (!places_.empty()) ++places_[here.agenda.place.value].used[event.found];
}

void Mailbook::tell(Details& details) const {
  const auto at = [](const std::map<Key, Time>& times, const Key& key) {
    const auto found = times.find(key);
    return found == times.end() ? never : found->second;
  };
  for (const Place& place : places_)
    for (MessageHop hop : place.sent) {
      Message arrived = hop.message;
      ++arrived.hops;
      const Place& receiver = places_[hop.hop.place.value];
      hop.received = at(receiver.received, key_of(arrived));
      hop.read = at(receiver.read, key_of(arrived));
      if (setup_.is_crossing(hop.hop.place)) hop.read = hop.received;
      if (setup_.is_crossing(hop.hop.place) && hop.received != never) {
        const bool answers = arrived.kind == MessageKind::answer;
        const auto used = receiver.used.find(answers ? arrived.leads_to : arrived.about);
        if (used != receiver.used.end()) hop.controls = used->second;
      }
      details.messages.push_back(hop);
    }
  std::stable_sort(details.messages.begin(), details.messages.end(),
                   [](const MessageHop& a, const MessageHop& b) { return a.sent < b.sent; });
  for (const Backlog& desk : desks_) details.desks.push_back(desk.load);
}

}  // namespace cordon
