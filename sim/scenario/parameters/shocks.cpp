// What changes during a run.

#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<ChangeSpec>& parameters_of(Tag<ChangeSpec>) {
  static const auto table =
      Table<ChangeSpec>(
          "A value that is another while a shock lasts: one of those marked *may change*.")
          .key("key", &ChangeSpec::key,
               "Its path, as after --set: \"line.medyka_lorry_exit.closed\". `*` in the place of a "
               "name stands for all: \"line.*.time_factor\".",
               required, not_empty)
          .key("to", &ChangeSpec::to,
               "What it is then, as after --set: \"true\", \"12 min\", \"{ exponential = ... }\".")
          .key("times", &ChangeSpec::times,
               "Or so many times what it is without this shock: of numbers, quantities and "
               "distributions.",
               unit::factor, at_least(0.0));
  return table;
}

const Table<ShockSpec>& parameters_of(Tag<ShockSpec>) {
  static const auto table =
      Table<ShockSpec>(
          "Other values of some parameters for a time: a war, an epidemic, a strike, a new border, "
          "a change of law. Of several that change one value at a time the one that began last "
          "goes first.")
          .key("label", &ShockSpec::label, "Name for people.")
          .key("start", &ShockSpec::start, "Since the start of the run.", required, at_least(0h))
          .key("length", &ShockSpec::length, "Then all is as it was; 0: for good.", at_least(0h))
          .key("announced", &ShockSpec::announced,
               "So long before it starts, drivers and groups know which lines it closes and for "
               "how long. 0: they see it when it has happened.",
               at_least(0h), source("assumed"))
          .tables("change", &ShockSpec::change, "What is another then.");
  return table;
}

}  // namespace cordon
