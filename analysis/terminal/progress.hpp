#pragma once

// How far the replications are: a bar on a terminal, plain lines elsewhere, nothing when quiet.

#include <chrono>
#include <cstdint>
#include <string>

namespace cordon::terminal {

class Progress {
 public:
  /// On stderr.
  explicit Progress(bool quiet);
  /// Takes the bar away.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// @param done  0 at the beginning, which only a bar shows
  void update(std::uint64_t done, std::uint64_t planned);
  /// A line of its own, above the bar.
  void say(const std::string& line);

 private:
  using Clock = std::chrono::steady_clock;
  void draw(std::uint64_t done, std::uint64_t planned);
  [[nodiscard]] std::string words(std::uint64_t done, std::uint64_t planned) const;

  bool quiet_, draws_;
  bool drawn_ = false;
  Clock::time_point began_ = Clock::now(), last_ = began_;
};

}  // namespace cordon::terminal
