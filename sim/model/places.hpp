#pragma once

// The places of the world. Each owns what is there, and its own future.

#include "sim/model/cooperation/cases.hpp"
#include "sim/model/cooperation/correspondence.hpp"
#include "sim/model/cooperation/desk.hpp"
#include "sim/model/cooperation/operation.hpp"
#include "sim/model/cooperation/pursuits.hpp"
#include "sim/model/cooperation/reporting.hpp"
#include "sim/model/crossing/inspection.hpp"
#include "sim/model/opponent/green_border.hpp"
#include "sim/model/opponent/group.hpp"
#include "sim/model/risk/audits.hpp"
#include "sim/model/staff/staff.hpp"
#include "sim/model/trade/recorded.hpp"
#include "sim/model/trade/terminal.hpp"
#include "sim/model/trade/traffic.hpp"

namespace cordon {

/// A border crossing point.
struct Crossing {
  Agenda<CrossingEvent> agenda;
  const CrossingSetup* setup = nullptr;
  Arena<Vehicle> vehicles;  ///< as anyone sees them
  Hold hold;                ///< what they hide
  Stages stages;
  Staff staff;
  Machines machines;
  Known known;
  Reporting reporting;
  Correspondence correspondence;
  Pursuits pursuits;
  Cases cases;  ///< of an investigating unit
  Audits audits;
  Participations operations;
  RecordedArrivals recorded;
  Terminals terminals;
  Sector sector;
  std::vector<Departure> departures;  ///< to other crossings
};

/// Everything there is, at one moment. A copy is a snapshot that can be run on.
struct World {
  std::shared_ptr<const Setup> setup;     ///< as things are now,
  std::shared_ptr<const Setup> at_first;  ///< and as they were, with what comes later
  std::size_t changes = 0;                ///< of conditions, so far
  Luck luck;
  Board board;
  std::vector<Region> regions;
  std::vector<Crossing> crossings;
  std::vector<Desk> desks;
  std::vector<Group> groups;
  std::vector<Headquarters> headquarters;
};

/// Calls `visit` with every place, in the order of their numbers.
template <class W, class Visit>
void for_each_place(W& world, Visit&& visit) {
  for (auto& place : world.regions) visit(place);
  for (auto& place : world.crossings) visit(place);
  for (auto& place : world.desks) visit(place);
  for (auto& place : world.groups) visit(place);
  for (auto& place : world.headquarters) visit(place);
}

}  // namespace cordon
