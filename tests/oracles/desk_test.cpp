// A desk with c analysts is a queue M/M/c: Erlang 1917.

#include <gtest/gtest.h>

#include <ostream>

#include "tests/oracles/oracle.hpp"

namespace cordon::desk_test {
namespace {

using namespace oracle;

// Every vehicle hides something and is found out as it leaves a check of constant time, with lanes
// and officers for all: so finds, and messages, are a Poisson process.
Scenario desk_with(int analysts, double per_hour, double reading_minutes) {
  Scenario s = one_stage(per_hour, Distribution::constant(60), 40, 24h * 220, 24h * 20);
  TeamSpec& team = s.team["guards"];
  team.authority = Authority::customs;
  team.officers = 400;
  team.skill = 1;
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 1.0}};
  s.technique["search"].bulky = s.technique["search"].concealed = 1;
  StageSpec& check = s.layout["road"].stage["check"];
  check.crew = {Authority::customs};
  check.technique = "search";
  check.control = ControlKind::search;
  s.reporting.systems = 1;
  s.reporting.officer_time = 0h;
  s.desk["europol"].analysts = analysts;
  s.desk["europol"].time = Distribution::exponential(60 * reading_minutes);
  ChannelSpec channel;
  channel.crossings = {"post"};
  channel.desks = {"europol"};
  channel.latency = Distribution::constant(3600);
  channel.officer_time = 0h;
  s.channel["siena"] = channel;
  s.exchange["records"].kind = ExchangeKind::report;
  s.exchange["records"].to = "europol";
  return s;
}

struct DeskCase {
  int analysts;
  double per_hour, minutes;
  friend std::ostream& operator<<(std::ostream& out, const DeskCase& c) {
    return out << c.analysts << " analysts, " << c.per_hour << " an hour, " << c.minutes << " min";
  }
};
class ADesk : public ::testing::TestWithParam<DeskCase> {};

TEST_P(ADesk, WithAnalystsAgreesWithErlangC) {
  const DeskCase c = GetParam();
  const double load = c.per_hour * c.minutes / 60;
  const double wait = erlang_c(c.analysts, load) * c.minutes / (c.analysts - load);
  Welford waits, busy;
  for (const Replication& r : run(desk_with(c.analysts, c.per_hour, c.minutes))) {
    const DeskWorkload& desk = r.details.desks.back();
    waits.add(desk.wait.mean() / 60e6);
    busy.add(static_cast<double>(desk.reading) / 3600e6 / (200 * 24) / c.analysts);
  }
  const auto of = [](const Welford& w) {
    return Estimate{w.mean(), std::sqrt(w.variance() / static_cast<double>(w.count()))};
  };
  expect_agrees(of(waits), wait, "wait", 0.12);
  expect_agrees(of(busy), load / c.analysts, "share of time at work", 0.02);
}

INSTANTIATE_TEST_SUITE_P(OfAnalysts, ADesk,
                         ::testing::Values(DeskCase{1, 3, 12}, DeskCase{2, 2, 40},
                                           DeskCase{4, 5, 40}));

}  // namespace
}  // namespace cordon::desk_test
