#include "viz/app/display.hpp"

#include <X11/Xlib.h>
#include <fmt/format.h>

#include <cstdlib>

namespace cordon::viz {

std::string missing_display() {
  // Stays open: a server that loses its last client begins anew, and refuses others meanwhile.
  static const Display* const display = XOpenDisplay(nullptr);
  if (display) return "";
  const char* const name = std::getenv("DISPLAY");
  const std::string which = name && *name ? fmt::format("the display '{}' cannot be opened", name)
                                          : "there is no display (DISPLAY is not set)";
  return which +
         "; expected a desktop, or a virtual one: xvfb-run -a -s \"-screen 0 1600x900x24\" "
         "cordon-view ...";
}

}  // namespace cordon::viz
