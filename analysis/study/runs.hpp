#pragma once

// What the replications of one scenario left: a column of numbers for each measure and label, and
// the queues over time.

#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "analysis/text/labels.hpp"
#include "sim/run/replicate.hpp"

namespace cordon {

struct MeasureKey {
  const Measure* measure = nullptr;
  Labels labels;
};

/// The queue of one class on one line over time, in all replications.
struct QueueHistory {
  std::uint16_t line = 0;  ///< as in Setup::lines
  VehicleClass vehicle_class{};
  std::vector<Time> at;
  std::vector<std::vector<std::int32_t>> waiting;  ///< by time, then replication
};

/// Messages from one place to another over one channel, in all replications.
struct MessageLink {
  PlaceId sender, receiver;
  ChannelIndex channel;
  std::int64_t sent = 0, lost = 0, read = 0;
  Int128 until_read = 0;  ///< from sending, of those that have been read: microseconds
};

class Runs {
 public:
  /// The next replication; all have the same measures, labels and times.
  void add(const Replication& replication);

  [[nodiscard]] std::size_t replications() const { return numbers_.size(); }
  [[nodiscard]] std::uint32_t number(std::size_t replication) const {
    return numbers_[replication];
  }
  [[nodiscard]] std::uint64_t events() const { return events_; }

  /// In the order of the tables.
  [[nodiscard]] std::span<const MeasureKey> keys() const { return keys_; }
  /// By replication; NaN where there was nothing to take the measure from.
  [[nodiscard]] std::span<const double> values(std::size_t key) const { return values_[key]; }
  /// Position of a measure among the keys.
  [[nodiscard]] std::optional<std::size_t> find(const Measure* measure, const Labels& labels) const;
  /// The same by name; empty when the runs do not have it.
  [[nodiscard]] std::span<const double> values(std::string_view measure,
                                               const Labels& labels = {}) const;

  [[nodiscard]] const std::vector<QueueHistory>& queues() const { return queues_; }
  /// By sender, receiver and channel.
  [[nodiscard]] std::vector<MessageLink> message_links() const;
  /// What operations came to, by replication and operation.
  [[nodiscard]] const std::vector<std::vector<OperationTally>>& operations() const {
    return operations_;
  }
  /// Where vehicles were, added up over the replications.
  [[nodiscard]] std::vector<StageTime> stage_times() const;
  /// Vehicle hours that a line's vehicles spent so, by replication.
  [[nodiscard]] std::vector<double> stage_hours(const StageTime& at) const;

 private:
  void add_keys(const std::vector<MeasureValue>& values);
  void add_queues(const std::vector<QueueSample>& samples);
  void add_stage_times(const std::vector<StageTime>& times);
  void add_messages(const std::vector<MessageHop>& hops);

  std::vector<std::uint32_t> numbers_;
  std::vector<std::vector<OperationTally>> operations_;
  std::uint64_t events_ = 0;
  std::vector<MeasureKey> keys_;
  std::map<std::pair<const Measure*, Labels>, std::size_t> positions_;
  std::vector<std::vector<double>> values_;
  std::vector<QueueHistory> queues_;
  std::map<std::pair<std::uint16_t, VehicleClass>, std::size_t> queue_of_line_;
  std::map<std::tuple<PlaceId, PlaceId, ChannelIndex>, MessageLink> links_;
  using StageKey = std::tuple<LineIndex, VehicleClass, int, StageActivity>;
  std::map<StageKey, StageTime> stage_times_;
  std::map<StageKey, std::vector<double>> stage_hours_;  // none at the end: none since
};

}  // namespace cordon
