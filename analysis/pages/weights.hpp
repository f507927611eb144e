#pragma once

// Which assumption a conclusion leans on: each assumed parameter with the index of the factor that
// varies it.

#include <optional>

#include "analysis/result_page.hpp"
#include "analysis/sweep/sensitivity.hpp"

namespace cordon::pages {

/// How much one factor matters for what was measured.
struct FactorWeight {
  std::string factor;
  std::vector<std::string> keys;   ///< parameters that it varies; "*" stands for any name
  std::vector<double> size;        ///< of its index, by response; NaN: none
  std::vector<std::string> words;  ///< "0.41 (0.35 to 0.46)", by response
};

/// Weights of the factors of one experiment.
struct FactorWeights {
  std::string index;  ///< "total", "mu_star" and so on
  std::string meaning;
  std::vector<std::string> responses;  ///< what it is told of: differences between scenarios first
  std::vector<FactorWeight> factors;
};

[[nodiscard]] FactorWeights weights_of(const Experiment& experiment,
                                       const std::vector<Sensitivity>& found);

/// Whether a key of a factor is or holds a parameter: "technique.*.bulky" holds
/// "technique.xray.bulky".
[[nodiscard]] bool holds_parameter(const std::string& key, const std::string& path);

inline constexpr const char* weights_heading = "Which assumption it leans on";

/// The assumptions that a factor varies, the weightiest first; none where no factor varies one.
[[nodiscard]] std::optional<PageSection> weights_section(
    const std::vector<AssumedParameter>& assumptions, const FactorWeights& weights);

}  // namespace cordon::pages
