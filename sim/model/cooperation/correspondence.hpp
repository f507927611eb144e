#pragma once

// What a post writes to desks on its finds, and what it makes of what they tell it.

#include "sim/model/cooperation/messages.hpp"
#include "sim/model/crossing/desk_work.hpp"
#include "sim/model/risk/selection.hpp"

namespace cordon {

/// A message that is not written yet.
struct OpenMessage {
  Message message;
  DeskWork work;
};

/// Messages that a post still has to write, in the order of its finds.
struct Correspondence {
  std::vector<OpenMessage> open;
};

/// What an officer sees in a find.
struct Find {
  Subject vehicle;
  CommodityIndex commodity;
  double value = 0;        ///< EUR
  std::uint64_t says = 0;  ///< its papers, in the fields that forms look at; 0: nothing
  Subject leads_to;        ///< what it has in common with other finds; Subject{}: nothing
  bool first = false;      ///< of a substance that the post had not known
};

namespace correspondence {

/// Opens what has to be written of a find.
void open(const Find& find, Correspondence& self, const Known& known, CrossingStep step);
/// So many officers write from now on, the oldest first.
void write(int officers, Correspondence& self, CrossingStep step);
void on(const MessageWritten& event, Correspondence& self, CrossingStep step);
/// What a desk tells is taken up: as a risk information form of the find that it tells of. Of a new
/// substance officers have to be trained.
void on(const MessageReceived& event, CrossingStep step);

}  // namespace correspondence
}  // namespace cordon
