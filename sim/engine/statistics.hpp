#pragma once

// What a run counts of what it observes. Moments, integrals and quantiles are sums of integers, so
// that parts of a run (places, threads, replications) merge to the same bits in any order.

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "sim/engine/time.hpp"

namespace cordon {

__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;

/// Count, mean, variance and extremes of whole numbers, mostly durations in microseconds. Exact:
/// only mean() and variance() round, once. The squares fit as long as count * value^2 stays below
/// 3e38, for instance 10^9 durations of 15 years each.
class Moments {
 public:
  void add(std::int64_t value) {
    ++count_;
    sum_ += value;
    squares_ += static_cast<UInt128>(static_cast<Int128>(value) * value);
    min_ = std::min(min_, value);
    max_ = std::max(max_, value);
  }
  void add(Duration duration) { add(duration.count()); }
  /// The same duration so many times.
  void add(Duration duration, std::int64_t times) {
    const std::int64_t value = duration.count();
    count_ += times;
    sum_ += Int128{value} * times;
    squares_ +=
        static_cast<UInt128>(static_cast<Int128>(value) * value) * static_cast<UInt128>(times);
    min_ = std::min(min_, value);
    max_ = std::max(max_, value);
  }
  /// As if all that `other` has seen had been added here.
  void merge(const Moments& other);

  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] Int128 sum() const { return sum_; }
  /// Smallest value; there must be one.
  [[nodiscard]] std::int64_t min() const {
    assert(count_ > 0);
    return min_;
  }
  /// Greatest value; there must be one.
  [[nodiscard]] std::int64_t max() const {
    assert(count_ > 0);
    return max_;
  }
  /// In the unit of the values; NaN when there are none.
  [[nodiscard]] double mean() const;
  /// Of the sample (divided by count - 1), in that unit squared; NaN for fewer than 2 values.
  [[nodiscard]] double variance() const;

  bool operator==(const Moments&) const = default;

 private:
  std::int64_t count_ = 0;
  std::int64_t min_ = std::numeric_limits<std::int64_t>::max();
  std::int64_t max_ = std::numeric_limits<std::int64_t>::min();
  Int128 sum_ = 0;
  UInt128 squares_ = 0;
};

/// Count, mean and variance of real numbers, in one pass without cancellation. Unlike Moments it
/// rounds at every step, so that the order of adding and merging shows in the last bits.
/// Source: Welford, Technometrics 4 (1962) 419-420; merging: Chan, Golub and LeVeque, The American
/// Statistician 37 (1983) 242-247.
class Welford {
 public:
  void add(double value) {
    ++count_;
    const double from_mean = value - mean_;
    mean_ += from_mean / static_cast<double>(count_);
    squares_ += from_mean * (value - mean_);
  }
  void merge(const Welford& other);

  [[nodiscard]] std::int64_t count() const { return count_; }
  /// In the unit of the values; NaN when there are none.
  [[nodiscard]] double mean() const;
  /// Of the sample (divided by count - 1), in that unit squared; NaN for fewer than 2 values.
  [[nodiscard]] double variance() const;

  bool operator==(const Welford&) const = default;

 private:
  std::int64_t count_ = 0;
  double mean_ = 0.0;
  double squares_ = 0.0;  // sum of squared distances from the mean
};

/// What a TimeWeighted has come to over a span of time.
struct TimeIntegral {
  Int128 value_microseconds = 0;  ///< integral of the value over time
  Duration span{0};               ///< length of time integrated over, added up when merged
  std::int64_t max = std::numeric_limits<std::int64_t>::min();  ///< greatest value of any part

  /// As if both spans were one: of two replications, or of two stretches of one run.
  void merge(const TimeIntegral& other);
  /// Average of the value over the span, in its unit; NaN for an empty span.
  [[nodiscard]] double mean() const;

  bool operator==(const TimeIntegral&) const = default;
};

/// A whole number that changes at instants, such as the length of a queue, and its average over
/// simulated time. Exact, in value times microseconds.
class TimeWeighted {
 public:
  explicit TimeWeighted(Time start = start_of_run, std::int64_t value = 0)
      : start_{start}, since_{start}, value_{value}, max_{value} {}

  /// The number is `value` from `now` on. @param now  never before an earlier one
  void set(Time now, std::int64_t value) {
    assert(now >= since_);
    integral_ += static_cast<Int128>(value_) * (now - since_).count();
    since_ = now;
    value_ = value;
    max_ = std::max(max_, value);
  }
  void change(Time now, std::int64_t by) { set(now, value_ + by); }
  /// Forgets what was before: the end of a warm-up. The number itself stays.
  void restart(Time now) { *this = TimeWeighted{now, value_}; }

  [[nodiscard]] std::int64_t value() const { return value_; }
  /// Greatest value since the start or the last restart, however short it lasted.
  [[nodiscard]] std::int64_t max() const { return max_; }
  /// From the start or the last restart to `until`, which is not before the last change.
  [[nodiscard]] TimeIntegral total(Time until) const;
  /// Average from the start or the last restart to `until`; NaN when no time has passed.
  [[nodiscard]] double mean(Time until) const { return total(until).mean(); }

  bool operator==(const TimeWeighted&) const = default;

 private:
  Time start_;
  Time since_;
  std::int64_t value_;
  std::int64_t max_;
  Int128 integral_ = 0;
};

/// Quantiles of whole numbers from 0, mostly durations in microseconds, without keeping them:
/// counts in buckets, 128 to an octave, between whose ends the values are taken to lie evenly.
/// Quantiles below 256 are exact; others err by less than 1/128 of themselves wherever in a bucket
/// the values are, and by far less where many lie side by side, so that small changes show.
///
/// Memory is 1 kB for each octave in which something was seen, at most 60 kB; it does not grow
/// with the number of values.
/// Source: the layout of HdrHistogram (Tene).
class QuantileSketch {
 public:
  /// @param value  at least 0   @param times  that it is added
  void add(std::int64_t value, std::int64_t times = 1) {
    assert(value >= 0);
    const auto v = static_cast<std::uint64_t>(value);
    const auto shift = static_cast<unsigned>(std::bit_width(v | parts)) - part_bits - 1;
    const std::uint64_t bucket = (std::uint64_t{shift} << part_bits) + (v >> shift);
    if (block_[bucket >> part_bits] < 0) [[unlikely]]
      make_block(bucket >> part_bits);
    counts_[place_of(bucket)] += static_cast<std::uint64_t>(times);
    count_ += times;
  }
  /// @param duration  at least 0
  void add(Duration duration, std::int64_t times = 1) { add(duration.count(), times); }
  /// As if all that `other` has seen had been added here.
  void merge(const QuantileSketch& other);

  [[nodiscard]] std::int64_t count() const { return count_; }
  /// The smallest value that at least the share q of all values do not exceed, to within 1/128.
  /// There must be a value.
  ///
  /// @param q  from 0 (the smallest value) to 1 (the greatest)
  [[nodiscard]] std::int64_t quantile(double q) const;
  /// Bytes held outside the object itself.
  [[nodiscard]] std::size_t memory() const { return counts_.capacity() * sizeof counts_[0]; }

  /// Whether both have seen values in the same buckets, in whatever order.
  friend bool operator==(const QuantileSketch& a, const QuantileSketch& b);

 private:
  static constexpr unsigned part_bits = 7;
  static constexpr std::size_t parts = std::size_t{1} << part_bits;  // buckets of an octave
  static constexpr std::size_t blocks = 57;  // of so many; the first two are 0 to 255

  void make_block(std::size_t block);
  [[nodiscard]] std::size_t place_of(std::size_t bucket) const {
    return (static_cast<std::size_t>(block_[bucket >> part_bits]) << part_bits) +
           (bucket & (parts - 1));
  }
  [[nodiscard]] std::uint64_t in_bucket(std::size_t bucket) const {
    return block_[bucket >> part_bits] < 0 ? 0 : counts_[place_of(bucket)];
  }
  static constexpr std::array<std::int8_t, blocks> no_blocks() {
    std::array<std::int8_t, blocks> none{};
    none.fill(-1);
    return none;
  }

  std::int64_t count_ = 0;
  std::array<std::int8_t, blocks> block_ = no_blocks();  // where in counts_ it is, or -1
  std::vector<std::uint64_t> counts_;
};

}  // namespace cordon
