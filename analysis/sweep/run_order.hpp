#pragma once

// In which order a sweep takes its runs: replication 1 of every design first, then replication 2
// and so on, so that a sweep that is stopped is a balanced experiment, and one that is given more
// replications goes on where it ended.

#include <cstdint>
#include <string>

namespace cordon {

/// One run. Replications are counted from 1 and the others from 0, as in the program.
struct RunId {
  std::uint32_t replication = 1;
  std::size_t design = 0;
  std::size_t scenario = 0;
  bool operator==(const RunId&) const = default;
};

/// Runs in their order: by replication, design and scenario.
class RunOrder {
 public:
  RunOrder(std::size_t designs, std::size_t scenarios) : designs_(designs), scenarios_(scenarios) {}

  [[nodiscard]] std::uint64_t per_replication() const {
    return std::uint64_t{designs_} * scenarios_;
  }
  [[nodiscard]] std::uint64_t runs(std::uint32_t replications) const {
    return per_replication() * replications;
  }
  /// @param index  from 0
  [[nodiscard]] RunId at(std::uint64_t index) const {
    return {static_cast<std::uint32_t>(index / per_replication() + 1),
            static_cast<std::size_t>(index % per_replication() / scenarios_),
            static_cast<std::size_t>(index % scenarios_)};
  }

 private:
  std::size_t designs_, scenarios_;
};

/// A part of a sweep: every `of`-th run from the `number`-th on.
struct Shard {
  std::uint32_t number = 1, of = 1;

  /// How many of the first `runs` are its own.
  [[nodiscard]] std::uint64_t share_of(std::uint64_t runs) const {
    return (runs + of - number) / of;
  }
  /// Index among all runs of its k-th own, from 0.
  [[nodiscard]] std::uint64_t index_of(std::uint64_t k) const { return k * of + number - 1; }
  [[nodiscard]] std::string name() const {
    return std::to_string(number) + "-of-" + std::to_string(of);
  }
};

}  // namespace cordon
