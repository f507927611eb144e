// Reporting and joint operations.

#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<ReportingSpec>& parameters_of(Tag<ReportingSpec>) {
  static const auto table =
      Table<ReportingSpec>("How seizures are reported: into several systems, or once for all.")
          .key("one_report", &ReportingSpec::one_report, "One seizure - one report.", may_change)
          .key("systems", &ReportingSpec::systems, "Without it: systems to report to.",
               between(1.0, 8.0), source("assumed"), may_change)
          .key("officer_time", &ReportingSpec::officer_time,
               "Without it: an officer's time for each system.", at_least(0h), source("assumed"),
               may_change)
          .key("delay", &ReportingSpec::delay,
               "Without it: from seizure to reader, for each system.", unit::time,
               source("assumed"), may_change)
          .key("missing", &ReportingSpec::missing, "Without it: share that never arrives.",
               unit::share, source("assumed"), may_change)
          .key("one_officer_time", &ReportingSpec::one_officer_time,
               "With it: an officer's time for the one report.", at_least(0h), source("assumed"),
               may_change)
          .key("one_delay", &ReportingSpec::one_delay, "With it: from seizure to reader.",
               unit::time, source("within 24 h, as published for tobacco; else assumed"),
               may_change)
          .key("one_missing", &ReportingSpec::one_missing, "With it: share that never arrives.",
               unit::share, source("assumed"), may_change);
  return table;
}

const Table<MoveSpec>& parameters_of(Tag<MoveSpec>) {
  static const auto table =
      Table<MoveSpec>("What an operation takes from one post to another, for its action days.")
          .key("from", &MoveSpec::from, "The post or base that gives.", required,
               refers_to("crossing", "base"))
          .key("to", &MoveSpec::to, "The post or base that gets.", required,
               refers_to("crossing", "base"))
          .key("authority", &MoveSpec::authority, "Whose officers.", authority_words())
          .key("team", &MoveSpec::team,
               "Whose officers, more exactly; of all teams of the authority when not given.",
               refers_to("team"))
          .key("officers", &MoveSpec::officers, "Officer shifts a day, evenly from all crews.",
               between(0.0, 10000.0))
          .key("equipment", &MoveSpec::equipment, "One machine of this kind.",
               refers_to("equipment"));
  return table;
}

const Table<TargetSpec>& parameters_of(Tag<TargetSpec>) {
  static const auto table =
      Table<TargetSpec>(
          "Whom an operation is about: goods, routes, modes of transport or operators, as in a "
          "priority control area (Regulation (EU) No 952/2013, article 46(8)). Vehicles that meet "
          "all that is given; its multiplier and criteria are for these alone.")
          .key("classes", &TargetSpec::classes, "Modes of transport; all when not given.",
               class_words())
          .key("direction", &TargetSpec::direction, "One direction; both when not given.",
               direction_words())
          .key("flows", &TargetSpec::flows, "Routes: flows of the scenario; all when not given.",
               refers_to("flow"))
          .key("operators", &TargetSpec::operators,
               "Ranks of operators, 1 the largest; all when not given.", between(1.0, 1e8))
          .key("field", &TargetSpec::field,
               "Goods, with `commodity`: declarations whose field has one of the values that are "
               "typical of what opportunists hide of it.",
               refers_to("declaration"))
          .key("commodity", &TargetSpec::commodity, "Of which the values are typical.",
               refers_to("commodity"));
  return table;
}

const Table<OperationSpec>& parameters_of(Tag<OperationSpec>) {
  static const auto table =
      Table<OperationSpec>(
          "A joint operation of customs, border guards and others. It is planned here, prepared "
          "from "
          "its orders on, briefed, carried out in its action days, debriefed and reported.")
          .key("label", &OperationSpec::label, "Name for people.")
          .key("kind", &OperationSpec::kind,
               "What it is called; what it does is in the other keys.",
               one_of<OperationKind>(
                   {{"common_intensified_controls", OperationKind::common_intensified_controls,
                     "of customs and border guards (Council document 8617/23)"},
                    {"priority_control_area", OperationKind::priority_control_area,
                     "customs look at some goods, routes, modes or operators: has a `target`"},
                    {"frontex_joint_operation", OperationKind::frontex_joint_operation,
                     "led by Frontex (Regulation (EU) 2019/1896): border guards take part"},
                    {"joint_action_days", OperationKind::joint_action_days,
                     "of many agencies, within an action plan of EMPACT"},
                    {"joint_customs_operation", OperationKind::joint_customs_operation,
                     "of customs, with OLAF: customs take part"},
                    {"lewp_c_action", OperationKind::lewp_c_action,
                     "of the Law Enforcement Working Party in its customs formation"}}))
          .key("action_plan", &OperationSpec::action_plan,
               "Operational action plan that it is a part of, by any name; operations of one plan "
               "are deconflicted with one another.")
          .key(
              "deconflicted_with", &OperationSpec::deconflicted_with,
              "Other operations whose headquarters know of it: no vehicle is checked for both, and "
              "what they ask for adds up. Operations that do not know of one another ask for the "
              "same vehicles, the riskiest, and check them twice.",
              refers_to("operation"))
          .key("authorities", &OperationSpec::authorities,
               "That take part: whose officers are trained and briefed. All when not given.",
               authority_words())
          .key("start", &OperationSpec::start, "Of the action days, from the start of the run.",
               required, at_least(0h))
          .key("repeats", &OperationSpec::repeats, "How often it takes place.",
               between(1.0, 1000.0))
          .key("repeat_every", &OperationSpec::repeat_every,
               "From one time to the next; longer than the action days.", at_least(0h))
          .key("length", &OperationSpec::length, "Of the action days.", required, above(0h),
               source("6 to 14 days in published operations"))
          .key("notice", &OperationSpec::notice,
               "How long before the action days orders go out; leaks happen then.", at_least(0h),
               source("assumed"))
          .key("crossings", &OperationSpec::crossings,
               "Where: crossings, and bases that watch a sector of green border.", required,
               not_empty, refers_to("crossing", "base"))
          .key("training", &OperationSpec::training,
               "Before it: officers of its crossings are on a course for so long, from its orders "
               "on. 0: they are not.",
               at_least(0h), source("assumed"))
          .key("training_officers", &OperationSpec::training_officers,
               "Officers of each team that takes part who are.", between(1.0, 10000.0),
               source("assumed"))
          .key("training_gain", &OperationSpec::training_gain, "Skill that they bring back.",
               unit::score, between(0.0, 1.0), source("assumed"))
          .key("briefing", &OperationSpec::briefing,
               "At the beginning of the first shift that a crew has in the action days, one half "
               "after the other.",
               between(0h, 4h), source("assumed"))
          .key("selection_multiplier", &OperationSpec::selection_multiplier,
               "Multiplies the shares of the yellow, orange and red lanes there.", unit::factor,
               source("assumed"))
          .key("shared_criteria_auc", &OperationSpec::shared_criteria_auc,
               "Quality of selection with the criteria that the partners share; 0: none are.",
               unit::score, between(0.0, 0.999), source("assumed"))
          .tables("move", &OperationSpec::move, "What it takes from where to where.")
          .key("cooperation", &OperationSpec::cooperation,
               "Mode of its crossings while it lasts; as before when not given.",
               cooperation_words())
          .key("one_report", &OperationSpec::one_report,
               "One seizure - one report at its crossings, while it lasts.")
          .key("secrecy", &OperationSpec::secrecy,
               "Probability that one group hears nothing of it beforehand.", unit::probability,
               source("0.8: assumed"))
          .key("leaks_at", &OperationSpec::leaks_at,
               "When all groups hear of it, whatever its secrecy, since the start of the run; of "
               "repeats, of the first. Never when not given.",
               at_least(0h))
          .key("leak_fear", &OperationSpec::leak_fear,
               "Probability of loss that a group which has heard expects at its crossings.",
               unit::probability, source("assumed"))
          .table("target", &OperationSpec::target,
                 "Whom it is about: makes it a priority control area. All vehicles when not given.")
          .key("review_after", &OperationSpec::review_after,
               "Interim review: when posts tell headquarters what they have controlled and found, "
               "since it began. 0: there is none.",
               at_least(0h))
          .key("review_hit_rate", &OperationSpec::review_hit_rate,
               "Detections as a share of controls, of the vehicles that it is about, below which "
               "the review stops it.",
               unit::share, source("assumed"))
          .key("debriefing", &OperationSpec::debriefing,
               "Headquarters waits so long after the action days for what posts have to tell. 0: "
               "nobody asks them, and there is no report.",
               at_least(0h), source("assumed"))
          .key("debriefing_time", &OperationSpec::debriefing_time,
               "Of an officer at each post, to write it up.", above(0h), source("assumed"))
          .key("report_time", &OperationSpec::report_time,
               "From the debriefing until the report is there.", at_least(0h), source("assumed"));
  return table;
}

}  // namespace cordon
