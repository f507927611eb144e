#pragma once

// How a run went, for the time line under a map: curves of each line and crossing on a grid, and
// marks of what one jumps to. It is made while a recording is read, and is exact against its rows.

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "sim/output/trace/playback.hpp"
#include "viz/playback/wanted.hpp"

namespace cordon::viz {

/// Most points that a curve has.
inline constexpr std::int64_t most_points = 2000;

/// Of one line. What there is (waiting, in_service) stands at the end of each interval of the grid,
/// before anything of that instant; the rest happened within it. Counted as `cordon run` does.
struct LineCurves {
  std::vector<std::int32_t> waiting;     ///< for the first check, wherever they wait: vehicles
  std::vector<std::int32_t> in_service;  ///< checks in course, at stages of the line's own
  std::vector<std::int32_t> began;       ///< vehicles whose first check began
  std::vector<std::int64_t> waited;      ///< by these, together: microseconds
  std::vector<std::int32_t> crossed;     ///< vehicles
  std::vector<std::int32_t> controls;    ///< vehicles selected for more than the first check
  std::vector<std::int32_t> risky;       ///< vehicles sent to the orange or red lane
  std::vector<std::int32_t> finds;       ///< seizures, referrals and refusals
  std::vector<std::int32_t>
      passed;  ///< that hid something, green border too; empty: the trace does not tell

  /// Of those whose first check began in an interval; none: nobody's did.
  [[nodiscard]] std::optional<Duration> mean_wait(std::size_t interval) const;
};

/// Something that one may want to see.
struct Mark {
  enum class Kind : std::uint8_t {
    seizure,
    referral,  ///< of persons
    refusal,   ///< of sanctioned goods
    operation_began,
    operation_ended,     ///< these two: at one post
    shift,               ///< begins or ends
    conditions_changed,  ///< a shock, such as a closure, began or ended: one mark for all places
    machine_failed,
    message_received,
    message_lost
  };
  std::uint64_t row = 0;  ///< its number in the recording
  Time time;
  Kind kind{};
  std::uint16_t place = trace::nobody;  ///< nobody: everywhere
  std::uint16_t line = trace::nobody;   ///< of finds
  /// Commodity of a find, operation, kind of equipment, kind of message (as in words::messages).
  std::uint16_t what = trace::nobody;

  /// @param there  nobody: anywhere
  [[nodiscard]] bool is_at(std::uint16_t there) const {
    return there == trace::nobody || place == trace::nobody || place == there;
  }
};
inline constexpr std::size_t mark_kinds = 10;
/// By Mark::Kind.
using MarkKinds = std::bitset<mark_kinds>;

class Timeline {
 public:
  explicit Timeline(const trace::Header& header);

  // The grid.
  [[nodiscard]] Duration interval() const { return interval_; }
  /// Intervals that are over; of a whole recording, all: the last may be shorter.
  [[nodiscard]] std::size_t intervals() const { return sampled_; }
  [[nodiscard]] Time end_of(std::size_t interval) const;
  /// @param moment  within the run
  [[nodiscard]] std::size_t interval_at(Time moment) const;

  // The curves: entries from `intervals()` on are still 0.
  [[nodiscard]] const LineCurves& line(std::uint16_t line) const { return lines_[line]; }
  /// Officers on duty, at the end of each interval.
  [[nodiscard]] const std::vector<std::int32_t>& officers(std::uint16_t crossing) const {
    return officers_[crossing];
  }
  /// Units of vessels and trains in the yards of a crossing, at the end of each interval; empty: it
  /// has had none.
  [[nodiscard]] const std::vector<std::int32_t>& yard(std::uint16_t crossing) const {
    return yards_[crossing];
  }
  /// The sum over the lines of a crossing.
  [[nodiscard]] LineCurves crossing(std::uint16_t crossing) const;

  // The marks, in the order of their rows.
  [[nodiscard]] std::span<const Mark> marks() const { return marks_; }
  /// The first of these kinds after so many rows.
  /// @param place  nobody: any
  [[nodiscard]] const Mark* next(std::uint64_t rows, MarkKinds kinds,
                                 std::uint16_t place = trace::nobody) const;
  /// The last of these kinds among so many rows, but for the last of them: from a mark, the one
  /// before it.
  [[nodiscard]] const Mark* previous(std::uint64_t rows, MarkKinds kinds,
                                     std::uint16_t place = trace::nobody) const;

  /// The next row; it counts in the interval of its time.
  /// @param before  what there is when it has not been applied
  void add(std::uint64_t number, const trace::Row& row, const trace::Playback& before);
  /// All rows before this moment have come.
  void sample_until(Time moment, const trace::Playback& state);
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Vehicle {
    std::uint16_t line = 0;
    std::int32_t stands_for = 1;
    Time arrived;
    bool begun = false;
  };
  struct PlaceAndVehicle {
    std::uint16_t place;
    Subject vehicle;
    bool operator==(const PlaceAndVehicle&) const = default;
  };
  struct Hash {
    std::size_t operator()(const PlaceAndVehicle& key) const;
  };
  void count(const trace::Row& row);
  void mark(Mark::Kind kind, std::uint64_t number, const trace::Row& row);
  void arrive(const trace::Row& row);
  void part(const trace::Row& row);
  void choose(const trace::Row& row);
  void sample_yards(const trace::Playback& state);
  void begin_check(const trace::Row& row);
  void change_service(const trace::Row& row, int by);
  void pass(const trace::Row& row);
  void forget(const trace::Row& row);
  void sample(const trace::Playback& state);
  [[nodiscard]] const trace::StageShape& stage(const trace::Row& row) const;
  LineCurves& of_its_line(const trace::Row& row);
  Vehicle* known(const trace::Row& row);

  const trace::Header* header_;
  Duration interval_;
  std::size_t sampled_ = 0, all_;
  std::vector<int> crossing_at_;  // by place; negative: another kind of place
  std::vector<LineCurves> lines_;
  std::vector<std::vector<std::int32_t>> officers_, yards_;
  std::vector<std::int32_t> waiting_, in_service_;  // by line, now
  std::unordered_map<PlaceAndVehicle, Vehicle, Hash> vehicles_;
  std::vector<Mark> marks_;
  std::vector<Time> last_shift_;  // by place
  Time last_change_ = Time::min();
};

}  // namespace cordon::viz
