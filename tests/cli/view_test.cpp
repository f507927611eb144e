// `cordon view` becomes the viewer that is installed beside it.

#include <gtest/gtest.h>

#include "tests/cli/program.hpp"

namespace cordon::testing::view_test {
namespace {

namespace fs = std::filesystem;

/// The command in a folder of its own.
class Installed : public ::testing::Test {
 protected:
  Installed() { fs::copy_file(CORDON_PROGRAM, folder / "cordon"); }

  void install_viewer(const std::string& script) const {
    std::ofstream(folder / "cordon-view") << "#!/bin/sh\n" << script << '\n';
    fs::permissions(folder / "cordon-view", fs::perms::owner_all);
  }
  [[nodiscard]] int run(const std::string& arguments) const {
    const std::string line = "cd '" + (folder / "").string() + "' && PATH=/usr/bin:/bin ./cordon " +
                             arguments + " >out.txt 2>err.txt";
    const int status = std::system(line.c_str());
    return WEXITSTATUS(status);
  }

  Folder folder;
};

TEST_F(Installed, ViewGivesTheViewerItsArgumentsAndTakesItsExitCode) {
  install_viewer("printf '<%s>' \"$@\"; exit 7");
  EXPECT_EQ(run("view run.toml 'other run.toml' --at '3 d' --help"), 7);
  EXPECT_EQ(text_of(folder / "out.txt"), "<run.toml><other run.toml><--at><3 d><--help>");
}

TEST_F(Installed, ViewSaysInOneLineThatThereIsNoViewer) {
  EXPECT_EQ(run("view run.toml"), 1);
  const std::string said = text_of(folder / "err.txt");
  EXPECT_EQ(said.find("cordon: view: the program cordon-view is not there; expected"), 0U) << said;
  EXPECT_EQ(lines_in(said), 1U);
}

TEST_F(Installed, BashCompletesTheFlagsThatTheViewerHas) {
  install_viewer(
      R"(printf '  -h,--help   Print\n  --screenshot FILE   See --select\n  --size WxH\n')");
  const auto completed = [&](const std::string& function, const std::string& words, int last) {
    std::ofstream(folder / "ask.sh")
        << "source <(./cordon completion bash)\nCOMP_WORDS=(" << words << ")\nCOMP_CWORD=" << last
        << '\n'
        << function << "\nprintf '%s ' \"${COMPREPLY[@]}\" >said.txt\n";
    EXPECT_EQ(std::system(("cd '" + (folder / "").string() + "' && bash ask.sh").c_str()), 0);
    return text_of(folder / "said.txt");
  };
  EXPECT_EQ(completed("_cordon", "./cordon view run.toml --s", 3), "--screenshot --size ");
  EXPECT_EQ(completed("_cordon_view", "./cordon-view --", 1), "--help --screenshot --size ");
  EXPECT_EQ(completed("_cordon_view", "./cordon-view run", 1), " ");
}

}  // namespace
}  // namespace cordon::testing::view_test
