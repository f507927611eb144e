#include "analysis/new_post/planner_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "sim/scenario/problem.hpp"

namespace cordon::new_post::planner_files_test {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;

const PostClock utc("UTC");
constexpr const char* good_counts = "crossing,month,vehicles\nnorth,2026-04,3000\n";
constexpr const char* good_queue = "crossing,time,vehicles\nnorth,2026-06-01T00:00Z,5\n";

class PlannerFiles : public ::testing::Test {
 protected:
  PlannerFiles() {
    std::string name = (std::filesystem::temp_directory_path() / "planner_XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~PlannerFiles() override { std::filesystem::remove_all(folder_); }

  PlannerData read(const std::string& counts, const std::string& queue,
                   const PostClock& clock = utc) {
    return read_planner_files(file("counts.csv", counts), file("queue.csv", queue), clock);
  }
  /// What is said of it, without the folder.
  std::string said(const std::string& counts, const std::string& queue) {
    try {
      (void)read(counts, queue);
    } catch (const ScenarioError& e) {
      std::string text = e.what();
      for (std::size_t at; (at = text.find(folder_.string() + "/")) != std::string::npos;)
        text.erase(at, folder_.string().size() + 1);
      return text;
    }
    return "nothing";
  }
  std::string of_counts(const std::string& counts) { return said(counts, good_queue); }
  std::string of_queue(const std::string& queue) { return said(good_counts, queue); }

 private:
  std::string file(const char* name, const std::string& text) {
    const auto path = folder_ / name;
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }
  std::filesystem::path folder_;
};

TEST_F(PlannerFiles, HaveEnteringLorriesUnlessTheySayOtherwise) {
  const PlannerData data = read(good_counts, good_queue);
  const LineKey line{"north", Direction::entry, VehicleClass::lorry};
  ASSERT_EQ(data.counts.size(), 1u);
  EXPECT_DOUBLE_EQ(data.counts.at(line)[0].vehicles, 3000);
  EXPECT_EQ(data.counts.at(line)[0].end - data.counts.at(line)[0].first, std::chrono::days{30});
  ASSERT_EQ(data.queues.at(line).size(), 1u);
  EXPECT_DOUBLE_EQ(data.queues.at(line)[0].vehicles, 5);
}

TEST_F(PlannerFiles, MayHaveDirectionsAndClassesInAnyOrderOfRowsAndColumns) {
  const PlannerData data = read(
      "vehicles,date,vehicle_class,direction,crossing,remark\n"
      "7,2026-04-02,truck,exit,Old Bridge,\n8,2026-04-01,truck,exit,Old Bridge,x\n"
      "9,2026-04-01,bus,entry,Old Bridge,\n",
      "crossing,direction,vehicle_class,time,vehicles\n"
      "Old Bridge,exit,lorry,2026-06-02T00:00Z,2\nOld Bridge,exit,lorry,2026-06-01T00:00Z,1\n"
      "Old Bridge,exit,lorry,2026-06-01T12:00Z,\n");
  const LineKey line{"old_bridge", Direction::exit, VehicleClass::lorry};
  EXPECT_DOUBLE_EQ(data.counts.at(line)[0].vehicles, 8);
  ASSERT_EQ(data.queues.at(line).size(), 2u);
  EXPECT_DOUBLE_EQ(data.queues.at(line)[0].vehicles, 1);
  EXPECT_EQ(data.labels.at("old_bridge"), "Old Bridge");
  EXPECT_THAT(data.not_read, ElementsAre("remark"));
}

TEST_F(PlannerFiles, MayHaveYearAndMonthApart) {
  const PlannerData data = read("crossing,year,month,vehicles\nnorth,2024,2,290\n", good_queue);
  const Count& count = data.counts.begin()->second[0];
  EXPECT_EQ(count.first, std::chrono::sys_days{2024y / 2 / 1});
  EXPECT_EQ(count.end, std::chrono::sys_days{2024y / 3 / 1});
}

TEST_F(PlannerFiles, MayComeFromASpreadsheet) {
  const PlannerData data = read(
      "\xEF\xBB\xBF"
      "crossing,month,vehicles\r\n\"north\",2026-04,3000\r\n",
      "\xEF\xBB\xBF"
      "crossing,time,vehicles\r\nnorth,2026-06-01T00:00Z,5\r\n");
  EXPECT_EQ(data.queues.begin()->first.crossing, "north");
}

TEST_F(PlannerFiles, HaveTimesByTheClockOfThePost) {
  const PlannerData data = read(good_counts, "crossing,time,vehicles\nnorth,2026-06-01 02:00,5\n",
                                PostClock("Europe/Warsaw"));
  EXPECT_DOUBLE_EQ(data.queues.begin()->second[0].hour,
                   read(good_counts, good_queue).queues.begin()->second[0].hour);
}

TEST_F(PlannerFiles, TellWhatIsWrongWithColumns) {
  EXPECT_EQ(of_counts("crossing,month\nnorth,2026-04\n"),
            "counts.csv:1:1: has no column 'vehicles'; expected one");
  EXPECT_EQ(of_counts("crossing,month,vehicels\nnorth,2026-04,3\n"),
            "counts.csv:1:1: has no column 'vehicles'; expected one; is it 'vehicels'?");
  EXPECT_EQ(of_counts("crossing,vehicles\nnorth,3\n"),
            "counts.csv:1:1: has no column 'date' or 'month'; expected one");
  EXPECT_EQ(of_counts("crossing,date,month,vehicles\nnorth,2026-04-01,2026-04,3\n"),
            "counts.csv:1:15: is a month, and there is a column 'date' too; expected one of the "
            "two");
  EXPECT_EQ(of_queue("crossing,vehicles\nnorth,3\n"),
            "queue.csv:1:1: has no column 'time'; expected one");
  EXPECT_EQ(of_queue("crossing;time;vehicles\n"),
            "queue.csv:1:1: has semicolons between its cells; expected commas");
}

TEST_F(PlannerFiles, TellWhatIsWrongWithRows) {
  EXPECT_EQ(of_counts("crossing,month,vehicles\nnorth,2026-04,3\nnorth,2026-05,-3\n"),
            "counts.csv:3:15: is '-3'; expected a number of at least 0");
  EXPECT_EQ(of_counts("crossing,month,vehicles\nnorth,2026-04,3\nnorth,2026-13,3\n"),
            "counts.csv:3:7: is '2026-13'; expected a month such as 2026-04");
  EXPECT_EQ(of_counts("crossing,date,vehicles\nnorth,2026-02-29,3\nnorth,2026-02-28,3\n"),
            "counts.csv:2:7: is '2026-02-29'; expected a date such as 2026-04-15");
  EXPECT_EQ(of_counts("crossing,year,month,vehicles\nnorth,26,4,3\nnorth,2026,4,3\n"),
            "counts.csv:2:7: is '26'; expected a year from 1971 to 2099");
  EXPECT_EQ(of_counts("crossing,month,vehicles,vehicle_class\nnorth,2026-04,3,lory\n"
                      "north,2026-04,3,lorry\n"),
            "counts.csv:2:17: is 'lory'; expected lorry, car or bus; did you mean 'lorry'?");
  EXPECT_EQ(of_counts("crossing,month,vehicles,direction\nnorth,2026-04,3,in\n"
                      "north,2026-04,3,entry\n"),
            "counts.csv:2:17: is 'in'; expected entry or exit");
  EXPECT_EQ(of_counts("crossing,month,vehicles\n,2026-04,3\nnorth,2026-04,3\n"),
            "counts.csv:2:1: is ''; expected the name of a crossing");
  EXPECT_EQ(of_counts("crossing,month,vehicles\nnorth,2026-04\nnorth,2026-04,3\n"),
            "counts.csv:2:1: has 2 cells; expected 3 as in the header");
  EXPECT_EQ(of_queue("crossing,time,vehicles\nnorth,1.6.2026,5\n"),
            "queue.csv:2:7: is '1.6.2026'; expected a date and time such as 2026-07-15T12:00Z");
  EXPECT_EQ(of_queue("crossing,time,vehicles\nnorth,2026-06-01T00:00Z,many\n"),
            "queue.csv:2:25: is 'many'; expected a number of at least 0");
}

TEST_F(PlannerFiles, TellWhatIsThereTwiceOrNotAtAll) {
  EXPECT_EQ(of_counts("crossing,month,vehicles\nnorth,2026-04,3\nnorth,2026-04,3\n"),
            "counts.csv:3:1: is a second count of north (lorries, entry) on 2026-04-01; expected "
            "one");
  EXPECT_EQ(of_queue("crossing,time,vehicles\nnorth,2026-06-01T00:00Z,5\n"
                     "north,2026-06-01T02:00+02:00,6\n"),
            "queue.csv:3:7: is the time of a second queue of north (lorries, entry); expected one");
  EXPECT_EQ(of_queue("crossing,time,vehicles\nsouth,2026-06-01T00:00Z,5\n"),
            "queue.csv:2:1: is a queue of south (lorries, entry), of which there are no counts; "
            "expected some");
  EXPECT_EQ(of_counts(""), "counts.csv:1:1: is empty; expected a header line with column names");
  EXPECT_EQ(of_counts("crossing,month,vehicles\n"), "counts.csv:1:1: has no rows; expected some");
  EXPECT_EQ(of_queue("crossing,time,vehicles\nnorth,2026-06-01T00:00Z,\n"),
            "queue.csv:1:1: has no queue that was seen; expected some");
}

TEST_F(PlannerFiles, TellAllProblemsOfBothFiles) {
  EXPECT_EQ(
      said("crossing,month,vehicles\nnorth,2026-04,x\n", "crossing,time,vehicles\nnorth,x,1\n"),
      "counts.csv:2:15: is 'x'; expected a number of at least 0\n"
      "queue.csv:2:7: is 'x'; expected a date and time such as 2026-07-15T12:00Z");
}

TEST(PlainName, HasLettersWithoutMarks) {
  EXPECT_EQ(plain_name("Medyka"), "medyka");
  EXPECT_EQ(plain_name("Dołhobyczów – Uhrynów"), "dolhobyczow_uhrynow");
  EXPECT_EQ(plain_name("  Záhony (HU) "), "zahony_hu");
  EXPECT_EQ(plain_name("Краковець"), "");
}

TEST_F(PlannerFiles, GiveEveryCrossingANameOfItsOwn) {
  const PlannerData data = read(
      "crossing,month,vehicles\nŁan,2026-04,1\nLan,2026-04,1\n"
      "Краковець,2026-04,1\n7 Hills,2026-04,1\n",
      "crossing,time,vehicles\nLan,2026-06-01T00:00Z,5\n");
  EXPECT_THAT(data.crossings, ElementsAre("lan", "lan_2", "crossing", "crossing_7_hills"));
  EXPECT_EQ(data.queues.begin()->first.crossing, "lan_2");
}

Count day(int of_april, double vehicles) {
  const std::chrono::sys_days first =
      std::chrono::sys_days{2026y / 4 / 1} + std::chrono::days{of_april - 1};
  return {first, first + std::chrono::days{1}, vehicles};
}

TEST(DailyMean, IsOfTheLastFourWeeksThatWereCounted) {
  std::vector<Count> counts;
  for (int d = 1; d <= 60; ++d) counts.push_back(day(d, d));
  const DailyMean mean = daily_mean(counts, std::chrono::sys_days{2026y / 5 / 1});
  EXPECT_DOUBLE_EQ(mean.vehicles, (3 + 30) / 2.0);  // 3 to 30 April
  EXPECT_EQ(mean.end, std::chrono::sys_days{2026y / 5 / 1});
  EXPECT_FALSE(mean.is_later);
}

TEST(DailyMean, OfMonthsIsOfTheLastWholeOne) {
  const std::vector<Count> counts = {
      {std::chrono::sys_days{2026y / 3 / 1}, std::chrono::sys_days{2026y / 4 / 1}, 310},
      {std::chrono::sys_days{2026y / 4 / 1}, std::chrono::sys_days{2026y / 5 / 1}, 600}};
  EXPECT_DOUBLE_EQ(daily_mean(counts, std::chrono::sys_days{2026y / 6 / 9}).vehicles, 20);
  EXPECT_DOUBLE_EQ(daily_mean(counts, std::chrono::sys_days{2026y / 4 / 30}).vehicles, 10);
}

TEST(DailyMean, SaysWhenItWasCountedLater) {
  const DailyMean mean = daily_mean({day(1, 5), day(2, 7)}, std::chrono::sys_days{2026y / 3 / 1});
  EXPECT_TRUE(mean.is_later);
  EXPECT_DOUBLE_EQ(mean.vehicles, 6);
}

}  // namespace
}  // namespace cordon::new_post::planner_files_test
