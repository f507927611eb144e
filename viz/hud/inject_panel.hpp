#pragma once

// The form in which a trainer makes an inject.

#include <string>
#include <vector>

#include "viz/exercise/inject_draft.hpp"
#include "viz/hud/picture.hpp"

namespace cordon::viz {

/// What is known of the inject that is being made.
struct InjectNews {
  std::vector<std::string> problems;
  bool is_checking = false;
};
enum class InjectStep : std::uint8_t { none, play_on, cancel };

class InjectPanel {
 public:
  /// What may be chosen: of the scenario, but for what injects have brought into it.
  void use(const OpenRun& run);
  /// Anew, at a crossing.
  void begin(const std::string& crossing);
  [[nodiscard]] InjectStep draw(const Box& box, const Picture& picture, const InjectNews& news);
  [[nodiscard]] const InjectDraft& draft() const { return draft_; }
  /// At a moment, with the text that stands in the form.
  [[nodiscard]] InjectSpec inject(Time at, const Words& words) const;
  /// The text that stands for that of a draft that has none.
  [[nodiscard]] std::string text_of(const Words& words) const;

 private:
  void choose_kind(const Words& words);
  void draw_field(InjectField field, const Picture& picture);
  void draw_numbers(InjectField field);
  void draw_words(const Picture& picture);
  void draw_event(const Picture& picture);
  [[nodiscard]] InjectStep draw_end(const Picture& picture, const InjectNews& news) const;
  [[nodiscard]] std::string label_of(InjectField field, const std::string& name,
                                     const Words& words) const;

  Scenario choices_;
  InjectDraft draft_;
};

}  // namespace cordon::viz
