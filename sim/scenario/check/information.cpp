// Desks, channels, and what is exchanged over them.

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/check/check.hpp"

namespace cordon {
namespace {

void check_desks(const Scenario& s, Problems& problems) {
  for (const auto& [name, desk] : s.desk) {
    check_hours(desk.hours, path_of({"desk", name, "hours"}), problems);
    if (name == "risk_centre" || name == "targeting_centre")
      problems.at(path_of({"desk", name}),
                  "has the name of a desk that is always there; expected another");
  }
}

bool overlap(const OutageSpec& a, const OutageSpec& b) {
  return a.from < b.from + b.length && b.from < a.from + a.length;
}

void check_outages(const Scenario& s, Problems& problems) {
  for (const auto& [name, channel] : s.channel)
    for (auto a = channel.outage.begin(); a != channel.outage.end(); ++a)
      for (auto b = channel.outage.begin(); b != a; ++b)
        if (overlap(a->second, b->second))
          problems.at(path_of({"channel", name, "outage", a->first}),
                      fmt::format("overlaps with '{}'; expected one after the other", b->first));
}

bool is_member(const Scenario& s, const std::string& desk) {
  return std::any_of(s.channel.begin(), s.channel.end(), [&](const auto& channel) {
    const auto& desks = channel.second.desks;
    return std::find(desks.begin(), desks.end(), desk) != desks.end();
  });
}

void check_exchanges(const Scenario& s, Problems& problems) {
  for (const auto& [name, exchange] : s.exchange) {
    const auto path = [&](std::string_view key) { return path_of({"exchange", name, key}); };
    if (!is_member(s, exchange.to))
      problems.at(path("to"),
                  fmt::format("is '{}', which has access to no channel; expected a desk of one",
                              exchange.to));
    const bool any_new = std::any_of(s.commodity.begin(), s.commodity.end(), [](const auto& goods) {
      return goods.second.unrecognised < 1;
    });
    if (exchange.kind == ExchangeKind::alert && !any_new)
      problems.at(path("kind"),
                  "warns of new substances, and there are none; expected a commodity with "
                  "`unrecognised` below 1");
    if (exchange.kind == ExchangeKind::intelligence && s.group.empty())
      problems.at(path("kind"), "tells of groups, and there are none; expected entries in `group`");
    if (exchange.tells_papers() && s.selection.engine == RiskEngine::random)
      problems.at(path("kind"),
                  "tells posts what to look for, and the engine selects by chance alone; expected "
                  "another engine");
  }
}

bool needs_expert(const Scenario& s, const ExchangeSpec& exchange) {
  const auto& about = exchange.commodities;
  return std::any_of(s.commodity.begin(), s.commodity.end(), [&](const auto& goods) {
    return goods.second.needs_expert > 0 &&
           (about.empty() || std::find(about.begin(), about.end(), goods.first) != about.end());
  });
}

bool reads_pictures(const Scenario& s, const std::string& exchange) {
  return std::any_of(s.layout.begin(), s.layout.end(), [&](const auto& layout) {
    const auto& stages = layout.second.stage;
    return std::any_of(stages.begin(), stages.end(),
                       [&](const auto& stage) { return stage.second.read_at == exchange; });
  });
}

// What somebody somewhere else has to name.
void check_counterparts(const Scenario& s, Problems& problems) {
  for (const auto& [name, exchange] : s.exchange) {
    const std::string kind = path_of({"exchange", name, "kind"});
    if (exchange.kind == ExchangeKind::expertise && !needs_expert(s, exchange))
      problems.at(
          kind,
          "asks an expert, and all goods that it is about can be told without one; expected "
          "a commodity with `needs_expert` above 0");
    if (exchange.kind == ExchangeKind::images && !reads_pictures(s, name))
      problems.at(kind,
                  "reads pictures, and no stage sends any; expected one that names the exchange "
                  "in `read_at`");
  }
  for (const auto& [layout_name, layout] : s.layout)
    for (const auto& [stage_name, stage] : layout.stage) {
      const auto exchange = s.exchange.find(stage.read_at);
      if (exchange == s.exchange.end() || exchange->second.kind == ExchangeKind::images) continue;
      problems.at(path_of({"layout", layout_name, "stage", stage_name, "read_at"}),
                  fmt::format("is '{}', which reads no pictures; expected an exchange of kind "
                              "\"images\"",
                              stage.read_at));
    }
}

const std::vector<std::string>& next_of(const NextSpec& next, Channel channel) {
  switch (channel) {
    case Channel::yellow:
      return next.yellow;
    case Channel::orange:
      return next.orange;
    case Channel::red:
      return next.red;
    case Channel::blue:
      return next.blue;
    case Channel::green:
      break;
  }
  return next.green;
}

void check_look_up(const Scenario& s, Problems& problems) {
  const LookUp when = s.interoperability.look_up;
  if (when == LookUp::ahead && s.advance.empty())
    problems.at(path_of({"interoperability", "look_up"}),
                "is \"ahead\", and no entry summary declarations are lodged; expected entries in "
                "`advance`, or \"at_first_check\"");
  if (when == LookUp::at_first_check || when == LookUp::ahead)
    check_channel(s, s.interoperability.channel, path_of({"interoperability", "channel"}),
                  problems);
}

}  // namespace

void check_channel(const Scenario& s, Channel channel, const std::string& path,
                   Problems& problems) {
  for (const auto& [name, layout] : s.layout)
    for (const auto& [stage_name, stage] : layout.stage)
      if (stage.selects && next_of(stage.next, channel).empty())
        return problems.at(path,
                           fmt::format("is a lane that leads nowhere from stage '{}' of layout "
                                       "'{}'; expected one that `next` of it has",
                                       stage_name, name));
}

void check_information(const Scenario& s, Problems& problems) {
  check_look_up(s, problems);
  check_desks(s, problems);
  check_outages(s, problems);
  check_exchanges(s, problems);
  check_counterparts(s, problems);
}

}  // namespace cordon
