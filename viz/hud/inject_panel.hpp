#pragma once

// The form in which a trainer makes an inject, and what happens if the event that should follow it
// does not come.

#include <string>
#include <vector>

#include "viz/exercise/inject_plan.hpp"
#include "viz/hud/picture.hpp"

namespace cordon::viz {

/// What is known of the inject that is being made.
struct InjectNews {
  std::vector<InjectProblem> problems;
  bool is_checking = false;
  std::string contingency = {};  ///< its name, by which problems tell of it; "": there is none
};
enum class InjectStep : std::uint8_t { none, play_on, cancel };

class InjectPanel {
 public:
  /// What may be chosen: of the scenario, but for what injects have brought into it.
  void use(const OpenRun& run);
  /// Anew, at a crossing.
  void begin(const std::string& crossing);
  /// With what an inject of a branch says.
  void edit(const InjectPlan& plan, const std::string& branch, const Words& words);
  /// The plan that the form would hold of an inject; none: it cannot hold all of it.
  [[nodiscard]] std::optional<InjectPlan> plan_of(const Injects& injects,
                                                  const std::string& name) const {
    return viz::plan_of(injects, name, choices_);
  }

  [[nodiscard]] InjectStep draw(const Box& box, const Picture& picture, const InjectNews& news);
  [[nodiscard]] const InjectPlan& plan() const { return plan_; }
  /// The texts that stand for those of drafts that have none.
  [[nodiscard]] PlanTexts texts(const Words& words) const;

 private:
  enum class Page : std::uint8_t { inject, contingency };

  [[nodiscard]] InjectDraft& draft() {
    return page_ == Page::contingency ? *plan_.contingency : plan_.inject;
  }
  void turn_to(Page page) {
    page_ = page;
    turns_page_ = true;
  }
  void draw_title(const Picture& picture) const;
  void draw_pages(const Words& words);
  void draw_page(const Picture& picture);
  void draw_moment(const Picture& picture) const;
  void choose_kind(const Words& words);
  void draw_field(InjectField field, const Picture& picture);
  void draw_numbers(InjectField field);
  void draw_words(const Picture& picture);
  void draw_event(const Picture& picture);
  void draw_contingency(const Words& words);
  [[nodiscard]] InjectDraft fresh(InjectKind kind) const;
  [[nodiscard]] std::string text_of(const InjectDraft& draft, const Words& words) const;
  [[nodiscard]] std::string label_of(InjectField field, const std::string& name,
                                     const Words& words) const;

  Scenario choices_;
  InjectPlan plan_;
  Page page_ = Page::inject;
  float page_height_ = 1e4F;  // in the last picture; where there is less room, it can be scrolled
  bool turns_page_ = false;   // Dear ImGui has not heard yet which page is shown
  std::string crossing_;      // where kinds begin that have no place of their own yet
  std::string branch_;        // whose inject is edited; "": it is a new one
};

}  // namespace cordon::viz
