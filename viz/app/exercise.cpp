#include "viz/app/exercise.hpp"

#include <algorithm>

#include "analysis/exercise/session_file.hpp"

namespace cordon::viz {
namespace {

namespace fs = std::filesystem;

// The runs that are kept: of a month at a busy border each takes some 100 MiB.
constexpr std::size_t most_runs = 6;

void rename_end(std::string& text, const std::string& from, const std::string& to) {
  if (text.ends_with(from)) text.replace(text.size() - from.size(), from.size(), to);
}

}  // namespace

Exercise::Exercise(const Opened& opened)
    : session_(opened.session),
      start_(opened.run->scenario.start),
      truth_(opened.run->recording->header().truth),
      is_in_file_(opened.is_saved),
      runs_{{opened.branch, opened.run}},
      order_{opened.branch} {}

std::shared_ptr<const OpenRun> Exercise::run_of(const std::string& branch) const {
  const auto found = runs_.find(branch);
  return found == runs_.end() ? nullptr : found->second;
}

void Exercise::begin(const Session& session, const std::string& branch) {
  played_ = branch;
  playing_ = std::make_unique<Background<OpenRun>>(
      [session, branch, truth = truth_](const Progress& progress, std::stop_token stop) {
        return run_branch(session, branch, truth, progress, std::move(stop));
      });
}

void Exercise::play(const std::string& branch) {
  give_up();
  begin(session_, branch);
}

std::pair<Session, std::string> Exercise::with_inject(const PlayedInject& played) const {
  SessionSpec more = session_.spec;
  const std::string branch = put(more, played);
  return {session_of(std::move(more), session_.file), branch};
}

void Exercise::play_inject(const PlayedInject& played) {
  give_up();
  const auto [more, branch] = with_inject(played);
  pending_ = played;
  begin(more, branch);
}

std::optional<std::string> Exercise::playing() const {
  if (!playing_) return std::nullopt;
  return played_;
}

void Exercise::give_up() {
  if (playing_) {
    playing_->stop();
    given_up_.push_back(std::move(playing_));
  }
  pending_.reset();
}

std::optional<std::string> Exercise::take_played() {
  std::erase_if(given_up_, [](const auto& run) { return run->is_over(); });
  if (!playing_ || !playing_->is_over()) return std::nullopt;
  try {
    runs_[played_] = std::make_shared<OpenRun>(playing_->take());
  } catch (...) {
    playing_.reset();
    give_up();
    throw;
  }
  playing_.reset();
  keep_pending();
  std::erase(order_, played_);
  order_.push_back(played_);
  forget_the_oldest();
  return played_;
}

void Exercise::keep_pending() {
  if (!pending_) return;
  session_ = with_inject(*pending_).first;
  pending_.reset();
  has_changed_ = true;
  forget_runs([this](const std::string& name) {
    return name != played_ && goes_on_from(session_.spec, name, played_);
  });
}

void Exercise::forget_the_oldest() {
  while (order_.size() > most_runs) {
    runs_.erase(order_.front());
    order_.erase(order_.begin());
  }
}

void Exercise::forget_runs(const std::function<bool(const std::string&)>& of_branch) {
  std::erase_if(order_, of_branch);
  std::erase_if(runs_, [&](const auto& run) { return of_branch(run.first); });
}

void Exercise::rename(const std::string& branch, const std::string& name) {
  if (name == branch) return;
  give_up();
  rename_branch(session_.spec, branch, name);
  std::replace(order_.begin(), order_.end(), branch, name);
  if (auto run = runs_.extract(branch)) {
    OpenRun renamed = *run.mapped();
    renamed.name = name;
    rename_end(renamed.scenario.title, ": " + branch, ": " + name);
    runs_[name] = std::make_shared<OpenRun>(std::move(renamed));
  }
  has_changed_ = true;
}

void Exercise::remove(const std::string& branch) {
  give_up();
  remove_branch(session_.spec, branch);
  forget_runs([this](const std::string& name) {
    return !name.empty() && !session_.spec.branch.contains(name);
  });
  has_changed_ = true;
}

void Exercise::add_bookmark(const std::string& branch, Time at) {
  viz::add_bookmark(session_.spec, branch, at, start_);
  has_changed_ = true;
}

void Exercise::note(const std::string& branch, const Bookmark& bookmark) {
  note_bookmark(session_.spec, branch, bookmark, start_);
  has_changed_ = true;
}

std::vector<Bookmark> Exercise::bookmarks(const std::string& branch) const {
  return bookmarks_of(session_.spec, branch, start_);
}

void Exercise::save(const std::string& file) {
  const fs::path from = fs::path(session_.file).parent_path(), to = fs::path(file).parent_path();
  SessionSpec spec = moved(session_.spec, from, to);
  save_session(file, spec);
  session_ = session_of(std::move(spec), file);
  is_in_file_ = true;
  has_changed_ = false;
}

}  // namespace cordon::viz
