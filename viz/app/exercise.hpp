#pragma once

// The session that is played in the window: its branches, their runs as far as they have been
// simulated, and what is being simulated or checked beside the drawing.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "viz/app/open_run.hpp"
#include "viz/exercise/background.hpp"
#include "viz/exercise/session_edit.hpp"

namespace cordon::viz {

class Exercise {
 public:
  explicit Exercise(const Opened& opened);

  [[nodiscard]] const SessionSpec& session() const { return session_.spec; }
  [[nodiscard]] const std::string& file() const { return session_.file; }
  [[nodiscard]] bool is_in_file() const { return is_in_file_; }
  /// Whether anything has been done since it was saved that saving would keep.
  [[nodiscard]] bool has_changed() const { return has_changed_; }

  /// The run of a branch; null: it has to be simulated.
  /// @param branch  "": the scenario
  [[nodiscard]] std::shared_ptr<const OpenRun> run_of(const std::string& branch) const;

  /// Begins to simulate a branch; what was being simulated is given up.
  void play(const std::string& branch);
  /// Adds a branch with one inject, and begins to simulate it; if that fails, there is no branch.
  /// @throws ScenarioError  what is wrong with the inject whatever the scenario
  void play_inject(const std::string& parent, const std::string& inject, const InjectSpec& spec);
  /// What is being simulated; none: nothing.
  [[nodiscard]] std::optional<std::string> playing() const;
  [[nodiscard]] double share() const { return playing_ ? playing_->share() : 0; }
  void give_up();
  /// The branch whose simulation is over, once.
  /// @throws ScenarioError  its problems
  [[nodiscard]] std::optional<std::string> take_played();

  /// The session in which an inject is tried.
  [[nodiscard]] Session with_inject(const std::string& parent, const std::string& inject,
                                    const InjectSpec& spec) const;

  void rename(const std::string& branch, const std::string& name);
  void remove(const std::string& branch);
  void add_bookmark(const std::string& branch, Time at);
  void note(const std::string& branch, const Bookmark& bookmark);
  [[nodiscard]] std::vector<Bookmark> bookmarks(const std::string& branch) const;
  /// Writes the session, from then on to this file.
  /// @throws OutputError
  void save(const std::string& file);

 private:
  void begin(const std::string& branch);
  void forget_the_oldest();

  Session session_;
  std::chrono::sys_seconds start_;  // of the run
  bool truth_, is_in_file_, has_changed_ = false;
  std::map<std::string, std::shared_ptr<const OpenRun>> runs_;
  std::vector<std::string> order_;  // in which they came
  std::string played_;
  bool is_new_ = false;  // what is played goes again if it fails
  std::unique_ptr<Background<OpenRun>> playing_;
  std::vector<std::unique_ptr<Background<OpenRun>>> given_up_;  // until they notice
};

}  // namespace cordon::viz
