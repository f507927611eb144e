// The parameter table of an exercise.

#include "analysis/exercise/spec.hpp"
#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<ExpectSpec>& parameters_of(Tag<ExpectSpec>) {
  static const auto table =
      Table<ExpectSpec>(
          "An event of the run that should follow an inject, as `cordon export` would tell it.")
          .key("event", &ExpectSpec::event,
               "Which: a name that `cordon export --events` lists, such as \"MachineRepaired\".",
               required, not_empty)
          .key("at", &ExpectSpec::at,
               "Where: a crossing, base, desk, place, group or operation; anywhere when not given.")
          .key("where", &ExpectSpec::where,
               "What its fields must say, as in the exported table: { equipment = "
               "\"xray_scanner\" }.")
          .key("within", &ExpectSpec::within,
               "How long after the inject; what comes later comes too late.", required, above(0h));
  return table;
}

const Table<BreakSpec>& parameters_of(Tag<BreakSpec>) {
  static const auto table =
      Table<BreakSpec>("Machines that are out of order, and that nobody repairs meanwhile.")
          .key("crossing", &BreakSpec::crossing, "Where.", required, not_empty)
          .key("equipment", &BreakSpec::equipment, "Kind.", required, not_empty)
          .key("machines", &BreakSpec::machines, "How many in all.", between(1.0, 1000.0));
  return table;
}

const Table<AbsentSpec>& parameters_of(Tag<AbsentSpec>) {
  static const auto table =
      Table<AbsentSpec>(
          "Officers who do not come: from the next shift on, as who is on duty stays.")
          .key("crossing", &AbsentSpec::crossing, "Of all teams of this crossing or base, or")
          .key("teams", &AbsentSpec::teams, "of these.")
          .key("share", &AbsentSpec::share,
               "Probability that one misses a shift, beside what the roster says.", unit::share,
               required, above(0.0));
  return table;
}

const Table<TipOffSpec>& parameters_of(Tag<TipOffSpec>) {
  static const auto table =
      Table<TipOffSpec>(
          "Posts are told what the papers of hidden goods say, and look for it: a `criterion` of "
          "the scenario, from the inject on.")
          .key("crossings", &TipOffSpec::crossings, "Posts that are told; all when not given.")
          .key("field", &TipOffSpec::field, "Of the declarations.", required, not_empty)
          .key("commodity", &TipOffSpec::commodity, "Of which the values are typical.", required,
               not_empty)
          .key(
              "group", &TipOffSpec::group,
              "Of whose papers, as they are at the start of the run; of those of opportunists when "
              "not given.")
          .key("weight", &TipOffSpec::weight,
               "Added to the risk score; that of a `criterion` when not given.", unit::score,
               between(0.0, 20.0));
  return table;
}

const Table<SurgeSpec>& parameters_of(Tag<SurgeSpec>) {
  static const auto table = Table<SurgeSpec>("More traffic, or less.")
                                .key("flows", &SurgeSpec::flows, "Whose; of all when not given.")
                                .key("times", &SurgeSpec::times, "So many times as many vehicles.",
                                     unit::factor, required, at_most(1000.0));
  return table;
}

const Table<TransferSpec>& parameters_of(Tag<TransferSpec>) {
  static const auto table =
      Table<TransferSpec>(
          "Officers, or a machine, for another post. They get their orders an hour after the "
          "inject, travel, and go home when its `length` is over.")
          .key("from", &TransferSpec::from, "The crossing or base that gives.", required, not_empty)
          .key("to", &TransferSpec::to, "The crossing or base that gets.", required, not_empty)
          .key("authority", &TransferSpec::authority, "Whose officers.", authority_words())
          .key("team", &TransferSpec::team,
               "Whose, more exactly; of all teams of the authority when not given.")
          .key("officers", &TransferSpec::officers, "Officer shifts a day, evenly from all crews.",
               between(0.0, 10000.0))
          .key("equipment", &TransferSpec::equipment, "One machine of this kind.");
  return table;
}

namespace {

void add_words(Table<InjectSpec>& table) {
  table
      .key("at", &InjectSpec::at,
           "When: a time since the start of the run, \"3 d 14 h\", or a date and time. Of a "
           "contingency it is not given.",
           at_least(0h))
      .key("text", &InjectSpec::text, "What the room is told.", required, not_empty)
      .key("expected", &InjectSpec::expected, "What those who are trained should do, in words.")
      .key("objective", &InjectSpec::objective, "What it is to train or to test.")
      .key("by", &InjectSpec::by, "Who injects it: the controller.")
      .key("to", &InjectSpec::to, "Who is told, or where it is shown.")
      .table("expects", &InjectSpec::expects,
             "The same as an event of the run, which the program looks for.")
      .key("contingency", &InjectSpec::contingency,
           "The inject that happens if that has not come in time.");
}

}  // namespace

const Table<InjectSpec>& parameters_of(Tag<InjectSpec>) {
  static const auto table = [] {
    Table<InjectSpec> made(
        "One entry of a master scenario events list: when it happens, what is said, what it does "
        "to "
        "the run, and what should follow. One that does nothing to the run is only said.");
    add_words(made);
    made.key("length", &InjectSpec::length,
             "How long what it does lasts; for good when not given. An operation has its own.",
             at_least(0h))
        .key("closed", &InjectSpec::closed, "Crossings and lines that are closed.")
        .key("open", &InjectSpec::open, "Crossings and lines that are open.")
        .key("lanes", &InjectSpec::lanes, "Lanes that there are, by line.", between(1.0, 200.0))
        .table("broken", &InjectSpec::broken, "Machines that are out of order. Needs a `length`.")
        .table("absent", &InjectSpec::absent, "Officers who do not come. Needs a `length`.")
        .table("tip_off", &InjectSpec::tip_off, "What posts are told to look for.")
        .table("surge", &InjectSpec::surge, "More traffic, or less.")
        .key("leak", &InjectSpec::leak, "Operation whose plan all groups hear of.")
        .key("operation", &InjectSpec::operation,
             "An operation that begins, with the keys of `operation` in a scenario but `start` and "
             "`notice`. Its orders go out at the inject.")
        .key("notice", &InjectSpec::notice, "From these orders to its action days.", at_least(1h),
             source("assumed"))
        .table("transfer", &InjectSpec::transfer,
               "Officers or a machine for another post. Needs a `length`.")
        .key("outage", &InjectSpec::outage, "Channel that is out of order. Needs a `length`.")
        .tables("change", &InjectSpec::change, "Other values of the scenario.");
    return made;
  }();
  return table;
}

const Table<ExerciseSpec>& parameters_of(Tag<ExerciseSpec>) {
  static const auto table =
      Table<ExerciseSpec>("An exercise: the injects of a run.")
          .key("title", &ExerciseSpec::title, "One line for people.")
          .tables("inject", &ExerciseSpec::inject, "What is injected.", required);
  return table;
}

const Table<BranchSpec>& parameters_of(Tag<BranchSpec>) {
  static const auto table =
      Table<BranchSpec>(
          "A way on from the scenario, or from another branch, with all injects of that one.")
          .key("label", &BranchSpec::label, "Name for people.")
          .key("about", &BranchSpec::about, "What was thought, or seen.")
          .key("parent", &BranchSpec::parent,
               "The branch it goes on from; the scenario when not given.", refers_to("branch"))
          .key("exercise", &BranchSpec::exercise,
               "File of injects that it has as well, from the session's folder.")
          .tables("inject", &BranchSpec::inject, "What was injected, as in an exercise.");
  return table;
}

const Table<BookmarkSpec>& parameters_of(Tag<BookmarkSpec>) {
  static const auto table =
      Table<BookmarkSpec>("A moment that somebody wants to come back to.")
          .key("at", &BookmarkSpec::at,
               "When: a time since the start of the run, or a date and time.", required,
               at_least(0h))
          .key("branch", &BookmarkSpec::branch, "In which branch; in the scenario when not given.",
               refers_to("branch"))
          .key("about", &BookmarkSpec::about, "What there is to see.");
  return table;
}

const Table<SessionSpec>& parameters_of(Tag<SessionSpec>) {
  static const auto table =
      Table<SessionSpec>(
          "A session: a scenario, and the branches that were played from it under the same luck.")
          .key("title", &SessionSpec::title, "One line for people.")
          .key("about", &SessionSpec::about, "What the session was about.")
          .key("scenario", &SessionSpec::scenario, "Scenario file, from the session's folder.",
               required, not_empty)
          .key("set", &SessionSpec::set,
               "Values that are other than in the file, by path: { \"length\" = \"7 d\" }.")
          .key("seed", &SessionSpec::seed, "Of the luck that all branches share.", at_least(0.0))
          .key("replication", &SessionSpec::replication,
               "That was played, and by which contingencies are decided.", between(1.0, 1e6))
          .tables("branch", &SessionSpec::branch, "The ways on that were tried.")
          .tables("bookmark", &SessionSpec::bookmark, "Moments worth coming back to.");
  return table;
}

}  // namespace cordon
