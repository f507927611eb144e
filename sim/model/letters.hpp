#pragma once

// What places tell one another. A letter is all that its reader learns; a vehicle travels apart,
// since what it hides is not for every reader.

#include <cstdint>
#include <variant>

#include "sim/engine/id.hpp"
#include "sim/engine/luck.hpp"
#include "sim/engine/time.hpp"
#include "sim/model/crossing/machine.hpp"
#include "sim/model/ids.hpp"
#include "sim/model/staff/team.hpp"
#include "sim/scenario/spec/words.hpp"

namespace cordon {

/// Officers under way from one post to another.
struct TeamSent {
  Team team;
};
/// A machine on its way.
struct MachineSent {
  Machine machine;
};
/// A post to a base or another post: send somebody who may do this.
struct HelpCalled {
  CrossingIndex post;
  std::uint8_t need;  ///< of that post
  std::uint8_t rank;  ///< of the base among those that the post can call
};
/// Headquarters to a post: prepare to take part.
struct OperationOrdered {
  OperationIndex operation;
};
/// Headquarters to a post: give these away for a time.
struct MoveOrdered {
  OperationIndex operation;
  std::uint16_t move;
};
/// A post to a reporting desk.
struct SeizureReport {
  CrossingIndex crossing;
  std::uint32_t number;  ///< of the post's seizures
  std::uint8_t copy;     ///< the system that it came through
  Time seized;
  CommodityIndex goods;  ///< that were seized
};
/// A post to the targeting centre: an entry summary declaration to look at. What it tells who looks
/// is not known before.
struct DeclarationReferred {
  CrossingIndex crossing;
  Id<struct Vehicle> vehicle;  ///< of that post
  float in_file = 0;           ///< standard normal for legal goods
  float in_answer = 0;         ///< to a request for information, likewise
  bool may_stop = false;       ///< it is not loaded yet
  bool asked = false;
};
/// What the targeters say to it.
enum class Verdict : std::uint8_t { clear, control, do_not_load };
/// The targeting centre to a post.
struct VerdictSent {
  Id<struct Vehicle> vehicle;
  Verdict verdict{};
};
/// A post to others: look for declarations that say this.
struct RiskForm {
  CrossingIndex from;
  Subject vehicle;         ///< in which something was found
  std::uint64_t says = 0;  ///< in the fields that forms look at
  float counts = 1;        ///< of the weight that forms have
};
/// What a message does: a desk is told or asked, or it answers, tells a post what it has not asked
/// for, or alerts it to a new substance. Or it carries a picture there, and back what was seen.
/// Or a prosecutor has a unit open a case.
enum class MessageKind : std::uint8_t {
  report,
  request,
  answer,
  warning,
  alert,
  picture,
  referral
};
/// Of a post to a desk, or back, over other desks if need be: about a find, or a picture.
struct Message {
  Subject about;             ///< in which something was found
  Subject leads_to;          ///< what it has in common with other finds; of an answer: the other
                             ///< find. None: Subject{}
  Time born = start_of_run;  ///< when it was found
  std::uint64_t says = 0;  ///< what the papers of the find said, in the fields that forms look at;
                           ///< of an answer: those of the other. 0: nothing. Of an alert: the
                           ///< position of the commodity. Of a referral, and what asks for a
                           ///< permit: see special_forms::pack
  ExchangeIndex exchange;
  CrossingIndex from;     ///< where what it tells of was found; none: intelligence
  CrossingIndex to;       ///< post that it is for; none: the desk of its exchange
  std::uint8_t hops = 0;  ///< that it has come
  MessageKind kind : 3 = {};
  bool urgent : 1 = false;
  bool direct : 1 = false;   ///< the desk can look up the answer itself
  bool legible : 1 = true;   ///< it says enough to be worked with
  bool granted : 1 = false;  ///< of the answer to a question that yes or no answers: yes
};
/// A post to headquarters: what the interim review or the debriefing asks for.
struct ReviewReport {
  CrossingIndex crossing;
  std::int64_t controls = 0, detections = 0;
};
/// A post to headquarters, when it is over: all that it did.
struct DebriefingSent {
  ReviewReport report;
};
/// Headquarters to a post.
struct StopOrdered {
  OperationIndex operation;
};
/// To a post: so many officers may go on a course.
struct CourseGranted {
  std::uint16_t course;  ///< of the post's
  std::uint16_t officers;
};
/// To a post: these officers are to work at another one.
struct OfficersReassigned {
  CrossingIndex to;
  std::uint16_t officers;  ///< officer shifts a day
  Authority authority;
  Time until;
};
/// To a group: how its consignment fared, or somebody else's.
struct ConsignmentPassed {
  LineIndex line;
  VehicleClass vehicle_class;
  bool concealed;
  double value;  ///< EUR
};
struct ConsignmentLost {
  LineIndex line;
  VehicleClass vehicle_class;
  bool concealed;
  std::uint32_t trader;  ///< who lodged its declaration; 0: nobody
};
struct LossHeard {
  LineIndex line;
  VehicleClass vehicle_class;
  bool concealed;
};
/// To a group: what a case, or a seizure at the destination, has done to it.
struct NetworkStruck {
  double share = 0;     ///< of its capacity
  double losses = 0;    ///< as so many more seizures
  int nodes = 0;        ///< routes that are known now
  ExchangeIndex tells;  ///< of what has come to light; none: nobody
};
struct OperationLeaked {
  OperationIndex operation;
};

using Letter =
    std::variant<TeamSent, MachineSent, OperationOrdered, MoveOrdered, SeizureReport,
                 ConsignmentPassed, ConsignmentLost, LossHeard, OperationLeaked, HelpCalled,
                 DeclarationReferred, VerdictSent, RiskForm, ReviewReport, StopOrdered, Message,
                 NetworkStruck, DebriefingSent, CourseGranted, OfficersReassigned>;

/// A letter on its way.
struct Posted {
  Time arrives;
  PlaceId from, to;
  std::uint64_t number;  ///< the sender's own count
  Letter letter;
};

}  // namespace cordon
