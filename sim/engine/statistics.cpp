#include "sim/engine/statistics.hpp"

#include <cmath>

namespace cordon {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

}  // namespace

void Moments::merge(const Moments& other) {
  count_ += other.count_;
  sum_ += other.sum_;
  squares_ += other.squares_;
  min_ = std::min(min_, other.min_);
  max_ = std::max(max_, other.max_);
}

double Moments::mean() const {
  return count_ == 0 ? nothing : static_cast<double>(sum_) / static_cast<double>(count_);
}

double Moments::variance() const {
  if (count_ < 2) return nothing;
  // With sum = count * m + rest, the squared distances from m add up to squares - m * (sum + rest):
  // a small number when the values are alike, and exact because all of it is integers.
  const Int128 m = sum_ / count_;
  const Int128 rest = sum_ - m * count_;
  const UInt128 from_m = squares_ - static_cast<UInt128>(m) * static_cast<UInt128>(sum_ + rest);
  const auto n = static_cast<double>(count_);
  const auto r = static_cast<double>(rest);
  return (static_cast<double>(from_m) - r * (r / n)) / (n - 1.0);
}

void Welford::merge(const Welford& other) {
  if (other.count_ == 0) return;
  const auto n = static_cast<double>(count_);
  const auto m = static_cast<double>(other.count_);
  const double apart = other.mean_ - mean_;
  mean_ += apart * (m / (n + m));
  squares_ += other.squares_ + apart * apart * (n * m / (n + m));
  count_ += other.count_;
}

double Welford::mean() const { return count_ == 0 ? nothing : mean_; }

double Welford::variance() const {
  return count_ < 2 ? nothing : squares_ / static_cast<double>(count_ - 1);
}

void TimeIntegral::merge(const TimeIntegral& other) {
  value_microseconds += other.value_microseconds;
  span += other.span;
  max = std::max(max, other.max);
}

double TimeIntegral::mean() const {
  if (span == Duration{0}) return nothing;
  return static_cast<double>(value_microseconds) / static_cast<double>(span.count());
}

TimeIntegral TimeWeighted::total(Time until) const {
  assert(until >= since_);
  return {integral_ + static_cast<Int128>(value_) * (until - since_).count(), until - start_, max_};
}

void QuantileSketch::make_block(std::size_t block) {
  block_[block] = static_cast<std::int8_t>(counts_.size() >> part_bits);
  counts_.resize(counts_.size() + parts);
}

void QuantileSketch::merge(const QuantileSketch& other) {
  for (std::size_t block = 0; block < blocks; ++block) {
    if (other.block_[block] < 0) continue;
    if (block_[block] < 0) make_block(block);
    const std::size_t here = place_of(block << part_bits);
    const std::size_t there = other.place_of(block << part_bits);
    for (std::size_t i = 0; i < parts; ++i) counts_[here + i] += other.counts_[there + i];
  }
  count_ += other.count_;
}

std::int64_t QuantileSketch::quantile(double q) const {
  assert(count_ > 0 && q >= 0.0 && q <= 1.0);
  // A trace less than q * count, so that 7 % of 100 values are 7 and not 7.000000000000001.
  const double rank = std::ceil(q * static_cast<double>(count_) * (1.0 - 1e-14));
  auto wanted = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(rank));
  std::size_t bucket = 0;
  for (; in_bucket(bucket) < wanted; ++bucket) wanted -= in_bucket(bucket);
  if (bucket < 2 * parts) return static_cast<std::int64_t>(bucket);
  const std::size_t shift = (bucket >> part_bits) - 1;
  const std::uint64_t lowest = (parts + (bucket & (parts - 1))) << shift;
  // The middle of the part of the bucket that this one of its values has to itself.
  const UInt128 within = (UInt128{2 * wanted - 1} << shift) / (2 * in_bucket(bucket));
  return static_cast<std::int64_t>(lowest + static_cast<std::uint64_t>(within));
}

bool operator==(const QuantileSketch& a, const QuantileSketch& b) {
  if (a.count_ != b.count_) return false;
  for (std::size_t bucket = 0; bucket < QuantileSketch::blocks * QuantileSketch::parts; ++bucket) {
    if (a.in_bucket(bucket) != b.in_bucket(bucket)) return false;
  }
  return true;
}

}  // namespace cordon
