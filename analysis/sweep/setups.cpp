#include "analysis/sweep/setups.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace cordon {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 30;
// What a setup takes for each byte of its scenario's files.
constexpr std::size_t bytes_per_byte = 30;

std::size_t bytes_of(const NamedScenario& scenario) {
  std::size_t bytes = scenario.reading.resolved_toml.size();
  for (const InputFile& input : scenario.reading.inputs) bytes += input.bytes.size();
  return bytes * bytes_per_byte;
}

}  // namespace

Setups::Setups(const Experiment& experiment, Make make) : make_(std::move(make)) {
  std::size_t largest = 1;
  for (const NamedScenario& s : experiment.scenarios()) largest = std::max(largest, bytes_of(s));
  room_ = std::max<std::size_t>(1, most_bytes / largest);
}

Setups::Ready Setups::of(std::size_t number) {
  if (number >= room_) return make(number);
  {
    const std::lock_guard held(lock_);
    const auto known = kept_.find(number);
    if (known != kept_.end()) return known->second;
  }
  Ready made = make(number);  // two threads may both make it, and agree
  const std::lock_guard held(lock_);
  return kept_.try_emplace(number, std::move(made)).first->second;
}

Setups::Ready Setups::make(std::size_t number) const try {
  return {make_(number), ""};
} catch (const ScenarioError& error) {
  const std::size_t others = error.problems.size() - 1;
  return {nullptr, error.problems.front().text() +
                       (others == 0 ? "" : " (and " + std::to_string(others) + " more)")};
}

}  // namespace cordon
