#pragma once

// A finished comparison of scenarios, as values: what the terminal, the tables and the report show.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sim/output/measures.hpp"

namespace cordon {

/// How a measure of a variant differs from the baseline's.
struct Change {
  int variant = 0;  ///< index into Comparison::variants
  const Measure* measure = nullptr;
  Labels labels;
  // Means over the replications in which both have a value, in the unit of the measure; NaN when
  // there are none. Measures that only a comparison has (displacement, leak_adjusted_gain) have no
  // `baseline` and no `value`.
  double baseline = 0, value = 0;
  double difference = 0;     ///< mean of value - baseline
  double low = 0, high = 0;  ///< interval of the difference; NaN when it has none
  double confidence = 0.95;  ///< of this interval by itself; of primary measures after Bonferroni
  double p = 1;              ///< that there is no difference; NaN when it cannot be tested
  double p_adjusted = 1;     ///< Bonferroni for primary measures, Holm for all others
  int replications = 0;      ///< in which both have a value
  /// Of the difference, at the same confidence, by the studentised bootstrap: believe it rather
  /// than `low` and `high` where values are skewed. NaN of parts, and where it has none.
  double bootstrap_low = 0, bootstrap_high = 0;
  /// Replications of each scenario with luck of its own that would tell it as exactly; infinite
  /// when the luck cancels out. NaN of parts, and where it cannot be told.
  double replications_unpaired = 0;
  bool primary = false;
  /// Primary: "better", "worse" or "not distinguishable". All others: "higher", "lower" or "not
  /// distinguishable". "no data" when fewer than two replications have a value.
  std::string verdict;
};

/// Vehicles waiting at one time.
struct QueuePoint {
  double unix_ms = 0;        ///< milliseconds since 1970, UTC
  double mean = 0;           ///< over the replications
  double low = 0, high = 0;  ///< 10 % of the replications lie below, 10 % above
};

/// The queue of one line in one scenario.
struct QueueLine {
  int scenario = 0;  ///< 0 is the baseline, 1 + i is variant i
  std::string crossing, direction, vehicle_class;
  std::vector<QueuePoint> points;  ///< in order of time
};

/// A real queue to show beside the simulated ones: (milliseconds since 1970, vehicles waiting).
struct ObservedQueue {
  std::string crossing, direction, vehicle_class;
  std::vector<std::pair<double, double>> points;
};

/// How long vehicles do something in one scenario; means over the replications.
struct TimeIn {
  double hours = 0;    ///< vehicle hours in the time that is measured
  double minutes = 0;  ///< the same for each vehicle; NaN: there was none
  /// Of the interval of `minutes`; NaN when there are fewer than 2 replications.
  double half_width = 0;
  std::array<double, 24> by_hour{};  ///< vehicles that do it, by hour of the local day; NaN when
                                     ///< that hour is not measured
};

/// Where vehicles of one class and direction spend time, in all scenarios. "all": summed over.
/// Vehicles are those that came to the line and those that were there at the start.
struct TimeUse {
  std::string crossing = "all", direction, vehicle_class, stage = "all";
  std::string activity;         ///< as in stages.csv; "lost": all but in_service
  bool before_control = false;  ///< waits for the first check
  std::vector<TimeIn> in;       ///< by scenario, the baseline's first
  std::vector<Change> changes;  ///< by variant: of the minutes for each vehicle
};

/// Messages from one place to another over one channel, in one scenario; means over the
/// replications.
struct MessageFlow {
  int scenario = 0;  ///< 0 is the baseline, 1 + i is variant i
  std::string sender, receiver, channel;
  bool from_post = false, to_post = false;  ///< of these; the others are desks
  double sent = 0, lost = 0;
  double hours = 0;  ///< from sending until it has been read; NaN: none has been
};

/// A figure of a joint operation, over the replications; NaN: there is none.
struct DebriefingFigure {
  std::string name, unit;
  double planned = 0;
  double median = 0;
  double low = 0, high = 0;  ///< 10 % of the replications lie below, 10 % above
};

/// What a joint operation came to, in one scenario.
struct Debriefing {
  int scenario = 0;  ///< 0 is the baseline, 1 + i is variant i
  std::string operation, kind, action_plan, posts;
  double from_ms = 0, days = 0;  ///< action days
  std::vector<DebriefingFigure> figures;
};

/// How a scenario with a warm-up gets over its beginning: vehicles that wait for their first check
/// on all lines together, mean over the replications.
struct SettlingRun {
  int scenario = 0;         ///< 0 is the baseline, 1 + i is variant i
  double warm_up_days = 0;  ///< as the scenario says
  double settled_days = 0;  ///< from the start, by MSER-5; NaN: not within the first half
  std::vector<std::pair<double, double>> waiting;  ///< (days since the start, vehicles), smoothed
};

/// When something was on, such as an operation.
struct Window {
  std::string name;
  double from_ms = 0, to_ms = 0;
};

/// An inject of an exercise, over the replications of a scenario.
struct InjectReview {
  int scenario = 0;  ///< 0 is the baseline, 1 + i is variant i
  std::string inject, text, objective, by, to;
  std::string expected;     ///< in words
  std::string event;        ///< the same as an event of the run: "A machine works again"; ""
  std::string place;        ///< where it has to come; "": anywhere
  std::string instead_of;   ///< inject whose reaction did not come, so that this one happened
  std::string contingency;  ///< inject that happens if the reaction does not come
  double at_ms = 0;         ///< NaN: it did not happen
  double deadline_ms = 0;   ///< NaN: nothing that a run could show is expected
  int came = 0;             ///< replications in which it came in time
  int replications = 0;
  /// From the inject until it came, where it did: NaN where it never did. Hours.
  double median = 0, fastest = 0, slowest = 0;
};

/// A bookmark of a session.
struct NotedMoment {
  std::string branch;  ///< "": the scenario
  double at_ms = 0;
  std::string note;
};

/// How to look at a variant beside the baseline, where they part.
struct ViewCommand {
  std::string variant;  ///< its name
  std::string command;
  double at_ms = 0;  ///< NaN: the two runs are the same
};

/// A parameter that nobody has measured.
struct AssumedParameter {
  std::string path, value, source, meaning;
};

struct Comparison {
  std::string version;                ///< of cordon
  std::string baseline;               ///< the scenario's name
  std::vector<std::string> variants;  ///< the scenarios' names, all different
  std::string baseline_title;
  std::vector<std::string> variant_titles;
  std::map<std::string, std::string>
      crossing_labels;  ///< names for people, by name; not all have one
  /// Degrees east and north, by name; of none in a scenario that does not say where its posts are.
  std::map<std::string, std::pair<double, double>> crossing_positions;
  std::string answer;    ///< what came out, in a sentence or two
  std::string pairing;   ///< what common luck has saved, in a sentence; "" when it cannot be told
  int replications = 0;  ///< of each scenario
  std::uint64_t seed = 1;
  double confidence = 0.95;       ///< of all primary intervals together, of each other one alone
  double from_ms = 0, to_ms = 0;  ///< of what was measured: after the warm-up
  std::vector<Change> changes;    ///< by variant; in it primary ones first, whole border first
  std::vector<QueueLine> queues;
  std::vector<ObservedQueue> observed;
  std::vector<TimeUse> times;  ///< lorries first; in a kind of traffic all crossings first, and in
                               ///< a crossing all stages
  std::vector<MessageFlow> messages;
  std::vector<Window> operations;  ///< action days, and shocks
  std::vector<Debriefing> debriefings;
  std::vector<InjectReview> injects;
  std::vector<NotedMoment> bookmarks;  ///< of sessions
  std::vector<ViewCommand> views;      ///< of comparisons with traces
  std::vector<AssumedParameter> assumptions;
  std::vector<std::string> warnings;    ///< sentences
  std::vector<std::string> unfinished;  ///< what was at the end, a sentence for each scenario
  std::vector<std::string> commands;    ///< that make this comparison again
  bool fictional_operation = true;
  std::vector<SettlingRun> settling;  ///< of scenarios that have a warm-up and wait at all
};

}  // namespace cordon
