#pragma once

// What a place knew at the moment that is shown, looked for on a thread of its own.

#include <atomic>
#include <deque>
#include <memory>
#include <thread>

#include "viz/hud/picture.hpp"
#include "viz/playback/knowledge.hpp"

namespace cordon::viz {

struct KnownAt {
  std::uint16_t place = trace::nobody;  ///< as in the header's list
  Time moment;
  Knowledge known;
  std::vector<int> told;  ///< finds that it was told of, by crossing of the header
};

/// The place whose knowledge there may be of what is selected; nobody: it is none.
[[nodiscard]] std::uint16_t place_of(const Selected& selected, const trace::Header& header);

class KnowledgeSearch {
 public:
  /// To be called for every picture: begins to look when the place or the moment is another, and
  /// takes what has been found.
  void look_for(const std::shared_ptr<const Recording>& recording, std::uint16_t place,
                Time moment);
  /// The last that was found of the place, perhaps of a moment shortly before: null at first.
  [[nodiscard]] const KnownAt* found() const { return found_.get(); }
  [[nodiscard]] bool is_looking() const { return search_ != nullptr; }

 private:
  struct Search {
    std::shared_ptr<const KnownAt> found;
    std::atomic<bool> over = false;
    std::jthread thread;  // last: it uses the others
  };
  using Kept = std::shared_ptr<const KnownAt>;
  void take();
  void begin(Time moment);
  [[nodiscard]] Kept last_before(Time moment) const;

  std::shared_ptr<const Recording> recording_;
  std::uint16_t place_ = trace::nobody;
  std::deque<Kept> kept_;  // of any places, the oldest first
  Kept found_;
  std::unique_ptr<Search> search_;
};

}  // namespace cordon::viz
