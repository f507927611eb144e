#pragma once

// Asks for the name of a session's file.

#include <optional>
#include <string>

#include "viz/hud/picture.hpp"

namespace cordon::viz {

class SavePanel {
 public:
  void ask(const std::string& name);
  [[nodiscard]] bool is_open() const { return open_; }
  /// The next keys are meant for it, which has not heard yet that it asks.
  [[nodiscard]] bool begins() const { return focus_; }
  void close() { open_ = focus_ = false; }
  /// Says why it could not be saved, and asks again.
  void complain(const std::string& why);
  /// @return the name that was entered
  [[nodiscard]] std::optional<std::string> draw(const Box& map, const Picture& picture);

 private:
  std::string name_, own_, complaint_, warned_of_;
  bool open_ = false, focus_ = false;
};

}  // namespace cordon::viz
