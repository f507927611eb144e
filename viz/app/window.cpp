#include "viz/app/window.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/System/Err.hpp>
#include <SFML/System/Sleep.hpp>
#include <ctime>

#include "analysis/study/user_error.hpp"
#include "viz/app/openings.hpp"
#include "viz/app/picture_file.hpp"
#include "viz/hud/loading_panel.hpp"

namespace cordon::viz {
namespace {

class Window {
 public:
  explicit Window(const Settings& settings)
      : settings_(settings),
        window_(sf::VideoMode(settings.width, settings.height), "cordon-view"),
        panels_(settings.text_scale),
        text_scale_(settings.text_scale),
        openings_(std::make_unique<Openings>(settings)) {
    window_.setPosition({0, 0});  // without a window manager SFML puts it half off the screen
    window_.setFramerateLimit(60);
  }

  void show() {
    while (window_.isOpen()) draw_next();
  }

  void measure() {
    while (!viewer_) draw_next();
    window_.setFramerateLimit(0);
    viewer_->crowd(settings_.measure);
    viewer_->play(60);
    int pictures = 0;
    const sf::Clock clock;
    const std::clock_t used_before = std::clock();
    for (; clock.getElapsedTime() < sf::seconds(10); ++pictures) draw_next();
    const double used = static_cast<double>(std::clock() - used_before) / CLOCKS_PER_SEC;
    fmt::print(
        "{:.1f} pictures a second, {:.1f} ms of processor time each, with {} more vehicles, {} x "
        "{} "
        "pixels\n",
        pictures / static_cast<double>(clock.getElapsedTime().asSeconds()), used / pictures * 1000,
        settings_.measure, window_.getSize().x, window_.getSize().y);
  }

 private:
  void draw_next() {
    for (sf::Event event; window_.pollEvent(event);) hear(event);
    const float seconds = since_last_.restart().asSeconds();
    if (!viewer_ && openings_->are_over()) begin_viewing();
    panels_.begin(window_.getSize(), seconds);
    viewer_ ? draw_viewer(seconds) : draw_opening();
    window_.display();
    if (viewer_ && viewer_->is_over()) window_.close();
    // Nothing moves: a few pictures a second are enough to notice what is done next.
    const bool is_idle = since_heard_.getElapsedTime() > sf::seconds(1);
    if (is_idle && viewer_ && !viewer_->is_moving()) sf::sleep(sf::milliseconds(40));
  }

  void begin_viewing() {
    viewer_ = openings_->viewer(settings_, window_.getSize());
    openings_.reset();
  }

  void show_title() {
    const std::string title = "cordon-view: " + viewer_->run().scenario.title;
    if (title == title_) return;
    title_ = title;
    window_.setTitle(sf::String::fromUtf8(title.begin(), title.end()));
  }

  void draw_opening() {
    window_.clear(sf_colour((settings_.light ? light_theme : dark_theme).sea));
    draw_loading(openings_->progress().stage, openings_->progress().share, settings_.light,
                 panels_.fonts());
    panels_.draw(window_);
  }

  void draw_viewer(float seconds) {
    viewer_->pass(static_cast<double>(seconds));
    viewer_->draw(window_, panels_);
    show_title();
    if (viewer_->wants_picture()) save_picture();
    if (viewer_->text_scale() != text_scale_) {
      text_scale_ = viewer_->text_scale();
      panels_.scale_text(text_scale_);
    }
  }

  void save_picture() {
    sf::Texture picture;
    if (!picture.create(window_.getSize().x, window_.getSize().y)) return;
    picture.update(window_);
    write_png(picture, free_picture_name());
  }

  void hear(const sf::Event& event) {
    panels_.hear(event);
    since_heard_.restart();
    if (event.type == sf::Event::Closed) viewer_ ? viewer_->act(Action::quit) : window_.close();
    if (event.type == sf::Event::Resized) resize(event.size);
    if (!viewer_) return;
    const bool is_release = event.type == sf::Event::MouseButtonReleased;
    if (!panels_.wants_mouse() || is_release) viewer_->hear(event);
    const auto action = action_of(event);
    const bool is_typing = panels_.wants_keys() || viewer_->begins_text();
    // What plays an inject on is meant for the form whose text is being written.
    if (action && (!is_typing || action == Action::play_on)) viewer_->act(*action);
  }

  void resize(sf::Event::SizeEvent size) {
    const auto width = static_cast<float>(size.width), height = static_cast<float>(size.height);
    window_.setView(sf::View({0, 0, width, height}));
    if (viewer_) viewer_->resize({static_cast<double>(width), static_cast<double>(height)});
  }

  const Settings& settings_;
  sf::RenderWindow window_;
  PanelsBridge panels_;
  double text_scale_;
  std::string title_;
  std::unique_ptr<Openings> openings_;
  std::unique_ptr<Viewer> viewer_;
  sf::Clock since_last_, since_heard_;
};

// SFML says of a driver without vertical sync that it has none, which is no error; what is one, it
// tells by what it returns.
void be_quiet() { sf::err().rdbuf(nullptr); }

}  // namespace

void show_window(const Settings& settings) {
  be_quiet();
  Window(settings).show();
}

void measure_window(const Settings& settings) {
  be_quiet();
  Window(settings).measure();
}

}  // namespace cordon::viz
