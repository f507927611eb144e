#pragma once

// Nature: what a check finds of what is there, and what evidence the papers show. The one place
// where truth turns into knowledge.

#include <optional>
#include <vector>

#include "sim/model/crossing/stages.hpp"
#include "sim/model/staff/skill.hpp"
#include "sim/model/trade/shipment.hpp"

namespace cordon {

/// What the vehicles at a place hide. Kept beside the vehicles, so that whoever sees a vehicle
/// does not see this.
class Hold {
 public:
  void put(VehicleId vehicle, const Shipment& shipment) {
    if (vehicle.index >= hidden_.size()) hidden_.resize(vehicle.index + 1);
    hidden_[vehicle.index] = shipment;
  }
  [[nodiscard]] const Shipment& of(VehicleId vehicle) const { return hidden_[vehicle.index]; }

 private:
  std::vector<Shipment> hidden_;
};

namespace inspection {

/// How far the scores of illicit goods lie above those of legal ones, in standard deviations.
/// Source: binormal model with equal variances, d' = sqrt(2) * quantile(auc).
/// @param auc  area under the ROC curve, 0.5 <= auc < 1
[[nodiscard]] double separation(double auc);

/// The evidence that the papers of a vehicle show to a post whose criteria have this AUC.
/// @param attention  of analysts, by commodity, which multiplies the separation; empty: 1
[[nodiscard]] double risk_score(const Shipment& truth, double auc, double luck,
                                const std::vector<double>& attention = {});

/// Probability that a technique finds what is there, in the hands of a crew.
/// @param bonus  share by which combined signs raise it
[[nodiscard]] double detection_probability(const TechniqueSetup& technique, const Shipment& truth,
                                           const Ability& crew, double bonus);

/// Whether the check reports something: what is there, or a false alarm.
[[nodiscard]] bool finds(const TechniqueSetup& technique, const Shipment& truth,
                         const Ability& crew, double bonus, double luck);

/// How a control ends for the vehicle. Only a search opens the goods: other checks raise an alarm.
/// @return none when what is there has been found, and the vehicle goes no further
[[nodiscard]] std::optional<Outcome> outcome(bool found, ControlKind control,
                                             const Shipment& truth);

}  // namespace inspection
}  // namespace cordon
