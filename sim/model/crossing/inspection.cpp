#include "sim/model/crossing/inspection.hpp"

#include <algorithm>

#include "sim/engine/elementary.hpp"

namespace cordon::inspection {

double separation(double auc) { return 1.4142135623730951 * elementary::normal_quantile(auc); }

double risk_score(const Shipment& truth, double auc, double luck,
                  const std::vector<double>& attention) {
  const double noise = elementary::normal_quantile(luck);
  if (!truth.looks_like) return noise;
  const double looked_for = attention.empty() ? 1 : attention[truth.looks_like.value];
  return noise + looked_for * separation(auc);
}

double detection_probability(const TechniqueSetup& technique, const Shipment& truth,
                             const Ability& crew, double bonus) {
  if (!truth.illicit()) return 0;
  const auto& table = truth.concealed ? technique.concealed : technique.bulky;
  const double base = table[truth.commodity.value];
  return std::min(1.0, base * (0.6 + 0.4 * crew.skill) * crew.alertness * (1 + bonus));
}

bool finds(const TechniqueSetup& technique, const Shipment& truth, const Ability& crew,
           double bonus, double luck) {
  const double p = detection_probability(technique, truth, crew, bonus);
  // A check that misses what is there may still raise a false alarm.
  return luck < p + (1 - p) * technique.false_alarm;
}

std::optional<Outcome> outcome(bool found, ControlKind control, const Shipment& truth) {
  const bool opened = control == ControlKind::search;
  if (found && opened && truth.illicit()) return std::nullopt;
  return found && !opened ? Outcome::alarm : Outcome::cleared;
}

}  // namespace cordon::inspection
