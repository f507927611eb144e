// What is smuggled, and by whom.

#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<CommoditySpec>& parameters_of(Tag<CommoditySpec>) {
  static const auto table =
      Table<CommoditySpec>("What is hidden. All values are assumptions unless a source is given.")
          .key("prevalence", &CommoditySpec::prevalence,
               "Share of vehicles, by class and direction: lorry_entry, car_exit, ...", unit::share,
               source("assumed"), may_change)
          .key("mass", &CommoditySpec::mass_kg, "Of one consignment.", unit::kg, source("assumed"),
               may_change)
          .key("value_per_kg", &CommoditySpec::value_per_kg,
               "To those who smuggle it; of persons, what is paid to smugglers.", unit::eur_per_kg,
               at_least(0.0), source("assumed"))
          .key("harm_weight", &CommoditySpec::harm_weight,
               "Weight of one vehicle that passes, in harm_passed.", unit::factor,
               source("assumed"))
          .key("concealed_share", &CommoditySpec::concealed_share,
               "Built in rather than among the goods.", unit::share, source("assumed"), may_change)
          .key("tells", &CommoditySpec::tells,
               "By field of the declarations: share of what is hidden behind goods whose field has "
               "one of the values typical of the offender; the rest look like all others.",
               unit::share, keys_refer_to("declaration"), source("assumed"), may_change)
          .key("persons", &CommoditySpec::persons,
               "Persons: referred to protection, never seized or valued.")
          .key("unrecognised", &CommoditySpec::unrecognised,
               "A new substance: by which detection probabilities are multiplied at a post that "
               "has neither found it nor been alerted and trained. 1: all know it.",
               unit::share, source("assumed"), may_change)
          .key("training", &CommoditySpec::training,
               "Of a new substance: from an alert until the post recognises it.", at_least(0h),
               source("assumed"), may_change)
          .key("needs_expert", &CommoditySpec::needs_expert,
               "Share of finds that only an expert can tell, as counterfeits from genuine goods: "
               "they are held, and seized only if an exchange of expertise confirms the suspicion "
               "within `holding`.",
               unit::share, source("assumed"), may_change)
          .key("holding", &CommoditySpec::holding,
               "How long such goods are held at most; then they are released.", above(0h),
               source("10 days: Regulation (EU) No 608/2013, article 23(1), which counts working "
                      "days"),
               may_change)
          .key("lethal", &CommoditySpec::lethal,
               "Goods that kill, which no controlled delivery carries on unless they have been "
               "replaced.",
               may_change)
          .key("budget_share", &CommoditySpec::budget_share,
               "Damage to the Union's budget as a share of the value: customs duties, and what of "
               "the VAT is the Union's.",
               unit::share, source("assumed"))
          .key(
              "arrest", &CommoditySpec::arrest,
              "Share of finds at which somebody is arrested, if an officer on duty at the post may "
              "do that: goods that are seized, or persons who are referred. 0: nobody is.",
              unit::share, source("assumed"))
          .key("sanctioned", &CommoditySpec::sanctioned,
               "Goods that are lawful but may not pass, as under sanctions: what is found is "
               "refused "
               "and goes back, and nothing is seized.");
  return table;
}

const Table<OpponentSpec>& parameters_of(Tag<OpponentSpec>) {
  static const auto table =
      Table<OpponentSpec>("Who smuggles.")
          .key("group_share", &OpponentSpec::group_share,
               "Of the attempts, where groups are at work; opportunists make the rest.",
               unit::share, source("assumed"), may_change)
          .key("lead_share", &OpponentSpec::lead_share,
               "Of the finds of a group's consignments: hold a lead, which shows that they belong "
               "together. A desk that has two of them has a match.",
               unit::share, source("assumed"), may_change);
  return table;
}

const Table<GroupSpec>& parameters_of(Tag<GroupSpec>) {
  static const auto table =
      Table<GroupSpec>("A criminal group. Fictional.")
          .key("home", &GroupSpec::home, "Where its vehicles set out.", required,
               refers_to("place"))
          .key("commodity", &GroupSpec::commodity, "What it smuggles.", required,
               refers_to("commodity"))
          .key("destination", &GroupSpec::destination,
               "Country (ISO 3166 code) that its goods go to from the border, and that its drivers "
               "flee to; that of the post when not given.")
          .key("vehicle_class", &GroupSpec::vehicle_class, "In what.", class_words())
          .key("direction", &GroupSpec::direction, "Which way.", direction_words())
          .key("weight", &GroupSpec::weight,
               "Its part of what all groups send of the commodity this way.", unit::factor,
               above(0.0), source("assumed"), may_change)
          .key("behaviour", &GroupSpec::behaviour, "How it chooses where to cross.",
               one_of<GroupBehaviour>(
                   {{"fixed", GroupBehaviour::fixed, "as the legal traffic does, whatever happens"},
                    {"quantal_response", GroupBehaviour::quantal_response,
                     "the better way more often, by what it believes"}}))
          .key("rationality", &GroupSpec::rationality,
               "Of the quantal response, for payoffs of -10 to 10.", unit::factor,
               source("0.6 to 0.8 in published security games; assumed here"), may_change)
          .key("prior_losses", &GroupSpec::prior_losses,
               "What it believes at first: a Beta distribution of the loss probability.",
               unit::count, above(0.0), source("assumed"), may_change)
          .key("prior_passes", &GroupSpec::prior_passes, "The other parameter of that Beta.",
               unit::count, above(0.0), source("assumed"), may_change)
          .key("forgetting_half_life", &GroupSpec::forgetting_half_life,
               "After which an experience counts half.", at_least(1h), source("assumed"),
               may_change)
          .key("hears_of_others", &GroupSpec::hears_of_others,
               "Probability of hearing of another's loss.", unit::probability, source("assumed"),
               may_change)
          .key("seizure_penalty", &GroupSpec::seizure_penalty,
               "What a loss costs beside the goods, in units of their value.", unit::factor,
               source("assumed"), may_change)
          .key("cost_per_hour", &GroupSpec::cost_per_hour, "Of travel and waiting.",
               unit::eur_per_hour, at_least(0.0), source("assumed"), may_change)
          .key("news_delay", &GroupSpec::news_delay, "Until it learns how a consignment fared.",
               at_least(1min), source("assumed"), may_change)
          .key("postponement", &GroupSpec::postponement, "How long it waits when it is warned.",
               at_least(1h), source("assumed"), may_change)
          .key("give_up_after", &GroupSpec::give_up_after,
               "Postponements of one consignment; then it is given up.", between(0.0, 1000.0),
               source("assumed"), may_change)
          .key("other_classes", &GroupSpec::other_classes,
               "In what else it may send, where flows of the class and its lines are.",
               class_words())
          .key("other_commodities", &GroupSpec::other_commodities,
               "What it may turn to when that promises more.", refers_to("commodity"))
          .key("concealment_cost", &GroupSpec::concealment_cost,
               "When given, it chooses whether to build a consignment in, which costs this share "
               "of its value; else chance does, by concealed_share.",
               unit::share, source("assumed"))
          .key("split_into", &GroupSpec::split_into,
               "Vehicles that it may split one consignment over, at most.", between(1.0, 8.0),
               source("assumed"), may_change)
          .key("split_every", &GroupSpec::split_every, "From one of these vehicles to the next.",
               at_least(0h), source("assumed"), may_change)
          .key(
              "risk_aversion", &GroupSpec::risk_aversion,
              "Half of it, times the variance of the payoff in units of the goods' value, is taken "
              "from the utility; 0: only the mean counts.",
              unit::factor, source("assumed"), may_change)
          .key("decoy_cost", &GroupSpec::decoy_cost,
               "When given, it may send a vehicle with nothing hidden that looks as if, just "
               "before.",
               unit::eur, at_least(0.0), source("assumed"))
          .key("decoy_effect", &GroupSpec::decoy_effect,
               "Share of the risk that it believes a decoy to take away.", unit::share,
               source("assumed"), may_change)
          .key("bribe", &GroupSpec::bribe,
               "When given, it may offer this to who chooses the lane: taken, the vehicle is "
               "released; refused, it is searched.",
               unit::eur, at_least(0.0), source("assumed"))
          .key("corruption", &GroupSpec::corruption,
               "Probability that its bribe is taken, the same at every post.", unit::probability,
               source("assumed"), may_change)
          .key("insiders", &GroupSpec::insiders,
               "Posts where somebody tells it of each operation when orders come. Not on a real "
               "map.",
               refers_to("crossing"), source("assumed"))
          .key("budget", &GroupSpec::budget,
               "Money at the start, from which goods and journeys are paid; what passes brings its "
               "value. When not given, money is no object.",
               unit::eur, at_least(0.0), source("assumed"))
          .key("goods_cost", &GroupSpec::goods_cost, "Price of the goods, of their value.",
               unit::share, source("assumed"), may_change)
          .key("green_border", &GroupSpec::green_border,
               "Weight, at equal utility, of going by the green border rather than by a line, of "
               "all sectors together; 0: it never does.",
               unit::factor, source("assumed"))
          .key("known_routes", &GroupSpec::known_routes,
               "Lines that it knows at the start, those with most traffic first; 0: all.",
               between(0.0, 10000.0), source("assumed"))
          .key("new_route_every", &GroupSpec::new_route_every,
               "How long after a new route it can open another.", at_least(0h),
               source("assumed: one a month"), may_change)
          .key("disruption", &GroupSpec::disruption,
               "Share of its capacity that each loss takes; consignments beyond its capacity are "
               "given up.",
               unit::share, below(1.0), source("assumed"), may_change)
          .key("recovery", &GroupSpec::recovery, "Time in which it regains half of that.",
               at_least(1h), source("assumed"), may_change)
          .key("leaves_after", &GroupSpec::leaves_after,
               "Consignments given up one after the other, then it leaves the trade; 0: never.",
               between(0.0, 10000.0), source("assumed"), may_change)
          .key("returns_after", &GroupSpec::returns_after, "How long it stays away then.",
               at_least(1h), source("assumed"), may_change)
          .key("front_companies", &GroupSpec::front_companies,
               "Operators of its own that lodge its declarations; each is replaced by a new one "
               "when it is caught. 0: they are lodged without an operator.",
               between(0.0, 1000.0), source("assumed"))
          .key("illogical_routes", &GroupSpec::illogical_routes,
               "Share of its consignments that go by any line alike, whatever the way costs and "
               "wherever else goods of the kind go: as goods do that evade sanctions.",
               unit::share, source("assumed"), may_change)
          .key("papers_after_losses", &GroupSpec::papers_after_losses,
               "Own losses after which its papers look otherwise; 0: they never change.",
               between(0.0, 1000.0), source("assumed"), may_change);
  return table;
}

}  // namespace cordon
