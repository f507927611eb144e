// Pages of experiments, and of folders that are there, as a user asks for them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/cli/page.hpp"
#include "tests/cli/program.hpp"
#include "tests/cli/table.hpp"

namespace cordon::testing::report_test {
namespace {

using ::testing::HasSubstr;

// A sweep and a comparison of two small posts, made once.
class OfFolders : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    made_ = new Folder;
    const Outcome sweep =
        cordon(*made_, {"sensitivity", data("experiment.toml"), "--set",
                        "design.method=one_at_a_time", "--out", (*made_ / "factors").string()});
    ASSERT_EQ(sweep.code, 0) << sweep.err;
    const Outcome compared =
        cordon(*made_, {"compare", data("two_posts.toml"), data("more_search.toml"), "--set",
                        "length=1 d", "--replications", "3", "--out", (*made_ / "c").string()});
    ASSERT_EQ(compared.code, 0) << compared.err;
  }
  static void TearDownTestSuite() { delete made_; }

  static std::string made(const char* name) { return (*made_ / name).string(); }

  static inline Folder* made_ = nullptr;
};

TEST_F(OfFolders, ASensitivityTellsOnAPageWhatMatters) {
  const std::string page = text_of(made("factors") + "/report.html");
  EXPECT_THAT(page, HasSubstr("<h1>Officers&apos; search and its time</h1>"));
  EXPECT_THAT(page, HasSubstr("Wait, mean, more_search less two_posts"));
  EXPECT_THAT(page, HasSubstr("width: how far the measure moves while one factor goes from end"));
  EXPECT_THAT(page, HasSubstr("along each factor</h3>"));
  EXPECT_THAT(page, HasSubstr("design.method=one_at_a_time"));  // the command
}

TEST_F(OfFolders, OnePageHasAllOfThem) {
  const Folder folder;
  const std::string out = (folder / "both.html").string();
  const Outcome done = cordon(
      folder, {"report", made("factors"), made("c"), "--out", out, "--title", "Search & time"});
  ASSERT_EQ(done.code, 0) << done.err;
  const std::string page = text_of(out);
  EXPECT_THAT(page, HasSubstr("<h1>Search &amp; time</h1>"));
  EXPECT_THAT(page, HasSubstr("width: how far the measure moves while one factor goes from end"));
  EXPECT_THAT(page, HasSubstr("Changes from two_posts"));
  EXPECT_THAT(page, HasSubstr("cordon report "));
  EXPECT_THAT(page, HasSubstr("cordon compare "));
  // The same change as in the table, in its unit.
  const Table changes = table_of(made("c") + "/comparison.csv");
  const auto row = std::find_if(changes.rows.begin(), changes.rows.end(), [&](const auto& r) {
    return r[changes.column("measure")] == "controls" && r[changes.column("crossing")] == "all";
  });
  ASSERT_NE(row, changes.rows.end());
  EXPECT_THAT(page, HasSubstr("<span>" + std::to_string(std::lround(
                                             std::stod((*row)[changes.column("baseline")])))));
  // Nothing of its own report is lost that a reader looks for first.
  EXPECT_THAT(page, HasSubstr("<p><strong>"));
}

// Which designs make the wait long is asked, too, so that there is a box.
TEST_F(OfFolders, AnExperimentIsShownAsItsOwnPageShowsIt) {
  const Folder folder;
  const std::string found = (folder / "found").string(), out = (folder / "page.html").string();
  const Outcome swept =
      cordon(folder, {"sensitivity", data("experiment.toml"), "--set",
                      "design.method=latin_hypercube", "--set", "design.points=12", "--set",
                      "discover.long={measure='controls',above=10}", "--out", found});
  ASSERT_EQ(swept.code, 0) << swept.err;
  ASSERT_EQ(cordon(folder, {"report", made("factors"), found, "--out", out}).code, 0);
  const std::string page = text_of(out);
  EXPECT_THAT(page, HasSubstr("along each factor</h3>"));  // break-even values
  EXPECT_THAT(page, HasSubstr("Where does it happen: long</h3>"));
  EXPECT_THAT(page, HasSubstr("Which assumption it leans on</h2>"));
  EXPECT_THAT(page, ::testing::Not(HasSubstr("Which assumption it leans on</h3>")));  // told once
  EXPECT_THAT(text_of(found + "/report.html"), HasSubstr("Which assumption it leans on</h2>"));
  // Without its runs the tables say what they can.
  std::filesystem::remove(found + "/runs.csv");
  ASSERT_EQ(cordon(folder, {"report", found, "--out", out, "--force"}).code, 0);
  EXPECT_THAT(text_of(out), HasSubstr("What matters for wait_mean, two_posts"));
}

TEST_F(OfFolders, NothingIsLostOfASensitivity) {
  const Folder folder;
  const std::string out = (folder / "page.html").string();
  ASSERT_EQ(cordon(folder, {"report", made("factors"), "--out", out}).code, 0);
  const std::string page = text_of(out);
  const auto said = said_on(made("factors") + "/report.html");
  EXPECT_GT(said.size(), 50u);
  for (const std::string& line : said) EXPECT_NE(page.find(line), std::string::npos) << line;
}

TEST_F(OfFolders, AnOptimisationHasItsTradeOff) {
  const Folder folder;
  const std::string best = (folder / "best").string(), out = (folder / "page.html").string();
  const Outcome done = cordon(folder, {"optimise", data("booths.toml"), "--out", best});
  ASSERT_EQ(done.code, 0) << done.err;
  const std::string runs = text_of(best + "/runs.csv");
  ASSERT_EQ(cordon(folder, {"report", best, "--out", out}).code, 0);
  EXPECT_THAT(text_of(out), HasSubstr("Trade-off</h3>"));
  EXPECT_THAT(text_of(out), HasSubstr("How the plans compared while choosing</h3>"));
  EXPECT_EQ(text_of(best + "/runs.csv"), runs);
}

TEST_F(OfFolders, AComparisonHasItsPlaneOfWaitAndInterdiction) {
  const Folder folder;
  const std::string out = (folder / "page.html").string();
  ASSERT_EQ(cordon(folder, {"report", made("c"), "--out", out}).code, 0);
  EXPECT_THAT(text_of(out), HasSubstr("Wait against interdiction</h3>"));
}

TEST_F(OfFolders, ABadFolderIsOneClearLine) {
  const Folder folder;
  const auto refused = [&](const std::string& place, const char* why) {
    const Outcome outcome =
        cordon(folder, {"report", made("c"), place, "--out", (folder / "page.html").string()});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(lines_in(outcome.err), 1u) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(why));
    EXPECT_FALSE(std::filesystem::exists(folder / "page.html"));
  };
  refused((folder / "nothing").string(), "nothing: is no folder");
  std::filesystem::create_directory(folder / "empty");
  refused((folder / "empty").string(), "empty: holds no results of cordon");
  std::filesystem::create_directory(folder / "odd");
  std::ofstream(folder / "odd" / "manifest.json") << R"({"cordon": [], "seed": "x"})";
  refused((folder / "odd").string(), "odd: has a manifest.json that is not cordon's");
  std::filesystem::copy(made("c"), folder / "cut", std::filesystem::copy_options::recursive);
  std::ofstream(folder / "cut" / "comparison.csv") << "a,b\r\n1,\"2\r\n";
  refused((folder / "cut").string(), "comparison.csv is no table of cordon's");
}

TEST_F(OfFolders, APageThatIsThereIsNotReplacedByAccident) {
  const Folder folder;
  std::ofstream(folder / "page.html") << "mine";
  const std::vector<std::string> words = {"report", made("c"), "--out",
                                          (folder / "page.html").string()};
  EXPECT_EQ(cordon(folder, words).code, 2);
  EXPECT_EQ(text_of(folder / "page.html"), "mine");
  auto forced = words;
  forced.emplace_back("--force");
  EXPECT_EQ(cordon(folder, forced).code, 0);
  EXPECT_THAT(text_of(folder / "page.html"), ::testing::StartsWith("<!DOCTYPE html>"));
}

}  // namespace
}  // namespace cordon::testing::report_test
