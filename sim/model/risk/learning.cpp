#include "sim/model/risk/learning.hpp"

#include <algorithm>

#include "sim/engine/elementary.hpp"

namespace cordon {
namespace {

scoring::EngineKind kind_of(RiskEngine engine) {
  return engine == RiskEngine::logistic ? scoring::EngineKind::logistic
                                        : scoring::EngineKind::log_odds;
}

}  // namespace

Judges::Judges(const Setup& setup) {
  for (std::size_t j = 0; j < setup.judges.size(); ++j)
    engines_.push_back(
        scoring::make_engine(kind_of(setup.scenario.selection.engine), setup.traits));
}

Judges::Judges(const Judges& other) {
  for (const auto& engine : other.engines_) engines_.push_back(engine->copy());
}

Judges& Judges::operator=(const Judges& other) { return *this = Judges(other); }

double kept_until_next_publication(const Scenario& scenario) {
  const double half_lives =
      seconds(scenario.publish_every) / seconds(scenario.selection.forgetting_half_life);
  return elementary::exp(-0.6931471805599453 * half_lives);
}

void Judges::forget(const Setup& setup) {
  const double kept = kept_until_next_publication(setup.scenario);
  for (const auto& engine : engines_) engine->forget(kept);
}

void Judges::learn(std::vector<Lesson>& lessons, CrossingIndex from, Time now, const Setup& setup) {
  const auto later = std::find_if(lessons.begin(), lessons.end(),
                                  [&](const Lesson& lesson) { return lesson.known > now; });
  for (auto lesson = lessons.begin(); lesson != later; ++lesson)
    for (std::size_t j = 0; j < engines_.size(); ++j)
      if (const double weight = setup.judges[j].weight[from.value]; weight > 0)
        engines_[j]->learn(lesson->declared, lesson->illicit, weight);
  lessons.erase(lessons.begin(), later);
}

}  // namespace cordon
