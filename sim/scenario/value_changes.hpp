#pragma once

// Changes of single values of a scenario that has been read: those that a shock makes during a run,
// and the factors of an experiment. A change names its values by a path in which `*` may stand for
// any name, and says what they become or how many times as large.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/read.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon {

struct ValueChange {
  std::string key;               ///< "line.medyka_lorry_exit.lanes", "line.*.time_factor"
  std::string to;                ///< as after --set, when there is no `times`
  std::optional<double> times;   ///< so many times what it is: of numbers and quantities
  bool is_during_a_run = false;  ///< only of values that may change then
  FilePosition position;         ///< of what says so
};

/// Why a change cannot be made.
struct ChangeFault {
  std::string member;  ///< of the change: "key", "to" or "times"
  std::string message;
};

/// The parameter that a path stands for, `*` included; or why it stands for none.
struct ChangedParameter {
  const format::Parameter* parameter = nullptr;
  std::string fault;
};
[[nodiscard]] ChangedParameter parameter_of_change(const std::string& key);

/// Changes of one scenario, one after the other, as overrides for reading it again.
class ValueChanges {
 public:
  /// @param base  must outlive this
  explicit ValueChanges(const Reading<Scenario>& base) : base_(base) {}

  /// Adds a change to those before; a fault leaves values changed that came before it.
  [[nodiscard]] std::optional<ChangeFault> add(const ValueChange& change);
  [[nodiscard]] const std::vector<Override>& overrides() const { return made_; }
  /// The values that a key stands for, as TOML, after the changes so far; none when it is no key,
  /// or the scenario has nothing of it.
  [[nodiscard]] std::vector<std::string> values(const std::string& key) const;

 private:
  [[nodiscard]] std::vector<std::string> paths_of(const std::vector<std::string>& pattern,
                                                  const format::Parameter& parameter) const;
  [[nodiscard]] format::Node value_at(const std::string& path) const;

  const Reading<Scenario>& base_;
  std::map<std::string, std::string> now_;  // values that have changed
  std::vector<Override> made_;
};

}  // namespace cordon
