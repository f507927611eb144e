#include "sim/output/measures.hpp"

#include <algorithm>
#include <array>

namespace cordon {
namespace {

using enum Family;
using enum Better;

constexpr std::array catalogue = {
    // What flows.
    Measure{"arrivals", flow, "vehicles", neither, "Vehicles that reached the end of the line."},
    Measure{"crossed", flow, "vehicles", neither,
            "Vehicles that were released and have crossed, or have got away."},
    Measure{
        "balked", flow, "vehicles", lower,
        "Vehicles that found the approach road full, the queue too long or the line closed, and "
        "turned back."},
    Measure{"gave_up", flow, "vehicles", lower,
            "Vehicles that lost patience before their first check and turned back."},
    Measure{"missed", flow, "vehicles", neither,
            "Vehicles of a booked queue that were called forward and did not come."},
    Measure{
        "diverted", flow, "vehicles", lower,
        "Vehicles that found the approach road full or the line closed and left for another "
        "crossing, where they are among the arrivals again; attempts to cross are counted there "
        "alone. Where lines divert."},
    Measure{"transit", flow, "vehicles", neither,
            "Vehicles that crossed and go on to another border, where they are among the arrivals "
            "again: each border crossed is an arrival, and an attempt where something is hidden. "
            "Where there is transit."},
    Measure{"in_system_at_start", flow, "vehicles", neither,
            "Vehicles in line or under control when measuring began."},
    Measure{
        "in_system_at_end", flow, "vehicles", lower,
        "Vehicles in line or under control at the end: their waits are unfinished and in no mean."},
    Measure{"wait_mean", flow, "min", lower,
            "Mean wait from joining the end of the line to the start of the first check, of the "
            "vehicles that joined while measuring and whose first check began by the end."},
    Measure{"wait_p50", flow, "min", lower, "Median of these waits (to within 1/128 of it)."},
    Measure{"wait_p95", flow, "min", lower,
            "95 % of these waits are at most this long (to within 1/128 of it)."},
    Measure{"wait_max", flow, "min", lower, "Longest of these waits."},
    Measure{"time_in_system_mean", flow, "min", lower,
            "Mean time from joining the line to leaving the crossing, of those that joined while "
            "measuring and left by the end."},
    Measure{"queue_mean", flow, "vehicles", lower,
            "Vehicles waiting for the first check, averaged over time."},
    Measure{"queue_max", flow, "vehicles", lower,
            "Most vehicles that waited for the first check at one time, of one line and class."},
    Measure{"vehicle_hours_waited", flow, "h", lower,
            "Time spent waiting for the first check while measuring, by all vehicles, finished or "
            "not."},
    Measure{"utilisation", flow, "1", neither,
            "Share of the open lanes' time that is spent on a vehicle, over the stages with own "
            "lanes. Above 1 where lanes close and finish the vehicle that is in them."},
    Measure{"delay_cost", flow, "EUR", lower,
            "Cost of the time spent waiting for the first check."},
    // Vessels, trains and flights; where there are terminals.
    Measure{"lots_arrived", flow, "lots", neither, "Vessels, trains or flights that arrived."},
    Measure{"lots_left", flow, "lots", neither, "Vessels, trains or flights that left."},
    Measure{"lots_at_end", flow, "lots", lower,
            "Vessels, trains or flights waiting for a berth or at one at the end."},
    Measure{"lot_wait_mean", flow, "h", lower,
            "Mean wait for a berth, of the lots that arrived while measuring and were given one "
            "by the end."},
    Measure{"lot_turnaround_mean", flow, "h", lower,
            "Mean time from the arrival of a lot to its leaving, of those that arrived while "
            "measuring and left by the end."},
    Measure{"units_unloaded", flow, "units", neither,
            "Units that came off; each is an arrival at its line."},
    Measure{"units_picked_up", flow, "units", neither,
            "Units that were picked up in the yard after their release."},
    Measure{"yard_mean", flow, "units", lower,
            "Units in the yard, averaged over time: waiting for control, under it, and released "
            "but not picked up."},
    Measure{"yard_max", flow, "units", lower,
            "Most units in the yard at one time, of one terminal."},
    Measure{"yard_at_start", flow, "units", neither, "Units in the yard when measuring began."},
    Measure{"yard_at_end", flow, "units", neither,
            "Units in the yard at the end. Those unloaded and those at the start are those picked "
            "up, those detected and these."},
    Measure{"storage_cost", flow, "EUR", lower,
            "Cost of storage beyond the free time, of the units picked up while measuring."},
    // What is found, and what is not.
    Measure{"controls", enforcement, "vehicles", neither,
            "Vehicles that were sent to another lane than green."},
    Measure{
        "operation_checks", enforcement, "vehicles", neither,
        "Checks that joint operations in course have asked for: vehicles that they are about and "
        "that were sent to a control, each as often as it was checked."},
    Measure{"double_checks", enforcement, "vehicles", lower,
            "Of these, of vehicles that were checked already: for operations whose headquarters "
            "do not know of one another."},
    Measure{"illicit_attempts", enforcement, "vehicles", neither,
            "Vehicles with something hidden that reached the line."},
    Measure{"detections", enforcement, "vehicles", higher,
            "Vehicles in which something hidden was found: seizures, referrals and refusals under "
            "sanctions."},
    Measure{"seizures", enforcement, "vehicles", higher, "Vehicles from which goods were seized."},
    Measure{"arrests", enforcement, "vehicles", higher, "Finds at which somebody was arrested."},
    Measure{"seized_value", enforcement, "EUR", higher, "Value of the goods seized."},
    Measure{"seized_mass", enforcement, "kg", higher, "Mass of the goods seized."},
    Measure{"referrals", enforcement, "vehicles", higher,
            "Vehicles in which persons were found, who were referred to protection."},
    Measure{"sanction_refusals", enforcement, "vehicles", higher,
            "Vehicles in which sanctioned goods were found, which had to go back."},
    Measure{"illicit_passed", enforcement, "vehicles", lower,
            "Vehicles that were released with something hidden, or have got away with it."},
    Measure{
        "illicit_refused", enforcement, "vehicles", neither,
        "Vehicles with something hidden that turned back: balked, lost patience or did not come."},
    Measure{"illicit_in_system_at_end", enforcement, "vehicles", neither,
            "Vehicles with something hidden in line or under control at the end, held, or on their "
            "way under watch."},
    Measure{"interdiction_rate", enforcement, "1", higher,
            "Detections as a share of detections and illicit_passed."},
    Measure{"hit_rate", enforcement, "1", higher, "Detections as a share of controls."},
    Measure{"false_positive_rate", enforcement, "1", lower,
            "Vehicles with nothing hidden that were controlled, as a share of all with nothing "
            "hidden whose lane was chosen."},
    Measure{"value_per_seizure", enforcement, "EUR", neither, "Value of the goods of one seizure."},
    Measure{"selection_precision", enforcement, "1", higher,
            "Vehicles with something hidden as a share of controls, found or not."},
    Measure{"selection_recall", enforcement, "1", higher,
            "Vehicles that were controlled, as a share of all with something hidden whose lane was "
            "chosen."},
    Measure{"profile_controls", enforcement, "vehicles", neither,
            "Vehicles that were controlled and whose declaration says what a risk profile of the "
            "post looks for, by a common criterion or a risk information form."},
    Measure{"profile_detections", enforcement, "vehicles", higher,
            "Detections among the vehicles that a risk profile matches."},
    Measure{"goods_held", enforcement, "vehicles", neither,
            "Vehicles whose goods only an expert could tell, which were held. Where there are "
            "such goods."},
    Measure{"held_hours_mean", enforcement, "h", lower,
            "Mean time that goods were held, of those seized or released while measuring; it is "
            "in no time in the system."},
    Measure{"released_after_holding", enforcement, "vehicles", lower,
            "Vehicles that were released after their goods had been held: nobody had confirmed the "
            "suspicion, or not in time."},
    Measure{"fled", enforcement, "vehicles", lower,
            "Vehicles that broke away when something was found. Where they do."},
    Measure{"caught", enforcement, "vehicles", higher, "Of these: those that were caught."},
    Measure{"controlled_deliveries", enforcement, "vehicles", neither,
            "Vehicles that went on under watch with what was found in them. This, and what follows "
            "on cases, only where there is a unit that investigates."},
    Measure{"deliveries_lost", enforcement, "vehicles", lower,
            "Of these: lost on the way, which have passed."},
    Measure{"cases_opened", enforcement, "cases", neither,
            "Cases of the investigating unit that were opened; a delivery is one."},
    Measure{"cases_closed", enforcement, "cases", neither, "Cases that were closed."},
    Measure{"cases_solved", enforcement, "cases", higher,
            "Of these: solved; of deliveries: seized where they were to go."},
    Measure{"groups_struck", enforcement, "times", higher,
            "Times that a case, or the seizure of a delivery, has struck a group."},
    Measure{"audits", enforcement, "files", neither, "Controls after clearance that were closed."},
    Measure{"audit_findings", enforcement, "files", higher,
            "Of these: something was found, which has passed all the same."},
    Measure{"operations_stopped", enforcement, "operations", neither,
            "Operations that their interim review has stopped."},
    Measure{"harm_passed", enforcement, "1", lower,
            "Sum of the commodities' harm weights over illicit_passed."},
    Measure{"planned", enforcement, "vehicles", neither, "Consignments that the groups planned."},
    Measure{"postponed", enforcement, "vehicles", neither,
            "Times that a group put a consignment off."},
    Measure{"deterred", enforcement, "vehicles", higher, "Consignments that a group gave up."},
    Measure{"groups_disrupted", enforcement, "groups", higher,
            "Times that losses took more than half of a group's capacity."},
    Measure{"routes_used", enforcement, "lines", neither,
            "Lines that groups sent consignments to."},
    Measure{"route_spread", enforcement, "lines", neither,
            "How evenly they used these: the number of lines that, used evenly, would be as "
            "diverse (exponential of Shannon's entropy)."},
    // Who knows of it.
    // Advance cargo information; where there is some.
    Measure{"entry_summaries", information, "declarations", neither,
            "Entry summary declarations that were lodged in time."},
    Measure{"entry_summaries_referred", information, "declarations", neither,
            "Of these: referred to targeters."},
    Measure{"information_requests", information, "requests", neither,
            "Requests for information by targeters."},
    Measure{"controls_on_arrival", information, "vehicles", neither,
            "Vehicles for which targeters ordered a control on arrival."},
    Measure{"loading_refused", information, "vehicles", neither,
            "Vehicles that were not to be loaded, and did not come; what they hid is among the "
            "attempts and the refused."},
    Measure{"risk_forms_issued", information, "forms", neither,
            "Risk information forms that posts issued of what they found."},
    Measure{"risk_forms_taken_up", information, "profiles", neither,
            "Risk profiles that posts made of forms, of their own and of others."},
    // Interoperability with the systems of justice and home affairs, and exchanges; where there are
    // any.
    Measure{"record_hits", information, "vehicles", neither,
            "Vehicles that systems of justice and home affairs knew something of, when looked up."},
    Measure{"false_record_hits", information, "vehicles", lower,
            "Vehicles that they took for others, which had to be found out."},
    Measure{"intelligence_items", information, "items", neither,
            "Items of intelligence on groups, true or not, that others have told desks."},
    Measure{"substance_trainings", information, "trainings", neither,
            "Times that officers of a post have been trained to recognise a new substance."},
    Measure{"messages_written", information, "messages", neither,
            "Messages on finds that posts wrote to desks; the report of a seizure is not one."},
    Measure{"messages_lost", information, "messages", lower,
            "Messages of posts and desks that were lost on their way."},
    Measure{"message_delay_mean", information, "h", lower,
            "Mean time from the find until the desk that a message on it is for has read it."},
    Measure{"cross_checks", information, "inquiries", neither,
            "Inquiries that desks have compared with their files."},
    Measure{"cross_check_hits", information, "inquiries", higher,
            "Of these: those where the files had another find with the same lead."},
    Measure{"requests_answered", information, "inquiries", neither,
            "Inquiries whose answer reached the post that had asked."},
    Measure{"requests_answered_in_time", information, "inquiries", higher,
            "Of these: those whose answer came by its deadline, counted from the find."},
    Measure{"reports_sent", information, "reports", neither,
            "Copies of seizure reports that were sent off, lost ones included."},
    Measure{"reports_lost", information, "reports", lower, "Copies that never reached the desk."},
    Measure{"assessments", information, "assessments", neither,
            "Threat assessments whose data ended while measuring."},
    Measure{"assessment_bias", information, "1", lower,
            "How far threat assessments are off: half the sum of the differences between the "
            "shares of the harm that they tell and those of what was tried, on average over them."},
    Measure{"reports_received", information, "reports", neither, "Copies that reached the desk."},
    Measure{"duplicate_reports", information, "reports", lower,
            "Copies that reached the desk after another one of the same seizure."},
    Measure{"report_delay_mean", information, "h", lower,
            "Mean time from the seizure to the arrival of a copy at the desk."},
    // What it takes.
    Measure{"officer_hours", effort, "h", lower,
            "Officers times hours: on duty at the crossings, on the road between posts, and over "
            "time."},
    Measure{"overtime_hours", effort, "h", lower,
            "Officer hours at lanes after the shift had ended: to finish a vehicle, or for those "
            "who wait."},
    Measure{"reporting_hours", effort, "h", lower,
            "Officer hours spent on seizure reports, and on messages to desks."},
    Measure{"travel_hours", effort, "h", lower, "Officer hours on the road between posts."},
    Measure{"targeting_hours", effort, "h", lower,
            "Hours that targeters spent on entry summary declarations; not in officer_hours."},
    Measure{"desk_hours", effort, "h", neither,
            "Hours that analysts spent on messages; not in officer_hours."},
    Measure{"audit_hours", effort, "h", neither,
            "Officer hours spent on controls after clearance, by officers who were spare."},
    Measure{"investigation_hours", effort, "h", neither,
            "Officer hours spent on cases, deliveries and pursuits, by officers who were spare."},
    Measure{"document_checks", effort, "vehicles", neither,
            "Vehicles whose papers were checked in full."},
    Measure{"scans", effort, "vehicles", neither, "Vehicles scanned by X-ray or searched by dog."},
    Measure{"physical_searches", effort, "vehicles", neither,
            "Searches for which goods were opened."},
    Measure{"cost", effort, "EUR", lower,
            "Cost of the officer hours, with what overtime, journeys and guests cost besides."},
    Measure{"purchase_cost", effort, "EUR", lower,
            "Price of the machines that were ordered while measuring; not in cost."},
};

}  // namespace

std::span<const Measure> measures() { return catalogue; }

const Measure* find_measure(std::string_view name) {
  const auto found = std::find_if(catalogue.begin(), catalogue.end(),
                                  [&](const Measure& m) { return m.name == name; });
  return found == catalogue.end() ? nullptr : &*found;
}

bool may_be_shown(const Measure& measure, const Labels& labels, bool real_map) {
  return !real_map || labels.crossing == "all" || measure.name != "illicit_attempts";
}

std::string_view name_of(Family family) {
  switch (family) {
    case flow:
      return "flow";
    case enforcement:
      return "enforcement";
    case information:
      return "information";
    case effort:
      break;
  }
  return "effort";
}

}  // namespace cordon
