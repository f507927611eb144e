// Whole-model speed: plain staged crossings, every event taken, observed and reacted to, all tables
// on. Twenty crossings; three document booths at 85 % with one lorry in ten first; 8 % go on to one
// of two scanners, a fifth of these to one of two searches: the workload on which the speed of
// other simulators is commonly compared.

#include <benchmark/benchmark.h>

#include "tests/support/small_worlds.hpp"

namespace cordon {
namespace {

Scenario staged_crossings(int crossings, Duration length) {
  constexpr double document_seconds = 150, per_hour = 0.85 * 3 * 3600 / document_seconds;
  Scenario s = testing::one_stage(per_hour, Distribution::exponential(document_seconds), 3, length);
  StageSpec& documents = s.layout["road"].stage["check"];
  documents.selects = true;
  documents.next.orange = {"scan"};
  StageSpec scan;
  scan.order = 1;
  scan.lanes = 2;
  scan.crew = {Authority::customs};
  scan.technique = "scanner";
  scan.control = ControlKind::scan;
  scan.time.lorry = Distribution::lognormal(480, 0.8);
  scan.next.alarm = {"exam"};
  s.layout["road"].stage["scan"] = scan;
  StageSpec exam = scan;
  exam.order = 2;
  exam.next.alarm = {};
  exam.technique = "search";
  exam.control = ControlKind::search;
  exam.time.lorry = Distribution::lognormal(5400, 0.6);
  s.layout["road"].stage["exam"] = exam;
  s.technique["scanner"].false_alarm = 0.2;
  s.technique["search"] = {};
  s.selection = {.engine = RiskEngine::random,
                 .yellow = 0,
                 .orange = 0.08,
                 .red = 0,
                 .blue = 0,
                 .backlog_limit = 100000};
  s.trader = {.operators = 5000, .aeo_share = 0.1, .aeo_selection_factor = 1};
  TeamSpec customs = s.team["guards"];
  customs.authority = Authority::customs;
  customs.officers = 8;
  s.team["customs"] = customs;
  const Scenario one = s;
  s.crossing.clear(), s.line.clear(), s.team.clear(), s.link.clear(), s.volume.clear();
  for (int c = 0; c < crossings; ++c) {
    const std::string name = "post" + std::to_string(c);
    s.crossing[name] = one.crossing.at("post");
    s.line[name] = one.line.at("line");
    s.line[name].crossing = name;
    for (const char* team : {"guards", "customs"}) {
      s.team[name + team] = one.team.at(team);
      s.team[name + team].crossing = name;
    }
    s.link.push_back({"home", name, 60, 60});
    s.volume.push_back({name, Direction::entry, VehicleClass::lorry, 0, per_hour * 24});
  }
  return s;
}

void whole_model(benchmark::State& state) {
  const auto setup = make_setup(staged_crossings(20, 24h * 30));
  std::uint32_t replication = 0;
  double events = 0, lorries = 0;
  for (auto _ : state) {
    const auto runs = replicate(setup, 1, replication++, 1, 1);
    events += static_cast<double>(runs.front().events);
    lorries += testing::total(runs.front(), "arrivals");
  }
  state.counters["events/s"] = benchmark::Counter(events, benchmark::Counter::kIsRate);
  state.counters["lorries/s"] = benchmark::Counter(lorries, benchmark::Counter::kIsRate);
  state.counters["events/lorry"] = events / lorries;
}
BENCHMARK(whole_model)->Name("staged crossings, whole model")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cordon
