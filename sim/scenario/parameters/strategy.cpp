// What is decided for years.

#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<AssessmentSpec>& parameters_of(Tag<AssessmentSpec>) {
  static const auto table =
      Table<AssessmentSpec>(
          "A threat assessment, such as the EU Customs Threat Assessment or the SOCTA: what the "
          "seizure reports since the last one say of what is smuggled, by harm. Once it is there, "
          "selection looks more for what it puts first, and less for the rest, until the next one.")
          .key("label", &AssessmentSpec::label, "Name for people.")
          .key("first", &AssessmentSpec::first, "When its data end, from the start of the run.",
               above(0h))
          .key("every", &AssessmentSpec::every, "From one to the next.", above(0h),
               source("24 months, of the EU CTA: assumed; the SOCTA comes every four years"))
          .key("takes", &AssessmentSpec::takes, "From the end of its data until it is there.",
               at_least(0h), source("assumed"))
          .key("data", &AssessmentSpec::data, "What it counts.",
               one_of<AssessmentData>(
                   {{"copies", AssessmentData::copies,
                     "every report that comes, of one seizure through several systems several "
                     "times"},
                    {"seizures", AssessmentData::seizures, "each seizure once"},
                    {"rates", AssessmentData::rates,
                     "each seizure once, divided by the probability that controls find such goods: "
                     "customs tell what they have controlled, too"}}))
          .key("follows", &AssessmentSpec::follows,
               "How far selection follows: of n commodities, one with the share s of the harm is "
               "looked for (n s) to this power times as well, at least half and at most twice.",
               unit::score, between(0.0, 1.0), source("assumed"));
  return table;
}

const Table<ProgrammeSpec>& parameters_of(Tag<ProgrammeSpec>) {
  static const auto table =
      Table<ProgrammeSpec>(
          "Machines that posts get from a fund, such as the instrument for customs control "
          "equipment "
          "(Regulation (EU) 2021/1077): as many as the budget buys, one after the other to the "
          "post "
          "that is first by the rule, divided by the machines that it has and one more.")
          .key("label", &ProgrammeSpec::label, "Name for people.")
          .key("equipment", &ProgrammeSpec::equipment,
               "Kind of the machines; they come after its `lead_time`.", required,
               refers_to("equipment"))
          .key("budget", &ProgrammeSpec::budget,
               "Each time; what is left is kept for the next one.", required, unit::eur,
               at_least(0.0))
          .key("first", &ProgrammeSpec::first,
               "When it is decided first, from the start of the run.", at_least(0h))
          .key("every", &ProgrammeSpec::every, "From one decision to the next.", above(0h),
               source("assumed"))
          .key("rule", &ProgrammeSpec::rule, "Who is first.",
               one_of<AllocationRule>(
                   {{"even", AllocationRule::even, "all alike"},
                    {"by_traffic", AllocationRule::by_traffic, "who has more vehicles"},
                    {"by_finds", AllocationRule::by_finds, "who has found more lately"}}),
               source("assumed"))
          .key("crossings", &ProgrammeSpec::crossings,
               "Posts that may get some; all whose layout uses the kind when not given.",
               refers_to("crossing"));
  return table;
}

const Table<TrainingNeedsSpec>& parameters_of(Tag<TrainingNeedsSpec>) {
  static const auto table =
      Table<TrainingNeedsSpec>(
          "Places on courses, as the EU strategic training needs assessment gives them: one after "
          "the other to the team that is first by the rule. An officer is off the roster for the "
          "course.")
          .key("label", &TrainingNeedsSpec::label, "Name for people.")
          .key("authority", &TrainingNeedsSpec::authority, "Whose officers; all when not given.",
               authority_words())
          .key("officers", &TrainingNeedsSpec::officers, "Places, each time.",
               between(1.0, 10000.0), source("assumed"))
          .key("first", &TrainingNeedsSpec::first, "The first courses, from the start of the run.",
               at_least(0h))
          .key("every", &TrainingNeedsSpec::every, "From one time to the next.", above(0h),
               source("assumed"))
          .key("length", &TrainingNeedsSpec::length, "Of a course.", above(0h), source("assumed"))
          .key("gain", &TrainingNeedsSpec::gain, "Skill that an officer brings back.", unit::score,
               between(0.0, 1.0), source("assumed"))
          .key("techniques", &TrainingNeedsSpec::techniques, "What is taught; all when not given.",
               refers_to("technique"))
          .key("rule", &TrainingNeedsSpec::rule, "Which team is first.",
               one_of<AllocationRule>(
                   {{"even", AllocationRule::even, "all officers alike"},
                    {"by_need", AllocationRule::by_need,
                     "by what its officers lack of full skill, less what has been taught so far"}}),
               source("assumed"));
  return table;
}

const Table<ReviewSpec>& parameters_of(Tag<ReviewSpec>) {
  static const auto table =
      Table<ReviewSpec>(
          "The review of the strategy, at least every 18 months (Council document 8617/23): it "
          "holds "
          "measures against targets, period by period, and moves officers one by one from the "
          "post where an officer has found least lately to that where he has found most, while "
          "they differ. A post keeps half of its officers (assumed).")
          .key("first", &ReviewSpec::first, "From the start of the run.", above(0h))
          .key("every", &ReviewSpec::every, "From one to the next.", above(0h),
               source("18 months: Council document 8617/23"))
          .key("authority", &ReviewSpec::authority, "Whose officers.", authority_words())
          .key("officers", &ReviewSpec::officers,
               "Officer shifts a day that are moved until the next review, at most.",
               between(0.0, 1000.0), source("assumed"))
          .key("margin", &ReviewSpec::margin,
               "They are moved only where finds for each officer differ by more than this factor.",
               unit::factor, at_least(1.0), source("assumed"))
          .key("at_least", &ReviewSpec::at_least,
               "Targets, by measure, for each `record.period`: it is to be at least this.",
               unit::count)
          .key("at_most", &ReviewSpec::at_most, "The same: at most this.", unit::count);
  return table;
}

}  // namespace cordon
