#pragma once

// Desks and channels at the busy border, and all kinds of exchanges over them.

#include <string>
#include <utility>

#include "tests/support/busy_border.hpp"

namespace cordon::testing {

// Desks that are told, asked, and warn; a channel that loses messages and fails.
inline void add_exchanges(Scenario& s) {
  s.opponent.lead_share = 0.8;
  s.desk["contact"].hours = {"07:00-19:00"};
  s.desk["europol"].analysts = 1;
  ChannelSpec national;
  national.crossings = {"north", "south"};
  national.desks = {"contact"};
  national.quality = 0.9;
  s.channel["national"] = national;
  ChannelSpec siena;
  siena.desks = {"contact", "europol"};
  siena.loss = 0.1;
  siena.outage["update"] = {50h, 12h};
  s.channel["siena"] = siena;
  s.commodity["tobacco"].unrecognised = 0.7;
  s.commodity["tobacco"].training = 30h;
  for (const auto& [name, kind] : {std::pair{"records", ExchangeKind::report},
                                   {"check", ExchangeKind::inquiry},
                                   {"alarm", ExchangeKind::warning},
                                   {"early", ExchangeKind::alert},
                                   {"tips", ExchangeKind::intelligence}}) {
    ExchangeSpec exchange;
    exchange.kind = kind;
    exchange.to = kind == ExchangeKind::alert ? "contact" : "europol";
    exchange.every = 20h;
    exchange.urgent = 0.5;
    exchange.direct = 0.5;
    s.exchange[name] = exchange;
  }
}

}  // namespace cordon::testing
