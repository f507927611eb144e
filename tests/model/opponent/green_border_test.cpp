#include "sim/model/opponent/green_border.hpp"

#include <gtest/gtest.h>

#include "tests/support/busy_border.hpp"

namespace cordon::green_border_test {
namespace {

// A group that goes by the green border alone, past a base with two patrols on foot at any time.
Scenario watched(Duration length = 24h * 120) {
  Scenario s = testing::busy_border(length);
  s.commodity.erase("persons");
  s.group.erase("foxes");
  s.reporting.officer_time = 0min;  // nobody leaves a patrol to write
  s.group["wolves"].green_border = 1e9;
  s.group["wolves"].behaviour = GroupBehaviour::fixed;
  s.base["forest"].place = "east";
  s.base["forest"].country = "PL";
  s.base["forest"].sector = {.area_km2 = 40, .crossing_time = 5h};
  s.patrol["foot"] = {.officers = 2, .width_km = 0.5, .speed_km_per_h = 4};
  TeamSpec team;
  team.base = "forest";
  team.authority = Authority::border_guard;
  team.officers = 4 * 3;
  team.roster = "three_shifts";
  team.patrol = "foot";
  s.team["rangers"] = team;
  return s;
}

struct Found {
  double share, standard_error;
};
Found found(const Scenario& s) {
  const auto runs = replicate(make_setup(s), 5, 20, 1, 1);
  double detected = 0, passed = 0;
  for (const Replication& r : runs)
    for (const MeasureValue& v : r.values) {
      if (v.labels.crossing != "forest") continue;
      if (v.measure->name == "detections") detected += v.value;
      if (v.measure->name == "illicit_passed") passed += v.value;
    }
  const double n = detected + passed, p = detected / n;
  return {p, std::sqrt(p * (1 - p) / n)};
}

// 1 - exp(-w v t / A), with two patrols. Within 3.3 standard errors: a false alarm in a thousand;
// the seed is fixed.
TEST(GreenBorder, IsSearchedAtRandom) {
  const Found f = found(watched());
  EXPECT_NEAR(f.share, 1 - std::exp(-2 * 0.5 * 4 * 5 / 40.0), 3.3 * f.standard_error);
  EXPECT_LT(f.standard_error, 0.015);
}

TEST(GreenBorder, IsSearchedByAsManyPatrolsAsOfficersMake) {
  Scenario s = watched();
  s.team["rangers"].officers = 3 * 3;  // one of them is left over
  const Found one = found(s);
  EXPECT_NEAR(one.share, 1 - std::exp(-0.5 * 4 * 5 / 40.0), 3.3 * one.standard_error);
  s.patrol["drone"] = {.officers = 3, .width_km = 2, .speed_km_per_h = 40};
  s.team["rangers"].patrol = "drone";
  EXPECT_GT(found(s).share, 0.99);
}

// On duty for 8 of 24 h. Who comes at a random time of day, and stays 5 h, meets them for t hours:
// 5 h with probability 3/24, a part with 10/24, 0 with 11/24.
TEST(GreenBorder, IsNotSearchedAtNight) {
  Scenario s = watched();
  s.roster["by_day"].shifts = {"08:00-16:00"};
  s.team["rangers"].roster = "by_day";
  s.team["rangers"].officers = 4;
  const auto passes = [](double hours) { return std::exp(-0.1 * hours); };
  double some = 0;
  for (int i = 0; i < 1000; ++i) some += passes(5 * (i + 0.5) / 1000) / 1000;
  const double expected = 1 - (3 * passes(5) + 10 * some + 11) / 24;
  const Found f = found(s);
  EXPECT_NEAR(f.share, expected, 3.3 * f.standard_error);
}

TEST(GreenBorder, CountsAsAWayLikeOthers) {
  Scenario s = watched(24h * 30);
  const auto runs = replicate(make_setup(s), 5, 1, 1, 1);
  std::map<std::string, double> attempts;
  for (const MeasureValue& v : runs[0].values)
    if (v.measure->name == "illicit_attempts" && v.labels.direction == "all" &&
        v.labels.commodity == "all")
      attempts[std::string(v.labels.crossing)] = v.value;
  EXPECT_GT(attempts.at("forest"), 100);
  EXPECT_EQ(attempts.at("all"),
            attempts.at("forest") + attempts.at("north") + attempts.at("south"));
}

TEST(GreenBorder, IsTakenWhenLinesAreTooRisky) {
  Scenario s = watched(24h * 60);
  GroupSpec& wolves = s.group["wolves"];
  wolves.behaviour = GroupBehaviour::quantal_response;
  wolves.green_border = 0.1;
  const auto share = [](const Scenario& scenario) {
    const auto runs = replicate(make_setup(scenario), 5, 4, 1, 1);
    double green = 0, all = 0;
    for (const Replication& r : runs)
      for (const MeasureValue& v : r.values) {
        if (v.measure->name != "illicit_attempts" || v.labels.direction != "all" ||
            v.labels.commodity != "all")
          continue;
        if (v.labels.crossing == "forest") green += v.value;
        if (v.labels.crossing == "all") all += v.value;
      }
    return green / all;
  };
  s.team.erase("rangers");  // nobody watches it
  s.base["forest"].sector->area_km2 = 1e6;
  const double calm = share(s);
  s.selection.red = 0.9;
  s.selection.backlog_limit = 1000;
  s.technique["search"] = {0, 1, 1, {}};
  s.layout["road"].stage["search"].time.lorry = Distribution::constant(60);
  s.layout["road"].stage["search"].lanes = 40;
  for (auto& [name, team] : s.team) team.officers = 200;
  EXPECT_GT(share(s), 2 * calm);
}

}  // namespace
}  // namespace cordon::green_border_test
