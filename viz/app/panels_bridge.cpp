#include "viz/app/panels_bridge.hpp"

#include <backends/imgui_impl_opengl2.h>
#include <imgui.h>

#include <algorithm>

#include "viz/hud/drawn_lists.hpp"

namespace cordon::viz {
namespace {

constexpr std::pair<ImGuiKey, sf::Keyboard::Key> keys[] = {
    {ImGuiKey_Tab, sf::Keyboard::Tab},
    {ImGuiKey_LeftArrow, sf::Keyboard::Left},
    {ImGuiKey_RightArrow, sf::Keyboard::Right},
    {ImGuiKey_UpArrow, sf::Keyboard::Up},
    {ImGuiKey_DownArrow, sf::Keyboard::Down},
    {ImGuiKey_PageUp, sf::Keyboard::PageUp},
    {ImGuiKey_PageDown, sf::Keyboard::PageDown},
    {ImGuiKey_Home, sf::Keyboard::Home},
    {ImGuiKey_End, sf::Keyboard::End},
    {ImGuiKey_Delete, sf::Keyboard::Delete},
    {ImGuiKey_Backspace, sf::Keyboard::Backspace},
    {ImGuiKey_Space, sf::Keyboard::Space},
    {ImGuiKey_Enter, sf::Keyboard::Enter},
    {ImGuiKey_Escape, sf::Keyboard::Escape},
    {ImGuiKey_A, sf::Keyboard::A},
    {ImGuiKey_C, sf::Keyboard::C},
    {ImGuiKey_V, sf::Keyboard::V},
    {ImGuiKey_X, sf::Keyboard::X},
    {ImGuiKey_Y, sf::Keyboard::Y},
    {ImGuiKey_Z, sf::Keyboard::Z}};

bool is_known(sf::Keyboard::Key key) { return key >= 0 && key < sf::Keyboard::KeyCount; }

void hear_modifiers(const sf::Event::KeyEvent& key) {
  ImGuiIO& io = ImGui::GetIO();
  io.KeyCtrl = key.control;
  io.KeyShift = key.shift;
  io.KeyAlt = key.alt;
}

}  // namespace

PanelsBridge::PanelsBridge(double text_scale) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;  // see DrawnLists
  for (const auto& [panel_key, key] : keys) io.KeyMap[panel_key] = key;
  ImGui_ImplOpenGL2_Init();
  fonts_ = load_fonts(text_scale);
}

PanelsBridge::~PanelsBridge() {
  ImGui_ImplOpenGL2_Shutdown();
  ImGui::DestroyContext();
}

void PanelsBridge::scale_text(double text_scale) {
  ImGui_ImplOpenGL2_DestroyFontsTexture();
  fonts_ = load_fonts(text_scale);
}

void PanelsBridge::hear(const sf::Event& event) {
  ImGuiIO& io = ImGui::GetIO();
  switch (event.type) {
    case sf::Event::MouseMoved:
      io.MousePos = {static_cast<float>(event.mouseMove.x), static_cast<float>(event.mouseMove.y)};
      break;
    case sf::Event::MouseButtonPressed:
    case sf::Event::MouseButtonReleased:
      if (event.mouseButton.button < down_.size()) {
        const bool down = event.type == sf::Event::MouseButtonPressed;
        down_[event.mouseButton.button] = down;
        pressed_[event.mouseButton.button] |= down;
      }
      break;
    case sf::Event::MouseWheelScrolled:
      io.MouseWheel += event.mouseWheelScroll.delta;
      break;
    case sf::Event::TextEntered:
      if (event.text.unicode >= 0x20 && event.text.unicode != 0x7f)
        io.AddInputCharacter(event.text.unicode);
      break;
    case sf::Event::KeyPressed:
      hear_modifiers(event.key);
      if (is_known(event.key.code)) io.KeysDown[event.key.code] = true;
      break;
    case sf::Event::KeyReleased:
      hear_modifiers(event.key);
      if (is_known(event.key.code)) released_.push_back(event.key.code);
      break;
    case sf::Event::LostFocus:
      std::fill(std::begin(io.KeysDown), std::end(io.KeysDown), false);
      break;
    default:
      break;
  }
}

void PanelsBridge::begin(sf::Vector2u size, float seconds_since_last) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(size.x), static_cast<float>(size.y)};
  io.DeltaTime = std::max(seconds_since_last, 1e-4F);
  // A press and its release between two pictures are seen as a press, then as a release: of keys
  // too, which are let go when this picture has seen them.
  for (std::size_t b = 0; b < down_.size(); ++b) {
    io.MouseDown[b] = down_[b] || pressed_[b];
    pressed_[b] = false;
  }
  ImGui_ImplOpenGL2_NewFrame();
  ImGui::NewFrame();
  for (const int key : released_) io.KeysDown[key] = false;
  released_.clear();
}

void PanelsBridge::draw(sf::RenderTarget& target) {
  ImGui::Render();
  target.pushGLStates();
  ImGui_ImplOpenGL2_RenderDrawData(DrawnLists(*ImGui::GetDrawData()).data());
  target.popGLStates();
  // What SFML remembers of the state is that of before the pop: without this, textures are drawn
  // with their first pixel alone.
  target.resetGLStates();
}

bool PanelsBridge::wants_keys() const { return ImGui::GetIO().WantTextInput; }
bool PanelsBridge::wants_mouse() const { return ImGui::GetIO().WantCaptureMouse; }

}  // namespace cordon::viz
