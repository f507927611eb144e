#pragma once

// Listens to a run and follows every message from hop to hop: when it was sent, lost, received,
// read, and which vehicles were selected by what it tells.

#include <deque>
#include <map>
#include <tuple>
#include <vector>

#include "sim/engine/statistics.hpp"
#include "sim/model/places.hpp"
#include "sim/output/details.hpp"

namespace cordon {

class Mailbook {
 public:
  explicit Mailbook(const Setup& setup);

  /// Messages on what was found before are left out.
  void begin(Time now);
  void end(Time now);

  template <class Place>
  void on(const MessageSent& event, const Place& here, Time now) {
    send(event.message, here.agenda.place, now);
  }
  template <class Place>
  void on(const MessageLost& event, const Place& here, Time) {
    lose(event.message, here.agenda.place);
  }
  void on(const MessageReceived& event, const Crossing& here, Time now);
  void on(const MessageReceived& event, const Desk& here, Time now);
  void on(const ReadingBegan& event, const Desk& here, Time now);
  void on(const ReadingEnded& event, const Desk& here, Time now);
  void on(const InformationUsed& event, const Crossing& here, Time now);

  void tell(Details& details) const;

 private:
  /// Which message, and where on its way.
  using Key =
      std::tuple<Subject, ExchangeIndex, MessageKind, CrossingIndex, CrossingIndex, std::uint8_t>;
  static Key key_of(const Message& m) {
    return {m.about, m.exchange, m.kind, m.from, m.to, m.hops};
  }
  // Touched by the events of its own place alone.
  struct Place {
    std::vector<MessageHop> sent;
    std::map<Key, Time> received, read;
    std::map<Subject, std::int64_t> used;  // vehicles selected, by the find
  };
  struct Backlog {
    TimeWeighted waiting, busy;
    std::deque<Time> since;  // those who wait have come
    DeskWorkload load;
  };
  void send(const Message& message, PlaceId from, Time now);
  void lose(const Message& message, PlaceId from);
  // Pictures are many, and say nothing: desks count them.
  [[nodiscard]] bool measured(const Message& message) const {
    return message.born >= begun_ && message.kind != MessageKind::picture;
  }
  Backlog& backlog(const Desk& here) { return desks_[setup_.desk_at(here.agenda.place)]; }

  const Setup& setup_;
  Time begun_ = start_of_run;
  std::vector<Place> places_;
  std::vector<Backlog> desks_;
};

}  // namespace cordon
