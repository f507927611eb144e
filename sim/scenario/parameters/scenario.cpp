// The scenario as a whole.

#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<RecordSpec>& parameters_of(Tag<RecordSpec>) {
  static const auto table =
      Table<RecordSpec>("What a run writes down.")
          .key("queues_every", &RecordSpec::queues_every,
               "Distance of the rows of queues.csv; a multiple of publish_every.", at_least(1min))
          .key("period", &RecordSpec::period,
               "Measures of the whole border are told for each period of this length as well, from "
               "the end of the warm-up on; a multiple of publish_every. 0: only of all the time.",
               at_least(0h));
  return table;
}

const Table<Scenario>& parameters_of(Tag<Scenario>) {
  static const auto table =
      Table<Scenario>("A border, who crosses it, who guards it, and who smuggles.")
          .key("title", &Scenario::title, "One line for people.")
          .key("about", &Scenario::note, "What it shows, and what in it is fictional.")
          .key("real_map", &Scenario::real_map,
               "Real posts: what passed is then not reported by post, nor told by a trace.")
          .key("start", &Scenario::start, "When the run begins: a date and time with offset.")
          .key("length", &Scenario::length, "How long it runs.", required, between(1min, 876000h))
          .key("warm_up", &Scenario::warm_up, "Time at the beginning that is not measured.",
               at_least(0h))
          .key("time_zone", &Scenario::time_zone,
               "Of rosters and profiles, as in the tz database: \"Europe/Warsaw\".")
          .key("publish_every", &Scenario::publish_every,
               "How often waits are published: drivers know them as of the last time.",
               between(1min, 168h), source("assumed"))
          .key(
              "choice_scale", &Scenario::choice_scale,
              "Scale of the logit choice of a crossing: a detour or wait longer by this makes it e "
              "times less likely.",
              above(0h), source("assumed: real waits of 34 and 88 h coexist side by side"))
          .key("scale", &Scenario::scale,
               "How many vehicles that hide nothing one agent stands for, at most: they come, wait "
               "and are checked together until one of them is selected. What is rare stays one by "
               "one.",
               between(1, 1000))
          .key(
              "binding_side", &Scenario::binding_side,
              "What holds booked queues back: 0 the calling forward, 1 the booths, 0.5 both alike. "
              "A side that binds to the share b has `slack` x (1 - b)^5 to spare, such that "
              "throughput is much the same for every answer.",
              unit::score, between(0.0, 1.0), source("assumed: the data cannot tell"))
          .key("slack", &Scenario::slack,
               "Spare capacity of a side that does not bind at all. 0: calling and booths are as "
               "they "
               "are written.",
               unit::factor)
          .key("primary_measures", &Scenario::primary_measures,
               "That a comparison judges; all others are exploratory.", not_empty)
          .tables("place", &Scenario::place, "Towns and regions.", required)
          .rows("link", &Scenario::link, "Roads.", required)
          .tables("crossing", &Scenario::crossing, "Border crossing points.", required)
          .tables("line", &Scenario::line, "Lanes and queues.", required)
          .rows("slot", &Scenario::slot, "Times at which lines let vehicles in.")
          .table("road_space", &Scenario::road_space, "Room that vehicles take on a road.")
          .tables("layout", &Scenario::layout, "Stages of control.", required)
          .table("one_stop", &Scenario::one_stop, "Joint crews.")
          .table("co_located", &Scenario::co_located, "Crews side by side.")
          .tables("roster", &Scenario::roster, "Shift patterns.")
          .tables("base", &Scenario::base, "From where teams are sent out.")
          .tables("patrol", &Scenario::patrol, "Ways to watch a green border.")
          .tables("team", &Scenario::team, "Officers on post.", required)
          .table("staffing", &Scenario::staffing, "How officers are put to work.")
          .table("fatigue", &Scenario::fatigue, "How officers tire.")
          .table("learning", &Scenario::learning, "How officers learn and forget.")
          .tables("course", &Scenario::course, "Training.")
          .tables("secondment", &Scenario::secondment, "Officers lent to another post.")
          .rows("competence", &Scenario::competence, "Who may do what, where.", may_change)
          .tables("equipment", &Scenario::equipment, "Kinds of machines.")
          .tables("purchase", &Scenario::purchase, "Machines that are ordered during the run.")
          .tables("technique", &Scenario::technique, "Ways to find things.")
          .tables("flow", &Scenario::flow, "Traffic.", required)
          .tables("priority", &Scenario::priority,
                  "Who goes first; with none given, authorised economic operators.")
          .rows("volume", &Scenario::volume, "Vehicles a day, by line and month.", may_change)
          .rows("booking", &Scenario::booking, "Bookings, by hour of the week.", may_change)
          .rows("profile", &Scenario::profile, "Traffic, by hour of the week.", may_change)
          .rows("release", &Scenario::release, "Calling forward, by hour of the day.", may_change)
          .rows("observed_queue", &Scenario::observed_queue,
                "Queues that were counted, which reports show beside the simulated ones.")
          .rows("arrival", &Scenario::arrival, "Observed or planned arrivals, one by one.")
          .rows("service", &Scenario::service, "How long stages took for them.")
          .tables("terminal", &Scenario::terminal, "Where lots are unloaded.")
          .tables("lot", &Scenario::lot, "Vessels, trains and flights.")
          .tables("commodity", &Scenario::commodity, "What is smuggled.")
          .table("opponent", &Scenario::opponent, "Who smuggles.")
          .tables("group", &Scenario::group, "Criminal groups.")
          .table("trader", &Scenario::trader, "Operators that lodge declarations.")
          .tables("declaration", &Scenario::declaration, "What declarations say.")
          .tables("advance", &Scenario::advance,
                  "Advance cargo information, by vehicle class: lorry, container, wagon...")
          .table("targeting", &Scenario::targeting, "Who looks at it.")
          .table("selection", &Scenario::selection, "Risk selection.")
          .table("risk_information", &Scenario::risk_information, "Risk information forms.")
          .tables("criterion", &Scenario::criterion, "Common risk criteria.")
          .table("after_clearance", &Scenario::after_clearance, "Control after clearance.")
          .table("reporting", &Scenario::reporting, "Seizure reports.")
          .table("interoperability", &Scenario::interoperability,
                 "Look-up in the systems of justice and home affairs.")
          .tables("desk", &Scenario::desk, "Analysts who read messages.")
          .tables("channel", &Scenario::channel, "Ways for messages.")
          .tables("exchange", &Scenario::exchange, "What is told, asked and passed on.")
          .table("investigation", &Scenario::investigation, "What follows a find.")
          .tables("special_form", &Scenario::special_form,
                  "Special forms of cooperation over borders.")
          .tables("operation", &Scenario::operation, "Joint operations.")
          .tables("assessment", &Scenario::assessment, "Threat assessments.")
          .tables("programme", &Scenario::programme, "Equipment from a fund.")
          .tables("training_needs", &Scenario::training_needs, "Training by need.")
          .table("review", &Scenario::review, "Review of the strategy.")
          .tables("shock", &Scenario::shock, "What changes during the run.")
          .table("record", &Scenario::record, "What is written down.");
  return table;
}

}  // namespace cordon
