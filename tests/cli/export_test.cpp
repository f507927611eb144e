// Traces from outside: written by `run` and `compare`, given as CSV by `export`.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/cli/table.hpp"

namespace cordon::testing::export_test {
namespace {

using ::testing::Each;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

Outcome run(const Folder& folder, const std::string& place, std::vector<std::string> more = {}) {
  std::vector<std::string> all = {
      "run",   data("two_posts.toml"),   "--replications", "2", "--quiet",
      "--out", (folder / place).string()};
  all.insert(all.end(), more.begin(), more.end());
  return cordon(folder, all);
}

Outcome export_of(const Folder& folder, const std::string& place,
                  std::vector<std::string> more = {}) {
  std::vector<std::string> all = {"export", (folder / place).string()};
  all.insert(all.end(), more.begin(), more.end());
  return cordon(folder, all);
}

// How many rows have this event.
std::size_t count(const Table& table, const std::string& event) {
  std::size_t n = 0;
  for (const auto& row : table.rows) n += row[table.column("event")] == event;
  return n;
}

// The value of a measure of the whole border in the first replication.
double measure(const Folder& folder, const std::string& place, const std::string& name) {
  const Table table = table_of(folder / place / "measures.csv");
  for (const auto& row : table.rows)
    if (row[table.column("replication")] == "1" && row[table.column("measure")] == name &&
        row[table.column("crossing")] == "all" && row[table.column("direction")] == "all" &&
        row[table.column("commodity")] == "all" && row[table.column("authority")] == "all")
      return std::stod(row[table.column("value")]);
  return -1;
}

TEST(Trace, OfTheFirstReplicationIsGivenAsCsvAndAgreesWithTheMeasures) {
  const Folder folder;
  ASSERT_EQ(run(folder, "r", {"--trace"}).code, 0);
  const Outcome outcome = export_of(folder, "r", {"--out", (folder / "t.csv").string()});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  const Table trace = table_of(folder / "t.csv");
  EXPECT_THAT(outcome.out, HasSubstr(std::to_string(trace.rows.size()) + " events of two_posts, "));
  EXPECT_EQ(count(trace, "VehicleArrived"), measure(folder, "r", "arrivals"));
  EXPECT_EQ(count(trace, "VehicleReleased"), measure(folder, "r", "crossed"));
  EXPECT_EQ(count(trace, "GoodsSeized"), measure(folder, "r", "seizures"));
  EXPECT_EQ(count(trace, "ConsignmentPlanned"), measure(folder, "r", "planned"));
  for (const auto& row : trace.rows)
    ASSERT_TRUE(is_a(row[trace.column("time")], "datetime")) << row[0];
  EXPECT_TRUE(export_of(folder, "r").out == text_of(folder / "t.csv"));
}

// Agents that stand for one vehicle alone might be known by it for what they hide.
TEST(Trace, IsNotWrittenOfAgentsThatStandForSeveral) {
  const Folder folder;
  const Outcome refused =
      cordon(folder, {"run", data("agents.toml"), "--trace", "--out", (folder / "r").string()});
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.err, HasSubstr("--trace: tells of vehicles one by one, and in 'agents' "
                                     "agents stand for up to 2; expected scale = 1"));
  EXPECT_FALSE(std::filesystem::exists(folder / "r"));
}

// As many rows as there were events: --verbose tells their number.
TEST(Trace, HasARowForEveryEvent) {
  const Folder folder;
  const Outcome told = cordon(folder, {"run", data("two_posts.toml"), "--replications", "1",
                                       "--verbose", "--trace", "--out", (folder / "r").string()});
  const auto at = told.err.find("replication 1, ");
  ASSERT_NE(at, std::string::npos) << told.err;
  const auto events = std::stoul(told.err.substr(at + 15));
  EXPECT_EQ(lines_in(export_of(folder, "r").out), events + 1);
}

TEST(Trace, ChangesNoTableAndHasTheSameBytesForAnyJobs) {
  const Folder folder;
  ASSERT_EQ(run(folder, "without").code, 0);
  ASSERT_EQ(run(folder, "one", {"--trace", "--jobs", "1"}).code, 0);
  ASSERT_EQ(run(folder, "three", {"--trace", "--jobs", "3", "--verify"}).code, 0);
  EXPECT_TRUE(text_of(folder / "one/trace.zst") == text_of(folder / "three/trace.zst"));
  for (const char* file : {"measures.csv", "queues.csv", "seizures.csv", "teams.csv"}) {
    EXPECT_TRUE(text_of(folder / "one" / file) == text_of(folder / "without" / file)) << file;
    EXPECT_TRUE(text_of(folder / "three" / file) == text_of(folder / "without" / file)) << file;
  }
  EXPECT_FALSE(std::filesystem::exists(folder / "without/trace.zst"));
  const auto manifest = nlohmann::json::parse(text_of(folder / "one/manifest.json"));
  EXPECT_TRUE(manifest["files_sha256"].contains("trace.zst"));
  EXPECT_EQ(manifest["result_sha256"],
            nlohmann::json::parse(text_of(folder / "without/manifest.json"))["result_sha256"]);
  EXPECT_EQ(run(folder, "one", {"--force"}).code, 0) << "results with a trace may be replaced";
}

TEST(Trace, OfEveryScenarioIsKeptWithIt) {
  const Folder folder;
  ASSERT_EQ(cordon(folder, {"compare", data("two_posts.toml"), data("more_search.toml"),
                            "--replications", "2", "--trace", "--out", (folder / "c").string()})
                .code,
            0);
  const std::string baseline = export_of(folder, "c").out;
  const std::string variant = export_of(folder, "c/variants/more_search").out;
  EXPECT_FALSE(baseline == variant);
  EXPECT_THAT(variant, HasSubstr("GoodsSeized"));
  const auto package = nlohmann::json::parse(text_of(folder / "c/datapackage.json"));
  std::map<std::string, std::string> header;  // by path
  for (const auto& resource : package["resources"])
    for (const auto& field : resource["schema"]["fields"])
      header[resource["path"]] +=
          (header[resource["path"]].empty() ? "" : ",") + field["name"].get<std::string>();
  EXPECT_EQ(header.at("trace.zst"), baseline.substr(0, baseline.find("\r\n")));
  EXPECT_EQ(header.at("variants/more_search/trace.zst"), header.at("trace.zst"));
}

TEST(Trace, WithoutTruthSaysNothingOfIt) {
  const Folder folder;
  ASSERT_EQ(run(folder, "r", {"--trace"}).code, 0);
  const std::string all = export_of(folder, "r").out;
  const std::string some = export_of(folder, "r", {"--without-truth"}).out;
  EXPECT_THAT(some, Not(HasSubstr("unknown")));
  for (const char* truth : {"hidden", "group/wolves", "wolves", "Consignment", "VehicleDue"}) {
    EXPECT_THAT(all, HasSubstr(truth));
    EXPECT_THAT(some, Not(HasSubstr(truth)));
  }
  EXPECT_THAT(some, HasSubstr("GoodsSeized"));
  EXPECT_THAT(some, HasSubstr("tobacco")) << "what was found is known";
}

// On a real map the file itself does not say what passed where.
TEST(Trace, OfARealMapHasNoTruth) {
  const Folder folder;
  ASSERT_EQ(run(folder, "fictional", {"--trace"}).code, 0);
  ASSERT_EQ(run(folder, "real", {"--trace", "--set", "real_map=true"}).code, 0);
  const Outcome real = export_of(folder, "real");
  EXPECT_EQ(real.code, 0);
  EXPECT_THAT(real.err, HasSubstr("The map is real"));
  EXPECT_TRUE(real.out == export_of(folder, "fictional", {"--without-truth"}).out);
  const Outcome some = export_of(folder, "real", {"--without-truth"});
  EXPECT_TRUE(some.out == real.out);
  EXPECT_EQ(some.err, "");
}

void expect_one_line(const Outcome& outcome, const std::string& said) {
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(lines_in(outcome.err), 1u) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr(said));
}

TEST(Export, TellsWhatIsNoTrace) {
  const Folder folder;
  expect_one_line(cordon(folder, {"export"}), "no DIR");
  expect_one_line(export_of(folder, "nowhere"), "there is no such folder");
  ASSERT_EQ(run(folder, "r").code, 0);
  expect_one_line(export_of(folder, "r"), "has no trace.zst");
  std::filesystem::create_directory(folder / "foreign");
  std::ofstream(folder / "foreign/trace.zst") << "time,place\n";
  expect_one_line(export_of(folder, "foreign"), "is no trace of cordon");
  std::ofstream(folder / "foreign/trace.zst") << "";
  expect_one_line(export_of(folder, "foreign"), "is no trace of cordon");
}

TEST(Export, TellsATraceThatIsCutShortAndLeavesNothing) {
  const Folder folder;
  ASSERT_EQ(run(folder, "r", {"--trace"}).code, 0);
  std::filesystem::resize_file(folder / "r/trace.zst",
                               std::filesystem::file_size(folder / "r/trace.zst") - 100);
  expect_one_line(export_of(folder, "r", {"--out", (folder / "t.csv").string()}), "is cut short");
  std::vector<std::string> left;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    left.push_back(entry.path().filename());
  EXPECT_THAT(left, Not(::testing::Contains(HasSubstr("t.csv"))));
}

TEST(Export, ReplacesAFileOnlyWhenForced) {
  const Folder folder;
  ASSERT_EQ(run(folder, "r", {"--trace"}).code, 0);
  std::ofstream(folder / "mine.csv") << "dear to me";
  const std::string out = (folder / "mine.csv").string();
  expect_one_line(export_of(folder, "r", {"--out", out}), "is there already; --force replaces it");
  EXPECT_EQ(text_of(folder / "mine.csv"), "dear to me");
  EXPECT_EQ(export_of(folder, "r", {"--out", out, "--force"}).code, 0);
  EXPECT_THAT(text_of(folder / "mine.csv"), HasSubstr("VehicleArrived"));
  expect_one_line(export_of(folder, "r", {"--out", (folder / "no/such/x.csv").string()}),
                  "cannot be written");
}

// No file may grow beyond 64 KB: to the program that is what a full disk is.
TEST(Export, OntoAFullDiskLeavesNothing) {
  const Folder folder;
  ASSERT_EQ(run(folder, "r", {"--trace"}).code, 0);
  const Outcome outcome =
      cordon(folder, {"export", (folder / "r").string(), "--out", (folder / "t.csv").string()}, [] {
        const rlimit limit{65536, 65536};
        setrlimit(RLIMIT_FSIZE, &limit);
      });
  expect_one_line(outcome, "cannot be written");
  EXPECT_FALSE(std::filesystem::exists(folder / "t.csv"));
}

TEST(Trace, OntoAFullDiskLeavesNothing) {
  const Folder folder;
  const Outcome outcome = cordon(folder,
                                 {"run", data("two_posts.toml"), "--replications", "1", "--quiet",
                                  "--trace", "--out", (folder / "r").string()},
                                 [] {
                                   const rlimit limit{16384, 16384};
                                   setrlimit(RLIMIT_FSIZE, &limit);
                                 });
  expect_one_line(outcome, "trace.zst: cannot be written");
  EXPECT_FALSE(std::filesystem::exists(folder / "r"));
}

TEST(Export, SaysWhichEventsThereAre) {
  const Folder folder;
  const Outcome outcome = cordon(folder, {"export", "--events"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.out,
              HasSubstr("| `ServiceBegan` | crossing | A check of a vehicle began. |"));
  EXPECT_THAT(outcome.out, HasSubstr("hidden_commodity*"));
}

}  // namespace
}  // namespace cordon::testing::export_test
