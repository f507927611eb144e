// Flows, their volumes, and the tables beside them.

#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<FlowSpec>& parameters_of(Tag<FlowSpec>) {
  static const auto table =
      Table<FlowSpec>("Traffic of one class in one direction, before it chooses a crossing.")
          .key("vehicle_class", &FlowSpec::vehicle_class, "Who.", required, class_words())
          .key("direction", &FlowSpec::direction, "Which way.", required, direction_words())
          .key("origins", &FlowSpec::origins,
               "Share that sets out from each place; any sum. None: only what `arrival` and `lot` "
               "say.",
               unit::factor, keys_refer_to("place"), source("assumed"))
          .key("crossings", &FlowSpec::crossings,
               "Where it may cross; empty: wherever there is a line for it.", refers_to("crossing"))
          .key("outside", &FlowSpec::outside,
               "Share of those who would come that stay away at reference waits; with longer waits "
               "more do.",
               unit::share, at_most(0.99), source("assumed"), may_change)
          .key("volume_factor", &FlowSpec::volume_factor, "Multiplies the volumes.", unit::factor,
               at_most(1000.0), may_change)
          .key("booking_delay", &FlowSpec::booking_delay,
               "Booked queues: from the decision to the place in line.", at_least(1min),
               source("assumed"), may_change)
          .key("delay_cost_per_hour", &FlowSpec::delay_cost_per_hour, "Of a vehicle that waits.",
               unit::eur_per_hour, at_least(0.0), source("assumed"))
          .key("empty_share", &FlowSpec::empty_share, "Carry no goods.", unit::share,
               source("assumed"), may_change)
          .key("travellers", &FlowSpec::travellers,
               "People in a vehicle, to the nearest whole number from 1 to 4096.", unit::count,
               source("assumed"), may_change)
          .key("patience", &FlowSpec::patience,
               "How long a vehicle waits for its first check before it turns back; none: for ever.",
               unit::time, source("assumed"), may_change)
          .key("diversions", &FlowSpec::diversions,
               "Times that a vehicle leaves a full line with when_full = \"divert\" for another; "
               "then it turns back.",
               between(0.0, 100.0), source("assumed"), may_change)
          .key("transit_share", &FlowSpec::transit_share,
               "Of the vehicles released, groups' apart: goes on to another border.", unit::share,
               source("assumed"), may_change)
          .key("transit_flow", &FlowSpec::transit_flow,
               "The flow that they go on as, beside its own volumes.", refers_to("flow"))
          .key("transit_crossings", &FlowSpec::transit_crossings,
               "Weight of each crossing in their choice beside way and wait; none: by the volumes "
               "of that flow.",
               unit::factor, keys_refer_to("crossing"), source("assumed"))
          .key("transit_stay", &FlowSpec::transit_stay, "Time inland, beside the way.", unit::time,
               source("assumed"), may_change);
  return table;
}

const Table<PrioritySpec>& parameters_of(Tag<PrioritySpec>) {
  static const auto table =
      Table<PrioritySpec>("Vehicles that go first at every stage.")
          .key("order", &PrioritySpec::order,
               "0 goes before 1, and so on; all go before ordinary vehicles. Unique.", required,
               between(0.0, 15.0))
          .key("aeo", &PrioritySpec::aeo, "All vehicles of authorised economic operators.")
          .key("share", &PrioritySpec::share,
               "Of the vehicles of a class, by chance: lorry, car, bus, ...", unit::share,
               source("assumed"))
          .key("preempts", &PrioritySpec::preempts,
               "Interrupts a service of lower priority where all lanes are busy, at stages that "
               "allow it.");
  return table;
}

const Table<VolumeRow>& parameters_of(Tag<VolumeRow>) {
  static const auto table =
      Table<VolumeRow>("Vehicles a day on a line.")
          .key("crossing", &VolumeRow::crossing, "Where.", required, refers_to("crossing"))
          .key("direction", &VolumeRow::direction, "Which way.", required, direction_words())
          .key("vehicle_class", &VolumeRow::vehicle_class, "Who.", required, class_words())
          .key("month", &VolumeRow::month, "1 January to 12; 0: every month not listed.",
               between(0.0, 12.0))
          .key("vehicles_per_day", &VolumeRow::vehicles_per_day, "Mean of the month.", required,
               unit::count, at_most(1e6));
  return table;
}

const Table<BookingRow>& parameters_of(Tag<BookingRow>) {
  static const auto table =
      Table<BookingRow>("Entering lorries that join a booked queue, in one hour of the week.")
          .key("crossing", &BookingRow::crossing, "Where.", required, refers_to("crossing"))
          .key("weekday", &BookingRow::weekday,
               "1 Monday to 7 Sunday, local time; 0: every day that has no row of its own.",
               required, between(0.0, 7.0))
          .key("hour", &BookingRow::hour, "0 to 23, local time.", required, between(0.0, 23.0))
          .key("vehicles", &BookingRow::vehicles, "In a usual week.", required, unit::count,
               at_most(1e5))
          .key("at_reference_wait", &BookingRow::at_reference_wait,
               "If the wait were the reference wait.", required, unit::count, at_most(1e5));
  return table;
}

const Table<ProfileRow>& parameters_of(Tag<ProfileRow>) {
  static const auto table =
      Table<ProfileRow>("How a flow's volume is spread over the week.")
          .key("vehicle_class", &ProfileRow::vehicle_class, "Who.", required, class_words())
          .key("direction", &ProfileRow::direction, "Which way.", required, direction_words())
          .key("weekday", &ProfileRow::weekday,
               "1 Monday to 7 Sunday, local time; 0: every day that has no row of its own.",
               required, between(0.0, 7.0))
          .key("hour", &ProfileRow::hour, "0 to 23, local time.", required, between(0.0, 23.0))
          .key("weight", &ProfileRow::weight, "Relative to the other hours of the week.", required,
               unit::factor);
  return table;
}

const Table<ReleaseRow>& parameters_of(Tag<ReleaseRow>) {
  static const auto table =
      Table<ReleaseRow>("How a booked queue's calling forward is spread over the day.")
          .key("crossing", &ReleaseRow::crossing, "Where.", required, refers_to("crossing"))
          .key("hour", &ReleaseRow::hour, "0 to 23, local time.", required, between(0.0, 23.0))
          .key("factor", &ReleaseRow::factor, "Times the line's release rate.", required,
               unit::factor);
  return table;
}

const Table<ObservedQueueRow>& parameters_of(Tag<ObservedQueueRow>) {
  static const auto table =
      Table<ObservedQueueRow>("A queue that was counted. It changes nothing in a run.")
          .key("crossing", &ObservedQueueRow::crossing, "Where.", required, refers_to("crossing"))
          .key("direction", &ObservedQueueRow::direction, "Which way.", direction_words())
          .key("vehicle_class", &ObservedQueueRow::vehicle_class, "Who.", class_words())
          .key("time", &ObservedQueueRow::time, "When: a date and time with offset.", required)
          .key("vehicles", &ObservedQueueRow::vehicles, "Waiting for the first check.", required,
               unit::count);
  return table;
}

}  // namespace cordon
