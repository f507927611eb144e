#pragma once

// What the rows of a trace can say: each field once, with its type, unit and meaning. The writer,
// the CSV of `cordon export` and its description are all made from this table.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cordon::trace {

/// What kind of thing a field holds, and so how it is kept and shown.
enum class Kind : std::uint8_t {
  vehicle,  ///< a source and a number, in two slots; never a slot of the model's memory
  line,     ///< of all lines; this and all other names: a position in the header's list
  stage,    ///< of the crossing where the event happens
  crew,     ///< home crossing and crew of it
  equipment,
  operation,
  commodity,
  group,
  crossing,
  channel,
  activity,
  vehicle_class,
  terminal,
  service,  ///< of vessels, trains or flights
  exchange,
  message_channel,
  message,  ///< what it does
  special_form,
  country,
  case_step,
  case_outcome,
  aside,  ///< why goods are held
  integer,
  real,  ///< of single precision
  boolean,
  moment  ///< microseconds since the start, in two slots
};

/// How many slots of a row it takes.
[[nodiscard]] constexpr std::size_t slots_of(Kind kind) {
  return kind == Kind::vehicle || kind == Kind::moment ? 2 : 1;
}

enum class Key : std::uint8_t {
  vehicle,
  line,
  stage,
  lane,
  channel,
  risk_score,
  found,
  commodity,
  mass_kg,
  initial,
  authorised,
  hidden_commodity,
  hidden_mass_kg,
  hidden_concealed,
  hidden_by,
  was_open,
  open,
  crew,
  operation,
  officers,
  on_duty,
  to,
  set_out,
  customs_on_duty,
  border_guards_on_duty,
  open_reports,
  equipment,
  works,
  report,
  seized,
  copies,
  one_report,
  copy,
  crossing,
  move,
  postponements,
  others_on_duty,
  activity,
  since,
  first_called,
  secondment,
  course,
  vehicle_class,
  to_line,
  terminal,
  service,
  call,
  berth,
  units,
  unloaded,
  vehicles,
  verdict,
  matches_profile,
  exchange,
  message,
  to_post,
  hops,
  legible,
  urgent,
  direct,
  other_find,
  message_channel,
  confirmed,
  granted,
  held_for,
  caught,
  case_number,
  case_step,
  case_outcome,
  special_form,
  destination,
  checks,
  arrest,
  assessment,
  price,
  from,
};

struct Field {
  Key key;
  std::string_view name;
  Kind kind;
  std::string_view unit;  ///< empty: none
  std::string_view meaning;
  bool truth = false;  ///< what a shipment hides: known to nature and the criminals alone
};

/// In the order of the columns.
inline constexpr std::array fields = {
    Field{
        Key::vehicle, "vehicle", Kind::vehicle, "",
        "Vehicle: the n-th of its source, which is a flow and its origin, the queue at the start, "
        "the table of arrivals, vessels, trains or flights, or a group. The same in all that "
        "happens to it."},
    Field{Key::line, "line", Kind::line, "",
          "Line: the lanes for one direction and one or more classes."},
    Field{Key::stage, "stage", Kind::stage, "", "Stage of control."},
    Field{Key::lane, "lane", Kind::integer, "", "Lane of the stage, from 0."},
    Field{Key::channel, "channel", Kind::channel, "", "Selectivity lane."},
    Field{Key::risk_score, "risk_score", Kind::real, "",
          "Risk score of the declaration; standard normal for legal goods."},
    Field{Key::found, "found", Kind::boolean, "", "Whether the control reported something."},
    Field{Key::commodity, "commodity", Kind::commodity, "", "Goods, or persons, that were found."},
    Field{Key::mass_kg, "mass_kg", Kind::real, "kg", "Mass of the goods seized."},
    Field{Key::initial, "initial", Kind::boolean, "",
          "Whether the vehicle was waiting when the run began."},
    Field{Key::authorised, "authorised", Kind::boolean, "",
          "Whether an authorised economic operator lodged the declaration."},
    Field{Key::hidden_commodity, "hidden_commodity", Kind::commodity, "",
          "What the vehicle hides; empty: nothing.", true},
    Field{Key::hidden_mass_kg, "hidden_mass_kg", Kind::real, "kg", "Mass of what it hides.", true},
    Field{Key::hidden_concealed, "hidden_concealed", Kind::boolean, "",
          "Whether that is built in, rather than among the goods.", true},
    Field{Key::hidden_by, "hidden_by", Kind::group, "",
          "Group that hides it; empty: an opportunist.", true},
    Field{Key::was_open, "was_open", Kind::integer, "", "Lanes of the stage that were open."},
    Field{Key::open, "open", Kind::integer, "",
          "Lanes of the stage that are open from now on: the first so many whose machines work."},
    Field{Key::crew, "crew", Kind::crew, "", "Crew: a team and its shift."},
    Field{Key::operation, "operation", Kind::operation, "",
          "Operation; of crews and machines: that borrows them, or has."},
    Field{Key::officers, "officers", Kind::integer, "", "How many officers."},
    Field{Key::on_duty, "on_duty", Kind::boolean, "", "Whether they were on duty when sent."},
    Field{Key::to, "to", Kind::crossing, "", "Crossing or base where they are sent."},
    Field{Key::set_out, "set_out", Kind::moment, "", "When they set out."},
    Field{Key::customs_on_duty, "customs_on_duty", Kind::integer, "",
          "Customs officers on duty at the post."},
    Field{Key::border_guards_on_duty, "border_guards_on_duty", Kind::integer, "",
          "Border guards on duty at the post."},
    Field{Key::open_reports, "open_reports", Kind::integer, "", "Seizure reports not yet written."},
    Field{Key::equipment, "equipment", Kind::equipment, "", "Kind of the machine."},
    Field{Key::works, "works", Kind::boolean, "", "Whether the machine works."},
    Field{Key::report, "report", Kind::integer, "", "Number of the seizure at its post, from 1."},
    Field{Key::seized, "seized", Kind::moment, "", "When the goods were seized."},
    Field{Key::copies, "copies", Kind::integer, "", "Systems that the report was written into."},
    Field{Key::one_report, "one_report", Kind::boolean, "",
          "Whether by the rules of one seizure - one report."},
    Field{Key::copy, "copy", Kind::integer, "", "System that the copy came through, from 0."},
    Field{Key::crossing, "crossing", Kind::crossing, "",
          "Post that reports, or calls for help; of a message: where the find was."},
    Field{Key::move, "move", Kind::integer, "", "Move of the operation's plan, from 0."},
    Field{Key::postponements, "postponements", Kind::integer, "",
          "How often the consignment has been put off."},
    Field{Key::others_on_duty, "others_on_duty", Kind::integer, "",
          "Officers of other authorities on duty at the post."},
    Field{Key::activity, "activity", Kind::activity, "", "What officers do."},
    Field{Key::since, "since", Kind::moment, "", "When their shift ended."},
    Field{Key::first_called, "first_called", Kind::crossing, "",
          "Crossing or base whose team is called first."},
    Field{Key::secondment, "secondment", Kind::integer, "",
          "Secondment of the post's officers, from 0, by name."},
    Field{Key::course, "course", Kind::integer, "",
          "Course of the post's officers, from 0, by team and name."},
    Field{Key::vehicle_class, "vehicle_class", Kind::vehicle_class, "",
          "Class of the vehicle: the line's own, or one that shares its lanes."},
    Field{Key::to_line, "to_line", Kind::line, "", "Line that the vehicle goes to."},
    Field{Key::terminal, "terminal", Kind::terminal, "",
          "Terminal; of a vehicle: where it came off as a unit of a lot; empty: it came by road."},
    Field{Key::service, "service", Kind::service, "", "Service of the vessel, train or flight."},
    Field{Key::call, "call", Kind::integer, "", "Call of the service, from 0."},
    Field{Key::berth, "berth", Kind::integer, "", "Berth of the crossing, from 0."},
    Field{Key::units, "units", Kind::integer, "",
          "Units that the lot came with, or that were picked up."},
    Field{Key::unloaded, "unloaded", Kind::moment, "", "When it came off."},
    Field{Key::vehicles, "vehicles", Kind::integer, "",
          "Vehicles that the consignment is split over, or that one agent stands for."},
    Field{Key::verdict, "verdict", Kind::integer, "",
          "What targeters say: 0 clear, 1 control on arrival, 2 do not load."},
    Field{Key::matches_profile, "matches_profile", Kind::boolean, "",
          "Whether the declaration says what a risk profile of the post looks for."},
    Field{Key::exchange, "exchange", Kind::exchange, "", "Exchange that the message is of."},
    Field{Key::message, "message", Kind::message, "",
          "What the message does: report, request, answer, warning, alert, picture, referral."},
    Field{Key::to_post, "to_post", Kind::crossing, "",
          "Post that the message is for; empty: the desk of its exchange."},
    Field{Key::hops, "hops", Kind::integer, "", "Hops that it has come on its way."},
    Field{Key::legible, "legible", Kind::boolean, "", "Whether it says enough to be worked with."},
    Field{Key::urgent, "urgent", Kind::boolean, "", "Whether the inquiry is urgent."},
    Field{Key::direct, "direct", Kind::boolean, "",
          "Whether the desk can look up the answer itself."},
    Field{Key::other_find, "other_find", Kind::vehicle, "",
          "Vehicle of an earlier find: with the same lead, or whose papers said the same."},
    Field{Key::message_channel, "message_channel", Kind::message_channel, "",
          "Channel for messages."},
    Field{Key::confirmed, "confirmed", Kind::boolean, "",
          "Whether it will turn out to be who the systems know."},
    Field{Key::granted, "granted", Kind::boolean, "",
          "Of an answer to what yes or no answers: yes."},
    Field{Key::held_for, "held_for", Kind::aside, "", "Who has to answer first: expert, permit."},
    Field{Key::caught, "caught", Kind::boolean, "", "Whether who fled was caught."},
    Field{Key::case_number, "case", Kind::integer, "", "Case of the unit, from 1."},
    Field{Key::case_step, "case_step", Kind::case_step, "",
          "Step of a case: assessment, permission, preparation, operation."},
    Field{Key::case_outcome, "case_outcome", Kind::case_outcome, "",
          "How a case ended: no_lead, refused, not_approved, failed, solved."},
    Field{Key::special_form, "special_form", Kind::special_form, "",
          "Special form of cooperation that a case uses; empty: none."},
    Field{Key::destination, "destination", Kind::country, "", "Country where goods were to go."},
    Field{Key::checks, "checks", Kind::integer, "",
          "How often operations in course have the vehicle checked: once for all that know of one "
          "another; 0: not for an operation."},
    Field{Key::arrest, "arrest", Kind::boolean, "", "Whether somebody was arrested."},
    Field{Key::assessment, "assessment", Kind::integer, "", "Threat assessment, from 0, by name."},
    Field{Key::price, "price", Kind::real, "EUR", "Price of the machine."},
    Field{Key::from, "from", Kind::vehicle, "", "Agent that has stood for the vehicle so far."}};

[[nodiscard]] constexpr const Field& field(Key key) {
  return fields[static_cast<std::size_t>(key)];
}

consteval bool fields_are_in_the_order_of_their_keys() {
  for (std::size_t f = 0; f < fields.size(); ++f)
    if (fields[f].key != static_cast<Key>(f)) return false;
  return fields.size() == static_cast<std::size_t>(Key::from) + 1;
}
static_assert(fields_are_in_the_order_of_their_keys());

}  // namespace cordon::trace
