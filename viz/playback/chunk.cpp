#include "viz/playback/chunk.hpp"

#include <zstd.h>

#include <bit>
#include <cstring>
#include <new>
#include <stdexcept>

#include "viz/playback/slots.hpp"

namespace cordon::viz {
namespace {

// Of one a filter tells wrongly in some 400, with four hashes in 16 bits a vehicle (Bloom 1970).
constexpr std::size_t bits_per_vehicle = 16;
constexpr int hashes = 4;

std::uint32_t pair_of(std::uint16_t place, std::size_t event) {
  return std::uint32_t{place} << 16 | static_cast<std::uint32_t>(event);
}

template <class T>
void sort_once(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// Calls `visit` with each bit of the filter that stands for a vehicle.
template <class Visit>
void for_each_bit(std::uint64_t vehicle, std::size_t bits, Visit&& visit) {
  const std::uint64_t hash = mixed(vehicle);
  const std::uint64_t step = hash >> 32 | 1;
  for (int n = 0; n < hashes; ++n)
    visit((hash + static_cast<std::uint64_t>(n) * step) & (bits - 1));
}

std::vector<std::uint64_t> filter_of(const std::vector<std::uint64_t>& vehicles) {
  const std::size_t bits =
      std::bit_ceil(std::max<std::size_t>(64, vehicles.size() * bits_per_vehicle));
  std::vector<std::uint64_t> filter(bits / 64);
  for (const std::uint64_t vehicle : vehicles)
    for_each_bit(vehicle, bits,
                 [&](std::size_t b) { filter[b / 64] |= std::uint64_t{1} << b % 64; });
  return filter;
}

std::string pack(std::span<const trace::Row> rows) {
  std::string packed(ZSTD_compressBound(rows.size_bytes()), '\0');
  const std::size_t size =
      ZSTD_compress(packed.data(), packed.size(), rows.data(), rows.size_bytes(), 1);
  if (ZSTD_isError(size)) throw std::bad_alloc();
  packed.resize(size);
  packed.shrink_to_fit();
  return packed;
}

}  // namespace

Chunk::Chunk(std::span<const trace::Row> rows)
    : packed_(pack(rows)),
      rows_(rows.size()),
      first_(time_of(rows.front())),
      last_(time_of(rows.back())) {
  std::vector<std::uint64_t> vehicles;
  for (const trace::Row& row : rows) {
    what_.push_back(pair_of(row.place, row.event));
    for (const std::size_t slot : slots_with(trace::Kind::vehicle, row.event))
      vehicles.push_back(vehicle_at(row, slot));
  }
  sort_once(what_);
  what_.shrink_to_fit();
  sort_once(vehicles);
  vehicles_ = filter_of(vehicles);
}

bool Chunk::may_have(const Wanted& wanted) const {
  return std::any_of(what_.begin(), what_.end(), [&](std::uint32_t pair) {
    return wanted.events[pair & 0xffff] && wanted.at(static_cast<std::uint16_t>(pair >> 16));
  });
}

bool Chunk::may_tell_of(Subject vehicle) const {
  bool all = true;
  for_each_bit(packed(vehicle), vehicles_.size() * 64,
               [&](std::size_t b) { all = all && vehicles_[b / 64] >> b % 64 & 1; });
  return all;
}

void Chunk::unpack(std::vector<trace::Row>& rows) const {
  rows.resize(rows_);
  const std::size_t bytes = rows_ * sizeof(trace::Row);
  if (ZSTD_decompress(rows.data(), bytes, packed_.data(), packed_.size()) != bytes)
    throw std::logic_error("a chunk cannot be unpacked");
}

std::size_t Chunk::bytes() const {
  return sizeof *this + packed_.size() + what_.size() * sizeof what_.front() +
         vehicles_.size() * sizeof vehicles_.front();
}

}  // namespace cordon::viz
