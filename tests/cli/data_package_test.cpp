// What datapackage.json says is what Frictionless expects, by the schemas of its profiles.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace cordon::testing::data_package_test {
namespace {

using ::testing::HasSubstr;

// What the judge says of a package; "" when it is good.
std::string judged(const Folder& folder, const std::filesystem::path& package) {
  const std::string said = (folder / "judged.txt").string();
  const std::string command = "python3 " CORDON_SOURCE_DIR "/tests/cli/data_package.py '" +
                              package.string() + "' > '" + said + "' 2>&1";
  const int status = std::system(command.c_str());
  return status == 0 ? "" : "refused: " + text_of(said);
}

void expect_good(std::vector<std::string> words) {
  const Folder folder;
  words.insert(words.end(), {"--out", (folder / "r").string()});
  const Outcome done = cordon(folder, words);
  ASSERT_EQ(done.code, 0) << done.err;
  EXPECT_EQ(judged(folder, folder / "r" / "datapackage.json"), "") << words[0];
}

TEST(ADataPackage, IsWhatItsProfileExpects) {
  expect_good({"run", data("two_posts.toml"), "--replications", "2", "--set", "length=1 d"});
  expect_good({"compare", data("two_posts.toml"), data("more_search.toml"), "--replications", "3",
               "--set", "length=1 d", "--trace"});
  expect_good({"sensitivity", data("experiment.toml")});
  expect_good({"calibrate", data("calibrate.toml")});
}

TEST(ADataPackage, ThatIsWrongIsToldBySchemaAndFiles) {
  const Folder folder;
  ASSERT_EQ(cordon(folder, {"run", data("two_posts.toml"), "--replications", "2", "--set",
                            "length=1 d", "--out", (folder / "r").string()})
                .code,
            0);
  auto package = nlohmann::json::parse(text_of(folder / "r" / "datapackage.json"));
  package["resources"][0]["schema"]["fields"][0]["type"] = "text";
  package["resources"][1]["path"] = "nowhere.csv";
  std::ofstream(folder / "r" / "wrong.json") << package.dump();
  const std::string said = judged(folder, folder / "r" / "wrong.json");
  EXPECT_THAT(said, HasSubstr("wrong.json: resources/0"));
  EXPECT_THAT(said, HasSubstr("nowhere.csv: is not there"));
}

}  // namespace
}  // namespace cordon::testing::data_package_test
