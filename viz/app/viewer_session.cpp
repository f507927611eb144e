// Branches, sessions, and two runs side by side.

#include <fmt/format.h>

#include <algorithm>

#include "analysis/results/output_file.hpp"
#include "viz/app/viewer.hpp"
#include "viz/hud/divergence_text.hpp"

namespace cordon::viz {
namespace {

std::string problems_text(const ScenarioError& error, const std::string& branch) {
  std::string text = english.cannot_play;
  for (const InjectProblem& problem : problems_in(error, branch)) text += '\n' + problem.line;
  return text;
}

// When they part, and by which rows somebody at the border sees it first.
std::optional<Divergence> told_divergence(const Recording& one, const Recording& other) {
  const auto first = first_divergence(one, other);
  auto seen = first_seen_divergence(one, other);
  if (first && seen) seen->time = first->time;
  return seen ? seen : first;
}

}  // namespace

void Viewer::act_on_session(Action action) {
  switch (action) {
    case Action::new_inject:
      return begin_inject();
    case Action::play_on:
      if (beside_ == Beside::inject && news_.problems.empty()) play_inject();
      return;
    case Action::show_branches:
      beside_ = beside_ == Beside::branches ? Beside::about : Beside::branches;
      if (presenting_) act(Action::present);
      return;
    case Action::next_branch:
      return show_next_branch(1);
    case Action::previous_branch:
      return show_next_branch(-1);
    case Action::side_by_side:
      return switch_side_by_side();
    case Action::to_divergence:
      return look_for_divergence();
    case Action::save_session:
      return save();
    default:
      return;
  }
}

// Branches

void Viewer::show(std::shared_ptr<const OpenRun> run, const std::string& branch) {
  const Time moment = now();
  left_ = std::make_unique<RunOnMap>(std::move(run));
  branch_ = branch;
  told_.reset();
  inject_panel_.use(left_->run());
  checked_.reset();
  bookmarks_have_changed();
  const bool stays = std::holds_alternative<CrossingIndex>(selected_) ||
                     std::holds_alternative<Subject>(selected_);
  select(stays ? selected_ : Selected{});
  compare_with_parent();
  go_to(moment);
}

// The curves of what a branch goes on from are drawn behind its own, unless something else is.
void Viewer::compare_with_parent() {
  const bool is_chosen = side_by_side_ || (right_ && !right_branch_);
  if (is_chosen || branch_.empty()) return;
  const std::string& parent = exercise_.session().branch.at(branch_).parent;
  auto run = exercise_.run_of(parent);
  if (!run || right_branch_ == parent) return;
  right_ = std::make_unique<RunOnMap>(std::move(run));
  right_branch_ = parent;
}

void Viewer::show_branch(const std::string& branch) {
  if (branch == branch_) return;
  if (auto run = exercise_.run_of(branch)) return show(std::move(run), branch);
  played_goes_right_ = false;
  exercise_.play(branch);
}

void Viewer::show_next_branch(int by) {
  std::vector<std::string> names{""};
  for (const ListedBranch& branch : listed_branches(exercise_.session()))
    names.push_back(branch.name);
  const auto here = std::find(names.begin(), names.end(), branch_) - names.begin();
  const auto count = static_cast<std::ptrdiff_t>(names.size());
  show_branch(names[static_cast<std::size_t>((here + by + count) % count)]);
}

void Viewer::take_played() {
  const std::optional<std::string> wanted = exercise_.playing();
  const bool has_inject = exercise_.plays_inject();
  try {
    const auto branch = exercise_.take_played();
    if (!branch) return;
    auto run = exercise_.run_of(*branch);
    if (played_goes_right_) return put_beside(std::move(run), *branch);
    if (has_inject) mend_right(*branch);
    show(std::move(run), *branch);
    if (beside_ == Beside::inject) beside_ = Beside::branches;
    for (const InjectThen& inject : left_->run().injects)
      if (inject.at == now()) told_ = inject;
  } catch (const ScenarioError& error) {
    say(problems_text(error, *wanted));
  } catch (const Stopped&) {
  }
}

void Viewer::take(const BranchWish& wish) {
  if (wish.show) show_branch(*wish.show);
  if (wish.beside) put_beside(*wish.beside);
  if (wish.beside_second) put_beside(second_, std::nullopt);
  if (wish.rename) {
    const auto& [from, to] = *wish.rename;
    exercise_.rename(from, to);
    if (right_branch_ == from) right_branch_ = to;
    if (std::exchange(branch_, branch_ == from ? to : branch_) == from)
      if (auto run = exercise_.run_of(to)) show(std::move(run), to);
  }
  if (wish.edit) begin_edit(wish.edit->first, wish.edit->second);
  if (wish.remove) remove(*wish.remove);
}

void Viewer::drop_right() {
  if (side_by_side_) show_maps(false);
  right_branch_.reset();
  right_.reset();
}

// What stands on the right is old if it is of a branch that is another now, or goes on from it.
void Viewer::mend_right(const std::string& changed) {
  if (!right_branch_ || !goes_on_from(exercise_.session(), *right_branch_, changed)) return;
  if (*right_branch_ != changed) return drop_right();
  right_ = std::make_unique<RunOnMap>(exercise_.run_of(changed));
}

void Viewer::remove(const std::string& branch) {
  const auto is_gone = [&](const std::string& other) {
    return goes_on_from(exercise_.session(), other, branch);
  };
  const std::string parent = exercise_.session().branch.at(branch).parent;
  const bool is_shown = is_gone(branch_);
  if (is_shown && !exercise_.run_of(parent)) {
    say(english.remove_again);
    return show_branch(parent);
  }
  if (right_branch_ && is_gone(*right_branch_)) drop_right();
  exercise_.remove(branch);
  if (is_shown) show(exercise_.run_of(parent), parent);
}

// Sessions

void Viewer::save() {
  const std::string file = exercise_.file();
  exercise_.is_in_file() ? save_as(file) : save_panel_.ask(file);
}

void Viewer::save_as(const std::string& file) {
  try {
    exercise_.save(file);
    say(fmt::format("{} {}", english.saved, file));
    has_warned_of_quitting_ = false;
  } catch (const OutputError& error) {
    save_panel_.ask(file);
    save_panel_.complain(error.what());
  }
}

void Viewer::quit() {
  if (!exercise_.has_changed() || std::exchange(has_warned_of_quitting_, true))
    is_over_ = true;
  else
    say(english.unsaved);
}

// Side by side

std::string Viewer::name_of(const RunOnMap& run) const {
  const bool is_left = &run == left_.get();
  const bool is_with_second = right_ && !right_branch_;
  if (is_with_second && (!is_left || branch_.empty())) return run.run().name;
  const std::string& branch = is_left ? branch_ : *right_branch_;
  return branch.empty() ? english.the_scenario : branch;
}

std::optional<std::string> Viewer::branch_to_compare() const {
  if (!branch_.empty()) return exercise_.session().branch.at(branch_).parent;
  const auto branches = listed_branches(exercise_.session());
  if (branches.empty()) return std::nullopt;
  return branches.back().name;
}

// Who saw all crossings sees them all.
void Viewer::show_maps(bool side_by_side) {
  const Box extent = left_->geography().extent();
  const bool saw_all = camera_.view().contains(camera_.to_screen(extent.low)) &&
                       camera_.view().contains(camera_.to_screen(extent.high));
  side_by_side_ = side_by_side;
  resize(size_);
  if (saw_all) camera_.fit(extent, 90);
}

void Viewer::switch_side_by_side() {
  if (side_by_side_) return show_maps(false);
  if (right_ && right_branch_ != branch_) {
    show_maps(true);
    return keep_pace();
  }
  if (const auto other = branch_to_compare()) return put_beside(*other);
  say(english.needs_other);
}

void Viewer::put_beside(const std::string& branch) {
  if (auto run = exercise_.run_of(branch)) return put_beside(std::move(run), branch);
  played_goes_right_ = true;
  exercise_.play(branch);
}

void Viewer::put_beside(std::shared_ptr<const OpenRun> run, std::optional<std::string> branch) {
  right_ = std::make_unique<RunOnMap>(std::move(run));
  right_branch_ = std::move(branch);
  show_maps(true);
  keep_pace();
}

void Viewer::look_for_divergence() {
  if (!right_) return say(english.needs_other);
  say(english.looking_for_divergence);
  divergence_ = std::make_unique<Background<std::optional<Divergence>>>(
      [one = left_->run().recording, other = right_->run().recording](
          const Progress&, const std::stop_token&) { return told_divergence(*one, *other); });
}

void Viewer::take_divergence() {
  if (!divergence_ || !divergence_->is_over()) return;
  const auto job = std::move(divergence_);
  try {
    const auto found = job->take();
    say(divergence_text(found, name_of(*left_), left_->recording().header(), name_of(*right_),
                        right_->recording().header(), left_->calendar(), instructor_, english));
    if (found) go_to(found->time);
  } catch (const std::invalid_argument& error) {
    say(error.what());
  }
}

}  // namespace cordon::viz
