// Every scenario in the folder reads, and a tutorial file is short enough to be read by a person.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "tests/shipped/shipped.hpp"

namespace cordon::all_test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".toml" && entry.path().stem() != "exercise")
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

TEST(Shipped, EveryScenarioReadsAndSaysWhatItIs) {
  const auto files = files_in(shipped::folder);
  EXPECT_GE(files.size(), 40u);
  for (const fs::path& file : files) {
    if (file.parent_path().filename() == "experiments") continue;  // which are no scenarios
    try {
      EXPECT_FALSE(read_scenario(file).spec.title.empty()) << file;
    } catch (const ScenarioError& error) {
      ADD_FAILURE() << file << ": " << error.problems.front().message;
    }
  }
}

TEST(Shipped, TutorialFilesAreShortFictionalAndEachHasATitleOfItsOwn) {
  std::vector<std::string> titles;
  for (const fs::path& file : files_in(shipped::folder / "tutorial")) {
    std::ifstream in(file);
    EXPECT_LE(std::count(std::istreambuf_iterator<char>(in), {}, '\n'), 90) << file;
    const Scenario s = read_scenario(file).spec;
    EXPECT_NE(s.title.find("(fictional)"), std::string::npos) << file;
    EXPECT_FALSE(s.real_map) << file;
    titles.push_back(s.title);
  }
  std::sort(titles.begin(), titles.end());
  EXPECT_EQ(std::unique(titles.begin(), titles.end()), titles.end());
}

}  // namespace
}  // namespace cordon::all_test
