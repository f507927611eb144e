#pragma once

// How a group decides: one function over all ways of sending a consignment, and over waiting.

#include <optional>
#include <vector>

#include "sim/model/setup.hpp"

namespace cordon::group {

/// How goods are hidden.
enum class Hiding : std::uint8_t { by_chance, among_goods, built_in };

/// One way of sending a consignment.
struct Way {
  std::uint16_t route = 0;     ///< of the group's
  std::uint8_t commodity = 0;  ///< of the group's
  Hiding hiding = Hiding::by_chance;
  std::uint8_t vehicles = 1;  ///< that it is split over
  bool decoy = false;         ///< another one goes before it
  bool bribe = false;
};

/// What a way promises.
struct Option {
  double traffic = 0;  ///< share of the traffic that it hides in: its weight at equal utility
  double loss_probability = 0;
  double cost_share = 0;  ///< of the journey and the wait, in units of the value at stake
  double value = 1;       ///< of the goods, in the same units
  int vehicles = 1;
  Way way = {};
};

/// In units of the value at stake: value x ((1 - p) - p (1 + penalty)) - cost, less half the risk
/// aversion x the variance of that.
[[nodiscard]] double utility(const Option& option, const GroupSpec& spec);

/// Chooses by quantal response over the options' utilities; `fixed` goes by traffic alone.
/// Source: McKelvey and Palfrey 1995; utilities are scaled to +-10 as in the security games whose
/// published rationality of about 0.6 is the default.
/// @param postpone  utility of waiting for a better day; none: no option
/// @param luck  in (0,1)
/// @return the option, or options.size() for waiting
[[nodiscard]] std::size_t choose(const std::vector<Option>& options, const GroupSpec& spec,
                                 std::optional<double> postpone, double luck);

/// How else a consignment might go, of what the group may do: built in or not, split, with a decoy,
/// with a bribe. A group that goes by traffic alone does none of it.
/// @param plain  the route, the commodity and what they promise
/// @param concealed_share  of what goes by chance
/// @param loss_built_in    probability, as against plain.loss_probability among the goods
/// @param value            EUR at stake
void add_variants(const Option& plain, const GroupSpec& spec, double concealed_share,
                  double loss_built_in, double value, std::vector<Option>& options);

}  // namespace cordon::group
