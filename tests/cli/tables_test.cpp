// The tables of results from outside: every column is as it is described, and they add up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/cli/table.hpp"

namespace cordon::testing::tables_test {
namespace {

using ::testing::AnyOf;
using ::testing::IsSupersetOf;

Outcome compare(const Folder& folder, const std::string& place,
                std::vector<std::string> more = {}) {
  std::vector<std::string> all = {
      "compare", data("joint_action.toml"), data("more_search.toml"), "--replications", "3",
      "--out",   (folder / place).string()};
  all.insert(all.end(), more.begin(), more.end());
  return cordon(folder, all);
}

using Key = std::pair<std::string, std::string>;  // scenario and replication
Key key(const Table& t, const std::vector<std::string>& row) {
  return {row[t.column("scenario")], row[t.column("replication")]};
}

// Sums of a column by scenario and replication, over the rows that are wanted; without a column,
// their number.
std::map<Key, double> sums(const Table& t, const std::string& column,
                           const std::map<std::string, std::string>& wanted = {}) {
  std::map<Key, double> sum;
  for (const auto& row : t.rows) {
    double& here = sum[key(t, row)];
    const bool is_wanted = std::all_of(wanted.begin(), wanted.end(), [&](const auto& w) {
      return row[t.column(w.first)] == w.second;
    });
    if (!is_wanted) continue;
    const std::string text = column.empty() ? "1" : row[t.column(column)];
    here += text.empty() ? 0 : std::stod(text);
  }
  return sum;
}

std::map<Key, double> measured(const Table& t, const std::string& measure,
                               std::map<std::string, std::string> wanted = {}) {
  wanted["measure"] = measure;
  for (const char* label :
       {"crossing", "direction", "vehicle_class", "commodity", "authority", "period"})
    wanted.emplace(label, "all");
  return sums(t, "value", wanted);
}

void expect_near(const std::map<Key, double>& sum, const std::map<Key, double>& measures,
                 double share = 1e-9) {
  double most = 0;
  for (const auto& [key, value] : measures) {
    const auto found = sum.find(key);
    const double there = found == sum.end() ? 0 : found->second;
    EXPECT_NEAR(there, value, share * value + 1e-9) << key.first << " " << key.second;
    most = std::max(most, value);
  }
  EXPECT_GT(most, 0) << "nothing was compared";
}

struct Results {
  Results() { EXPECT_EQ(compare(folder, "c", {"--quiet"}).code, 0); }
  [[nodiscard]] Table table(const std::string& name) const { return table_of(folder / "c" / name); }
  Folder folder;
};
const Results& results() {
  static const Results made;
  return made;
}

TEST(Tables, AreDescribedAndOfTheTypesThatTheyAreSaidToBe) {
  const auto package = nlohmann::json::parse(text_of(results().folder / "c/datapackage.json"));
  std::vector<std::string> files;
  for (const auto& resource : package["resources"]) {
    files.push_back(resource["path"]);
    const Table table = results().table(files.back());
    EXPECT_FALSE(table.rows.empty()) << files.back();
    const auto& fields = resource["schema"]["fields"];
    ASSERT_EQ(table.header.size(), fields.size());
    for (std::size_t f = 0; f < fields.size(); ++f) {
      EXPECT_EQ(table.header[f], fields[f]["name"].get<std::string>());
      EXPECT_FALSE(fields[f]["description"].get<std::string>().empty());
      for (const auto& row : table.rows) {
        ASSERT_EQ(row.size(), fields.size());
        ASSERT_TRUE(is_a(row[f], fields[f]["type"])) << files.back() << ": " << row[f];
      }
    }
  }
  EXPECT_THAT(files, IsSupersetOf({"measures.csv", "queues.csv", "comparison.csv", "seizures.csv",
                                   "teams.csv", "equipment.csv", "operations.csv", "groups.csv",
                                   "assessments.csv", "reviews.csv"}));
}

TEST(Tables, OfSeizuresAddUpToTheMeasures) {
  const Table measures = results().table("measures.csv"),
              seizures = results().table("seizures.csv");
  expect_near(sums(seizures, ""), measured(measures, "seizures"));
  expect_near(sums(seizures, "mass_kg"), measured(measures, "seized_mass"), 1e-6);
  expect_near(sums(seizures, "value_eur"), measured(measures, "seized_value"), 1e-4);
  expect_near(sums(seizures, "", {{"crossing", "north"}}),
              measured(measures, "seizures", {{"crossing", "north"}}));
  for (const auto& row : seizures.rows) {
    EXPECT_EQ(row[seizures.column("technique")], "search");
    EXPECT_THAT(row[seizures.column("channel")], AnyOf("orange", "red"));
    EXPECT_EQ(row[seizures.column("known")].empty(),
              row[seizures.column("report_delay_h")].empty());
  }
}

TEST(Tables, OfTeamsAddUpToTheMeasures) {
  const Table measures = results().table("measures.csv"), teams = results().table("teams.csv");
  const std::map<std::string, std::string> all = {{"team", "all"}, {"authority", "customs"}};
  auto hours = sums(teams, "on_duty_hours", all);
  for (const char* more : {"overtime_hours", "travel_hours"})
    for (const auto& [key, value] : sums(teams, more, all)) hours[key] += value;
  expect_near(hours, measured(measures, "officer_hours", {{"authority", "customs"}}));
  auto reporting = sums(teams, "reporting_hours", {{"team", "all"}, {"authority", "customs"}});
  for (const auto& [key, value] :
       sums(teams, "reporting_hours", {{"team", "all"}, {"authority", "border_guard"}}))
    reporting[key] += value;
  expect_near(reporting, measured(measures, "reporting_hours"));
  double guests = 0;
  for (const auto& [key, value] : sums(teams, "on_duty_hours", {{"operation", "southern_gate"}}))
    guests += value;
  EXPECT_GT(guests, 0);
}

TEST(Tables, OfTeamsSplitRosteredHoursWithoutRemainder) {
  const Table teams = results().table("teams.csv");
  EXPECT_GT(teams.rows.size(), 10u);
  const auto first = teams.column("lane_hours"), last = teams.column("investigation_hours");
  for (const auto& row : teams.rows) {
    double sum = -std::stod(row[teams.column("overtime_hours")]);  // beyond them
    for (auto c = first; c <= last; ++c) sum += std::stod(row[c]);
    EXPECT_NEAR(sum, std::stod(row[teams.column("rostered_hours")]), 1e-6);
  }
}

TEST(Tables, OfEquipmentAndOperationsSayWhatWasDone) {
  const Table measures = results().table("measures.csv");
  const Table equipment = results().table("equipment.csv");
  expect_near(sums(equipment, "vehicles"), measured(measures, "scans"));
  const Table operations = results().table("operations.csv");
  ASSERT_EQ(operations.rows.size(), 3u) << "one scenario has one, three times";
  for (const auto& row : operations.rows) {
    EXPECT_EQ(row[operations.column("officers_planned")],
              row[operations.column("officers_arrived")]);
    EXPECT_EQ(row[operations.column("machines_arrived")], "1");
    EXPECT_EQ(row[operations.column("begins")], "2026-06-29T12:00:00Z");
    EXPECT_GT(std::stod(row[operations.column("controls")]), 0);
    EXPECT_GT(std::stod(row[operations.column("officer_hours")]), 0);
  }
}

TEST(Tables, OfGroupsAddUpToTheMeasures) {
  const Table measures = results().table("measures.csv"), groups = results().table("groups.csv");
  expect_near(sums(groups, "planned"), measured(measures, "planned"));
  for (const char* what : {"sent", "lost", "passed"}) {
    auto by_crossing = sums(groups, what);
    const auto all = sums(groups, what, {{"crossing", "all"}});
    for (auto& [key, value] : by_crossing) value -= all.at(key);
    expect_near(by_crossing, all);
  }
}

// On a real map nothing says by which post groups send, and what passes there.
TEST(Tables, OfARealMapTellNothingOfGroupsByPost) {
  const Folder folder;
  ASSERT_EQ(compare(folder, "c", {"--set", "real_map=true"}).code, 0);
  const Table groups = table_of(folder / "c/groups.csv");
  EXPECT_FALSE(groups.rows.empty());
  for (const auto& row : groups.rows) EXPECT_EQ(row[groups.column("crossing")], "all");
}

TEST(Tables, HaveTheSameBytesForAnyJobs) {
  const Folder folder;
  ASSERT_EQ(compare(folder, "one", {"--jobs", "1"}).code, 0);
  ASSERT_EQ(compare(folder, "two", {"--jobs", "2"}).code, 0);
  for (const char* file : {"seizures.csv", "teams.csv", "equipment.csv", "operations.csv",
                           "groups.csv", "queues.csv", "measures.csv"})
    EXPECT_TRUE(text_of(folder / "one" / file) == text_of(folder / "two" / file)) << file;
}

}  // namespace
}  // namespace cordon::testing::tables_test
