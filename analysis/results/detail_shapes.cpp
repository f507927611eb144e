// What the columns of the tables of details are.

#include <array>

#include "analysis/results/columns.hpp"
#include "analysis/results/detail_tables.hpp"

namespace cordon {
namespace {

using columns::replication, columns::scenario;

constexpr Column crossing{"crossing", "string", "", "Crossing."};
constexpr Column operation{"operation", "string", "", "Operation."};

constexpr std::array seizures_columns = {
    scenario,
    replication,
    Column{"time", "datetime", "UTC", "When the goods were seized."},
    crossing,
    columns::one_direction,
    columns::one_class,
    Column{"commodity", "string", "", "What was seized."},
    Column{"mass_kg", "number", "kg", "Its mass."},
    Column{"value_eur", "number", "EUR", "Its value, to the cent."},
    Column{"channel", "string", "",
           "Selectivity lane that the vehicle was sent to: yellow, orange, red."},
    Column{"stage", "string", "", "Stage of control where it was found."},
    Column{"technique", "string", "", "Technique by which it was found."},
    Column{"known", "datetime", "UTC",
           "When the first report of it reached the desk; empty: not by the end."},
    Column{"report_delay_h", "number", "h", "How long after the seizure that was."}};

constexpr std::array teams_columns = {
    scenario,
    replication,
    Column{"crossing", "string", "", "Crossing where they work, or base where they are at home."},
    Column{"authority", "string", "", "Authority."},
    Column{"team", "string", "", "Team; all: all of this authority here."},
    Column{"home", "string", "", "Crossing or base that the team belongs to."},
    Column{"operation", "string", "", "Operation whose guests they are; empty: none."},
    Column{"officers", "integer", "",
           "Officer shifts a day; of guests the most that were here, summed over crews; of all: "
           "without guests."},
    Column{"rostered_hours", "number", "h",
           "Officer hours of their shifts at this crossing and of the way to it; what follows, "
           "without on_duty_hours and overtime_hours, adds up to it."},
    Column{"on_duty_hours", "number", "h",
           "Of these, on duty at this crossing: neither absent nor on the road."},
    Column{"lane_hours", "number", "h", "Worked at a lane."},
    Column{"spare_hours", "number", "h", "On duty, with no lane to work at."},
    Column{"briefing_hours", "number", "h", "Took over from the shift before."},
    Column{"break_hours", "number", "h", "Had a break."},
    Column{"reporting_hours", "number", "h", "Wrote seizure reports."},
    Column{"liaison_hours", "number", "h", "Went with guests under the host's command."},
    Column{"called_out_hours", "number", "h",
           "Got ready to leave on a call, or waited where they had been called to."},
    Column{"training_hours", "number", "h", "Were on a course in their shift."},
    Column{"absent_hours", "number", "h", "Did not come."},
    Column{"travel_hours", "number", "h", "Were on the road to this crossing."},
    Column{"overtime_hours", "number", "h", "Worked after the end of their shift."},
    Column{"audit_hours", "number", "h", "Controlled after clearance what the blue lane took."},
    Column{"investigation_hours", "number", "h",
           "Worked on cases, followed deliveries, or went after who fled."}};

constexpr std::array equipment_columns = {
    scenario,
    replication,
    crossing,
    Column{"equipment", "string", "", "Kind of machine."},
    Column{"machines", "integer", "", "The crossing's own."},
    Column{"present_hours", "number", "h", "Machine hours on post, those lent to it included."},
    Column{"working_hours", "number", "h",
           "Of these, neither broken, nor in repair, nor under maintenance."},
    Column{"in_use_hours", "number", "h", "Machine hours spent on vehicles."},
    Column{"vehicles", "integer", "vehicles", "Vehicles that it was used on."}};

constexpr std::array operations_columns = {
    scenario,
    replication,
    operation,
    Column{"kind", "string", "", "Kind of the operation."},
    Column{"action_plan", "string", "", "Operational action plan that it is a part of."},
    Column{"orders", "datetime", "UTC", "When the orders went out."},
    Column{"begins", "datetime", "UTC", "First moment of the action days, as planned."},
    Column{"ends", "datetime", "UTC", "Their end."},
    Column{"crossings", "string", "", "Crossings that take part, with a space between."},
    Column{"officers_planned", "integer", "", "Officer shifts a day that the plan takes to them."},
    Column{"officers_arrived", "integer", "", "Those that came."},
    Column{"machines_planned", "integer", "", "Machines that the plan takes to them."},
    Column{"machines_arrived", "integer", "", "Those that came."},
    Column{"officer_hours", "number", "h", "Hours on duty of these officers, at its crossings."},
    Column{"travel_hours", "number", "h", "Officer hours on the road there."},
    Column{
        "controls", "integer", "vehicles",
        "Vehicles sent to another lane than green; this and the next twelve at its crossings and "
        "in its action days, by all who work there."},
    Column{"checks", "integer", "vehicles", "Vehicles that it has asked for."},
    Column{"double_checks", "integer", "vehicles",
           "Of these, checked once more for an operation that it does not know of."},
    Column{"document_checks", "integer", "vehicles", "Vehicles whose papers were checked in full."},
    Column{"scans", "integer", "vehicles", "Vehicles scanned by X-ray or searched by dog."},
    Column{"physical_searches", "integer", "vehicles", "Searches for which goods were opened."},
    Column{"detections", "integer", "vehicles",
           "Seizures, referrals and refusals under sanctions."},
    Column{"seizures", "integer", "vehicles", "Vehicles from which goods were seized."},
    Column{"seized_mass", "number", "kg", "Mass of these goods."},
    Column{"seized_value", "number", "EUR", "Their value."},
    Column{"referrals", "integer", "vehicles", "Vehicles in which persons were found."},
    Column{"arrests", "integer", "vehicles", "Seizures at which somebody was arrested."},
    Column{"wait_before", "number", "min",
           "Mean wait at its crossings in as many days before; empty: nobody waited."},
    Column{"wait_during", "number", "min", "Mean wait there in its action days."},
    Column{"groups_warned", "integer", "", "Groups to which the plan leaked."},
    Column{"stopped", "integer", "", "1: its interim review has stopped it; 0: not."},
    Column{"debriefed", "datetime", "UTC",
           "When all posts had told headquarters, or it waited no longer; empty: not by the end."},
    Column{"reported", "datetime", "UTC", "When the report was there."},
    Column{"posts_heard", "integer", "", "Posts that had told by the debriefing."},
    Column{"controls_told", "integer", "vehicles",
           "Vehicles sent to another lane than green, as these posts told it."},
    Column{"detections_told", "integer", "vehicles", "Detections, as these posts told it."}};

constexpr std::array assessments_columns = {
    scenario,
    replication,
    Column{"assessment", "string", "", "Threat assessment."},
    Column{"data_end", "datetime", "UTC", "When its data ended."},
    Column{"commodity", "string", "", "Goods, or persons."},
    Column{"share_told", "number", "1", "Share of the harm, as it tells."},
    Column{"share_tried", "number", "1", "Share of the harm that was tried since the last one."}};

constexpr std::array reviews_columns = {
    scenario,
    replication,
    Column{"period", "string", "", "First day of the period."},
    Column{"measure", "string", "", "Measure, over the whole border."},
    Column{"target", "number", "", "In the unit of the measure."},
    Column{"aim", "string", "", "at_least or at_most."},
    Column{"value", "number", "", "What it was; empty: nothing to take it from."},
    Column{"met", "integer", "", "1: the target is met; 0: it is not; empty: no value."}};

constexpr std::array groups_columns = {
    scenario,
    replication,
    Column{"group", "string", "", "Criminal group."},
    Column{"crossing", "string", "", "Crossing; all: by any. On a real map there is only all."},
    Column{"planned", "integer", "",
           "Consignments planned; told of all crossings together, as are "
           "the next three."},
    Column{"postponed", "integer", "", "Times that one was put off."},
    Column{"deterred", "integer", "", "Consignments given up."},
    Column{"warnings", "integer", "", "Plans of operations that leaked to it."},
    Column{"sent", "integer", "", "Consignments sent."},
    Column{"lost", "integer", "", "Consignments found at a crossing."},
    Column{"passed", "integer", "", "Consignments that passed."},
    Column{"refused", "integer", "", "Consignments that found the road full and turned back."}};

constexpr std::array messages_columns = {
    scenario,
    replication,
    Column{"exchange", "string", "", "Exchange that the message is of."},
    Column{
        "message", "string", "",
        "What it does: report, request, answer; warning, or alert to a new substance: tells a post "
        "what it has not asked for; referral: has the unit open a case."},
    Column{"found", "datetime", "UTC",
           "When that was found, or gathered, that the exchange is about."},
    Column{"crossing", "string", "",
           "Where that was found which the message tells of; empty: intelligence."},
    Column{"to", "string", "", "Desk or crossing that it is for."},
    Column{"hop", "integer", "", "Of its way, from 1."},
    Column{"sender", "string", "", "Who sends it on this hop."},
    Column{"receiver", "string", "", "Who is to receive it."},
    Column{"channel", "string", "", "Over which channel."},
    Column{"sent", "datetime", "UTC", "When it was sent."},
    Column{"received", "datetime", "UTC", "When it arrived; empty: not by the end."},
    Column{"read", "datetime", "UTC",
           "When an analyst had read it; empty: not by the end. At a crossing: when it arrived."},
    Column{"lost", "integer", "", "1: it was lost on this hop."},
    Column{"controls", "integer", "vehicles",
           "Vehicles that the crossing which received it has selected, whose papers say what it "
           "tells."}};

constexpr std::array desks_columns = {
    scenario,
    replication,
    Column{"desk", "string", "", "Desk."},
    Column{"analysts", "integer", "", "At work while it is open."},
    Column{"received", "integer", "messages", "Messages that arrived."},
    Column{"read", "integer", "messages", "Messages that were read."},
    Column{"backlog_mean", "number", "messages", "Messages waiting, averaged over time."},
    Column{"backlog_max", "integer", "messages", "Most that waited at one time."},
    Column{"wait_mean_h", "number", "h", "Mean wait until an analyst takes a message up."},
    Column{"desk_hours", "number", "h", "Analyst hours spent on messages."}};

constexpr std::array cases_columns = {
    scenario,
    replication,
    Column{"unit", "string", "", "Base whose officers investigate."},
    Column{"case", "integer", "", "Number of the case at the unit, from 1."},
    Column{"found_at", "string", "", "Crossing where something was found."},
    Column{"commodity", "string", "", "What was found."},
    Column{"destination", "string", "", "Country where it was to go."},
    Column{"special_form", "string", "", "Special form of cooperation that it uses; empty: none."},
    Column{"opened", "datetime", "UTC", "When it was opened."},
    Column{"assessment_began", "datetime", "UTC", "When an officer began to assess it."},
    Column{"assessment_ended", "datetime", "UTC", "When it was assessed."},
    Column{"permission_began", "datetime", "UTC",
           "When a permit was asked for; of what is urgent it is asked for "
           "when the operation begins."},
    Column{"permission_ended", "datetime", "UTC", "When it was there."},
    Column{"preparation_began", "datetime", "UTC", "When setting up began, of what needs it."},
    Column{"preparation_ended", "datetime", "UTC", "When all was set up."},
    Column{"operation_began", "datetime", "UTC", "When officers began to carry it out."},
    Column{"operation_ended", "datetime", "UTC", "When they were done."},
    Column{"closed", "datetime", "UTC", "When it was closed; empty: not by the end."},
    Column{"outcome", "string", "", "no_lead, refused, not_approved, failed or solved."}};

constexpr std::array stages_columns = {
    scenario,
    replication,
    crossing,
    columns::one_direction,
    columns::one_class,
    columns::stage,
    columns::activity,
    Column{"vehicles", "integer", "vehicles",
           "Vehicles that came to it while measuring, or were in it when measuring began."},
    Column{"vehicle_hours", "number", "h", "Time that all vehicles together spent so."}};

}  // namespace

const TableShape seizures_table{"seizures.csv", "Every seizure that the measures count.",
                                seizures_columns};
const TableShape teams_table{"teams.csv", "Officer hours, by crossing, authority and team.",
                             teams_columns};
const TableShape equipment_table{"equipment.csv", "Machine hours, by crossing and kind.",
                                 equipment_columns};
const TableShape operations_table{
    "operations.csv", "What was planned for operations, and what was done.", operations_columns};
const TableShape messages_table{"messages.csv",
                                "Every message on a find, hop by hop, of what was found while "
                                "measuring.",
                                messages_columns};
const TableShape desks_table{"desks.csv", "What came to the desks of the scenario.", desks_columns};
const TableShape assessments_table{
    "assessments.csv", "Threat assessments whose data ended while measuring, beside the truth.",
    assessments_columns};
const TableShape reviews_table{
    "reviews.csv", "The targets of the strategy and what was reached, by period.", reviews_columns};
const TableShape cases_table{"cases.csv",
                             "Every case of the investigating unit that was opened while "
                             "measuring, with the time of each step.",
                             cases_columns};
const TableShape stages_table{
    "stages.csv",
    "Where vehicles spend their time: the rows add up to the time of all vehicles in the system.",
    stages_columns};
const TableShape groups_table{"groups.csv", "What became of the consignments of groups.",
                              groups_columns};

}  // namespace cordon
