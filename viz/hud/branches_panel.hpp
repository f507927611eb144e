#pragma once

// The branches of a session: which goes on from which, and what was injected.

#include <functional>
#include <optional>
#include <string>

#include "viz/hud/picture.hpp"

namespace cordon::viz {

/// What the panel shows.
struct BranchList {
  const SessionSpec& session;
  std::string shown;                  ///< branch; "": the scenario
  std::optional<std::string> beside;  ///< likewise; none: the second run, or nothing
  const OpenRun* second = nullptr;    ///< a run of no branch
  /// The run of a branch; null: it has not been simulated.
  std::function<std::shared_ptr<const OpenRun>(const std::string&)> run_of;
  /// Whether the form can hold an inject that a branch has made.
  std::function<bool(const std::string& branch, const std::string& inject)> may_edit;
};
/// What was asked for.
struct BranchWish {
  std::optional<std::string> show, beside, remove;
  bool beside_second = false;
  std::optional<std::pair<std::string, std::string>> rename;  ///< from, to
  std::optional<std::pair<std::string, std::string>> edit;    ///< branch, inject
};

class BranchesPanel {
 public:
  [[nodiscard]] BranchWish draw(const Box& box, const Picture& picture, const BranchList& list);

 private:
  void draw_list(const Picture& picture, const BranchList& list, BranchWish& wish);
  void draw_branch(const std::string& name, int depth, const Picture& picture,
                   const BranchList& list, BranchWish& wish);
  void draw_buttons(const std::string& name, const Picture& picture, const BranchList& list,
                    BranchWish& wish);
  void draw_renaming(const Picture& picture, const BranchList& list, BranchWish& wish);

  std::optional<std::string> renamed_;  // branch
  std::string new_name_;
  bool focus_ = false;
};

}  // namespace cordon::viz
