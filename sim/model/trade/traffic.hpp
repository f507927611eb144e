#pragma once

// Where traffic is born: vehicles set out, choose a crossing, and go there.

#include <vector>

#include "sim/model/events.hpp"
#include "sim/model/opponent/group.hpp"
#include "sim/model/step.hpp"

namespace cordon {

using RegionStep = Step<RegionEvent>;

/// The demand of one hour.
struct DemandHour {
  Time ends = start_of_run;
  int row = -1;         ///< of the source's tables; none: no demand
  double per_hour = 0;  ///< vehicles
};

/// One flow from one origin.
struct Source {
  std::uint32_t born = 0;      ///< vehicles
  std::uint32_t turns = 0;     ///< agents so far that have chosen a line by turns
  std::uint16_t together = 1;  ///< vehicles that the next agent stands for
  Time next = start_of_run;    ///< when the next vehicle sets out
  EventId due;                 ///< then
  double gap = 0;              ///< until then, a standard exponential for each vehicle,
  Time as_of = start_of_run;   ///< since then
  Draws birth;                 ///< and the luck that it will be born with
  DemandHour hour;             ///< in which that is
  // Choice weights, cumulative over the lines, kept until the board or the demand changes.
  std::vector<double> weights;
  int publication = -1, demand = -1;
};

struct Region {
  Agenda<RegionEvent> agenda;
  const RegionSetup* setup = nullptr;
  std::vector<Source> sources;
  std::vector<Departure> departures;
};

namespace traffic {

[[nodiscard]] Region make(const RegionSetup& setup, const Setup& world, const Luck& luck);

/// When the next vehicle sets out: the demand is inverted, so that the same luck meets a changed
/// demand in the same order.
/// @param gap   sum of a standard exponential variate for each vehicle that sets out then
/// @param hour  the hour of `after`, or an earlier one; becomes the hour of the result
/// @return `never` when that lies beyond `end`
[[nodiscard]] Time next_departure(Time after, double gap, const SourceSetup& source,
                                  const Calendar& calendar, Time end, DemandHour& hour);

/// How much likelier a line is chosen for its published wait: exp(-(wait - reference wait) /
/// scale), with the exponent held within -3 and 3.
[[nodiscard]] double wait_response(LineIndex line, const Board& board, const Setup& setup);

/// Cumulative logit weights of the lines: attraction x exp(-(wait - reference wait) / scale).
/// A line that is closed, or will be when the vehicle is there, has none.
/// @param demand  row of the source's tables
[[nodiscard]] std::vector<double> choice_weights(const SourceSetup& source, int demand,
                                                 const Board& board, const Setup& setup,
                                                 Time now = start_of_run);

void on(const VehicleDue& event, Region& self, RegionStep step);
/// What is left of the gap before the next vehicle is used up by the new demand.
void on(const DemandChanged& event, Region& self, RegionStep step);

}  // namespace traffic
}  // namespace cordon
