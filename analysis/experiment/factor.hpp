#pragma once

// A factor of an experiment: from a position between 0 and 1 to the value that a design gives it,
// and on to what changes in a scenario.

#include <string>
#include <vector>

#include "analysis/experiment/spec.hpp"
#include "sim/scenario/value_changes.hpp"

namespace cordon {

/// What a design gives a factor.
struct FactorValue {
  std::string toml;   ///< as the scenario would say it; with `times`, the factor
  double number = 0;  ///< in the base unit; NaN when it is no number
  [[nodiscard]] std::string shown() const;  ///< without quotes
  /// The same with a few digits, for people; "" where a factor is as the scenario says.
  [[nodiscard]] std::string brief() const;
};

class Factor {
 public:
  /// Reports what is wrong, and is then of no use.
  /// @param said  provenance of the experiment
  Factor(const std::string& name, const FactorSpec& spec, const Provenance& said,
         Problems& problems);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& label() const { return label_; }
  /// Unit of the numbers; "" for pure ones and for what is no number.
  [[nodiscard]] std::string unit() const;
  [[nodiscard]] bool is_number() const { return is_number_; }
  [[nodiscard]] bool has_levels() const { return !levels_.empty(); }
  [[nodiscard]] std::size_t levels() const { return levels_.size(); }

  /// @param u  position, in [0, 1]: a level of as many equal parts, a share of the range, or a
  ///           probability of the distribution (whose ends stay out of reach)
  [[nodiscard]] FactorValue at(double u) const;
  [[nodiscard]] bool has_distribution() const { return distribution_.has_value(); }
  /// From `low` to `high`: no levels, and no distribution.
  [[nodiscard]] bool has_range() const { return low_ < high_; }
  [[nodiscard]] double low() const { return low_; }
  [[nodiscard]] double high() const { return high_; }
  /// Of a range: the value so far from its low end; whole numbers are the nearest.
  /// @param share  in [0, 1]
  [[nodiscard]] FactorValue between(double share) const;
  /// Of a range: how far from its low end a number is.
  [[nodiscard]] double share_of(double number) const { return (number - low_) / (high_ - low_); }
  /// Positions for so many values from one end to the other: all levels, where it has some;
  /// otherwise a range with its ends, and the middles of equally probable parts of a distribution.
  [[nodiscard]] std::vector<double> positions(int count) const;
  /// How many values it has: its levels, or the whole numbers of a range; 0 of other factors.
  [[nodiscard]] std::size_t choices() const;
  /// @param choice  from 0, below `choices`
  [[nodiscard]] FactorValue choice(std::size_t choice) const;
  /// A whole number as its value, whether it has it or not.
  [[nodiscard]] FactorValue whole(std::int64_t number) const;
  [[nodiscard]] bool is_whole() const { return kind_.form == format::ValueKind::Form::integer; }
  /// What a scenario says by itself; without a text where it has no such value, or several that
  /// differ. With `times`, 1.
  [[nodiscard]] FactorValue as_it_is(const Reading<Scenario>& scenario) const;
  /// A value that a list of designs says. Reports what is wrong.
  [[nodiscard]] FactorValue read(const std::string& text, const FilePosition& position,
                                 Problems& problems) const;

  /// @return the changes that the value makes, one for each key
  [[nodiscard]] std::vector<ValueChange> changes(const FactorValue& value) const;

 private:
  [[nodiscard]] FactorValue read(const format::Node& node, const std::vector<std::string>& keys,
                                 Problems& problems) const;
  [[nodiscard]] FactorValue value_of(double number) const;
  void read_range(const FactorSpec& spec, const Provenance& said, Problems& problems);

  std::string name_, label_;
  std::vector<std::string> keys_;
  bool times_ = false;
  format::ValueKind kind_;  ///< of a single value; of the factor, with `times`
  bool is_number_ = false;
  std::vector<FactorValue> levels_;
  double low_ = 0, high_ = 0;
  std::optional<Distribution> distribution_;
  FilePosition keys_position_;
};

}  // namespace cordon
