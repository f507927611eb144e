#pragma once

// A desk: so many analysts read what comes in while it is open, first come, first served; they keep
// it in their files, answer it, or pass it on.

#include <map>

#include "sim/model/cooperation/messages.hpp"
#include "sim/model/risk/targeting.hpp"
#include "sim/model/strategy/strategy.hpp"

namespace cordon {

/// What a desk knows of a find.
struct FiledFind {
  Subject vehicle;
  CrossingIndex from;
  std::uint64_t says = 0;
};

/// The finds that one lead is known from: the latest two, since what is told or asked of a find is
/// not to hide the one that it belongs with.
struct LeadFile {
  FiledFind latest, before;  ///< vehicle Subject{}: none
};

struct Inbox {
  Fifo<Message> waiting;
  int busy = 0;                       ///< analysts
  EventId opens;                      ///< it is closed, and somebody waits
  std::map<Subject, LeadFile> files;  ///< by lead
};

struct Desk {
  Agenda<DeskEvent> agenda;
  const DeskSetup* setup = nullptr;
  Targeting targeting;  ///< of a targeting centre
  Inbox inbox;
  Strategy strategy;  ///< of the reporting desk
};

namespace desk {

/// Tells of the outages of the channels that it has access to.
void start(Desk& self, const Setup& setup);

/// There may be more analysts from now on, or other hours.
void on(const ConditionsChanged& event, Inbox& self, const DeskSetup& here, DeskStep step);
void on(const MessageReceived& event, Inbox& self, const DeskSetup& here, DeskStep step);
void on(const DeskOpened& event, Inbox& self, const DeskSetup& here, DeskStep step);
void on(const ReadingBegan& event, const DeskSetup& here, DeskStep step);
/// It goes on to where it is for; or here it is, and is filed, answered, or told to others.
void on(const ReadingEnded& event, Inbox& self, const DeskSetup& here, DeskStep step);
/// Who asked is answered. For that the files are searched, and who has the other find is told; or
/// an expert has said what the goods are.
void on(const AnswerDue& event, Inbox& self, const DeskSetup& here, DeskStep step);

}  // namespace desk
}  // namespace cordon
