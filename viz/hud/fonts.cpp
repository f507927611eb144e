#include "viz/hud/fonts.hpp"

#include <imgui.h>

#include <cmath>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace cordon::viz {
namespace {

const std::string folder = "/usr/share/fonts/truetype/dejavu/";

// Latin with the letters of all official languages of the Union but Greek and Bulgarian, Cyrillic
// and Greek, and the signs that our texts use.
constexpr ImWchar letters[] = {0x20,   0x24f,  0x370,  0x4ff,  0x2010, 0x203a, 0x2190,
                               0x2193, 0x2212, 0x2212, 0x25a0, 0x25ff, 0x2605, 0x2606,
                               0x26a0, 0x26a0, 0x2713, 0x2717, 0};
constexpr ImWchar digits[] = {0x20, 0x7f, 0};

ImFont* load(const char* name, double size, const ImWchar* range) {
  const std::string file = folder + name;
  if (!std::filesystem::exists(file))
    throw std::runtime_error(file + ": is missing; expected the package fonts-dejavu-core");
  return ImGui::GetIO().Fonts->AddFontFromFileTTF(
      file.c_str(), static_cast<float>(std::round(size)), nullptr, range);
}

}  // namespace

Fonts load_fonts(double text_scale) {
  ImGui::GetIO().Fonts->Clear();
  const double size = 15 * text_scale;
  return {load("DejaVuSans.ttf", size, letters),
          load("DejaVuSans.ttf", size * 0.87, letters),
          load("DejaVuSans-Bold.ttf", size, letters),
          load("DejaVuSans-Bold.ttf", size * 1.5, letters),
          load("DejaVuSans-Bold.ttf", size * 4, digits),
          load("DejaVuSans-Bold.ttf", size * 2.2, letters)};
}

}  // namespace cordon::viz
