// Stages of control, machines, techniques.

#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<ClassTimes>& parameters_of(Tag<ClassTimes>) {
  static const auto table =
      Table<ClassTimes>("Service time of each vehicle class.")
          .key("lorry", &ClassTimes::lorry, "Of a lorry.", unit::time, may_change)
          .key("car", &ClassTimes::car, "Of a car with its travellers.", unit::time, may_change)
          .key("bus", &ClassTimes::bus, "Of a bus with its travellers.", unit::time, may_change)
          .key("container", &ClassTimes::container, "Of a container.", unit::time, may_change)
          .key("wagon", &ClassTimes::wagon, "Of a railway wagon.", unit::time, may_change)
          .key("air_cargo", &ClassTimes::air_cargo, "Of a unit of air cargo.", unit::time,
               may_change)
          .key("parcel", &ClassTimes::parcel, "Of a batch of parcels.", unit::time, may_change);
  return table;
}

const Table<NextSpec>& parameters_of(Tag<NextSpec>) {
  static const std::string rest = " Stages: the first with an open lane takes it; none: exit.";
  static const auto stages = refers_to("layout.stage");
  static const auto table =
      Table<NextSpec>("Where a vehicle goes from a stage, by outcome.")
          .key("cleared", &NextSpec::cleared,
               "Nothing was found, or nothing was looked for." + rest, stages)
          .key("alarm", &NextSpec::alarm, "The technique gave an alarm, true or false." + rest,
               stages)
          .key("green", &NextSpec::green, "Selected for release." + rest, stages)
          .key("yellow", &NextSpec::yellow, "Selected for a check of documents." + rest, stages)
          .key("orange", &NextSpec::orange, "Selected for a scan or a dog." + rest, stages)
          .key("red", &NextSpec::red, "Selected for a physical search." + rest, stages)
          .key("blue", &NextSpec::blue, "Selected for control after clearance." + rest, stages);
  return table;
}

const Table<StageSpec>& parameters_of(Tag<StageSpec>) {
  static const auto table =
      Table<StageSpec>("One step of control.")
          .key("order", &StageSpec::order,
               "Position in the layout: vehicles only go forward. Unique; keys the luck.", required,
               between(0.0, 63.0))
          .key("own_lanes", &StageSpec::own_lanes,
               "Every line has lanes of its own; otherwise all lines share one.")
          .key("lanes", &StageSpec::lanes, "Shared stage without machines: vehicles at a time.",
               between(1.0, 200.0), source("assumed"), may_change)
          .key("crew", &StageSpec::crew, "Authorities that must be there.", authority_words())
          .key("officers_per_lane", &StageSpec::officers_per_lane, "Of each of them.",
               between(1.0, 50.0), source("assumed"), may_change)
          .key("equipment", &StageSpec::equipment,
               "Kind of machine: as many lanes as there are machines on post.",
               refers_to("equipment"))
          .table("time", &StageSpec::time, "Service times.")
          .key("per_traveller", &StageSpec::per_traveller,
               "Added for each traveller in the vehicle, who are checked one after the other.",
               unit::time, source("assumed"), may_change)
          .key(
              "places", &StageSpec::places,
              "For vehicles that wait here, beside those in lanes; any number when not given. With "
              "none free, a vehicle stays where it was and blocks it.",
              between(0.0, 100000.0), source("assumed"), may_change)
          .key("area", &StageSpec::area, "An area of the layout whose places it shares.",
               refers_to("layout.area"))
          .key("alongside", &StageSpec::alongside,
               "Desks: stages that work on the papers from when a vehicle joins this one; it goes "
               "on "
               "when all are done. An alarm of any of them is an alarm here.",
               refers_to("layout.stage"))
          .key("sharing", &StageSpec::sharing,
               "A hall, where all are served at once: at full speed up to as many as `lanes`, with "
               "more each more slowly (processor sharing).")
          .key("preempted", &StageSpec::preempted,
               "A service that somebody urgent interrupts here.", interruption_words(), may_change)
          .key("at_shift_end", &StageSpec::at_shift_end,
               "The vehicle in hand when the crew of a lane changes or leaves.",
               interruption_words(), may_change)
          .key("handover", &StageSpec::handover,
               "Added to a service that is resumed by another crew.", at_least(0h),
               source("assumed"), may_change)
          .key("read_at", &StageSpec::read_at,
               "An exchange of kind \"images\": when the stage is done with a vehicle, a desk "
               "elsewhere reads the picture with the stage's technique, and the vehicle waits in "
               "its lane for the answer.",
               refers_to("exchange"))
          .key("technique", &StageSpec::technique, "By which something may be found here.",
               refers_to("technique"))
          .key("control", &StageSpec::control, "What is looked at.",
               one_of<ControlKind>(
                   {{"none", ControlKind::none, "nothing that may be hidden"},
                    {"documents", ControlKind::documents, "the papers; a find is an alarm"},
                    {"scan", ControlKind::scan, "the goods from outside; a find is an alarm"},
                    {"search", ControlKind::search,
                     "the goods themselves: what is found is seized, persons are referred"}}))
          .key(
              "power", &StageSpec::power,
              "What the officers at a lane must be allowed to do, besides being of the crew; with "
              "no crew, officers of any authority that may. When not given: documents need "
              "check_documents, a scan needs scan unless its pictures are read elsewhere, a search "
              "open_cargo, anything else none.",
              power_words())
          .key("selects", &StageSpec::selects, "The selectivity lane is chosen at its end.")
          .table("next", &StageSpec::next, "Where vehicles go from here.");
  return table;
}

const Table<AreaSpec>& parameters_of(Tag<AreaSpec>) {
  static const auto table =
      Table<AreaSpec>("A yard, a shed or a hall whose places several stages share.")
          .key("places", &AreaSpec::places,
               "Vehicles there at one time, waiting or under control at any of its stages.",
               required, between(1.0, 100000.0), may_change);
  return table;
}

const Table<LayoutSpec>& parameters_of(Tag<LayoutSpec>) {
  static const auto table = Table<LayoutSpec>("The stages of control of a kind of crossing.")
                                .tables("stage", &LayoutSpec::stage, "Its stages.", required)
                                .tables("area", &LayoutSpec::area, "Areas of its stages.");
  return table;
}

const Table<OneStopSpec>& parameters_of(Tag<OneStopSpec>) {
  static const auto table =
      Table<OneStopSpec>("What one crew does at a crossing with cooperation = \"one_stop\".")
          .key("task_saving", &OneStopSpec::task_saving,
               "Its time for a vehicle, as a share of the sum of the separate checks.",
               unit::factor, between(0.1, 1.5), source("assumed"), may_change)
          .key(
              "detection_bonus", &OneStopSpec::detection_bonus,
              "Combined signs of person and goods raise every detection probability by this share.",
              unit::share, source("assumed"), may_change);
  return table;
}

const Table<CoLocatedSpec>& parameters_of(Tag<CoLocatedSpec>) {
  static const auto table =
      Table<CoLocatedSpec>(
          "What both crews do at a crossing with cooperation = \"co_located\": they check in "
          "parallel, and both are there until the longer check is done.")
          .key("task_factor", &CoLocatedSpec::task_factor,
               "Their time for a vehicle, as a share of the longer of the separate checks: papers "
               "are shown once. 1: nothing is saved but the second wait.",
               unit::factor, between(0.1, 1.5), source("assumed"), may_change)
          .key("detection_bonus", &CoLocatedSpec::detection_bonus,
               "Combined signs of person and goods raise every detection probability by this "
               "share.",
               unit::share, source("assumed"), may_change);
  return table;
}

const Table<EquipmentSpec>& parameters_of(Tag<EquipmentSpec>) {
  static const auto table =
      Table<EquipmentSpec>("A kind of machine.")
          .key("relocation", &EquipmentSpec::relocation,
               "To pack it up and set it up elsewhere, beside the journey.", at_least(0h),
               source("assumed"))
          .key("between_failures", &EquipmentSpec::between_failures,
               "Time on post until it fails, and after a repair until it fails again; it never "
               "fails when not given.",
               unit::time, source("assumed: 92 h, with the repair an availability of 0.92"))
          .key("repair", &EquipmentSpec::repair, "Time that a repair takes.", unit::time,
               source("assumed"), may_change)
          .key("maintenance_every", &EquipmentSpec::maintenance_every,
               "From one maintenance to the next, of time on post; 0: there is none.", at_least(0h),
               source("assumed"))
          .key("maintenance_lasts", &EquipmentSpec::maintenance_lasts, "How long each takes.",
               above(0h), source("assumed"))
          .key("maintenance_at", &EquipmentSpec::maintenance_at,
               "Local time at which it begins; whenever it is due when not given.")
          .key("price", &EquipmentSpec::price, "Of one.", unit::eur, source("assumed"))
          .key("lead_time", &EquipmentSpec::lead_time,
               "From the order to the machine at work on post.", at_least(0h), source("assumed"));
  return table;
}

const Table<PurchaseSpec>& parameters_of(Tag<PurchaseSpec>) {
  static const auto table =
      Table<PurchaseSpec>("A machine that is ordered during the run.")
          .key("equipment", &PurchaseSpec::equipment, "Its kind.", required, refers_to("equipment"))
          .key("crossing", &PurchaseSpec::crossing, "The post that gets it.", required,
               refers_to("crossing"))
          .key("ordered", &PurchaseSpec::ordered,
               "When, from the start of the run; it comes after the kind's lead_time.",
               at_least(0h));
  return table;
}

const Table<TechniqueSpec>& parameters_of(Tag<TechniqueSpec>) {
  static const auto table =
      Table<TechniqueSpec>(
          "A way to find what is hidden. Values are generic, not of any real post.")
          .key("false_alarm", &TechniqueSpec::false_alarm, "Of a vehicle with nothing hidden.",
               unit::probability, source("assumed"), may_change)
          .key("bulky", &TechniqueSpec::bulky, "Detection among the goods, at skill 1.",
               unit::probability, source("assumed"), may_change)
          .key("concealed", &TechniqueSpec::concealed, "Detection of what is built in, at skill 1.",
               unit::probability, source("assumed"), may_change)
          .key("commodity", &TechniqueSpec::commodity, "The same for these, however hidden.",
               unit::probability, keys_refer_to("commodity"), source("assumed"), may_change);
  return table;
}

}  // namespace cordon
