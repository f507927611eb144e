// The observed queues of lorries at the Poland-Ukraine border: in sample, the mean of six
// replications of seed 1 over the 28 days is within 15 % of the observed mean at each of the four
// big crossings, whichever side is taken to hold the lorries back. The standard error of these
// means is about 4 %.

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <sstream>

#include "tests/shipped/shipped.hpp"

namespace cordon::pl_ua_test {
namespace {

struct Observed {
  double hour = 0;  ///< since the start of the run
  double lorries = 0;
};

// The run starts on 27 June 2026, 18:00 UTC; times are such as "2026-06-28T03:02:48Z".
double hours_since_start(const std::string& utc) {
  const auto number = [&](std::size_t at) { return std::stoi(utc.substr(at, 2)); };
  const int month = number(5), days = number(8) + (month == 7 ? 30 : 0) - 27;
  EXPECT_TRUE(month == 6 || month == 7) << utc;
  return days * 24 + number(11) - 18 + number(14) / 60.0 + number(17) / 3600.0;
}

// Rows such as "dorohusk,entry,lorry,2026-06-28T03:02:48Z,2299,", in order of time.
std::vector<Observed> observed_at(const std::string& crossing) {
  std::ifstream in(shipped::folder / "pl_ua/observed_queues.csv");
  std::vector<Observed> all;
  const std::string wanted = crossing + ",entry,lorry,";
  for (std::string line; std::getline(in, line);) {
    if (line.rfind(wanted, 0) != 0) continue;
    std::istringstream cells(line.substr(wanted.size()));
    std::string time, lorries;
    std::getline(cells, time, ',');
    std::getline(cells, lorries, ',');
    all.push_back({hours_since_start(time), std::stod(lorries)});
  }
  return all;
}

// Between two observations the queue is taken to change evenly.
double at(const std::vector<Observed>& series, double hour) {
  std::size_t next = 1;
  while (next + 1 < series.size() && series[next].hour < hour) ++next;
  const Observed &a = series[next - 1], &b = series[next];
  return a.lorries + (b.lorries - a.lorries) * (hour - a.hour) / (b.hour - a.hour);
}

double observed_mean(const std::string& crossing) {
  const auto series = observed_at(crossing);
  EXPECT_GT(series.size(), 50u);
  double sum = 0;
  const int hours = 28 * 24;
  for (int h = 0; h < hours; ++h) sum += at(series, h + 0.5) / hours;
  return sum;
}

std::map<std::string, double> simulated_means(const Scenario& scenario) {
  const auto setup = make_setup(scenario);
  std::map<std::string, double> sum, count;
  for (const Replication& r : replicate(setup, 1, 0, 6, 1))
    for (const QueueSample& sample : r.queues) {
      const LineSetup& line = setup->lines.at(sample.line);
      if (line.vehicle_class != VehicleClass::lorry || line.direction != Direction::entry) continue;
      const std::string& crossing = setup->crossings[line.crossing.value].name;
      sum[crossing] += sample.waiting;
      ++count[crossing];
    }
  for (auto& [crossing, total] : sum) total /= count[crossing];
  return sum;
}

class PolandUkraine : public ::testing::TestWithParam<const char*> {};

TEST_P(PolandUkraine, QueuesOfLorriesAreThoseThatWereSeen) {
  const auto scenario = shipped::scenario(
      "pl_ua/baseline", {std::string("binding_side=") + GetParam(), "record.queues_every=1 h"});
  const auto simulated = simulated_means(scenario);
  for (const std::string crossing : {"dorohusk", "hrebenne", "korczowa", "medyka"}) {
    const double seen = observed_mean(crossing);
    EXPECT_NEAR(simulated.at(crossing) / seen, 1, 0.15) << crossing << ": seen " << seen;
  }
}

INSTANTIATE_TEST_SUITE_P(Sides, PolandUkraine, ::testing::Values("0", "0.5", "1"),
                         [](const auto& side) { return "Side" + std::to_string(side.index); });

}  // namespace
}  // namespace cordon::pl_ua_test
