#pragma once

// How word of a find went round: looked for on a thread, and shown in order of time.

#include <atomic>
#include <memory>
#include <thread>

#include "viz/hud/picture.hpp"
#include "viz/playback/word_round.hpp"

namespace cordon::viz {

/// What is said of the way of a message as far as it had come by a moment: "alert, Korczowa to
/// Medyka: 2 hops, arrived after 4.3 h".
[[nodiscard]] std::string way_text(const MessageWay& way, const trace::Header& header,
                                   const Words& words, Time until);

class WordPanel {
 public:
  void look_for(Subject find, const std::shared_ptr<const Recording>& recording);
  /// Into the current panel; a click goes to a step.
  void draw(const Picture& picture, Wish& wish) const;

 private:
  struct Search {
    Chain found;
    std::vector<WordStep> steps;
    std::atomic<bool> over = false;
    std::jthread thread;  // last: it uses the others
  };
  std::unique_ptr<Search> search_;
};

}  // namespace cordon::viz
