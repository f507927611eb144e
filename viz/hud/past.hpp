#pragma once

// The history of what is selected, looked for on a thread of its own.

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "viz/hud/picture.hpp"

namespace cordon::viz {

class Past {
 public:
  /// Begins to look when something else is selected, or another run is shown; a crossing has no
  /// history here.
  void look_for(const Selected& selected, std::shared_ptr<const Recording> recording);
  [[nodiscard]] bool is_looking() const { return search_ && !search_->over; }
  /// All rows of the run about it, once found.
  [[nodiscard]] const std::vector<Found>& rows() const;

 private:
  struct Search {
    std::vector<Found> found;
    std::atomic<bool> over = false;
    std::jthread thread;  // last: it uses the others
  };
  Selected selected_;
  std::shared_ptr<const Recording> recording_;
  std::unique_ptr<Search> search_;
};

}  // namespace cordon::viz
