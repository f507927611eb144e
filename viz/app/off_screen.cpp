// Pictures and films that are drawn without a window.

#include <SFML/Graphics/RenderTexture.hpp>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "analysis/study/user_error.hpp"
#include "viz/app/encoder.hpp"
#include "viz/app/openings.hpp"
#include "viz/app/picture_file.hpp"
#include "viz/app/window.hpp"

namespace cordon::viz {
namespace {

constexpr int pictures_a_second = 30;

/// A viewer that draws on a texture.
class Studio {
 public:
  explicit Studio(const Settings& settings)
      : viewer_(Openings(settings).viewer(settings, {settings.width, settings.height})) {
    if (!picture_.create(settings.width, settings.height))
      throw std::runtime_error("the graphics card has no room for the picture");
    panels_.emplace(settings.text_scale);
    draw();  // panels of Dear ImGui know their sizes only when they have been drawn once
  }

  [[nodiscard]] Viewer& viewer() { return *viewer_; }
  // What is looked for beside the drawing is waited for: the picture is of a moment, not of a race.
  const sf::Texture& draw() {
    draw_once();
    while (viewer_->is_looking()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      draw_once();
    }
    return picture_.getTexture();
  }

 private:
  void draw_once() {
    picture_.setActive(true);
    panels_->begin(picture_.getSize(), 1.0F / pictures_a_second);
    viewer_->draw(picture_, *panels_);
    picture_.display();
  }

  std::unique_ptr<Viewer> viewer_;
  sf::RenderTexture picture_;
  std::optional<PanelsBridge> panels_;
};

}  // namespace

void save_screenshot(const Settings& settings) {
  require_name(settings.picture, ".png");
  Studio studio(settings);
  write_png(studio.draw(), settings.picture);
}

void save_film(const Settings& settings) {
  require_name(settings.film, ".mp4");
  Studio studio(settings);
  const Time end = std::min(settings.until.value_or(never), studio.viewer().run().recording->end());
  if (end <= settings.at)
    throw UserError("--until: is not after --at; expected a film of some length");
  Encoder encoder(settings.film, {settings.width, settings.height}, pictures_a_second);
  studio.viewer().play(settings.film_speed);
  const Duration step = from_seconds(settings.film_speed / pictures_a_second);
  for (Time at = settings.at; at < end; at += step) {
    studio.viewer().go_to(at);
    encoder.add(studio.draw());
  }
  encoder.finish();
}

}  // namespace cordon::viz
