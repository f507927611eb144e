#pragma once

// What a post writes to desks on its finds, whose answers it waits for, and what it makes of what
// they tell it.

#include "sim/model/cooperation/messages.hpp"
#include "sim/model/crossing/desk_work.hpp"
#include "sim/model/risk/selection.hpp"

namespace cordon {

/// A message that is not written yet.
struct OpenMessage {
  Message message;
  DeskWork work;
};

/// A vehicle that goes no further without an answer.
struct Pending {
  VehicleId vehicle;
  Subject about;
  EventId gives_up;  ///< when the post waits no longer; none: it always does
};

/// Messages that a post still has to write, in the order of its finds, and answers that it waits
/// for.
struct Correspondence {
  std::vector<OpenMessage> open;
  std::vector<Pending> pending;
};

/// What is to come of a find: it is seized, or an expert or a prosecutor is asked first.
enum class Occasion : std::uint8_t { seizure, doubt, delivery };

/// What an officer sees in a find.
struct Find {
  Subject vehicle;
  CommodityIndex commodity;
  double value = 0;        ///< EUR
  double damage = 0;       ///< EUR, to the Union's budget
  std::uint64_t says = 0;  ///< its papers, in the fields that forms look at; 0: nothing
  Subject leads_to;        ///< what it has in common with other finds; Subject{}: nothing
  bool first = false;      ///< of a substance that the post had not known
  CountryIndex destination;
  SpecialFormIndex form;  ///< of a delivery: by which it is to go on
  Occasion occasion = Occasion::seizure;
};

namespace correspondence {

/// Whether there is anything to write of a find.
[[nodiscard]] bool is_told_to_a_desk(const Find& find, const Known& known, CrossingStep step);
/// Opens what has to be written of a find.
void open(const Find& find, Correspondence& self, const Known& known, CrossingStep step);
/// Goods are held until there is an answer, or for as long as they may be.
void hold(VehicleId vehicle, const Find& find, Correspondence& self, CrossingStep step);
/// The picture of a vehicle goes to the desk that reads it.
void send_picture(VehicleId id, const Vehicle& vehicle, ExchangeIndex exchange,
                  Correspondence& self, CrossingStep step);
/// The vehicle that waited for what has come is waited for no longer; none: nobody did.
[[nodiscard]] VehicleId take_pending(const Message& answer, Correspondence& self,
                                     CrossingStep step);
/// The same when no answer has come: what is not written yet never will be.
void give_up(const HoldingEnded& event, Correspondence& self);
/// So many officers write from now on, the oldest first.
void write(int officers, Correspondence& self, CrossingStep step);
void on(const MessageWritten& event, Correspondence& self, CrossingStep step);
/// What a desk tells is taken up: as a risk information form of the find that it tells of. Of a new
/// substance officers have to be trained.
void on(const MessageReceived& event, CrossingStep step);

}  // namespace correspondence
}  // namespace cordon
