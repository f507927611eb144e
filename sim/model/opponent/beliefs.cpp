#include "sim/model/opponent/beliefs.hpp"

#include <algorithm>

#include "sim/engine/elementary.hpp"

namespace cordon::group {

double share_left(Duration after, Duration half_life) {
  const double half_lives = seconds(after) / std::max(1.0, seconds(half_life));
  return elementary::exp(-0.6931471805599453 * half_lives);
}

double expected_loss(const Belief& belief, const GroupSpec& spec, Time now) {
  const double kept = share_left(now - belief.as_of, spec.forgetting_half_life);
  const double losses = spec.prior_losses + belief.losses * kept;
  return losses / (losses + spec.prior_passes + belief.passes * kept);
}

void Beliefs::learn(LineIndex line, VehicleClass vehicle_class, bool concealed, double losses,
                    double passes, Time now) {
  for (std::size_t r = 0; r < setup_->routes.size(); ++r) {
    const RouteSetup& route = setup_->routes[r];
    if (route.line != line || route.vehicle_class != vehicle_class) continue;
    Belief& b = beliefs_[position(r, concealed)];
    const double kept = share_left(now - b.as_of, setup_->spec.forgetting_half_life);
    b = {b.losses * kept + losses, b.passes * kept + passes, now};
  }
}

}  // namespace cordon::group
