#include "analysis/report/crossing_labels.hpp"

#include <algorithm>

namespace cordon {

Comparison with_crossing_labels(Comparison comparison) {
  const auto& labels = comparison.crossing_labels;
  const auto rename = [&](std::string& crossing) {
    const auto own = labels.find(crossing);
    if (own == labels.end()) return;
    const auto alike = std::count_if(labels.begin(), labels.end(), [&](const auto& other) {
      return other.second == own->second || other.first == own->second;
    });
    if (alike == 1 || own->first == own->second) crossing = own->second;
  };
  for (Change& c : comparison.changes) rename(c.labels.crossing);
  for (QueueLine& q : comparison.queues) rename(q.crossing);
  for (TimeUse& t : comparison.times) rename(t.crossing);
  for (MessageFlow& m : comparison.messages) {
    if (m.from_post) rename(m.sender);
    if (m.to_post) rename(m.receiver);
  }
  for (ObservedQueue& o : comparison.observed) rename(o.crossing);
  std::map<std::string, std::pair<double, double>> positions;
  for (const auto& [name, position] : comparison.crossing_positions) {
    std::string crossing = name;
    rename(crossing);
    positions.emplace(std::move(crossing), position);
  }
  comparison.crossing_positions = std::move(positions);
  for (InjectReview& i : comparison.injects) rename(i.place);
  return comparison;
}

}  // namespace cordon
