#include "analysis/study/runs.hpp"

#include <cassert>
#include <numeric>

namespace cordon {

void Runs::add(const Replication& replication) {
  if (numbers_.empty()) add_keys(replication.values);
  assert(replication.values.size() == keys_.size());
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    assert(replication.values[i].labels == keys_[i].labels);
    values_[i].push_back(replication.values[i].value);
  }
  add_queues(replication.queues);
  add_stage_times(replication.details.stages);
  add_messages(replication.details.messages);
  operations_.push_back(replication.details.operations);
  numbers_.push_back(replication.number);
  events_ += replication.events;
}

void Runs::add_keys(const std::vector<MeasureValue>& values) {
  for (const MeasureValue& v : values) {
    positions_.emplace(std::pair(v.measure, v.labels), keys_.size());
    keys_.push_back({v.measure, v.labels});
  }
  values_.resize(keys_.size());
}

void Runs::add_queues(const std::vector<QueueSample>& samples) {
  std::vector<std::size_t> next(queues_.size(), 0);
  for (const QueueSample& sample : samples) {
    const auto [known, added] =
        queue_of_line_.try_emplace({sample.line, sample.vehicle_class}, queues_.size());
    if (added) {
      queues_.push_back({sample.line, sample.vehicle_class, {}, {}});
      next.push_back(0);
    }
    QueueHistory& queue = queues_[known->second];
    const std::size_t i = next[known->second]++;
    if (i == queue.at.size()) {
      queue.at.push_back(sample.at);
      queue.waiting.emplace_back();
    }
    assert(queue.at[i] == sample.at);
    queue.waiting[i].push_back(sample.waiting);
  }
}

void Runs::add_stage_times(const std::vector<StageTime>& times) {
  for (const StageTime& time : times) {
    const StageKey key{time.line, time.vehicle_class, time.stage, time.activity};
    std::vector<double>& hours_so_far = stage_hours_[key];
    hours_so_far.resize(replications() + 1);
    hours_so_far.back() +=
        hours(Duration{std::accumulate(time.by_hour.begin(), time.by_hour.end(), std::int64_t{0})});
    const auto [known, added] = stage_times_.try_emplace(key, time);
    if (added) continue;
    known->second.vehicles += time.vehicles;
    for (std::size_t h = 0; h < time.by_hour.size(); ++h)
      known->second.by_hour[h] += time.by_hour[h];
  }
}

// At a post a message has been read when it arrives.
void Runs::add_messages(const std::vector<MessageHop>& hops) {
  for (const MessageHop& hop : hops) {
    MessageLink& link = links_[{hop.sender, hop.hop.place, hop.hop.channel}];
    link.sender = hop.sender, link.receiver = hop.hop.place, link.channel = hop.hop.channel;
    ++link.sent;
    link.lost += hop.lost;
    if (hop.read == never) continue;
    ++link.read;
    link.until_read += (hop.read - hop.sent).count();
  }
}

std::vector<MessageLink> Runs::message_links() const {
  std::vector<MessageLink> all;
  for (const auto& [between, link] : links_) all.push_back(link);
  return all;
}

std::vector<StageTime> Runs::stage_times() const {
  std::vector<StageTime> all;
  for (const auto& [at, time] : stage_times_) all.push_back(time);
  return all;
}

std::vector<double> Runs::stage_hours(const StageTime& at) const {
  const auto known = stage_hours_.find({at.line, at.vehicle_class, at.stage, at.activity});
  std::vector<double> by_replication =
      known == stage_hours_.end() ? std::vector<double>{} : known->second;
  by_replication.resize(replications());
  return by_replication;
}

std::optional<std::size_t> Runs::find(const Measure* measure, const Labels& labels) const {
  const auto found = positions_.find({measure, labels});
  if (found == positions_.end()) return std::nullopt;
  return found->second;
}

std::span<const double> Runs::values(std::string_view measure, const Labels& labels) const {
  const auto key = find(find_measure(measure), labels);
  return key ? values(*key) : std::span<const double>{};
}

}  // namespace cordon
