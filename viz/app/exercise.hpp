#pragma once

// The session that is played in the window: its branches, their runs as far as they have been
// simulated, and what is being simulated or checked beside the drawing.

#include <functional>
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
  /// Begins to simulate a branch with an inject: a new one, or one in which it stands in the place
  /// of another. Once that is over, the session has it, and what goes on from that branch has to be
  /// simulated again; if it fails or is given up, all is as it was.
  /// @throws ScenarioError  what is wrong with the inject whatever the scenario
  void play_inject(const PlayedInject& played);
  /// What is being simulated; none: nothing.
  [[nodiscard]] std::optional<std::string> playing() const;
  /// Whether that is of an inject which the session does not have yet.
  [[nodiscard]] bool plays_inject() const { return pending_.has_value(); }
  [[nodiscard]] double share() const { return playing_ ? playing_->share() : 0; }
  void give_up();
  /// The branch whose simulation is over, once.
  /// @throws ScenarioError  its problems
  [[nodiscard]] std::optional<std::string> take_played();

  /// The session in which an inject is tried, and the branch that has it.
  /// @throws ScenarioError  as above
  [[nodiscard]] std::pair<Session, std::string> with_inject(const PlayedInject& played) const;

  void rename(const std::string& branch, const std::string& name);
  void remove(const std::string& branch);
  void add_bookmark(const std::string& branch, Time at);
  void note(const std::string& branch, const Bookmark& bookmark);
  [[nodiscard]] std::vector<Bookmark> bookmarks(const std::string& branch) const;
  /// Writes the session, from then on to this file.
  /// @throws OutputError
  void save(const std::string& file);

 private:
  void begin(const Session& session, const std::string& branch);
  void keep_pending();
  void forget_the_oldest();
  void forget_runs(const std::function<bool(const std::string&)>& of_branch);

  Session session_;
  std::chrono::sys_seconds start_;  // of the run
  bool truth_, is_in_file_, has_changed_ = false;
  std::map<std::string, std::shared_ptr<const OpenRun>> runs_;
  std::vector<std::string> order_;  // in which they came
  std::string played_;
  std::optional<PlayedInject> pending_;  // for the session, if what is played comes to its end
  std::unique_ptr<Background<OpenRun>> playing_;
  std::vector<std::unique_ptr<Background<OpenRun>>> given_up_;  // until they notice
};

}  // namespace cordon::viz
