// What is smuggled, and by whom.

#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<CommoditySpec>& parameters_of(Tag<CommoditySpec>) {
  static const auto table =
      Table<CommoditySpec>("What is hidden. All values are assumptions unless a source is given.")
          .key("prevalence", &CommoditySpec::prevalence,
               "Share of vehicles, by class and direction: lorry_entry, car_exit, ...", unit::share,
               source("assumed"))
          .key("mass", &CommoditySpec::mass_kg, "Of one consignment.", unit::kg, source("assumed"))
          .key("value_per_kg", &CommoditySpec::value_per_kg, "To those who smuggle it.",
               unit::eur_per_kg, at_least(0.0), source("assumed"))
          .key("harm_weight", &CommoditySpec::harm_weight,
               "Weight of one vehicle that passes, in harm_passed.", unit::factor,
               source("assumed"))
          .key("concealed_share", &CommoditySpec::concealed_share,
               "Built in rather than among the goods.", unit::share, source("assumed"))
          .key("persons", &CommoditySpec::persons,
               "Persons: referred to protection, never seized or valued.");
  return table;
}

const Table<OpponentSpec>& parameters_of(Tag<OpponentSpec>) {
  static const auto table =
      Table<OpponentSpec>("Who smuggles.")
          .key("group_share", &OpponentSpec::group_share,
               "Of the attempts, where groups are at work; opportunists make the rest.",
               unit::share, source("assumed"));
  return table;
}

const Table<GroupSpec>& parameters_of(Tag<GroupSpec>) {
  static const auto table =
      Table<GroupSpec>("A criminal group. Fictional.")
          .key("home", &GroupSpec::home, "Where its vehicles set out.", required,
               refers_to("place"))
          .key("commodity", &GroupSpec::commodity, "What it smuggles.", required,
               refers_to("commodity"))
          .key("vehicle_class", &GroupSpec::vehicle_class, "In what.", class_words())
          .key("direction", &GroupSpec::direction, "Which way.", direction_words())
          .key("weight", &GroupSpec::weight,
               "Its part of what all groups send of the commodity this way.", unit::factor,
               above(0.0), source("assumed"))
          .key("behaviour", &GroupSpec::behaviour, "How it chooses where to cross.",
               one_of<GroupBehaviour>(
                   {{"fixed", GroupBehaviour::fixed, "as the legal traffic does, whatever happens"},
                    {"quantal_response", GroupBehaviour::quantal_response,
                     "the better way more often, by what it believes"}}))
          .key("rationality", &GroupSpec::rationality,
               "Of the quantal response, for payoffs of -10 to 10.", unit::factor,
               source("0.6 to 0.8 in published security games; assumed here"))
          .key("prior_losses", &GroupSpec::prior_losses,
               "What it believes at first: a Beta distribution of the loss probability.",
               unit::count, above(0.0), source("assumed"))
          .key("prior_passes", &GroupSpec::prior_passes, "The other parameter of that Beta.",
               unit::count, above(0.0), source("assumed"))
          .key("forgetting_half_life", &GroupSpec::forgetting_half_life,
               "After which an experience counts half.", at_least(1h), source("assumed"))
          .key("hears_of_others", &GroupSpec::hears_of_others,
               "Probability of hearing of another's loss.", unit::probability, source("assumed"))
          .key("seizure_penalty", &GroupSpec::seizure_penalty,
               "What a loss costs beside the goods, in units of their value.", unit::factor,
               source("assumed"))
          .key("cost_per_hour", &GroupSpec::cost_per_hour, "Of travel and waiting.",
               unit::eur_per_hour, at_least(0.0), source("assumed"))
          .key("news_delay", &GroupSpec::news_delay, "Until it learns how a consignment fared.",
               at_least(1min), source("assumed"))
          .key("postponement", &GroupSpec::postponement, "How long it waits when it is warned.",
               at_least(1h), source("assumed"))
          .key("give_up_after", &GroupSpec::give_up_after,
               "Postponements of one consignment; then it is given up.", between(0.0, 1000.0),
               source("assumed"));
  return table;
}

}  // namespace cordon
