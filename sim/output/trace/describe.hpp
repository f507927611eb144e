#pragma once

// Every event of sim/model/events.hpp as a row: what it is called, what it means, what it says. One
// that is missing here does not compile. From these descriptions come the rows of a trace, its CSV,
// and what is said of its columns.

#include "sim/output/trace/read.hpp"

namespace cordon::trace {

template <class E>
constexpr bool is_described = false;
/// @tparam E  an event; what is not described stops the compiler here
template <class E>
inline constexpr auto description =
    [] { static_assert(is_described<E>, "describe the event in sim/output/trace/describe.hpp"); }();

// At a region. Nobody at a border sees who sets out.
template <>
inline constexpr auto description<ConditionsChanged> =
    seen("ConditionsChanged", "A shock began or ended: parameters have other values from now on.");
template <>
inline constexpr auto description<DemandChanged> =
    unseen("DemandChanged", "The same, where vehicles or consignments set out.");
template <>
inline constexpr auto description<VehicleDue> =
    unseen("VehicleDue", "A vehicle sets out, or decides to stay away.", read::departing);

// At a crossing: vehicles.
template <>
inline constexpr auto description<VehicleArrived> =
    seen("VehicleArrived",
         "A vehicle joined the end of the line; it waits for the first check, in a booked queue "
         "until it is called.",
         read::vehicle, read::its_line, read::vehicle_class, read::its_terminal, read::initial,
         read::authorised, read::stands_for, read::hidden_commodity, read::hidden_mass_kg,
         read::hidden_concealed, read::hidden_by);
template <>
inline constexpr auto description<VehicleBalked> =
    seen("VehicleBalked",
         "A vehicle found the road full, the queue too long or the line closed, and turned back.",
         read::vehicle, read::its_line, read::hidden_commodity);
template <>
inline constexpr auto description<VehicleGaveUp> =
    seen("VehicleGaveUp", "A vehicle lost patience before its first check and turned back.",
         read::vehicle, read::its_line, read::hidden_commodity);
template <>
inline constexpr auto description<BookingMissed> =
    seen("BookingMissed", "A vehicle was called forward and did not come.", read::vehicle,
         read::its_line, read::hidden_commodity);
template <>
inline constexpr auto description<PatienceEnded> = seen("PatienceEnded",
                                                        "The patience of a vehicle ended.",
                                                        read::vehicle, read::its_line);
template <>
inline constexpr auto description<SlotOpened> = seen("SlotOpened",
                                                     "A slot opened: the line lets vehicles in.",
                                                     read::line);
template <>
inline constexpr auto description<HoursChanged> =
    seen("HoursChanged", "The first check of the line opens or closes by its hours.", read::line);
template <>
inline constexpr auto description<LanesWanted> = seen("LanesWanted",
                                                      "The queue asks for another number of lanes.",
                                                      read::line, read::wanted);
template <>
inline constexpr auto description<CallDue> = seen("CallDue",
                                                  "The booked queue may call the next vehicle.",
                                                  read::line);
template <>
inline constexpr auto description<VehicleCalled> =
    seen("VehicleCalled", "A vehicle was called forward from the booked queue.", read::vehicle,
         read::its_line);
template <>
inline constexpr auto description<QueueJoined> =
    seen("QueueJoined", "A vehicle waits for a lane of the stage; of a desk: its papers do.",
         read::vehicle, read::its_line, read::stage);
template <>
inline constexpr auto description<ServiceInterrupted> =
    seen("ServiceInterrupted",
         "A check was broken off: the vehicle waits again, or another crew takes over.",
         read::vehicle, read::its_line, read::stage, read::lane);
template <>
inline constexpr auto description<ServiceResumed> =
    seen("ServiceResumed", "A check that was broken off goes on or is begun anew.", read::vehicle,
         read::its_line, read::stage, read::lane);
template <>
inline constexpr auto description<HallAdvanced> =
    seen("HallAdvanced", "The first of those in a shared hall is done.", read::stage);
template <>
inline constexpr auto description<VehicleBlocked> =
    seen("VehicleBlocked",
         "A vehicle is done, and stays in its lane: there is no room where it is to go, or a desk "
         "still reads its papers.",
         read::vehicle, read::its_line, read::stage, read::lane);
template <>
inline constexpr auto description<VehicleUnblocked> = seen("VehicleUnblocked",
                                                           "A vehicle that was blocked goes on.",
                                                           read::vehicle, read::its_line,
                                                           read::stage, read::lane);
template <>
inline constexpr auto description<ServiceBegan> = seen("ServiceBegan",
                                                       "A check of a vehicle began.", read::vehicle,
                                                       read::its_line, read::stage, read::lane);
template <>
inline constexpr auto description<ServiceEnded> = seen("ServiceEnded",
                                                       "A check of a vehicle ended.", read::vehicle,
                                                       read::its_line, read::stage, read::lane);
template <>
inline constexpr auto description<VehicleParted> =
    seen("VehicleParted", "A vehicle, or several, part from an agent that has stood for them.",
         read::vehicle, read::its_line, read::from, read::stands_for);
template <>
inline constexpr auto description<ChannelChosen> =
    seen("ChannelChosen", "The papers were read and the selectivity lane was chosen.",
         read::vehicle, read::its_line, read::its_stage, read::channel, read::risk_score,
         read::matches_profile, read::checks, read::hidden_commodity);
template <>
inline constexpr auto description<ControlEnded> =
    seen("ControlEnded", "A control ended, with a find or an alarm, or without.", read::vehicle,
         read::its_line, read::stage, read::found, read::hidden_commodity);
template <>
inline constexpr auto description<ControlSkipped> =
    seen("ControlSkipped", "The last machine has left, and who waited for it goes on without.",
         read::vehicle, read::its_line, read::stage);
template <>
inline constexpr auto description<GoodsSeized> = seen(
    "GoodsSeized", "Goods were seized; the vehicle goes no further.", read::vehicle, read::its_line,
    read::its_stage, read::found_commodity, read::found_mass_kg, read::arrest, read::hidden_by);
template <>
inline constexpr auto description<PersonsReferred> =
    seen("PersonsReferred", "Persons were found and referred to protection.", read::vehicle,
         read::its_line, read::its_stage, read::found_commodity, read::arrest, read::hidden_by);
template <>
inline constexpr auto description<PassageRefused> =
    seen("PassageRefused", "Sanctioned goods were found, and the vehicle goes back.", read::vehicle,
         read::its_line, read::its_stage, read::found_commodity, read::hidden_by);
template <>
inline constexpr auto description<GoodsHeld> =
    seen("GoodsHeld",
         "What was found is held until an expert has said what it is, or until there is a permit "
         "to let it run; the lane is free.",
         read::vehicle, read::its_line, read::its_stage, read::held_for, read::found_commodity,
         read::found_mass_kg, read::hidden_by);
template <>
inline constexpr auto description<HoldingEnded> =
    seen("HoldingEnded", "Nobody has answered in time: the holding of goods ends.", read::vehicle,
         read::its_line);
template <>
inline constexpr auto description<VehicleFled> =
    seen("VehicleFled", "Something was found, and the driver breaks away.", read::vehicle,
         read::its_line, read::its_stage, read::found_commodity, read::hidden_by);
template <>
inline constexpr auto description<PursuitBegan> = seen("PursuitBegan", "Officers go after him.",
                                                       read::vehicle, read::its_line);
template <>
inline constexpr auto description<PursuitEnded> =
    seen("PursuitEnded", "The pursuit ended, or there was nobody for it.", read::vehicle,
         read::its_line, read::caught);
template <>
inline constexpr auto description<VehicleEscaped> = seen("VehicleEscaped",
                                                         "He has got away, and has crossed.",
                                                         read::vehicle, read::its_line,
                                                         read::hidden_commodity, read::hidden_by);
template <>
inline constexpr auto description<DeliveryBegan> =
    seen("DeliveryBegan", "A controlled delivery: what was found goes on, under watch.",
         read::vehicle, read::its_line, read::found_commodity, read::hidden_by);
template <>
inline constexpr auto description<PictureRead> =
    seen("PictureRead", "The picture of a vehicle has been read elsewhere.", read::vehicle,
         read::its_line, read::its_stage, read::readable);
template <>
inline constexpr auto description<VehicleReleased> = seen("VehicleReleased",
                                                          "A vehicle was released and has crossed.",
                                                          read::vehicle, read::its_line,
                                                          read::hidden_commodity, read::hidden_by);

// At a crossing: vehicles that go on to another.
template <>
inline constexpr auto description<RoadFoundFull> =
    seen("RoadFoundFull", "A vehicle found the road full, or the line closed, and looks elsewhere.",
         read::vehicle, read::its_line);
template <>
inline constexpr auto description<VehicleDiverted> =
    seen("VehicleDiverted", "A vehicle left a full or closed line for that of another crossing.",
         read::vehicle, read::its_line, read::to_line, read::hidden_commodity);
template <>
inline constexpr auto description<TransitBegan> =
    seen("TransitBegan", "A vehicle that was released goes on to another border.", read::vehicle,
         read::its_line, read::to_line);

// At a crossing: advance cargo information.
template <>
inline constexpr auto description<EntrySummaryLodged> =
    seen("EntrySummaryLodged",
         "An entry summary declaration was lodged in time, and is analysed at once.", read::vehicle,
         read::its_line, read::vehicle_class);
template <>
inline constexpr auto description<EntrySummaryReferred> = seen("EntrySummaryReferred",
                                                               "It is referred to targeters.",
                                                               read::vehicle, read::its_line,
                                                               read::vehicle_class,
                                                               read::risk_score);
template <>
inline constexpr auto description<VerdictReceived> = seen(
    "VerdictReceived",
    "What targeters say reached the post; it may be too late, or the vehicle gone.", read::verdict);
template <>
inline constexpr auto description<EntrySummaryCleared> = seen("EntrySummaryCleared",
                                                              "A targeter has cleared it.",
                                                              read::vehicle, read::its_line);
template <>
inline constexpr auto description<ControlOrdered> =
    seen("ControlOrdered", "A targeter has ordered a control on arrival.", read::vehicle,
         read::its_line, read::vehicle_class);
template <>
inline constexpr auto description<LoadingRefused> =
    seen("LoadingRefused", "Not to be loaded, a targeter has said: the vehicle will not come.",
         read::vehicle, read::its_line, read::vehicle_class, read::hidden_commodity);

// At a base that investigates.
template <>
inline constexpr auto description<DeliveryFollowed> =
    seen("DeliveryFollowed", "A delivery is on its way; the unit is to follow it.", read::vehicle,
         read::its_line, read::found_commodity, read::hidden_by);
template <>
inline constexpr auto description<DeliveryArrived> =
    seen("DeliveryArrived", "A delivery is where it was to go, if it was not lost.", read::vehicle,
         read::its_line);
template <>
inline constexpr auto description<DeliveryLost> =
    seen("DeliveryLost", "A delivery is out of sight, and has passed.", read::vehicle,
         read::its_line, read::hidden_commodity, read::hidden_by);
template <>
inline constexpr auto description<CaseOpened> =
    seen("CaseOpened", "The unit opened a case on a find, or on a delivery.", read::case_about,
         read::case_number, read::found_at, read::case_goods, read::destination);
template <>
inline constexpr auto description<CaseStepBegan> = seen("CaseStepBegan", "A step of a case began.",
                                                        read::case_about, read::case_number,
                                                        read::case_step, read::special_form);
template <>
inline constexpr auto description<CaseStepEnded> = seen("CaseStepEnded", "A step of a case ended.",
                                                        read::case_about, read::case_number,
                                                        read::case_step, read::special_form);
template <>
inline constexpr auto description<CaseLapsed> = seen("CaseLapsed", "No permit has come in time.",
                                                     read::case_about, read::case_number);
template <>
inline constexpr auto description<CaseClosed> = seen("CaseClosed", "A case was closed.",
                                                     read::case_about, read::case_number,
                                                     read::special_form, read::case_outcome);

// At a base that watches green border. Who crosses it unseen is not told.
template <>
inline constexpr auto description<SectorEntered> =
    unseen("SectorEntered", "Somebody enters a sector of green border.", read::vehicle,
           read::its_line, read::hidden_commodity, read::hidden_mass_kg, read::hidden_by);
template <>
inline constexpr auto description<SectorSearched> =
    unseen("SectorSearched", "He is on the other side, if no patrol has found him.", read::vehicle,
           read::its_line);
template <>
inline constexpr auto description<SectorLeft> = unseen("SectorLeft",
                                                       "Nobody has found him, and he has crossed.",
                                                       read::vehicle, read::its_line,
                                                       read::hidden_commodity, read::hidden_by);

// At a crossing: vessels, trains and flights.
template <>
inline constexpr auto description<LotDue> =
    seen("LotDue", "A vessel, train or flight is due by its schedule; it may be late.",
         read::due_service);
template <>
inline constexpr auto description<LotArrived> =
    seen("LotArrived", "A vessel, train or flight arrived; it waits for a berth.", read::service,
         read::call, read::units);
template <>
inline constexpr auto description<UnloadingBegan> =
    seen("UnloadingBegan", "A lot took a berth: its units come off one by one.", read::service,
         read::call, read::berth);
template <>
inline constexpr auto description<UnloadingEnded> =
    seen("UnloadingEnded", "The last unit of a lot is off; it stays at its berth for a while.",
         read::service, read::call, read::berth);
template <>
inline constexpr auto description<LotLeft> = seen("LotLeft", "A lot left its berth.", read::service,
                                                  read::call, read::berth);
template <>
inline constexpr auto description<ConsignmentStowed> =
    unseen("ConsignmentStowed", "A group's consignment waits for the next lot to come off with.",
           read::vehicle, read::its_line);
template <>
inline constexpr auto description<UnitPickedUp> = seen("UnitPickedUp",
                                                       "A released unit was picked up in the yard.",
                                                       read::terminal, read::unloaded,
                                                       read::units_picked_up);

// At a crossing: staff, machines, reports, operations.
template <>
inline constexpr auto description<ShiftChanged> = seen("ShiftChanged", "A shift begins or ends.");
template <>
inline constexpr auto description<TeamCameOnDuty> = seen("TeamCameOnDuty",
                                                         "Officers of a crew came on duty.",
                                                         read::crew, read::borrower,
                                                         read::officers_of);
template <>
inline constexpr auto description<TeamWentOffDuty> = seen("TeamWentOffDuty",
                                                          "Officers of a crew went off duty.",
                                                          read::crew, read::borrower,
                                                          read::officers_of);
template <>
inline constexpr auto description<StaffChanged> = seen(
    "StaffChanged", "Officers, machines or report writing changed: lanes are manned anew.",
    read::customs_on_duty, read::border_guards_on_duty, read::others_on_duty, read::open_reports);
template <>
inline constexpr auto description<LanesChanged> = seen("LanesChanged",
                                                       "Lanes of a stage were opened or closed.",
                                                       read::line_of_stage, read::stage,
                                                       read::was_open, read::open);
template <>
inline constexpr auto description<TeamArrived> =
    seen("TeamArrived",
         "Officers arrived: guests, or home again; at home they are on duty at once if their shift "
         "is on.",
         read::arriving_crew, read::arriving_for, read::arriving, read::set_out);
template <>
inline constexpr auto description<TeamLeft> = seen("TeamLeft",
                                                   "Officers left for another post, or for home.",
                                                   read::crew, read::borrower, read::officers_of,
                                                   read::to, read::on_duty);
template <>
inline constexpr auto description<MachineArrived> =
    seen("MachineArrived", "A machine arrived; without an operation: it is home again.",
         read::equipment, read::operation, read::arriving_works);
template <>
inline constexpr auto description<MachineLeft> =
    seen("MachineLeft", "A machine left; without an operation: for home.", read::equipment,
         read::operation, read::works);
template <>
inline constexpr auto description<MachineFailed> = seen("MachineFailed", "A machine failed.",
                                                        read::equipment);
template <>
inline constexpr auto description<RepairBegan> = seen("RepairBegan",
                                                      "The repair of a machine began.",
                                                      read::equipment);
template <>
inline constexpr auto description<MachineRepaired> = seen("MachineRepaired",
                                                          "A machine works again.",
                                                          read::equipment);
template <>
inline constexpr auto description<MaintenanceBegan> = seen("MaintenanceBegan",
                                                           "The maintenance of a machine began.",
                                                           read::equipment);
template <>
inline constexpr auto description<MaintenanceEnded> = seen(
    "MaintenanceEnded", "The maintenance of a machine ended: it works again.", read::equipment);
template <>
inline constexpr auto description<ReportBegan> =
    seen("ReportBegan", "An officer began to write the report of a seizure.", read::reported);
template <>
inline constexpr auto description<ReportWritten> =
    seen("ReportWritten", "The report of a seizure is written and sent off.", read::reported,
         read::report, read::seized, read::copies, read::one_report);
template <>
inline constexpr auto description<ReportLost> =
    seen("ReportLost", "A copy of the report will never reach its reader.", read::reported);
template <>
inline constexpr auto description<RiskFormIssued> =
    seen("RiskFormIssued", "The post issued a risk information form of what was found.",
         read::found_in, read::issued_by);
template <>
inline constexpr auto description<RiskFormReceived> = seen("RiskFormReceived",
                                                           "A risk information form arrived.",
                                                           read::found_in, read::issued_by);
template <>
inline constexpr auto description<RiskFormTakenUp> =
    seen("RiskFormTakenUp", "From now on the post looks for what the form says.", read::found_in,
         read::issued_by);
template <>
inline constexpr auto description<AuditBegan> =
    seen("AuditBegan", "An officer began to look into the books of what the blue lane released.",
         read::reported);
template <>
inline constexpr auto description<AuditEnded> = seen("AuditEnded",
                                                     "A control after clearance was closed.",
                                                     read::reported, read::found);
template <>
inline constexpr auto description<ReviewDue> = seen(
    "ReviewDue", "The post tells headquarters what it has controlled and found.", read::operation);
template <>
inline constexpr auto description<StopReceived> = seen("StopReceived",
                                                       "Headquarters has stopped the operation.",
                                                       read::operation);
template <>
inline constexpr auto description<DebriefingBegan> =
    seen("DebriefingBegan", "An officer began to write down what the post did in an operation.",
         read::operation);
template <>
inline constexpr auto description<DebriefingWritten> =
    seen("DebriefingWritten", "That is written, and goes to headquarters.", read::operation);
template <>
inline constexpr auto description<OrderReceived> =
    seen("OrderReceived", "The post was ordered to take part in an operation.", read::operation);
template <>
inline constexpr auto description<OperationBegan> =
    seen("OperationBegan", "The action days of an operation began at this post.", read::operation);
template <>
inline constexpr auto description<OperationEnded> =
    seen("OperationEnded", "The action days of an operation ended at this post.", read::operation);
template <>
inline constexpr auto description<MoveOrderReceived> =
    seen("MoveOrderReceived", "The post was ordered to lend officers or a machine.",
         read::operation, read::move);
template <>
inline constexpr auto description<MoveDue> =
    seen("MoveDue", "Officers or a machine are to leave for an operation now.", read::operation,
         read::move);
template <>
inline constexpr auto description<OfficersPosted> =
    seen("OfficersPosted", "So many officers of a crew are at a lane from now on.", read::crew,
         read::borrower, read::officers_of, read::stage, read::lane);
template <>
inline constexpr auto description<ActivityChanged> =
    seen("ActivityChanged",
         "So many officers of a crew do this from now on; of work at lanes OfficersPosted tells, "
         "and who does nothing that is told is spare.",
         read::crew, read::borrower, read::officers_of, read::activity);
template <>
inline constexpr auto description<OvertimeEnded> = seen("OvertimeEnded",
                                                        "Officers went home who had stayed after "
                                                        "their shift.",
                                                        read::crew, read::borrower,
                                                        read::officers_of, read::since);
template <>
inline constexpr auto description<CourseBegan> = seen("CourseBegan",
                                                      "Officers of the post begin a course.",
                                                      read::course);
template <>
inline constexpr auto description<CourseEnded> = seen("CourseEnded",
                                                      "A course of officers of the post ended.",
                                                      read::course);
template <>
inline constexpr auto description<SecondmentDue> =
    seen("SecondmentDue", "Officers of the post are to leave for a secondment.", read::secondment);
template <>
inline constexpr auto description<ReassignmentReceived> =
    seen("ReassignmentReceived", "Officers are to leave for another post, by the review.");
template <>
inline constexpr auto description<StayEnded> = seen(
    "StayEnded", "The time ended that guests were to stay, or at least to stay.", read::staying);
template <>
inline constexpr auto description<HelpNeeded> = seen(
    "HelpNeeded", "Vehicles wait for what none of those present may do: a team on call is called.",
    read::line_of_stage, read::stage, read::first_called);
template <>
inline constexpr auto description<CallReceived> = seen("CallReceived",
                                                       "Another post calls for help.",
                                                       read::caller);
template <>
inline constexpr auto description<HelpReady> = seen("HelpReady",
                                                    "Officers are ready to leave on a call.",
                                                    read::ready, read::ready_officers,
                                                    read::caller);

// At a reporting desk.
template <>
inline constexpr auto description<ReportReceived> =
    seen("ReportReceived", "A copy of a seizure report reached the desk.", read::reporting_post,
         read::received_report, read::received_copy, read::seized_then);

template <>
inline constexpr auto description<AssessmentDue> = seen("AssessmentDue",
                                                        "The data of a threat assessment end.",
                                                        read::assessment);
template <>
inline constexpr auto description<AssessmentMade> =
    seen("AssessmentMade", "A threat assessment is there: selection follows it from now on.",
         read::assessment);

template <>
inline constexpr auto description<FundingDecided> = seen("FundingDecided",
                                                         "A fund decides who gets machines.");
template <>
inline constexpr auto description<MachineOrdered> =
    seen("MachineOrdered", "A machine is ordered for a post, from a fund.", read::post_that_gets,
         read::ordered_kind, read::price);
template <>
inline constexpr auto description<TrainingDecided> = seen("TrainingDecided",
                                                          "Places on courses are given out.");
template <>
inline constexpr auto description<StrategyReviewed> = seen("StrategyReviewed",
                                                           "The strategy is reviewed.");

// At a targeting centre.
template <>
inline constexpr auto description<ReferralReceived> =
    seen("ReferralReceived", "An entry summary declaration is there to be looked at.",
         read::referring_post);
template <>
inline constexpr auto description<ReferralBegan> = seen("ReferralBegan",
                                                        "A targeter begins to look at it.",
                                                        read::referring_post);
template <>
inline constexpr auto description<ReferralEnded> = seen("ReferralEnded",
                                                        "He has looked at it, and decides.",
                                                        read::referring_post);
template <>
inline constexpr auto description<InformationRequested> = seen(
    "InformationRequested", "He asks for information before he decides.", read::referring_post);
template <>
inline constexpr auto description<InformationReceived> =
    seen("InformationReceived", "The answer is there, and is looked at.", read::referring_post);

// New substances.
template <>
inline constexpr auto description<SubstanceRecognised> =
    seen("SubstanceRecognised",
         "Officers of the post have been trained after an alert: they recognise a new substance.",
         read::substance);

// Systems of justice and home affairs.
template <>
inline constexpr auto description<RecordHit> =
    seen("RecordHit", "The systems of justice and home affairs have a hit: it is to be resolved.",
         read::vehicle, read::its_line, read::vehicle_class, read::confirmed);

// Messages, at a crossing or a desk.
template <>
inline constexpr auto description<MessageBegan> =
    seen("MessageBegan", "An officer began to write a message on a find.", read::subject,
         read::exchange, read::message, read::find_of, read::to_post, read::hops, read::legible,
         read::urgent, read::direct);
template <>
inline constexpr auto description<MessageWritten> = seen("MessageWritten",
                                                         "A message on a find is written.",
                                                         read::subject, read::exchange,
                                                         read::message, read::find_of,
                                                         read::to_post, read::hops, read::legible,
                                                         read::urgent, read::direct);
template <>
inline constexpr auto description<MessageSent> =
    seen("MessageSent", "A message leaves on the next hop of its way.", read::subject,
         read::exchange, read::message, read::find_of, read::to_post, read::hops, read::legible,
         read::urgent, read::direct);
template <>
inline constexpr auto description<MessageLost> = seen("MessageLost",
                                                      "A message was lost on its next hop.",
                                                      read::subject, read::exchange, read::message,
                                                      read::find_of, read::to_post, read::hops,
                                                      read::legible, read::urgent, read::direct);
template <>
inline constexpr auto description<MessageReceived> =
    seen("MessageReceived",
         "A message arrived: at a desk it waits for an analyst, at a post it is taken up or not.",
         read::subject, read::exchange, read::message, read::find_of, read::to_post, read::hops,
         read::legible, read::urgent, read::direct, read::granted);
template <>
inline constexpr auto description<ReadingBegan> = seen("ReadingBegan",
                                                       "An analyst began to read a message.",
                                                       read::subject, read::exchange, read::message,
                                                       read::find_of, read::to_post, read::hops,
                                                       read::legible, read::urgent, read::direct);
template <>
inline constexpr auto description<ReadingEnded> =
    seen("ReadingEnded",
         "An analyst has read a message: it goes on, or is filed, answered or told to others.",
         read::subject, read::exchange, read::message, read::find_of, read::to_post, read::hops,
         read::legible, read::urgent, read::direct);
template <>
inline constexpr auto description<AnswerDue> =
    seen("AnswerDue", "There is all that is needed to answer what was asked.", read::subject,
         read::exchange, read::message, read::find_of, read::to_post, read::hops, read::legible,
         read::urgent, read::direct);
template <>
inline constexpr auto description<MatchFound> =
    seen("MatchFound", "The files have another find with the same lead: both posts will be told.",
         read::subject, read::exchange, read::message, read::find_of, read::to_post, read::match);
template <>
inline constexpr auto description<InformationUsed> =
    seen("InformationUsed", "A vehicle was selected whose papers say what those of a find said.",
         read::vehicle, read::its_line, read::used);
template <>
inline constexpr auto description<DeskOpened> = seen("DeskOpened",
                                                     "A desk opened where messages wait.");
template <>
inline constexpr auto description<ChannelFailed> =
    seen("ChannelFailed", "A channel that the desk has access to is out of order.",
         read::message_channel);
template <>
inline constexpr auto description<ChannelRestored> = seen("ChannelRestored", "It works again.",
                                                          read::message_channel);

// At a criminal group, where no authority sees anything.
template <>
inline constexpr auto description<ConsignmentPlanned> = unseen("ConsignmentPlanned",
                                                               "A group planned a consignment.",
                                                               read::new_consignment);
template <>
inline constexpr auto description<ConsignmentReady> =
    unseen("ConsignmentReady", "A group decides how to send a consignment.", read::consignment,
           read::postponements);
template <>
inline constexpr auto description<ConsignmentSent> = unseen("ConsignmentSent",
                                                            "A consignment was sent.",
                                                            read::consignment, read::line,
                                                            read::vehicles_sent);
template <>
inline constexpr auto description<ConsignmentPostponed> = unseen("ConsignmentPostponed",
                                                                 "A consignment was put off.",
                                                                 read::consignment);
template <>
inline constexpr auto description<ConsignmentDeterred> = unseen("ConsignmentDeterred",
                                                                "A consignment was given up.",
                                                                read::consignment);
template <>
inline constexpr auto description<OwnLossLearnt> =
    unseen("OwnLossLearnt", "A group learnt that a consignment of its own was lost.",
           read::line_learnt_of);
template <>
inline constexpr auto description<OwnPassageLearnt> =
    unseen("OwnPassageLearnt", "A group learnt that a consignment of its own passed.",
           read::line_learnt_of);
template <>
inline constexpr auto description<OthersLossLearnt> = unseen("OthersLossLearnt",
                                                             "A group heard of another's loss.",
                                                             read::line_learnt_of);
template <>
inline constexpr auto description<OperationLearnt> =
    unseen("OperationLearnt", "The plan of an operation leaked to a group.", read::operation);
template <>
inline constexpr auto description<GroupDisrupted> =
    unseen("GroupDisrupted", "Losses have taken more than half of a group's capacity.");
template <>
inline constexpr auto description<GroupLeft> = unseen("GroupLeft",
                                                      "A group left the trade for a while.");

template <>
inline constexpr auto description<IntelligenceGathered> = unseen(
    "IntelligenceGathered", "Others tell a desk of the group, rightly or not.", read::gathered_for);

template <>
inline constexpr auto description<GroupStruck> =
    unseen("GroupStruck", "A case, or a seizure where its goods were to go, has struck a group.");

// At the headquarters of an operation.
template <>
inline constexpr auto description<OrdersGiven> = seen("OrdersGiven",
                                                      "Orders for an operation went out.",
                                                      read::own_operation);
template <>
inline constexpr auto description<ActionDaysBegan> = seen("ActionDaysBegan",
                                                          "The action days of an operation began.",
                                                          read::own_operation);
template <>
inline constexpr auto description<ActionDaysEnded> = seen("ActionDaysEnded",
                                                          "The action days of an operation ended.",
                                                          read::own_operation);
template <>
inline constexpr auto description<ReviewReceived> =
    seen("ReviewReceived", "A post has told what the interim review asks for.", read::own_operation,
         read::reviewed_post);
template <>
inline constexpr auto description<DebriefingReceived> =
    seen("DebriefingReceived", "A post has told all that it did in the operation.",
         read::own_operation, read::reviewed_post);
template <>
inline constexpr auto description<DebriefingEnds> =
    seen("DebriefingEnds", "Headquarters waits no longer for posts to tell.", read::own_operation);
template <>
inline constexpr auto description<OperationDebriefed> =
    seen("OperationDebriefed", "Headquarters knows what there is to know of the operation.",
         read::own_operation);
template <>
inline constexpr auto description<OperationReported> = seen("OperationReported",
                                                            "The debriefing report is there.",
                                                            read::own_operation);
template <>
inline constexpr auto description<OperationContinued> = seen("OperationContinued",
                                                             "By its review the operation goes on.",
                                                             read::own_operation);
template <>
inline constexpr auto description<OperationStopped> = seen("OperationStopped",
                                                           "By its review the operation is "
                                                           "stopped.",
                                                           read::own_operation);

}  // namespace cordon::trace
