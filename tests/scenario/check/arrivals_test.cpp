// Tables of arrivals and service times, terminals and lots, journeys: what is wrong with them, and
// where.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "sim/scenario/parameters.hpp"

namespace cordon::arrivals_test {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

// A scenario with a line for lorries and buses, to which a test adds what is wrong.
constexpr const char* basis = R"(
start = 2026-06-29T00:00:00Z
length = "2 d"
[place.home]
country = "UA"
[crossing.post]
country = "PL"
[[link]]
from = "home"
to = "post"
length = "60 km"
[line.lanes]
crossing = "post"
direction = "entry"
vehicle_class = "lorry"
also = ["bus"]
[roster.always]
shifts = ["00:00-12:00", "12:00-00:00"]
[team.guards]
crossing = "post"
authority = "border_guard"
officers = 4
roster = "always"
[layout.road.stage.check]
order = 1
own_lanes = true
crew = ["border_guard"]
[flow.lorries]
vehicle_class = "lorry"
direction = "entry"
origins = { home = 1.0 }
[flow.lorries_out]
vehicle_class = "lorry"
direction = "exit"
)";

class Files {
 public:
  Files() : folder_(fs::temp_directory_path() / unique_name()) { fs::create_directories(folder_); }
  ~Files() { fs::remove_all(folder_); }
  Files& write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
    return *this;
  }
  // With the folder taken off their file names.
  [[nodiscard]] Lines problems() const {
    Lines texts;
    try {
      (void)read_scenario(folder_ / "s.toml");
    } catch (const ScenarioError& error) {
      for (const Problem& p : error.problems) texts.push_back(p.text());
    }
    const std::string prefix = folder_.string() + "/";
    for (std::string& text : texts)
      if (text.starts_with(prefix)) text.erase(0, prefix.size());
    return texts;
  }
  [[nodiscard]] Scenario scenario() const { return read_scenario(folder_ / "s.toml").spec; }

 private:
  static std::string unique_name() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    return std::string("cordon_") + test->test_suite_name() + "_" + test->name();
  }
  fs::path folder_;
};

Lines problems_of_arrivals(const std::string& csv) {
  return Files()
      .write("s.toml", std::string("arrival = \"a.csv\"\n") + basis)
      .write("a.csv", csv)
      .problems();
}

TEST(ArrivalTable, IsReadWithWhatItLeavesOpen) {
  const Scenario s =
      Files()
          .write("s.toml", std::string("arrival = \"a.csv\"\n") + basis +
                               "[flow.buses]\nvehicle_class = \"bus\"\ndirection = \"entry\"\n")
          .write("a.csv",
                 "id,line,vehicle_class,time,patience [min],travellers,empty,count\n"
                 "a,lanes,,2026-06-29T10:00:00+02:00,,,,\n"
                 "b,lanes,bus,90 min,45,30,true,2\n"
                 "c,lanes,,2026-06-29T08:00:00.25Z,,,false,\n")
          .scenario();
  ASSERT_EQ(s.arrival.size(), 3u);
  EXPECT_EQ(s.arrival[0].time.in_run(s.start), start_of_run + 8h);
  EXPECT_FALSE(s.arrival[0].patience);
  EXPECT_FALSE(s.arrival[0].empty);
  EXPECT_EQ(s.arrival[0].count, 1);
  EXPECT_EQ(s.arrival[1].time.in_run(s.start), start_of_run + 90min);
  EXPECT_EQ(s.arrival[1].patience, 45min);
  EXPECT_EQ(s.arrival[1].travellers, 30);
  EXPECT_EQ(s.arrival[1].vehicle_class, VehicleClass::bus);
  EXPECT_EQ(s.arrival[1].count, 2);
  EXPECT_EQ(s.arrival[2].time.in_run(s.start), start_of_run + 8h + 250ms);
  EXPECT_EQ(s.arrival[2].empty, false);
  EXPECT_EQ(s.arrival[2].at.line, 4);
}

TEST(ArrivalTable, TakesTimesInPartsOfEverSmallerUnits) {
  const auto time = [](const std::string& text) {
    return problems_of_arrivals("line,time\nlanes," + text + "\n");
  };
  for (const char* good : {"1 d 2 h 3 min 4 s", "1d2h", "  2 h  30.5 min "})
    EXPECT_EQ(time(good), Lines{}) << good;
  for (const char* bad : {"2 h 1 d", "1 h 1 h", "1 h 5", "1 h -5 min", "1 h and 5 min", "h"})
    EXPECT_EQ(time(bad).size(), 1u) << bad;
}

TEST(ArrivalTable, NamesTheCellThatCannotBeRead) {
  EXPECT_EQ(problems_of_arrivals("id,line,time\na,lanes,noon\n"),
            (Lines{"a.csv:2:9: arrival.time: is 'noon'; expected a date and time with offset such "
                   "as 2025-03-01T00:00:00Z, or a time since the start of the run such as \"90 "
                   "min\" or \"3 d 14 h\""}));
  EXPECT_EQ(problems_of_arrivals("line,time,travellers\nlanes,1 h,0\n"),
            (Lines{"a.csv:2:11: arrival.travellers: is '0'; expected between 1 and 4096"}));
  EXPECT_EQ(problems_of_arrivals("line,time\nlane,1 h\n"),
            (Lines{"a.csv:2:1: arrival.line: is 'lane'; expected the name of a line; did you mean "
                   "'lanes'?"}));
  EXPECT_EQ(problems_of_arrivals("line,time\nlanes,-5 min\n"),
            (Lines{"a.csv:2:7: arrival.time: is '-5 min'; expected at least 0 s"}));
}

TEST(ArrivalTable, NeedsATimeInEveryRow) {
  EXPECT_EQ(problems_of_arrivals("line\nlanes\n"),
            (Lines{"a.csv:1:1: arrival.time: is missing; expected a column of that name"}));
  EXPECT_EQ(problems_of_arrivals("line,time\nlanes,\n").size(), 1u);
}

TEST(ArrivalTable, NeedsALineOrAPlace) {
  const char* missing =
      "arrival.line: is missing; expected it, or `crossing`, `direction` and `vehicle_class`";
  EXPECT_EQ(problems_of_arrivals("time\n1 h\n"), (Lines{std::string("a.csv:2:1: ") + missing}));
  EXPECT_EQ(problems_of_arrivals("time,crossing,direction\n1 h,post,entry\n"),
            (Lines{std::string("a.csv:2:1: ") + missing}));
  EXPECT_EQ(problems_of_arrivals("line,crossing,time\nlanes,post,1 h\n"),
            (Lines{"a.csv:2:1: arrival.crossing: stands beside a line, which has its own; expected "
                   "one of them"}));
  EXPECT_EQ(problems_of_arrivals("crossing,direction,vehicle_class,time\npost,exit,lorry,1 h\n"),
            (Lines{"a.csv:2:1: arrival.crossing: crossing 'post' has no line for lorry exit; "
                   "expected one that has"}));
}

TEST(ArrivalTable, NeedsAClassOfTheLineAndAFlowForIt) {
  EXPECT_EQ(problems_of_arrivals("line,vehicle_class,time\nlanes,car,1 h\n").front(),
            "a.csv:2:1: arrival.vehicle_class: is car, which line 'lanes' does not serve; expected "
            "one that it does");
  EXPECT_EQ(problems_of_arrivals("line,vehicle_class,time\nlanes,bus,1 h\n"),
            (Lines{"a.csv:2:1: arrival.line: has bus of direction entry, which no flow has; "
                   "expected a flow with laws for what the row leaves open"}));
}

TEST(ArrivalTable, LiesWithinTheRun) {
  EXPECT_EQ(problems_of_arrivals("line,time\nlanes,1 h\nlanes,2026-06-28T23:59:59Z\n"),
            (Lines{"a.csv:3:1: arrival.time: lies before the start of the run; expected one after "
                   "it"}));
  EXPECT_EQ(problems_of_arrivals("line,time\nlanes,2027-06-30T00:00:00Z\n"),
            (Lines{"s.toml:1:11: arrival: has no row before the end of the run; expected times "
                   "within it"}));
  EXPECT_TRUE(problems_of_arrivals("line,time\nlanes,1 h\nlanes,300 h\n").empty());
}

TEST(ArrivalTable, HasEachIdOnce) {
  EXPECT_EQ(
      problems_of_arrivals("id,line,time\na,lanes,1 h\n,lanes,1 h\n,lanes,1 h\na,lanes,2 h\n"),
      (Lines{"a.csv:5:1: arrival.id: is 'a' as in line 2; expected an id of its own"}));
}

TEST(ArrivalTable, KnowsItsPriorities) {
  EXPECT_TRUE(problems_of_arrivals("line,time,priority\nlanes,1 h,ordinary\n").empty());
  EXPECT_EQ(problems_of_arrivals("line,time,priority\nlanes,1 h,royal\n"),
            (Lines{"a.csv:2:11: arrival.priority: is 'royal'; expected the name of a priority"}));
}

TEST(ArrivalTable, MayStandInTheScenarioItself) {
  const Lines problems =
      Files()
          .write("s.toml", std::string("arrival = [{ line = \"lanes\", time = \"1 h\" }, { time = "
                                       "2026-06-29T10:00:00Z }]\n") +
                               basis)
          .problems();
  EXPECT_EQ(problems, (Lines{"s.toml:1:46: arrival.line: is missing; expected it, or `crossing`, "
                             "`direction` and `vehicle_class`"}));
}

Lines problems_of_services(const std::string& csv) {
  return Files()
      .write("s.toml", std::string("arrival = \"a.csv\"\nservice = \"t.csv\"\n") + basis)
      .write("a.csv", "id,line,time\na,lanes,1 h\n")
      .write("t.csv", csv)
      .problems();
}

TEST(ServiceTable, NamesVehiclesAndStagesThatAreThere) {
  EXPECT_TRUE(problems_of_services("id,stage,time [s]\na,check,30\n").empty());
  EXPECT_EQ(problems_of_services("id,stage,time [s]\nb,check,30\n"),
            (Lines{"t.csv:2:1: service.id: is 'b'; expected the id of a row of `arrival`"}));
  EXPECT_EQ(problems_of_services("id,stage,time [s]\na,scan,30\n"),
            (Lines{"t.csv:2:1: service.stage: is 'scan'; expected a stage of layout 'road', that "
                   "of crossing 'post'"}));
  EXPECT_EQ(problems_of_services("id,stage,time [s]\na,check,30\na,check,40\n"),
            (Lines{"t.csv:3:1: service.stage: is 'check' for 'a' a second time; expected one row "
                   "for each stage"}));
}

Lines problems_with(const std::string& more) {
  return Files().write("s.toml", basis + more).problems();
}

constexpr const char* port = R"([terminal.quay]
crossing = "post"
[lot.feeder]
terminal = "quay"
vehicle_class = "lorry"
size = 3
)";

TEST(Lots, NeedOneSchedule) {
  EXPECT_TRUE(problems_with(std::string(port) + "every = \"1 d\"\n").empty());
  EXPECT_TRUE(problems_with(std::string(port) + "rate = \"2 per day\"\n").empty());
  EXPECT_TRUE(
      problems_with(std::string(port) + "timetable = [\"Mon 06:30\", \"18:00\"]\n").empty());
  EXPECT_EQ(problems_with(port),
            (Lines{"s.toml:37:1: lot.feeder: has 0 of `every`, `timetable` and `rate`; expected "
                   "one"}));
  EXPECT_EQ(problems_with(std::string(port) + "every = \"1 d\"\nrate = \"2 per day\"\n").size(),
            1u);
}

TEST(Lots, NeedTimesThatAreTimes) {
  for (const char* entry : {"Mon 24:00", "Mo 06:30", "6:30", "06:60", "Mon  06:30", ""})
    EXPECT_EQ(problems_with(std::string(port) + "timetable = [\"" + entry + "\"]\n"),
              (Lines{std::string("s.toml:41:13: lot.feeder.timetable: '") + entry +
                     "' is not a time; expected one such as \"Mon 06:30\", or \"06:30\" for every "
                     "day"}));
}

TEST(Lots, NeedALineAndAFlowForTheirUnits) {
  const std::string wagons = R"([terminal.quay]
crossing = "post"
[lot.feeder]
terminal = "quay"
vehicle_class = "wagon"
size = 3
every = "1 d"
)";
  EXPECT_EQ(problems_with(wagons),
            (Lines{"s.toml:38:12: lot.feeder.terminal: is at crossing 'post', which has no line "
                   "for wagon of direction entry; expected one",
                   "s.toml:39:17: lot.feeder.vehicle_class: is wagon of direction entry, which no "
                   "flow has; expected a flow with the laws of its units"}));
}

TEST(Lines, ServeEachClassOfADirectionOnce) {
  const std::string second = R"([line.second]
crossing = "post"
direction = "entry"
vehicle_class = "car"
also = ["bus", "car"]
)";
  EXPECT_EQ(problems_with(second),
            (Lines{"s.toml:35:1: line.second: is the second line of this crossing and direction "
                   "for bus; expected one (give it more lanes)",
                   "s.toml:39:8: line.second.also: names car a second time; expected other "
                   "classes"}));
}

TEST(Flows, NeedOriginsForTheirVolumes) {
  EXPECT_TRUE(problems_with("").empty());  // lorries_out has neither
  const Lines problems = Files()
                             .write("s.toml", std::string("volume = \"v.csv\"\n") + basis +
                                                  "[line.out]\ncrossing = \"post\"\ndirection = "
                                                  "\"exit\"\nvehicle_class = \"lorry\"\n")
                             .write("v.csv",
                                    "crossing,direction,vehicle_class,vehicles_per_day\n"
                                    "post,exit,lorry,100\n")
                             .problems();
  EXPECT_EQ(problems, (Lines{"s.toml:33:1: flow.lorries_out: has volumes but no `origins`; "
                             "expected places from where they set out"}));
}

TEST(Flows, GoOnAsAFlowOfTheOtherDirection) {
  EXPECT_TRUE(problems_with("transit_share = 0.5\ntransit_flow = \"lorries\"\n").empty());
  EXPECT_EQ(problems_with("transit_share = 0.5\n"),
            (Lines{"s.toml:35:17: flow.lorries_out.transit_share: has no transit_flow beside it; "
                   "expected a flow"}));
  EXPECT_EQ(problems_with("transit_flow = \"lorries_out\"\n"),
            (Lines{"s.toml:35:16: flow.lorries_out.transit_flow: is lorry of direction exit; "
                   "expected lorry of the other direction"}));
  EXPECT_EQ(problems_with("transit_flow = \"lories\"\n"),
            (Lines{"s.toml:35:16: flow.lorries_out.transit_flow: is 'lories'; expected the name of "
                   "a flow; did you mean 'lorries'?"}));
}

}  // namespace
}  // namespace cordon::arrivals_test
