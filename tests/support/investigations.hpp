#pragma once

// What may follow a find, at the busy border with its exchanges: goods are held for an expert, let
// run under watch, or break away; cases are referred, permitted, and solved or not.

#include <string>

#include "tests/support/exchanges.hpp"

namespace cordon::testing {

inline SpecialFormSpec special_form(SpecialForm kind) {
  SpecialFormSpec form;
  form.kind = kind;
  form.permit = Distribution::constant(4 * 3600);
  form.granted = 0.8;
  form.officer_time = Distribution::constant(6 * 3600);
  form.success = 0.7;
  return form;
}

/// @param s  with `add_exchanges`
inline void add_investigation(Scenario& s) {
  s.base["cid"].place = "west";
  TeamSpec detectives = s.team["north_customs"];
  detectives.crossing = "";
  detectives.base = "cid";
  detectives.authority = Authority::police;
  detectives.officers = 30;
  s.team["detectives"] = detectives;
  s.desk["prosecutor"].analysts = 2;
  ChannelSpec court;
  court.crossings = {"north", "south"};
  court.bases = {"cid"};
  court.desks = {"prosecutor"};
  s.channel["court"] = court;
  for (const auto& [name, kind] : {std::pair{"cases", ExchangeKind::referral},
                                   {"permits", ExchangeKind::permit},
                                   {"experts", ExchangeKind::expertise},
                                   {"pictures", ExchangeKind::images}}) {
    ExchangeSpec exchange;
    exchange.kind = kind;
    const bool of_cases = kind == ExchangeKind::referral || kind == ExchangeKind::permit;
    exchange.to = of_cases ? "prosecutor" : "contact";
    exchange.holder_time = Distribution::constant(30 * 3600);
    exchange.confirmed = 0.7;
    s.exchange[name] = exchange;
  }
  s.layout["road"].stage["scan"].read_at = "pictures";
  s.commodity["tobacco"].needs_expert = 0.3;
  s.commodity["tobacco"].holding = 40h;
  s.special_form["pursuit"] = special_form(SpecialForm::hot_pursuit);
  s.special_form["pursuit"].within = 1h;
  s.special_form["watch"] = special_form(SpecialForm::surveillance);
  s.special_form["watch"].urgent = true;
  s.special_form["watch"].within = 4h + 30min;  // most permits take longer
  s.special_form["delivery"] = special_form(SpecialForm::controlled_delivery);
  s.special_form["team"] = special_form(SpecialForm::joint_team);
  s.special_form["team"].between = {"PL", "SK"};
  s.special_form["team"].set_up = 10h;
  for (auto& [name, group] : s.group) group.destination = name == "wolves" ? "DE" : "SK";
  s.investigation.unit = "cid";
  s.investigation.assessment = Distribution::lognormal(2 * 3600, 0.5);
  s.investigation.tells_by = "tips";
  s.investigation.decision = SeizeOrRun::by_value;
  s.investigation.delivery_above = 20000;
  s.investigation.lost = 0.3;
  s.investigation.flees = 0.3;
}

}  // namespace cordon::testing
