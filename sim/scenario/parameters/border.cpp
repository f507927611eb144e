// Places, roads, crossings and their lines.

#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<PlaceSpec>& parameters_of(Tag<PlaceSpec>) {
  static const auto table =
      Table<PlaceSpec>("A town or region where traffic starts or ends.")
          .key("label", &PlaceSpec::label, "Name for people.")
          .key("country", &PlaceSpec::country, "ISO 3166 code of two letters.")
          .key("latitude", &PlaceSpec::latitude, "Where it is.", unit::latitude)
          .key("longitude", &PlaceSpec::longitude, "Where it is.", unit::longitude);
  return table;
}

const Table<LinkRow>& parameters_of(Tag<LinkRow>) {
  static const auto table =
      Table<LinkRow>("A road between two places, or a place and a crossing, both ways.")
          .key("from", &LinkRow::from, "One end.", required, refers_to("place", "crossing"))
          .key("to", &LinkRow::to, "The other end.", required, refers_to("place", "crossing"))
          .key("length", &LinkRow::length_km, "Length.", required, unit::km, above(0.0))
          .key("speed", &LinkRow::speed_km_per_h, "Free speed, for travel times.",
               unit::km_per_hour, at_least(1.0), source("assumed"));
  return table;
}

const Table<CrossingSpec>& parameters_of(Tag<CrossingSpec>) {
  static const auto table =
      Table<CrossingSpec>("A border crossing point.")
          .key("label", &CrossingSpec::label, "Name for people; the table's name when empty.")
          .key("country", &CrossingSpec::country,
               "ISO 3166 code of the country whose authorities control here.")
          .key("latitude", &CrossingSpec::latitude, "Where it is.", unit::latitude)
          .key("longitude", &CrossingSpec::longitude, "Where it is.", unit::longitude)
          .key("layout", &CrossingSpec::layout, "Its stages of control.", refers_to("layout"))
          .key("cooperation", &CrossingSpec::cooperation,
               "How customs and border guards work together.", cooperation_words(),
               source("assumed"), may_change)
          .key("closed", &CrossingSpec::closed, "Nobody crosses here: all its lines are closed.",
               may_change)
          .key("equipment", &CrossingSpec::equipment, "Machines on post, by kind.", at_least(0.0),
               keys_refer_to("equipment"))
          .key("out_of_order", &CrossingSpec::out_of_order,
               "Of these machines, by kind: so many do not work, and nobody repairs them, while "
               "this is so.",
               at_least(0.0), keys_refer_to("equipment"), may_change)
          .key("repair_teams", &CrossingSpec::repair_teams,
               "Machines that can be repaired there at one time; 0: any number.",
               between(0.0, 1000.0), source("assumed"))
          .key("lanes", &CrossingSpec::lanes,
               "Lanes of shared stages, where they are not as many as the layout says.",
               between(0.0, 200.0), keys_refer_to("layout.stage"))
          .key("places", &CrossingSpec::places,
               "Places of areas, where they are not as many as the layout says.",
               between(1.0, 100000.0), keys_refer_to("layout.area"))
          .key("hours", &CrossingSpec::hours,
               "When its first checks are open, local time: \"06:00-22:00\"; always when empty. A "
               "line's own hours go before these.",
               may_change);
  return table;
}

const Table<LineSpec>& parameters_of(Tag<LineSpec>) {
  static const auto table =
      Table<LineSpec>(
          "The lanes of one crossing for one direction and class, and the queue before them.")
          .key("crossing", &LineSpec::crossing, "Where.", required, refers_to("crossing"))
          .key("direction", &LineSpec::direction, "Which way.", required, direction_words())
          .key("vehicle_class", &LineSpec::vehicle_class, "For whom.", required, class_words())
          .key("also", &LineSpec::also,
               "Other classes that use the same lanes, and wait in the same queue.", class_words())
          .key("closed", &LineSpec::closed,
               "Nobody chooses this line; its vehicles go to the others, as their choice has it. "
               "Who comes nevertheless finds no room, and no lane is manned.",
               may_change)
          .key("lanes", &LineSpec::lanes, "Lanes of each of the line's own stages.",
               between(1.0, 200.0), source("assumed"), may_change)
          .key("manned_first", &LineSpec::manned_first,
               "Of these: as many get officers before the other lanes of the crossing do.",
               between(0.0, 200.0), source("assumed"), may_change)
          .key("time_factor", &LineSpec::time_factor,
               "Multiplies the service time of the first check here.", unit::factor,
               between(0.001, 1000.0), source("calibrated where given"), may_change)
          .key("queue", &LineSpec::queue, "How vehicles wait.",
               one_of<QueueKind>(
                   {{"physical", QueueKind::physical,
                     "on the approach road; who finds it full turns back (balks)"},
                    {"booked", QueueKind::booked,
                     "anywhere: places are booked, and called forward at a rate into a pool"}}))
          .key("road_capacity", &LineSpec::road_capacity,
               "Physical queue: vehicles that find room before the first check.", at_least(0.0),
               source("assumed"), may_change)
          .key("road_length", &LineSpec::road_km,
               "Physical queue: the same as a length, taken up by `road_space` of each vehicle; 0: "
               "counted in vehicles.",
               unit::km, may_change)
          .key("balk_from", &LineSpec::balk_from,
               "Physical queue: with so many waiting, arrivals begin to turn back,", at_least(0.0),
               source("assumed"), may_change)
          .key("balk_all", &LineSpec::balk_all,
               "and with so many all do; the share grows evenly in between. 0: nobody turns back "
               "before the road is full.",
               at_least(0.0), source("assumed"), may_change)
          .key("no_show", &LineSpec::no_show,
               "Booked queue: share of those called forward who do not come; their place is lost.",
               unit::share, source("assumed"), may_change)
          .key("release", &LineSpec::release_per_hour,
               "Booked queue: mean rate of calling forward.", unit::per_hour, at_least(0.0),
               may_change)
          .key("pool", &LineSpec::pool,
               "Booked queue: vehicles called forward and not yet checked, at most.",
               between(1.0, 100000.0),
               source("30: mean of the pool at Tysa-Zahony, June 2025, open eCherha data"),
               may_change)
          .key("reference_wait", &LineSpec::reference_wait,
               "The wait that the given volumes already answer to.", at_least(0h), may_change)
          .key("initial_queue", &LineSpec::initial_queue,
               "Vehicles waiting when the run starts, of its classes in proportion to traffic.",
               between(0.0, 1e5))
          .key("hours", &LineSpec::hours,
               "When the first check is open, local time: \"06:00-22:00\"; as the crossing when "
               "empty. Who is under control at closing time is finished.",
               may_change)
          .key(
              "lane_types", &LineSpec::lane_types,
              "Lanes kept for some: aeo, empty, or a vehicle class; the rest take all. A free lane "
              "of one's own type goes before others.",
              between(0.0, 200.0))
          .key("open_above", &LineSpec::open_above,
               "Vehicles waiting for each wanted lane: with more, one more lane is wanted. 0: all "
               "lanes are wanted always.",
               unit::count, source("assumed"), may_change)
          .key("close_below", &LineSpec::close_below,
               "With fewer than this for each, one lane less is wanted; 0: none is closed again.",
               unit::count, source("assumed"), may_change)
          .key("fewest_lanes", &LineSpec::fewest_lanes, "Lanes wanted however short the queue.",
               between(0.0, 200.0), source("assumed"), may_change)
          .key("opening_time", &LineSpec::opening_time,
               "From wanting one more lane by the queue to manning it.", at_least(0h),
               source("assumed"), may_change)
          .key("when_full", &LineSpec::when_full, "What a vehicle does that finds no room.",
               one_of<WhenFull>(
                   {{"balk", WhenFull::balk, "it turns back"},
                    {"divert", WhenFull::divert,
                     "it goes to the line of its class and direction that is nearest by way and "
                     "published wait, if it has not done so too often, and else turns back"}}),
               source("assumed"), may_change);
  return table;
}

const Table<RoadSpace>& parameters_of(Tag<RoadSpace>) {
  static const auto table =
      Table<RoadSpace>("Length of road that a vehicle takes, with its distance to the next.")
          .key("lorry", &RoadSpace::lorry, "A lorry.", unit::km, source("assumed"))
          .key("car", &RoadSpace::car, "A car.", unit::km, source("assumed"))
          .key("bus", &RoadSpace::bus, "A bus.", unit::km, source("assumed"));
  return table;
}

const Table<SlotRow>& parameters_of(Tag<SlotRow>) {
  static const auto table =
      Table<SlotRow>(
          "A time at which a line lets vehicles in: a booked slot, a convoy, a ferry. A line with "
          "slots lets in nobody between them; what a slot leaves unused is lost at the next one.")
          .key("crossing", &SlotRow::crossing, "Where.", required, refers_to("crossing"))
          .key("direction", &SlotRow::direction, "Which way.", required, direction_words())
          .key("vehicle_class", &SlotRow::vehicle_class, "Who.", required, class_words())
          .key("weekday", &SlotRow::weekday, "1 Monday to 7 Sunday, local time; 0: every day.",
               between(0.0, 7.0))
          .key("time", &SlotRow::time, "Local time.", required)
          .key("size", &SlotRow::size, "Vehicles let in.", required, between(1.0, 100000.0));
  return table;
}

}  // namespace cordon
