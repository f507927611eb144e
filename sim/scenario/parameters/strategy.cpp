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

}  // namespace cordon
