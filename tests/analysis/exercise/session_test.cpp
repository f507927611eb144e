// Sessions are saved and opened again as they were, and their branches run to the same end.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/exercise/session_file.hpp"
#include "analysis/exercise/studied.hpp"
#include "analysis/study/user_error.hpp"
#include "tests/analysis/exercise/exercise.hpp"

namespace cordon::session_test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

InjectSpec inject(Duration at, const std::string& text) {
  InjectSpec made;
  made.at = Instant{std::nullopt, at};
  made.text = text;
  return made;
}

// Something of everything.
SessionSpec session() {
  SessionSpec made;
  made.title = "A \"morning\"";
  made.about = "Two lines,\none of them\tłong";
  made.scenario = testing::border;
  made.set = {{"length", {"\"2 d\""}}, {"choice_scale", {"\"12 h\""}}};
  made.seed = 7;
  made.replication = 3;
  BranchSpec& first = made.branch["closed"];
  first.label = "North is closed";
  first.about = "Long queues";
  first.inject["closed"] = inject(10h + Duration{1}, "Close it");
  first.inject["closed"].closed = {"north"};
  first.inject["closed"].length = 3h;
  BranchSpec& second = made.branch["and then"];
  second.parent = "closed";
  InjectSpec& all = second.inject["all.of it"] = inject(20h, "Now");
  all.at->moment = Instant::Moment{std::chrono::sys_days{std::chrono::year{2026} / 6 / 30}} +
                   std::chrono::microseconds{250};
  all.at->since_start = {};
  all.expected = "They act";
  all.objective = "To act";
  all.by = "Control";
  all.to = "The room";
  all.expects = ExpectSpec{"MachineRepaired", "north", {{"equipment", "scanner"}}, 90min};
  all.contingency = "later";
  all.length = 5h;
  all.open = {"north"};
  all.lanes = {{"north_lorries", 2}};
  all.broken = BreakSpec{"north", "scanner", 1};
  all.absent = AbsentSpec{"", {"north_customs"}, 0.25};
  all.tip_off = TipOffSpec{{"north"}, "goods", "tobacco", "wolves", 2.5};
  all.surge = SurgeSpec{{"lorries"}, 1.5};
  all.outage = "siena";
  all.operation = format::TomlValue{"{ crossings = [\"north\"], length = \"1 d\" }"};
  all.notice = 5h;
  all.change["a b"] = ChangeSpec{"line.*.time_factor", "", 1.25};
  InjectSpec& later = second.inject["later"];
  later.text = "Then";
  later.leak = "plan";
  later.length = 2h;
  later.transfer =
      TransferSpec{"south", "north", Authority::customs, "south_customs", 3, "scanner"};
  made.bookmark["queue"] = {Instant{std::nullopt, 12h + 5min}, "closed", "The longest queue"};
  return made;
}

TEST(SessionFile, ReadsAsWhatWasSaved) {
  const testing::ExerciseFolder folder;
  const auto file = folder / "session.toml";
  save_session(file, session());
  const Session read = read_session(file.string());
  EXPECT_EQ(toml_of(read.spec), toml_of(session()));
  const InjectSpec& all = read.spec.branch.at("and then").inject.at("all.of it");
  EXPECT_EQ(all.at, session().branch.at("and then").inject.at("all.of it").at);
  EXPECT_EQ(all.expects->where.at("equipment"), "scanner");
  EXPECT_EQ(all.expects->within, Duration{90min});
  EXPECT_EQ(all.tip_off->weight, 2.5);
  EXPECT_EQ(all.operation->text, "{ crossings = [\"north\"], length = \"1 d\" }");
  EXPECT_EQ(all.change.at("a b").times, 1.25);
  EXPECT_EQ(read.spec.branch.at("and then").inject.at("later").transfer->authority,
            Authority::customs);
  EXPECT_EQ(read.spec.branch.at("closed").inject.at("closed").at->since_start, 10h + Duration{1});
  EXPECT_EQ(read.spec.about, session().about);
  EXPECT_EQ(read.spec.bookmark.at("queue").at.since_start, 12h + 5min);
  EXPECT_EQ(read.spec.seed, 7);
  EXPECT_EQ(read.spec.replication, 3u);
}

// Whatever keys come to an inject, they are written: none of the tables in it is forgotten.
TEST(SessionFile, WritesEveryKey) {
  const std::string text = toml_of(session());
  std::vector<std::string> keys;
  for (const auto& parameter : parameters_of(format::Tag<InjectSpec>{}).section().parameters)
    keys.push_back(parameter.key);
  keys.erase(std::find(keys.begin(), keys.end(), "closed"));
  for (const std::string& key : keys)
    EXPECT_TRUE(text.find('\n' + key + " = ") != std::string::npos ||
                text.find('.' + key + "]\n") != std::string::npos ||
                text.find('.' + key + '.') != std::string::npos)
        << key;
}

TEST(SessionFile, ReplacesAnOldOneAndLeavesNothingBeside) {
  const testing::ExerciseFolder folder;
  const auto file = folder / "session.toml";
  folder.write("session.toml", "old");
  save_session(file, session());
  EXPECT_EQ(read_session(file.string()).spec.title, session().title);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder / ""), {}), 1);
}

TEST(SessionFile, LeavesTheOldOneWhereItCannotBeWritten) {
  const testing::ExerciseFolder folder;
  EXPECT_THROW(save_session(folder / "nowhere/session.toml", session()), OutputError);
}

// A session on disk with two branches, one going on from the other.
std::string small_session(const testing::ExerciseFolder& folder, const std::string& more = "") {
  folder.write("exercise.toml", "[inject.planned]\nat = '20 h'\ntext = 'So'\nclosed = ['south']\n");
  return folder.write("session.toml",
                      "scenario = '" + testing::border +
                          "'\nset = { length = '1 d', warm_up = '0 h' }\nseed = 5\n" +
                          "[branch.first.inject.a]\nat = '5 h'\ntext = 'So'\n"
                          "closed = ['north']\n"
                          "[branch.second]\nparent = 'first'\n"
                          "exercise = 'exercise.toml'\n" +
                          more);
}

std::vector<std::string> names_of(const Studied& studied) {
  std::vector<std::string> names;
  for (const NamedScenario& s : studied.scenarios) names.push_back(s.name);
  return names;
}

TEST(Session, BranchHasTheInjectsOfThoseItGoesOnFrom) {
  const testing::ExerciseFolder folder;
  const Session session = read_session(small_session(folder));
  EXPECT_THAT(planned(script_of(session, "first")), ElementsAre(Happening{"a", 5h}));
  const Script second = script_of(session, "second");
  EXPECT_THAT(planned(second), ElementsAre(Happening{"a", 5h}, Happening{"planned", 20h}));
  EXPECT_EQ(second.files.size(), 2u);
  EXPECT_EQ(second.base.reading.spec.length, Duration{24h});
}

TEST(Session, StandsForAllItsBranchesUnderItsSeed) {
  const testing::ExerciseFolder folder;
  const std::string file = small_session(folder);
  Studied studied = load_study({.files = {file}, .with_scenario = true});
  EXPECT_THAT(names_of(studied), ElementsAre("everything_may_change", "first", "second"));
  EXPECT_EQ(studied.seed, 5u);
  EXPECT_FALSE(studied.injected[0]);
  EXPECT_EQ(studied.injected[2]->happenings.size(), 2u);
  studied = load_study({.files = {file + ":second"}, .seed = 9});
  EXPECT_THAT(names_of(studied), ElementsAre("second"));
  EXPECT_EQ(studied.seed, 9u);
}

// As a window has it: nothing is in a file yet.
TEST(Session, ThatIsNotSavedHasBranchesToo) {
  const testing::ExerciseFolder folder;
  const Session saved = read_session(small_session(folder));
  const Session played = session_of(saved.spec, saved.file);
  const Script script = script_of(played, "second");
  EXPECT_EQ(branch(script, planned(script)).fingerprint,
            branch(script_of(saved, "second"), planned(script)).fingerprint);
  SessionSpec wrong = saved.spec;
  wrong.branch["first"].inject["a"].at.reset();
  EXPECT_EQ(testing::problems_of([&] { (void)session_of(wrong, saved.file); }),
            "0: branch.first.inject.a: has no moment and is no contingency; expected `at`\n");
}

std::string refused(const StudyInput& input) {
  try {
    (void)load_study(input);
  } catch (const UserError& error) {
    return error.what();
  }
  return "";
}

TEST(Session, SaysWhatItHasNot) {
  const testing::ExerciseFolder folder;
  const std::string file = small_session(folder);
  EXPECT_EQ(refused({.files = {file}, .one = true}),
            file + ": has several branches; expected " + file + ":NAME, with one of first, second");
  EXPECT_THAT(refused({.files = {file + ":frist"}}),
              HasSubstr("has no branch 'frist'; expected one of first, second; did you mean "
                        "'first'?"));
  EXPECT_THAT(refused({.files = {file + ":first"}, .injects = "x.toml"}), HasSubstr("--injects"));
  const testing::ExerciseFolder other;
  const std::string unlike =
      other.write("s.toml", "scenario = '" + testing::border + "'\nseed = 6\n");
  EXPECT_THAT(refused({.files = {file + ":first", unlike}}),
              HasSubstr("has seed 6, and " + file + " has 5; expected --seed"));
}

}  // namespace
}  // namespace cordon::session_test
