#pragma once

// What came of what was expected, in many runs at a time.

#include <map>
#include <memory>
#include <mutex>

#include "analysis/exercise/studied.hpp"
#include "sim/output/trace/writer.hpp"

namespace cordon {

class Lookouts {
 public:
  /// @param injected, scenario  must outlive this
  Lookouts(const Injected& injected, const NamedScenario& scenario, std::uint64_t seed);

  /// Whether anything is expected.
  [[nodiscard]] bool any() const { return any_; }
  [[nodiscard]] const trace::Header& header() const { return header_; }
  /// What looks at the rows of one replication; from any thread.
  [[nodiscard]] trace::RowSink see(std::uint32_t replication);
  [[nodiscard]] const std::vector<Reaction>& reactions(std::uint32_t replication) const;

 private:
  const Injected& injected_;
  trace::Header header_;
  bool any_ = false;
  std::mutex adding_;
  std::map<std::uint32_t, std::unique_ptr<Lookout>> by_replication_;
};

}  // namespace cordon
