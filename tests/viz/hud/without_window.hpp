#pragma once

// Panels and map marks drawn into the lists of Dear ImGui, without a window or a display.

#include <imgui.h>

#include "viz/hud/picture.hpp"
#include "viz/playback/cursor.hpp"

namespace cordon::viz {

/// There is one at a time.
class PanelsWithoutWindow {
 public:
  PanelsWithoutWindow() {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DisplaySize = {1600, 900};
    fonts_ = load_fonts(1);
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  }
  ~PanelsWithoutWindow() { ImGui::DestroyContext(); }
  PanelsWithoutWindow(const PanelsWithoutWindow&) = delete;
  PanelsWithoutWindow& operator=(const PanelsWithoutWindow&) = delete;

  [[nodiscard]] const Fonts& fonts() const { return fonts_; }
  /// Between these, something may be drawn.
  static void begin() {
    ImGui::GetIO().DeltaTime = 0.1F;
    ImGui::NewFrame();
  }
  static void end() { ImGui::Render(); }

 private:
  Fonts fonts_;
};

/// What a picture of a run refers to.
struct Shown {
  Shown(const Scenario& scenario, std::shared_ptr<const Recording> run, const Cursor& at)
      : recording(std::move(run)),
        cursor(at),
        geography(geography_of(scenario, recording->header())),
        calendar(scenario.start, scenario.length, scenario.time_zone) {
    for (std::size_t c = 0; c < cursor.crossings().size(); ++c)
      posts.push_back(post_now(c, cursor.crossings()[c], recording->header()));
  }

  [[nodiscard]] Picture picture(const Fonts& fonts) const {
    return {.recording = *recording,
            .baseline = nullptr,
            .calendar = calendar,
            .geography = geography,
            .crossings = cursor.crossings(),
            .posts = posts,
            .other_posts = nullptr,
            .theme = dark_theme,
            .fonts = fonts,
            .words = english,
            .bookmarks = {},
            .injects = {},
            .title = {},
            .now = cursor.now(),
            .selected = {},
            .stop_at = {}};
  }

  std::shared_ptr<const Recording> recording;
  const Cursor& cursor;
  Geography geography;
  Calendar calendar;
  std::vector<PostNow> posts;
};

}  // namespace cordon::viz
