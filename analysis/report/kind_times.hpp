#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"

/// Where one kind of traffic loses its time, picked from all rows.
namespace cordon {

using Uses = std::vector<const TimeUse*>;

struct KindTimes {
  const TimeUse* lost = nullptr;     ///< at all crossings
  const TimeUse* service = nullptr;  ///< the same; null when nobody is served
  Uses crossings;                    ///< lost at each crossing, all stages
  Uses places;                       ///< lost at each stage of each crossing in each way

  [[nodiscard]] std::string name() const;      ///< "Lorries, entry"
  [[nodiscard]] std::string vehicles() const;  ///< "lorries"
};

/// Lorries that enter first.
[[nodiscard]] std::vector<KindTimes> kinds_of(const Comparison& comparison);

/// The service at a crossing; null when nobody is served there.
[[nodiscard]] const TimeUse* service_at(const TimeUse& crossing, const Comparison& comparison);

/// The greatest share that a row has of all that its kind loses, in any scenario.
[[nodiscard]] double greatest_share(const TimeUse& use, const KindTimes& kind);

/// Those with at least this share, the greatest loss first, at most so many.
[[nodiscard]] Uses greatest_of(Uses uses, const KindTimes& kind, double share, std::size_t most);

/// What is under this share of a kind's loss is told in words.
inline constexpr double least_share = 0.01;

/// Whether a kind loses a minute a vehicle, or a hundredth of all that is lost, in any scenario.
[[nodiscard]] bool loses_much(const KindTimes& kind, const Comparison& comparison);

/// Which stage and crossing hold most of the loss, and what the variants change: "61.7 h lost for
/// each vehicle, over 99 % of it waiting for the first check, most of all at Medyka (34 %).
/// With..."
[[nodiscard]] std::string bottleneck_of(const KindTimes& kind, const Comparison& comparison);

}  // namespace cordon
