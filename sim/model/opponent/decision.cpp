#include "sim/model/opponent/decision.hpp"

#include "sim/engine/elementary.hpp"

namespace cordon::group {
namespace {

constexpr double payoff_scale = 10;  // security games scale payoffs to -10..10

// The vehicles of a split consignment meet their luck one by one.
double variance(const Option& o, const GroupSpec& spec) {
  const double at_stake = o.value * (2 + spec.seizure_penalty);
  return o.loss_probability * (1 - o.loss_probability) * at_stake * at_stake / o.vehicles;
}

std::vector<Option> ways_to_hide(const Option& plain, const GroupSpec& spec, double concealed_share,
                                 double loss_built_in) {
  if (!spec.concealment_cost) return {plain};
  Option among = plain, built_in = plain;
  among.way.hiding = Hiding::among_goods;
  among.traffic = plain.traffic * (1 - concealed_share);
  built_in.way.hiding = Hiding::built_in;
  built_in.traffic = plain.traffic * concealed_share;
  built_in.loss_probability = loss_built_in;
  return {among, built_in};
}

Option with_decoy(Option o, const GroupSpec& spec, double journey, double value) {
  o.way.decoy = true;
  o.loss_probability *= 1 - spec.decoy_effect;
  o.cost_share += journey + *spec.decoy_cost / value;  // it makes the journey, too
  return o;
}

Option with_bribe(Option o, const GroupSpec& spec, double value) {
  o.way.bribe = true;
  o.loss_probability = 1 - spec.corruption;
  o.cost_share += *spec.bribe * o.vehicles / value;
  return o;
}

}  // namespace

double utility(const Option& o, const GroupSpec& spec) {
  const double p = o.loss_probability;
  const double mean = o.value * ((1 - p) - p * (1 + spec.seizure_penalty)) - o.cost_share;
  return spec.risk_aversion == 0 ? mean : mean - spec.risk_aversion / 2 * variance(o, spec);
}

std::size_t choose(const std::vector<Option>& options, const GroupSpec& spec,
                   std::optional<double> postpone, double luck) {
  const bool fixed = spec.behaviour == GroupBehaviour::fixed;
  std::vector<double> weight;
  double sum = 0, traffic = 0;
  for (const Option& o : options) {
    const double attraction =
        fixed ? 1.0 : elementary::exp(spec.rationality * payoff_scale * (utility(o, spec) - 1));
    weight.push_back(o.traffic * attraction);
    sum += weight.back();
    traffic += o.traffic;
  }
  if (postpone && !fixed) {
    weight.push_back(traffic * elementary::exp(spec.rationality * payoff_scale * (*postpone - 1)));
    sum += weight.back();
  }
  double left = luck * sum;
  for (std::size_t i = 0; i < weight.size(); ++i)
    if ((left -= weight[i]) < 0) return i;
  return weight.empty() ? 0 : weight.size() - 1;
}

void add_variants(const Option& plain, const GroupSpec& spec, double concealed_share,
                  double loss_built_in, double value, std::vector<Option>& options) {
  if (spec.behaviour == GroupBehaviour::fixed) return options.push_back(plain);
  for (const Option& hidden : ways_to_hide(plain, spec, concealed_share, loss_built_in))
    for (int n = 1; n <= spec.split_into; ++n) {
      Option split = hidden;
      split.vehicles = n;
      split.way.vehicles = static_cast<std::uint8_t>(n);
      split.cost_share = hidden.cost_share * n;
      if (hidden.way.hiding == Hiding::built_in)
        split.cost_share += *spec.concealment_cost * plain.value;
      options.push_back(split);
      if (spec.decoy_cost) options.push_back(with_decoy(split, spec, plain.cost_share, value));
      if (spec.bribe) options.push_back(with_bribe(split, spec, value));
    }
}

}  // namespace cordon::group
