#include "viz/hud/knowledge_search.hpp"

#include <algorithm>

#include "viz/hud/known_summary.hpp"

namespace cordon::viz {
namespace {

constexpr std::size_t most_kept = 24;

}  // namespace

std::uint16_t place_of(const Selected& selected, const trace::Header& header) {
  if (const auto* const post = std::get_if<CrossingIndex>(&selected))
    return header.crossings[post->value].place;
  if (const auto* const office = std::get_if<Office>(&selected)) return office->place;
  return trace::nobody;
}

void KnowledgeSearch::look_for(const std::shared_ptr<const Recording>& recording,
                               std::uint16_t place, Time moment) {
  if (recording != recording_ || place != place_) {
    search_.reset();
    found_.reset();
    if (recording != recording_) kept_.clear();
  }
  recording_ = recording;
  place_ = place;
  take();
  if (place == trace::nobody) return;
  const Kept last = last_before(moment);
  // It is shown while what came since is looked for; what it did not know yet never is.
  found_ = last;
  if (!search_ && !(last && last->moment == moment)) begin(moment);
}

void KnowledgeSearch::take() {
  if (!search_ || !search_->over) return;
  search_->thread.join();
  kept_.push_back(std::move(search_->found));
  if (kept_.size() > most_kept) kept_.pop_front();
  search_.reset();
}

KnowledgeSearch::Kept KnowledgeSearch::last_before(Time moment) const {
  Kept last;
  for (const Kept& kept : kept_)
    if (kept->place == place_ && kept->moment <= moment && (!last || last->moment <= kept->moment))
      last = kept;
  return last;
}

void KnowledgeSearch::begin(Time moment) {
  search_ = std::make_unique<Search>();
  search_->thread = std::jthread([search = search_.get(), recording = recording_, place = place_,
                                  moment, last = found_](const std::stop_token& stop) {
    Knowledge known = later(last ? last->known : Knowledge{}, *recording, place, moment, stop);
    std::vector<int> told = told_of(known, recording->header());
    search->found =
        std::make_shared<KnownAt>(KnownAt{place, moment, std::move(known), std::move(told)});
    search->over = true;
  });
}

}  // namespace cordon::viz
