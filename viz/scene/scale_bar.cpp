#include "viz/scene/scale_bar.hpp"

#include "viz/hud/ticks.hpp"
#include "viz/scene/projection.hpp"

namespace cordon::viz {

ScaleBar scale_bar(const Camera& camera, double longest) {
  const double km_per_pixel = kilometres_per_unit(camera.centre()) / camera.scale();
  const double kilometres = round_number_below(longest * km_per_pixel);
  return {kilometres, kilometres / km_per_pixel};
}

}  // namespace cordon::viz
