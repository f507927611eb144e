// The form of injects: what is made or edited in it is checked beside the drawing, and played.

#include "viz/app/viewer.hpp"

namespace cordon::viz {

void Viewer::begin_inject() {
  if (beside_ == Beside::inject) return void(beside_ = Beside::about);
  open_form();
  const auto* const post = std::get_if<CrossingIndex>(&selected_);
  const auto& crossings = left_->run().scenario.crossing;
  std::string place = post ? left_->geography().posts[post->value].name : "";
  if (!crossings.contains(place)) place = crossings.begin()->first;
  inject_panel_.begin(place);
  edited_.reset();
}

// At its moment, in its branch if that is there to be shown.
void Viewer::begin_edit(const std::string& branch, const std::string& inject) {
  const Injects injects = exercise_.session().branch.at(branch).inject;
  const auto plan = inject_panel_.plan_of(injects, inject);
  if (!plan) return;
  if (branch != branch_)
    if (auto run = exercise_.run_of(branch)) show(std::move(run), branch);
  open_form();
  inject_panel_.edit(*plan, branch, english);
  edited_ = {branch, inject};
  go_to(injects.at(inject).at->in_run(left_->calendar().start()));
}

void Viewer::open_form() {
  clock_.pause();
  if (presenting_) act(Action::present);
  checked_.reset();
  news_ = {};
  beside_ = Beside::inject;
}

PlayedInject Viewer::played_inject() const {
  PlayedInject played;
  played.branch = edited_ ? edited_->first : branch_;
  if (edited_) played.in_place_of = edited_->second;
  const InjectPlan& plan = inject_panel_.plan();
  const PlanNames names = names_for(plan, exercise_.session(), played);
  played.injects = injects_of(plan, names, now(), inject_panel_.texts(english));
  return played;
}

void Viewer::play_inject() {
  const PlayedInject played = played_inject();
  try {
    exercise_.play_inject(played);
    played_goes_right_ = false;
  } catch (const ScenarioError& error) {
    news_.problems = problems_in(error, played.branch);
  }
}

// Reading a large scenario takes longer than a picture: the form says what is wrong when it is
// known.
void Viewer::check_inject() {
  if (check_ && check_->is_over()) {
    news_ = check_->take();
    check_.reset();
  }
  const std::pair now_wanted{inject_panel_.plan(), now()};
  if (check_ || clock_.is_playing() || checked_ == now_wanted) return;
  checked_ = now_wanted;
  const PlayedInject played = played_inject();
  std::string contingency;
  for (const auto& [name, inject] : played.injects)
    if (!inject.at) contingency = name;
  try {
    check_ = std::make_unique<Background<InjectNews>>(
        [tried = exercise_.with_inject(played), contingency](const Progress&,
                                                             const std::stop_token&) {
          return InjectNews{problems_of_branch(tried.first, tried.second), false, contingency};
        });
    news_.is_checking = true;
  } catch (const ScenarioError& error) {
    news_ = {problems_in(error, played.branch), false, contingency};
  }
}

}  // namespace cordon::viz
