// Who lodges declarations, what they say, and how the risky ones are told.

#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<TraderSpec>& parameters_of(Tag<TraderSpec>) {
  static const auto table =
      Table<TraderSpec>("Who lodges the declarations of goods: a few have most of the traffic.")
          .key("operators", &TraderSpec::operators,
               "How many; the n-th has a share in proportion to 1/n (Zipf's law).",
               between(0.0, 1e8), source("assumed"))
          .key("aeo_share", &TraderSpec::aeo_share,
               "Of the operators: authorised economic operators, who go first in every line.",
               unit::share, source("assumed"))
          .key("aeo_selection_factor", &TraderSpec::aeo_selection_factor,
               "Multiplies the selection shares for them.", unit::factor, between(0.0, 1.0),
               source("assumed"), may_change)
          .key("compliance_spread", &TraderSpec::compliance_spread,
               "How far operators differ in how often they hide something themselves: the standard "
               "deviation of the logarithm of a factor with mean 1. 0: all are alike.",
               unit::factor, between(0.0, 3.0), source("assumed"), may_change);
  return table;
}

const Table<FieldSpec>& parameters_of(Tag<FieldSpec>) {
  static const auto table =
      Table<FieldSpec>(
          "A field of the declarations of goods, by its name: goods, country_of_origin, "
          "country_of_departure, declarant, seller... Its values are numbers that stand for "
          "nothing real; engines that learn look at them.")
          .key("values", &FieldSpec::values,
               "How many it may have; among legal goods the n-th has a share in proportion to 1/n.",
               between(1.0, 60000.0), source("assumed"))
          .key("typical", &FieldSpec::typical,
               "How many of them are typical of what one offender sends of one commodity.",
               between(1.0, 16.0), source("assumed"))
          .key("quality", &FieldSpec::quality, "Probability that it says anything.",
               unit::probability, source("assumed"), may_change);
  return table;
}

const Table<AdvanceSpec>& parameters_of(Tag<AdvanceSpec>) {
  static const auto table =
      Table<AdvanceSpec>(
          "Advance cargo information on the vehicles of one class: an entry summary declaration is "
          "lodged ahead and analysed at once, and the riskiest are referred to targeters. For "
          "goods that enter.")
          .key("before", &AdvanceSpec::before,
               "How long before arrival, or before loading, it must be there.", at_least(0h),
               source("Delegated Regulation (EU) 2015/2446, articles 105 to 109: road 1 h, rail 2 "
                      "h, short sea 2 h before arrival, deep sea 24 h before loading"),
               may_change)
          .key("before_loading", &AdvanceSpec::before_loading,
               "It is due before loading, and may be answered with \"do not load\": air cargo, "
               "containers by deep sea.")
          .key("voyage", &AdvanceSpec::voyage, "From loading to arrival, where it is due before.",
               at_least(0h), source("assumed"))
          .key("coverage", &AdvanceSpec::coverage, "Share of the vehicles for which it is lodged.",
               unit::share, source("assumed"), may_change)
          .key("late", &AdvanceSpec::late,
               "Share of these for which it comes too late: they are selected at the lane, as "
               "without it.",
               unit::share, source("assumed"), may_change)
          .key("quality", &AdvanceSpec::quality,
               "Share of the rest whose data are good enough to tell more than the papers at the "
               "lane.",
               unit::share, source("assumed"), may_change)
          .key("auc", &AdvanceSpec::auc,
               "Quality of the binormal score by such data. An engine that learns reads the same "
               "fields, only earlier.",
               unit::score, between(0.5, 0.999), source("assumed"), may_change)
          .key("referred", &AdvanceSpec::referred,
               "Share of all, the riskiest, that is referred to targeters.", unit::share,
               source("assumed"), may_change)
          .key(
              "exit_data", &AdvanceSpec::exit_data,
              "Of those lodged in time: share for which the third country has sent the data of its "
              "export declaration, to compare with.",
              unit::share, source("assumed"), may_change)
          .key("exit_auc", &AdvanceSpec::exit_auc,
               "Of the binormal score with these: area under the ROC curve.", unit::score,
               between(0.5, 0.999), source("assumed"), may_change)
          .key("lane_time", &AdvanceSpec::lane_time,
               "Time of the check that selects, as a share, where the papers were read before.",
               unit::share, source("assumed"), may_change);
  return table;
}

const Table<TargetingSpec>& parameters_of(Tag<TargetingSpec>) {
  static const auto table =
      Table<TargetingSpec>(
          "A targeting centre: officers who look at the entry summary declarations that were "
          "referred to them, first come, first served. What is not answered by arrival is selected "
          "at the lane.")
          .key("targeters", &TargetingSpec::targeters, "At work at any time.",
               between(1.0, 10000.0), source("assumed"), may_change)
          .key("time", &TargetingSpec::time, "For one declaration.", unit::time, source("assumed"),
               may_change)
          .key("auc", &TargetingSpec::auc, "Quality of their judgement.", unit::score,
               between(0.5, 0.999), source("assumed"), may_change)
          .key("control", &TargetingSpec::control,
               "Share of legal goods referred to them, the riskiest, that they have controlled on "
               "arrival.",
               unit::share, source("assumed"), may_change)
          .key("stop", &TargetingSpec::stop,
               "Share of these, the riskiest, that is not to be loaded, where the declaration is "
               "due before loading.",
               unit::share, source("assumed"), may_change)
          .key("ask", &TargetingSpec::ask,
               "Share of legal goods referred to them, the next riskiest, for which they request "
               "information, and look again.",
               unit::share, source("assumed"), may_change)
          .key("answer", &TargetingSpec::answer, "Until that comes.", at_least(0h),
               source("assumed"), may_change)
          .key("channel", &TargetingSpec::channel, "Of a control on arrival.", control_words(),
               may_change);
  return table;
}

const Table<SelectionSpec>& parameters_of(Tag<SelectionSpec>) {
  static const auto table =
      Table<SelectionSpec>("How vehicles are selected for control.")
          .key("engine", &SelectionSpec::engine, "What tells risky vehicles.",
               one_of<RiskEngine>({{"binormal", RiskEngine::binormal,
                                    "a score of stated quality: standard normal for legal goods, "
                                    "higher for illicit"},
                                   {"log_odds", RiskEngine::log_odds,
                                    "evidence of each field by itself, from what inspections have "
                                    "found"},
                                   {"logistic", RiskEngine::logistic,
                                    "the same of fields together, each trusted as far as it has "
                                    "proved right"},
                                   {"proportional", RiskEngine::proportional,
                                    "chance, in proportion to the odds that log_odds sees: nobody "
                                    "is safe"},
                                   {"random", RiskEngine::random, "chance alone"}}))
          .key("auc", &SelectionSpec::auc,
               "Quality of the binormal score: area under the ROC curve; 0.5 tells nothing. Cars "
               "and buses, for which nobody lodges a declaration, have it with every engine.",
               unit::score, between(0.5, 0.999),
               source("assumed: 0.65 without, 0.80 with advance data"), may_change)
          .key("yellow", &SelectionSpec::yellow, "Share sent to a check of documents.", unit::share,
               source("assumed"), may_change)
          .key("orange", &SelectionSpec::orange, "Share sent to a scan or a dog.", unit::share,
               source("assumed"), may_change)
          .key("red", &SelectionSpec::red, "Share sent to a physical search.", unit::share,
               source("assumed"), may_change)
          .key("blue", &SelectionSpec::blue,
               "Share released, and controlled after clearance as `after_clearance` says.",
               unit::share, source("assumed"), may_change)
          .key("exploration", &SelectionSpec::exploration,
               "Share of the selection that is drawn at random, whatever the score.", unit::share,
               source("assumed"), may_change)
          .key("backlog_limit", &SelectionSpec::backlog_limit,
               "No vehicle is sent to a control where this many wait; it gets a lighter one.",
               between(1.0, 100000.0), source("assumed"), may_change)
          .key("learning", &SelectionSpec::learning, "Whose inspections an engine learns from.",
               one_of<Learning>(
                   {{"post", Learning::post, "those of the post itself"},
                    {"country", Learning::country, "those of its country"},
                    {"pooled", Learning::pooled,
                     "those of its country, and of others as far as `harmonisation` goes"}}))
          .key("label_delay", &SelectionSpec::label_delay,
               "From the end of an inspection until engines learn what it found.", at_least(0h),
               source("assumed"), may_change)
          .key("forgetting_half_life", &SelectionSpec::forgetting_half_life,
               "After which a lesson counts half.", at_least(1h), source("assumed"), may_change)
          .key("harmonisation", &SelectionSpec::harmonisation,
               "What another authority's lesson counts for, where learning is pooled: alike "
               "signals mean the same only so far.",
               unit::share, source("assumed"), may_change);
  return table;
}

const Table<RiskInformationSpec>& parameters_of(Tag<RiskInformationSpec>) {
  static const auto table =
      Table<RiskInformationSpec>(
          "Risk information forms (Customs Risk Management System): when goods are found, the post "
          "issues a form, and posts that take it up look for declarations that say the same.")
          .key("reach", &RiskInformationSpec::reach, "Who gets it.",
               one_of<FormReach>({{"nobody", FormReach::nobody, "there are no forms"},
                                  {"country", FormReach::country, "posts of the same country"},
                                  {"all", FormReach::all, "all posts"}}))
          .key("looks_at", &RiskInformationSpec::looks_at,
               "The fields that must all say the same as the declaration of what was found: names "
               "of `declaration`, or importer, the operator.",
               not_empty, source("assumed"))
          .key("weight", &RiskInformationSpec::weight,
               "Added to the risk score of what says the same: in standard deviations of the "
               "score of legal goods with the binormal engine, in log odds with one that learns.",
               unit::score, between(0.0, 20.0), source("assumed"), may_change)
          .key("uptake", &RiskInformationSpec::uptake,
               "Probability that a post which gets a form makes a risk profile of it; the post "
               "that issues it always does.",
               unit::probability, source("assumed"), may_change)
          .key("latency", &RiskInformationSpec::latency, "Until it is at other posts.",
               at_least(0h), source("assumed"), may_change)
          .key("half_life", &RiskInformationSpec::half_life, "After which the weight is half.",
               at_least(1h), source("assumed: 30 d"), may_change)
          .key("validity", &RiskInformationSpec::validity,
               "After which the profile is withdrawn, unless another form has renewed it.",
               at_least(1h), source("assumed: 90 d"), may_change);
  return table;
}

const Table<CriterionSpec>& parameters_of(Tag<CriterionSpec>) {
  static const auto table =
      Table<CriterionSpec>(
          "A common risk criterion: values of a field that analysts know to be typical of what "
          "opportunists hide, or, by a tip-off, of what one group does.")
          .key("crossings", &CriterionSpec::crossings,
               "Posts that look for it; all when not given.", refers_to("crossing"))
          .key("field", &CriterionSpec::field, "Of the declarations.", required,
               refers_to("declaration"))
          .key("commodity", &CriterionSpec::commodity, "Of which the values are typical.", required,
               refers_to("commodity"))
          .key(
              "group", &CriterionSpec::group,
              "A tip-off: of whose papers, as they are at the start of the run. When not given, of "
              "those of opportunists, and a group's own habits are not among the values.",
              refers_to("group"))
          .key("weight", &CriterionSpec::weight,
               "Added to the risk score, as of a risk information form.", unit::score,
               between(0.0, 20.0), source("assumed"))
          .key("from", &CriterionSpec::from, "Since the start of the run.", at_least(0h))
          .key("until", &CriterionSpec::until, "When it is withdrawn; at the end when not given.",
               above(0h));
  return table;
}

const Table<AfterClearanceSpec>& parameters_of(Tag<AfterClearanceSpec>) {
  static const auto table =
      Table<AfterClearanceSpec>(
          "Control after clearance: customs officers who are spare look into the books of what the "
          "blue lane has released. What they find has passed all the same; engines and other posts "
          "learn from it.")
          .key("technique", &AfterClearanceSpec::technique,
               "What such a control finds; nobody controls after clearance when empty.",
               refers_to("technique"))
          .key("time", &AfterClearanceSpec::time, "An officer's time for one.", unit::time,
               source("assumed"), may_change)
          .key("backlog_limit", &AfterClearanceSpec::backlog_limit,
               "Where so many wait for an officer, what else the blue lane releases is not looked "
               "into.",
               between(1.0, 100000.0), source("assumed"), may_change);
  return table;
}

}  // namespace cordon
