// Officers: when they work, in which teams.

#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<DayRosterSpec>& parameters_of(Tag<DayRosterSpec>) {
  static const auto table =
      Table<DayRosterSpec>(
          "Another roster on one kind of day: monday, tuesday, ..., sunday, holiday.")
          .key("shifts", &DayRosterSpec::shifts,
               "Its shifts: who would work the n-th of the roster works the n-th of these, or not "
               "at all when there are fewer. Empty: the roster's.")
          .key("share", &DayRosterSpec::share,
               "Of the officers who would work; the others are off. 0: nobody works.", unit::share);
  return table;
}

const Table<RosterSpec>& parameters_of(Tag<RosterSpec>) {
  static const auto table =
      Table<RosterSpec>(
          "A pattern of shifts. Ready by name: `four_by_eight` (four crews take turns in three "
          "shifts of 8 h, two days each, then two days off) and `overlapping` (00-08, 06-14, "
          "12-20, 18-02: a published pattern for road borders).")
          .key("like", &RosterSpec::like, "Where its shifts, cycle and crews come from.",
               one_of<RosterPattern>(
                   {{"own", RosterPattern::own, "from `shifts`, `cycle` and `crews`"},
                    {"four_by_eight", RosterPattern::four_by_eight,
                     "as the ready roster of this name, which gets breaks, absence or holidays"},
                    {"overlapping", RosterPattern::overlapping, "likewise"}}))
          .key("shifts", &RosterSpec::shifts,
               "\"06:00-14:00\", local time; may run past midnight. Without a cycle, a crew for "
               "each works it every day. Must be given where `like` is \"own\".")
          .key("cycle", &RosterSpec::cycle,
               "What a crew works on one day after the other, and then again: a shift or \"off\". "
               "Empty: the same shift every day.")
          .key("crews", &RosterSpec::crews,
               "That follow the cycle, each a part of it later; the first begins it on the day "
               "when the run begins. Must divide the length of the cycle.",
               between(0.0, 100.0))
          .tables("day", &RosterSpec::day, "Other shifts or fewer officers on some days.")
          .key("holidays", &RosterSpec::holidays,
               "Dates on which `day.holiday` holds, whatever the weekday: \"2026-08-15\".")
          .key("handover", &RosterSpec::handover,
               "At the beginning of a shift: officers take over and are not at lanes.",
               between(0h, 24h), source("0: none; 15 min are usual: assumed"))
          .key("handover_share", &RosterSpec::handover_share,
               "Of the officers, rounded up; the others are at lanes meanwhile.", unit::share,
               source("assumed"), may_change)
          .key("break_length", &RosterSpec::break_length,
               "One break for everybody who is at his post then. So many groups take it one after "
               "the "
               "other as find room between `break_from` and `break_to`.",
               between(0h, 24h), source("0: none; 30 min are usual: assumed"))
          .key("break_from", &RosterSpec::break_from, "Earliest begin of a break in a shift.",
               between(0h, 24h), source("assumed"))
          .key("break_to", &RosterSpec::break_to, "Latest end of a break in a shift.",
               between(0h, 24h),
               source("assumed; workers have a break in a working day of more than 6 h: Directive "
                      "2003/88/EC, article 4"))
          .key("absence", &RosterSpec::absence,
               "Probability that an officer misses a shift, each by himself.", unit::probability,
               source("0: assumed; 5 % would be usual, 10 to 30 % in an epidemic"), may_change)
          .key("overtime_limit", &RosterSpec::overtime_limit,
               "How long officers stay at their lane after the shift while vehicles wait there and "
               "nobody relieves them. The vehicle in hand is finished in any case.",
               between(0h, 24h), source("assumed"), may_change);
  return table;
}

const Table<SectorSpec>& parameters_of(Tag<SectorSpec>) {
  static const auto table =
      Table<SectorSpec>(
          "A stretch of green border, between crossing points, that patrols watch. Who crosses it "
          "is found by random search: with probability 1 - exp(-w v t / A) by a patrol of width w "
          "and speed v in time t on the area A.")
          .key("area", &SectorSpec::area_km2, "In which patrols look for who crosses.",
               unit::square_km, above(0.0), source("assumed"))
          .key("crossing_time", &SectorSpec::crossing_time, "That somebody is in it.", above(0h),
               source("assumed"));
  return table;
}

const Table<PatrolSpec>& parameters_of(Tag<PatrolSpec>) {
  static const auto table =
      Table<PatrolSpec>("A way of patrolling a green border: on foot, by vehicle, with a drone.")
          .key("officers", &PatrolSpec::officers, "Of one patrol.", between(1.0, 100.0),
               source("assumed"))
          .key("width", &PatrolSpec::width_km, "Of what it sees at a time.", unit::km, above(0.0),
               source("assumed"), may_change)
          .key("speed", &PatrolSpec::speed_km_per_h, "At which it moves.", unit::km_per_hour,
               above(0.0), source("assumed"), may_change);
  return table;
}

const Table<BaseSpec>& parameters_of(Tag<BaseSpec>) {
  static const auto table =
      Table<BaseSpec>("A place from which teams are sent out: mobile units, specialists on call.")
          .key("label", &BaseSpec::label, "Name for people; the table's name when empty.")
          .key("country", &BaseSpec::country,
               "ISO 3166 code of two letters; that of the place when empty.")
          .key("place", &BaseSpec::place, "Where it is.", required, refers_to("place", "crossing"))
          .table("sector", &BaseSpec::sector, "The green border that its patrols watch.");
  return table;
}

const Table<TeamSpec>& parameters_of(Tag<TeamSpec>) {
  static const auto table =
      Table<TeamSpec>("The officers of one authority at one crossing, or at a base.")
          .key("crossing", &TeamSpec::crossing, "Their post.", refers_to("crossing"))
          .key("base", &TeamSpec::base, "Their base, when they have no post.", refers_to("base"))
          .key("authority", &TeamSpec::authority, "Whose officers.", required, authority_words())
          .key(
              "officers", &TeamSpec::officers,
              "Officer shifts a day, spread evenly over the roster's shifts. With a cycle the team "
              "has as many officers as give so many a day on average, rounded.",
              required, between(0.0, 100000.0))
          .key("roster", &TeamSpec::roster, "When they work.", required,
               refers_to("roster").or_one_of({"four_by_eight", "overlapping"}))
          .key("absence", &TeamSpec::absence,
               "Probability that an officer misses a shift, beside that of the roster: a strike or "
               "an illness at one post.",
               unit::probability, source("assumed: 0"), may_change)
          .key("skill", &TeamSpec::skill,
               "0 untrained, 1 expert: detection probabilities count by 0.6 + 0.4 skill.",
               unit::score, between(0.0, 1.0), source("assumed"))
          .key("skills", &TeamSpec::skills, "The same by technique; `skill` where not listed.",
               unit::score, between(0.0, 1.0), keys_refer_to("technique"), source("assumed"))
          .key("frontex", &TeamSpec::frontex,
               "Officers of the European Border and Coast Guard: they act under the host's command "
               "and need liaison officers, and their powers are what the host grants.")
          .key("joint_with", &TeamSpec::joint_with,
               "A joint team: its officers are trained for the tasks of these authorities too, and "
               "it has the powers of all.",
               authority_words())
          .key("cross_training", &TeamSpec::cross_training,
               "A joint team's skill at the tasks of the other authorities, as a share of its own.",
               unit::share, source("0.8: assumed"))
          .key("cost_per_hour", &TeamSpec::cost_per_hour, "Of one officer.", unit::eur_per_hour,
               at_least(0.0), source("assumed"))
          .key("on_call", &TeamSpec::on_call,
               "Officers who are sent to a post, as many at a time, when vehicles wait there for "
               "what none of those present may do. They set out when they can be there before "
               "their shift ends; else those of the next shift do. 0: the team is not on call.",
               between(0.0, 100000.0))
          .key("preparation", &TeamSpec::preparation,
               "From the call until they leave, besides the journey. The call itself takes a "
               "step of `publish_every`, or of a shorter `booking_delay`.",
               at_least(0h), source("15 min: assumed"))
          .key("minimum_stay", &TeamSpec::minimum_stay,
               "They stay where they were called to at least as long, and until nobody waits for "
               "them any more or their shift ends.",
               at_least(0h))
          .key("beat", &TeamSpec::beat,
               "A mobile unit: crossings that the officers on duty visit together one after the "
               "other, again and again, as long as they are home by the end of their shift; also "
               "bases whose green border they patrol.",
               refers_to("crossing", "base"))
          .key("beat_choice", &TeamSpec::beat_choice, "Where it goes next.",
               one_of<BeatChoice>(
                   {{"in_turn", BeatChoice::in_turn, "as they are listed"},
                    {"uniform", BeatChoice::uniform, "anywhere, by chance alone"},
                    {"proportional", BeatChoice::proportional,
                     "by chance, in proportion to usual traffic"},
                    {"risk_score", BeatChoice::risk_score,
                     "by chance, in proportion to what has been found lately, and to the harm that "
                     "usual traffic would bring"},
                    {"last_seizure", BeatChoice::last_seizure, "where something was found last"},
                    {"explore_exploit", BeatChoice::explore_exploit,
                     "in nine of ten visits where risk_score is highest, else anywhere"},
                    {"stackelberg", BeatChoice::stackelberg,
                     "by chance, so that who knows how likely each is visited gains least: the "
                     "mixed strategy of a Stackelberg security game, in which a post is worth the "
                     "harm that usual traffic would bring, and nothing while it is visited"}}))
          .key("beat_knows", &TeamSpec::beat_knows, "Whose finds it goes by.",
               one_of<BeatKnowledge>(
                   {{"own", BeatKnowledge::own, "those of its authority, in its country"},
                    {"pooled", BeatKnowledge::pooled, "those of all authorities and countries"}}))
          .key("sets_out", &TeamSpec::sets_out,
               "With `of_shifts`: in how many of so many shifts each crew sets out, by surprise: "
               "who knows both numbers and what has been cannot foresee when (Dresher's inspection "
               "game).",
               between(1.0, 1000.0))
          .key("of_shifts", &TeamSpec::of_shifts,
               "The number of shifts after which `sets_out` begins anew; 0: it sets out in all.",
               between(0.0, 1000.0))
          .key("selection_multiplier", &TeamSpec::selection_multiplier,
               "Multiplies the shares of the yellow, orange and red lanes of a post while it is "
               "there on its beat.",
               unit::factor, between(0.0, 100.0), source("1: assumed"))
          .key("patrol", &TeamSpec::patrol,
               "How those on duty watch the green border of their base, as many patrols as they "
               "make; not at all when empty.",
               refers_to("patrol"))
          .key("stay", &TeamSpec::stay, "At each crossing of the beat.", above(0h),
               source("2 h: assumed"));
  return table;
}

const Table<SecondmentSpec>& parameters_of(Tag<SecondmentSpec>) {
  static const auto table =
      Table<SecondmentSpec>(
          "Officers of one team who work at another post for a time, and are missing at home. They "
          "keep the hours of their roster.")
          .key("team", &SecondmentSpec::team, "Whose officers.", required, refers_to("team"))
          .key("to", &SecondmentSpec::to, "The crossing or base that gets them.", required)
          .key("officers", &SecondmentSpec::officers, "How many, evenly from all crews.", required,
               between(1.0, 100000.0))
          .key("start", &SecondmentSpec::start,
               "When they are to be there, from the start of the run: they set out so much "
               "earlier, but not before the run begins.",
               required, at_least(0h))
          .key("length", &SecondmentSpec::length, "Until they leave again.", required, above(0h));
  return table;
}

const Table<CompetenceRow>& parameters_of(Tag<CompetenceRow>) {
  static const auto table =
      Table<CompetenceRow>(
          "What officers may do. The last row wins that names the authority, the service and the "
          "country; then one without a country; then the common pattern of the EU's member states. "
          "Common pattern: customs check_documents, scan, open_cargo, seize (Union Customs Code, "
          "articles 46 and 198), pursue, observe (Naples II, articles 20 and 21); border guards "
          "check_travellers, check_documents, scan (Schengen Borders Code, article 8: means of "
          "transport and objects too), arrest (assumed), "
          "pursue, observe (Schengen Convention, articles 40 and 41); police check_documents, "
          "seize, arrest, pursue, observe, use_informants (assumed); coast guards "
          "check_travellers, "
          "check_documents, scan, seize, arrest, pursue, observe (assumed); veterinary officers "
          "check_documents, open_cargo, seize (Regulation (EU) 2017/625, articles 49 and 66); "
          "guests what the host's own officers may (assumed); Frontex check_travellers and "
          "check_documents (Regulation (EU) 2019/1896, article 82).")
          .key("authority", &CompetenceRow::authority, "Whose officers.", required,
               authority_words())
          .key("country", &CompetenceRow::country,
               "ISO 3166 code of the country whose authorities control there; empty: any.")
          .key("service", &CompetenceRow::service, "As whose officer he acts.", service_words())
          .key("powers", &CompetenceRow::powers, "All that they may do there.", required,
               power_words());
  return table;
}

const Table<StaffingSpec>& parameters_of(Tag<StaffingSpec>) {
  static const auto table =
      Table<StaffingSpec>("How officers are put to work, at all posts.")
          .key("frontex_per_liaison", &StaffingSpec::frontex_per_liaison,
               "Frontex officers at lanes whom one border guard of the host leads.",
               between(1.0, 1000.0), source("assumed"), may_change)
          .key("overtime_premium", &StaffingSpec::overtime_premium,
               "On the cost of an officer, for overtime.", unit::share,
               source("0: assumed; 0.5 would be usual"))
          .key("travel_cost_per_hour", &StaffingSpec::travel_cost_per_hour,
               "Of an officer on the road between posts, besides his own cost.", unit::eur_per_hour,
               at_least(0.0), source("0: assumed"))
          .key("allowance_per_hour", &StaffingSpec::allowance_per_hour,
               "Of an officer on duty at a post that is not his, besides his own cost.",
               unit::eur_per_hour, at_least(0.0), source("0: assumed"))
          .key("finish_first", &StaffingSpec::finish_first,
               "An officer whose lane closes finishes the vehicle in hand before he goes "
               "elsewhere, on break or to write a report. Otherwise he goes at once, and the "
               "vehicle is finished beside.");
  return table;
}

const Table<FatigueSpec>& parameters_of(Tag<FatigueSpec>) {
  static const auto table =
      Table<FatigueSpec>("How officers tire: a factor on what they find.")
          .key("after", &FatigueSpec::after, "On duty: until then the factor is 1.", at_least(0h),
               source("assumed"), may_change)
          .key("loss_per_hour", &FatigueSpec::loss_per_hour,
               "What the factor loses with every hour after that. 0: nobody tires.", unit::share,
               source("assumed: 0; 0.05 would be a guess"), may_change)
          .key("least", &FatigueSpec::least, "The factor falls no further.", unit::share,
               between(0.1, 1.0), source("assumed"), may_change)
          .key("slows", &FatigueSpec::slows,
               "Services take longer too: their time is divided by the factor.");
  return table;
}

const Table<LearningSpec>& parameters_of(Tag<LearningSpec>) {
  static const auto table =
      Table<LearningSpec>("How officers learn techniques, and forget.")
          .key("by_doing", &LearningSpec::by_doing,
               "What an officer learns with every inspection, as a share of what he lacks to "
               "skill 1.",
               unit::share, source("assumed: 0; 0.0005 halves what is missing in 1400 inspections"),
               may_change)
          .key("from_colleagues", &LearningSpec::from_colleagues,
               "What he learns besides from a better crew at the same lane, as a share of what it "
               "has ahead of him.",
               unit::share, source("assumed: 0"), may_change)
          .key("decay_per_year", &LearningSpec::decay_per_year,
               "What is forgotten in a year of all that was gained, by courses or by doing.",
               unit::share, source("assumed"), may_change);
  return table;
}

const Table<CourseSpec>& parameters_of(Tag<CourseSpec>) {
  static const auto table =
      Table<CourseSpec>(
          "Training of some officers of a team, as the EU-STNA finds needed: they are off the "
          "roster, and come back with more skill.")
          .key("team", &CourseSpec::team, "Whose officers.", required, refers_to("team"))
          .key("officers", &CourseSpec::officers, "How many, evenly from all crews.", required,
               between(1.0, 100000.0))
          .key("start", &CourseSpec::start,
               "From the start of the run; who is away then misses it.", required, at_least(0h))
          .key("length", &CourseSpec::length, "How long.", above(0h), source("assumed: 3 d"))
          .key("techniques", &CourseSpec::techniques, "What it teaches; empty: all.",
               refers_to("technique"))
          .key("gain", &CourseSpec::gain,
               "Added to the skill of those who were there, up to 1 in all.", unit::score,
               between(0.0, 1.0), source("assumed"));
  return table;
}

}  // namespace cordon
