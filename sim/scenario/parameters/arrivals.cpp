// Arrivals that were observed, and arrivals in lots.

#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<ArrivalRow>& parameters_of(Tag<ArrivalRow>) {
  static const auto table =
      Table<ArrivalRow>(
          "Vehicles that were seen to arrive, or are planned to. What a row leaves empty is drawn "
          "from the laws of the flow of its class and direction.")
          .placed(&ArrivalRow::at)
          .key("id", &ArrivalRow::id, "By which rows of `service` name it; unique.")
          .key("line", &ArrivalRow::line, "Where.", refers_to("line"))
          .key("crossing", &ArrivalRow::crossing, "Instead of a line: where...",
               refers_to("crossing"))
          .key("direction", &ArrivalRow::direction, "...which way...", direction_words())
          .key("vehicle_class", &ArrivalRow::vehicle_class,
               "...and who. Beside a line: which of its classes; empty: its own.", class_words())
          .key("time", &ArrivalRow::time,
               "When it reaches the end of the line. Those of one instant come in the order of "
               "their rows; after the end of the run none come.",
               required)
          .key("priority", &ArrivalRow::priority, "Its priority.",
               refers_to("priority").or_one_of({"ordinary"}))
          .key("patience", &ArrivalRow::patience, "How long it waits for its first check.")
          .key("travellers", &ArrivalRow::travellers, "People in it.", between(1.0, 4096.0))
          .key("empty", &ArrivalRow::empty, "Carries no goods.")
          .key("aeo", &ArrivalRow::aeo, "Its operator is authorised.")
          .key("count", &ArrivalRow::count, "As many alike, one after the other at this instant.",
               between(1.0, 1e4));
  return table;
}

const Table<ServiceRow>& parameters_of(Tag<ServiceRow>) {
  static const auto table =
      Table<ServiceRow>("How long a stage took for a vehicle of `arrival`; other times are drawn.")
          .placed(&ServiceRow::at)
          .key("id", &ServiceRow::id, "Of the row in `arrival`.", required, not_empty)
          .key("stage", &ServiceRow::stage, "Of the layout of its crossing.", required, not_empty)
          .key("time", &ServiceRow::time, "From beginning to end.", required);
  return table;
}

const Table<TerminalSpec>& parameters_of(Tag<TerminalSpec>) {
  static const auto table =
      Table<TerminalSpec>(
          "Where lots are unloaded, unit by unit, and where units wait: for control, and after "
          "it until they are picked up.")
          .key("crossing", &TerminalSpec::crossing, "At which crossing.", required,
               refers_to("crossing"))
          .key("berths", &TerminalSpec::berths,
               "Lots that can be unloaded at the same time; others wait, first come, first served.",
               between(1.0, 1000.0), source("assumed"))
          .key("unloading", &TerminalSpec::unloading_per_hour,
               "Units that come off at one berth, by all its cranes; none given: all at once.",
               unit::per_hour, at_least(0.001), source("assumed"))
          .key("yard_capacity", &TerminalSpec::yard_capacity,
               "Units in the yard, under control or waiting. No unit is lifted that would find it "
               "full.",
               between(1.0, 1e8), source("assumed"))
          .key("dwell", &TerminalSpec::dwell, "From release to pick-up.", unit::time,
               source("assumed"))
          .key("free_time", &TerminalSpec::free_time,
               "In the yard, from unloading to pick-up, without cost.", source("assumed"))
          .key("storage_cost", &TerminalSpec::storage_cost_per_day,
               "Of a unit, for each day begun beyond `free_time`.", unit::eur, at_least(0.0),
               source("assumed"));
  return table;
}

const Table<LotSpec>& parameters_of(Tag<LotSpec>) {
  static const auto table =
      Table<LotSpec>(
          "A service of vessels, trains or flights: calls again and again, each time with many "
          "units, which join their line as they come off, from no road. One of `every`, "
          "`timetable` and `rate` says when.")
          .key("terminal", &LotSpec::terminal, "Where it is unloaded.", required,
               refers_to("terminal"))
          .key("direction", &LotSpec::direction, "Of the line that its units join.",
               direction_words())
          .key("vehicle_class", &LotSpec::vehicle_class, "Of its units.", class_words())
          .key("size", &LotSpec::size, "Units, to the nearest whole number from 1 to 65535.",
               required, unit::count, source("assumed"))
          .key("every", &LotSpec::every, "Time from one call to the next.", at_least(1min))
          .key("first", &LotSpec::first,
               "When the first of these is due, from the start of the run.", at_least(0h))
          .key("timetable", &LotSpec::timetable,
               "When it is due, in local time: \"Mon 06:30\", or \"06:30\" for every day.")
          .key("rate", &LotSpec::rate_per_hour, "Mean rate of calls that come by chance (Poisson).",
               unit::per_hour, at_least(1e-6))
          .key("lateness", &LotSpec::lateness, "By which a call comes later than due.", unit::time,
               source("assumed"))
          .key("stay", &LotSpec::stay, "At the berth after the last unit is off.", unit::time,
               source("assumed"));
  return table;
}

}  // namespace cordon
