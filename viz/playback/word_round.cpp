#include "viz/playback/word_round.hpp"

#include <algorithm>

namespace cordon::viz {

std::vector<WordStep> steps_of(const Chain& chain) {
  using Kind = WordStep::Kind;
  std::vector<WordStep> steps;
  const auto add = [&](Kind kind, const std::vector<Found>& rows) {
    for (const Found& found : rows) steps.push_back({kind, time_of(found.row), found, nullptr});
  };
  add(Kind::find, chain.find);
  add(Kind::report, chain.reports);
  add(Kind::case_of_unit, chain.cases);
  for (const MessageWay& way : chain.messages)
    if (!way.steps.empty()) steps.push_back({Kind::message, *way.began(), way.steps.front(), &way});
  add(Kind::match, chain.matches);
  add(Kind::form, chain.forms);
  add(Kind::used, chain.used);
  std::stable_sort(steps.begin(), steps.end(), [](const WordStep& a, const WordStep& b) {
    return a.row.number < b.row.number;
  });
  return steps;
}

bool is_find(const trace::Row& row) {
  static const EventSet finds =
      events_of<GoodsSeized, PersonsReferred, PassageRefused, GoodsHeld, VehicleFled>();
  return finds[row.event];
}

}  // namespace cordon::viz
