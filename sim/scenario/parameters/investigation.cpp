// Cases, and the special forms of cooperation over borders.

#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<SpecialFormSpec>& parameters_of(Tag<SpecialFormSpec>) {
  static const auto table =
      Table<SpecialFormSpec>(
          "A special form of cooperation under title IV of the Naples II Convention, between whom, "
          "on what goods, and under which conditions. What no entry allows is not done.")
          .key("kind", &SpecialFormSpec::kind, "Which form.", required,
               one_of<SpecialForm>(
                   {{"hot_pursuit", SpecialForm::hot_pursuit,
                     "who flees from a control is followed over the border (article 20)"},
                    {"surveillance", SpecialForm::surveillance,
                     "persons are followed over the border unseen (article 21)"},
                    {"controlled_delivery", SpecialForm::controlled_delivery,
                     "what was found goes on under watch, and is seized where it was to go "
                     "(article 22)"},
                    {"covert_investigation", SpecialForm::covert_investigation,
                     "officers under a cover identity (article 23)"},
                    {"joint_team", SpecialForm::joint_team,
                     "a joint special investigation team (article 24)"}}))
          .key("between", &SpecialFormSpec::between,
               "Countries (ISO 3166 codes), of which any two may use it with each other: that of "
               "the find, and that of its destination. Any when not given.")
          .key("commodities", &SpecialFormSpec::commodities, "On which goods; any when not given.",
               refers_to("commodity"))
          .key("permit", &SpecialFormSpec::permit,
               "What who is asked for a permit needs to decide, beside the way there and back and "
               "the wait for an analyst. Hot pursuit needs none.",
               unit::time, source("assumed"), may_change)
          .key("granted", &SpecialFormSpec::granted, "Share of the requests that are granted.",
               unit::share, source("assumed"), may_change)
          .key("urgent", &SpecialFormSpec::urgent,
               "Begins before there is a permit, which is asked for at once; without one it ends "
               "after `within`.",
               may_change)
          .key("within", &SpecialFormSpec::within,
               "How long it may last: a hot pursuit beyond the border, or what is urgent without a "
               "permit. 0 h: no limit.",
               at_least(0h), source("5 hours without authorisation: Naples II, article 21(2)"),
               may_change)
          .key("distance", &SpecialFormSpec::distance,
               "Of a hot pursuit: how far beyond the border. 0 km: no limit.", unit::km,
               at_least(0.0), source("declarations under article 20(6): none or a distance"),
               may_change)
          .key("apprehension", &SpecialFormSpec::apprehension,
               "Of a hot pursuit: whether those who pursue may hold the person until the officers "
               "of the other state come.",
               may_change)
          .key("contents_replaced", &SpecialFormSpec::contents_replaced,
               "Of a controlled delivery: the goods are taken out before it goes on, without which "
               "lethal goods never do.",
               may_change)
          .key("set_up", &SpecialFormSpec::set_up, "From the permit until it begins.", at_least(0h),
               source("assumed"), may_change)
          .key("officer_time", &SpecialFormSpec::officer_time,
               "Of the unit's officers, for one case. Of a controlled delivery: as long as the "
               "journey takes.",
               unit::time, source("assumed"), may_change)
          .key("success", &SpecialFormSpec::success,
               "Probability that it solves the case. Not of a hot pursuit or a controlled "
               "delivery.",
               unit::probability, source("assumed"), may_change);
  return table;
}

const Table<InvestigationSpec>& parameters_of(Tag<InvestigationSpec>) {
  static const auto table =
      Table<InvestigationSpec>(
          "What follows a find. Cases are opened by referrals, an exchange that ends at a "
          "prosecutor's desk; what the unit does by the law of its own state needs no special "
          "form.")
          .key("unit", &InvestigationSpec::unit,
               "Base whose officers work on cases and follow deliveries when they have nothing "
               "else to do; nobody does when not given.",
               refers_to("base"))
          .key("assessment", &InvestigationSpec::assessment,
               "An officer's time to see what a case is worth. Without a lead it is closed.",
               unit::time, source("assumed"), may_change)
          .key("officer_time", &InvestigationSpec::officer_time,
               "Of one case that no special form helps, on the unit's own territory.", unit::time,
               source("assumed"), may_change)
          .key("success", &InvestigationSpec::success, "Probability that this solves it.",
               unit::probability, source("assumed"), may_change)
          .key("damage", &InvestigationSpec::damage,
               "What a case that is solved takes from the group's capacity; half of it is back "
               "after the group's `recovery`.",
               unit::share, source("assumed"), may_change)
          .key("routes_lost", &InvestigationSpec::routes_lost,
               "Routes, of those that the group knows, which are known to the authorities "
               "afterwards, and which it has to find anew. Its front companies are known, too.",
               between(0.0, 100.0), source("assumed"), may_change)
          .key("tells_by", &InvestigationSpec::tells_by,
               "Exchange of kind \"intelligence\" that carries what a case that is solved has "
               "brought to light of the group's papers; nobody is told when not given.",
               refers_to("exchange"))
          .key("decision", &InvestigationSpec::decision,
               "Whether what is found is seized, or goes on as a controlled delivery where one is "
               "allowed. It is decided by what the post knows.",
               one_of<SeizeOrRun>(
                   {{"always_seize", SeizeOrRun::always_seize, "is seized"},
                    {"by_value", SeizeOrRun::by_value,
                     "goes on when its value is above `delivery_above`"},
                    {"by_damage", SeizeOrRun::by_damage,
                     "goes on when more is to be expected of it: the value that arrives and the "
                     "damage to the network, where the find has a lead to one"}}))
          .key("delivery_above", &InvestigationSpec::delivery_above, "Of by_value.", unit::eur,
               at_least(0.0), source("assumed"), may_change)
          .key("network_value", &InvestigationSpec::network_value,
               "Of by_damage: what it is taken to be worth to end a whole network.", unit::eur,
               at_least(0.0), source("assumed"), may_change)
          .key("waits_for_permit", &InvestigationSpec::waits_for_permit,
               "How long a find waits for the permit; then it is seized.", above(0h),
               source("assumed"), may_change)
          .key("journey_inland", &InvestigationSpec::journey_inland,
               "Journey from the post to the destination of a delivery.", unit::time,
               source("assumed"), may_change)
          .key("lost", &InvestigationSpec::lost,
               "Share of the deliveries that are lost on the way although they are followed. Those "
               "that nobody follows all are.",
               unit::share, source("assumed"), may_change)
          .key("network_damage", &InvestigationSpec::network_damage,
               "What a seizure at the destination does to the group, in units of what a seizure "
               "at the border does (its `disruption`).",
               unit::factor, at_least(1.0), source("assumed"), may_change)
          .key("flees", &InvestigationSpec::flees,
               "Of the finds of groups on the road: share whose drivers break away.", unit::share,
               source("assumed"), may_change)
          .key("to_border", &InvestigationSpec::to_border,
               "From the post to the border beyond which their destination lies.", at_least(0h),
               source("assumed"), may_change)
          .key("speed", &InvestigationSpec::speed, "Of who flees.", unit::km_per_hour, above(0.0),
               source("assumed"), may_change)
          .key("caught_after", &InvestigationSpec::caught_after,
               "Mean time until a pursuit that goes on would end; exponential.", above(0h),
               source("assumed"), may_change)
          .key("pursuit_ends_after", &InvestigationSpec::pursuit_ends_after,
               "When a pursuit ends that nothing else limits.", above(0h), source("assumed"),
               may_change)
          .key("handed_over", &InvestigationSpec::handed_over,
               "Beyond the border, where those who pursue may hold nobody: share that the other "
               "state's officers hold in time.",
               unit::share, source("assumed"), may_change);
  return table;
}

}  // namespace cordon
