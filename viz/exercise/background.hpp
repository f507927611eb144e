#pragma once

// Work that takes longer than one picture: on a thread beside the drawing.

#include <atomic>
#include <exception>
#include <functional>
#include <optional>
#include <stop_token>
#include <thread>

#include "viz/playback/recording.hpp"

namespace cordon::viz {

template <class Result>
class Background {
 public:
  /// Tells its progress, and may throw.
  using Work = std::function<Result(const Progress&, std::stop_token)>;

  explicit Background(Work work)
      : thread_([this, work = std::move(work)](const std::stop_token& stop) {
          try {
            result_ = work([this](double share) { share_ = share; }, stop);
          } catch (...) {
            failure_ = std::current_exception();
          }
          over_ = true;
        }) {}

  /// How much of it is done, from 0 to 1.
  [[nodiscard]] double share() const { return share_; }
  [[nodiscard]] bool is_over() const { return over_; }
  /// It goes on until it notices.
  void stop() { thread_.request_stop(); }
  /// When it is over, once.
  /// @throws  what the work has thrown
  [[nodiscard]] Result take() {
    thread_.join();
    if (failure_) std::rethrow_exception(failure_);
    return std::move(*result_);
  }

 private:
  std::atomic<double> share_ = 0;
  std::optional<Result> result_;
  std::exception_ptr failure_;
  std::atomic<bool> over_ = false;
  std::jthread thread_;  // last: it uses the others
};

}  // namespace cordon::viz
